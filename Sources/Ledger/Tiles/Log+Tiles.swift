// SPDX-License-Identifier: Apache-2.0
public import Signing
import TransparencyLog

extension Log {
  /// Reads and verifies a log in tiles, as ``read(_:expecting:origin:signedHead:threads:progress:)`` does a file.
  ///
  /// Tiles carry one checkpoint, the last: those before it are not there to be checked. `fetching` is
  /// told how many entries have been read, of how many, `progress` how many have been judged.
  public static func read(
    tiles source: some TileSource, expecting key: VerifierKey? = nil,
    signedHead: SignedHead? = nil, threads: Int? = nil,
    fetching: (Int, Int) -> Void = { _, _ in }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(TilesError) -> VerifiedLog {
    let reader = TileReader(source)
    guard let head = try reader.head() else { throw .noCheckpoint }
    let bytes = try reader.log(of: head, reader.tree(of: head), progress: fetching) { _, _ in }
    return try verify(
      bytes, of: head, expecting: key, signedHead: signedHead, threads: threads,
      progress: progress)
  }

  /// Verifies what a reader made of tiles; a fault has its place in them, not in a file.
  static func verify(
    _ bytes: [UInt8], of head: TileHead, expecting key: VerifierKey?,
    signedHead: SignedHead? = nil, threads: Int?, progress: (Int, Int) -> Void
  ) throws(TilesError) -> VerifiedLog {
    do {
      return try VerifiedLog.verify(
        bytes, expecting: key, signedHead: signedHead, threads: threads, progress: progress)
    } catch .damaged(let fault) {
      let isOfAnEntry = fault.entry < head.size && fault.offset > 0
      throw .damaged(
        fault.finding, entry: fault.entry,
        resource: isOfAnEntry
          ? TilePath.bundle(ofEntry: fault.entry, size: head.size).text : TileFolder.checkpoint)
    } catch {
      throw .log(error)
    }
  }
}
