// SPDX-License-Identifier: Apache-2.0

/// One part of a header: the file key wrapped for one recipient, in whatever way.
///
///     -> X25519 Dj1jyCxVfLWGfwPDfQ4gYFjBqtlXGGBG6LsrxR7DSmY
///     lYAFb4desZ5J3cM6EIUzEvzI83FXJqiohJq5MfNu/3g
///
/// Source: c2sp.org/age, "Recipient stanza".
struct AgeStanza {
  /// One or more; the first is the type.
  let arguments: [ArraySlice<UInt8>]
  let body: [UInt8]
  /// Where it starts in the file.
  let offset: Int

  /// Whether it is of this type.
  func isType(_ type: [UInt8]) -> Bool { arguments.first?.elementsEqual(type) == true }

  /// The stanza as it stands in a file, the line feed at its end included.
  static func text(arguments: [[UInt8]], body: [UInt8]) -> [UInt8] {
    var text = arrow
    for argument in arguments { text += [space] + argument }
    text.append(lineFeed)
    let digits = RawBase64.encode(body)
    for place in stride(from: 0, through: digits.count, by: columns) {
      text += digits[place..<min(place + columns, digits.count)] + [lineFeed]
    }
    return text
  }

  /// Where lines of a body break; a body ends with the first line that is shorter.
  static let columns = 64
  static let arrow = Array("->".utf8)
  static let space = UInt8(ascii: " ")
  static let lineFeed: UInt8 = 0x0A
}
