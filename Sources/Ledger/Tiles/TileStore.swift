// SPDX-License-Identifier: Apache-2.0
import SystemPackage
import TransparencyLog

/// A folder of tiles, open for its one writer: each file is whole under its name, or not there.
///
/// A file is written beside, synced and renamed, so that readers and servers may read meanwhile. The
/// checkpoint comes last, when everything that it requires has its name on the disk.
struct TileStore: ~Copyable {
  /// How many files were written, and how many were there already and right.
  private(set) var counts = TileCounts()

  private var written: Set<String> = []
  private let folder: TileFolder
  private let lock: LockFile
  /// The folders of everything that was put or found here, to be synced.
  private var folders: Set<FilePath> = []

  /// Makes the folder where it is missing, and takes the right to write in it.
  init(_ path: FilePath) throws(TilesError) {
    self.folder = TileFolder(path)
    var made: Set<FilePath> = []
    do {
      try Self.makeFolder(path, &made)
      self.lock = try LockFile(for: path.appending(TileFolder.checkpoint))
    } catch {
      throw .log(error)
    }
    self.folders = made
  }

  /// Puts a tile or bundle in its place, unless it is there and right.
  ///
  /// Where other bytes stand there, they are replaced if `mending`, which is when the folder's checkpoint
  /// is of this log: then what stands there is damage. Else they are somebody's, and stay.
  mutating func put(_ bytes: [UInt8], at path: TilePath, mending: Bool) throws(TilesError) {
    try put(bytes, at: path.text, replacing: mending)
  }

  /// Puts the checkpoint in its place, and returns once all is on the disk.
  mutating func finish(_ note: [UInt8]) throws(TilesError) {
    try synchronizeFolders()
    try put(note, at: TileFolder.checkpoint, replacing: true)
    try synchronizeFolders()
  }

  private mutating func put(
    _ bytes: [UInt8], at resource: String, replacing: Bool
  ) throws(TilesError) {
    let path = folder.path.appending(resource)
    folders.insert(path.removingLastComponent())
    let isThere: Bool
    do {
      let old = try folder.contents(of: resource, atMost: bytes.count)
      guard old != bytes else {
        if !written.contains(resource) { counts.kept += 1 }
        return
      }
      isThere = old != nil
    } catch {
      guard case .tooLong = error else { throw error }
      isThere = true
    }
    guard replacing || !isThere else { throw .otherLog(path) }
    do { try place(bytes, at: path) } catch { throw .log(error) }
    counts.written += 1
    written.insert(resource)
    if isThere, resource != TileFolder.checkpoint { counts.mended.append(resource) }
  }

  private mutating func place(_ bytes: [UInt8], at path: FilePath) throws(LedgerError) {
    try Self.makeFolder(path.removingLastComponent(), &folders)
    // One name for all, so that what a crash leaves is one file, which the next run takes over.
    let new = folder.path.appending(".new")
    try File.write(bytes, to: new)
    try File.attempt(.rename, path) { try SystemCalls.rename(new, to: path) }
  }

  /// Makes a folder and those above it; the folder that each new name stands in is added to `made`.
  private static func makeFolder(
    _ path: FilePath, _ made: inout Set<FilePath>
  ) throws(LedgerError) {
    let parent = path.removingLastComponent()
    do {
      try File.attempt(.make, path) { try SystemCalls.makeFolder(path) }
    } catch .trouble(let trouble)
      where trouble.errno == .noSuchFileOrDirectory && !parent.isEmpty && parent != path
    {
      try makeFolder(parent, &made)
      try File.attempt(.make, path) { try SystemCalls.makeFolder(path) }
    } catch .trouble(let trouble) where trouble.errno == .fileExists {
      return
    }
    made.insert(parent)
  }

  private mutating func synchronizeFolders() throws(TilesError) {
    for path in folders.sorted(by: { $0.string < $1.string }) {
      do {
        try File.synchronizeFolder(of: path.appending(TileFolder.checkpoint))
      } catch {
        throw .log(error)
      }
    }
    folders = []
  }
}

/// What writing a folder of tiles did to its files.
public struct TileCounts: Sendable, Equatable {
  /// Files that were not there, or not right.
  public internal(set) var written: Int
  /// Files that were there and right; they were not touched.
  public internal(set) var kept: Int
  /// Tiles and bundles that had been damaged, of those written.
  public internal(set) var mended: [String]

  /// Counts of files.
  public init(written: Int = 0, kept: Int = 0, mended: [String] = []) {
    self.written = written
    self.kept = kept
    self.mended = mended
  }
}
