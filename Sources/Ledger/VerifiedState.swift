// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
import TransparencyLog

/// What a verified log leads to, without its entries: as large as the coalition, not as its log.
public struct VerifiedState: Sendable {
  let source: LogSource
  let replay: Replay
  /// The last checkpoint.
  public let head: VerifiedLog.Head
  /// How many bytes stand after the last checkpoint; nothing in them is believed.
  public let uncommittedBytes: Int

  init(_ verification: Verification) throws(LedgerError) {
    let (scan, replay) = (verification.scan, verification.replay)
    let note = try scan.source.bytes(at: verification.headFrame.body)
    self.source = scan.source
    self.replay = replay
    self.head = VerifiedLog.Head(size: replay.tree.size, root: replay.tree.root, note: note)
    self.uncommittedBytes = scan.source.range.upperBound - scan.committedEnd
  }

  /// The state of a log whose entries are kept as well.
  public init(_ log: VerifiedLog) {
    self.source = LogSource(log.bytes)
    self.replay = log.replay
    self.head = log.head
    self.uncommittedBytes = log.tail?.count ?? 0
  }

  /// The ledger's name for ever.
  public var origin: String { replay.origin }
  /// The key that signs the next checkpoint.
  public var logKey: VerifierKey { logKeys[logKeys.count - 1] }
  /// The log's own keys, first to last: each signed until the secretariat was handed over.
  public var logKeys: [VerifierKey] { replay.logKeys }
  /// Whether this ledger is a rehearsal, which may be told the time.
  public var isRehearsal: Bool { replay.isRehearsal }
  /// The coalition as the log tells it.
  public var assembly: Assembly { replay.assembly }
  /// When the last entry was received.
  public var received: Instant? { replay.received }
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

/// What the tree of a log was at some earlier moments.
public struct TreeHistory: Sendable {
  /// The root hashes of earlier trees, by their size.
  public private(set) var roots: [Int: [UInt8]] = [:]
  /// The leaf hashes of some entries, by their index.
  public private(set) var leafHashes: [Int: [UInt8]] = [:]

  mutating func add(_ leafHash: [UInt8], to tree: inout CompactTree, _ leaves: Set<Int>) {
    if leaves.contains(tree.size) { leafHashes[tree.size] = leafHash }
    tree.append(leafHash: leafHash)
  }

  mutating func note(_ tree: CompactTree, _ sizes: Set<Int>) {
    if sizes.contains(tree.size) { roots[tree.size] = tree.root }
  }
}

extension VerifiedState {
  /// The roots of the trees of those sizes, and the hashes of those leaves, as far as there are such.
  ///
  /// Reads the log's entries again and hashes them, and throws where they do not lead to the verified
  /// root any more. The tree of the last checkpoint needs no reading.
  public func history(
    sizes: Set<Int>, leaves: Set<Int> = []
  ) throws(LedgerError) -> TreeHistory {
    var history = TreeHistory()
    history.note(replay.tree, sizes)
    let (sizes, leaves) = (sizes.filter { $0 < head.size }, leaves.filter { $0 < head.size })
    guard !sizes.isEmpty || !leaves.isEmpty else { return history }
    let (start, end) = (try LogHeader.read(source).end, replay.lastCheckpoint?.end ?? 0)
    var tree = CompactTree()
    history.note(tree, sizes)
    var reader = LogReader(source)
    try reader.forEachFrame(from: start, to: end) { frame, body in
      guard frame.kind == .entry else { return true }
      history.add(MerkleTree.leafHash(body), to: &tree, leaves)
      history.note(tree, sizes)
      return true
    }
    guard tree == replay.tree else { throw source.changed }
    return history
  }
}
