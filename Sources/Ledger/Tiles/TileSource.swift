// SPDX-License-Identifier: Apache-2.0
public import SystemPackage

/// Where a log's tiles are read: a folder, a web server.
public protocol TileSource {
  /// The bytes of `checkpoint` or of a tile's path, or nil where there is none.
  ///
  /// Whoever sends more than `limit` bytes is refused (``TilesError/tooLong(_:max:)``), not read.
  func contents(of resource: String, atMost limit: Int) throws(TilesError) -> [UInt8]?
}

/// A log's tiles in a folder, which any static web server can serve as it is.
public struct TileFolder: TileSource, Sendable {
  /// The folder, in which `checkpoint` and `tile/` are.
  public let path: FilePath

  /// The name of a checkpoint's resource.
  static let checkpoint = "checkpoint"

  /// A folder, which need not be there.
  public init(_ path: FilePath) { self.path = path }

  /// The bytes of a file in the folder.
  public func contents(
    of resource: String, atMost limit: Int
  ) throws(TilesError) -> [UInt8]? {
    do {
      guard let bytes = try read(path.appending(resource), atMost: limit) else {
        throw TilesError.tooLong(resource, max: limit)
      }
      return bytes
    } catch let error as TilesError {
      throw error
    } catch LedgerError.trouble(let trouble)
      where [.noSuchFileOrDirectory, .notDirectory].contains(trouble.errno)
    {
      return nil
    } catch let error as LedgerError {
      throw .log(error)
    } catch {
      preconditionFailure("no other error is thrown above")
    }
  }

  /// The bytes of a file, or nil where there are more; a pipe in a file's place is not waited for.
  private func read(_ path: FilePath, atMost limit: Int) throws(LedgerError) -> [UInt8]? {
    let file = try File.open(path, .readOnly, .nonBlocking)
    return try File.attempt(.read, path) {
      try file.closeAfter { try file.length() > limit ? nil : file.bytes(from: 0) }
    }
  }
}
