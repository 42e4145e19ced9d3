// SPDX-License-Identifier: Apache-2.0

import Counting
import Foundation
import TestSupport
import Testing

/// Elections of other bodies, recounted (`Tests/Vectors/votes`).
@Suite struct PublishedElections {
  // MARK: Meek

  struct Winners: Decodable, Sendable {
    let election: String
    let reference, scottish: [Int]

    enum CodingKeys: String, CodingKey {
      case election, scottish
      case reference = "meek-prf(droop)"
    }
  }

  static let meek = Result {
    try Vectors.votes.json("scotland/meek-winners.json", as: [Winners].self)
  }

  @Test(arguments: try meek.get())
  func meekElectsWhoTwoOtherProgramsElect(winners: Winners) throws {
    let contest = try Vectors.votes.blt("scotland/scot-elex/\(winners.election)")
    let meek = try contest.count(.meek, ties: contest.paperOrder)
    #expect(meek.elected.sorted().map { $0 + 1 } == winners.reference)
    let scottish = try contest.count(.stv, ties: contest.paperOrder)
    #expect(scottish.elected.sorted().map { $0 + 1 } == winners.scottish)
  }

  /// The Steering Committee of 2025, and the same ballots with the wrong number of seats.
  @Test(arguments: [
    ("nixos/nixos-sc-2025-5seats", [String]()),
    ("nixos/nixos-sc-2025-7seats-typo", ["pluiedev", "samueldr"]),
  ])
  func nixosElectsItsCommittee(file: String, more: [String]) throws {
    let contest = try Vectors.votes.blt(file)
    let official = ["cafkafk", "JulienMalka", "K900", "philiptaron", "tomberek"] + more
    for method in [Method.meek, .stv] {
      let count = try contest.count(method, ties: contest.paperOrder)
      #expect(Set(count.elected.map { contest.candidates[$0] }) == Set(official))
      #expect(count.papers.valid + count.papers.blank == 443)
    }
  }

  // MARK: Approval

  struct Approval: Decodable, Sendable {
    let pep: String
    let cast: Int
    let approvals: [String: Int]
    let officialWinners: [String]
  }

  static let python = Result {
    try Vectors.votes.json("python-steering/approval-results.json", as: [Approval].self)
  }

  /// Totals were published, not ballots: each approval is a ballot here, the others are blank.
  @Test(arguments: try python.get())
  func pythonElectsItsCouncil(vote: Approval) throws {
    let names = vote.approvals.keys.sorted()
    let contest = Contest(
      seats: 5, candidates: names,
      ballots: names.enumerated().map { index, name in
        .init(papers: vote.approvals[name] ?? 0, ranking: [[index]])
      })
    let count = try contest.count(.mostApproved, ties: contest.paperOrder)
    #expect(Set(count.elected.map { names[$0] }) == Set(vote.officialWinners))
    for (index, name) in names.enumerated() {
      #expect(count.stages[0].votes[index] == Fraction(vote.approvals[name] ?? -1))
    }
  }
}
