// SPDX-License-Identifier: Apache-2.0

/// Looks up the names of one expression and checks that the types of its operands fit.
struct ExpressionResolver {
  let reading: Reading
  let path: String

  typealias Operand = Expression.Operand

  /// What an operand is, as far as comparison goes.
  private enum Kind: Equatable {
    case integer, date, boolean, set
    case name(Statutes.Attribute.Kind)
    case status

    var hasOrder: Bool { self == .integer || self == .date }
  }

  mutating func resolve(_ expression: UnresolvedExpression) -> Expression? {
    switch expression {
    case .or(let parts): all(parts).map(Expression.or)
    case .and(let parts): all(parts).map(Expression.and)
    case .not(let part): resolve(part).map(Expression.not)
    case .operand(let operand): predicate(operand)
    case .compare(let left, let comparison, let right): compare(left, comparison, right)
    case .isIn(let left, let right): isIn(left, right)
    }
  }

  private mutating func all(_ parts: [UnresolvedExpression]) -> [Expression]? {
    let resolved = parts.map { resolve($0) }
    return resolved.contains(nil) ? nil : resolved.compactMap(\.self)
  }

  private func fault<Value>(_ kind: StatutesFault.Kind) -> Value? {
    reading.fault(path, kind)
    return nil
  }

  // MARK: Predicates

  private func predicate(_ operand: UnresolvedExpression.Operand) -> Expression? {
    switch operand {
    case .name(let name, _): named(name)
    case .call(.known, let arguments, _): attribute(arguments[0]).map { .known($0.name) }
    case .call(.has, let arguments, _): has(arguments[0], arguments[1])
    case .call(.hasAll, let arguments, _): has(arguments[0], arguments[1])
    case .call(let function, _, _): fault(.typeMismatch(function.rawValue))
    case .integer(let value): fault(.typeMismatch(String(value)))
    case .date(let day): fault(.typeMismatch(day.text))
    case .list: fault(.typeMismatch("[…]"))
    }
  }

  private func named(_ name: String) -> Expression? {
    if reading.isKnown(name, as: .predicate) {
      return reading.definition(name).map { .defined(name, $0) }
    }
    guard let (operand, kind) = fact(name) else { return nil }
    return kind == .boolean ? .isTrue(operand) : fault(.typeMismatch(name))
  }

  private func has(
    _ set: UnresolvedExpression.Operand, _ elements: UnresolvedExpression.Operand
  ) -> Expression? {
    guard let attribute = attribute(set) else { return nil }
    let names: [String]
    switch elements {
    case .list(let list, _): names = list
    case .name(let name, _): names = [name]
    case .integer(let value): names = [String(value)]
    case .date, .call: return fault(.typeMismatch(attribute.name))
    }
    switch attribute.type {
    case .parties: return .hasAll(attribute.name, names)
    case .set(let values): return literals(names, values).map { .hasAll(attribute.name, $0) }
    case .enumeration, .code, .date, .integer, .boolean, .text, .party:
      return fault(.typeMismatch(attribute.name))
    }
  }

  private func literals(_ names: [String], _ values: [String]) -> [String]? {
    let strange = values.isEmpty ? [] : names.filter { !values.contains($0) }
    for name in strange { reading.fault(path, .unknownName(name, [.value])) }
    return strange.isEmpty ? names : nil
  }

  private func attribute(_ operand: UnresolvedExpression.Operand) -> Statutes.Attribute? {
    guard case .name(let name, _) = operand else { return fault(.typeMismatch("()")) }
    guard reading.isKnown(name, as: .attribute) else {
      return fault(.unknownName(name, [.attribute]))
    }
    return reading.attributes[name]
  }

  // MARK: Comparisons

  private func compare(
    _ left: UnresolvedExpression.Operand, _ comparison: Expression.Comparison,
    _ right: UnresolvedExpression.Operand
  ) -> Expression? {
    guard let (leftOperand, kind) = operand(left) else { return nil }
    guard let rightOperand = self.right(right, like: kind, leftOperand) else { return nil }
    let isOrder = comparison != .equal && comparison != .notEqual
    if kind == .boolean || kind == .set || (isOrder && !kind.hasOrder) {
      return fault(.typeMismatch(comparison.rawValue))
    }
    return .compare(leftOperand, comparison, rightOperand)
  }

  private func isIn(
    _ left: UnresolvedExpression.Operand, _ right: UnresolvedExpression.Operand
  ) -> Expression? {
    guard let (leftOperand, kind) = operand(left) else { return nil }
    guard case .list(let names, _) = right else { return fault(.typeMismatch("in")) }
    let operands = names.map { literal($0, of: kind) }
    return operands.contains(nil) ? nil : .isIn(leftOperand, operands.compactMap(\.self))
  }

