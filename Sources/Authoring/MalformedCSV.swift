// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not a table; lines are those of the file, columns count fields, both from 1.
public enum MalformedCSV: Error, Hashable, Sendable {
  case emptyFile
  case fileTooLarge(bytes: Int, max: Int)
  case utf16
  case notUTF8(line: Int)
  /// The fields are separated by `;`, as spreadsheets in many locales write them.
  case separatedBySemicolons
  /// A quote that is never closed, and the line where it was opened.
  case unclosedQuote(line: Int)
  /// A quote inside a field that is not quoted, or something after a closing quote.
  case strayQuote(line: Int, column: Int)
  case raggedRow(line: Int, expected: Int, found: Int)
  case fieldTooLong(line: Int, column: Int, max: Int)
  case controlCharacter(line: Int, column: Int)
  case duplicateColumn(String)
  case unnamedColumn(Int)
  case tooManyColumns(max: Int)
  case tooManyRows(max: Int)
}

/// Columns that are missing, or that nobody asked for; at least one.
public struct ColumnFaults: Error, Hashable, Sendable {
  /// The missing ones in the order they were asked for, then the unknown ones in the file's order.
  public let faults: [Fault]

  /// One column that is missing or unknown.
  public enum Fault: Hashable, Sendable {
    /// A required column; the unknown column that may be meant, if there is one.
    case missing(String, nearest: String?)
    /// A column of the file; the known one that may be meant, if there is one.
    case unknown(String, nearest: String?)
  }
}
