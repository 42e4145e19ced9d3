// SPDX-License-Identifier: Apache-2.0

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
}

/// Decimal numbers as the log writes them: ASCII, no sign, no leading zero but `0` itself.
enum Decimal {
  /// The number that 1 to 18 `digits` spell, or nil.
  static func decode(_ digits: ArraySlice<UInt8>) -> Int? {
    guard let first = digits.first, digits.count <= 18,
      first != UInt8(ascii: "0") || digits.count == 1
    else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
