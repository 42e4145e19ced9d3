// SPDX-License-Identifier: Apache-2.0

/// Takes rows off the bytes of a table, one after another.
struct CSVReader {
  private let bytes: [UInt8]
  private var at: Int
  private var line = 1

  init(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    at = start
  }

  /// The next row, or nil at the end of the file.
  mutating func row() throws(MalformedCSV) -> CSVTable.Row? {
    guard at < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    repeat {
      guard fields.count < CSVTable.columnsMax else {
        throw .tooManyColumns(max: CSVTable.columnsMax)
      }
      fields.append(try field(column: fields.count + 1))
    } while take(UInt8(ascii: ","))
    takeLineEnd()
    return CSVTable.Row(line: start, fields: fields)
  }

  private mutating func field(column: Int) throws(MalformedCSV) -> String {
    let start = line
    let field = take(UInt8(ascii: "\"")) ? try quoted(column) : try plain(column)
    guard let text = String(validating: field, as: UTF8.self) else {
      throw .notUTF8(line: start + Self.lineOfFault(in: field))
    }
    return text
  }

  /// The bytes up to the next comma or line end.
  private mutating func plain(_ column: Int) throws(MalformedCSV) -> [UInt8] {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: ","), !atLineEnd {
      if bytes[at] == UInt8(ascii: "\"") { throw .strayQuote(line: line, column: column) }
      if isControl(at) || bytes[at] == 0x0D {
        throw .controlCharacter(line: line, column: column)
      }
      at += 1
      try bound(at - start, column)
    }
    return Array(bytes[start..<at])
  }

  /// The bytes up to the closing quote, doubled quotes made single.
  private mutating func quoted(_ column: Int) throws(MalformedCSV) -> [UInt8] {
    let opened = line
    var field: [UInt8] = []
    while true {
      guard at < bytes.count else { throw .unclosedQuote(line: opened) }
      if take(UInt8(ascii: "\"")) {
        guard take(UInt8(ascii: "\"")) else { break }
        field.append(UInt8(ascii: "\""))
      } else {
        if isControl(at) { throw .controlCharacter(line: line, column: column) }
        if bytes[at] == 0x0A { line += 1 }
        field.append(bytes[at])
        at += 1
      }
      // A quote left open swallows the file; what was opened there is the better news.
      guard field.count <= CSVTable.fieldMax else {
        throw closesLater
          ? .fieldTooLong(line: opened, column: column, max: CSVTable.fieldMax)
          : .unclosedQuote(line: opened)
      }
    }
    guard at == bytes.count || bytes[at] == UInt8(ascii: ",") || atLineEnd else {
      throw .strayQuote(line: line, column: column)
    }
    return field
  }

  private var closesLater: Bool { bytes[at...].contains(UInt8(ascii: "\"")) }

  private func bound(_ count: Int, _ column: Int) throws(MalformedCSV) {
    guard count <= CSVTable.fieldMax else {
      throw .fieldTooLong(line: line, column: column, max: CSVTable.fieldMax)
    }
  }

  private var atLineEnd: Bool {
    bytes[at] == 0x0A || (bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A)
  }

  private mutating func takeLineEnd() {
    guard at < bytes.count else { return }
    at += bytes[at] == 0x0D ? 2 : 1
    line += 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// C0 but TAB, LF and CR; DEL; and C1 (C2 80…9F in UTF-8), where terminals find escapes too.
  private func isControl(_ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: false
    case 0x00..<0x20, 0x7F: true
    case 0xC2: index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1])
    case _: false
    }
  }

  /// How many line feeds stand before the first byte that is not UTF-8.
  private static func lineOfFault(in field: [UInt8]) -> Int {
    let lines = field.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
  }
}
