// SPDX-License-Identifier: Apache-2.0

/// A JSON value in the restricted form that statements and statutes use.
///
/// Objects, arrays, strings, integers within ±(2^53 − 1), `true` and `false`; no floating point, no
/// `null` (log-format, "Entries"; RFC 8785).
public enum JSON: Sendable, Hashable {
  case object([String: JSON])
  case array([JSON])
  case string(String)
  case integer(Int)
  case bool(Bool)
}

extension JSON {
  /// The largest integer that every JSON reader keeps exact: 2^53 − 1 (RFC 8785 §3.2.2.3).
  public static let largestInteger = 9_007_199_254_740_991

  /// Objects and arrays may be nested this deep, and no deeper.
  public static let depthMax = 32
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A value from its parts.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A value from its parts.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A value from its parts.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A value from its parts.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// A value from its parts.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

extension JSON {
  /// The text, if this is a string.
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The number, if this is an integer.
  public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  /// The truth value, if this is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements, if this is an array.
  public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
  /// The members, if this is an object.
  public var object: [String: JSON]? { if case .object(let value) = self { value } else { nil } }
  /// The member of that name, if this is an object that has one.
  public subscript(name: String) -> JSON? { object?[name] }
}
