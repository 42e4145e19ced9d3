// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import TestSupport
import Testing

@Suite struct RankTables {
  private func read(_ text: String) throws -> Contest {
    try RankTable.read([UInt8](text.utf8), seats: 1)
  }

  @Test func orderTheCandidatesByRank() throws {
    let contest = try read(
      "Ann,\"Bob, Jr\",Eve\r\n2,1,3\r\n5,5,2\r\n,9,\r\nNo opinion, no Opinion ,\r\n 1 ,,01\r\n")
    #expect(contest.candidates == ["Ann", "Bob, Jr", "Eve"])
    #expect(contest.seats == 1)
    #expect(
      contest.ballots.map(\.ranking) == [[[1], [0], [2]], [[2], [0, 1]], [[1]], [], [[0, 2]]])
    #expect(contest.ballots.allSatisfy { $0.papers == 1 })
  }

  @Test(arguments: ["0", "-1", "1.5", "x", "1 2", "1000000000", "None"])
  func haveOnlyRanks(cell: String) {
    #expect(throws: MalformedRankTable.notARank(line: 3, column: "Bob", found: cell)) {
      try read("Ann,Bob\n1,2\n1,\(cell)\n")
    }
  }

  @Test func areTablesFirst() {
    #expect(throws: MalformedRankTable.table(.raggedRow(line: 2, expected: 2, found: 1))) {
      try read("Ann,Bob\n1\n")
    }
    #expect(throws: MalformedRankTable.table(.duplicateColumn("Ann"))) { try read("Ann,Ann\n") }
  }

  @Test func areWrittenARowForEachPaper() throws {
    let contest = Contest(
      seats: 1, candidates: ["Ann", "Bob", "=1+1", "Eve"], withdrawn: [1],
      ballots: [
        .init(papers: 2, ranking: [[2], [1], [0, 3]]), .init(ranking: []),
        // Eve for the second time: the ballot says nothing from there on.
        .init(ranking: [[3], [3], [0]]),
      ])
    #expect(
      try String(decoding: RankTable.write(contest), as: UTF8.self)
        == "Ann,'=1+1,Eve\n2,1,2\n2,1,2\n,,\n,,1\n")
  }

  @Test func holdNoMorePapersThanATableHasRows() {
    let contest = Contest(
      seats: 1, candidates: ["Ann"], ballots: [.init(papers: 100_001, ranking: [])])
    #expect(throws: UnwritableContest.tooManyPapers(100_001, max: 100_000)) {
      try RankTable.write(contest)
    }
  }

  @Test func holdNoNamesThatCouldNotBeReadAgain() {
    for (names, expected): ([String], UnwritableContest) in [
      (["Ann", "Ann"], .repeatedName("Ann")), (["\u{1B}[2J"], .name("\u{1B}[2J")),
      ([""], .name("")),
    ] {
      #expect(throws: expected) { try RankTable.write(Contest(seats: 1, candidates: names)) }
    }
  }

  struct Expected: Decodable {
    let ballots: Int
    let candidates: [String]
    let pairwise: [[Int]]
  }

  /// How many ballots rank one above another: the matrices of the published Kubernetes votes.
  @Test(
    arguments: try Vectors.votes.paths(below: "kubernetes", endingIn: "-ballots.csv")
      .filter { !$0.contains("2023-GB") })
  func giveThePairwiseMatrix(path: String) throws {
    let contest = try RankTable.read(Vectors.votes.bytes(path), seats: 3)
    let year = path.replacing("kubernetes/", with: "").replacing("-ballots.csv", with: "")
    let expected = try #require(
      try Vectors.votes.json("kubernetes/expected.json", as: [String: Expected].self)[year])
    #expect(contest.candidates == expected.candidates)
    #expect(contest.ballots.count == expected.ballots)
    let count = contest.candidates.count
    var matrix = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for ballot in contest.ballots {
      for (place, group) in ballot.ranking.enumerated() {
        for worse in ballot.ranking[(place + 1)...].joined() {
          for better in group { matrix[better][worse] += 1 }
        }
      }
    }
    #expect(matrix == expected.pairwise)
    #expect(try RankTable.read(RankTable.write(contest), seats: 3) == contest)
  }
}
