// SPDX-License-Identifier: Apache-2.0
public import Signing
public import TransparencyLog

/// Why a receipt that somebody kept does not agree with a log.
public enum ReceiptError: Error, Equatable, Sendable {
  /// The checkpoint in the receipt is not a checkpoint's note.
  case malformed(MalformedNote)
  /// The receipt is of another log.
  case foreign(expected: String, found: String)
  /// The log's key did not sign the receipt's checkpoint, so it proves nothing against the log.
  case notSigned
  /// The receipt does not hold together: its hashes do not lead from the entry to its checkpoint.
  case provesNothing
  /// The log is shorter than it was when the receipt was given: an old copy, or a cut one.
  case olderThanReceipt(size: Int, receipt: Int)
  /// The entry that the receipt is for is not in the log at its index: the log's key signed both.
  case droppedEntry(Int)
  /// The entry is there, but the log is not the one that the receipt's checkpoint is of.
  case forked(atSize: Int)
  /// libcrypto could not say.
  case unchecked(SigningError)
}

extension VerifiedLog {
  /// The receipt for an entry: a proof that it is in the tree of the last checkpoint.
  ///
  /// The entry's body stands in the `extra` line, so that the file can be checked on its own: it
  /// need not be believed, since its leaf hash leads to the signed root, or does not.
  public func prove(_ index: Int) -> TlogProof { prove([index])[0] }

  /// The receipts for several entries, in their order; the tree is hashed once for all of them.
  public func prove(_ indexes: [Int]) -> [TlogProof] {
    let head = head
    let tree = Subtrees(leafHashes: (0..<head.size).map(leafHash))
    return indexes.map { index in
      TlogProof(
        extra: entries.body(index), index: index, proof: tree.inclusionProof(of: index),
        checkpoint: head.note)
    }
  }

  /// Whether every signature of a statement is right, by the keys of this log or its own.
  ///
  /// A commit refuses a batch in which one is not; who takes in what others send asks first.
  public func isValidlySigned(
    _ signed: SignedStatement, using checker: SignatureChecker
  ) -> Bool {
    replay.isValidlySigned(signed, using: checker)
  }
}
