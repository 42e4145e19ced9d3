// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Signing
import SystemPackage
import Testing
import TransparencyLog

/// A verified copy of a published log.
@Suite struct MirrorTests {
  typealias Peer = TileReadingTests.Peer

  /// A published log, and a folder for its copy.
  struct Place {
    let published: PublishTests.Place
    var copy: FilePath { published.small.folder.appending("copy") }

    init(commits: Int = 3) throws {
      published = try PublishTests.Place(commits: commits)
      try published.publish()
    }

    func add(_ numbers: [Int]) throws {
      var writer = try published.small.open()
      try SmallLog.commit(numbers, to: &writer)
      try published.publish()
    }

    /// Every file of the copy but the lock's, with its bytes.
    func files(of folder: FilePath) throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.string)
      where path != "checkpoint.lock" {
        let url = URL(filePath: folder.appending(path).string)
        files[path] = (try? Data(contentsOf: url)).map { Array($0) }
      }
      return files
    }
  }

  @Test func aCopyHasTheSameBytesAndGoesOn() throws {
    let place = try Place()
    let first = try Mirror.update(place.copy, from: place.published.tiles)
    #expect(first.sizeBefore == 0 && first.counts.written == 3)
    #expect(try place.files(of: place.copy) == place.files(of: place.published.out))
    try place.add(Array(10..<310))
    let second = try Mirror.update(place.copy, from: place.published.tiles)
    #expect(second.sizeBefore == 4 && second.log.head.size == 304)
    #expect(try place.files(of: place.copy) == place.files(of: place.published.out))
    #expect(try Log.read(tiles: TileFolder(place.copy)).head == second.log.head)
  }

  @Test func aCopyThatBrokeOffAsksForNothingTwice() throws {
    let place = try Place()
    try place.add(Array(10..<600))
    let peer = Peer(place.published.tiles)
    // Checkpoint, frontier of two levels, two full tiles, the first of three bundles.
    peer.breaksAfter = 6
    #expect(throws: TilesError.web("tile/entries/001", .connection("broken"))) {
      try Mirror.update(place.copy, from: peer)
    }
    #expect(try place.files(of: place.copy).keys.sorted() == ["tile/entries/000"])
    let again = Peer(place.published.tiles)
    let update = try Mirror.update(place.copy, from: again)
    #expect(update.log.head.size == 594)
    #expect(
      again.asked.filter { $0.hasPrefix("tile/entries") } == [
        "tile/entries/001", "tile/entries/002.p/82",
      ])
    // The source has partial tiles of its first checkpoint besides.
    let copied = try place.files(of: place.copy)
    let source = try place.files(of: place.published.out)
    #expect(copied.allSatisfy { source[$0.key] == $0.value })
    let third = Peer(place.published.tiles)
    _ = try Mirror.update(place.copy, from: third)
    #expect(third.asked == ["checkpoint", "tile/1/000.p/2", "tile/0/002.p/82"])
  }

  @Test func aSourceThatWasCutIsRefusedWithBothHeads() throws {
    let place = try Place()
    _ = try Mirror.update(place.copy, from: place.published.tiles)
    let before = try place.files(of: place.copy)
    let old = try Place(commits: 2)
    let error = TilesError.shorter(
      kept: try place.published.small.read().head, found: try old.published.small.read().head)
    #expect(throws: error) { try Mirror.update(place.copy, from: old.published.tiles) }
    #expect(try place.files(of: place.copy) == before)
  }

  @Test(arguments: [[77], [77, 78], []])
  func aSourceThatForkedIsRefusedWithBothHeads(numbers: [Int]) throws {
    let place = try Place()
    _ = try Mirror.update(place.copy, from: place.published.tiles)
    let before = try place.files(of: place.copy)
    // Of the same length, longer, and shorter with another second entry.
    let other = try Place(commits: numbers.isEmpty ? 0 : 2)
    try other.add(numbers.isEmpty ? [88] : numbers)
    let error = TilesError.forked(
      kept: try place.published.small.read().head,
      found: try other.published.small.read().head)
    #expect(throws: error) { try Mirror.update(place.copy, from: other.published.tiles) }
    #expect(try place.files(of: place.copy) == before)
  }

  @Test func aForgedHeadSaysNothingAgainstTheLog() throws {
    let place = try Place()
    _ = try Mirror.update(place.copy, from: place.published.tiles)
    let old = try Place(commits: 2)
    let peer = Peer(old.published.tiles)
    let text = try old.published.small.read().checkpointText
    let line = try NoteSignature(signing: text, as: SmallLog.origin, with: SmallLog.key(9))
    let forged = SignedNote(text: text, signatures: [line]).bytes
    peer.answers["checkpoint"] = forged
    #expect {
      try Mirror.update(place.copy, from: peer)
    } throws: { error in
      guard case .notSigned(let head) = error as? TilesError else { return false }
      return head.note == forged
    }
  }

  @Test func damageInTheCopyIsFetchedAgain() throws {
    let place = try Place()
    _ = try Mirror.update(place.copy, from: place.published.tiles)
    let before = try place.files(of: place.copy)
    var bytes = try #require(before["tile/entries/000.p/4"])
    bytes[7] ^= 1
    let path = place.copy.appending("tile/entries/000.p/4")
    try Data(bytes).write(to: URL(filePath: path.string))
    let update = try Mirror.update(place.copy, from: place.published.tiles)
    #expect(update.counts.mended == ["tile/entries/000.p/4"])
    #expect(try place.files(of: place.copy) == before)
  }

  @Test func theKeyThatIsExpectedIsAskedFor() throws {
    let place = try Place()
    let other = try VerifierKey(name: SmallLog.origin, publicKey: SmallLog.key(9).publicKey)
    let log = try place.published.small.read()
    #expect(
      throws: TilesError.log(.foreign(expected: other.text, found: log.logKey.text))
    ) { try Mirror.update(place.copy, from: place.published.tiles, expecting: other) }
    #expect(try TileFolder(place.copy).contents(of: "checkpoint", atMost: 65_535) == nil)
  }
}
