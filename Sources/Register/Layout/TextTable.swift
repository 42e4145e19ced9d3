// SPDX-License-Identifier: Apache-2.0

/// Rows of text under columns that are aligned on a terminal.
public struct TextTable: Sendable, Equatable {
  /// The columns from the left.
  public let columns: [Column]
  /// The cells, row by row; a short row has empty cells at its end.
  public private(set) var rows: [[String]] = []

  /// A column: its title, its side and how wide it may become.
  public struct Column: Sendable, Equatable {
    /// What stands above it.
    public let title: String
    /// The side on which its cells stand.
    public let alignment: Alignment
    /// Longer cells are cut to so many columns; none is cut where this is `nil`.
    public let widthMax: Int?

    /// A column with a title, which may be empty.
    public init(_ title: String, _ alignment: Alignment = .left, widthMax: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.widthMax = widthMax
    }
  }

  /// The side on which cells stand.
  public enum Alignment: Sendable, Equatable { case left, right }

  /// A table without rows.
  public init(_ columns: [Column]) { self.columns = columns }

  /// Columns without titles, all on the left.
  public init(columnCount: Int) {
    self.init(Array(repeating: Column(""), count: columnCount))
  }

  /// Adds a row; cells are made safe to show.
  public mutating func add(_ cells: [String]) {
    rows.append(cells.prefix(columns.count).map(Plain.safe))
  }

  /// The lines, titles first where there are any; no line ends in a space.
  public func lines(separator: String = "  ") -> [String] {
    let titles = columns.map { Plain.safe($0.title) }
    let all = (titles.allSatisfy(\.isEmpty) ? [] : [titles]) + rows
    let cut = all.map { row in
      columns.indices.map { index in
        let cell = index < row.count ? row[index] : ""
        return columns[index].widthMax.map { DisplayWidth.truncated(cell, to: $0) } ?? cell
      }
    }
    let widths = columns.indices.map { index in
      cut.reduce(0) { max($0, DisplayWidth.of($1[index])) }
    }
    return cut.map { line($0, widths, separator) }
  }

  /// The lines, each with its LF.
  public var text: String { lines().map { "\($0)\n" }.joined() }

  private func line(_ cells: [String], _ widths: [Int], _ separator: String) -> String {
    let padded = zip(zip(cells, widths), columns).map { pair, column in
      let space = String(repeating: " ", count: max(0, pair.1 - DisplayWidth.of(pair.0)))
      switch column.alignment {
      case .left: return pair.0 + space
      case .right: return space + pair.0
      }
    }
    var line = Substring(padded.joined(separator: separator))
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
