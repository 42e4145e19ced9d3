// SPDX-License-Identifier: Apache-2.0

/// An expression as it was written: names not yet looked up, types not yet checked.
indirect enum UnresolvedExpression: Hashable {
  case or([UnresolvedExpression])
  case and([UnresolvedExpression])
  case not(UnresolvedExpression)
  case operand(Operand)
  case compare(Operand, Expression.Comparison, Operand)
  case isIn(Operand, Operand)

  indirect enum Operand: Hashable {
    case integer(Int)
    case date(Day)
    case name(String, at: Int)
    case call(Function, [Operand], at: Int)
    case list([String], at: Int)
  }

  enum Function: String, CaseIterable {
    case known, years, days, has
    case hasAll = "has_all"
    case countIn = "count_in"

    var argumentCount: Int { self == .known ? 1 : 2 }
  }

  /// The longest text that is read, in bytes.
  static let lengthMax = 2_000
  /// Parentheses, `not` and functions may be nested this deep.
  static let depthMax = 24
}
