// SPDX-License-Identifier: Apache-2.0
import Signing

/// The hashes of RFC 6962 section 2.1: what a log of entries adds up to.
public enum MerkleTree {
  /// The root of no entries: SHA-256 of nothing.
  public static let emptyRoot = Hash.sha256([])

  /// The hash of one entry, which is kept apart from those of nodes by its first byte.
  public static func leafHash(_ entry: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 + entry.count)
    bytes.append(0x00)
    bytes += entry
    return Hash.sha256(bytes)
  }

  /// The hash over the hashes of two subtrees.
  public static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 + left.count + right.count)
    bytes.append(0x01)
    bytes += left
    bytes += right
    return Hash.sha256(bytes)
  }

  /// The root of the tree over all these leaves.
  public static func root(ofLeafHashes leafHashes: [[UInt8]]) -> [UInt8] {
    root(leafHashes[...])
  }

  static func root(_ leafHashes: ArraySlice<[UInt8]>) -> [UInt8] {
    var tree = CompactTree()
    for leafHash in leafHashes { tree.append(leafHash: leafHash) }
    return tree.root
  }
}
