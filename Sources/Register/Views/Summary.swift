// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What an entry says, in one line for people.
///
///     42  2 December 2024, 18:42  M03 votes in 2024-1-a: 14 yes
public struct Summary: Sendable {
  let words: Words
  let moment: Moment
  let assembly: Assembly?

  /// Lines in a language; with an assembly they name parties instead of keys and tell civil time.
  public init(_ words: Words, of assembly: Assembly? = nil) {
    self.words = words
    self.assembly = assembly
    self.moment = Moment(words.language, assembly?.calendar)
  }

  /// The number, the time and what happened; `signers` are key names.
  public func line(
    index: Int, received: Instant, statement: Statement, signers: [String]
  ) -> String {
    words(
      "entry.line",
      [
        "index": "\(index)", "received": moment.text(received),
        "summary": text(of: statement, signers: signers),
      ])
  }

  /// What happened, without number and time: `M03 votes in 2024-1-a: 14 yes`.
  public func text(of statement: Statement, signers: [String]) -> String {
    let told = statement.body as? any Told
    var values = told?.facts(self) ?? [:]
    values["actor"] = actor(signers)
    let key = "entry.\(statement.kind.rawValue)"
    return words(told?.variant.map { "\(key).\($0)" } ?? key, values)
  }

  /// Whose a key is: the party, the applicant, or the key without the ledger's name.
  public func name(ofKey key: String) -> String {
    if let known = assembly?.keys[key] {
      if let party = known.party { return party }
      if let application = known.application {
        return words("entry.applicant", ["application": application])
      }
    }
    guard let assembly, key.hasPrefix("\(assembly.origin)/") else { return Plain.safe(key) }
    return Plain.safe(String(key.dropFirst(assembly.origin.count + 1)))
  }

  /// Those who signed; the registrar only where it signed alone.
  private func actor(_ signers: [String]) -> String {
    let registrars = Set(assembly?.offices["registrar"] ?? [])
    let authors = signers.filter { !registrars.contains($0) }
    let names = (authors.isEmpty ? signers : authors).map(name(ofKey:))
    return names.isEmpty ? words("entry.nobody") : words.list(names)
  }
}
