// SPDX-License-Identifier: Apache-2.0

import Governance

/// What a statement says, field by field, in words: no JSON, no seconds in UTC, no bare code.
struct StatementFields {
  /// A line: what it is, and what it says.
  struct Line: Equatable {
    let name: String
    let text: String
  }

  let summary: Summary
  /// The candidates of the vote that the statement is about, for a count's table.
  let candidates: [(name: String, label: String)]

  private var words: Words { summary.words }

  /// The lines of a statement, by the names of its fields; what every statement has is left out.
  func lines(of statement: Statement) -> [Line] {
    let members = (try? JSON(canonical: statement.bytes))?.object ?? [:]
    return members.filter { !["ledger", "id", "type"].contains($0.key) }
      .pairsInOrder.flatMap { lines($0.key, $0.value) }
  }

  private func lines(_ name: String, _ value: JSON) -> [Line] {
    switch (name, value) {
    case ("statutes", .object(let tree)): return [Line(name: label(name), text: statutes(tree))]
    case ("stages", _):
      let rows = StageTable(value, candidates: candidates, words).lines
      return rows.enumerated().map {
        Line(name: $0.offset == 0 ? label(name) : "", text: $0.element)
      }
    case ("statement", .string(let text)) where text.hasPrefix("{"):
      return refused(Array(text.utf8))
    case ("name", .object(let members)), ("title", .object(let members)),
      ("texts", .object(let members)):
      return members.pairsInOrder.map {
        Line(name: "\(label(name)) (\($0.key))", text: words(of: name, $0.value))
      }
    case (_, .array(let rows)) where rows.contains(where: { $0.object != nil }):
      return rows.enumerated().flatMap { row(name, $0.offset, $0.element.object ?? [:]) }
    case _: return [Line(name: label(name), text: words(of: name, value))]
    }
  }

  /// One row of a list: its plain members in a line, tables below it.
  private func row(_ name: String, _ index: Int, _ members: [String: JSON]) -> [Line] {
    let plain = members.filter { $0.key != "stages" }.pairsInOrder
    let first = plain.filter { Self.subjects.contains($0.key) }
    let rest = plain.filter { !Self.subjects.contains($0.key) }
    let text = (first + rest).filter { !isEmpty($0.value) }
      .map { "\(label($0.key)) \(words(of: $0.key, $0.value))" }.joined(separator: "; ")
    let head = Line(name: index == 0 ? label(name) : "", text: text)
    return [head] + (members["stages"].map { lines("stages", $0) } ?? [])
  }

  /// What a row of a list is about; it stands first in its line.
  private static let subjects: Set = [
    "action", "application", "ballot", "item", "key", "occasion", "party", "role", "seat",
  ]

  /// What was turned away: its type and its own fields.
  private func refused(_ bytes: [UInt8]) -> [Line] {
    guard let inner = try? Statement(parsing: bytes) else { return [] }
    let kind = words.term("kind", inner.kind.rawValue)
    return [Line(name: words("story.refused"), text: kind)]
      + lines(of: inner).map { Line(name: $0.name.isEmpty ? "" : "  \($0.name)", text: $0.text) }
  }

  private func statutes(_ tree: [String: JSON]) -> String {
    words(
      "story.statutes",
      ["policy": tree["policy"]?.string ?? "", "version": tree["version"]?.string ?? ""])
  }

  // MARK: Values

  private func words(of name: String, _ value: JSON) -> String {
    switch value {
    case .string(let text): return Plain.safe(word(name, text))
    case .integer(let number): return words.language.number(number)
    case .bool(let bool): return words(bool ? "story.yes" : "story.no")
    case .array(let elements): return list(name, elements)
    case .object(let members):
      if members.isEmpty { return words("story.empty") }
      return members.pairsInOrder
        .map { "\(Plain.safe(key(name, $0.key))) \(words(of: name, $0.value))" }
        .joined(separator: ", ")
    }
  }

  /// Names one after another; of names in groups those that belong together with a plus.
  private func list(_ name: String, _ elements: [JSON]) -> String {
    if elements.isEmpty { return words("story.empty") }
    return elements.map { element in
      guard let group = element.array else { return words(of: name, element) }
      return group.map { words(of: name, $0) }.joined(separator: name == "values" ? " " : "+")
    }
    .joined(separator: ", ")
  }

  /// The word that people know a code by.
  private func word(_ name: String, _ text: String) -> String {
    if let instant = Instant(text) { return summary.moment.text(instant) }
    if let day = Day(text), name != "facts" { return summary.moment.text(day) }
    switch name {
    case "choices": return words.term("ballot_word", text)
    case "reasons", "reason":
      return words.has("reason.\(text)") ? words.term("reason", text) : words.reason(text)
    case "outcome", "outcomes": return words.term("outcome", text)
    case "verdict", "disposition", "role": return words.term(name, text)
    case "state": return words.term("action_state", text)
    case "tests": return words.term("truth", text)
    // `— alliance.example.org/m03 PRWFlDwE…`: whose, not the digits.
    case "signatures":
      return text.split(separator: " ").dropFirst().first.map(String.init) ?? text
    case "sealed": return words("story.sealed", ["count": "\(text.utf8.count)"])
    case "receipt": return words("story.receipt", ["count": "\(text.utf8.count)"])
    case "key", "to", "log_key":
      return text.contains("+") ? summary.keyName(text) : text
    case _: return text
    }
  }

  /// The name of a member of a table: a word of a ballot or of a door, a field, else as it stands.
  private func key(_ name: String, _ key: String) -> String {
    if name == "counts", words.has("ballot_word.\(key)") { return words("ballot_word.\(key)") }
    if name == "counts" { return words.term("disposition", key) }
    return Self.inner.contains(key) ? label(key) : key
  }

  /// Fields that stand inside a table; its other members have names that people gave.
  private static let inner: Set = [
    "text", "ground", "electors", "ballots", "counts", "offsets", "timezone", "weekend", "holidays",
    "until", "from", "minutes",
  ]

  private func label(_ name: String) -> String { words.term("field", name) }

  private func isEmpty(_ value: JSON) -> Bool {
    switch value {
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    case .string, .integer, .bool: false
    }
  }
}
