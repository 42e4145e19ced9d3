// SPDX-License-Identifier: Apache-2.0
public import Signing
public import SystemPackage
import TransparencyLog

/// A log verified by whoever remembers what they verified of it before.
public struct RememberedLog: Sendable {
  /// What the log leads to.
  public let state: VerifiedState
  /// How the log stands to the memory.
  public let standing: Standing

  /// How a log stands to what is remembered of it.
  public enum Standing: Sendable, Equatable {
    /// It goes on from there. The entries before were not read again: the signed checkpoint over
    /// them and the new ones is of the tree that was verified then.
    case continued
    /// It was verified whole, and begins with what is remembered.
    case verifiedWhole
    /// The log's key signed both, and they have parted: neither is the other's beginning.
    case forked
    /// It has fewer entries than were verified before, of which it may be the beginning.
    case shorter
    /// It is another ledger's.
    case otherLog
  }
}

extension Log {
  /// Verifies what is new in a log since it was remembered; all of it, where it does not go on from there.
  public static func verify(
    _ path: FilePath, remembering memory: LogMemory, expecting key: VerifierKey? = nil,
    threads: Int? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> RememberedLog {
    let source = try LogSource(path)
    if let state = memory.continued(in: source, expecting: key, threads, progress) {
      return RememberedLog(state: state, standing: .continued)
    }
    let state = try VerifiedState(
      Verification(
        source, expecting: key, origin: nil, indexed: false, threads: threads, progress: progress))
    return RememberedLog(state: state, standing: try memory.standing(of: state))
  }
}

extension LogMemory {
  /// The state of a log that goes on from what is remembered, with all that is new in it verified.
  ///
  /// Nil where it does not, or where what is new does not hold: then the whole log has to be looked
  /// at, to say what is wrong with it.
  fileprivate func continued(
    in source: LogSource, expecting key: VerifierKey?, _ threads: Int?,
    _ progress: (Int, Int) -> Void
  ) -> VerifiedState? {
    guard let replay, let last = replay.lastCheckpoint, last.end <= source.range.upperBound,
      let header = try? LogHeader.read(source), header.origin.utf8.elementsEqual(origin.utf8),
      (try? source.bytes(at: last.offset..<last.end)) == LogFrame.encode(.checkpoint, note),
      let scan = try? LogScan(
        source, origin: origin, from: last.end, entriesBefore: replay.tree.size),
      let verification = try? Verification(replay, scan, threads, progress),
      key.map(verification.replay.signingKeys.contains) ?? true
    else { return nil }
    return try? VerifiedState(verification, from: replay)
  }

  /// The same without the state: a log that is compared with it is verified whole.
  public var headOnly: LogMemory {
    var memory = self
    memory.replay = nil
    return memory
  }

  /// How a log that was verified whole stands to what is remembered.
  public func standing(
    of state: VerifiedState
  ) throws(LedgerError) -> RememberedLog.Standing {
    guard state.origin.utf8.elementsEqual(origin.utf8) else { return .otherLog }
    guard state.head.size >= size else { return .shorter }
    let past = try state.past(sizes: [size])
    if past.root(atSize: size) == checkpoint.root { return .verifiedWhole }
    // A log that only names the key of the remembered one, which signed nothing in it, is another's.
    let signed = (try? SignedNote(parsing: note))?.signatures ?? []
    return state.signingKeys.contains { key in signed.contains { $0.isClaimed(by: key) } }
      ? .forked : .otherLog
  }

  /// Reads the memory in a file; nil where there is none.
  ///
  /// `program` is who reads, with its version.
  public static func read(
    _ path: FilePath, as program: String
  ) throws(LedgerError) -> Result<LogMemory, Fault>? {
    let source: LogSource
    do {
      source = try LogSource(path)
    } catch .trouble(let trouble) where trouble.errno == .noSuchFileOrDirectory {
      return nil
    }
    guard source.range.count <= bytesMax else { return .failure(.damaged) }
    let bytes = try source.bytes(at: source.range)
    return Result { () throws(Fault) in try LogMemory(parsing: bytes, as: program) }
  }

  /// Puts this memory in place of the one before it, for its owner's eyes, once it is on the disk.
  public func write(to path: FilePath) throws(LedgerError) { try Self.write(bytes, to: path) }

  /// Puts the signed note of the last checkpoint into a file of its own, as a head that was kept.
  public func writeHead(to path: FilePath) throws(LedgerError) { try Self.write(note, to: path) }

  private static func write(_ bytes: [UInt8], to path: FilePath) throws(LedgerError) {
    let new = File.path(path, with: ".new")
    try? SystemCalls.unlink(new)
    try File.write(bytes, to: new, mustBeNew: true, permissions: .ownerReadWrite)
    try File.attempt(.rename, path) { try SystemCalls.rename(new, to: path) }
    try File.synchronizeFolder(of: path)
  }
}
