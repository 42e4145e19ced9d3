// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What differs between two versions of statutes, as an amendment sheet says it.
public enum StatutesDiff {
  /// The sheet by sections, in sentences where the statutes have them, and nothing left out.
  ///
  ///     How decisions are taken
  ///       § rules.two_thirds.pass: was “it is carried if …”, becomes “it is carried if …”
  public static func text(
    from old: Statutes, to new: Statutes, _ language: Language
  ) -> String {
    let changes = Statutes.diff(old, new)
    guard !changes.isEmpty else { return "\(Words(language)("diff.none"))\n" }
    return Sheet(old, new, changes, Words(language)).text
  }

  fileprivate static func line(_ change: StatutesChange, _ words: Words) -> String {
    let values = ["path": change.path, "old": change.old ?? "", "new": change.new ?? ""]
    if change.old == nil { return words("diff.added", values) }
    return words(change.new == nil ? "diff.deleted" : "diff.changed", values)
  }
}

/// Both versions in sentences, clause by clause.
private struct Sheet {
  let words: Words
  let changes: [StatutesChange]
  let old: Told
  let new: Told

  /// One version: the sentences of each clause, and the clauses under each heading in order.
  struct Told {
    var sentences: [String: String] = [:]
    var headings: [(heading: String, clauses: [String])] = []

    init(_ statutes: Statutes, _ language: Language) {
      for section in StatutesExplained.sections(statutes, language) {
        var clauses: [String] = []
        for sentence in section.sentences {
          if let before = sentences[sentence.clause] {
            sentences[sentence.clause] = "\(before); \(sentence.text)"
          } else {
            sentences[sentence.clause] = sentence.text
            clauses.append(sentence.clause)
          }
        }
        headings.append((section.heading, clauses))
      }
    }
  }

  init(_ old: Statutes, _ new: Statutes, _ changes: [StatutesChange], _ words: Words) {
    self.words = words
    self.changes = changes
    self.old = Told(old, words.language)
    self.new = Told(new, words.language)
  }

  var text: String {
    var left = changes.filter { !isTold($0) }
    var parts: [String] = []
    for (heading, clauses) in sections {
      let places = clauses.flatMap { clause -> [String] in
        let own = left.filter { owner(of: $0.path) == clause }
        left.removeAll { owner(of: $0.path) == clause }
        return [line(of: clause)].compactMap(\.self) + own.map(raw)
      }
      if !places.isEmpty { parts.append(part(heading, places)) }
    }
    if !left.isEmpty { parts.append(part(words("diff.section.other"), left.map(raw))) }
    return parts.joined(separator: "\n")
  }

  private func part(_ heading: String, _ lines: [String]) -> String {
    "\(heading)\n" + lines.map { "\($0)\n" }.joined()
  }

  private func raw(_ change: StatutesChange) -> String { "  \(StatutesDiff.line(change, words))" }

  /// The headings of the new version, then those only the old one has; the clauses in the same way.
  private var sections: [(heading: String, clauses: [String])] {
    let all = new.headings + old.headings
    var order: [String] = []
    var clauses: [String: [String]] = [:]
    for section in all {
      if clauses[section.heading] == nil { order.append(section.heading) }
      let known = Set(clauses[section.heading] ?? [])
      clauses[section.heading, default: []] += section.clauses.filter { !known.contains($0) }
    }
    return order.map { ($0, clauses[$0] ?? []) }
  }

  private func line(of clause: String) -> String? {
    let (was, becomes) = (old.sentences[clause], new.sentences[clause])
    guard was != becomes else { return nil }
    let values = ["path": clause, "old": was ?? "", "new": becomes ?? ""]
    if was == nil { return words("diff.sentence.added", values) }
    return words(becomes == nil ? "diff.sentence.deleted" : "diff.sentence.changed", values)
  }

  /// The nearest clause above a place that has sentences of its own, or the place itself.
  private func owner(of path: String) -> String? {
    var path = path
    while true {
      if old.sentences[path] != nil || new.sentences[path] != nil { return path }
      guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
      path = String(path[..<end])
    }
  }

  /// What the first sentence about a rule, a matter, … says; other keys have their own, or none.
  private static let told: [String: Set<String>] = [
    "rules": ["ballot", "electors"], "matters": ["rule", "select"], "rolls": ["where", "of"],
    "bodies": ["roll", "seats"], "seats": ["count", "electors", "term"],
    "roles": ["held_by", "count"], "windows": ["open", "days"],
    "amend": ["matter_rule", "text_frozen", "effective_after"],
    "language": ["authoritative", "also"], "procedures": ["id", "by"],
  ]

  /// Whether the sentences of some clause say this very change.
  private func isTold(_ change: StatutesChange) -> Bool {
    guard let clause = owner(of: change.path), line(of: clause) != nil else { return false }
    if clause == change.path { return true }
    let rest = change.path.dropFirst(clause.count + 1)
    let key = String(rest.prefix { $0 != "." && $0 != "[" })
    let section = String(clause.prefix { $0 != "." })
    let isHead = clause.split(separator: ".").count <= 2 || clause.hasSuffix("]")
    return isHead ? Self.told[section]?.contains(key) == true : true
  }
}
