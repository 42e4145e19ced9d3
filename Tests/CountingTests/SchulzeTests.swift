// SPDX-License-Identifier: Apache-2.0

import Counting
import Testing

@Suite struct SchulzeCounts {
  static let matrices = Result {
    try PublishedVotes.matrices.get().filter { $0.V != nil && $0.default != nil }
  }

  /// Published matrices of Debian: who is dropped, and who wins (constitution, A.5).
  @Test(arguments: try matrices.get())
  func agreeWithDebian(vote: PublishedVotes.Matrices.Vote) throws {
    let rows = try #require(vote.V)
    let pairwise = try #require(Pairwise(rows))
    var standard = Schulze.Standard(option: try #require(vote.default), quorum: vote.quorumVotes)
    for (option, ratio) in vote.majority ?? [:] {
      let exact: Fraction = try #require(Fraction(ratio))
      standard.ratios[try #require(Int(option))] = exact
    }
    let schulze = Schulze(strength: .winningFewestAgainst, standard: standard)
    let comparison = schulze.compare(pairwise, standing: Array(rows.indices))
    #expect(comparison.dropped.map { "\($0)" } == vote.officialDroppedByMajority?.options ?? [])
    let winners = comparison.tiers[0].map { vote.options?[$0] ?? "" }
    #expect(winners == vote.computed?.winners)
    if let official = vote.officialWinner { #expect(winners == [official]) }
    #expect(comparison.tiers[0] == SchwartzDropping(rows, comparison.dropped).winners)
    #expect(comparison.tiers.last == [standard.option])
  }

  /// The strongest paths find whom dropping the weakest defeats, step by step, finds (Debian, A.5).
  @Test func agreeWithSchwartzDropping() throws {
    var tied = 0
    for seed in 0..<5_000 {
      var random = Seeded(seed)
      let count = Int.random(in: 1...6, using: &random)
      let rows = (0..<count).map { row in
        (0..<count).map { $0 == row ? 0 : Int.random(in: 0...6, using: &random) }
      }
      let tiers = Schulze(strength: .winningFewestAgainst).compare(
        try #require(Pairwise(rows)), standing: Array(0..<count)
      ).tiers
      if tiers[0].count > 1 { tied += 1 }
      #expect(tiers[0] == SchwartzDropping(rows, []).winners, "seed \(seed)")
      #expect(tiers.joined().sorted() == Array(0..<count))
    }
    #expect(tied > 100)
  }

  /// The example of 45 voters in which the order is E A C B D.
  ///
  /// Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
  /// Condorcet-consistent single-winner election method".
  static let example = Contest(
    seats: 1, candidates: ["A", "B", "C", "D", "E"],
    ballots: [
      (5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"),
      (7, "DCEBA"), (8, "EBADC"),
    ].map { papers, order in
      .init(papers: papers, ranking: order.utf8.map { [Int($0) - 65] })
    })

  @Test func agreeWithTheInventor() throws {
    let count = try Self.example.count(.schulze(Schulze()), ties: Self.example.paperOrder)
    let comparison = try #require(count.comparison)
    #expect(comparison.tiers == [[4], [0], [2], [1], [3]])
    #expect(comparison.pairwise[0, 1] == 20)
    #expect(
      comparison.paths == [
        0, 28, 28, 30, 24, 25, 0, 28, 33, 24, 25, 29, 0, 29, 24, 25, 28, 28, 0, 24, 25, 28, 28,
        31, 0,
      ])
    #expect(count.elected == [4])
  }

  /// Nobody reaches the quorum: no seat is filled, and the default option takes none.
  @Test func fillNoSeatBelowTheDefaultOption() throws {
    var contest = Self.example
    contest.seats = 3
    let standard = Schulze.Standard(option: 3, quorum: 30)
    let count = try contest.count(
      .schulze(Schulze(standard: standard)), ties: contest.paperOrder)
    // Against D: A 30 of 45, B 33, C 17, E 31.
    #expect(count.comparison?.dropped == [2])
    #expect(Set(count.elected) == [0, 1, 4])
    var higher = standard
    higher.quorum = 32
    let fewer = try contest.count(.schulze(Schulze(standard: higher)), ties: contest.paperOrder)
    #expect(fewer.elected == [1])
    #expect(fewer.vacant.map(\.seats) == [2])
    #expect(fewer.vacant.map(\.reason) == [.noCandidates])
  }
}

/// Debian's constitution, A.5, word for word and slowly.
struct SchwartzDropping {
  private let rows: [[Int]]
  private let options: [Int]
  private var defeats: [(by: Int, of: Int)] = []

  init(_ rows: [[Int]], _ dropped: [Int]) {
    self.rows = rows
    options = rows.indices.filter { !dropped.contains($0) }
    for a in options {
      for b in options where rows[a][b] > rows[b][a] { defeats.append((a, b)) }
    }
  }

  var winners: [Int] {
    var left = self
    while true {
      let schwartz = left.schwartz
      let within = left.defeats.filter { schwartz.contains($0.by) && schwartz.contains($0.of) }
      if within.isEmpty { return schwartz }
      left.defeats.removeAll { defeat in
        within.contains { $0 == defeat }
          && !within.contains { strength($0).lexicographicallyPrecedes(strength(defeat)) }
      }
    }
  }

  private func strength(_ defeat: (by: Int, of: Int)) -> [Int] {
    [rows[defeat.by][defeat.of], -rows[defeat.of][defeat.by]]
  }

  private var schwartz: [Int] {
    let reached = options.map { reach($0) }
    return options.indices.filter { a in
      options.indices.allSatisfy { b in
        reached[a].contains(options[b]) || !reached[b].contains(options[a])
      }
    }.map { options[$0] }
  }

  private func reach(_ start: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = [start]
    while let option = open.popLast() {
      for defeat in defeats where defeat.by == option && found.insert(defeat.of).inserted {
        open.append(defeat.of)
      }
    }
    return found
  }
}
