// SPDX-License-Identifier: Apache-2.0

import Testing
import TransparencyLog

@testable import Ledger

@Suite("Many proofs of one tree")
struct SubtreesTests {
  /// Sizes around powers of two, where a tree has ragged right ends of every shape.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15, 16, 17, 31, 33, 100])
  func areThoseOfEachLeafAlone(size: Int) {
    let leaves = (0..<size).map { MerkleTree.leafHash([UInt8($0)]) }
    let tree = Subtrees(leafHashes: leaves)
    for index in 0..<size {
      #expect(
        tree.inclusionProof(of: index)
          == MerkleTree.inclusionProof(index: index, leafHashes: leaves, size: size))
    }
  }
}
