// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import Foundation
import TestSupport
import Testing

@Suite struct BLTFiles {
  private func read(_ text: String) throws -> Contest { try BLTFile([UInt8](text.utf8)).contest }

  private func ballots(_ piles: [(Int, [[Int]])]) -> [Contest.Ballot] {
    piles.map { Contest.Ballot(papers: $0.0, ranking: $0.1) }
  }

  /// The example of Hill, Wichmann and Woodall; OpenTally's manual has it with equal ranks.
  @Test func areReadAsTheirAuthorsWriteThem() throws {
    let contest = try read(
      """
      4 2
      -2
      3 1 3 4 0
      4 1 3 2 0
      2 4 1=3 0
      1 2 0
      2 2=4=3 1 0
      1 3 4 2 0
      0
      "Adam"
      "Basil"
      "Charlotte"
      "Donald"
      "Title"
      """)
    #expect(contest.title == "Title")
    #expect(contest.seats == 2)
    #expect(contest.candidates == ["Adam", "Basil", "Charlotte", "Donald"])
    #expect(contest.withdrawn == [1])
    #expect(
      contest.ballots
        == ballots([
          (3, [[0], [2], [3]]), (4, [[0], [2], [1]]), (2, [[3], [0, 2]]), (1, [[1]]),
          (2, [[1, 3, 2], [0]]), (1, [[2], [3], [1]]),
        ]))
  }

  /// OpenSTV's help, with its comments; its loader also takes ids, skipped ranks and blank lines.
  @Test func mayHaveCommentsIDsAndSkippedRanks() throws {
    let contest = try read(
      """
      # made by hand
      4 2          # four candidates are competing for two seats
      -2           # Bob has withdrawn (optional)

      (A-1) 1 4 1 3 2 0  # first ballot
      (A 2) 1 - 3 - 4 0
      (A-3) 1 0#blank
      0            # end of ballots marker
      "Amy"        # candidate 1
      "Bob"        # candidate 2
      "Chuck # 3"  # candidate 3
      "Diane"      # candidate 4
      "Gardening Club Election"  # title
      """)
    #expect(contest.candidates == ["Amy", "Bob", "Chuck # 3", "Diane"])
    #expect(contest.title == "Gardening Club Election")
    #expect(
      contest.ballots == ballots([(1, [[3], [0], [2], [1]]), (1, [[2], [3]]), (1, [])]))
  }

  /// Droop's own tests: no line ends, nested comments, nicknames, a tie order, source and comment.
  @Test func mayBeDroops() throws {
    let plain = try read(
      #"3 2 4 1 2 0 2 3 0 0 /* a /* b */ # c */ "Castor" "Pollux" "Helen" "should # tie""#)
    #expect(plain.candidates == ["Castor", "Pollux", "Helen"])
    #expect(plain.title == "should # tie")
    #expect(plain.ballots == ballots([(4, [[0], [1]]), (2, [[2]])]))
    let options = try BLTFile(
      [UInt8](
        """
        3 2
        [nick a b c]
        [tie c b a ]
        [withdrawn b] [droop rule=meek precision=8]
        5 a b 0
        1 b=c 0
        3 3 0
        0
        "A"
        "B"
        "C"
        "equal rankings" "source less" "comment more" junk

        A:  123 votes
        """.utf8))
    #expect(options.tieOrder == [2, 1, 0])
    #expect(options.contest.withdrawn == [1])
    #expect(options.contest.title == "equal rankings")
    #expect(
      options.contest.ballots == ballots([(5, [[0], [1]]), (1, [[1, 2]]), (3, [[2]])]))
  }

  /// OpenTally: the 0 of a ballot that a line end follows may be missing.
  @Test func mayLeaveOutTheZeroOfEachBallot() throws {
    let contest = try read("2 1\n3 1 2\n1\n0\nAdam\nBasil\nTitle")
    #expect(contest.ballots == ballots([(3, [[0], [1]]), (1, [])]))
    #expect(contest.candidates == ["Adam", "Basil"])
  }

  /// Names as Scottish councils have published them (2007 to 2022), some through a spreadsheet.
  @Test(arguments: [
    (#""Roy HILL""#, "Roy HILL"),
    (
      #""Debbi MCCALL" "Scottish National Party (SNP)""#,
      "Debbi MCCALL Scottish National Party (SNP)"
    ),
    (#""Con ""Brian George DAVIDSON"" ""#, "Con Brian George DAVIDSON"),
    (#""""Robert BARR"" ""Independent""""#, "Robert BARR Independent"),
    ("Miles BRIGGS   (Con)", "Miles BRIGGS (Con)"),
    ("Brendan O'HANRAHAN\t(Ind)", "Brendan O'HANRAHAN (Ind)"),
  ])
  func namesMayLackQuotationMarksOrHaveManyOfThem(line: String, name: String) throws {
    let contest = try read("2 1\n7 1 2 0\n0\n\(line)\n\(line)\nWard 8 - George Street - Harbour\n")
    #expect(contest.candidates == [name, name])
    #expect(contest.title == "Ward 8 - George Street - Harbour")
  }

  @Test func lineEndsAndMarksOfWindowsChangeNothing() throws {
    let text = "2 1\n-2\n3 1 2 0\n0\n\"Олена Ковальчук\"\n\"Іван\"\n\"Вибори\"\n"
    let contest = try read(text)
    #expect(contest.candidates[0] == "Олена Ковальчук")
    #expect(try read("\u{FEFF}" + text.replacing("\n", with: "\r\n")) == contest)
    #expect(try read(text.replacing("\n", with: " \t\r\n\r\n")) == contest)
  }

  @Test(arguments: [
    ("", MalformedBLT.emptyFile),
    ("# nothing\n", .emptyFile),
    ("Ann,Bob\n1,2\n", .notANumber(.candidates, line: 1, found: "Ann,Bob")),
    ("3x 2\n", .notANumber(.candidates, line: 1, found: "3x")),
    ("3\n", .notANumber(.seats, line: 2, found: "")),
    ("5 1,\n", .notANumber(.seats, line: 1, found: "1,")),
    ("0 2\n0\n\"T\"\n", .noCandidates(line: 1)),
    ("2 0\n0\nA\nB\nT\n", .noSeats(line: 1)),
    ("1001 1\n", .tooManyCandidates(line: 1, max: 1_000)),
    ("2 1\n-3\n", .unknownCandidate(line: 2, found: "-3", candidates: 2)),
    ("2 1\n-2 -2\n", .withdrawnTwice(line: 2, candidate: 2)),
    ("2 1\n[undeclared 2]\n", .unknownOption(line: 2, name: "undeclared")),
    ("2 1\n[tie 2]\n", .malformedOption(line: 2, name: "tie")),
    ("2 1\n[nick a a]\n", .malformedOption(line: 2, name: "nick")),
    ("2 1\n[tie 2 1\n1 1 0\n", .malformedOption(line: 2, name: "tie")),
    ("2 1\n0.5 1 0\n", .fractionalPapers(line: 2, found: "0.5")),
    ("2 1\n1/2 1 0\n", .fractionalPapers(line: 2, found: "1/2")),
    ("2 1\n2x 1 0\n", .notANumber(.papers, line: 2, found: "2x")),
    ("2 1\n1 1 0\n-2\n", .notANumber(.papers, line: 3, found: "-2")),
    ("2 1\n1 3 0\n", .unknownCandidate(line: 2, found: "3", candidates: 2)),
    ("2 1\n1 1= 0\n", .unknownCandidate(line: 2, found: "1=", candidates: 2)),
    // A ballot on two lines, or one that lost its 0: nobody can tell which.
    ("2 1\n1 1 0\n1 2\n1 0\n", .unfinishedBallot(line: 3)),
    ("2 1\n1 2\n1 1 0\n", .unfinishedBallot(line: 2)),
    ("2 1\n(a) 1 1 0\n(a) 1 2 0\n", .repeatedID(line: 3, id: "(a)")),
    ("2 1\n(a) 2 1 0\n", .papersWithID(line: 2)),
    ("2 1\n(a 1 1 0\n", .unclosedID(line: 2)),
    ("2 1\n1 1 0\n", .noEndOfBallots(line: 3)),
    ("2 1\n1 1 0\n0\n", .tooFewNames(expected: 3, found: 0)),
    // Names without a title, or one name too few: every name may be that of another.
    ("2 1\n1 1 0\n0\n\"A\"\n\"T\"\n", .tooFewNames(expected: 3, found: 2)),
    ("2 1\n0\nA\nB\nC\nT\n", .tooManyNames(line: 6, expected: 2)),
    ("2 1\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"E\"\n\"T\"\n", .tooManyNames(line: 8, expected: 2)),
    ("2 1\n0\n\"A\"\n\"\"\n\"T\"\n", .emptyName(line: 4)),
    ("2 1\n0\n\"A\n\"B\"\n\"T\"\n", .unclosedQuote(line: 3)),
    ("2 1\n0\nA\"\n\"B\"\n\"T\"\n", .strayQuote(line: 3)),
    ("2 1\n0\n\"A\"x\n\"B\"\n\"T\"\n", .strayQuote(line: 3)),
    ("2 1\n/* open\n0\n", .unclosedComment(line: 2)),
  ])
  func areRefusedWithTheLine(text: String, expected: MalformedBLT) {
    #expect(throws: expected) { try read(text) }
  }

  @Test func areUTF8() {
    #expect(throws: MalformedBLT.utf16) { try BLTFile([0xFF, 0xFE, 0x32, 0x00]) }
    let head = [UInt8]("1 1\n0\n\"".utf8)
    #expect(throws: MalformedBLT.notUTF8(line: 3)) {
      try BLTFile(head + [0xCA, 0xCB] + [UInt8]("\"\n\"T\"\n".utf8))  // windows-1251
    }
  }

  /// Councils publish such files under all kinds of names.
  @Test(arguments: [
    ("4 2\n", true), ("\u{FEFF}# x\n 4\t2 # y\n", true), ("Ann,Bob\n1,2\n", false),
    ("1,2\n1,2\n", false), ("4\n", false), ("", false), ("\"4\" 2\n", false),
  ])
  func beginWithTwoNumbers(text: String, expected: Bool) {
    #expect(BLTFile.isBegun(by: [UInt8](text.utf8)) == expected)
  }

  @Test func haveLimits() throws {
    let long = String(repeating: "x", count: BLTFile.nameMax)
    #expect(try read("1 1\n0\n\(long)\nT\n").candidates == [long])
    #expect(throws: MalformedBLT.nameTooLong(line: 3, max: 1_000)) {
      try read("1 1\n0\n\(long)x\nT\n")
    }
    let many = String(repeating: " 1", count: BLTFile.preferencesMax)
    #expect(try read("1 1\n1\(many) 0\n0\nA\nT\n").ballots[0].ranking.count == 1_000)
    #expect(throws: MalformedBLT.ballotTooLong(line: 2, max: 1_000)) {
      try read("1 1\n1\(many) 1 0\n0\nA\nT\n")
    }
    #expect(try read("1 1\n100000000 1 0\n0\nA\nT\n").ballots[0].papers == 100_000_000)
    for papers in ["100000000 1 0\n1", "100000001", "99999999999999999999"] {
      #expect(throws: MalformedBLT.self) { try read("1 1\n\(papers) 1 0\n0\nA\nT\n") }
    }
    #expect(throws: MalformedBLT.tooManyBallots(line: 1_000_002, max: 1_000_000)) {
      try read("1 1\n" + String(repeating: "1 0\n", count: 1_000_001))
    }
    let huge = [UInt8](repeating: 0x20, count: BLTFile.sizeMax + 1)
    #expect(throws: MalformedBLT.fileTooLarge(bytes: huge.count, max: BLTFile.sizeMax)) {
      try BLTFile(huge)
    }
  }
}

