// SPDX-License-Identifier: Apache-2.0
public import Signing
public import SystemPackage
import TransparencyLog

/// Keeps a verified copy of a log that somebody else publishes in tiles.
public enum Mirror {
  /// What a copy has come to.
  public struct Update: Sendable {
    /// The log, verified whole.
    public let log: VerifiedLog
    /// How many entries the copy had before; 0 where it is new.
    public let sizeBefore: Int
    /// What was written to the folder.
    public let counts: TileCounts
  }

  /// Brings the copy in a folder to the source's checkpoint, or throws and leaves the copy as it is.
  ///
  /// Bundles are kept as soon as they are known to be right, so that a copy that broke off goes on
  /// there; the checkpoint is kept when the whole log has been verified. A source that is shorter than
  /// the copy, or parts from it, is refused with both signed heads.
  public static func update(
    _ folder: FilePath, from source: some TileSource, expecting key: VerifierKey? = nil,
    threads: Int? = nil, fetching: (Int, Int) -> Void = { _, _ in },
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(TilesError) -> Update {
    let copy = TileFolder(folder)
    let reader = TileReader(source, copy: copy)
    guard let found = try reader.head() else { throw .noCheckpoint }
    var store = try TileStore(folder)
    let kept = try TilePublisher.published(in: copy)
    if let kept { try expectSameLog(found, as: kept, copy) }
    let tree = try reader.tree(of: found)
    if let kept, root(of: tree, atSize: kept.size) != kept.root {
      throw try parted(found, from: kept, copy)
    }
    let bytes = try reader.log(of: found, tree, progress: fetching) {
      path, bytes throws(TilesError) in
      try store.put(bytes, at: path, mending: kept != nil)
    }
    let log = try Log.verify(
      bytes, of: found, expecting: key, threads: threads, progress: progress)
    return Update(
      log: log, sizeBefore: kept?.size ?? 0,
      counts: try TilePublisher.publish(log, to: copy, &store))
  }

  private static func expectSameLog(
    _ found: TileHead, as kept: TileHead, _ copy: TileFolder
  ) throws(TilesError) {
    guard found.origin.utf8.elementsEqual(kept.origin.utf8) else {
      throw .log(.foreign(expected: kept.origin, found: found.origin))
    }
    guard found.size >= kept.size else { throw try parted(found, from: kept, copy) }
  }

  /// Why a source does not go on from the copy: only a signed head says anything against a log.
  private static func parted(
    _ found: TileHead, from kept: TileHead, _ copy: TileFolder
  ) throws(TilesError) -> TilesError {
    let log: VerifiedLog
    do { log = try Log.read(tiles: copy) } catch { throw .inCopy(error) }
    guard try found.isSigned(by: log) else { return .notSigned(found.shown) }
    guard found.size < log.head.size, found.root == log.root(atSize: found.size) else {
      return .forked(kept: kept.shown, found: found.shown)
    }
    return .shorter(kept: kept.shown, found: found.shown)
  }

  private static func root(of tree: TiledTree, atSize size: Int) -> [UInt8] {
    var old = CompactTree()
    let leaves = tree.leafHashes
    for index in 0..<size {
      old.append(leafHash: Array(leaves[(index * Hash.length)..<((index + 1) * Hash.length)]))
    }
    return old.root
  }
}
