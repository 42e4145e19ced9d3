// SPDX-License-Identifier: Apache-2.0
import Governance
import Signing
import TransparencyLog

/// What the entries so far add up to; writer and auditor both grow it, by the same functions.
///
/// An entry goes through four stages: read (alone), linked (to the entries before it), verified
/// (alone: signatures, which is nearly all the work) and judged (by the tree and the statutes, in
/// order). Whatever runs at the same time, the fault that is named is the first in the file, and
/// of one frame the first stage's.
struct Replay: Sendable, Codable {
  let origin: String
  /// The log's own keys so far; the last one signs.
  private(set) var logKeys: [VerifierKey] = []
  /// Those of them that signed a checkpoint: a key that is only named may be anybody's.
  private(set) var signingKeys: [VerifierKey] = []
  private(set) var isRehearsal = false
  private(set) var assembly: Assembly
  private var keys = KeyTable()
  private(set) var tree = CompactTree()
  /// The entries that are judged, where somebody will ask for them by their index.
  private(set) var index: LogIndex?
  /// How many entries of each type are judged.
  private(set) var kinds: [Statement.Kind: Int] = [:]
  private(set) var signatureCount = 0
  private(set) var checkpointCount = 0
  /// The body of the last checkpoint that was judged.
  private(set) var lastCheckpoint: LogFrame?
  /// The entries that are linked, which may be ahead of those judged.
  private(set) var linkedCount = 0
  private var lastReceived: Instant?
  /// So many first entries have a root that the operator signed; their signatures were verified then.
  var verifiedBefore = 0

  /// Before the first entry.
  init(origin: String, indexed: Bool) {
    self.origin = origin
    self.index = indexed ? LogIndex() : nil
    self.assembly = Assembly(origin: origin, .libcrypto)
  }

  /// The key that signs the next checkpoint.
  var logKey: VerifierKey? { logKeys.last }

  /// When the last entry was received.
  var received: Instant? { lastReceived }

  /// A copy on which a commit is tried: it starts with an empty index.
  func fork() -> Replay {
    var fork = self
    fork.index = LogIndex()
    return fork
  }

  /// The same without an index of the entries.
  var withoutIndex: Replay {
    var replay = self
    replay.index = nil
    return replay
  }

  /// Whether this is what a log adds up to whose last checkpoint says so.
  func isOf(_ checkpoint: Checkpoint) -> Bool {
    tree.isSound && tree.size == checkpoint.size && tree.root == checkpoint.root
      && linkedCount == tree.size && !logKeys.isEmpty
      && origin.utf8.elementsEqual(checkpoint.origin.utf8)
  }

  /// Becomes what a fork has grown to.
  mutating func adopt(_ fork: Replay) {
    // Taken out first, so that there is one copy and it grows in place.
    var index = self.index
    self.index = nil
    if let more = fork.index { index?.append(more) }
    self = fork
    self.index = index
  }

  /// Counts a checkpoint that this program has just signed itself.
  mutating func add(checkpoint: LogFrame) {
    checkpointCount += 1
    lastCheckpoint = checkpoint
    noteSigner()
  }

  /// The key of the next checkpoint has signed it.
  private mutating func noteSigner() {
    if let logKey, signingKeys.last != logKey { signingKeys.append(logKey) }
  }
}

// Linking: what an entry needs of those before it.
extension Replay {
  /// Gives a frame its place after those linked before it.
  mutating func link(_ frame: inout ReadFrame) throws(LedgerError) {
    let number = linkedCount
    do {
      switch frame {
      case .entry(var entry):
        try link(&entry)
        frame = .entry(entry)
      case .checkpoint(var checkpoint):
        try link(checkpoint)
        checkpoint.logKey = logKey
        frame = .checkpoint(checkpoint)
      }
    } catch {
      throw .damaged(LogFault(error, offset: frame.frame.offset, entry: number))
    }
  }

