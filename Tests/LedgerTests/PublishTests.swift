// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Signing
import SystemPackage
import TestSupport
import Testing
import TransparencyLog

/// A log in a folder of tiles: written, read again, refused where it is another's.
@Suite struct PublishTests {
  /// A log and a folder that it is published to.
  struct Place {
    let small: SmallLog
    var out: FilePath { small.folder.appending("out") }
    var tiles: TileFolder { TileFolder(out) }

    init(commits: Int = 3) throws { small = try SmallLog(commits: commits) }

    @discardableResult
    func publish() throws -> TileCounts { try TilePublisher.publish(small.read(), to: out) }

    func url(_ resource: String) -> URL { URL(filePath: out.appending(resource).string) }
    func bytes(_ resource: String) throws -> [UInt8] { Array(try Data(contentsOf: url(resource))) }
    func write(_ bytes: [UInt8], _ resource: String) throws {
      try Data(bytes).write(to: url(resource))
    }

    /// Flips a bit of a file.
    func damage(_ resource: String, at place: Int) throws {
      var bytes = try bytes(resource)
      bytes[place] ^= 1
      try write(bytes, resource)
    }

    /// Every file below the folder with its bytes.
    func files() throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: out.string) {
        files[path] = try? bytes(path)
      }
      return files
    }
  }

  @Test func aFolderHasTheCheckpointTheTilesAndTheEntries() throws {
    let place = try Place()
    #expect(try place.publish() == TileCounts(written: 3))
    let log = try place.small.read()
    #expect(try place.bytes("checkpoint") == log.head.note)
    // Four entries: a hash and a length of two bytes each.
    #expect(try place.bytes("tile/0/000.p/4") == (0..<4).flatMap { log.leafHash($0) })
    let lengths = (0..<4).map { log.entries.body($0).count }
    #expect(
      try place.bytes("tile/entries/000.p/4")
        == zip(0..<4, lengths).flatMap { index, count in
          [UInt8(count / 256), UInt8(count % 256)] + log.entries.body(index)
        })
    #expect(try place.files().count == 4, "the lock's file beside them")
  }

  @Test func aFolderIsReadAsTheFileIs() throws {
    let place = try Place()
    try place.publish()
    let (file, tiles) = (try place.small.read(), try Log.read(tiles: place.tiles))
    #expect(tiles.head == file.head)
    #expect(tiles.logKeys == file.logKeys && tiles.received == file.received)
    #expect((0..<4).allSatisfy { tiles.entries.body($0) == file.entries.body($0) })
    #expect(tiles.counts.signatures == file.counts.signatures)
    // The file has one for each commit; tiles carry the last.
    #expect(file.counts.checkpoints == 4 && tiles.counts.checkpoints == 1)
    // A receipt of the file holds against the folder.
    try tiles.check(file.prove(2))
  }

  @Test func whatIsThereAndRightIsNotTouched() throws {
    let place = try Place()
    try place.publish()
    let before = try inodes(place)
    #expect(try place.publish() == TileCounts(written: 0, kept: 3))
    #expect(try inodes(place) == before)
  }

  @Test func aFolderGrowsAndKeepsThePartialTilesOfEarlierCheckpoints() throws {
    let place = try Place()
    try place.publish()
    let old = try place.files()
    var writer = try place.small.open()
    try SmallLog.commit(Array(10..<310), to: &writer)
    // tile/0/000, tile/0/001.p/48, tile/1/000.p/1, two bundles and the checkpoint.
    #expect(try place.publish() == TileCounts(written: 6))
    let new = try place.files()
    #expect(new.count == 9)
    for (path, bytes) in old where !path.hasPrefix("checkpoint") { #expect(new[path] == bytes) }
    #expect(try Log.read(tiles: place.tiles).head == place.small.read().head)
  }

  @Test func damageInAFolderOfThisLogIsMended() throws {
    let place = try Place()
    try place.publish()
    let before = try place.files()
    try place.damage("tile/0/000.p/4", at: 0)
    let counts = try place.publish()
    #expect(counts == TileCounts(written: 1, kept: 2, mended: ["tile/0/000.p/4"]))
    #expect(try place.files() == before)
  }

  @Test func aForkIsRefusedWithBothHeads() throws {
    let (place, other) = (try Place(), try Place(commits: 2))
    try place.publish()
    var writer = try other.small.open()
    try SmallLog.commit([77], to: &writer)
    let before = try place.files()
    let log = try other.small.read()
    let error = TilesError.forked(kept: try place.small.read().head, found: log.head)
    #expect(throws: error) { try TilePublisher.publish(log, to: place.out) }
    #expect(try place.files() == before)
  }

  @Test func anOldCopyIsNotPublishedOverANewerOne() throws {
    let place = try Place()
    try place.publish()
    let old = try SmallLog(commits: 2).read()
    let error = TilesError.shorter(kept: try place.small.read().head, found: old.head)
    #expect(throws: error) { try TilePublisher.publish(old, to: place.out) }
  }

  @Test(arguments: ["checkpoint", "tile/0/000.p/4", "tile/entries/000.p/4"])
  func filesOfSomebodyElseAreNotOverwritten(resource: String) throws {
    let place = try Place()
    let path = place.out.appending(resource)
    try FileManager.default.createDirectory(
      atPath: path.removingLastComponent().string, withIntermediateDirectories: true)
    try place.write(Array("mine\n".utf8), resource)
    #expect(throws: TilesError.otherLog(path)) { try place.publish() }
    #expect(try place.bytes(resource) == Array("mine\n".utf8))
    #expect(try place.tiles.contents(of: "checkpoint", atMost: 99)?.count ?? 5 == 5)
  }

  @Test func aCheckpointThatTheLogsKeyDidNotSignIsNotOverwritten() throws {
    let place = try Place()
    try place.publish()
    let text = try place.small.read().checkpointText
    let line = try NoteSignature(signing: text, as: SmallLog.origin, with: SmallLog.key(9))
    let forged = SignedNote(text: text, signatures: [line]).bytes
    try place.write(forged, "checkpoint")
    #expect {
      try place.publish()
    } throws: { error in
      guard case .notSigned(let head) = error as? TilesError else { return false }
      return head.note == forged
    }
  }

  private func inodes(_ place: Place) throws -> [String: Int] {
    var inodes: [String: Int] = [:]
    for path in try place.files().keys where path != "checkpoint.lock" {
      let facts = try FileManager.default.attributesOfItem(atPath: place.url(path).path)
      inodes[path] = facts[.systemFileNumber] as? Int
    }
    return inodes
  }
}

extension VerifiedLog {
  /// What the last checkpoint's signature is over.
  var checkpointText: [UInt8] {
    Checkpoint(origin: origin, size: head.size, root: head.root).text
  }
}
