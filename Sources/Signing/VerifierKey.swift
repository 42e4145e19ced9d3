// SPDX-License-Identifier: Apache-2.0

/// A public key with its name, as people hand it around: `name+hash+base64`.
///
///     example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
///
/// Source: c2sp.org/signed-note, "Verifier keys". One key has one spelling.
public struct VerifierKey: Sendable, Hashable {
  /// What the key signs; the number is the signature type of signed notes.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Ed25519 over the text of a note.
    case ed25519 = 0x01
    /// Ed25519 over a checkpoint and a time (c2sp.org/tlog-cosignature), as witnesses sign.
    case cosignature = 0x04
  }

  /// The key name: ASCII, but for a witness's, which may be any that signed-note allows.
  ///
  /// Names of canonically equivalent texts are equal; their keys are not, by their key IDs.
  public let name: String
  /// The first four bytes of SHA-256(name, line feed, type, public key), big-endian.
  public let keyID: UInt32
  /// The key itself.
  public let publicKey: PublicKey
  /// What it signs.
  public let kind: Kind

  /// Gives a public key a name.
  public init(name: String, publicKey: PublicKey, kind: Kind = .ed25519) throws(SigningError) {
    guard Self.isName(name, of: kind) else { throw .invalidKeyName(name) }
    self.name = name
    self.publicKey = publicKey
    self.kind = kind
    let hash = Hash.sha256(Array(name.utf8) + [0x0A, kind.rawValue] + publicKey.rawBytes)
    self.keyID = hash.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Reads a verifier key in its one spelling, and refuses weak keys.
  public init(parsing text: String) throws(SigningError) {
    // Only the first two `+` separate: base 64 has `+` among its digits.
    let fields = Array(text.utf8).split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, fields[1].count == 8, let hash = Hex.decode(Array(fields[1])),
      let key = Base64.decode(fields[2]), let type = key.first
    else { throw .malformedVerifierKey }
    guard let kind = Kind(rawValue: type) else { throw .unknownKeyType(type) }
    let name = String(decoding: fields[0], as: UTF8.self)
    let publicKey = try PublicKey(rawBytes: Array(key.dropFirst()))
    try self.init(name: name, publicKey: publicKey, kind: kind)
    let stated = hash.reduce(0) { $0 << 8 | UInt32($1) }
    guard stated == keyID else { throw .wrongKeyID(stated: stated, computed: keyID) }
  }

  /// The one spelling of this key, without a line feed.
  public var text: String {
    let hash = Hex.encode((0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * $0)) })
    return "\(name)+\(hash)+\(Base64.encode([kind.rawValue] + publicKey.rawBytes))"
  }

  /// Whether `name` is 1 to 255 characters of `A-Z a-z 0-9 . _ / -`.
  public static func isValidName(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count) && name.utf8.allSatisfy(isNameByte)
  }

  /// Whether a signed note may name a key so: not empty, no `+` and no white space, be it beyond ASCII.
  public static func isNoteName(_ name: ArraySlice<UInt8>) -> Bool {
    guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "+") }) else {
      return false
    }
    guard name.contains(where: { $0 >= 0x80 }) else { return true }
    guard let text = String(validating: name, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace }
  }

  /// A log names its own keys, and plainly; a witness may have any name that a note allows.
  private static func isName(_ name: String, of kind: Kind) -> Bool {
    kind == .cosignature ? isNoteName(Array(name.utf8)[...]) : isValidName(name)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
