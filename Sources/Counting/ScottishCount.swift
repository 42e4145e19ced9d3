// SPDX-License-Identifier: Apache-2.0

/// The single transferable vote by the Scottish rules (SSI 2007/42, rules 45 to 52), with
/// constraints by Hill's method (Voting matters 9).
///
/// Votes are whole numbers of 1/100000 of a paper.
struct ScottishCount {
  static let unit = 100_000

  /// Papers that one candidate holds at one value each.
  private struct Parcel {
    /// A node of the tree: all papers that begin with its path.
    let node: Int
    let value: Int
  }

  private let tree: BallotTree
  private(set) var race: Race
  private let quota: Int
  private var votes: [Int]
  private var parcels: [[Parcel]]
  private var nonTransferable = 0
  private var lost = 0
  /// Elected candidates whose surplus has not been transferred.
  private var pending: [Int] = []
  /// The votes after each stage.
  private var history: [[Int]] = []
  private(set) var stages: [Count.Stage] = []

  init(_ contest: Contest, _ tree: BallotTree, _ race: Race) {
    self.tree = tree
    self.race = race
    quota = (tree.counts.valid / (race.contested + 1) + 1) * Self.unit
    votes = Array(repeating: 0, count: contest.candidates.count)
    parcels = Array(repeating: [], count: contest.candidates.count)
  }

  /// The quota in votes.
  var quotaText: Fraction { Fraction(quota, Self.unit) }

  /// Counts to the end.
  mutating func run() throws(Uncountable) {
    sortFirstPreferences()
    try finish(.firstPreferences)
    while race.vacancies > 0 { try finish(try step()) }
  }

  /// Rule 45: each paper to its first preference.
  private mutating func sortFirstPreferences() {
    var node = 0
    while node < tree.candidate.count {
      receive(Parcel(node: node, value: Self.unit))
      node = tree.next[node]
    }
  }

  /// One transfer: the doomed first, then the largest surplus, then the fewest votes.
  private mutating func step() throws(Uncountable) -> Count.Action {
    let doomed = race.doomed
    if !doomed.isEmpty {
      try exclude(doomed)
      return .exclusionOfDoomed(doomed)
    }
    if let largest = pending.map({ votes[$0] }).max() {
      let elected = race.choose(
        pending.filter { votes[$0] == largest }.sorted(), for: .surplus, history: history)
      transferSurplus(of: elected)
      return .surplus(elected)
    }
    let weak = race.contenders.filter { !race.isGuarded[$0] }
    guard let fewest = weak.map({ votes[$0] }).min() else {
      preconditionFailure("the guarded are never more than the places")
    }
    let excluded = race.choose(
      weak.filter { votes[$0] == fewest }, for: .exclusion, history: history)
    try exclude([excluded])
    return .exclusion(excluded)
  }

  /// Rules 47 and 52: who has the quota is elected, and the last when no more are left.
  private mutating func finish(_ action: Count.Action) throws(Uncountable) {
    while race.vacancies > 0 {
      let contenders = race.contenders
      let withQuota = contenders.filter { votes[$0] >= quota }
      let noMore = contenders.count <= race.vacancies ? contenders : []
      let ready = withQuota.isEmpty ? noMore : withQuota
      guard let most = ready.map({ votes[$0] }).max() else { break }
      // The Order knows earlier stages for surpluses and exclusions only.
      let elected = race.choose(ready.filter { votes[$0] == most }, for: .election)
      try race.elect(elected, withQuota.isEmpty ? .remaining : .quota)
      if most > quota { pending.append(elected) }
    }
    record(action)
  }

  private mutating func record(_ action: Count.Action) {
    stages.append(
      Count.Stage(
        action: action, votes: votes.map { Fraction($0, Self.unit) },
        nonTransferable: Fraction(nonTransferable, Self.unit), lost: Fraction(lost, Self.unit),
        quota: quotaText, keepFactors: [], ties: race.ties, decisions: race.decisions))
    history.append(votes)
    race.ties = []
    race.decisions = []
  }
}

// MARK: Transfers

extension ScottishCount {
  /// Rule 48: every paper received, at surplus times value over votes, truncated to five decimals.
  private mutating func transferSurplus(of elected: Int) {
    let (total, surplus) = (votes[elected], votes[elected] - quota)
    let before = votes.reduce(nonTransferable, +)
    let held = parcels[elected]
    parcels[elected] = []
    pending.removeAll { $0 == elected }
    votes[elected] = quota
    for parcel in held {
      let product = surplus.multipliedFullWidth(by: parcel.value)
      pass(Parcel(node: parcel.node, value: total.dividingFullWidth(product).quotient))
    }
    lost += before - votes.reduce(nonTransferable, +)
  }

  /// Rule 50: every paper of the excluded, at the value at which they received it.
  private mutating func exclude(_ candidates: [Int]) throws(Uncountable) {
    try race.exclude(candidates)
    for candidate in candidates {
      let held = parcels[candidate]
      parcels[candidate] = []
      votes[candidate] = 0
      for parcel in held { pass(parcel) }
    }
  }

  /// Passes papers on to their next preference among those who are neither elected nor excluded.
  private mutating func pass(_ parcel: Parcel) {
    var rest = tree.papers[parcel.node]
    var node = parcel.node + 1
    while node < tree.next[parcel.node] {
      if race.isHopeful[tree.candidate[node]] {
        receive(Parcel(node: node, value: parcel.value))
        rest -= tree.papers[node]
        node = tree.next[node]
      } else {
        node += 1
      }
    }
    nonTransferable += rest * parcel.value
  }

  private mutating func receive(_ parcel: Parcel) {
    let candidate = tree.candidate[parcel.node]
    parcels[candidate].append(parcel)
    votes[candidate] += tree.papers[parcel.node] * parcel.value
  }
}
