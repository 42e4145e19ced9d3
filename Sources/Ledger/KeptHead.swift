// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// A log's head that somebody kept: the signed note of a checkpoint, or a receipt that has one in it.
///
/// Nothing in it may be believed until it is compared with a log (``LoggedTree/check(_:)``).
public struct KeptHead: Sendable {
  /// The longest file that is looked at: a receipt with a whole entry in it.
  public static let bytesMax = 1_048_576

  /// What was signed.
  public let checkpoint: Checkpoint
  /// The note with its signatures.
  public let note: SignedNote
  /// The receipt that it stands in, where it does.
  public let receipt: TlogProof?

  /// Parses a file that holds a note or a receipt, and nothing else.
  public init(parsing bytes: [UInt8]) throws(MalformedNote) {
    do {
      try self.init(of: TlogProof(parsing: bytes))
    } catch .notAProof {
      try self.init(note: bytes, receipt: nil)
    }
  }

  /// The head that a receipt rests on.
  public init(of receipt: TlogProof) throws(MalformedNote) {
    try self.init(note: receipt.checkpoint, receipt: receipt)
  }

  private init(note: [UInt8], receipt: TlogProof?) throws(MalformedNote) {
    self.note = try SignedNote(parsing: note)
    self.checkpoint = try Checkpoint(parsing: self.note.text)
    self.receipt = receipt
  }
}
