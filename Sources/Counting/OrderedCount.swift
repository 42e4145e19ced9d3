// SPDX-License-Identifier: Apache-2.0

/// Elects down an order: the next of those who are not doomed, ties by the predetermined order.
///
/// All methods but `stv` and `meek` make an order and leave the rest to this walk.
struct OrderedCount {
  private(set) var race: Race
  private(set) var stages: [Count.Stage] = []

  init(_ race: Race) { self.race = race }

  /// Elects the candidates with the most first.
  mutating func run(_ scores: [Fraction]) throws(Uncountable) {
    while let most = race.vacancies > 0 ? race.contenders.map({ scores[$0] }).max() : nil {
      try elect(race.contenders.filter { scores[$0] == most })
    }
    record(scores)
  }

  /// Elects tier after tier, each of candidates whom the method does not separate.
  mutating func run(tiers: [[Int]], scores: [Fraction]) throws(Uncountable) {
    for tier in tiers {
      while race.vacancies > 0 {
        let ready = tier.filter { race.isHopeful[$0] && !race.isDoomed[$0] }
        if ready.isEmpty { break }
        try elect(ready.sorted())
      }
    }
    record(scores)
  }

  /// Elects in the predetermined order, which is the method and settles no tie.
  mutating func run(lot: [Int]) throws(Uncountable) {
    try run(tiers: lot.map { [$0] }, scores: race.isHopeful.map { _ in Fraction(0) })
  }

  /// Ends a count in which nobody said anything: nobody is elected.
  mutating func void() {
    race.void()
    record(race.isHopeful.map { _ in Fraction(0) })
  }

  private mutating func elect(_ tied: [Int]) throws(Uncountable) {
    let elected = race.choose(tied, for: .election)
    try race.elect(elected, .order)
  }

  private mutating func record(_ scores: [Fraction]) {
    stages = [
      Count.Stage(
        action: .ranking, votes: scores, nonTransferable: Fraction(0), lost: Fraction(0),
        quota: nil, keepFactors: [], ties: race.ties, decisions: race.decisions)
    ]
  }
}
