// SPDX-License-Identifier: Apache-2.0

public import Governance

/// One entry for everybody: what it says, who signed it as what, by which clause, and what it changed.
///
///     265  27 February 2025, 11:00  M05 votes in V1: 13 yes, 1 no
///       type         ballot.cast
///       signed by    alliance.example.org/m05 – casts the vote of M05
///       allowed by   § rules.two_thirds, version 1
///       …
public struct EntryStory: Sendable {
  let act: Act
  let before: Assembly
  let after: Assembly
  let words: Words

  /// The story of an act, told with the coalition as it was before it.
  public init(_ act: Act, before: Assembly, _ words: Words) {
    self.act = act
    self.before = before
    var after = before
    after.apply(act)
    self.after = after
    self.words = words
  }

  private var summary: Summary { Summary(words, of: after) }
  private var body: any Payload { act.statement.body }

  /// What happened, in one line.
  public var summaryText: String { summary.text(of: act.statement, signers: act.signers) }

  /// The whole story; `leaf` is the hash of the entry's leaf, in hex.
  public func text(leaf: String) -> String {
    let line = summary.line(
      index: act.index, received: act.received, statement: act.statement, signers: act.signers)
    var table = TextTable(columnCount: 2)
    func add(_ key: String, _ rows: [String]) {
      for (index, row) in rows.enumerated() {
        table.add([index == 0 ? "  " + words(key) : "", row])
      }
    }
    add("deed.entry.type", [body.kind.rawValue])
    add("deed.entry.signer", act.signers.map(signer))
    add("story.allowed", allowed)
    for line in fields.lines(of: act.statement) {
      table.add([line.name.isEmpty ? "" : "  " + line.name, line.text])
    }
    if let refusal { add("story.refusal", [words.sentence(for: refusal, in: before)]) }
    let changes = Changes(before, after, words).lines
    add("story.changed", changes.isEmpty ? [words("change.none")] : changes)
    add("deed.entry.leaf", [leaf])
    return "\(line)\n\(table.text)"
  }

  // MARK: Signers

  /// `alliance.example.org/m05 – casts the vote of M05; reviewer`.
  private func signer(_ key: String) -> String {
    words("story.signer", ["key": key, "as": capacities(of: key).joined(separator: "; ")])
  }

  /// What the key was good for when it signed; for one that this entry brings, what it is good for now.
  func capacities(of key: String) -> [String] {
    let isNew = before.keys[key] == nil
    let then = isNew ? after : before
    var capacities: [String] = []
    if let known = then.keys[key] {
      if let party = known.party {
        let kind = known.isAlternate ? "alternate" : known.votes ? "votes" : "member"
        capacities.append(words("story.as.\(kind)", ["party": party]))
      } else if let application = known.application {
        capacities.append(words("story.as.applicant", ["application": application]))
      }
    }
    let roles = then.offices.filter { $0.value.contains(key) }.keys.sorted()
    capacities += roles.map { words.term("role", $0) }
    if isNew { capacities.append(words("story.as.new")) }
    return capacities.isEmpty ? [words("story.as.nobody")] : capacities
  }

  // MARK: Clauses and fields

  /// The clauses with the version of the statutes that holds for what the statement is about.
  private var allowed: [String] {
    var paths = Clauses(act.statement, before: before).paths
    if let clause = refusal?.clause { paths = [clause] }
    guard !paths.isEmpty else { return [words("story.allowed.always")] }
    let version = act.statement.governedBy(before, at: act.received)?.version
    return [
      words(
        "story.clauses",
        [
          "clauses": paths.map { "§ \($0)" }.joined(separator: ", "),
          "version": version.map(String.init) ?? "",
        ])
    ]
  }

  private var fields: StatementFields {
    let members = (try? JSON(canonical: act.statement.bytes)) ?? [:]
    let vote = members["vote"]?.string.flatMap { after.votes[$0] }
    let names = (vote?.candidates ?? [:]).pairsInOrder.flatMap(\.value)
    return StatementFields(
      summary: summary,
      candidates: names.map { (name: $0, label: after.nominations[$0]?.label ?? "") })
  }

  /// Why what this entry carries was turned away, judged again.
  private var refusal: Refusal? {
    guard let again = act.turnedAway else { return nil }
    do { try before.admit(again) } catch { return error }
    return nil
  }

  /// The same for programs, with the statement itself.
  public func json(leaf: String) -> JSON {
    [
      "index": .integer(act.index), "received": .string(act.received.text),
      "type": .string(body.kind.rawValue), "signers": .array(act.signers.map(JSON.string)),
      "capacities": .object(
        Dictionary(
          act.signers.map { ($0, .array(capacities(of: $0).map(JSON.string))) },
          uniquingKeysWith: { first, _ in first })),
      "clauses": .array(Clauses(act.statement, before: before).paths.map(JSON.string)),
      "changes": .array(Changes(before, after, words).lines.map(JSON.string)),
      "leaf": .string(leaf), "summary": .string(summaryText),
      "statement": (try? JSON(canonical: act.statement.bytes)) ?? [:],
    ]
  }
}
