// SPDX-License-Identifier: Apache-2.0

import Authoring
import Foundation
import Testing

@Suite struct CSVTables {
  private func read(_ text: String) throws -> CSVTable { try CSVTable([UInt8](text.utf8)) }

  @Test func keepLineBreaksQuotesAndTheLineOfEachRow() throws {
    let table = try read("a,b\r\n1,\"x\r\ny\"\n2,\"say \"\"so\"\"\"\n,")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.line) == [2, 4, 5])
    #expect(table.rows.map(\.fields) == [["1", "x\r\ny"], ["2", "say \"so\""], ["", ""]])
    #expect(table.column("b") == 1)
    #expect(table.field("b", of: table.rows[1]) == "say \"so\"")
    #expect(table.column("c") == nil)
  }

  @Test func skipTheMarkThatSpreadsheetsWrite() throws {
    #expect(try read("\u{FEFF}a\n1\n") == read("a\n1\n"))
  }

  @Test func takeTheLastLineWithOrWithoutItsEnd() throws {
    #expect(try read("a,b\n1,2") == read("a,b\n1,2\n"))
    #expect(try read("a,b").rows == [])
  }

  @Test(arguments: [
    ("", MalformedCSV.emptyFile),
    ("\u{FEFF}", .emptyFile),
    ("a;b\n1;2\n", .separatedBySemicolons),
    ("a,b\n1,\"x\n2,3\n", .unclosedQuote(line: 2)),
    ("a,b\n1,x\"y\n", .strayQuote(line: 2, column: 2)),
    ("a,b\n\"1\"x,2\n", .strayQuote(line: 2, column: 1)),
    ("a,b\n1\n", .raggedRow(line: 2, expected: 2, found: 1)),
    ("a,b\n\"1\n\",2\n3,4,5\n", .raggedRow(line: 4, expected: 2, found: 3)),
    ("a,b\n\n", .raggedRow(line: 2, expected: 2, found: 1)),
    ("a,b,a\n", .duplicateColumn("a")),
    ("a,,b\n", .unnamedColumn(2)),
    ("a,b\n1,x\u{0}\n", .controlCharacter(line: 2, column: 2)),
    ("a,b\n1,\"x\n\u{1B}[2J\"\n", .controlCharacter(line: 3, column: 2)),
    ("a,b\n1,\u{9B}2J\n", .controlCharacter(line: 2, column: 2)),
    ("a,b\n1,x\ry\n", .controlCharacter(line: 2, column: 2)),
  ])
  func areRefusedWithThePlace(text: String, expected: MalformedCSV) {
    #expect(throws: expected) { try read(text) }
  }

  @Test func areUTF8() {
    #expect(throws: MalformedCSV.utf16) { try CSVTable([0xFF, 0xFE, 0x61, 0x00]) }
    #expect(throws: MalformedCSV.notUTF8(line: 3)) {
      try CSVTable([UInt8]("a\n\"1\n".utf8) + [0xCA, 0xCB, 0x22])  // windows-1251
    }
  }

  @Test func haveLimits() throws {
    let long = String(repeating: "x", count: CSVTable.fieldMax)
    #expect(try read("a\n\(long)\n\"\(long)\"\n").rows.count == 2)
    let tooLong = MalformedCSV.fieldTooLong(line: 2, column: 1, max: CSVTable.fieldMax)
    #expect(throws: tooLong) { try read("a\n\(long)x\n") }
    #expect(throws: tooLong) { try read("a\n\"\(long)x\"\n") }
    #expect(throws: MalformedCSV.unclosedQuote(line: 2)) { try read("a\n\"\(long)x\n") }
    #expect(throws: MalformedCSV.tooManyRows(max: 100_000)) {
      try CSVTable([UInt8](repeating: 0x61, count: 1) + [UInt8](repeating: 0x0A, count: 100_002))
    }
    #expect(throws: MalformedCSV.tooManyColumns(max: 1_000)) {
      try CSVTable([UInt8](repeating: UInt8(ascii: ","), count: 1_001))
    }
  }

  @Test func nameTheColumnsThatAreMissingOrUnknown() throws {
    let table = try read("name,edrpuo,colour\n")
    let expected = ColumnFaults.Fault.missing("edrpou", nearest: "edrpuo")
    let error = #expect(throws: ColumnFaults.self) {
      try table.requireColumns(known: ["oblast"], required: ["name", "edrpou", "budget"])
    }
    #expect(
      error?.faults == [
        expected, .missing("budget", nearest: nil), .unknown("edrpuo", nearest: "edrpou"),
        .unknown("colour", nearest: nil),
      ])
    try table.requireColumns(known: ["edrpuo", "colour"], required: ["name"])
  }

  @Test func readTheSyntheticCall() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Samples/open-call/applications.csv")
    let table = try CSVTable([UInt8](try Data(contentsOf: file)))
    #expect(table.header.count == 37)
    #expect(table.rows.count == 58)
    #expect(
      table.rows.count { $0.fields.contains { $0.contains("\n") || $0.contains("\r\n") } } == 1)
    // What is written again is the same table.
    var writer = CSVWriter(forSpreadsheet: false)
    writer.write(table.header)
    for row in table.rows { writer.write(row.fields) }
    #expect(try CSVTable(writer.bytes).rows.map(\.fields) == table.rows.map(\.fields))
  }
}

@Suite struct CSVWriting {
  private func text(_ rows: [[String]], forSpreadsheet: Bool) -> String {
    var writer = CSVWriter(forSpreadsheet: forSpreadsheet)
    for row in rows { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func quotesOnlyWhatNeedsIt() {
    #expect(
      text([["a", "b c", "d,e", "say \"so\"", "x\ny"], [""]], forSpreadsheet: false)
        == "a,b c,\"d,e\",\"say \"\"so\"\"\",\"x\ny\"\n\"\"\n")
  }

  @Test func disarmsFormulasForPeopleOnly() {
    let cells = ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "a=1"]
    #expect(
      text([cells], forSpreadsheet: true) == "'=1+1,'+1,'-1,'@a,'\ta,\"'\ra\",a=1\n")
    #expect(text([cells], forSpreadsheet: false) == "=1+1,+1,-1,@a,\ta,\"\ra\",a=1\n")
  }
}
