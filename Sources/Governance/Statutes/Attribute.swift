// SPDX-License-Identifier: Apache-2.0

extension Statutes {
  /// A typed fact that the statutes ask of a party, a person or a proposal.
  public struct Attribute: Sendable, Hashable {
    /// The attribute's name.
    public let name: String
    /// What values it has.
    public let type: Kind
    /// Whose attribute it is when not the party's: `nominee`, `topic`.
    public let subject: String?

    /// What values an attribute has.
    public enum Kind: Sendable, Hashable {
      case enumeration([String])
      case set([String])
      case code(Validator)
      case date
      case integer
      case boolean
      case text
      case party
      case parties
    }
  }
}

extension Statutes.Attribute {
  /// The fact that a text states, as a form or a table gives it.
  ///
  /// White space around is dropped and text becomes NFC; then nothing cleverer: a budget in words
  /// is invalid, a code with a wrong check digit is invalid, a date is `2016-05-14` or `14.05.2016`.
  /// Sets and parties are separated by `;`, and no text is the empty set.
  public func fact(from text: String?) -> Fact {
    let text = Text.clean(text ?? "")
    switch type {
    case .set(let values): return Self.set(text) { values.contains($0) }
    case .parties: return Self.set(text, where: Identifier.isValid)
    case .enumeration, .code, .date, .integer, .boolean, .text, .party:
      if text.isEmpty { return .absent }
      return single(text) ?? .invalid(text)
    }
  }

  private func single(_ text: String) -> Fact? {
    switch type {
    case .enumeration(let values): values.contains(text) ? .name(text) : nil
    case .code(let validator): validator.accepts(text) ? .name(text) : nil
    case .date: (Day(text) ?? Day(dotted: text)).map(Fact.date)
    case .integer: Self.integer(text).map(Fact.integer)
    case .boolean: Self.boolean(text).map(Fact.boolean)
    case .text: .name(text)
    case .party: Identifier.isValid(text) ? .name(text) : nil
    case .set, .parties: nil
    }
  }

  private static func set(_ text: String, where isMember: (String) -> Bool) -> Fact {
    var members: [String] = []
    for part in text.split(separator: ";") {
      let member = Text.trimmed(String(part))
      guard !member.isEmpty else { continue }
      guard isMember(member) else { return .invalid(text) }
      if !members.contains(member) { members.append(member) }
    }
    return .set(members)
  }

  /// Digits with spaces of any kind between them: `5 000 000`.
  private static func integer(_ text: String) -> Int? {
    let digits = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    guard let value = decimal(Array(String(String.UnicodeScalarView(digits)).utf8)[...]),
      value <= JSON.largestInteger
    else { return nil }
    return value
  }

  private static func boolean(_ text: String) -> Bool? {
    switch text {
    case "yes", "true": true
    case "no", "false": false
    case _: nil
    }
  }
}

extension Day {
  /// Reads `14.05.2016`, as forms in Ukraine write it; nothing else.
  init?(dotted text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[2] == UInt8(ascii: "."), bytes[5] == UInt8(ascii: "."),
      let day = decimal(bytes[0..<2]), let month = decimal(bytes[3..<5]),
      let year = decimal(bytes[6..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Text {
  /// The text without white space of any kind at its ends.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
