// SPDX-License-Identifier: Apache-2.0

/// What a commit answers, once it is on the disk: which entries it added, under which checkpoint.
///
/// The proof that a member keeps for one of the entries is ``VerifiedLog/prove(_:)``.
public struct Receipt: Sendable, Equatable {
  /// The indexes of the new entries.
  public let entries: Range<Int>
  /// The root hash of the tree that ends in them.
  public let root: [UInt8]
  /// The checkpoint's signed note.
  public let checkpoint: [UInt8]
}
