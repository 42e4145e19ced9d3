// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing
import TransparencyLog

/// Tiles and bundles, written and read, against logs that other programs made.
@Suite(.serialized)
struct TileTests {
  /// A static folder of others, as a reader takes it in.
  struct Folder {
    let size: Int
    var changed: [String: [UInt8]] = [:]

    func bytes(_ path: TilePath) throws -> [UInt8] {
      try changed[path.text] ?? Vectors.all.bytes("logs/n\(size)/\(path.text)")
    }

    /// Everything in the order in which a reader asks for it.
    func read() throws -> [[UInt8]] {
      let checkpoint = try LogTests.Log.checkpoint("logs/n\(size)/checkpoint")
      var tree = TiledTree(size: checkpoint.size, root: checkpoint.root)
      for case .hashes(let level, let index, let width) in tree.frontier {
        let path = TilePath.hashes(level: level, index: index, width: width)
        try tree.accept(bytes(path), level: level, index: index, width: width)
      }
      try tree.checkRoot()
      for case .hashes(let level, let index, let width) in tree.fullTiles {
        let path = TilePath.hashes(level: level, index: index, width: width)
        try tree.accept(bytes(path), level: level, index: index, width: width)
      }
      return try tree.bundles.flatMap { try tree.entries(in: bytes($0), at: $0) }
    }
  }

  @Test(arguments: LogTests.sizes)
  func theTilesOfOthersAreReadAndWrittenUnchanged(size: Int) throws {
    let folder = Folder(size: size)
    let entries = try folder.read()
    let tiles = TileHashes(leafHashes: entries.flatMap { MerkleTree.leafHash($0) })
    for path in TilePath.all(size: size) {
      let ours =
        switch path {
        case .hashes(let level, let index, let width):
          tiles.bytes(level: level, index: index, width: width)
        case .entries:
          EntryBundle.encode(Array(entries[path.first..<(path.first + path.width)]))
        }
      #expect(try folder.bytes(path) == ours, "\(path.text)")
    }
  }

  @Test(arguments: LogTests.sizes)
  func aTreeAsksForEveryTileOfItsLogOnce(size: Int) {
    let tree = TiledTree(size: size, root: MerkleTree.emptyRoot)
    let asked = tree.frontier + tree.fullTiles + tree.bundles
    #expect(asked.count == Set(asked).count && Set(asked) == Set(TilePath.all(size: size)))
  }

  /// One bit of one hash or entry, and what names it.
  @Test(arguments: [
    // The hash of entry 5 in a full tile: its parent has the hash of the whole.
    ("tile/0/000", 5 * 32, TileFault.tileHash(tile(0, 0, 256), above: tile(1, 0, 1))),
    // In the full bundle: entry 0 begins after two bytes of length.
    ("tile/entries/000", 2, .entryHash(bundle(0, 256), entry: 0, tile: tile(0, 0, 256))),
    // In the partial bundle, which begins with entry 256.
    ("tile/entries/001.p/44", 2, .entryHash(bundle(1, 44), entry: 256, tile: tile(0, 1, 44))),
    // A length that is one more or one less lets the bundle end early or late.
    ("tile/entries/001.p/44", 0, .bundleForm(bundle(1, 44), entry: 256)),
  ])
  func aLieIsNamed(path: String, place: Int, fault: TileFault) throws {
    var folder = Folder(size: 300)
    var bytes = try folder.bytes(TilePath(parsing: path))
    bytes[place] ^= 0x80
    folder.changed[path] = bytes
    #expect(throws: fault) { try folder.read() }
  }

  @Test(arguments: ["tile/0/001.p/44", "tile/1/000.p/1"])
  func aLieAtTheRightEdgeIsAnotherRoot(path: String) throws {
    var folder = Folder(size: 300)
    var bytes = try folder.bytes(TilePath(parsing: path))
    bytes[0] ^= 1
    folder.changed[path] = bytes
    #expect { try folder.read() } throws: { error in
      guard case .root = error as? TileFault else { return false }
      return true
    }
  }

  @Test func aTileIsExactlyItsHashes() throws {
    var folder = Folder(size: 300)
    let path = Self.tile(0, 1, 44)
    folder.changed[path.text] = try folder.bytes(path) + [0]
    #expect(throws: TileFault.tileLength(path, bytes: 44 * 32 + 1)) { try folder.read() }
  }

  @Test func nothingStandsAfterABundlesLastEntry() throws {
    var folder = Folder(size: 300)
    let path = Self.bundle(1, 44)
    folder.changed[path.text] = try folder.bytes(path) + [0, 0]
    #expect(throws: TileFault.bundleForm(path, entry: 300)) { try folder.read() }
  }

  @Test func theLongestEntryIsCarried() throws {
    let entry = [UInt8](repeating: 7, count: 65_535)
    let bytes = EntryBundle.encode([entry, []])
    #expect(bytes.prefix(3) == [0xFF, 0xFF, 7] && bytes.suffix(3) == [7, 0, 0])
    #expect(try EntryBundle.entries(in: bytes, at: Self.bundle(0, 2)) == [entry, []])
  }

  private static func tile(_ level: Int, _ index: Int, _ width: Int) -> TilePath {
    .hashes(level: level, index: index, width: width)
  }

  private static func bundle(_ index: Int, _ width: Int) -> TilePath {
    .entries(index: index, width: width)
  }

  /// A log of 70,000 entries `entry <n>`, against thirty lines of Python that know nothing of ours.
  @Test(arguments: [1, 255, 256, 257, 70_000])
  func everyByteIsWhatAnotherProgramComputes(size: Int) throws {
    let scratch = try ScratchFolder()
    let digests = try scratch.run("python3 \"$1\" \"$2\"", Self.reference, "\(size)")
    let entries = (0..<size).map { Array("entry \($0)\n".utf8) }
    let tiles = TileHashes(leafHashes: entries.flatMap { MerkleTree.leafHash($0) })
    for path in TilePath.all(size: size) {
      switch path {
      case .hashes(let level, let index, let width):
        try scratch.write(
          tiles.bytes(level: level, index: index, width: width), to: Self.flat(path))
      case .entries:
        let part = Array(entries[path.first..<(path.first + path.width)])
        try scratch.write(EntryBundle.encode(part), to: Self.flat(path))
      }
    }
    let ours = try scratch.run("LC_ALL=C; sha256sum tile=* | awk '{print $2, $1}' | LC_ALL=C sort")
    #expect(ours == digests)
  }

  private static let reference = "\(#filePath)".replacing("TileTests.swift", with: "tiles.py")

  private static func flat(_ path: TilePath) -> String { path.text.replacing("/", with: "=") }
}
