// SPDX-License-Identifier: Apache-2.0
import SystemPackage

/// Whole files: read, made and put in place, each with its errors as ``LedgerError/trouble(_:)``.
enum File {
  /// Does something to a file, and names the operation and the path where the system refuses.
  static func attempt<Result>(
    _ operation: Trouble.Operation, _ path: FilePath, _ body: () throws -> Result
  ) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch let errno as Errno {
      throw .trouble(Trouble(operation, path, errno))
    } catch {
      preconditionFailure("the system's errors are of type Errno")
    }
  }

  /// Opens a file that is closed in programs that this one starts.
  static func open(
    _ path: FilePath, _ mode: FileDescriptor.AccessMode = .readOnly,
    _ options: FileDescriptor.OpenOptions = [], as operation: Trouble.Operation = .open,
    permissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
  ) throws(LedgerError) -> FileDescriptor {
    try attempt(operation, path) {
      try .open(
        path, mode, options: options.union(.closeOnExec),
        permissions: options.contains(.create) ? permissions : nil)
    }
  }

  /// The bytes of a file.
  static func contents(of path: FilePath) throws(LedgerError) -> [UInt8] {
    let file = try open(path)
    return try attempt(.read, path) { try file.closeAfter { try file.bytes(from: 0) } }
  }

  /// The bytes of a file, or nil where there is none.
  static func contentsIfPresent(of path: FilePath) throws(LedgerError) -> [UInt8]? {
    do {
      return try contents(of: path)
    } catch .trouble(let trouble) where trouble.errno == .noSuchFileOrDirectory {
      return nil
    }
  }

  /// Makes a file, or empties it, and returns once its bytes are on the disk; not yet its name.
  static func write(
    _ bytes: [UInt8], to path: FilePath, mustBeNew: Bool = false,
    permissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead]
  ) throws(LedgerError) {
    let file = try open(
      path, .writeOnly, mustBeNew ? [.create, .exclusiveCreate] : [.create, .truncate],
      permissions: permissions)
    do {
      _ = try attempt(.write, path) { try file.writeAll(bytes) }
      try attempt(.sync, path) { try file.synchronize() }
    } catch {
      try? file.close()
      throw error
    }
    try attempt(.write, path) { try file.close() }
    // A system that writes less than it says must not make us believe in a copy.
    guard try contents(of: path) == bytes else {
      throw .trouble(Trouble(.readBack, path, .ioError))
    }
  }

  /// Puts a file in the place of another, whole or not at all, and returns once it is on the disk.
  static func replace(_ path: FilePath, with bytes: [UInt8]) throws(LedgerError) {
    let new = File.path(path, with: ".new")
    try write(bytes, to: new)
    try attempt(.rename, path) { try SystemCalls.rename(new, to: path) }
    try synchronizeFolder(of: path)
  }

  /// Returns once the names in the folder of `path` are on the disk.
  static func synchronizeFolder(of path: FilePath) throws(LedgerError) {
    let parent = path.removingLastComponent()
    let folder = parent.isEmpty ? FilePath(".") : parent
    let file = try open(folder, .readOnly, .directory)
    try attempt(.sync, folder) { try file.closeAfter { try file.synchronize() } }
  }

  /// Makes a folder in one that is there, unless it is there itself; its name is on the disk then.
  static func makeFolder(_ path: FilePath) throws(LedgerError) {
    do {
      try attempt(.make, path) { try SystemCalls.makeFolder(path) }
    } catch .trouble(let trouble) where trouble.errno == .fileExists {
      // Who made it may have died before its name was safe.
    }
    try synchronizeFolder(of: path)
  }

  /// Gives a file a name that must be free, and takes its old name away.
  ///
  /// Where there are no second names (FAT), a rename has to do; the caller holds the log's lock.
  static func move(_ path: FilePath, toFree name: FilePath) throws(LedgerError) {
    do {
      try attempt(.link, name) { try SystemCalls.link(path, as: name) }
    } catch .trouble(let trouble) where [.notPermitted, .notSupported].contains(trouble.errno) {
      guard try contentsIfPresent(of: name) == nil else {
        throw .trouble(Trouble(.link, name, .fileExists))
      }
      try attempt(.rename, name) { try SystemCalls.rename(path, to: name) }
      return
    }
    try attempt(.remove, path) { try SystemCalls.unlink(path) }
  }

  /// The same folder and name, with more at the end of the name.
  static func path(_ path: FilePath, with suffix: String) -> FilePath {
    FilePath(path.string + suffix)
  }
}
