// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

/// The hashes of every whole subtree of a tree, from which many proofs are only looked up.
///
/// Making it takes one hash for each leaf; a proof then takes a few for each level (RFC 6962
/// section 2.1.1).
struct Subtrees {
  /// Leaf hashes, then the hashes over pairs of those below, as far as there are whole pairs.
  private let levels: [[[UInt8]]]

  /// Hashes the whole tree over some leaves.
  init(leafHashes: [[UInt8]]) {
    var levels = [leafHashes]
    var below = leafHashes
    while below.count > 1 {
      below = (0..<(below.count / 2)).map {
        MerkleTree.nodeHash(below[2 * $0], below[2 * $0 + 1])
      }
      levels.append(below)
    }
    self.levels = levels
  }

  /// The proof that the tree holds a leaf: from its sibling up to the child of the root.
  func inclusionProof(of index: Int) -> [[UInt8]] { path(to: index, in: 0..<levels[0].count) }

  private func path(to index: Int, in leaves: Range<Int>) -> [[UInt8]] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.lowerBound + Self.split(leaves.count)
    let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
    return index < middle
      ? path(to: index, in: left) + [root(of: right)]
      : path(to: index, in: right) + [root(of: left)]
  }

  /// A split part begins at a multiple of its size, so a part of 2^n leaves is on level n.
  private func root(of leaves: Range<Int>) -> [UInt8] {
    let level = leaves.count.trailingZeroBitCount
    guard leaves.count != 1 << level else { return levels[level][leaves.lowerBound >> level] }
    let middle = leaves.lowerBound + Self.split(leaves.count)
    return MerkleTree.nodeHash(
      root(of: leaves.lowerBound..<middle), root(of: middle..<leaves.upperBound))
  }

  /// The largest power of two that is smaller than `count`: where a tree splits.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
