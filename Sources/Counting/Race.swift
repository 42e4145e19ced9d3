// SPDX-License-Identifier: Apache-2.0

/// Who is elected, who is hopeful, and whom the constraints guard or doom: the state of any count.
struct Race {
  /// How many are elected in the end.
  let places: Int
  /// How many seats are contested: all but those kept empty.
  let contested: Int
  let seats: Int
  let sitting: Set<Int>
  let rules: Rules
  let lowered: [Count.Lowered]
  /// Seats that stay empty, whatever the ballots say.
  private(set) var vacant: [Count.Vacancy] = []
  private(set) var elected: [Int] = []
  private(set) var isElected: [Bool]
  private(set) var isHopeful: [Bool]
  private(set) var isGuarded: [Bool]
  private(set) var isDoomed: [Bool]
  /// Ties and decisions since the last stage.
  var ties: [Count.Tie] = []
  var decisions: [Count.Decision] = []
  /// Nil when nothing but the number of places binds.
  private let feasibility: Feasibility?
  private let ladder: Ladder

  /// A race among those who stand and are not barred; finds out whether an outcome is possible.
  init(
    _ contest: Contest, _ constraints: Constraints, _ ties: Ties, barred: Set<Int> = []
  ) throws(Uncountable) {
    let count = contest.candidates.count
    let standing = (0..<count).map { !contest.withdrawn.contains($0) && !barred.contains($0) }
    let nobody = [Bool](repeating: false, count: count)
    let open = min(contest.seats, standing.count { $0 })
    var rules = Rules(constraints, candidates: count, places: open)
    var (kept, lowered) = (0, [Count.Lowered]())
    if !rules.rules.isEmpty, try !rules.outcomes().isPossible(taken: nobody, left: standing) {
      guard let unmet = constraints.unmet,
        let lowering = try rules.lowering(standing: standing, seats: contest.seats, unmet: unmet)
      else { throw try rules.contradiction(standing: standing) }
      (kept, lowered) = (lowering.kept, rules.lower(lowering))
    }
    self.rules = rules
    self.lowered = lowered
    seats = contest.seats
    contested = contest.seats - kept
    places = rules.places
    feasibility = rules.rules.isEmpty ? nil : try rules.outcomes()
    ladder = Ladder(ties, candidates: count)
    isElected = nobody
    isGuarded = nobody
    isDoomed = nobody
    isHopeful = standing
    sitting = constraints.sitting
    vacant = try rules.vacancies(lowered, kept: kept, seats: seats, standing: standing)
    try mark()
  }

  /// Places that nobody has been elected to yet.
  var vacancies: Int { places - elected.count }

  /// Those who may still be elected, by index.
  var contenders: [Int] { isHopeful.indices.filter { isHopeful[$0] && !isDoomed[$0] } }

  /// The doomed who have not been excluded, by index.
  var doomed: [Int] { isHopeful.indices.filter { isHopeful[$0] && isDoomed[$0] } }

  /// Elects one, and finds out what follows for the others.
  mutating func elect(_ candidate: Int, _ ground: Count.Ground) throws(Uncountable) {
    isHopeful[candidate] = false
    isElected[candidate] = true
    elected.append(candidate)
    decisions.append(.elected(candidate, ground))
    try mark()
  }

  /// Excludes some together, and finds out what follows for the others.
  mutating func exclude(_ candidates: [Int]) throws(Uncountable) {
    for candidate in candidates { isHopeful[candidate] = false }
    try mark()
  }

  /// Leaves all seats empty since nobody cast a ballot.
  mutating func void() {
    decisions = []
    vacant = [Count.Vacancy(seats: seats, reason: .noBallots)]
  }

  /// The one of the tied whom the ladder prefers, or for an exclusion the one it prefers least.
  ///
  /// `history` holds the votes after each stage, where the method knows stages.
  mutating func choose(
    _ tied: [Int], for purpose: Count.Tie.Purpose, history: [[Int]] = []
  ) -> Int {
    if tied.count == 1 { return tied[0] }
    let tie = ladder.settle(tied, for: purpose, history: history)
    ties.append(tie)
    return tie.chosen
  }

  /// Guards and dooms whomever the bounds now guard or doom.
  ///
  /// When no more are left than there are places, or no place is left, that is not the bounds' doing.
  private mutating func mark() throws(Uncountable) {
    guard let feasibility, vacancies > 0, isHopeful.count(where: { $0 }) > vacancies else { return }
    let unmarked = isHopeful.indices.filter { isHopeful[$0] && !isGuarded[$0] && !isDoomed[$0] }
    let found = try rules.marks(feasibility, among: unmarked, taken: isElected, left: isHopeful)
    for mark in found {
      if mark.isDoom { isDoomed[mark.candidate] = true } else { isGuarded[mark.candidate] = true }
      decisions.append(
        mark.isDoom ? .doomed(mark.candidate, mark.by) : .guarded(mark.candidate, mark.by))
    }
  }
}
