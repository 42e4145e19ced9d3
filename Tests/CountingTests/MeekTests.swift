// SPDX-License-Identifier: Apache-2.0

import Counting
import TestSupport
import Testing

/// Every round by Meek's method, to nine decimals, against the reference implementation's figures
/// (`Tests/Vectors/votes/meek-rounds.json`).
@Suite struct MeekCounts {
  struct Reference: Decodable, Sendable, CustomTestStringConvertible {
    let election: String
    let winners: [Int]
    let rounds: [Round]
    var testDescription: String { election }

    struct Round: Decodable, Sendable {
      let elected, defeated: [Int]
      /// Of all but the defeated.
      let votes: [String: String]
      let quota, residual: String
    }
  }

  static let references = Result {
    try Vectors.votes.json("meek-rounds.json", as: [Reference].self)
  }

  @Test(arguments: try references.get())
  func agreeWithEveryRound(reference: Reference) throws {
    let contest = try Vectors.votes.blt(reference.election)
    // That program excludes the first of the tied on the paper, and so does this order.
    let ties = Ties(lot: contest.candidates.indices.reversed())
    let count = try contest.count(.meek, ties: ties)
    #expect(count.elected.sorted().map { $0 + 1 } == reference.winners)
    #expect(count.stages.count == reference.rounds.count)
    for (stage, round) in zip(count.stages, reference.rounds) {
      #expect(stage.quota?.decimal(places: 9) == round.quota)
      #expect(stage.nonTransferable.decimal(places: 9) == round.residual)
      for (number, votes) in round.votes {
        let index = try #require(Int(number)) - 1
        #expect(stage.votes[index].decimal(places: 9) == votes)
      }
      let (elected, defeated) = Self.decisions(stage)
      #expect(elected == round.elected.sorted() && defeated == round.defeated)
    }
  }

  /// Who reached the quota and who was defeated, numbered from 1.
  private static func decisions(_ stage: Count.Stage) -> (elected: [Int], defeated: [Int]) {
    var (elected, defeated) = ([Int](), [Int]())
    for decision in stage.decisions {
      switch decision {
      case .elected(let candidate, .quota): elected.append(candidate + 1)
      case .excluded(let candidate): defeated.append(candidate + 1)
      case .elected, .guarded, .doomed: break
      }
    }
    return (elected.sorted(), defeated)
  }
}
