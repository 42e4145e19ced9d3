// SPDX-License-Identifier: Apache-2.0

extension Expression {
  /// Names that are computed and not asked.
  static let derivedNames = [
    "first_places", "member_days", "status", "times_before", "times_selected", "today",
  ]

  /// A resolved expression, with the definitions in it, has at most so many nodes.
  static let sizeMax = 10_000

  /// How many nodes there are, with those of the definitions.
  func size(_ sizes: [String: Int]) -> Int {
    switch self {
    case .or(let parts), .and(let parts): parts.reduce(1) { $0 + $1.size(sizes) }
    case .not(let part): 1 + part.size(sizes)
    case .defined(let name, _): 1 + (sizes[name] ?? 0)
    case .isTrue, .compare, .known: 1
    case .isIn(_, let list): list.count
    case .hasAll(_, let elements): elements.count
    }
  }
}

extension Reading {
  /// Reads, looks up and checks one expression; nil after the faults have been recorded.
  func resolve(_ text: String, at path: String) -> Expression? {
    let unresolved: UnresolvedExpression
    do { unresolved = try ExpressionParser.parse(text) } catch {
      fault(path, .malformedExpression(error))
      return nil
    }
    var resolver = ExpressionResolver(reading: self, path: path)
    guard let expression = resolver.resolve(unresolved) else { return nil }
    guard expression.size(definitionSizes) <= Expression.sizeMax else {
      fault(path, .tooMany(max: Expression.sizeMax))
      return nil
    }
    return expression
  }

  /// Resolves all of `define`.
  func readDefinitions() -> [String: Expression] {
    guard let value = tree["define"] else {
      fault("define", .missing)
      return [:]
    }
    for member in Branch(value: value, path: "define", reading: self).members() {
      if Expression.derivedNames.contains(member.name)
        || ExpressionParser.keywords.contains(member.name)
      {
        member.fault(.ambiguousName(member.name))
      }
      if member.text() != nil { _ = definition(member.name) }
    }
    return definitions
  }

  /// Definitions may rest on one another this deep.
  static let chainMax = 64

  /// What a predicate stands for, resolved once; a cycle is reported where it closes.
  func definition(_ name: String) -> Expression? {
    if let known = definitions[name] { return known }
    if let start = underway.firstIndex(of: name) {
      reportCycle(Array(underway[start...]), section: "define")
      return nil
    }
    guard !failed.contains(name), let text = definitionTexts[name] else { return nil }
    guard underway.count < Self.chainMax else {
      fault("define.\(name)", .tooMany(max: Self.chainMax))
      return nil
    }
    underway.append(name)
    defer { underway.removeLast() }
    guard let expression = resolve(text, at: "define.\(name)") else {
      failed.insert(name)
      return nil
    }
    definitions[name] = expression
    definitionSizes[name] = expression.size(definitionSizes)
    return expression
  }

  /// The cycle starting from its smallest name, so that it is reported once and always alike.
  func reportCycle(_ names: [String], section: String) {
    guard let smallest = names.min(), let start = names.firstIndex(of: smallest) else { return }
    fault("\(section).\(smallest)", .cycle(Array(names[start...] + names[..<start])))
  }
}
