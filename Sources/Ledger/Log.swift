// SPDX-License-Identifier: Apache-2.0
public import Signing
public import SystemPackage

/// A log's file, opened for reading.
public enum Log {
  /// Reads and verifies the log at `path`; changes nothing, and needs no lock.
  ///
  /// While somebody writes, the entries of a commit under way are seen as an uncommitted tail.
  public static func read(
    _ path: FilePath, expecting key: VerifierKey? = nil, origin: String? = nil,
    signedHead: SignedHead? = nil, threads: Int? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> VerifiedLog {
    try VerifiedLog.verify(
      File.contents(of: path), expecting: key, origin: origin, signedHead: signedHead,
      threads: threads, progress: progress)
  }
}
