// SPDX-License-Identifier: Apache-2.0

/// Base 64 in its one spelling: RFC 4648 section 4, padded, unused bits zero, nothing between.
public enum Base64 {
  /// The text of `bytes`, padded with `=` to a multiple of four characters.
  public static func encode(_ bytes: [UInt8]) -> String {
    String(decoding: encodedBytes(bytes), as: UTF8.self)
  }

  /// The text of `bytes` in ASCII.
  public static func encodedBytes(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for place in stride(from: 0, to: bytes.count, by: 3) {
      let rest = bytes.count - place
      let second = rest > 1 ? bytes[place + 1] : 0
      let third = rest > 2 ? bytes[place + 2] : 0
      text.append(alphabet[Int(bytes[place] >> 2)])
      text.append(alphabet[Int((bytes[place] & 3) << 4 | second >> 4)])
      text.append(rest > 1 ? alphabet[Int((second & 15) << 2 | third >> 6)] : padding)
      text.append(rest > 2 ? alphabet[Int(third & 63)] : padding)
    }
    return text
  }

  /// The bytes that `text` spells, or nil where encoding them again would spell it differently.
  public static func decode(_ text: String) -> [UInt8]? {
    decode(Array(text.utf8)[...])
  }

  /// The bytes that `text` spells in ASCII, or nil.
  public static func decode(_ text: [UInt8]) -> [UInt8]? {
    decode(text[...])
  }

  /// The bytes that a part of a longer text spells in ASCII, or nil.
  public static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let digits = text.dropLast(text.suffix(2).count { $0 == padding })
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    let values = values
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for digit in digits {
      let value = values[Int(digit)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      bitCount += 6
      guard bitCount >= 8 else { continue }
      bitCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
    }
    // What is left over belongs to no byte: 0, 2 or 4 bits, which must be zero to be canonical.
    guard bits & (1 << bitCount - 1) == 0 else { return nil }
    return bytes
  }

  private static let padding = UInt8(ascii: "=")

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in alphabet.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()
}
