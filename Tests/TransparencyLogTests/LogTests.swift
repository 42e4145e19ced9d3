// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import TransparencyLog

/// Whole logs that Go's x/mod and another client agree on, as static servers keep them.
///
/// Their public key is not known any more, so their signatures are parsed but not verified.
@Suite(.serialized)
struct LogTests {
  /// A log of so many entries, with what is needed to ask it everything.
  struct Log {
    let folder: String
    let entries: [[UInt8]]
    let leafHashes: [[UInt8]]
    let checkpoint: Checkpoint

    init(size: Int) throws {
      let folder = "logs/n\(size)"
      self.folder = folder
      entries = try TilePath.all(size: size).flatMap { path -> [[UInt8]] in
        guard case .entries = path else { return [] }
        return try Self.unbundle(Vectors.all.bytes("\(folder)/\(path.text)"))
      }
      leafHashes = entries.map { MerkleTree.leafHash($0) }
      checkpoint = try Self.checkpoint("\(folder)/checkpoint")
    }

    static func checkpoint(_ path: String) throws -> Checkpoint {
      let bytes = try Vectors.all.bytes(path)
      let note = try SignedNote(parsing: bytes)
      #expect(note.bytes == bytes)
      #expect(note.signatures.map(\.name) == ["steering.example.org/decisions"])
      #expect(note.signatures.map(\.keyID) == [0xdaa3_383f])
      return try Checkpoint(parsing: note.text)
    }

    /// Each entry has its length before it, in two bytes.
    private static func unbundle(_ bytes: [UInt8]) throws -> [[UInt8]] {
      var (entries, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bytes[...])
      while rest.count >= 2 {
        let count = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        entries.append(Array(rest.dropFirst(2).prefix(count)))
        rest = rest.dropFirst(2 + count)
      }
      try #require(rest.isEmpty)
      return entries
    }
  }

  static let sizes = [1, 2, 3, 8, 255, 256, 300]

  @Test(arguments: sizes)
  func theEntriesAddUpToTheCheckpoint(size: Int) throws {
    let log = try Log(size: size)
    #expect(log.entries.count == size && log.checkpoint.size == size)
    #expect(MerkleTree.root(ofLeafHashes: log.leafHashes) == log.checkpoint.root)
  }

  @Test(arguments: sizes)
  func theTilesHoldTheHashesOfTheTree(size: Int) throws {
    let log = try Log(size: size)
    for case .hashes(let level, let index, let width) in TilePath.all(size: size) {
      let path = TilePath.hashes(level: level, index: index, width: width)
      let step = level == 0 ? 1 : 256
      let hashes = (0..<width).map { place -> [UInt8] in
        let start = (index * 256 + place) * step
        return MerkleTree.root(ofLeafHashes: Array(log.leafHashes[start..<(start + step)]))
      }
      #expect(try Vectors.all.bytes("\(log.folder)/\(path.text)") == hashes.flatMap { $0 })
    }
  }

  @Test(arguments: sizes)
  func theReceiptOfTheLastEntryHolds(size: Int) throws {
    let log = try Log(size: size)
    let bytes = try Vectors.all.bytes("\(log.folder).tlog-proof")
    let leafHash = MerkleTree.leafHash(try Vectors.all.bytes("\(log.folder).leaf"))
    let receipt = try TlogProof(parsing: bytes)
    #expect(receipt.bytes == bytes && receipt.index == size - 1)
    #expect(receipt.checkpoint == (try Vectors.all.bytes("\(log.folder)/checkpoint")))
    #expect(receipt.proves(leafHash, in: log.checkpoint))
    #expect(!receipt.proves(MerkleTree.leafHash([]), in: log.checkpoint))
    let ours = MerkleTree.inclusionProof(
      index: receipt.index, leafHashes: log.leafHashes, size: size)
    #expect(ours == receipt.proof)
  }

  @Test(arguments: sizes)
  func theLogOnlyAddsToItsOlderSelf(size: Int) throws {
    let log = try Log(size: size)
    let old = try Log.checkpoint("\(log.folder).old-checkpoint")
    let proof = MerkleTree.consistencyProof(
      from: old.size, to: size, leafHashes: log.leafHashes)
    #expect(
      MerkleTree.verifyConsistency(
        from: old.size, to: size, proof: proof, oldRoot: old.root, newRoot: log.checkpoint.root))
  }
}
