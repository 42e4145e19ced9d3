// SPDX-License-Identifier: Apache-2.0

/// A key as the log knows it: from the entry that registers it to the one that revokes it.
public struct RegisteredKey: Sendable, Equatable, Codable {
  /// The verifier key as it was registered.
  public let vkey: String
  /// The party that the key's holder belongs to, if any.
  public var party: String?
  /// Whether this key casts the party's vote.
  public var votes: Bool
  /// Whether it casts the vote as an alternate's.
  public var isAlternate = false
  /// The application that the key belongs to, until it is a member's.
  public var application: String?
  /// When it was revoked.
  public var revoked: Instant?
  /// Since when its uncounted ballots do not count.
  public var distrusted: Instant?
  /// Why it was revoked.
  public var revocation: KeyRevoked.Reason?

  var isInForce: Bool { revoked == nil }
}

/// The parts of a verifier key's text that identity needs; Signing checks the rest of it.
enum KeyText {
  /// `name+hash+base64`, split at the first two plus signs only.
  static func name(_ vkey: String) -> String { String(vkey.prefix { $0 != "+" }) }

  /// The base64 of type and public key: the same key under two names has the same.
  static func material(_ vkey: String) -> String {
    String(vkey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).last ?? "")
  }
}
