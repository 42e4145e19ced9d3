// SPDX-License-Identifier: Apache-2.0

import Governance
import Register

/// Rows for people, and the same as objects for programs.
struct Listing {
  private var table: TextTable
  private var objects: [JSON] = []

  init(columnCount: Int) { table = TextTable(columnCount: columnCount) }

  mutating func add(_ cells: [String], _ object: [String: JSON]) {
    table.add(cells)
    objects.append(.object(object))
  }

  /// A row that only people need: it belongs to the one above it.
  mutating func add(_ cells: [String]) { table.add(cells) }

  /// Prints the one or the other; people are told, by a message of this key, where there is nothing.
  func say(_ talk: TalkOptions, nothing: String = "deed.none") {
    if talk.json { return Terminal.say(JSON.array(objects).canonicalText) }
    Terminal.say(objects.isEmpty ? talk.words(nothing) : table.text)
  }
}
