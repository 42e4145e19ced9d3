// SPDX-License-Identifier: Apache-2.0
import Signing

/// Base 64 as the age header has it: RFC 4648 section 4 in its one spelling, without padding.
enum RawBase64 {
  /// The text of `bytes` in ASCII.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text = Base64.encodedBytes(bytes)
    while text.last == padding { text.removeLast() }
    return text
  }

  /// The bytes that `text` spells, or nil: padding and set bits of no byte are refused.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard !text.contains(padding), text.count % 4 != 1 else { return nil }
    guard !text.count.isMultiple(of: 4) else { return Base64.decode(text) }
    return Base64.decode(text + [UInt8](repeating: padding, count: 4 - text.count % 4))
  }

  private static let padding = UInt8(ascii: "=")
}
