// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
public import SystemPackage

/// The one writer of a log: whoever holds it, and it is not copyable, has the log's lock.
///
/// A commit appends the entries' frames, syncs, reads them back, computes the root from what the
/// disk has, records the new head, signs, appends the checkpoint, syncs; only then it returns.
public struct LogWriter: ~Copyable {
  /// The log as it is on the disk.
  public private(set) var log: VerifiedLog
  /// What was found and put right when this writer was opened.
  public let recovery: Recovery
  /// The file that remembers the longest tree ever signed.
  public let headPath: FilePath

  private var trouble: Trouble?
  private let file: LogFile
  private let lock: LockFile

  init(
    log: VerifiedLog, recovery: Recovery, headPath: FilePath, file: consuming LogFile,
    lock: consuming LockFile
  ) {
    self.log = log
    self.recovery = recovery
    self.headPath = headPath
    self.file = file
    self.lock = lock
  }

  /// Locks, verifies and, after a crash, recovers the log at `path`.
  ///
  /// `operatorKey` must be the log's own key: it finishes a commit that broke off when its head had
  /// been recorded already. A log whose head file is lost is refused unless `adoptHead` is true; with
  /// `succeeding` the key may be one that the next commit hands the log over to.
  public static func open(
    _ path: FilePath, signedHead headPath: FilePath, operatorKey: borrowing SigningKey,
    adoptHead: Bool = false, succeeding: Bool = false,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> LogWriter {
    let file = try LogFile(path)
    let lock = try LockFile(for: path)
    var opening = try Opening(file, headPath, progress)
    try opening.check(operatorKey, adoptHead: adoptHead, succeeding: succeeding)
    try opening.recover(file, operatorKey)
    guard let log = opening.log else { throw .cut(bytes: opening.bytes.count) }
    return LogWriter(
      log: log, recovery: opening.recovery, headPath: headPath, file: file, lock: lock)
  }

  /// Judges the statements, all or none, and adds them as entries that were received at one time.
  ///
  /// When this returns, they are durable. If it throws `trouble`, nothing was acknowledged, this
  /// writer writes no more, and the next one verifies the log before it does anything.
  public mutating func commit(
    _ drafts: [SignedStatement], received: Instant, operatorKey: borrowing SigningKey
  ) throws(LedgerError) -> Receipt {
    if let trouble {
      throw .trouble(Trouble(.writeAfterTrouble, trouble.path, trouble.errno))
    }
    var commit = try Commit(drafts, after: log.replay, at: log.committedEnd, received: received)
    guard let logKey = commit.replay.logKey, operatorKey.publicKey == logKey.publicKey else {
      throw .notTheLogKey(expected: commit.replay.logKey?.text ?? log.logKey.text)
    }
    do {
      try file.append(commit.frames)
      let checkpoint = try commit.finish(in: file, after: log.replay, headPath, operatorKey)
      log.add(commit, checkpoint)
    } catch {
      if case .trouble(let trouble) = error { self.trouble = trouble }
      throw error
    }
    return Receipt(entries: commit.entries, root: log.head.root, checkpoint: log.head.note)
  }
}
