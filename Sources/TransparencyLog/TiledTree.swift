// SPDX-License-Identifier: Apache-2.0
import Signing

/// The tree of a log that somebody else keeps in tiles, believed from its root downwards.
///
/// A checkpoint's root is that of the partial tiles at the right edge, one a level: `frontier`. Each hash
/// in them is the root of a full tile one level below, and so on down to the entries: a tile that lies
/// is found before anything below it is asked for. The order is ``frontier``, ``checkRoot()``, then
/// ``fullTiles`` and the bundles.
public struct TiledTree: Sendable {
  /// How many entries the log has.
  public let size: Int
  /// The root that the checkpoint states.
  public let root: [UInt8]
  /// By level, the hashes of the full tiles accepted so far, 32 bytes each.
  private var full: [[UInt8]] = []
  /// By level, the hashes of the partial tile.
  private var edge: [[UInt8]] = []

  /// The tree of a checkpoint.
  public init(size: Int, root: [UInt8]) {
    self.size = size
    self.root = root
    var count = size
    while count > 0 {
      full.append([])
      edge.append([])
      count /= TilePath.fullWidth
    }
  }

  /// The hashes of the leaves, 32 bytes each, once every tile of level 0 has been accepted.
  public var leafHashes: [UInt8] { size == 0 ? [] : full[0] + edge[0] }

  /// The partial tiles at the right edge, from the top down.
  public var frontier: [TilePath] {
    full.indices.reversed().compactMap { level in
      let (index, width) = count(level).quotientAndRemainder(dividingBy: TilePath.fullWidth)
      return width == 0 ? nil : .hashes(level: level, index: index, width: width)
    }
  }

  /// The full tiles, from the top down, each after the one that has its hash.
  public var fullTiles: [TilePath] {
    full.indices.dropLast().reversed().flatMap { level in
      (0..<count(level + 1)).map {
        .hashes(level: level, index: $0, width: TilePath.fullWidth)
      }
    }
  }

  /// The bundles of entries, first to last.
  public var bundles: [TilePath] {
    stride(from: 0, to: size, by: TilePath.fullWidth).map {
      .bundle(ofEntry: $0, size: size)
    }
  }

  /// Takes in a hash tile, in the order of ``frontier`` and then of ``fullTiles``.
  public mutating func accept(
    _ bytes: [UInt8], level: Int, index: Int, width: Int
  ) throws(TileFault) {
    try check(bytes, level: level, index: index, width: width)
    if width == TilePath.fullWidth {
      precondition(full[level].count == index * bytes.count, "tiles are accepted in their order")
      full[level] += bytes
    } else {
      edge[level] = bytes
    }
  }

  /// Throws unless a full tile is what the tile above it says; of a partial one, only its length.
  public func check(
    _ bytes: [UInt8], level: Int, index: Int, width: Int
  ) throws(TileFault) {
    let path = TilePath.hashes(level: level, index: index, width: width)
    guard bytes.count == width * Hash.length else {
      throw .tileLength(path, bytes: bytes.count)
    }
    if width == TilePath.fullWidth, TileHashes.root(bytes[...]) != hash(index, level: level + 1) {
      throw .tileHash(path, above: tile(of: index, level: level + 1))
    }
  }

  /// Throws unless the accepted frontier adds up to the checkpoint's root.
  ///
  /// Section 2.1 of RFC 6962 splits a tree at powers of two, so its full subtrees are those of the
  /// partial tiles from the top down.
  public func checkRoot() throws(TileFault) {
    var peaks: [[UInt8]] = []
    for level in edge.indices.reversed() { peaks += TileHashes.tree(edge[level][...]).peaks }
    let found = CompactTree.root(of: peaks)
    guard found == root else { throw .root(expected: found, found: root) }
  }

  /// The entries of a bundle, each of which must be what its tile says.
  public func entries(in bytes: [UInt8], at path: TilePath) throws(TileFault) -> [[UInt8]] {
    let entries = try EntryBundle.entries(in: bytes, at: path)
    for (number, entry) in entries.enumerated()
    where MerkleTree.leafHash(entry) != hash(path.first + number, level: 0) {
      let index = path.first + number
      throw .entryHash(path, entry: index, tile: tile(of: index, level: 0))
    }
    return entries
  }

  private func count(_ level: Int) -> Int { size >> (8 * level) }

  /// A hash of a tile that has been accepted.
  private func hash(_ index: Int, level: Int) -> [UInt8] {
    let first = count(level) / TilePath.fullWidth * TilePath.fullWidth
    let (tiles, place) = index < first ? (full[level], index) : (edge[level], index - first)
    return Array(tiles[(place * Hash.length)..<((place + 1) * Hash.length)])
  }

  /// The tile of a level in which a hash stands.
  private func tile(of index: Int, level: Int) -> TilePath {
    let number = index / TilePath.fullWidth
    let rest = count(level) - number * TilePath.fullWidth
    return .hashes(level: level, index: number, width: min(TilePath.fullWidth, rest))
  }
}
