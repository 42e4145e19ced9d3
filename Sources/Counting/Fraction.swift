// SPDX-License-Identifier: Apache-2.0

/// An exact rational number in lowest terms, its denominator above zero: `2/3`, `293/3`, `5`.
///
/// Scores and shares are small (the statutes bound weights, scales and counts), so arithmetic that
/// leaves `Int` is a programming mistake and traps. Comparison never overflows.
public struct Fraction: Sendable, Hashable {
  /// The part above the line; it carries the sign.
  public let numerator: Int
  /// The part below the line, 1 or more.
  public let denominator: Int

  /// The fraction in lowest terms; the denominator must not be zero.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "a fraction of nothing")
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = sign * (denominator / divisor)
  }

  /// Reads `2/3` or `5`: digits only, at most nine in each part, no sign, no zero below the line.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let above = Self.digits(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self.init(above)
      return
    }
    guard let below = Self.digits(parts[1]), below > 0 else { return nil }
    self.init(above, below)
  }

  private static func digits(_ bytes: Substring.UTF8View) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Fraction: Comparable {
  /// By cross-multiplication in twice the width of `Int`.
  public static func < (a: Fraction, b: Fraction) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}

extension Fraction {
  /// The sum.
  public static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// The difference.
  public static func - (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
  }

  /// The product.
  public static func * (a: Fraction, b: Fraction) -> Fraction {
    // Cancelling crosswise first keeps the products small.
    let (left, right) = (Fraction(a.numerator, b.denominator), Fraction(b.numerator, a.denominator))
    return Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The quotient; the divisor must not be zero.
  public static func / (a: Fraction, b: Fraction) -> Fraction {
    a * Fraction(b.denominator, b.numerator)
  }

  /// The product with a whole number.
  public static func * (a: Fraction, b: Int) -> Fraction { a * Fraction(b) }

  /// The quotient by a whole number other than zero.
  public static func / (a: Fraction, b: Int) -> Fraction { a / Fraction(b) }
}

extension Fraction {
  /// Both parts, always: `293/3`, `99/1`.
  public var exactText: String { "\(numerator)/\(denominator)" }

  /// As people write it: `293/3`, `99`.
  public var text: String { denominator == 1 ? "\(numerator)" : exactText }

  /// For reading only: `97.67`, half of the last place rounded away from zero.
  public func decimal(places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let (whole, rest) = abs(numerator).quotientAndRemainder(dividingBy: denominator)
    let rounded = (2 * rest * scale + denominator) / (2 * denominator)
    let (carry, part) = rounded.quotientAndRemainder(dividingBy: scale)
    let sign = numerator < 0 && (whole > 0 || rounded > 0) ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole + carry)" }
    let digits = String(part)
    let zeros = String(repeating: "0", count: places - digits.count)
    return "\(sign)\(whole + carry).\(zeros)\(digits)"
  }

  /// The largest whole number that is not above this one.
  public var floor: Int {
    numerator >= 0 ? numerator / denominator : -((denominator - 1 - numerator) / denominator)
  }

  /// The smallest whole number that is not below this one.
  public var ceiling: Int { -Fraction(-numerator, denominator).floor }
}
