// SPDX-License-Identifier: Apache-2.0

extension MerkleTree {
  /// The proof that the tree of the first `size` leaves holds leaf `index`.
  ///
  /// RFC 6962 section 2.1.1: from the leaf's sibling up to the child of the root.
  public static func inclusionProof(
    index: Int, leafHashes: [[UInt8]], size: Int
  ) -> [[UInt8]] {
    precondition((0..<size).contains(index) && size <= leafHashes.count, "a leaf of the tree")
    return path(to: index, in: leafHashes[..<size])
  }

  /// The proof that the tree of the first `new` leaves only adds to that of the first `old`.
  ///
  /// RFC 6962 section 2.1.2. From an empty tree there is nothing to prove, so `old` is at least 1.
  public static func consistencyProof(
    from old: Int, to new: Int, leafHashes: [[UInt8]]
  ) -> [[UInt8]] {
    precondition(1 <= old && old <= new && new <= leafHashes.count, "two sizes of the tree")
    return subproof(of: old, in: leafHashes[..<new], isWhole: true)
  }

  private static func path(to index: Int, in leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.startIndex + split(leaves.count)
    let (left, right) = (leaves[..<middle], leaves[middle...])
    return index < middle
      ? path(to: index, in: left) + [root(right)] : path(to: index, in: right) + [root(left)]
  }

  private static func subproof(
    of old: Int, in leaves: ArraySlice<[UInt8]>, isWhole: Bool
  ) -> [[UInt8]] {
    guard old != leaves.endIndex else { return isWhole ? [] : [root(leaves)] }
    let middle = leaves.startIndex + split(leaves.count)
    let (left, right) = (leaves[..<middle], leaves[middle...])
    return old <= middle
      ? subproof(of: old, in: left, isWhole: isWhole) + [root(right)]
      : subproof(of: old, in: right, isWhole: false) + [root(left)]
  }

  /// The largest power of two that is smaller than `count`: where a tree splits.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
