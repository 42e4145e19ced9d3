// SPDX-License-Identifier: Apache-2.0
public import SystemPackage
import TransparencyLog

/// Writes a log in the layout of c2sp.org/tlog-tiles, which any static web server serves.
///
/// Partial tiles of checkpoints that were published before stay where they are.
public enum TilePublisher {
  /// Brings a folder to the log's last checkpoint; writes only what is missing there.
  ///
  /// A folder with the tiles of another log, of a fork or of a longer log is refused as it is. If this throws
  /// later than that, the folder still shows its old checkpoint, and everything that it requires.
  public static func publish(
    _ log: VerifiedLog, to folder: FilePath
  ) throws(TilesError) -> TileCounts {
    var store = try TileStore(folder)
    return try publish(log, to: TileFolder(folder), &store)
  }

  static func publish(
    _ log: VerifiedLog, to folder: TileFolder, _ store: inout TileStore
  ) throws(TilesError) -> TileCounts {
    let published = try published(in: folder)
    if let published { try check(published, against: log, folder) }
    let tiles = TileHashes(leafHashes: log.leafHashes)
    for path in TilePath.all(size: log.head.size) {
      let bytes =
        switch path {
        case .hashes(let level, let index, let width):
          tiles.bytes(level: level, index: index, width: width)
        case .entries(_, let width):
          EntryBundle.encode((path.first..<(path.first + width)).map(log.entries.body))
        }
      try store.put(bytes, at: path, mending: published != nil)
    }
    try store.finish(log.head.note)
    return store.counts
  }

  /// What a folder shows already; what is no checkpoint is not overwritten by one.
  static func published(in folder: TileFolder) throws(TilesError) -> TileHead? {
    do {
      return try TileReader(folder).head()
    } catch {
      switch error {
      case .badCheckpoint, .tooLong, .empty:
        throw .otherLog(folder.path.appending(TileFolder.checkpoint))
      default: throw error
      }
    }
  }

  /// Throws unless the log only adds to what the folder shows.
  private static func check(
    _ published: TileHead, against log: VerifiedLog, _ folder: TileFolder
  ) throws(TilesError) {
    guard published.origin.utf8.elementsEqual(log.origin.utf8) else {
      throw .otherLog(folder.path.appending(TileFolder.checkpoint))
    }
    guard try published.isSigned(by: log) else { throw .notSigned(published.shown) }
    guard published.size <= log.head.size else {
      throw .shorter(kept: published.shown, found: log.head)
    }
    guard published.root == log.root(atSize: published.size) else {
      throw .forked(kept: published.shown, found: log.head)
    }
  }
}
