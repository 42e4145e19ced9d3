// SPDX-License-Identifier: Apache-2.0

/// Kleene's three truth values: an unknown fact is never a "no".
public enum Truth: String, Sendable, Hashable, CaseIterable {
  case yes, no, unknown

  /// Yes for true and no for false.
  public init(_ value: Bool) { self = value ? .yes : .no }

  /// Yes if both are, no if one is no.
  public func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  /// Yes if one is, no if both are no.
  public func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  /// The opposite; unknown stays unknown.
  public var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