@Suite struct BLTFilesWritten {
  @Test func haveEveryBallotOnItsLine() throws {
    let contest = Contest(
      title: "Вибори", seats: 2, candidates: ["Adam Smith", "Basil", "Олена"], withdrawn: [2, 1],
      ballots: [.init(papers: 2, ranking: [[2], [0, 1]]), .init(ranking: [])])
    #expect(
      try String(decoding: BLTFile(contest, tieOrder: [2, 0, 1]).bytes(), as: UTF8.self) == """
        3 2
        -2 -3
        [tie 3 1 2]
        2 3 1=2 0
        1 0
        0
        "Adam Smith"
        "Basil"
        "Олена"
        "Вибори"

        """)
  }

  @Test(arguments: ["5\" gun", "a\nb", "\u{1B}[2J", "\u{9B}2J"])
  func holdNoNameThatWouldBeReadOtherwise(name: String) {
    #expect(throws: UnwritableContest.name(name)) {
      try BLTFile(Contest(seats: 1, candidates: ["A", name])).bytes()
    }
  }

  @Test(
    arguments: try ["constraints", "nixos", "scotland/glasgow-2007", "scotland/scot-elex"]
      .flatMap { try Vectors.votes.paths(below: $0, endingIn: ".blt") })
  func areReadTheSameAgain(path: String) throws {
    let file = try BLTFile(Vectors.votes.bytes(path))
    #expect(try BLTFile(file.bytes()) == file)
  }
}

