// SPDX-License-Identifier: Apache-2.0

import Authoring
import Governance
import Testing

@Suite struct StrictYAMLReading {
  private func read(_ text: String) throws -> JSON { try StrictYAML.read([UInt8](text.utf8)) }

  @Test func keepsEveryScalarAsItWasWritten() throws {
    let text = """
      a: no
      b: 1.0
      c: 2024-01-01
      d: "null"
      e: [0x1F, 1_000, .inf, 'it''s', ""]
      f: {g: yes, "h i": Так}
      """
    #expect(
      try read(text) == [
        "a": "no", "b": "1.0", "c": "2024-01-01", "d": "null",
        "e": ["0x1F", "1_000", ".inf", "it's", ""], "f": ["g": "yes", "h i": "Так"],
      ])
  }

  @Test func takesBothLineEnds() throws {
    #expect(try read("a: b\r\nc:\r\n  - d\r\n") == read("a: b\nc:\n  - d\n"))
  }

  @Test func takesStarsAndAmpersandsWithinText() throws {
    #expect(try read("a: R&D *now*\nb: \"*x &y !z\"\n") == ["a": "R&D *now*", "b": "*x &y !z"])
  }

  @Test(arguments: [
    ("", MalformedYAML.empty),
    ("# nothing\n", .empty),
    ("a: &x b\n", .anchor(line: 1, column: 4)),
    ("a: &x [b]\nc: *x\n", .anchor(line: 1, column: 4)),
    ("a:\n  &x b: c\n", .anchor(line: 2, column: 3)),
    ("a: *x\n", .alias(line: 1, column: 4)),
    ("a: !!str b\n", .tag(line: 1, column: 4)),
    ("a: !!str \"b\"\n", .tag(line: 1, column: 4)),
    ("ї: !x {b: c}\n", .tag(line: 1, column: 4)),
    ("a: ! b\n", .tag(line: 1, column: 4)),
    ("a: b\n---\nc: d\n", .severalDocuments(line: 2, column: 1)),
    ("a: b\nc: {d: e, d: f}\n", .duplicateKey("d", line: 2, column: 5)),
    ("a: b\n\"a\": c\n", .duplicateKey("a", line: 1, column: 1)),
    ("<<: {a: b}\n", .mergeKey(line: 1, column: 1)),
    ("? [a, b]\n: c\n", .keyNotText(line: 1, column: 3)),
    ("{a: b}: c\n", .keyNotText(line: 1, column: 1)),
    ("a:\nb: c\n", .nothing(line: 1, column: 3)),
    ("a: ~\n", .nothing(line: 1, column: 4)),
    ("a: [b, , c]\n", .syntax("did not find expected node content", line: 1, column: 8)),
    ("a: \"b\n", .syntax("found unexpected end of stream", line: 2, column: 1)),
    ("a: b\u{2028}c: d\n", .oddLineBreak(line: 1, column: 5)),
    ("a: b\rc: d\n", .oddLineBreak(line: 1, column: 5)),
    ("a: b\nc: xe\u{301}\n", .notNFC(line: 2, column: 5)),
    ("\u{FEFF}a: b\n", .byteOrderMark),
  ])
  func refusesWithThePlace(text: String, expected: MalformedYAML) {
    #expect(throws: expected) { try read(text) }
  }

  @Test func refusesOtherBytes() {
    #expect(throws: MalformedYAML.notUTF8(line: 2)) {
      try StrictYAML.read([0x61, 0x3A, 0x20, 0x62, 0x0A, 0xFF, 0x0A])
    }
    #expect(throws: MalformedYAML.tooLarge(bytes: 1_048_577, max: 1_048_576)) {
      try StrictYAML.read([UInt8](repeating: 0x20, count: 1_048_577))
    }
  }

  @Test func refusesNestingBeforeItHurts() throws {
    let deepest = String(repeating: "[", count: 32) + "a" + String(repeating: "]", count: 32)
    _ = try read(deepest)
    #expect(throws: MalformedYAML.tooDeep(line: 1, column: 34)) { try read("[\(deepest)]") }
    for hostile in ["[", "- ", "? ", "{a: "] {
      #expect(throws: MalformedYAML.self) { try read(String(repeating: hostile, count: 200_000)) }
    }
  }

  @Test(.timeLimit(.minutes(1))) func refusesABombOfAliasesAtOnce() {
    var bomb = "a0: &a0 [x]\n"
    for step in 1...60 {
      bomb += "a\(step): &a\(step) [*a\(step - 1), *a\(step - 1)]\n"
    }
    bomb += "? *a60\n: b\n"
    #expect(throws: MalformedYAML.alias(line: 2, column: 10)) { try read(bomb) }
  }
}
