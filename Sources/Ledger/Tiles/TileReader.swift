// SPDX-License-Identifier: Apache-2.0
import Signing
import TransparencyLog

/// Reads a log in tiles from wherever it is, and believes nothing that its checkpoint does not lead to.
///
/// The reader goes to the first checkpoint that it sees and no further, however fast the log grows.
struct TileReader<Source: TileSource> {
  let source: Source
  /// Bytes that may be here already: where they are the right ones, the source is not asked.
  let copy: TileFolder?

  /// More entries than any coalition writes, and what they may weigh: a peer that sends without end
  /// is left.
  static var entriesMax: Int { 1 << 24 }
  static var bytesMax: Int { 1 << 30 }

  init(_ source: Source, copy: TileFolder? = nil) {
    self.source = source
    self.copy = copy
  }

  /// The source's checkpoint, its form checked and nothing else; nil where there is none.
  func head() throws(TilesError) -> TileHead? {
    guard
      let bytes = try source.contents(of: TileFolder.checkpoint, atMost: LogFrame.bodyMax)
    else { return nil }
    let head: TileHead
    do { head = try TileHead(bytes) } catch { throw .badCheckpoint(error) }
    guard head.size > 0 else { throw .empty }
    guard head.size <= Self.entriesMax else {
      throw .tooManyEntries(head.size, max: Self.entriesMax)
    }
    return head
  }

  /// The tree under a checkpoint, every hash tile of it read and led back to the root.
  func tree(of head: TileHead) throws(TilesError) -> TiledTree {
    var tree = TiledTree(size: head.size, root: head.root)
    for path in tree.frontier { try take(path, into: &tree) }
    do { try tree.checkRoot() } catch { try blame(error, in: tree) }
    for path in tree.fullTiles { try take(path, into: &tree) }
    return tree
  }

  /// The log's file as these tiles have it: the entries, and the one checkpoint that they carry.
  ///
  /// `keep` is given each bundle that came from the source, once it is known to be right.
  func log(
    of head: TileHead, _ tree: TiledTree, progress: (Int, Int) -> Void,
    keep: (TilePath, [UInt8]) throws(TilesError) -> Void
  ) throws(TilesError) -> [UInt8] {
    var log = LogHeader.encode(origin: head.origin)
    for path in tree.bundles {
      let (entries, fetched) = try read(path) { bytes throws(TileFault) in
        try tree.entries(in: bytes, at: path)
      }
      if let fetched { try keep(path, fetched) }
      for entry in entries { log += LogFrame.encode(.entry, entry) }
      guard log.count <= Self.bytesMax else { throw .tooManyBytes(max: Self.bytesMax) }
      progress(path.first + path.width, head.size)
    }
    return log + LogFrame.encode(.checkpoint, head.note)
  }

  private func take(_ path: TilePath, into tree: inout TiledTree) throws(TilesError) {
    guard case .hashes(let level, let index, let width) = path else { return }
    _ = try read(path) { bytes throws(TileFault) in
      try tree.accept(bytes, level: level, index: index, width: width)
    }
  }

  /// Throws what can be said about tiles at the right edge that do not add up to the root.
  ///
  /// Where one of them disagrees with what it has the hashes of, it is named; where none does, the
  /// checkpoint is of another tree.
  private func blame(_ fault: TileFault, in tree: TiledTree) throws(TilesError) {
    for case .hashes(let level, let index, let width) in tree.frontier {
      let first = index * TilePath.fullWidth
      for child in first..<(first + width) where level > 0 {
        let path = TilePath.hashes(level: level - 1, index: child, width: TilePath.fullWidth)
        _ = try read(path) { bytes throws(TileFault) in
          try tree.check(bytes, level: level - 1, index: child, width: TilePath.fullWidth)
        }
      }
      guard level == 0 else { continue }
      let path = TilePath.entries(index: index, width: width)
      _ = try read(path) { bytes throws(TileFault) in try tree.entries(in: bytes, at: path) }
    }
    throw .tile(fault)
  }

  /// What a check makes of a resource's bytes; with the bytes, where the source had to send them.
  private func read<Result>(
    _ path: TilePath, _ check: ([UInt8]) throws(TileFault) -> Result
  ) throws(TilesError) -> (Result, fetched: [UInt8]?) {
    let limit = path.bytesMax
    // A partial tile has no tile above it that would tell whose it is.
    if let copy, !path.isPartialTile, let bytes = try? copy.contents(of: path.text, atMost: limit),
      let result = try? check(bytes)
    {
      return (result, nil)
    }
    let bytes = try fetch(path, limit)
    do { return (try check(bytes), bytes) } catch { throw .tile(error) }
  }

  /// The bytes of a resource.
  ///
  /// A partial one may have gone since its full one exists.
  private func fetch(_ path: TilePath, _ limit: Int) throws(TilesError) -> [UInt8] {
    if let bytes = try source.contents(of: path.text, atMost: limit) { return bytes }
    guard path != path.full,
      let full = try source.contents(of: path.full.text, atMost: path.full.bytesMax)
    else { throw .missing(path) }
    switch path {
    case .hashes(_, _, let width): return Array(full.prefix(width * Hash.length))
    case .entries(_, let width):
      do {
        return EntryBundle.encode(
          Array(try EntryBundle.entries(in: full, at: path.full).prefix(width)))
      } catch {
        throw .tile(error)
      }
    }
  }
}

/// A checkpoint as it was read: the note's bytes, and what they state.
struct TileHead: Equatable {
  let note: [UInt8]
  let signed: SignedNote
  let origin: String
  let size: Int
  let root: [UInt8]

  init(_ note: [UInt8]) throws(MalformedNote) {
    self.note = note
    self.signed = try SignedNote(parsing: note)
    let checkpoint = try Checkpoint(parsing: signed.text)
    self.origin = checkpoint.origin
    self.size = checkpoint.size
    self.root = checkpoint.root
  }

  /// The same, as others see it.
  var shown: VerifiedLog.Head { VerifiedLog.Head(size: size, root: root, note: note) }

  /// Whether a key of this log signed it, and no line of such a key is wrong.
  func isSigned(by log: VerifiedLog) throws(TilesError) -> Bool {
    let keys = log.logKeys.filter { key in signed.signatures.contains { $0.isClaimed(by: key) } }
    do {
      _ = try signed.verified(by: keys)
      return true
    } catch {
      if case .unchecked(let why) = error { throw .log(.unchecked(why)) }
      return false
    }
  }
}

extension TilePath {
  /// Whether it is a hash tile at the right edge of a tree.
  fileprivate var isPartialTile: Bool {
    guard case .hashes(_, _, let width) = self else { return false }
    return width < Self.fullWidth
  }

  /// The most bytes that such a resource may have.
  var bytesMax: Int {
    switch self {
    case .hashes(_, _, let width): width * Hash.length
    case .entries(_, let width): width * (2 + EntryBundle.entryMax)
    }
  }
}
