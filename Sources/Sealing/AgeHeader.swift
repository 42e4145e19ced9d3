// SPDX-License-Identifier: Apache-2.0
import Signing

/// The textual part of a file: who can open it, and a MAC of that under the file key.
///
///     age-encryption.org/v1
///     -> X25519 Dj1jyCxVfLWGfwPDfQ4gYFjBqtlXGGBG6LsrxR7DSmY
///     lYAFb4desZ5J3cM6EIUzEvzI83FXJqiohJq5MfNu/3g
///     --- fy/jC+2f00eIbj50JzggDQ3qHUFQQ8l1oR9a3grZ2HU
///
/// Source: c2sp.org/age, "Header". The file's own bytes are what the MAC is over, so stanzas of
/// unknown types count although nobody here reads them.
struct AgeHeader {
  /// One at least.
  let stanzas: [AgeStanza]
  /// What the MAC is over: from the file's first byte to the three dashes.
  let authenticated: ArraySlice<UInt8>
  /// The 32 bytes that the last line states.
  let mac: [UInt8]
  /// Where the payload starts in the file.
  let payloadOffset: Int

  /// The first line, the line feed at its end included.
  static let version = Array("age-encryption.org/v1\n".utf8)
  /// How the last line starts.
  static let dashes = Array("---".utf8)

  /// The MAC that a header must have.
  static func mac(
    of authenticated: ArraySlice<UInt8>, fileKey: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    var key = try KeyDerivation.hkdf(key: fileKey, salt: [], info: info)
    defer { Secret.wipe(&key) }
    return try KeyDerivation.hmac(key: key, message: authenticated)
  }

  /// The header for some stanzas.
  static func text(
    stanzas: [[UInt8]], fileKey: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    var text = version
    for stanza in stanzas { text += stanza }
    text += dashes
    let mac = try mac(of: text[...], fileKey: fileKey)
    return text + [AgeStanza.space] + RawBase64.encode(mac) + [AgeStanza.lineFeed]
  }

  /// Throws unless this is the header that was made with the file key.
  func check(fileKey: [UInt8]) throws(SealingError) {
    let computed = try Self.mac(of: authenticated, fileKey: fileKey)
    guard KeyDerivation.areEqual(computed, mac) else { throw .wrongHeaderMAC }
  }

  private static let info = Array("header".utf8)
}
