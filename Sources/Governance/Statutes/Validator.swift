// SPDX-License-Identifier: Apache-2.0

/// A named check of a code from an outside register; the only place that knows a country's rules.
public enum Validator: String, Sendable, Hashable, CaseIterable {
  /// Eight digits of the Ukrainian register of legal entities, the last one a check digit.
  case edrpou
  /// A region of Ukraine by ISO 3166-2: `UA-63`.
  case oblast
  /// A country by ISO 3166-1: `UA`.
  case country
  /// A territorial unit of the Ukrainian codifier: `UA63` and fifteen digits.
  case katottg

  /// Whether the code has the right form and check digit; not whether anyone holds it.
  public func accepts(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    switch self {
    case .edrpou: return Self.isEDRPOU(bytes)
    case .oblast: return Self.isOblast(bytes)
    case .country: return bytes.count == 2 && bytes.allSatisfy(Self.isCapital)
    case .katottg:
      return bytes.count == 19 && bytes.starts(with: "UA".utf8) && decimal(bytes[2...]) != nil
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// The 27 codes that ISO 3166-2:UA lists.
  private static let oblasts: Set<Int> = [
    5, 7, 9, 12, 14, 18, 21, 23, 26, 30, 32, 35, 40, 43, 46, 48, 51, 53, 56, 59, 61, 63, 65, 68, 71,
    74, 77,
  ]

  private static func isOblast(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 5, bytes.starts(with: "UA-".utf8), let number = decimal(bytes[3...]) else {
      return false
    }
    return oblasts.contains(number)
  }

  /// The check digit: a weighted sum modulo 11; with a remainder of 10 again, the weights up by two.
  ///
  /// Weights run 1…7, or 7, 1…6 for numbers between 30 and 60 million (statistics office, 1996).
  private static func isEDRPOU(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 8, let number = decimal(bytes[...]) else { return false }
    let digits = bytes.map { Int($0) - 0x30 }
    let middle = number > 30_000_000 && number < 60_000_000
    let weights = middle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]
    var check = remainder(digits, weights)
    if check == 10 { check = remainder(digits, weights.map { $0 + 2 }) }
    return digits[7] == check % 10
  }

  private static func remainder(_ digits: [Int], _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
  }
}
