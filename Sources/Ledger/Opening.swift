// SPDX-License-Identifier: Apache-2.0
import Signing
import SystemPackage
import TransparencyLog

/// What a writer does before it may write: compare the log with the signed head, and recover.
struct Opening {
  let bytes: [UInt8]
  private let scan: LogScan
  private let headPath: FilePath
  private let head: SignedHead?
  /// The log as far as it is committed; nil where its founding had broken off.
  private(set) var log: VerifiedLog?
  private(set) var recovery = Recovery.nothing

  /// Reads and verifies.
  init(
    _ file: borrowing LogFile, _ headPath: FilePath, _ progress: (Int, Int) -> Void
  ) throws(LedgerError) {
    self.bytes = try file.contents()
    self.scan = try LogScan(bytes)
    self.headPath = headPath
    self.head = try SignedHead.read(headPath)
    do {
      self.log = try VerifiedLog.verify(bytes, signedHead: head, progress: progress)
    } catch .cut {
      self.log = nil
    }
  }

  /// Throws where this key would sign a second history; writes nothing but the head's file.
  ///
  /// A successor's key signs nothing that the log does not hand over to it; the commit sees to that.
  func check(
    _ key: borrowing SigningKey, adoptHead: Bool, succeeding: Bool
  ) throws(LedgerError) {
    if let log, !succeeding, key.publicKey != log.logKey.publicKey {
      throw .notTheLogKey(expected: log.logKey.text)
    }
    guard let head else {
      guard let log else { throw .cut(bytes: bytes.count) }
      guard adoptHead else { throw .noSignedHead(headPath) }
      try log.signedHead.write(to: headPath)
      return
    }
    guard head.origin.utf8.elementsEqual(scan.origin.utf8) else {
      throw .foreign(expected: head.origin, found: scan.origin)
    }
    guard let log, head.size <= log.head.size else { return }
    let root = log.root(atSize: head.size)
    guard root == head.root else { throw .divergedFromSignedHead(head, root: root) }
    if head.size < log.head.size { try log.signedHead.write(to: headPath) }
  }

  /// Finishes a commit whose head was recorded, or moves what stands after the last checkpoint away.
  mutating func recover(
    _ file: borrowing LogFile, _ key: borrowing SigningKey
  ) throws(LedgerError) {
    let size = log?.head.size ?? 0
    if let head, head.size > size {
      try finish(head, size, file, key)
    } else if let log, let tail = log.tail {
      let path = try file.setAside(from: tail.offset)
      recovery = .setAside(path, bytes: tail.count, statements: validlySigned(tail, log))
      self.log?.dropTail()
    }
  }

  /// Signs the recorded head, if exactly its entries stand in the file: then it is the same commit.
  private mutating func finish(
    _ head: SignedHead, _ size: Int, _ file: borrowing LogFile, _ key: borrowing SigningKey
  ) throws(LedgerError) {
    let base = log?.replay ?? Replay(origin: scan.origin, indexed: true)
    let end = scan.framesEnd
    let frames = Array(bytes[scan.committedEnd..<end])
    guard scan.fault == nil, scan.uncommittedEntries == head.size - size,
      var commit = try? Commit(frames: frames, after: base, at: scan.committedEnd),
      commit.replay.tree.root == head.root
    else { throw .olderThanSignedHead(size: size, head) }
    guard let logKey = commit.replay.logKey, logKey.publicKey == key.publicKey else {
      throw .notTheLogKey(expected: commit.replay.logKey?.text ?? scan.origin)
    }
    // What follows is the beginning of the checkpoint, which the same signature makes anew.
    if end < bytes.count { _ = try file.setAside(from: end) }
    let checkpoint = try commit.finish(in: file, after: base, headPath, key)
    if log == nil {
      log = VerifiedLog(founding: commit, Array(bytes[..<scan.committedEnd]), checkpoint)
    } else {
      log?.add(commit, checkpoint)
    }
    recovery = .finished(entries: commit.entries)
  }

  private func validlySigned(
    _ tail: UncommittedTail, _ log: VerifiedLog
  ) -> [SignedStatement] {
    let checker = SignatureChecker()
    return tail.statements.filter { log.replay.isValidlySigned($0, using: checker) }
  }
}
