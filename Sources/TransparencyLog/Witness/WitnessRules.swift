// SPDX-License-Identifier: Apache-2.0
public import Signing

/// Why a witness does not cosign (c2sp.org/tlog-witness, "add-checkpoint").
public enum WitnessRefusal: Error, Equatable, Sendable {
  /// The checkpoint is of a log that this witness does not watch.
  case unknownLog
  /// No key of the log signed the checkpoint, or a line that claims to be of one is wrong.
  case notSigned
  /// The request is not in its form.
  case malformed(MalformedNote)
  /// The old size is larger than the checkpoint's.
  case oldBeyondSize
  /// The old size is not that of the tree that was cosigned last, which is given; 0 for never.
  case otherOldSize(Int)
  /// A checkpoint of no entries has another root than that of nothing.
  case notEmptyRoot
  /// A proof was sent although nothing was cosigned before.
  case proofFromNothing
  /// The same size was cosigned with another root: the log's key signed two histories.
  case otherRoot
  /// The proof does not lead from the tree that was cosigned last to this one.
  case inconsistent
  /// libcrypto could not say.
  case unchecked(SigningError)

  /// The status of HTTP that c2sp.org/tlog-witness gives it.
  public var status: Int {
    switch self {
    case .unknownLog: 404
    case .notSigned: 403
    case .malformed, .oldBeyondSize: 400
    case .otherOldSize: 409
    case .notEmptyRoot, .proofFromNothing, .otherRoot, .inconsistent: 422
    case .unchecked: 500
    }
  }
}

/// What a witness may cosign: only what adds to all that it cosigned before of the same log.
public enum WitnessRules {
  /// Throws unless a request may be answered with a cosignature; the first rule that it breaks.
  ///
  /// `keys` are those of the log of the request's origin, none where it is not watched; `last` is the
  /// checkpoint of it that was cosigned last. Size 0 was never cosigned or is: both only grow.
  public static func check(
    _ request: AddCheckpoint, keys: [VerifierKey], after last: Checkpoint?,
    using checker: SignatureChecker
  ) throws(WitnessRefusal) {
    let checkpoint = request.checkpoint
    guard !keys.isEmpty else { throw .unknownLog }
    try checkSignature(of: request.note, by: keys, using: checker)
    guard request.oldSize <= checkpoint.size else { throw .oldBeyondSize }
    let lastSize = last?.size ?? 0
    guard request.oldSize == lastSize else { throw .otherOldSize(lastSize) }
    guard checkpoint.size > 0 || checkpoint.root == MerkleTree.emptyRoot else {
      throw .notEmptyRoot
    }
    guard let last, lastSize > 0 else {
      guard request.proof.isEmpty else { throw .proofFromNothing }
      return
    }
    guard checkpoint.size > lastSize || checkpoint.root == last.root else { throw .otherRoot }
    guard
      MerkleTree.verifyConsistency(
        from: lastSize, to: checkpoint.size, proof: request.proof, oldRoot: last.root,
        newRoot: checkpoint.root)
    else { throw .inconsistent }
  }

  /// Whether a request shows by itself that the log's key signed two histories: a signed checkpoint
  /// of the size that was cosigned last, with another root, whatever its old size says.
  public static func showsFork(
    _ request: AddCheckpoint, keys: [VerifierKey], after last: Checkpoint?,
    using checker: SignatureChecker
  ) -> Bool {
    guard let last, last.size == request.checkpoint.size, last.root != request.checkpoint.root
    else { return false }
    return (try? request.note.verified(by: keys, using: checker)) != nil
  }

  private static func checkSignature(
    of note: SignedNote, by keys: [VerifierKey], using checker: SignatureChecker
  ) throws(WitnessRefusal) {
    do {
      _ = try note.verified(by: keys, using: checker)
    } catch {
      if case .unchecked(let why) = error { throw .unchecked(why) }
      throw .notSigned
    }
  }
}
