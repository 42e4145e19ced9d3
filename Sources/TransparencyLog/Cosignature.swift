// SPDX-License-Identifier: Apache-2.0
public import Signing

/// A witness's statement: as of a time, this is the largest consistent tree that it has seen.
///
/// Source: c2sp.org/tlog-cosignature, Ed25519 (signature type 0x04). What is signed is
///
///     cosignature/v1
///     time 1679315147
///     example.com/behind-the-sofa
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
/// The message does not name the witness: a quorum counts public keys, not names.
public struct Cosignature: Sendable, Equatable {
  /// POSIX seconds, never negative.
  public let timestamp: Int
  /// 64 bytes.
  public let signature: [UInt8]

  /// Reads what follows the key ID in a witness's signature line.
  public init(_ line: NoteSignature) throws(MalformedNote) {
    let bytes = line.signature
    guard bytes.count == 72 else { throw .cosignatureLength(bytes.count) }
    let time = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let timestamp = Int(exactly: time) else { throw .cosignatureTime }
    self.timestamp = timestamp
    self.signature = Array(bytes[8...])
  }

  /// Cosigns a checkpoint's text at a time.
  public init(
    of checkpoint: [UInt8], at timestamp: Int, with key: borrowing SigningKey
  ) throws(SigningError) {
    precondition(timestamp >= 0, "a cosignature's time is not before 1970")
    self.timestamp = timestamp
    self.signature = try key.signature(for: Self.message(checkpoint, at: timestamp))
  }

  /// The signature line of this cosignature under the name of `key`.
  public func line(of key: VerifierKey) -> NoteSignature {
    let time = (0..<8).map { UInt8(truncatingIfNeeded: timestamp >> (56 - 8 * $0)) }
    return NoteSignature(name: key.name, keyID: key.keyID, signature: time + signature)
  }

  /// Whether this is `key`'s cosignature of exactly the checkpoint text `checkpoint`.
  public func isValid(
    on checkpoint: [UInt8], by key: VerifierKey, using checker: SignatureChecker
  ) throws(SigningError) -> Bool {
    guard key.kind == .cosignature else { return false }
    let message = Self.message(checkpoint, at: timestamp)
    return try checker.isValid(signature, for: message, by: key.publicKey)
  }

  /// What a witness signs: the two lines, then the whole text of the checkpoint.
  public static func message(_ checkpoint: [UInt8], at timestamp: Int) -> [UInt8] {
    Array("cosignature/v1\ntime \(timestamp)\n".utf8) + checkpoint
  }
}
