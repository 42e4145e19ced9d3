// SPDX-License-Identifier: Apache-2.0
import Glibc
import SystemPackage

// What swift-system lacks. The only `unsafe` of this module: paths and buffers as pointers, each
// lent to one call. EINTR is retried by open and flock, never by fsync: when a sync has failed,
// the kernel may have dropped the pages and calls the next one a success (fsync(2), "fsyncgate").

extension FileDescriptor {
  /// Returns once what was written is on stable storage; fsync(2).
  func synchronize() throws(Errno) {
    guard fsync(rawValue) == 0 else { throw .current }
  }

  /// Takes the exclusive lock unless another open file has it; flock(2).
  func lockIfFree() throws(Errno) -> Bool {
    while flock(rawValue, LOCK_EX | LOCK_NB) != 0 {
      let errno = Errno.current
      if errno == .wouldBlock { return false }
      if errno != .interrupted { throw errno }
    }
    return true
  }

  /// How long the file is, in bytes.
  func length() throws -> Int {
    let length = Int(try seek(offset: 0, from: .end))
    // A folder says that it is 2^63 − 1 bytes long.
    guard length < 1 << 48 else { throw Errno.isDirectory }
    return length
  }

  /// The bytes from `offset` to the end of the file.
  func bytes(from offset: Int) throws -> [UInt8] {
    try bytes(at: offset..<max(offset, try length()))
  }

  /// The bytes at some places, or as many of the first as there are.
  func bytes(at places: Range<Int>) throws -> [UInt8] {
    let (offset, length) = (places.lowerBound, places.count)
    return try unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      while count < length {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let read = try unsafe self.read(fromAbsoluteOffset: Int64(offset + count), into: rest)
        guard read > 0 else { return }
        count += read
      }
    }
  }
}

enum SystemCalls {
  /// A second name for a file; fails where the name is taken; link(2).
  static func link(_ path: FilePath, as name: FilePath) throws(Errno) {
    guard unsafe Glibc.link(path.string, name.string) == 0 else { throw .current }
  }

  /// Gives a file another name, and takes the name from whatever had it; rename(2).
  static func rename(_ path: FilePath, to name: FilePath) throws(Errno) {
    guard unsafe Glibc.rename(path.string, name.string) == 0 else { throw .current }
  }

  /// Makes a folder that others may read; mkdir(2).
  static func makeFolder(_ path: FilePath) throws(Errno) {
    guard unsafe Glibc.mkdir(path.string, 0o755) == 0 else { throw .current }
  }

  /// Takes a name away; unlink(2).
  static func unlink(_ path: FilePath) throws(Errno) {
    guard unsafe Glibc.unlink(path.string) == 0 else { throw .current }
  }

  /// Waits.
  static func sleep(milliseconds: Int) { usleep(UInt32(milliseconds) * 1_000) }

  /// The number of this process.
  static var process: Int { Int(getpid()) }
}

extension Errno {
  static var current: Errno { Errno(rawValue: Glibc.errno) }
}
