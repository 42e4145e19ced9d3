// SPDX-License-Identifier: Apache-2.0

import Register
import SystemPackage

/// Files that people name on the command line, read and written whole.
struct Files {
  let words: Words
  /// No file that a command reads into memory is larger than this: 64 MiB.
  static let sizeMax = 67_108_864

  /// The bytes of a file.
  func read(_ path: String, atMost limit: Int = sizeMax) throws -> [UInt8] {
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      return try file.closeAfter {
        let size = try file.seek(offset: 0, from: .end)
        guard size <= limit else {
          throw Failure(.malformed, words("file.too_large", ["path": path, "max": "\(limit)"]))
        }
        try file.seek(offset: 0, from: .start)
        return try readAll(file, capacity: Int(size))
      }
    } catch let errno as Errno {
      throw failure(errno, path)
    }
  }

  private func readAll(_ file: FileDescriptor, capacity: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= Self.sizeMax else {
        throw Failure(.malformed, words("file.too_large", ["path": "–", "max": "\(Self.sizeMax)"]))
      }
    }
  }

  /// Makes a file; `isPrivate` lets only its owner read it.
  ///
  /// Replaces nothing unless told to.
  func write(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false, replacing: Bool = false
  ) throws {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly,
        options: [.create, .closeOnExec, replacing ? .truncate : .exclusiveCreate],
        permissions: isPrivate ? .ownerReadWrite : [.ownerReadWrite, .groupRead, .otherRead])
      _ = try file.closeAfter { try file.writeAll(bytes) }
    } catch let errno as Errno {
      throw failure(errno, path)
    }
  }

  /// What the system refused, as a failure of the right kind.
  func failure(_ errno: Errno, _ path: String) -> Failure {
    let path = Plain.safe(path)
    switch errno {
    case .noSuchFileOrDirectory: return Failure(.noInput, words("file.missing", ["path": path]))
    case .fileExists:
      return Failure(.usage, words("file.exists", ["path": path]), hint: words("file.exists.hint"))
    case .isDirectory: return Failure(.noInput, words("file.folder", ["path": path]))
    default:
      return Failure(.trouble, words("file.trouble", ["path": path, "error": "\(errno)"]))
    }
  }
}
