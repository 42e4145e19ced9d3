// SPDX-License-Identifier: Apache-2.0
public import SystemPackage

/// What a writer found after the last checkpoint and put right before it wrote anything.
public enum Recovery: Sendable, Equatable {
  /// Nothing stood there.
  case nothing
  /// The rest of a commit that broke off was moved to a file beside the log; nobody had been told
  /// that it is in the log. The statements in it that are whole and validly signed can be
  /// committed anew.
  case setAside(FilePath, bytes: Int, statements: [SignedStatement])
  /// The commit had broken off between recording the head and appending the checkpoint that signs
  /// it; the checkpoint has been appended, so that these entries are committed.
  case finished(entries: Range<Int>)
}
