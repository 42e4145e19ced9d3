// SPDX-License-Identifier: Apache-2.0

/// Messages in one language, found by their keys.
///
/// Values come from files that others wrote, so each is made safe for a terminal before it is put
/// in (``Plain/safe(_:)``), and no value is read as a template.
public struct Words: Sendable {
  /// The language of the messages.
  public let language: Language

  /// The messages of a language.
  public init(_ language: Language) { self.language = language }

  /// The message of that key with its values; the key itself where there is none.
  ///
  /// A value that is not given leaves its place visible: `{name}`.
  public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let source = template(key) else { return key }
    return Template(source).pieces.map { text(of: $0, values) }.joined()
  }

  /// Whether there is a message of that key.
  public func has(_ key: String) -> Bool { template(key) != nil }

  private func template(_ key: String) -> String? {
    MessageTables.messages(in: language)[key]
  }

  private func text(of piece: Template.Piece, _ values: [String: String]) -> String {
    switch piece {
    case .text(let text): return text
    case .value(let name): return values[name].map(Plain.safe) ?? "{\(name)}"
    case .plural(let name, let forms, let showsNumber):
      guard let value = values[name] else { return "{\(name)}" }
      let number = Int(value)
      let index = number.map(language.pluralForm) ?? forms.count - 1
      let form = forms[min(index, forms.count - 1)]
      guard showsNumber else { return form }
      return "\(number.map(language.number) ?? Plain.safe(value)) \(form)"
    }
  }

  /// A text that exists in several languages; `(uk)` marks one that had to stand in.
  public func translation(of texts: [String: String]) -> String {
    if let text = texts[language.rawValue] { return Plain.safe(text) }
    let order = Language.allCases.map(\.rawValue) + texts.keys.sorted()
    guard let found = order.first(where: { texts[$0] != nil }), let text = texts[found] else {
      return ""
    }
    return "\(Plain.safe(text)) (\(Plain.safe(found)))"
  }

  /// A word of the statutes or the log in this language, where it has one: `role`, `registrar`.
  public func term(_ kind: String, _ word: String) -> String {
    let key = "\(kind).\(word.replacing(" ", with: "_"))"
    return has(key) ? self(key) : Plain.safe(word)
  }

  /// Several texts as one: `a, b and c`.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let first = items.dropLast().joined(separator: ", ")
    return "\(first) \(self("list.and")) \(last)"
  }
}
