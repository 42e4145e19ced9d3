// SPDX-License-Identifier: Apache-2.0

public import Counting

/// So many, or such a share of a whole: `3` or `1/3`.
public enum Amount: Sendable, Hashable {
  case count(Int)
  case share(Fraction)

  /// Reads `3` as a count and `1/3` as a share.
  public init?(_ text: String) {
    guard let fraction = Fraction(text) else { return nil }
    self = text.utf8.contains(UInt8(ascii: "/")) ? .share(fraction) : .count(fraction.numerator)
  }

  /// At most so many of a whole: a share is rounded down.
  public func atMost(of whole: Int) -> Int {
    switch self {
    case .count(let count): count
    case .share(let share): (share * whole).floor
    }
  }

  /// At least so many of a whole: a share is rounded up.
  public func atLeast(of whole: Int) -> Int {
    switch self {
    case .count(let count): count
    case .share(let share): (share * whole).ceiling
    }
  }

  /// `3` or `1/3`.
  public var text: String {
    switch self {
    case .count(let count): "\(count)"
    case .share(let share): share.exactText
    }
  }
}
