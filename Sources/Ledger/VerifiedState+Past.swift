// SPDX-License-Identifier: Apache-2.0
public import Governance
public import Signing
import TransparencyLog

/// A verified log's tree as it was at the moments that kept heads are of, and what came after one.
public struct LogPast: LoggedTree, Sendable {
  /// The ledger's name for ever.
  public let origin: String
  /// The log's own keys, first to last.
  public let logKeys: [VerifierKey]
  /// Those of them that signed a checkpoint here.
  public let signingKeys: [VerifierKey]
  /// The last checkpoint.
  public let head: VerifiedLog.Head
  /// How many entries there are.
  public var size: Int { head.size }
  /// How many entries of each type there are after the head that was asked about.
  public fileprivate(set) var new: [Statement.Kind: Int] = [:]
  fileprivate(set) var roots: [Int: [UInt8]] = [:]
  fileprivate(set) var leafHashes: [Int: [UInt8]] = [:]

  /// The leaf hash of an entry that a kept receipt is for; empty for any other.
  public func leafHash(_ index: Int) -> [UInt8] { leafHashes[index] ?? [] }

  /// The root hash of the tree of a size that a kept head has; empty for any other.
  public func root(atSize size: Int) -> [UInt8] { roots[size] ?? [] }
}

extension VerifiedState {
  /// What this log was when some heads and receipts were kept, and what is new `since` one of them.
  ///
  /// Reads entries again and hashes them, and throws where they do not lead to the verified root any
  /// more. What was remembered, and what the last checkpoint says, is not read.
  public func past(of kept: [KeptHead], since: KeptHead? = nil) throws(LedgerError) -> LogPast {
    let all = kept + (since.map { [$0] } ?? [])
    return try past(
      sizes: Set(all.map(\.checkpoint.size)),
      leaves: Set(all.compactMap { $0.receipt?.index }), after: since?.checkpoint.size)
  }

  func past(
    sizes: Set<Int>, leaves: Set<Int> = [], after since: Int? = nil
  ) throws(LedgerError) -> LogPast {
    var past = LogPast(origin: origin, logKeys: logKeys, signingKeys: signingKeys, head: head)
    let wanted = Wanted(
      sizes: sizes.filter { $0 <= size }, leaves: leaves.filter { $0 < size },
      after: min(since ?? size, size))
    wanted.note(replay.tree, in: &past)
    if wanted.sizes.isSubset(of: [size]), wanted.leaves.isEmpty, wanted.after == size {
      return past
    }
    var tree = CompactTree()
    var place = try LogHeader.read(source).end
    if let remembered, wanted.first >= remembered.tree.size {
      (tree, place) = (remembered.tree, remembered.lastCheckpoint?.end ?? place)
    }
    wanted.note(tree, in: &past)
    var reader = LogReader(source)
    try reader.forEachFrame(from: place, to: replay.lastCheckpoint?.end ?? place) { frame, body in
      if frame.kind == .entry { wanted.note(body, &tree, in: &past) }
      return true
    }
    guard tree == replay.tree else { throw source.changed }
    return past
  }

  /// The places of the log's checkpoints, first to last.
  public func checkpointPlaces() throws(LedgerError) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var reader = LogReader(source)
    let (start, end) = (try LogHeader.read(source).end, replay.lastCheckpoint?.end ?? 0)
    try reader.forEachFrame(from: start, to: end) { frame, _ in
      if frame.kind == .checkpoint { places.append(frame.body) }
      return true
    }
    return places
  }

  /// The checkpoint at one of ``checkpointPlaces()``.
  public func checkpoint(at place: Range<Int>) throws(LedgerError) -> VerifiedLog.Head {
    let bytes = try source.bytes(at: place)
    guard let note = try? SignedNote(parsing: bytes),
      let checkpoint = try? Checkpoint(parsing: note.text)
    else { throw source.changed }
    return VerifiedLog.Head(size: checkpoint.size, root: checkpoint.root, note: bytes)
  }
}

/// What is asked about a log's past.
private struct Wanted {
  let sizes: Set<Int>
  let leaves: Set<Int>
  /// The types of the entries from this index on.
  let after: Int

  /// The first size that has to be known.
  var first: Int { min(sizes.min() ?? after, leaves.min() ?? after, after) }

  func note(_ tree: CompactTree, in past: inout LogPast) {
    if sizes.contains(tree.size) { past.roots[tree.size] = tree.root }
  }

  /// Takes in the next entry.
  func note(_ body: [UInt8], _ tree: inout CompactTree, in past: inout LogPast) {
    let leafHash = MerkleTree.leafHash(body)
    if leaves.contains(tree.size) { past.leafHashes[tree.size] = leafHash }
    if tree.size >= after, let statement = try? Entry(parsing: body).signed.statement() {
      past.new[statement.kind, default: 0] += 1
    }
    tree.append(leafHash: leafHash)
    note(tree, in: &past)
  }
}
