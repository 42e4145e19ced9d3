// SPDX-License-Identifier: Apache-2.0

/// The single transferable vote by Meek's method: the PR Foundation's reference rule, with
/// constraints by Hill's method (Voting matters 9).
///
/// Votes and keep factors are whole numbers of 1/1000000000.
struct MeekCount {
  static let unit = 1_000_000_000
  /// A surplus under this ends the iterations: 0.000001 votes.
  static let omega = 1_000

  private let tree: BallotTree
  private(set) var race: Race
  private var keep: [Int]
  private var votes: [Int]
  private(set) var quota = 0
  private var surplus = 0
  /// What a paper has left after each node of the tree: room that every distribution fills anew.
  private var left: [Int]
  private(set) var stages: [Count.Stage] = []

  init(_ contest: Contest, _ tree: BallotTree, _ race: Race) {
    self.tree = tree
    left = Array(repeating: 0, count: tree.candidate.count)
    self.race = race
    keep = race.isHopeful.map { $0 ? Self.unit : 0 }
    votes = Array(repeating: 0, count: contest.candidates.count)
  }

  /// The quota of the last round in votes.
  var quotaText: Fraction { Fraction(quota, Self.unit) }

  /// Counts to the end: rounds (B) until the places are filled or no more are left than places.
  mutating func run() throws(Uncountable) {
    while true {
      let iterations = try iterate()
      try electRemaining()
      if race.vacancies > 0, race.decisions.allSatisfy(\.isMark) {
        try defeat()
        try electRemaining()
      }
      record(.round(iterations: iterations))
      if race.vacancies == 0 { return }
    }
  }

  /// B.2: distributes and adjusts until somebody is elected or the surplus is small.
  private mutating func iterate() throws(Uncountable) -> Int {
    var iterations = 0
    while true {
      iterations += 1
      let before = surplus
      distribute()
      surplus = max(0, race.elected.reduce(0) { $0 + votes[$1] - quota })
      if try electAtQuota() { return iterations }
      if !race.doomed.isEmpty || surplus < Self.omega { return iterations }
      if iterations > 1, surplus >= before { return iterations }
      for candidate in race.elected { keep[candidate] = adjusted(candidate) }
    }
  }

  /// B.2.a and b: what each paper gives, rounded up, and the quota.
  private mutating func distribute() {
    for candidate in votes.indices { votes[candidate] = 0 }
    var node = 0
    while node < tree.candidate.count {
      let weight = tree.parent[node] < 0 ? Self.unit : left[tree.parent[node]]
      let candidate = tree.candidate[node]
      let given = (weight * keep[candidate] + Self.unit - 1) / Self.unit
      votes[candidate] += given * tree.papers[node]
      left[node] = weight - given
      node = left[node] == 0 ? tree.next[node] : node + 1
    }
    quota = votes.reduce(0, +) / (race.contested + 1) + 1
  }

  /// B.2.c: everyone with the quota, the most votes first.
  private mutating func electAtQuota() throws(Uncountable) -> Bool {
    var anybody = false
    while race.vacancies > 0, try electHighest(atLeast: quota, .quota) { anybody = true }
    return anybody
  }

  /// B.1 and C: when no more are left than places, they are elected.
  private mutating func electRemaining() throws(Uncountable) {
    while race.vacancies > 0, race.contenders.count <= race.vacancies {
      guard try electHighest(atLeast: 0, .remaining) else { return }
    }
  }

  private mutating func electHighest(
    atLeast least: Int, _ ground: Count.Ground
  ) throws(Uncountable) -> Bool {
    let ready = race.contenders.filter { votes[$0] >= least }
    guard let most = ready.map({ votes[$0] }).max() else { return false }
    let elected = race.choose(ready.filter { votes[$0] == most }, for: .election)
    try race.elect(elected, ground)
    return true
  }

  /// B.3: all who are doomed, or the one with the fewest votes; who is ahead of the fewest by no
  /// more than the surplus is tied with it.
  private mutating func defeat() throws(Uncountable) {
    var out = race.doomed
    if out.isEmpty {
      let weak = race.contenders.filter { !race.isGuarded[$0] }
      let fewest = weak.map { votes[$0] }.min() ?? 0
      out = [race.choose(weak.filter { votes[$0] <= fewest + surplus }, for: .exclusion)]
    }
    for candidate in out {
      keep[candidate] = 0
      race.decisions.append(.excluded(candidate))
    }
    try race.exclude(out)
  }

  /// B.2.f: the keep factor times quota over votes, each step rounded up, and never above 1.
  private func adjusted(_ candidate: Int) -> Int {
    let product = keep[candidate].multipliedFullWidth(by: quota)
    let kept = Self.unit.dividingFullWidth(product)
    let rounded = kept.quotient + (kept.remainder > 0 ? 1 : 0)
    let factor = votes[candidate].dividingFullWidth(rounded.multipliedFullWidth(by: Self.unit))
    return min(Self.unit, factor.quotient + (factor.remainder > 0 ? 1 : 0))
  }

  private mutating func record(_ action: Count.Action) {
    let total = votes.reduce(0, +)
    stages.append(
      Count.Stage(
        action: action, votes: votes.map { Fraction($0, Self.unit) },
        nonTransferable: Fraction(tree.counts.valid * Self.unit - total, Self.unit),
        lost: Fraction(0), quota: quotaText,
        keepFactors: keep.map { Fraction($0, Self.unit) }, ties: race.ties,
        decisions: race.decisions))
    race.ties = []
    race.decisions = []
  }
}
