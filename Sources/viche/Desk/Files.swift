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
      return try file.closeAfter { try readAll(file, path, atMost: limit) }
    } catch let errno as Errno {
      throw failure(errno, path)
    }
  }

  /// The bytes of a file; `nil` where there are more than that.
  func read(_ path: FilePath, noLongerThan limit: Int) throws(Errno) -> [UInt8]? {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      let bytes = try file.closeAfter { () throws -> [UInt8] in
        try self.bytes(of: file, atMost: limit + 1)
      }
      return bytes.count > limit ? nil : bytes
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  private func readAll(
    _ file: FileDescriptor, _ path: String, atMost limit: Int
  ) throws -> [UInt8] {
    let bytes = try bytes(of: file, atMost: limit + 1)
    guard bytes.count <= limit else {
      throw Failure(
        .malformed, words("file.too_large", ["path": Plain.safe(path), "max": "\(limit)"]))
    }
    return bytes
  }

  /// The bytes of an open file, or as soon as there are so many, those so far.
  ///
  /// No question for the size first: a pipe has none, and a folder's is a number without a meaning.
  private func bytes(of file: FileDescriptor, atMost limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < limit {
      let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// Throws, in words, if there is no file to read at a log's path, or it is a folder.
  func checkLog(_ path: String) throws {
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      var byte: [UInt8] = [0]
      _ = try file.closeAfter {
        try unsafe byte.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      }
    } catch let errno as Errno {
      let failure = failure(errno, path)
      guard failure.kind == .noInput else { throw failure }
      throw Failure(failure.kind, failure.message, hint: words("log.hint"))
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
