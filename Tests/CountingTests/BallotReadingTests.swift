// SPDX-License-Identifier: Apache-2.0

import Counting
import Testing

/// What papers say that are not as they should be, and contests that are none.
@Suite struct BallotReading {
  /// A contest from `3 AB=C`: papers and groups; `-` stands for an empty paper, `.` for no one.
  static func contest(
    seats: Int = 1, of candidates: String = "ABC", withdrawn: Set<Int> = [], _ piles: String...
  ) -> Contest {
    Contest(
      seats: seats, candidates: candidates.map(String.init), withdrawn: withdrawn,
      ballots: piles.map { pile in
        let words = pile.split(separator: " ").map(String.init)
        return .init(
          papers: Int(words[0]) ?? 0,
          ranking: words[1].split(separator: ">").map { group in
            group.utf8.filter { $0 >= 65 }.map { Int($0) - 65 }
          })
      })
  }

  /// By hand, one seat.
  ///
  /// V = 6, Q = 6/2 + 1 = 4. A 3, B 2, C 1: C goes out, and since the paper C C B ends before its
  /// repetition it is non-transferable; then B goes out, with C gone nobody follows; A is elected.
  @Test func aRankingEndsBeforeARepetition() throws {
    let contest = Self.contest("3 A", "2 B>C", "1 C>C>B")
    let count = try contest.count(.stv, ties: contest.paperOrder)
    #expect(count.quota == Fraction(4))
    #expect(
      count.stages.map(\.votes)
        == [[3, 2, 1], [3, 2, 0], [3, 0, 0]].map { $0.map { Fraction($0) } })
    #expect(count.stages.map(\.nonTransferable) == [0, 1, 3].map { Fraction($0) })
    #expect(count.stages.map(\.action) == [.firstPreferences, .exclusion(2), .exclusion(1)])
    #expect(count.elected == [0])
    #expect(count.stages[2].decisions == [.elected(0, .remaining)])
  }

  /// By hand, two seats.
  ///
  /// V = 9, Q = 9/3 + 1 = 4. A has 7, a surplus of 3, and each paper passes on 3/7 = 0.42857|14…:
  /// B gets 5 × 0.42857 = 2.14285, two papers with 0.85714 go nowhere, 0.00001 is lost.
  @Test func aTransferIsTruncatedToFiveDecimals() throws {
    let contest = Self.contest(seats: 2, "5 A>B", "2 A", "1 B", "1 C")
    let count = try contest.count(.stv, ties: contest.paperOrder)
    let stage = count.stages[1]
    #expect(stage.action == .surplus(0))
    #expect(stage.votes.map { $0.decimal(places: 5) } == ["4.00000", "3.14285", "1.00000"])
    #expect(stage.nonTransferable.decimal(places: 5) == "0.85714")
    #expect(stage.lost.decimal(places: 5) == "0.00001")
    #expect(count.elected == [0, 1])
  }

  @Test(arguments: [
    Method.stv, .meek, .schulze(Schulze()), .borda(.last), .mostApproved,
  ])
  func whoStoodDownIsPassedOver(method: Method) throws {
    let with = Self.contest(withdrawn: [0], "5 A>B", "3 C", "2 A")
    let without = Self.contest("5 B", "3 C", "2 -")
    let count = try with.count(method, ties: with.paperOrder)
    #expect(count.elected == [1])
    #expect(count.elected == (try without.count(method, ties: without.paperOrder).elected))
    #expect(count.papers.valid == (method == .mostApproved ? 10 : 8))
    #expect(count.papers.blank == (method == .mostApproved ? 0 : 2))
  }

  /// In plurality a paper may name as many as there are seats, those who stood down counted.
  @Test func tooManyNamesAreInvalid() throws {
    let contest = Self.contest(
      seats: 2, of: "ABCD", withdrawn: [3], "4 A=B", "3 B>C>A", "2 A>A>B", "1 C=D", "1 -")
    let count = try contest.count(.plurality, ties: contest.paperOrder)
    #expect(count.papers.valid == 7)
    #expect(count.papers.invalid == 3)
    #expect(count.papers.blank == 1)
    #expect(count.stages[0].votes == [6, 6, 1, 0].map { Fraction($0) })
    #expect(count.elected == [0, 1])
  }

  /// Nobody votes: nobody is elected, even if they are unopposed; a lot and a rubric need no ballot.
  @Test(arguments: RandomContest.methods)
  func withoutBallotsNobodyIsElected(method: Method) throws {
    let contest = Self.contest(seats: 3, of: "ABC")
    let count = try contest.count(method, ties: contest.paperOrder)
    #expect(count.elected == (method == .lot ? [0, 1, 2] : []))
    #expect(count.vacant.map(\.reason) == (method == .lot ? [] : [.noBallots]))
    #expect(count.stages.count == 1)
  }

  @Test(arguments: RandomContest.methods)
  func allAreElectedAtOnceWhenNoMoreStandThanThereAreSeats(method: Method) throws {
    let contest = Self.contest(seats: 4, of: "ABC", "3 B>A", "1 C")
    let count = try contest.count(method, ties: contest.paperOrder)
    #expect(Set(count.elected) == [0, 1, 2])
    #expect(count.stages.count == 1)
    #expect(count.vacant.map(\.seats) == [1])
    #expect(count.vacant.map(\.reason) == [.noCandidates])
  }

  @Test(arguments: [
    (contest(seats: 0), Uncountable.badSize),
    (contest(seats: 1_001), .badSize),
    (contest(withdrawn: [2, 3]), .unknownWithdrawn(3)),
    (contest("1 A", "0 B"), .emptyPile(ballot: 1)),
    (contest("1000000000 A", "1 B"), .tooManyPapers),
    (contest("1 A", "1 B>D"), .unknownCandidate(3, ballot: 1)),
    (contest("1 A>A>D"), .unknownCandidate(3, ballot: 0)),
    (contest("1 A", "1 B>C=A"), .equalRanks(ballot: 1)),
  ])
  func aContestIsCountedOrRefused(contest: Contest, expected: Uncountable) {
    #expect(throws: expected) {
      try contest.count(.stv, ties: Ties(lot: [0, 1, 2]))
    }
  }

  /// One of two equally ranked stood down: what is left is no tie.
  @Test func whoIsLeftAloneInAGroupIsNoTie() throws {
    let contest = Self.contest(withdrawn: [1], "2 A=B>C", "1 C")
    #expect(try contest.count(.meek, ties: contest.paperOrder).elected == [0])
  }

  @Test(arguments: [[0, 1], [0, 1, 1], [0, 1, 2, 3], [0, 1, 2, 2]])
  func theOrderNamesEveryoneOnce(lot: [Int]) {
    #expect(throws: Uncountable.badLot) {
      try Self.contest("1 A").count(.stv, ties: Ties(lot: lot))
    }
  }

  @Test(arguments: [
    Method.points(.sum(scale: [])), .points(.given([Fraction(1)])),
    .points(.sum(scale: [1_000_001])),
    .schulze(Schulze(standard: .init(option: 3))),
    .schulze(Schulze(standard: .init(option: 0, quorum: -1))),
    .schulze(Schulze(standard: .init(option: 0, ratios: [1: Fraction(1, 2)]))),
  ])
  func theMethodFitsTheContest(method: Method) {
    #expect(throws: Uncountable.badMethod) {
      try Self.contest("1 A").count(method, ties: Ties(lot: [0, 1, 2]))
    }
  }

  @Test(arguments: [
    (Constraints([Constraint(name: "x", members: [0], atLeast: 2)]), Uncountable.badConstraint(0)),
    (Constraints([Constraint(name: "x", members: [0], atLeast: 1, atMost: 0)]), .badConstraint(0)),
    (Constraints([Constraint(name: "x", members: [3])]), .badConstraint(0)),
    (
      Constraints([Constraint(name: "x", members: [], atLeast: 1)]),
      .infeasible([0], sitting: false)
    ),
    (Constraints(sitting: [0, 1]), .badSitting),
    (Constraints(sitting: [3]), .badSitting),
  ])
  func theConstraintsFitTheContest(constraints: Constraints, expected: Uncountable) {
    #expect(throws: expected) {
      try Self.contest("1 A").count(.stv, constraints: constraints, ties: Ties(lot: [0, 1, 2]))
    }
  }

  @Test func everyMethodHasAName() {
    #expect(
      Method.Name.allCases.map(\.rawValue)
        == ["plurality", "most_approved", "stv", "meek", "schulze", "borda", "points", "lot"])
    for name in Method.Name.allCases { #expect(Method(name)?.name ?? .points == name) }
  }
}
