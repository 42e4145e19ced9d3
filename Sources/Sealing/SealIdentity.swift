// SPDX-License-Identifier: Apache-2.0
import Signing

/// The secret half of an age key pair, with which its owner opens.
///
/// Not copyable: whoever holds it may open. libcrypto keeps it, and wipes it with its last user.
///
/// Source: c2sp.org/age, "The X25519 recipient type".
public struct SealIdentity: ~Copyable, Sendable {
  /// For whom to seal so that this identity opens.
  public let recipient: SealRecipient
  let key: X25519Key

  private static let prefix = "AGE-SECRET-KEY-"

  /// A new identity from 32 random bytes.
  public init() throws(SealingError) {
    try self.init(key: .fresh())
  }

  /// Reads an identity in its one spelling, which is in upper case.
  ///
  ///     AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX
  ///
  /// The text itself is the caller's, and cannot be wiped.
  public init(parsing text: String) throws(SealingError) {
    guard var bytes = Bech32.decode(text, prefix: Self.prefix) else { throw .malformedIdentity }
    defer { Secret.wipe(&bytes) }
    try self.init(key: X25519Key(privateKey: bytes))
  }

  private init(key: X25519Key) throws(SealingError) {
    self.recipient = SealRecipient(publicKey: try key.publicBytes())
    self.key = key
  }

  /// The identity's one spelling, without a line feed: a secret that nobody wipes any more.
  public var text: String {
    var bytes = key.privateBytes()
    defer { Secret.wipe(&bytes) }
    return Bech32.encode(bytes, prefix: Self.prefix)
  }
}
