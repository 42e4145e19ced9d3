// SPDX-License-Identifier: Apache-2.0

/// A table of numbers with too many columns for a terminal: blocks of columns, one below another.
public struct WideTable: Sendable {
  /// What stands at the left of each line of every block: a number and a name.
  public let heads: [(number: String, name: String)]
  private var columns: [(title: String, cells: [String])] = []

  /// How many columns of a terminal a block takes at most.
  public static let widthMax = 80
  /// How many columns a name takes at most.
  public static let nameMax = 30

  /// A table without columns yet.
  public init(heads: [(number: String, name: String)]) { self.heads = heads }

  /// Adds a column with a cell for each line.
  public mutating func add(_ title: String, _ cells: [String]) { columns.append((title, cells)) }

  /// The blocks, an empty line between them.
  public var text: String {
    var blocks: [TextTable] = []
    var rest = columns[...]
    while !rest.isEmpty {
      let count = max(1, fitting(rest))
      blocks.append(block(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return blocks.map(\.text).joined(separator: "\n")
  }

  /// How many of the columns fit beside the names.
  private func fitting(_ columns: ArraySlice<(title: String, cells: [String])>) -> Int {
    let name = heads.map { DisplayWidth.of(Plain.safe($0.name)) }.max() ?? 0
    let number = heads.map { DisplayWidth.of($0.number) }.max() ?? 0
    var left = Self.widthMax - number - 2 - min(name, Self.nameMax)
    return columns.prefix { column in
      left -= 2 + ([column.title] + column.cells).reduce(0) { max($0, DisplayWidth.of($1)) }
      return left >= 0
    }.count
  }

  private func block(_ columns: ArraySlice<(title: String, cells: [String])>) -> TextTable {
    var table = TextTable(
      [.init("", .right), .init("", widthMax: Self.nameMax)]
        + columns.map { .init($0.title, .right) })
    for (line, head) in heads.enumerated() {
      table.add([head.number, head.name] + columns.map { $0.cells[line] })
    }
    return table
  }
}
