// SPDX-License-Identifier: Apache-2.0
import Signing
import SystemPackage
import TransparencyLog

/// The log's file, open for its one writer; whoever holds it may append.
struct LogFile: ~Copyable {
  let path: FilePath
  private let file: FileDescriptor

  /// Opens a file that is there already.
  init(_ path: FilePath) throws(LedgerError) {
    let file = try File.open(path, .readWrite, .append)
    self.path = path
    self.file = file
  }

  deinit { try? file.close() }

  /// The bytes from `offset` on, read through a descriptor of its own.
  func contents(from offset: Int = 0) throws(LedgerError) -> [UInt8] {
    let fresh = try File.open(path)
    return try File.attempt(.read, path) {
      try fresh.closeAfter { try fresh.bytes(from: offset) }
    }
  }

  /// Returns once `bytes` are at the end of the file and on the disk.
  ///
  /// If this throws, it is unknown how much of them is there: nothing more may be written before
  /// the log has been verified.
  func append(_ bytes: [UInt8]) throws(LedgerError) {
    _ = try File.attempt(.write, path) { try file.writeAll(bytes) }
    try File.attempt(.sync, path) { try file.synchronize() }
  }

  /// Cuts off what is already safe elsewhere.
  func truncate(to length: Int) throws(LedgerError) {
    try File.attempt(.truncate, path) { try file.resize(to: Int64(length)) }
    try File.attempt(.sync, path) { try file.synchronize() }
  }

  /// Moves what stands from `offset` on to a new file beside the log, which it returns, and cuts.
  func setAside(from offset: Int) throws(LedgerError) -> FilePath {
    let bytes = try contents(from: offset)
    let aside = try Self.freePath(path)
    do {
      try File.write(bytes, to: aside, mustBeNew: true)
    } catch {
      // Half a copy would take the number of a whole one.
      try? SystemCalls.unlink(aside)
      throw error
    }
    try File.synchronizeFolder(of: aside)
    try truncate(to: offset)
    return aside
  }

  /// The first `<log>.uncommitted-<n>` that is not taken.
  static func freePath(_ path: FilePath) throws(LedgerError) -> FilePath {
    var number = 1
    while true {
      let aside = File.path(path, with: ".uncommitted-\(number)")
      if try File.contentsIfPresent(of: aside) == nil { return aside }
      number += 1
    }
  }
}
