// SPDX-License-Identifier: Apache-2.0
import Signing

/// The one way to verify a log: from memory or from a file, with an index of its entries or without.
struct Verification {
  let scan: LogScan
  let replay: Replay
  /// The last checkpoint.
  let headFrame: LogFrame

  /// Verifies a whole log.
  ///
  /// `signedHead` is what the operator remembers, see
  /// ``VerifiedLog/verify(_:expecting:origin:signedHead:threads:progress:)``.
  init(
    _ source: LogSource, expecting key: VerifierKey?, origin: String?,
    signedHead: SignedHead? = nil, indexed: Bool, threads: Int?, progress: (Int, Int) -> Void
  ) throws(LedgerError) {
    let scan = try LogScan(source)
    try Self.expect(origin ?? key?.name, found: scan.origin)
    if let key { try Self.expect(key, in: scan) }
    guard !scan.verifiable.isEmpty || scan.fault != nil else {
      throw .cut(bytes: source.range.count)
    }
    var replay = Replay(origin: scan.origin, indexed: indexed)
    if let signedHead { replay.verifiedBefore = try scan.entryCount(under: signedHead) }
    try self.init(replay, scan, threads, progress)
    if let key, !self.replay.signingKeys.contains(key), let found = self.replay.logKey {
      throw .foreign(expected: key.text, found: found.text)
    }
  }

  /// Goes on with a replay that has come to the place where the scan began.
  init(
    _ replay: Replay, _ scan: LogScan, _ threads: Int?, _ progress: (Int, Int) -> Void
  ) throws(LedgerError) {
    var replay = replay
    let total = scan.verifiableEntries
    try replay.replay(
      scan.source, at: scan.verifiable, fault: scan.fault, crew: Crew(threads: threads),
      watcher: { progress($0, total) })
    guard !replay.logKeys.isEmpty, let headFrame = replay.lastCheckpoint else {
      preconditionFailure("the frames of a scan end in a checkpoint, and begin with a founding")
    }
    self.scan = scan
    self.replay = replay
    self.headFrame = headFrame
  }

  private static func expect(_ origin: String?, found: String) throws(LedgerError) {
    guard let origin, !origin.utf8.elementsEqual(found.utf8) else { return }
    throw .foreign(expected: origin, found: found)
  }

  /// Looks at the first entry only: a log of another key is another log, not a damaged one.
  private static func expect(_ key: VerifierKey, in scan: LogScan) throws(LedgerError) {
    guard let found = try firstKey(in: scan), found != key, try !isLogKey(key, in: scan) else {
      return
    }
    throw .foreign(expected: key.text, found: found.text)
  }

  /// The log's own key that the first entry brings.
  private static func firstKey(in scan: LogScan) throws(LedgerError) -> VerifierKey? {
    var key: VerifierKey?
    var reader = LogReader(scan.source)
    try reader.forEachFrame(from: scan.verifiable.lowerBound, to: scan.verifiable.upperBound) {
      frame, body in
      if frame.kind == .entry, let entry = try? ReadEntry(frame, body) {
        key = entry.logKeyFounded
      }
      return false
    }
    return key
  }

  /// Whether a hand-over brings a key; only then can a log of another first key be the one expected.
  private static func isLogKey(
    _ key: VerifierKey, in scan: LogScan
  ) throws(LedgerError) -> Bool {
    var isLogKey = false
    var reader = LogReader(scan.source)
    try reader.forEachFrame(from: scan.verifiable.lowerBound, to: scan.verifiable.upperBound) {
      frame, body in
      if frame.kind == .entry, let entry = try? ReadEntry(frame, body) {
        isLogKey = entry.nextLogKey == key
      }
      return !isLogKey
    }
    return isLogKey
  }
}
