// SPDX-License-Identifier: Apache-2.0

/// A Merkle tree that only grows: it keeps one hash for each full subtree, so at most 63.
public struct CompactTree: Sendable, Equatable, Codable {
  /// How many leaves there are.
  public private(set) var size = 0
  /// The roots of the full subtrees from left to right: one for each bit that is set in the size.
  private(set) var peaks: [[UInt8]] = []

  /// The empty tree.
  public init() {}

  /// Whether there is a whole hash for each bit of the size, as in every tree that has grown from none.
  public var isSound: Bool {
    size >= 0 && peaks.count == size.nonzeroBitCount
      && peaks.allSatisfy { $0.count == MerkleTree.emptyRoot.count }
  }

  /// Adds one leaf at the right.
  public mutating func append(leafHash: [UInt8]) {
    var hash = leafHash
    var level = size
    while level & 1 == 1 {
      hash = MerkleTree.nodeHash(peaks.removeLast(), hash)
      level >>= 1
    }
    peaks.append(hash)
    size += 1
  }

  /// The root hash of all leaves so far.
  public var root: [UInt8] { Self.root(of: peaks) }

  /// The root over the roots of full subtrees, from left to right.
  static func root(of peaks: [[UInt8]]) -> [UInt8] {
    guard let last = peaks.last else { return MerkleTree.emptyRoot }
    return peaks.dropLast().reversed().reduce(last) { MerkleTree.nodeHash($1, $0) }
  }
}
