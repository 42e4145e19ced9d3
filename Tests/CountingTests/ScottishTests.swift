// SPDX-License-Identifier: Apache-2.0

import Counting
import TestSupport
import Testing

/// Real wards, each stage and each candidate to five decimals (`Tests/Vectors/votes/scotland`).
@Suite struct ScottishCounts {
  struct Published: Decodable {
    let seats, validBallots: Int
    let quota: String
    let electedInOrder: [Int]
    let withdrawn: [Int]
    let tieBreaks: [TieBreak]
    let stages: [Stage]

    struct Stage: Decodable {
      let event: String
      let candidate: Int?
      let votes: [String: String]
      let nonTransferable, lostToTruncation: String
    }

    struct TieBreak: Decodable {
      let `for`: String
      let tied: [Int]
      let resolvedBy: String
    }
  }

  static let wards = Result {
    try Vectors.votes.names("scotland/glasgow-2007", ".blt")
      + Vectors.votes.names("scotland/scot-elex", ".blt")
  }

  /// The lot of the published count: it drew the fifth of two candidates to be excluded.
  private func ties(_ ward: String, _ contest: Contest) -> Ties {
    ward.hasSuffix("weak-surplus") ? Ties(lot: [0, 1, 2, 3, 5, 4]) : contest.paperOrder
  }

  @Test(arguments: try wards.get())
  func agreeWithEveryPublishedFigure(ward: String) throws {
    let published = try Vectors.votes.json("\(ward).expected.json", as: Published.self)
    let contest = try Vectors.votes.blt(ward)
    let count = try contest.count(.stv, ties: ties(ward, contest))

    #expect(count.seats == published.seats)
    #expect(count.papers.valid == published.validBallots)
    #expect(count.quota?.decimal(places: 5) == published.quota)
    #expect(count.elected.map { $0 + 1 } == published.electedInOrder)
    #expect(count.vacant.isEmpty)
    #expect(count.marks.isEmpty)
    #expect(count.stages.map { Self.words($0.action) } == published.stages.map(Self.words))
    for (stage, expected) in zip(count.stages, published.stages) {
      for (number, votes) in expected.votes {
        let index = try #require(Int(number)) - 1
        #expect(stage.votes[index].decimal(places: 5) == votes)
      }
      #expect(stage.nonTransferable.decimal(places: 5) == expected.nonTransferable)
      #expect(stage.lost.decimal(places: 5) == expected.lostToTruncation)
      #expect(stage.quota == count.quota)
    }
    let decisive = count.ties.filter { $0.purpose != .election }
    #expect(decisive.map(Self.words) == published.tieBreaks.map(Self.words))
  }

  private static func words(_ action: Count.Action) -> String {
    switch action {
    case .firstPreferences: "first"
    case .surplus(let candidate): "surplus \(candidate + 1)"
    case .exclusion(let candidate): "exclude \(candidate + 1)"
    case .exclusionOfDoomed, .round, .ranking: "unexpected"
    }
  }

  private static func words(_ stage: Published.Stage) -> String {
    stage.candidate.map { "\(stage.event) \($0)" } ?? stage.event
  }

  private static func words(_ tie: Count.Tie) -> String {
    let by = if case .lot = tie.decidedBy { "lot" } else { "prior" }
    return "\(tie.purpose == .surplus ? "surplus" : "exclude") \(tie.tied.map { $0 + 1 }) \(by)"
  }

  private static func words(_ tie: Published.TieBreak) -> String {
    "\(tie.for) \(tie.tied) \(tie.resolvedBy)"
  }

  /// Votes are neither made nor lost: with what is non-transferable and lost they are the papers.
  @Test(arguments: try wards.get())
  func addUpAtEveryStage(ward: String) throws {
    let contest = try Vectors.votes.blt(ward)
    let count = try contest.count(.stv, ties: contest.paperOrder)
    for stage in count.stages {
      let sum = stage.votes.reduce(stage.nonTransferable + stage.lost, +)
      #expect(sum == Fraction(count.papers.valid))
    }
  }
}