  /// The right side: a word of the left side's values, or an operand of the same type.
  private func right(
    _ right: UnresolvedExpression.Operand, like kind: Kind, _ left: Operand
  ) -> Operand? {
    if case .name(let name, _) = right {
      switch kind {
      case .name, .status:
        if !reading.isKnown(name, as: .attribute) || isValue(name, of: kind) {
          return literal(name, of: kind)
        }
      case .integer, .date, .boolean, .set: break
      }
    }
    guard let (operand, other) = operand(right) else { return nil }
    return other == kind ? operand : fault(.typeMismatch(Self.text(right)))
  }

  private func isValue(_ name: String, of kind: Kind) -> Bool {
    if case .name(.enumeration(let values)) = kind { values.contains(name) } else { false }
  }

  private func literal(_ name: String, of kind: Kind) -> Operand? {
    switch kind {
    case .integer: Int(name).map(Operand.integer) ?? fault(.typeMismatch(name))
    case .date: Day(name).map(Operand.date) ?? fault(.typeMismatch(name))
    case .status: word(name, among: Statutes.statuses)
    case .name(.enumeration(let values)): word(name, among: values)
    case .name(.code(let validator)):
      validator.accepts(name) ? .literal(name) : fault(.badValue(name, .code(validator)))
    case .name: .literal(name)
    case .boolean, .set: fault(.typeMismatch(name))
    }
  }

  /// An enumeration without values has its fault already.
  private func word(_ name: String, among values: [String]) -> Operand? {
    values.contains(name) || values.isEmpty ? .literal(name) : fault(.unknownName(name, [.value]))
  }

  // MARK: Operands

  private func operand(_ operand: UnresolvedExpression.Operand) -> (Operand, Kind)? {
    switch operand {
    case .integer(let value): (.integer(value), .integer)
    case .date(let day): (.date(day), .date)
    case .name(let name, _): fact(name)
    case .call(let function, let arguments, _): call(function, arguments)
    case .list: fault(.typeMismatch("[…]"))
    }
  }

  private func call(
    _ function: UnresolvedExpression.Function, _ arguments: [UnresolvedExpression.Operand]
  ) -> (Operand, Kind)? {
    switch function {
    case .years: dates(arguments).map { (.years($0, $1), .integer) }
    case .days: dates(arguments).map { (.days($0, $1), .integer) }
    case .countIn: countIn(arguments[0], arguments[1]).map { ($0, .integer) }
    case .known, .has, .hasAll: fault(.typeMismatch(function.rawValue))
    }
  }

  private func dates(_ arguments: [UnresolvedExpression.Operand]) -> (Operand, Operand)? {
    let operands = arguments.map(operand)
    guard let (from, fromKind) = operands[0], let (to, toKind) = operands[1] else { return nil }
    if fromKind != .date { return fault(.typeMismatch(Self.text(arguments[0]))) }
    return toKind == .date ? (from, to) : fault(.typeMismatch(Self.text(arguments[1])))
  }

  private func countIn(
    _ set: UnresolvedExpression.Operand, _ roll: UnresolvedExpression.Operand
  ) -> Operand? {
    guard let attribute = attribute(set) else { return nil }
    guard attribute.type == .parties else { return fault(.typeMismatch(attribute.name)) }
    guard case .name(let name, _) = roll, reading.isKnown(name, as: .roll) else {
      return fault(.unknownName(Self.text(roll), [.roll]))
    }
    return .countIn(attribute.name, roll: name)
  }

  private func fact(_ name: String) -> (Operand, Kind)? {
    if name.hasPrefix("param.") { return parameter(name) }
    if name.hasPrefix("call.") { return (.call(name), name.hasSuffix("_on") ? .date : .integer) }
    if Expression.derivedNames.contains(name) {
      return (.fact(name), name == "status" ? .status : name == "today" ? .date : .integer)
    }
    guard reading.isKnown(name, as: .attribute) else {
      return fault(.unknownName(name, [.attribute, .predicate]))
    }
    return reading.attributes[name].map { (.fact(name), Self.kind($0.type)) }
  }

  private func parameter(_ full: String) -> (Operand, Kind)? {
    let name = String(full.dropFirst(6))
    guard reading.isKnown(name, as: .parameter) else {
      return fault(.unknownName(full, [.parameter]))
    }
    guard case .count(let count)? = reading.parameters[name] else {
      return fault(.typeMismatch(full))
    }
    return (.parameter(name, count), .integer)
  }

  private static func kind(_ type: Statutes.Attribute.Kind) -> Kind {
    switch type {
    case .integer: .integer
    case .date: .date
    case .boolean: .boolean
    case .set, .parties: .set
    case .enumeration, .code, .text, .party: .name(type)
    }
  }

  private static func text(_ operand: UnresolvedExpression.Operand) -> String {
    switch operand {
    case .integer(let value): String(value)
    case .date(let day): day.text
    case .name(let name, _): name
    case .call(let function, _, _): function.rawValue
    case .list: "[…]"
    }
  }
}
