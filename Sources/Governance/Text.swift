// SPDX-License-Identifier: Apache-2.0

// The standard library normalizes for `==` but publishes the result only under this name.
@_spi(_Unicode) import Swift

/// Unicode text as the ledger keeps it: in Normalization Form C (UAX #15).
public enum Text {
  /// The same text in Normalization Form C.
  public static func nfc(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0xCC }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether UTF-8 bytes are in Normalization Form C, compared by bytes and not as `String`s.
  public static func isNFC(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 < 0xCC }) { return true }
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
