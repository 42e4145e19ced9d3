// SPDX-License-Identifier: Apache-2.0

/// A recursive-descent parser of the grammar in Statutes as data, 3.7.
struct ExpressionParser {
  private let tokens: [ExpressionToken]
  private var at = 0
  private var depth = 0

  static func parse(_ text: String) throws(MalformedExpression) -> UnresolvedExpression {
    var parser = ExpressionParser(tokens: try ExpressionToken.read(text))
    guard !parser.tokens.isEmpty else { throw .empty }
    let expression = try parser.disjunction()
    if let token = parser.peek { throw .unexpected(token.text, at: token.at) }
    return expression
  }

  private init(tokens: [ExpressionToken]) { self.tokens = tokens }

  private mutating func disjunction() throws(MalformedExpression) -> UnresolvedExpression {
    var parts = [try conjunction()]
    while take(word: "or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws(MalformedExpression) -> UnresolvedExpression {
    var parts = [try negation()]
    while take(word: "and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation() throws(MalformedExpression) -> UnresolvedExpression {
    guard take(word: "not") else { return try atom() }
    try enter()
    defer { depth -= 1 }
    return .not(try negation())
  }

  private mutating func atom() throws(MalformedExpression) -> UnresolvedExpression {
    if take(sign: "(") {
      try enter()
      defer { depth -= 1 }
      let inner = try disjunction()
      try expect(sign: ")")
      return inner
    }
    let left = try operand()
    if take(word: "in") { return .isIn(left, try operand()) }
    guard let comparison = takeComparison() else { return .operand(left) }
    return .compare(left, comparison, try operand())
  }

  private mutating func operand() throws(MalformedExpression) -> UnresolvedExpression.Operand {
    let token = try next()
    switch token.kind {
    case .integer(let value): return .integer(value)
    case .date(let day): return .date(day)
    case .sign("["): return .list(try list(), at: token.at)
    case .sign(let sign): throw .unexpected(sign, at: token.at)
    case .name(let name):
      guard !Self.keywords.contains(name) else { throw .unexpected(name, at: token.at) }
      if take(sign: "(") { return try call(name, at: token.at) }
      return .name(name, at: token.at)
    }
  }

  static let keywords: Set<String> = ["and", "or", "not", "in"]

  private mutating func call(
    _ name: String, at start: Int
  ) throws(MalformedExpression) -> UnresolvedExpression.Operand {
    guard let function = UnresolvedExpression.Function(rawValue: name) else {
      throw .unknownFunction(name, at: start)
    }
    try enter()
    defer { depth -= 1 }
    var arguments = [try operand()]
    while take(sign: ",") { arguments.append(try operand()) }
    try expect(sign: ")")
    guard arguments.count == function.argumentCount else { throw .wrongArguments(name, at: start) }
    return .call(function, arguments, at: start)
  }

  /// The names up to the closing bracket; a number or a date in a list is a name too: `[1, 2]`.
  private mutating func list() throws(MalformedExpression) -> [String] {
    var names = [try listedName()]
    while take(sign: ",") { names.append(try listedName()) }
    try expect(sign: "]")
    return names
  }

  private mutating func listedName() throws(MalformedExpression) -> String {
    let token = try next()
    if case .sign(let sign) = token.kind { throw .unexpected(sign, at: token.at) }
    return token.text
  }

  private mutating func enter() throws(MalformedExpression) {
    depth += 1
    if depth > UnresolvedExpression.depthMax { throw .tooDeep(at: tokens[at - 1].at) }
  }

  private var peek: ExpressionToken? { at < tokens.count ? tokens[at] : nil }

  private mutating func next() throws(MalformedExpression) -> ExpressionToken {
    guard let token = peek else { throw .endsEarly }
    at += 1
    return token
  }

  private mutating func take(word: String) -> Bool { take(.name(word)) }

  private mutating func take(sign: String) -> Bool { take(.sign(sign)) }

  private mutating func take(_ kind: ExpressionToken.Kind) -> Bool {
    guard peek?.kind == kind else { return false }
    at += 1
    return true
  }

  private mutating func takeComparison() -> Expression.Comparison? {
    guard case .sign(let sign)? = peek?.kind else { return nil }
    let comparison = Expression.Comparison(rawValue: sign)
    if comparison != nil { at += 1 }
    return comparison
  }

  private mutating func expect(sign: String) throws(MalformedExpression) {
    let token = try next()
    guard token.kind == .sign(sign) else { throw .unexpected(token.text, at: token.at) }
  }
}
