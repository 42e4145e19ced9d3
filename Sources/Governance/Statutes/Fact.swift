// SPDX-License-Identifier: Apache-2.0

/// What is known of one attribute of one party.
public enum Fact: Sendable, Hashable {
  /// A whole number; money has its unit in the attribute's name.
  case integer(Int)
  /// A date without a time zone.
  case date(Day)
  /// A member of an enumeration, a code, an identifier or free text.
  case name(String)
  /// Several members of an enumeration, or several parties; may be empty.
  case set([String])
  /// A truth value.
  case boolean(Bool)
  /// Nothing was said.
  case absent
  /// Something was said that is not a value of the attribute's type: the trimmed text.
  case invalid(String)

  /// Whether there is a value.
  public var isKnown: Bool {
    switch self {
    case .integer, .date, .name, .set, .boolean: true
    case .absent, .invalid: false
    }
  }
}
