// SPDX-License-Identifier: Apache-2.0
public import Signing
public import SystemPackage

/// A log's file, opened for reading.
public enum Log {
  /// Verifies the log at `path` and keeps what it leads to; changes nothing, and needs no lock.
  ///
  /// The file is read in windows: the memory that this takes does not grow with the log, only with
  /// the state that it describes.
  public static func verify(
    _ path: FilePath, expecting key: VerifierKey? = nil, origin: String? = nil,
    threads: Int? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> VerifiedState {
    try VerifiedState(
      Verification(
        LogSource(path), expecting: key, origin: origin, indexed: false, threads: threads,
        progress: progress))
  }

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
