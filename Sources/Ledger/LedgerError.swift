// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
public import SystemPackage

/// Why a log is not believed, or why nothing was written.
public enum LedgerError: Error, Equatable, Sendable {
  // The file does not hold.
  /// A byte that a checkpoint covers is not what it was.
  case damaged(LogFault)
  /// The file ends before its first checkpoint, so that nothing in it is committed.
  case cut(bytes: Int)
  /// The log of another origin or of another key than was asked for.
  case foreign(expected: String, found: String)
  /// The statutes do not let this entry in.
  case refused(Refusal, entry: Int)

  // The statements that were to be committed.
  /// There is nothing to commit.
  case noDraft
  /// A statement is not well formed or not validly signed; counted from 0.
  case badDraft(Int, LogFault.Finding)
  /// The key is not the log's own key; the names of what was expected and found.
  case notTheLogKey(expected: String)

  // The writer's duty never to fork.
  /// Another process writes; its number, where it left one.
  case locked(process: Int?, FilePath)
  /// The operator has signed a longer log than this one: an old copy was put back.
  case olderThanSignedHead(size: Int, SignedHead)
  /// The operator has signed another log of this size: the histories have parted.
  case divergedFromSignedHead(SignedHead, root: [UInt8])
  /// The log has checkpoints, but the file that remembers the last signed head is not there.
  case noSignedHead(FilePath)
  /// The file of the signed head does not have its three lines.
  case malformedSignedHead(FilePath)
  /// The operator has signed a log of this origin already, but the log's file is not there.
  case signedHeadWithoutLog(SignedHead, FilePath)
  /// There is a log at this path, and a founding overwrites nothing.
  case logExists(FilePath)

  // Cosignatures, which need no key of the log.
  /// Entries were committed since the checkpoint that was cosigned.
  case grownMeanwhile
  /// Bytes stand after the last checkpoint, which only the holder of the log's key may clear away.
  case uncommittedTail(bytes: Int)
  /// What a witness remembers of a log is not a checkpoint of it.
  case malformedMemory(FilePath)

  // Trouble.
  /// The system refused. If it refused a writer, the log must be verified at the next start.
  case trouble(Trouble)
  /// libcrypto could not say whether a signature is right, or could not sign.
  case unchecked(SigningError)
}

/// What the system refused to do, to which file.
public struct Trouble: Error, Equatable, Sendable {
  /// What was to be done.
  public enum Operation: String, Sendable {
    case open, read, write, sync, lock, truncate, link, rename, remove, make
    /// The bytes on the disk are not those that were written.
    case readBack
    /// What was read once is something else the second time.
    case reread
    /// This writer met trouble before; only a new one, which verifies first, may write.
    case writeAfterTrouble
  }
  /// What was to be done.
  public let operation: Operation
  /// To which file or folder.
  public let path: FilePath
  /// The system's word for it.
  public let errno: Errno

  init(_ operation: Operation, _ path: FilePath, _ errno: Errno) {
    self.operation = operation
    self.path = path
    self.errno = errno
  }
}
