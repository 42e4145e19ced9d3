// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// One side of what may be a fork: a log, or only a checkpoint that somebody kept.
struct ForkSource {
  let path: String
  /// The checkpoints, first to last.
  let notes: [SignedNote]
  /// The leaf hashes of the log; none where there is only a checkpoint.
  let leafHashes: [[UInt8]]
  /// The keys that the log itself names as its own.
  let logKeys: [VerifierKey]

  /// Reads what a person named.
  ///
  /// A log's file is read for its tree alone: one that the statutes refuse, or that is of a later
  /// version, may be half of a fork as well.
  init(_ path: String, _ web: WebOptions, _ words: Words) throws {
    if let place = try TilesPlace(path, web, words) {
      let log: VerifiedLog
      do {
        log = try place.log(expecting: nil, signedHead: nil, Progress(words))
      } catch {
        throw LedgerFailures(words).failure(error)
      }
      try self.init(
        path, [log.head.note], (0..<log.head.size).map(log.leafHash), log.logKeys, words)
      return
    }
    let bytes = try Files(words: words).read(path, atMost: Int.max - 1)
    guard bytes.starts(with: "viche-log/".utf8) else {
      let kept = try? KeptHead(parsing: bytes)
      try self.init(path, [kept?.note.bytes ?? bytes], [], [], words)
      return
    }
    do {
      let outline = try LogOutline(bytes)
      try self.init(
        path, outline.checkpoints, outline.leafHashes, Self.logKeys(of: outline), words)
    } catch let error as LedgerError {
      throw LedgerFailures(words).failure(error)
    }
  }

  private init(
    _ path: String, _ notes: [[UInt8]], _ leafHashes: [[UInt8]], _ logKeys: [VerifierKey],
    _ words: Words
  ) throws {
    self.path = path
    self.leafHashes = leafHashes
    self.logKeys = logKeys
    do {
      self.notes = try notes.map { bytes throws(MalformedNote) in
        let note = try SignedNote(parsing: bytes)
        _ = try Checkpoint(parsing: note.text)
        return note
      }
    } catch {
      throw Failure(.malformed, words("fork.no_checkpoint", ["path": path]))
    }
  }

  /// The log's keys as its founding and its hand-overs have them.
  private static func logKeys(of outline: LogOutline) -> [VerifierKey] {
    outline.entries.enumerated().compactMap { index, entry in
      guard let body = try? entry.signed.statement().body else { return nil }
      let text = index == 0 ? body.introducedKeys.first : (body as? SecretariatHandedOver)?.logKey
      return text.flatMap { try? VerifierKey(parsing: $0) }
    }
  }

  /// The last checkpoint that one of `keys` signed, and what it states.
  func head(signedBy keys: [VerifierKey]) -> (note: SignedNote, checkpoint: Checkpoint)? {
    guard let note = notes.last(where: { (try? $0.verified(by: keys)) != nil }),
      let checkpoint = try? Checkpoint(parsing: note.text)
    else { return nil }
    return (note, checkpoint)
  }
}

/// Whether two sources are of one history.
struct ForkComparison {
  private let sources: [ForkSource]
  private let keys: [VerifierKey]
  private let words: Words

  /// `keys` are those that must have signed both; none stands for those that the logs name themselves.
  init(_ first: ForkSource, _ second: ForkSource, keys: [VerifierKey], _ words: Words) {
    self.sources = [first, second]
    self.words = words
    let named = sources.map(\.logKeys).filter { !$0.isEmpty }
    let common = named.first.map { first in
      first.filter { key in named.allSatisfy { $0.contains(key) } }
    }
    self.keys = keys.isEmpty ? common ?? [] : keys
  }

  /// The evidence of a fork, and the keys that it is checked with; or why there is none.
  func evidence() throws -> (ForkEvidence, [VerifierKey]) {
    guard !keys.isEmpty else {
      throw Failure(.usage, words("fork.no_key"), hint: words("fork.hint.no_key"))
    }
    let heads = try sources.map { source in
      guard let head = source.head(signedBy: keys) else {
        throw Failure(.refused, words("fork.not_signed", ["path": source.path]))
      }
      return (source, head.note, head.checkpoint)
    }
    let isInOrder = heads[0].2.size <= heads[1].2.size
    let (small, large) = isInOrder ? (heads[0], heads[1]) : (heads[1], heads[0])
    guard small.2.origin.utf8.elementsEqual(large.2.origin.utf8) else {
      throw Failure(
        .refused, words("fork.other_origins", ["first": small.2.origin, "second": large.2.origin]))
    }
    let beginning = try beginning(of: large.0, large.2, small.2)
    return (ForkEvidence(first: small.1, second: large.1, beginning: beginning), keys)
  }

  /// What shows that the smaller tree is no beginning of the larger one; throws where it is one.
  private func beginning(
    of source: ForkSource, _ large: Checkpoint, _ small: Checkpoint
  ) throws -> ForkEvidence.Beginning? {
    let sizes = ["small": "\(small.size)", "large": "\(large.size)"]
    guard small.size < large.size else {
      guard small.root != large.root else { throw Failure(.refused, words("fork.same", sizes)) }
      return nil
    }
    guard source.leafHashes.count >= large.size, small.size > 0 else {
      throw Failure(
        .refused, words("fork.needs_log", sizes.merging(["path": source.path]) { $1 }),
        hint: words("fork.hint.needs_log"))
    }
    let root = MerkleTree.root(ofLeafHashes: Array(source.leafHashes[..<small.size]))
    guard root != small.root else { throw Failure(.refused, words("fork.prefix", sizes)) }
    return ForkEvidence.Beginning(
      root: root,
      proof: MerkleTree.consistencyProof(
        from: small.size, to: large.size, leafHashes: source.leafHashes))
  }
}

/// Why evidence proves nothing, in words.
struct ForkWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  func sentence(for error: UnprovenFork) -> String {
    switch error {
    case .unverified(.noKnownKey), .unverified(.repeatedKey), .unverified(.invalidSignature):
      words("fork.why.not_signed")
    case .unverified(.unchecked(let error)):
      words("fault.unchecked", ["error": "\(error)"])
    case .otherKey(let origin, let key):
      words("fork.why.other_key", ["origin": origin, "key": key])
    case .otherOrigins(let first, let second):
      words("fork.other_origins", ["first": first, "second": second])
    case .sameTree: words("fork.why.same_tree")
    case .provesNothing: words("fork.why.nothing")
    }
  }
}
