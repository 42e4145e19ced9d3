// SPDX-License-Identifier: Apache-2.0
import Signing

/// 32 bytes as text with a checksum: Bech32 of BIP 173, without its limit of 90 characters.
///
/// One spelling only: the prefix decides the case, and what it does not use is refused.
enum Bech32 {
  /// What the text spells, after `prefix` and a `1`; nil unless it is 32 bytes in that spelling.
  ///
  /// The caller wipes what it gets, if it is secret.
  static func decode(_ text: String, prefix: String) -> [UInt8]? {
    let start = Array((prefix + "1").utf8)
    var digits = Array(text.utf8)
    defer { Secret.wipe(&digits) }
    guard digits.count == start.count + digitCount + checksumCount, digits.starts(with: start)
    else { return nil }
    // Not removed from the front: what moves forward would leave a copy behind, which nobody wipes.
    let first = start.count
    let isUpper = prefix != prefix.lowercased()
    for place in first..<digits.count {
      let digit = isUpper ? lowercase(digits[place]) : digits[place]
      guard let value = digit.flatMap({ alphabet.firstIndex(of: $0) }) else { return nil }
      digits[place] = UInt8(value)
    }
    guard checksum(prefix, digits[first...]) == 1 else { return nil }
    return bytes(digits[first..<(first + digitCount)])
  }

  /// The text of 32 bytes: `prefix`, a `1`, 52 digits and a checksum of 6, in the prefix's case.
  static func encode(_ bytes: [UInt8], prefix: String) -> String {
    precondition(bytes.count == 32, "keys have 32 bytes")
    var digits = digits(bytes)
    let padded = digits + [UInt8](repeating: 0, count: checksumCount)
    let sum = checksum(prefix, padded[...]) ^ 1
    for place in 0..<checksumCount {
      digits.append(UInt8(sum >> UInt32(5 * (checksumCount - 1 - place)) & 31))
    }
    let text = String(decoding: digits.map { alphabet[Int($0)] }, as: UTF8.self)
    return prefix + "1" + (prefix == prefix.lowercased() ? text : text.uppercased())
  }

  /// 32 bytes are 51 digits of 5 bits and one bit more.
  private static let digitCount = 52
  private static let checksumCount = 6
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  /// The lower-case letter of an upper-case one; nil for a lower-case one, which has no place here.
  private static func lowercase(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit | 0x20
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    default: nil
    }
  }

  private static func digits(_ bytes: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(digitCount + checksumCount)
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for byte in bytes {
      bits = (bits << 8 | UInt32(byte)) & 0xFFF
      bitCount += 8
      while bitCount >= 5 {
        bitCount -= 5
        digits.append(UInt8(bits >> bitCount & 31))
      }
    }
    digits.append(UInt8(bits << (5 - bitCount) & 31))
    return digits
  }

  /// The bytes of 52 digits, unless the 4 bits that belong to no byte are set.
  private static func bytes(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for digit in digits {
      bits = (bits << 5 | UInt32(digit)) & 0xFFF
      bitCount += 5
      guard bitCount >= 8 else { continue }
      bitCount -= 8
      bytes.append(UInt8(bits >> bitCount & 0xFF))
    }
    guard bits & 0xF == 0 else { return nil }
    return bytes
  }

  /// BIP 173's `bech32_polymod` over the expanded prefix, which is in lower case, and the digits.
  private static func checksum(_ prefix: String, _ digits: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = 1
    let prefix = prefix.lowercased().utf8
    for byte in prefix { step(&sum, byte >> 5) }
    step(&sum, 0)
    for byte in prefix { step(&sum, byte & 31) }
    for digit in digits { step(&sum, digit) }
    return sum
  }

  private static func step(_ sum: inout UInt32, _ value: UInt8) {
    let top = sum >> 25
    sum = (sum & 0x1FF_FFFF) << 5 ^ UInt32(value)
    for (bit, generator) in generators.enumerated() where top >> UInt32(bit) & 1 == 1 {
      sum ^= generator
    }
  }

  private static let generators: [UInt32] = [
    0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3,
  ]
}
