// SPDX-License-Identifier: Apache-2.0
import SystemPackage

/// The exclusive right to write a log: `flock(2)` on a file of its own, kept until closed or killed.
///
/// The lock file stays: removing it would let two writers lock two files of the same name. `flock`
/// is between processes of one machine; over NFS it is what the mount makes of it.
struct LockFile: ~Copyable {
  private let file: FileDescriptor

  /// Waits up to two seconds for the lock of the log at `path`.
  init(for path: FilePath) throws(LedgerError) {
    let lockPath = File.path(path, with: ".lock")
    let file = try File.open(lockPath, .readWrite, .create)
    do {
      try Self.lock(file, lockPath)
      try File.attempt(.write, lockPath) {
        try file.resize(to: 0)
        try file.writeAll("\(SystemCalls.process)\n".utf8)
      }
    } catch {
      try? file.close()
      throw error
    }
    self.file = file
  }

  deinit { try? file.close() }

  private static func lock(_ file: FileDescriptor, _ path: FilePath) throws(LedgerError) {
    for _ in 0..<attempts {
      if try File.attempt(.lock, path, { try file.lockIfFree() }) { return }
      SystemCalls.sleep(milliseconds: pauseMilliseconds)
    }
    let text = try? file.bytes(from: 0)
    throw .locked(
      process: text.flatMap { Int(String(decoding: $0.dropLast(), as: UTF8.self)) }, path)
  }

  private static let attempts = 40
  private static let pauseMilliseconds = 50
}
