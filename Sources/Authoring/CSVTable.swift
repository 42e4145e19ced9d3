// SPDX-License-Identifier: Apache-2.0

import Governance

/// A table with a header, read strictly by RFC 4180 from UTF-8.
///
/// LF and CR LF end a line, the last one may lack its end, a line break within quotes is kept as it
/// is, and a UTF-8 byte order mark is skipped because spreadsheets write it.
public struct CSVTable: Sendable, Hashable {
  // SwiftCSV 0.10.0 cannot say on which line a quote was left open (the rest becomes the field),
  // lets a doubled column or a short row pass (the last wins, "" is filled in) and bounds nothing.

  /// The columns' names.
  public let header: [String]
  /// The rows, each with as many fields as there are columns.
  public let rows: [Row]

  /// One row and the line of the file where it starts.
  public struct Row: Sendable, Hashable {
    /// The line, from 1; the header is on line 1.
    public let line: Int
    /// The fields in the order of the columns.
    public let fields: [String]
  }

  /// No more bytes than this are looked at: 64 MiB.
  public static let sizeMax = 67_108_864
  /// The longest field, in bytes.
  public static let fieldMax = 65_536
  /// The most columns.
  public static let columnsMax = 1_000
  /// The most rows, the header not counted.
  public static let rowsMax = 100_000

  /// Reads a whole file.
  public init(_ bytes: [UInt8]) throws(MalformedCSV) {
    guard bytes.count <= Self.sizeMax else {
      throw .fileTooLarge(bytes: bytes.count, max: Self.sizeMax)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var reader = CSVReader(bytes, at: start)
    guard let header = try reader.row() else { throw .emptyFile }
    try Self.check(header: header.fields)
    var rows: [Row] = []
    while let row = try reader.row() {
      guard row.fields.count == header.fields.count else {
        throw .raggedRow(line: row.line, expected: header.fields.count, found: row.fields.count)
      }
      guard rows.count < Self.rowsMax else { throw .tooManyRows(max: Self.rowsMax) }
      rows.append(row)
    }
    self.header = header.fields
    self.rows = rows
  }

  private static func check(header: [String]) throws(MalformedCSV) {
    if header.count == 1, header[0].utf8.contains(UInt8(ascii: ";")) {
      throw .separatedBySemicolons
    }
    var seen: Set<String> = []
    for (index, name) in header.enumerated() {
      if name.isEmpty { throw .unnamedColumn(index + 1) }
      guard seen.insert(name).inserted else { throw .duplicateColumn(name) }
    }
  }
}

extension CSVTable {
  /// Where the column of that name is among the fields, if there is one.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// The field of a row in the column of that name, if there is one.
  public func field(_ name: String, of row: Row) -> String? { column(name).map { row.fields[$0] } }

  /// Throws unless all required columns are there and all columns are known ones.
  ///
  /// `required` need not be repeated in `known`. All faults are told at once.
  public func requireColumns(known: [String], required: [String]) throws(ColumnFaults) {
    let allKnown = known + required
    let missing = required.filter { !header.contains($0) }
    let unknown = header.filter { !allKnown.contains($0) }
    let faults =
      missing.map {
        ColumnFaults.Fault.missing($0, nearest: Spelling.nearest(to: $0, among: unknown))
      }
      + unknown.map {
        ColumnFaults.Fault.unknown(
          $0, nearest: Spelling.nearest(to: $0, among: allKnown.filter { !header.contains($0) }))
      }
    if !faults.isEmpty { throw ColumnFaults(faults: faults) }
  }
}
