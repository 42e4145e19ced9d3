// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
import TransparencyLog

/// What a verified log leads to, without its entries: as large as the coalition, not as its log.
public struct VerifiedState: Sendable {
  let source: LogSource
  let replay: Replay
  /// What was remembered, if this state was reached from there: the part before was not read.
  let remembered: Replay?
  /// The last checkpoint.
  public let head: VerifiedLog.Head
  /// How many bytes stand after the last checkpoint; nothing in them is believed.
  public let uncommittedBytes: Int

  init(
    _ verification: Verification, from remembered: Replay? = nil
  ) throws(LedgerError) {
    let (scan, replay) = (verification.scan, verification.replay)
    let note = try scan.source.bytes(at: verification.headFrame.body)
    self.source = scan.source
    self.replay = replay
    self.remembered = remembered
    self.head = VerifiedLog.Head(size: replay.tree.size, root: replay.tree.root, note: note)
    self.uncommittedBytes = scan.source.range.upperBound - scan.committedEnd
  }

  /// The state of a log whose entries are kept as well.
  public init(_ log: VerifiedLog) {
    self.source = LogSource(log.bytes)
    self.replay = log.replay
    self.remembered = nil
    self.head = log.head
    self.uncommittedBytes = log.tail?.count ?? 0
  }

  /// The ledger's name for ever.
  public var origin: String { replay.origin }
  /// The key that signs the next checkpoint.
  public var logKey: VerifierKey { logKeys[logKeys.count - 1] }
  /// The log's own keys, first to last: each signed until the secretariat was handed over.
  public var logKeys: [VerifierKey] { replay.logKeys }
  /// Those of them that signed a checkpoint here; in tiles there is only the last checkpoint.
  public var signingKeys: [VerifierKey] { replay.signingKeys }
  /// Whether this ledger is a rehearsal, which may be told the time.
  public var isRehearsal: Bool { replay.isRehearsal }
  /// The coalition as the log tells it.
  public var assembly: Assembly { replay.assembly }
  /// When the last entry was received.
  public var received: Instant? { replay.received }
  /// How many entries there are.
  public var size: Int { head.size }
  /// How many entries there are of each type.
  public var kinds: [Statement.Kind: Int] { replay.kinds }
  /// How many entries, signatures and checkpoints have been checked, in how many bytes.
  public var counts: VerifiedLog.Counts { replay.counts }
}

extension Replay {
  /// How many entries, signatures and checkpoints have been checked, in how many bytes.
  var counts: VerifiedLog.Counts {
    VerifiedLog.Counts(
      entries: tree.size, signatures: signatureCount, checkpoints: checkpointCount,
      bytes: lastCheckpoint?.end ?? 0)
  }
}
