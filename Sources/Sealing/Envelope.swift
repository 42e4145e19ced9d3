// SPDX-License-Identifier: Apache-2.0

/// A file within a file within a file: only all of its recipients together open it.
///
/// The outermost file is for the first recipient, the innermost for the last. With the keys in
/// their order, `age -d -i 1.key envelope | age -d -i 2.key` opens it as well.
public enum Envelope {
  /// Seals `plain` so that it takes all of the recipients to open it.
  public static func seal(
    _ plain: [UInt8], for recipients: [SealRecipient]
  ) throws(SealingError) -> [UInt8] {
    guard !recipients.isEmpty else { throw .noRecipients }
    guard recipients.count <= AgeFile.recipientsMax else {
      throw .tooManyRecipients(count: recipients.count)
    }
    var bytes = plain
    for recipient in recipients.reversed() { bytes = try AgeFile.seal(bytes, to: [recipient]) }
    return bytes
  }

  /// Opens an envelope with the texts of its recipients' identities, in the recipients' order.
  ///
  /// Whoever opens many makes one ``EnvelopeOpener``.
  public static func open(
    _ bytes: [UInt8], with identities: [String]
  ) throws(SealingError) -> [UInt8] {
    try EnvelopeOpener(identities: identities).open(bytes)
  }

  /// The text of the recipient whose identity has this text; nil where it is not one.
  public static func recipient(ofIdentity text: String) -> String? {
    do throws(SealingError) {
      return try SealIdentity(parsing: text).recipient.text
    } catch {
      return nil
    }
  }
}
