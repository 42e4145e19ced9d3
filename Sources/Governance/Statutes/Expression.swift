// SPDX-License-Identifier: Apache-2.0

/// A predicate of the statutes, total and without loops: `budget_uah <= 5000000 and not urban`.
///
/// What the statutes hold is resolved: defined predicates are here with their meaning, parameters
/// with their value, and each bare name is known to be an attribute or a literal.
public indirect enum Expression: Sendable, Hashable {
  case or([Expression])
  case and([Expression])
  case not(Expression)
  /// A predicate of `define`, with what it stands for.
  case defined(String, Expression)
  /// A boolean attribute by itself.
  case isTrue(Operand)
  case compare(Operand, Comparison, Operand)
  case isIn(Operand, [Operand])
  /// `known(a)`: the only function that makes "no" of what is unknown.
  case known(String)
  /// `has_all(set, [a, b])`, and `has(set, a)` as a list of one.
  case hasAll(String, [String])

  /// One side of a comparison.
  public indirect enum Operand: Sendable, Hashable {
    case integer(Int)
    case date(Day)
    /// A word that stands for itself: a member of an enumeration or a code.
    case literal(String)
    /// A fact about the party in question: an attribute, or a derived name such as `status`.
    case fact(String)
    /// A value of the call, by its full name: `call.closes_on`.
    case call(String)
    /// A number of the statutes, and what it is.
    case parameter(String, Int)
    /// Whole years from the first date to the second.
    case years(Operand, Operand)
    /// Days from the first date to the second.
    case days(Operand, Operand)
    /// How many distinct parties of the set are in the roll.
    case countIn(String, roll: String)
  }

  /// How two operands are compared.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
  }
}

/// Where an expression looks up what it speaks of: one party, one call, one day.
public protocol Scope {
  /// The fact of that name.
  ///
  /// `name` is an attribute, `call.` and a name, or one of `status` (a name), `member_days` (an
  /// integer), `today` (a date), `times_selected` and such (integers). What is not known is absent.
  func fact(_ name: String) -> Fact

  /// Whether a party is in a roll.
  func isIn(roll: String, party: String) -> Bool
}
