// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import TestSupport
import Testing

@Suite struct ConstraintFiles {
  private func read(_ text: String, candidates: Int = 7) throws -> ConstraintFile {
    try ConstraintFile([UInt8](text.utf8), candidates: candidates)
  }

  /// A real ward's parties, at most one seat each.
  @Test func nameGroupsTheirBoundsAndTheirCandidates() throws {
    let file = try ConstraintFile(
      Vectors.votes.bytes("constraints/cap1-fife_2017_ward6.con"), candidates: 7)
    let parties = ["SNP", "Ind", "Con", "Gr", "LD", "Lab"]
    #expect(file.constraints.map(\.name) == parties.map { "party \($0)" })
    #expect(file.constraints.allSatisfy { $0.atLeast == 0 && $0.atMost == 1 })
    #expect(file.constraints.map(\.members) == [[0, 6], [1], [2], [3], [4], [5]])
  }

  @Test func mayHaveCommentsWordsAndWindowsLineEnds() throws {
    let file = try read("# who\r\nsize \"small ones\" 2 99 2 6 # two\r\n\r\n\"size\" other 0 9\r\n")
    #expect(
      file.constraints == [
        Constraint(name: "size small ones", members: [1, 5], atLeast: 2, atMost: 99),
        Constraint(name: "size other", members: [], atMost: 9),
      ])
  }

  @Test(arguments: [
    ("", MalformedConstraints.emptyFile),
    ("size small 1\n", .tooFewFields(line: 1)),
    ("size small one 2 3\n", .notANumber(line: 1, found: "one")),
    ("size small ones 1 2 3\n", .notANumber(line: 1, found: "ones")),
    ("size small -1 2 3\n", .notANumber(line: 1, found: "-1")),
    ("a b 0 1 1\nsize small 3 2 1\n", .leastAboveMost(line: 2, least: 3, most: 2)),
    ("size small 1 2 8\n", .unknownCandidate(line: 1, found: "8", candidates: 7)),
    ("size small 1 2 0\n", .unknownCandidate(line: 1, found: "0", candidates: 7)),
    ("size small 1 2 3 3\n", .repeatedCandidate(line: 1, candidate: 3)),
    ("size small 1 2 3\nsize small 0 1 4\n", .repeatedGroup(line: 2, name: "size small")),
    ("size \"small 1 2 3\n", .text(.unclosedQuote(line: 1))),
    ("size \"\" 1 2 3\n", .text(.emptyName(line: 1))),
  ])
  func areRefusedWithTheLine(text: String, expected: MalformedConstraints) {
    #expect(throws: expected) { try read(text) }
  }

  @Test func haveLimits() {
    let huge = [UInt8](repeating: 0x20, count: ConstraintFile.sizeMax + 1)
    #expect(throws: MalformedConstraints.fileTooLarge(bytes: huge.count, max: 1_048_576)) {
      try ConstraintFile(huge, candidates: 1)
    }
    let many = (0...ConstraintFile.groupsMax).map { "a g\($0) 0 1\n" }.joined()
    #expect(throws: MalformedConstraints.tooManyGroups(line: 1_001, max: 1_000)) {
      try read(many)
    }
  }
}
