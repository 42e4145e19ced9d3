// SPDX-License-Identifier: Apache-2.0

import Counting
import Testing

@Suite struct Countbacks {
  /// By hand, three seats.
  ///
  /// V = 88, Q = 23. At first B 30 and A 28 are elected; A passes 5 on to D, then E goes
  /// out, and D with 15 after that: C with 20 is the third. When A leaves, A's 28 papers count for D,
  /// who has 34 and takes the seat.
  @Test func giveTheSeatToTheVotersOfWhoLeft() throws {
    let contest = BallotReading.contest(
      seats: 3, of: "ABCDE", "28 A>D", "30 B", "20 C", "6 D", "4 E>D")
    #expect(try contest.count(.stv, ties: contest.paperOrder).elected == [1, 0, 2])
    let count = try contest.countback(
      .stv, left: [0], sitting: [1, 2], ties: contest.paperOrder)
    #expect(count.stages[0].votes == [0, 30, 20, 34, 4].map { Fraction($0) })
    #expect(count.newlyElected == [3])
    #expect(Set(count.elected) == [1, 2, 3])
  }

  /// The runner-up D would be the second of a family of which one may sit: E takes the seat.
  @Test(arguments: [Method.stv, .meek, .mostApproved, .schulze(Schulze())])
  func skipARunnerUpWhoWouldBreakACap(method: Method) throws {
    let contest = BallotReading.contest(
      seats: 3, of: "ABCDE", "40 A>D", "30 B", "20 C", "6 D", "4 E")
    let family = Constraint(name: "family", members: [2, 3], atMost: 1)
    let count = try contest.countback(
      method, left: [0], sitting: [1, 2], constraints: Constraints([family]),
      ties: contest.paperOrder)
    #expect(count.newlyElected == [4])
    let reasons = count.marks.compactMap { mark in
      if case .doomed(3, let bounds) = mark.decision { bounds } else { nil }
    }
    #expect(reasons.map { $0.map(\.kind) } == [[.atMost, .sitting]])
    #expect(reasons.map { $0.map(\.constraint) } == [[0, nil]])
  }

  /// Whatever the ballots, all who sit keep their seats, and the seats are filled with others.
  @Test(arguments: RandomContest.methods)
  func keepEverybodyWhoSits(method: Method) throws {
    var filled = 0
    for seed in 0..<400 {
      var random = RandomContest(seed)
      guard let first = try? random.contest.count(method, ties: random.ties),
        let gone = first.elected.first
      else { continue }
      let sitting = Set(first.elected.dropFirst())
      let count = try? random.contest.countback(
        method, left: [gone], sitting: sitting, constraints: random.constraints, ties: random.ties)
      random.contest.withdrawn.insert(gone)
      random.constraints.sitting = sitting
      for index in random.constraints.list.indices {
        let constraint = random.constraints.list[index]
        let sits = sitting.intersection(constraint.members).count
        random.constraints.list[index].atMost = constraint.atMost.map { max($0, sits) }
      }
      let permitted = random.permitted(min(random.contest.seats, random.standing.count))
      #expect((count != nil) == !permitted.isEmpty, "seed \(seed)")
      guard let count, count.vacant.first?.reason != .noBallots else { continue }
      #expect(permitted.contains(Set(count.elected)), "seed \(seed)")
      #expect(Set(count.newlyElected).isDisjoint(with: sitting))
      filled += count.newlyElected.count
    }
    #expect(filled > 50)
  }
}
