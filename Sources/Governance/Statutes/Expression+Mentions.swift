// SPDX-License-Identifier: Apache-2.0

extension Expression {
  /// The name, where the whole expression is one predicate or one bare attribute.
  var name: String? {
    switch self {
    case .defined(let name, _): name
    case .isTrue(.fact(let name)): name
    case .or, .and, .not, .isTrue, .compare, .isIn, .known, .hasAll: nil
    }
  }

  /// The attributes and derived names that this speaks of, in their order, through definitions.
  public var attributes: [String] {
    var names: [String] = []
    for name in mentions where !names.contains(name) { names.append(name) }
    return names
  }

  private var mentions: [String] {
    switch self {
    case .or(let parts), .and(let parts): parts.flatMap(\.mentions)
    case .not(let part), .defined(_, let part): part.mentions
    case .isTrue(let operand), .isIn(let operand, _): operand.mentions
    case .compare(let left, _, let right): left.mentions + right.mentions
    case .known(let name), .hasAll(let name, _): [name]
    }
  }

  /// The rolls in which this counts, in their order, through definitions.
  public var rolls: [String] {
    switch self {
    case .or(let parts), .and(let parts): parts.flatMap(\.rolls)
    case .not(let part), .defined(_, let part): part.rolls
    case .compare(let left, _, let right): [left.roll, right.roll].compactMap(\.self)
    case .isIn(let operand, _): [operand.roll].compactMap(\.self)
    case .isTrue, .known, .hasAll: []
    }
  }
}

extension Expression.Operand {
  fileprivate var mentions: [String] {
    switch self {
    case .integer, .date, .literal, .call, .parameter: []
    case .fact(let name), .countIn(let name, _): [name]
    case .years(let from, let to), .days(let from, let to): from.mentions + to.mentions
    }
  }

  fileprivate var roll: String? {
    if case .countIn(_, let roll) = self { roll } else { nil }
  }
}
