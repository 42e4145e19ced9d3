// SPDX-License-Identifier: Apache-2.0
import Signing

extension MerkleTree {
  /// Whether `proof` shows that leaf `index` of the tree with this root is `leafHash`.
  ///
  /// RFC 9162 section 2.1.3.2.
  public static func verifyInclusion(
    index: Int, size: Int, leafHash: [UInt8], proof: [[UInt8]], root: [UInt8]
  ) -> Bool {
    guard index >= 0, index < size, areHashes(proof + [leafHash, root]) else { return false }
    var walk = Walk(leaf: index, size: size)
    var hash = leafHash
    for sibling in proof {
      guard !walk.isAtRoot else { return false }
      hash = walk.up() == .left ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
    }
    return walk.isAtRoot && hash == root
  }

  /// Whether `proof` shows that the tree of size `new` only adds to the tree of size `old`.
  ///
  /// RFC 9162 section 2.1.4.2. Trees of equal size need an empty proof and the same root. Every
  /// tree adds to the empty one, so from size 0 there is no proof, and the answer is no: whoever
  /// may meet a size of 0 decides about it before asking.
  public static func verifyConsistency(
    from old: Int, to new: Int, proof: [[UInt8]], oldRoot: [UInt8], newRoot: [UInt8]
  ) -> Bool {
    guard old > 0, old <= new, areHashes(proof + [oldRoot, newRoot]) else { return false }
    guard old < new else { return proof.isEmpty && oldRoot == newRoot }
    // The root of a full old tree is not in the proof: the verifier has it.
    var hashes = (old & (old - 1) == 0 ? [oldRoot] : []) + proof
    guard !hashes.isEmpty else { return false }
    var walk = Walk(leaf: old - 1, size: new)
    walk.skipRightEdges()
    let first = hashes.removeFirst()
    var (oldHash, newHash) = (first, first)
    for sibling in hashes {
      guard !walk.isAtRoot else { return false }
      switch walk.up() {
      case .left:
        oldHash = nodeHash(sibling, oldHash)
        newHash = nodeHash(sibling, newHash)
      case .right:
        newHash = nodeHash(newHash, sibling)
      }
    }
    return walk.isAtRoot && oldHash == oldRoot && newHash == newRoot
  }

  private static func areHashes(_ hashes: [[UInt8]]) -> Bool {
    hashes.allSatisfy { $0.count == Hash.length }
  }

  /// A way from one node up to the root: `fn` and `sn` of the RFC.
  private struct Walk {
    /// On which side of the node its sibling stands.
    enum Side { case left, right }

    private var node: Int
    private var last: Int

    init(leaf: Int, size: Int) {
      self.node = leaf
      self.last = size - 1
    }

    var isAtRoot: Bool { last == 0 }

    /// Climbs to the parent that the next hash of a proof makes, and says where that hash stands.
    mutating func up() -> Side {
      defer { climb() }
      guard node & 1 == 1 || node == last else { return .right }
      // At the right edge a node without a sibling is its own parent.
      while node & 1 == 0, node != 0 { climb() }
      return .left
    }

    /// Climbs while the node is a right child: to the largest full subtree that ends in it.
    mutating func skipRightEdges() {
      while node & 1 == 1 { climb() }
    }

    private mutating func climb() {
      node >>= 1
      last >>= 1
    }
  }
}
