// SPDX-License-Identifier: Apache-2.0
import Signing

/// A file in the age format, binary, for X25519 recipients: what any of them opens.
///
/// `age -d -i identity.key file` opens what is sealed here, and what `age -r age1…` writes is
/// opened here. Not read are files in ASCII armour, nor those for a passphrase or for plugins.
///
/// Source: c2sp.org/age (age-encryption.org/v1).
public enum AgeFile {
  /// The longest file that is written or read, in bytes; ours, the format has no bound.
  public static let lengthMax = 1_048_576
  /// The most recipients of one file; ours too: each one costs whoever tries to open it.
  public static let recipientsMax = 20

  /// Seals `plain` so that each of the recipients can open it alone.
  public static func seal(
    _ plain: [UInt8], to recipients: [SealRecipient]
  ) throws(SealingError) -> [UInt8] {
    guard !recipients.isEmpty else { throw .noRecipients }
    guard recipients.count <= recipientsMax else {
      throw .tooManyRecipients(count: recipients.count)
    }
    var fileKey = try FileKey.fresh()
    defer { Secret.wipe(&fileKey) }
    let cipher = try ChaCha20Poly1305()
    var stanzas: [[UInt8]] = []
    for recipient in recipients {
      stanzas.append(try X25519Stanza.text(fileKey: fileKey, for: recipient, cipher))
    }
    var file = try AgeHeader.text(stanzas: stanzas, fileKey: fileKey)
    let length = file.count + Payload.length(plainCount: plain.count)
    guard length <= lengthMax else { throw .tooLong(bytes: length) }
    file.reserveCapacity(length)
    try Payload.append(plain, to: &file, fileKey: fileKey, cipher)
    return file
  }

  /// Opens a file with the identity of one of its recipients: all of it, or nothing.
  ///
  /// A longer file than `lengthMax` is refused unread.
  public static func open(
    _ file: [UInt8], with identity: borrowing SealIdentity, lengthMax: Int = lengthMax
  ) throws(SealingError) -> [UInt8] {
    guard file.count <= lengthMax else { throw .tooLong(bytes: file.count) }
    let header = try HeaderReader.read(file)
    let cipher = try ChaCha20Poly1305()
    var fileKey = try fileKey(in: header, identity, cipher)
    defer { Secret.wipe(&fileKey) }
    try header.check(fileKey: fileKey)
    return try Payload.open(file[header.payloadOffset...], fileKey: fileKey, cipher)
  }

  private static func fileKey(
    in header: AgeHeader, _ identity: borrowing SealIdentity,
    _ cipher: borrowing ChaCha20Poly1305
  ) throws(SealingError) -> [UInt8] {
    var stanzas: [X25519Stanza] = []
    // All are read before one is tried: a malformed one is refused whoever opens.
    for stanza in header.stanzas {
      if let stanza = try X25519Stanza(stanza) { stanzas.append(stanza) }
    }
    for stanza in stanzas {
      if let fileKey = try stanza.fileKey(identity, cipher) { return fileKey }
    }
    throw .otherIdentity
  }
}
