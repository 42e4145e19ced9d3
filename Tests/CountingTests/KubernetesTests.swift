// SPDX-License-Identifier: Apache-2.0

import Counting
import Foundation
import TestSupport
import Testing

/// The Schulze elections of Kubernetes: ballots and official results, matrices and orders computed
/// by another program (`Tests/Vectors/votes/kubernetes`).
@Suite struct KubernetesElections {
  struct Expected: Decodable {
    let candidates, officialWinners: [String]
    let ballots: Int
    let pairwise, paths: [[Int]]
    let rankingTiers: [String: [[String]]]
    let winnersIfNoOpinionRankedLast: [String]

    enum CodingKeys: String, CodingKey {
      case candidates, officialWinners, ballots, pairwise, rankingTiers
      case winnersIfNoOpinionRankedLast
      case paths = "strongestPaths(winning votes, no-opinion ignored)"
    }
  }

  static let expected = Result {
    try Vectors.votes.json("kubernetes/expected.json", as: [String: Expected].self)
  }
  static let noComparison = Method.schulze(Schulze(unranked: .noComparison))

  @Test(arguments: try expected.get().keys.sorted())
  func haveThePublishedWinners(year: String) throws {
    let expected = try #require(try Self.expected.get()[year])
    let contest = try Vectors.votes.ranks(
      "kubernetes/\(year)-ballots", seats: expected.officialWinners.count)
    try #require(contest.candidates == expected.candidates)
    // The company of the fourth in order had its share of the committee already.
    let capped = Constraints(
      year == "2017" ? [Constraint(name: "Google", members: [12], atMost: 0)] : [])
    let count = try contest.count(
      Self.noComparison, constraints: capped, ties: contest.paperOrder)
    #expect(count.elected.map { contest.candidates[$0] } == expected.officialWinners)
    #expect(count.papers.valid + count.papers.blank == expected.ballots)

    let comparison = try #require(count.comparison)
    let rows = contest.candidates.indices
    #expect(rows.map { a in rows.map { comparison.pairwise[a, $0] } } == expected.pairwise)
    #expect(
      rows.map { a in rows.map { comparison.paths[a * rows.count + $0] } } == expected.paths)
    #expect(names(comparison.tiers, contest) == expected.rankingTiers["ignore/winning"])
  }

  /// What "no opinion" means has decided seats: with the unranked last, others win in 2021.
  @Test(arguments: try expected.get().keys.sorted())
  func haveOtherWinnersWhenTheUnrankedAreLast(year: String) throws {
    let expected = try #require(try Self.expected.get()[year])
    let contest = try Vectors.votes.ranks(
      "kubernetes/\(year)-ballots", seats: expected.officialWinners.count)
    let count = try contest.count(.schulze(Schulze()), ties: contest.paperOrder)
    let tiers = try #require(count.comparison).tiers
    #expect(names(tiers, contest) == expected.rankingTiers["last/winning"])
    #expect(
      count.elected.map { contest.candidates[$0] } == expected.winnersIfNoOpinionRankedLast)
  }

  private func names(_ tiers: [[Int]], _ contest: Contest) -> [[String]] {
    tiers.map { $0.map { contest.candidates[$0] } }
  }

  /// In 2022 a seat fell vacant and the next in order was the third of one company, of whom two were
  /// allowed: the seat went to the one after (kubernetes/community, pull request 6974).
  @Test func fillAVacancyWithinTheCap() throws {
    var contest = try Vectors.votes.ranks("kubernetes/2022-ballots", seats: 4)
    func indices(_ names: String...) -> Set<Int> {
      Set(names.compactMap { contest.candidates.firstIndex(of: $0) })
    }
    let google = Constraint(
      name: "Google", members: indices("mrbobbytables", "bentheelder", "cici37"), atMost: 2)
    let sitting = indices("mrbobbytables", "bentheelder", "palnabarun")
    let filled = try contest.countback(
      Self.noComparison, left: [], sitting: sitting, constraints: Constraints([google]),
      ties: contest.paperOrder)
    #expect(filled.newlyElected.map { contest.candidates[$0] } == ["cpanato"])
    let cici = try #require(indices("cici37").first)
    let reasons = filled.marks.compactMap { mark in
      if case .doomed(cici, let bounds) = mark.decision { bounds.map(\.kind) } else { nil }
    }
    #expect(reasons == [[.atMost, .sitting]])

    contest.seats = 3
    let first = try contest.count(Self.noComparison, ties: contest.paperOrder)
    #expect(Set(first.elected) == sitting)
  }
}
