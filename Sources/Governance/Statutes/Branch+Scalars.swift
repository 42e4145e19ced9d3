// SPDX-License-Identifier: Apache-2.0

import Counting

extension Branch {
  private func bad<Value>(_ text: String, _ expected: StatutesFault.Expected) -> Value? {
    fault(.badValue(text, expected))
    return nil
  }

  func identifier() -> String? {
    guard let text = text() else { return nil }
    return Identifier.isValid(text) ? text : bad(text, .name)
  }

  /// A list of names, each of them once.
  func identifiers() -> [String] {
    distinct(items().compactMap { $0.identifier() })
  }

  func distinct(_ names: [String]) -> [String] {
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      reading.fault(path, .repeated(name))
    }
    return names
  }

  func boolean() -> Bool? {
    guard let text = text() else { return nil }
    if text == "true" { return true }
    return text == "false" ? false : bad(text, .boolean)
  }

  func duration() -> Duration? {
    guard let text = text() else { return nil }
    return Duration(text) ?? bad(text, .duration)
  }

  /// A number or a share, or the parameter that holds it.
  func amount() -> Amount? {
    guard let text = text() else { return nil }
    guard let parameter = Self.parameter(text) else { return Amount(text) ?? bad(text, .amount) }
    guard reading.isKnown(parameter, as: .parameter) else {
      fault(.unknownName(text, [.parameter]))
      return nil
    }
    return reading.parameters[parameter]
  }

  /// A whole number within bounds, or the parameter that holds it.
  func integer(_ range: ClosedRange<Int>) -> Int? {
    guard let text = text() else { return nil }
    guard Self.parameter(text) != nil || Amount(text) != nil else {
      return bad(text, .integer(range))
    }
    guard let amount = amount() else { return nil }
    guard case .count(let count) = amount, range.contains(count) else {
      return bad(text, .integer(range))
    }
    return count
  }

  /// A share such as `60/100`, or the parameter that holds it; never above 1.
  func share() -> Fraction? {
    guard let text = text() else { return nil }
    guard Self.parameter(text) != nil || Amount(text) != nil else { return bad(text, .fraction) }
    guard let amount = amount() else { return nil }
    guard case .share(let share) = amount, share <= Fraction(1) else {
      return bad(text, .fraction)
    }
    return share
  }

  private static func parameter(_ text: String) -> String? {
    text.hasPrefix("param.") ? String(text.dropFirst(6)) : nil
  }

  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _: Choice.Type = Choice.self
  ) -> Choice? {
    guard let text = text() else { return nil }
    return Choice(rawValue: text) ?? bad(text, .word(Choice.allCases.map(\.rawValue)))
  }

  /// The text, if it is one of these words.
  func word(_ words: String...) -> String? {
    guard let text = text() else { return nil }
    return words.contains(text) ? text : bad(text, .word(words))
  }

  /// A name of one of these kinds.
  func reference(_ kinds: StatutesFault.NameKind...) -> String? {
    guard let text = text() else { return nil }
    guard kinds.contains(where: { reading.isKnown(text, as: $0) }) else {
      fault(.unknownName(text, kinds))
      return nil
    }
    return text
  }

  func references(_ kind: StatutesFault.NameKind) -> [String] {
    distinct(items().compactMap { $0.reference(kind) })
  }

  /// At least one name of that kind.
  func someReferences(_ kind: StatutesFault.NameKind) -> [String] {
    if value.array?.isEmpty == true { fault(.missing) }
    return references(kind)
  }

  /// An attribute that is a whole number, such as money.
  func measure() -> String? {
    guard let name = reference(.attribute) else { return nil }
    guard let attribute = reading.attributes[name], attribute.type != .integer else { return name }
    fault(.typeMismatch(name))
    return nil
  }

  func condition() -> Condition? {
    guard let text = text() else { return nil }
    do { return try Condition(text) } catch {
      fault(.malformedCondition(error))
      return nil
    }
  }

  func expression() -> Expression? {
    guard let text = text() else { return nil }
    return reading.resolve(text, at: path)
  }

  func titles() -> [String: String] {
    var titles: [String: String] = [:]
    for title in members() { titles[title.name] = title.text() }
    return titles
  }

  /// An IANA name by its form: `Europe/Kyiv`.
  func timezone() -> String? {
    guard let text = text() else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let good = (1...3).contains(parts.count) && parts.allSatisfy { Identifier.isValid(String($0)) }
    return good ? text : bad(text, .timezone)
  }
}