  private mutating func link(_ linked: inout LinkedEntry) throws(LogFault.Finding) {
    let entry = linked.read
    guard entry.index == linkedCount else {
      throw .indexGap(expected: linkedCount, found: entry.index)
    }
    if let lastReceived, entry.received < lastReceived {
      throw .receivedRunsBack(previous: lastReceived, found: entry.received)
    }
    var introduced = entry.introduced
    if entry.index == 0 { try found(by: entry, &introduced) }
    for key in introduced { try keys.introduce(key) }
    for line in entry.signed.signatures {
      guard let key = keys[line] else { throw .unknownSigner(key: line.name) }
      linked.signers.append(key)
    }
    if let key = entry.nextLogKey { logKeys.append(key) }
    if let refused = entry.refused, let inner = entry.act.inner {
      linked.refusedSigners = try signers(of: refused, saying: inner.statement)
    }
    linkedCount += 1
    lastReceived = entry.received
  }

  /// Takes the log's own key from the first entry; it is no author's key.
  private mutating func found(
    by entry: ReadEntry, _ introduced: inout [VerifierKey]
  ) throws(LogFault.Finding) {
    guard let founding = entry.act.statement.body(as: LedgerFounded.self), !introduced.isEmpty
    else { throw .notFounded }
    let key = introduced.removeFirst()
    guard key.name.utf8.elementsEqual(origin.utf8) else {
      throw .logKeyName(expected: origin, found: key.name)
    }
    logKeys = [key]
    isRehearsal = founding.rehearsal
  }

  /// The keys of a statement that was turned away: registered ones, or those that it brings itself.
  ///
  /// A line of a key that nobody registers is carried without a key, unless it has a name that
  /// somebody else has registered.
  private func signers(
    of signed: SignedStatement, saying statement: Statement
  ) throws(LogFault.Finding) -> [PublicKey?] {
    let own = statement.introducedKeys.compactMap { try? VerifierKey(parsing: $0) }
    var signers: [PublicKey?] = []
    for line in signed.signatures {
      let key = keys[line] ?? own.first(where: line.isClaimed(by:))?.publicKey
      guard key != nil || !keys.hasName(line.name) else { throw .unknownSigner(key: line.name) }
      signers.append(key)
    }
    return signers
  }

  /// Whether every signature of a statement outside the log is right, by keys known so far or its own.
  func isValidlySigned(_ signed: SignedStatement, using checker: SignatureChecker) -> Bool {
    guard let statement = try? signed.statement(),
      let found = try? signers(of: signed, saying: statement)
    else { return false }
    return zip(signed.signatures, found).allSatisfy { line, key in
      guard let key else { return false }
      return (try? checker.isValid(line.signature, for: signed.text, by: key)) ?? false
    }
  }

  private mutating func link(_ checkpoint: ReadCheckpoint) throws(LogFault.Finding) {
    let found = checkpoint.checkpoint
    guard found.origin.utf8.elementsEqual(origin.utf8) else {
      throw .checkpointOrigin(expected: origin, found: found.origin)
    }
    guard linkedCount > 0, found.size == linkedCount else {
      throw .checkpointSize(expected: linkedCount, found: found.size)
    }
    noteSigner()
  }
}

// Judging: the tree and the statutes, in order.
extension Replay {
  /// Adds a verified frame, or throws and is of no further use.
  mutating func judge(_ frame: ReadFrame) throws(LedgerError) {
    switch frame {
    case .entry(let entry): try judge(entry)
    case .checkpoint(let checkpoint): try judge(checkpoint)
    }
  }

  private mutating func judge(_ linked: LinkedEntry) throws(LedgerError) {
    let entry = linked.read
    do { try assembly.accept(entry.act) } catch { throw .refused(error, entry: entry.index) }
    tree.append(leafHash: entry.leafHash)
    index?.append(entry)
    kinds[entry.act.statement.kind, default: 0] += 1
    signatureCount += linked.signers.count + linked.refusedSigners.count { $0 != nil }
  }

  private mutating func judge(_ checkpoint: ReadCheckpoint) throws(LedgerError) {
    let found = checkpoint.checkpoint.root
    guard found == tree.root else {
      throw .damaged(
        LogFault(
          .checkpointRoot(expected: tree.root, found: found), offset: checkpoint.frame.offset,
          entry: tree.size))
    }
    checkpointCount += 1
    lastCheckpoint = checkpoint.frame
  }
}
