// SPDX-License-Identifier: Apache-2.0

extension Statutes.Attribute {
  private static let plain: [(word: String, kind: Kind)] = [
    ("boolean", .boolean), ("date", .date), ("integer", .integer), ("parties", .parties),
    ("party", .party), ("text", .text),
  ]

  /// All words that `type` can be.
  static let typeWords =
    (["enum", "set"] + plain.map(\.word) + Validator.allCases.map(\.rawValue)).sorted()

  /// The attribute, if the tree is in order; ``Branch/checkAttribute()`` says what is not.
  init?(name: String, tree: JSON) {
    guard let word = tree["type"]?.string, let type = Self.kind(word, tree) else { return nil }
    self.name = name
    self.type = type
    self.subject = tree["subject"]?.string
  }

  private static func kind(_ word: String, _ tree: JSON) -> Kind? {
    let values = (tree["values"]?.array ?? []).compactMap(\.string)
    switch word {
    case "enum": return .enumeration(values)
    case "set": return .set(values)
    case _: return plain.first { $0.word == word }?.kind ?? Validator(rawValue: word).map(Kind.code)
    }
  }
}

extension Branch {
  func checkAttribute() {
    guard let form = form(["type", "values", "subject"]) else { return }
    _ = form.optional("subject")?.identifier()
    if Expression.derivedNames.contains(name) || ExpressionParser.keywords.contains(name)
      || reading.definitionTexts[name] != nil
    {
      fault(.ambiguousName(name))
    }
    guard let type = form.required("type"), let word = type.text() else { return }
    guard Statutes.Attribute.typeWords.contains(word) else {
      return type.fault(.badValue(word, .word(Statutes.Attribute.typeWords)))
    }
    guard word == "enum" || word == "set" else {
      if form.has("values") {
        reading.fault("\(path).values", .unknownKey(nearest: nil))
      }
      return
    }
    guard let values = form.required("values") else { return }
    if values.value.array?.isEmpty == true { values.fault(.missing) }
    _ = values.identifiers()
  }
}
