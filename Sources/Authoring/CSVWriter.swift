// SPDX-License-Identifier: Apache-2.0

/// Writes tables by RFC 4180 in UTF-8, every line ended by LF.
public struct CSVWriter: Sendable {
  /// Whether cells that a spreadsheet would run as formulas get an apostrophe in front.
  ///
  /// Programs that read the table again want the text as it is, so this is for people's eyes only.
  public let forSpreadsheet: Bool
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer with nothing written.
  public init(forSpreadsheet: Bool) { self.forSpreadsheet = forSpreadsheet }

  /// Writes one row.
  public mutating func write(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(cell: field, alone: fields.count == 1)
    }
    bytes.append(0x0A)
  }

  private mutating func write(cell text: String, alone: Bool) {
    var cell = Array(text.utf8)
    if forSpreadsheet, let first = cell.first, Self.startsFormula(first) {
      cell.insert(UInt8(ascii: "'"), at: 0)
    }
    // An empty line would be no row at all.
    guard cell.contains(where: Self.needsQuotes) || (alone && cell.isEmpty) else {
      bytes.append(contentsOf: cell)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains(byte)
  }

  /// OWASP, "CSV Injection": what spreadsheets take for the start of a formula.
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    case _: false
    }
  }
}
