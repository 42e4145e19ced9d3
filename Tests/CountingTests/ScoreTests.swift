// SPDX-License-Identifier: Apache-2.0

import Counting
import Testing

/// Methods that add up names or points, by hand.
@Suite struct ScoredCounts {
  private func halves(_ doubled: Int...) -> [Fraction] { doubled.map { Fraction($0, 2) } }

  /// By hand, four candidates.
  ///
  /// A > B = C leaves D out: A 3, B and C share 2 and 1, D has the last place; A alone:
  /// A 3, and the others share 2, 1 and 0.
  @Test func bordaSharesPointsAmongEquals() throws {
    let contest = BallotReading.contest(of: "ABCD", "1 A>B=C", "2 A")
    let last = try contest.count(.borda(.last), ties: contest.paperOrder)
    #expect(last.stages[0].votes == halves(18, 3 + 4, 3 + 4, 0 + 4))
    // The unranked get nothing: A 3 three times, B and C 1.5.
    let zero = try contest.count(.borda(.zero), ties: contest.paperOrder)
    #expect(zero.stages[0].votes == halves(18, 3, 3, 0))
    // Three ranked give 3 and, shared, 2 and 1; one ranked gives 1.
    let modified = try contest.count(.borda(.modified), ties: contest.paperOrder)
    #expect(modified.stages[0].votes == halves(6 + 4, 3, 3, 0))
  }

  /// Condorcet's own example of 81 voters, in which A beats both others and B has more points.
  ///
  /// A 2·31 + 39 = 101, B 2·39 + 31 = 109, C 2·11 + 11 = 33.
  @Test func bordaElectsAnotherThanCondorcet() throws {
    let contest = BallotReading.contest(
      "30 A>B>C", "1 A>C>B", "10 C>A>B", "29 B>A>C", "10 B>C>A", "1 C>B>A")
    let borda = try contest.count(.borda(.last), ties: contest.paperOrder)
    #expect(borda.stages[0].votes == [101, 109, 33].map { Fraction($0) })
    #expect(borda.elected == [1])
    let schulze = try contest.count(.schulze(Schulze()), ties: contest.paperOrder)
    #expect(schulze.comparison?.tiers == [[0], [1], [2]])
  }

  /// Scores from 2 to 0: A 2, 2, 0; B 1, -, 1; C nothing, 0, 2.
  @Test func pointsGoByPlaceOnTheBallot() throws {
    let contest = Contest(
      seats: 1, candidates: ["A", "B", "C"],
      ballots: [
        .init(ranking: [[0], [1], []]), .init(ranking: [[0], [], [2]]),
        .init(ranking: [[2], [1], [0]]),
      ])
    let sum = try contest.count(.points(.sum(scale: [2, 1, 0])), ties: contest.paperOrder)
    #expect(sum.stages[0].votes == [4, 2, 2].map { Fraction($0) })
    #expect(sum.decimals == 0)
    let mean = try contest.count(.points(.mean(scale: [2, 1, 0])), ties: contest.paperOrder)
    #expect(mean.stages[0].votes == [Fraction(4, 3), Fraction(1), Fraction(1)])
    #expect(mean.decimals == nil)
    let given = try contest.count(
      .points(.given([Fraction(1, 3), Fraction(2, 5), Fraction(3, 8)])), ties: contest.paperOrder)
    #expect(given.elected == [1])
  }

  /// B, C and D have two approvals each and two seats are left: the order C, D, B decides, twice.
  @Test func tiesAreNamedWithWhatDecided() throws {
    let contest = BallotReading.contest(seats: 3, of: "ABCD", "2 A=B=C=D", "1 A")
    let count = try contest.count(.mostApproved, ties: Ties(lot: [2, 3, 0, 1]))
    #expect(count.elected == [0, 2, 3])
    #expect(count.ties.map(\.tied) == [[1, 2, 3], [1, 3]])
    #expect(count.ties.map(\.chosen) == [2, 3])
    #expect(count.ties.allSatisfy { $0.decidedBy == .lot && $0.purpose == .election })
  }

  /// One of the two front-line seats has a candidate, and one of the three kept for the small.
  private let few = Constraints([
    Constraint(name: "small", members: [0], atLeast: 3),
    Constraint(name: "frontline", members: [1], atLeast: 2),
  ])

  @Test func seatsStayEmptyRatherThanGoToOthers() throws {
    let contest = BallotReading.contest(seats: 7, of: "ABCDEFG", "9 C=D=E=F=G", "1 A=B")
    var constraints = few
    #expect(throws: Uncountable.infeasible([0], sitting: false)) {
      try contest.count(.mostApproved, constraints: constraints, ties: contest.paperOrder)
    }
    constraints.unmet = .leaveVacant
    let vacant = try contest.count(
      .mostApproved, constraints: constraints, ties: contest.paperOrder)
    #expect(vacant.elected == [2, 3, 0, 1])
    #expect(vacant.lowered.map(\.by) == [2, 1])
    #expect(vacant.vacant.map(\.reason) == [.keptFor(0), .keptFor(1)])
    #expect(vacant.vacant.map(\.seats) == [2, 1])
    constraints.unmet = .release
    let released = try contest.count(
      .mostApproved, constraints: constraints, ties: contest.paperOrder)
    #expect(released.elected == [2, 3, 4, 5, 6, 0, 1])
    #expect(released.lowered.map(\.by) == [2, 1])
    #expect(released.vacant.isEmpty)
  }

  /// A cap never yields: three of one family stand, one may be elected, so one of two seats is empty.
  @Test func aCapLeavesASeatEmpty() throws {
    let contest = BallotReading.contest(seats: 2, of: "ABC", "3 A=B", "1 C")
    let family = Constraint(name: "family", members: [0, 1, 2], atMost: 1)
    #expect(throws: Uncountable.infeasible([0], sitting: false)) {
      try contest.count(
        .mostApproved, constraints: Constraints([family]), ties: contest.paperOrder)
    }
    let count = try contest.count(
      .mostApproved, constraints: Constraints([family], unmet: .leaveVacant),
      ties: contest.paperOrder)
    #expect(count.elected == [0])
    #expect(count.vacant.map(\.seats) == [1])
    #expect(count.vacant.map(\.reason) == [.constraints([0])])
  }
}
