// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
import TransparencyLog

/// A log of which every byte that a checkpoint covers has been checked: frames, signatures, tree, statutes.
public struct VerifiedLog: Sendable {
  /// The whole file as it was read; of the tail nothing is believed.
  public private(set) var bytes: [UInt8]
  /// What stands after the last checkpoint, or nil.
  public private(set) var tail: UncommittedTail?
  var replay: Replay

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
  /// How many entries, signatures and checkpoints have been checked, in how many bytes.
  public var counts: Counts { replay.counts }
  /// The size and root that the last checkpoint states, and its signed note.
  public var head: Head {
    Head(size: replay.tree.size, root: replay.tree.root, note: Array(bytes[headFrame.body]))
  }
  /// The entries, each at its index.
  public var entries: LogEntries { LogEntries(bytes: bytes, rows: index.rows) }

  private var index: LogIndex { replay.index ?? LogIndex() }
  private var headFrame: LogFrame
  /// Where the last checkpoint ends, in bytes from the start of the file.
  public var committedEnd: Int { headFrame.end }

  /// What verifying counted.
  public struct Counts: Sendable, Equatable {
    /// The entries.
    public let entries: Int
    /// The signatures over statements.
    public let signatures: Int
    /// The checkpoints.
    public let checkpoints: Int
    /// The bytes that the last checkpoint covers, its own among them.
    public let bytes: Int
  }

  /// The last checkpoint.
  public struct Head: Sendable, Equatable {
    /// How many entries the tree has.
    public let size: Int
    /// Its root hash.
    public let root: [UInt8]
    /// The signed note, byte for byte, with the witnesses' cosignatures.
    public let note: [UInt8]
  }

  /// Verifies a whole file.
  ///
  /// `key` and `origin` say which log is expected. `progress` is told how many entries have been
  /// judged, of how many. `threads` is the number of cores, unless it is given.
  ///
  /// `signedHead` is the operator's own memory of what it verified before it signed: where the
  /// entries have that root, their signatures are not verified a second time. Everything else is.
  /// Nobody but the operator has such a memory; who verifies the work of others gives none.
  public static func verify(
    _ bytes: [UInt8], expecting key: VerifierKey? = nil, origin: String? = nil,
    signedHead: SignedHead? = nil, threads: Int? = nil,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> VerifiedLog {
    let verification = try Verification(
      LogSource(bytes), expecting: key, origin: origin, signedHead: signedHead, indexed: true,
      threads: threads, progress: progress)
    return VerifiedLog(
      bytes: bytes, tail: try UncommittedTail(verification.scan), replay: verification.replay,
      headFrame: verification.headFrame)
  }

  init(bytes: [UInt8], tail: UncommittedTail?, replay: Replay, headFrame: LogFrame) {
    self.bytes = bytes
    self.tail = tail
    self.replay = replay
    self.headFrame = headFrame
  }

  /// The log of a founding that is on the disk.
  init(founding: Commit, _ header: [UInt8], _ checkpoint: Commit.SignedFrame) {
    self.init(
      bytes: header + founding.frames + checkpoint.bytes, tail: nil, replay: founding.replay,
      headFrame: checkpoint.frame)
  }

  /// The head that the operator has to remember.
  var signedHead: SignedHead {
    SignedHead(origin: origin, size: replay.tree.size, root: replay.tree.root)
  }

  /// Takes in a commit that is on the disk.
  mutating func add(_ commit: Commit, _ checkpoint: Commit.SignedFrame) {
    dropTail()
    bytes += commit.frames
    bytes += checkpoint.bytes
    replay.adopt(commit.replay)
    headFrame = checkpoint.frame
  }

  /// Forgets a tail that is no longer in the file.
  mutating func dropTail() {
    bytes.removeSubrange(committedEnd...)
    tail = nil
  }

  /// The SHA-256 of a leaf of the tree: that of the entry's whole body after a zero byte.
  public func leafHash(_ index: Int) -> [UInt8] {
    self.index.leafHash(index)
  }

  /// The hashes of all leaves, one after the other.
  var leafHashes: [UInt8] { index.leaves }

  /// The root hash that this log had when it was `size` entries long.
  public func root(atSize size: Int) -> [UInt8] {
    guard size < replay.tree.size else { return replay.tree.root }
    var tree = CompactTree()
    for index in 0..<size { tree.append(leafHash: leafHash(index)) }
    return tree.root
  }
}

/// The entries of a verified log by index; each is read from the file's bytes when asked for.
public struct LogEntries: Sendable, RandomAccessCollection {
  let bytes: [UInt8]
  let rows: [EntryRow]

  /// The first entry, which founded the ledger.
  public var startIndex: Int { 0 }
  /// How many entries there are.
  public var endIndex: Int { rows.count }

  /// What is known of an entry without reading it.
  public subscript(position: Int) -> Element {
    let row = rows[position]
    return Element(
      index: position, received: row.received, kind: row.kind,
      body: row.bodyOffset..<(row.bodyOffset + Int(row.length)))
  }

  /// An entry's place in the file, its time and type.
  public struct Element: Sendable, Equatable {
    /// 0, 1, 2 … without gaps.
    public let index: Int
    /// When the operator received it.
    public let received: Instant
    /// The statement's type.
    public let kind: Statement.Kind
    /// Where the body is, in bytes from the start of the file.
    public let body: Range<Int>
  }

  /// The body of an entry: what its leaf is made of.
  public func body(_ index: Int) -> [UInt8] { Array(bytes[self[index].body]) }

  /// An entry, read again from its bytes.
  public func entry(_ index: Int) -> Entry {
    guard let entry = try? Entry(parsing: body(index)) else {
      preconditionFailure("a verified entry parses")
    }
    return entry
  }

  /// What an entry says, read again from its bytes.
  public func statement(_ index: Int) -> Statement {
    guard let statement = try? entry(index).signed.statement() else {
      preconditionFailure("a verified statement parses")
    }
    return statement
  }
}
