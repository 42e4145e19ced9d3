// SPDX-License-Identifier: Apache-2.0

extension Expression {
  /// What the expression says of the scope; unknown where a fact that matters is not known.
  public func evaluate(in scope: some Scope) -> Truth {
    switch self {
    case .or(let parts): parts.reduce(.no) { $0.or($1.evaluate(in: scope)) }
    case .and(let parts): parts.reduce(.yes) { $0.and($1.evaluate(in: scope)) }
    case .not(let part): part.evaluate(in: scope).negated
    case .defined(_, let meaning): meaning.evaluate(in: scope)
    case .isTrue(let operand): Self.truth(operand.fact(in: scope))
    case .compare(let left, let comparison, let right):
      comparison.compare(left.fact(in: scope), right.fact(in: scope))
    case .isIn(let operand, let list): Self.isIn(operand.fact(in: scope), list, scope)
    case .known(let name): Truth(scope.fact(name).isKnown)
    case .hasAll(let name, let elements): Self.hasAll(scope.fact(name), elements)
    }
  }

  private static func truth(_ fact: Fact) -> Truth {
    if case .boolean(let value) = fact { Truth(value) } else { .unknown }
  }

  private static func isIn(_ fact: Fact, _ list: [Operand], _ scope: some Scope) -> Truth {
    list.reduce(.no) { $0.or(Comparison.equal.compare(fact, $1.fact(in: scope))) }
  }

  private static func hasAll(_ fact: Fact, _ elements: [String]) -> Truth {
    guard case .set(let members) = fact else { return .unknown }
    return Truth(elements.allSatisfy(members.contains))
  }
}

extension Expression.Operand {
  /// The value of this operand.
  public func fact(in scope: some Scope) -> Fact {
    switch self {
    case .integer(let value), .parameter(_, let value): .integer(value)
    case .date(let day): .date(day)
    case .literal(let name): .name(name)
    case .fact(let name), .call(let name): scope.fact(name)
    case .years(let from, let to): Self.span(from, to, scope) { $0.years(to: $1) }
    case .days(let from, let to): Self.span(from, to, scope) { $1.number - $0.number }
    case .countIn(let set, let roll): Self.count(scope.fact(set), roll, scope)
    }
  }

  private static func span(
    _ from: Self, _ to: Self, _ scope: some Scope, length: (Day, Day) -> Int
  ) -> Fact {
    guard case .date(let start) = from.fact(in: scope), case .date(let end) = to.fact(in: scope)
    else { return .absent }
    return .integer(length(start, end))
  }

  private static func count(_ fact: Fact, _ roll: String, _ scope: some Scope) -> Fact {
    guard case .set(let parties) = fact else { return .absent }
    return .integer(Set(parties).count { scope.isIn(roll: roll, party: $0) })
  }
}

extension Expression.Comparison {
  /// Compares two facts of one type; anything else is unknown.
  func compare(_ left: Fact, _ right: Fact) -> Truth {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): Truth(holds(a, b))
    case (.date(let a), .date(let b)): Truth(holds(a, b))
    case (.name(let a), .name(let b)): names(a, b)
    case (.boolean(let a), .boolean(let b)): Truth(holds(a ? 1 : 0, b ? 1 : 0))
    case (_, _): .unknown
    }
  }

  func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .atMost: a <= b
    case .more: a > b
    case .atLeast: a >= b
    }
  }

  /// Names have no order, and are the same only byte for byte.
  private func names(_ a: String, _ b: String) -> Truth {
    switch self {
    case .equal: Truth(Text.areSameBytes(a, b))
    case .notEqual: Truth(!Text.areSameBytes(a, b))
    case .less, .atMost, .more, .atLeast: .unknown
    }
  }
}
