// SPDX-License-Identifier: Apache-2.0

// The standard library normalizes for `==` but publishes the result only under this name.
@_spi(_Unicode) import Swift

/// Unicode text as the ledger keeps it: in Normalization Form C (UAX #15).
public enum Text {
  /// The same text in Normalization Form C.
  public static func nfc(_ text: String) -> String {
    if isPlainlyNFC(text.utf8.span) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether nothing in the text can be changed by normalization, without looking at its tables.
  ///
  /// True of everything below U+0300, of U+0400–047F and of the dashes and quotation marks from
  /// U+2010 on: none of these is a combining mark, or one of the few that NFC replaces.
  private static func isPlainlyNFC(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0xCC || byte == 0xD0 || byte == 0xD1 {
        at += 1
      } else if byte == 0xE2, at + 2 < text.count, text[at + 1] == 0x80, text[at + 2] >= 0x90 {
        at += 3
      } else {
        return false
      }
    }
    return true
  }

  /// Whether UTF-8 bytes are in Normalization Form C, compared by bytes and not as `String`s.
  public static func isNFC(_ bytes: [UInt8]) -> Bool {
    if isPlainlyNFC(bytes.span) { return true }
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return nfc(text).utf8.elementsEqual(bytes)
  }

  /// Whether two texts are the same bytes.
  ///
  /// `==` on `String` would call NFC and NFD forms equal.
  public static func areSameBytes(_ a: String, _ b: String) -> Bool {
    a.utf8.elementsEqual(b.utf8)
  }
}

extension Text {
  /// The text as the ledger keeps what people typed: in NFC, without white space around it.
  public static func clean(_ text: String) -> String { trimmed(nfc(text)) }
}
