// SPDX-License-Identifier: Apache-2.0
import Signing

/// The file key wrapped for the owner of one X25519 key.
///
/// Source: c2sp.org/age, "The X25519 recipient type".
struct X25519Stanza {
  /// The public half of a key that was made for this stanza and then forgotten.
  private let share: [UInt8]
  /// The file key, encrypted.
  private let body: [UInt8]
  private let offset: Int

  /// Nil for a stanza of another type; throws for one of this type that is not as it should be.
  init?(_ stanza: AgeStanza) throws(SealingError) {
    guard stanza.isType(Self.type) else { return nil }
    guard stanza.arguments.count == 2, let share = RawBase64.decode(stanza.arguments[1]),
      share.count == X25519Key.length,
      stanza.body.count == FileKey.length + ChaCha20Poly1305.tagLength
    else { throw .malformedHeader(offset: stanza.offset) }
    self.share = share
    self.body = stanza.body
    self.offset = stanza.offset
  }

  /// The file key, if it is wrapped for this identity; the caller wipes it.
  func fileKey(
    _ identity: borrowing SealIdentity, _ cipher: borrowing ChaCha20Poly1305
  ) throws(SealingError) -> [UInt8]? {
    guard var shared = try identity.key.sharedSecret(with: share) else {
      throw .malformedHeader(offset: offset)
    }
    defer { Secret.wipe(&shared) }
    var wrapping = try Self.wrappingKey(
      shared: shared, share: share, recipient: identity.recipient)
    defer { Secret.wipe(&wrapping) }
    var fileKey = [UInt8](repeating: 0, count: FileKey.length)
    let isOurs = try cipher.open(
      body[...], key: wrapping, nonce: Self.nonce, into: &fileKey, at: 0)
    return isOurs ? fileKey : nil
  }

  /// A stanza's text with the file key wrapped for `recipient`.
  static func text(
    fileKey: [UInt8], for recipient: SealRecipient, _ cipher: borrowing ChaCha20Poly1305
  ) throws(SealingError) -> [UInt8] {
    let ephemeral = try X25519Key.fresh()
    let share = try ephemeral.publicBytes()
    guard var shared = try ephemeral.sharedSecret(with: recipient.publicKey) else {
      throw .weakRecipient
    }
    defer { Secret.wipe(&shared) }
    var wrapping = try wrappingKey(shared: shared, share: share, recipient: recipient)
    defer { Secret.wipe(&wrapping) }
    var body = [UInt8](repeating: 0, count: FileKey.length + ChaCha20Poly1305.tagLength)
    try cipher.seal(fileKey[...], key: wrapping, nonce: nonce, into: &body, at: 0)
    return AgeStanza.text(arguments: [type, RawBase64.encode(share)], body: body)
  }

  private static func wrappingKey(
    shared: [UInt8], share: [UInt8], recipient: SealRecipient
  ) throws(SealingError) -> [UInt8] {
    let salt = share + recipient.publicKey
    return try KeyDerivation.hkdf(key: shared, salt: salt[...], info: info)
  }

  private static let type = Array("X25519".utf8)
  private static let info = Array("age-encryption.org/v1/X25519".utf8)
  // Zeros: no wrapping key wraps twice.
  private static let nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceLength)
}
