// SPDX-License-Identifier: Apache-2.0
import Signing

/// The hashes of a whole log as its tiles hold them: those of every 256^level leaves.
///
/// Hash i of level L is the root of the leaves from i·256^L on, 256^L of them (c2sp.org/tlog-tiles). What is
/// not full is not hashed upwards.
public struct TileHashes: Sendable, Equatable {
  /// By level, 32 bytes a hash.
  private let levels: [[UInt8]]

  /// The tiles over some leaf hashes, which stand one after the other, 32 bytes each.
  public init(leafHashes: [UInt8]) {
    precondition(leafHashes.count.isMultiple(of: Hash.length), "a hash has 32 bytes")
    let full = TilePath.fullWidth * Hash.length
    var levels = [leafHashes]
    while let below = levels.last, below.count >= full {
      levels.append(
        (0..<(below.count / full)).flatMap { Self.root(below[($0 * full)..<(($0 + 1) * full)]) })
    }
    self.levels = levels
  }

  /// The bytes of a hash tile that this log has.
  public func bytes(level: Int, index: Int, width: Int) -> [UInt8] {
    let start = index * TilePath.fullWidth * Hash.length
    return Array(levels[level][start..<(start + width * Hash.length)])
  }

  /// The root of the tree over the hashes of a tile.
  static func root(_ tile: ArraySlice<UInt8>) -> [UInt8] { tree(tile).root }

  /// The tree over the hashes of a tile.
  static func tree(_ tile: ArraySlice<UInt8>) -> CompactTree {
    var tree = CompactTree()
    for start in stride(from: tile.startIndex, to: tile.endIndex, by: Hash.length) {
      tree.append(leafHash: Array(tile[start..<(start + Hash.length)]))
    }
    return tree
  }
}