@Suite struct BLTFilesOfRealVotes {
  struct Expected: Decodable {
    let candidates: [String]
    let seats, validBallots: Int
    let stages: [Stage]

    struct Stage: Decodable {
      let event: String
      let votes: [String: String]
    }
  }

  /// First preferences are the first stage of the published and recomputed counts.
  @Test(
    arguments: try ["scotland/glasgow-2007", "scotland/scot-elex"]
      .flatMap { try Vectors.votes.paths(below: $0, endingIn: ".blt") })
  func giveTheFirstStageOfTheirCount(path: String) throws {
    let contest = try BLTFile(Vectors.votes.bytes(path)).contest
    let expected = try Vectors.votes.json(
      path.replacing(".blt", with: ".expected.json"), as: Expected.self)
    // Canal's last name has a space at its end there.
    let names = expected.candidates.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(contest.candidates == names)
    #expect(contest.seats == expected.seats)
    #expect(contest.ballots.reduce(0) { $0 + $1.papers } == expected.validBallots)
    var first = [Int](repeating: 0, count: contest.candidates.count)
    for ballot in contest.ballots { first[ballot.ranking[0][0]] += ballot.papers }
    let votes = Dictionary(
      uniqueKeysWithValues: first.enumerated().map { ("\($0 + 1)", "\($1).00000") })
    #expect(votes == expected.stages[0].votes)
  }

  /// 443 ballots on 24 candidates, as the election committee announced them.
  @Test func giveTheCommitteesNumbers() throws {
    let contest = try BLTFile(Vectors.votes.bytes("nixos/nixos-sc-2025-5seats.blt")).contest
    #expect(contest.ballots.reduce(0) { $0 + $1.papers } == 443)
    #expect(contest.candidates.count == 24)
    #expect(contest.seats == 5)
    #expect(contest.title == "Nix SC Election 2025")
  }
}
