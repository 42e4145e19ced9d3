// SPDX-License-Identifier: Apache-2.0
import TransparencyLog

extension VerifiedLog {
  /// The proof that this log only adds to what it was when it had `size` entries.
  ///
  /// Empty where there is nothing to prove: from no entries, or from as many as there are.
  public func consistencyProof(from size: Int) -> [[UInt8]] {
    guard size > 0, size < head.size else { return [] }
    return MerkleTree.consistencyProof(
      from: size, to: head.size, leafHashes: (0..<head.size).map(leafHash))
  }
}
