// SPDX-License-Identifier: Apache-2.0
import Ledger
import Signing
import SystemPackage
import Testing
import TransparencyLog

/// Folders and servers that are not what they should be.
@Suite struct TileReadingTests {
  /// A source that answers as a test wants, and remembers what it was asked for.
  final class Peer: TileSource {
    let folder: TileFolder
    var answers: [String: [UInt8]?] = [:]
    var asked: [String] = []
    /// After so many questions the connection breaks.
    var breaksAfter = Int.max

    init(_ folder: TileFolder) { self.folder = folder }

    func contents(of resource: String, atMost limit: Int) throws(TilesError) -> [UInt8]? {
      guard asked.count < breaksAfter else { throw .web(resource, .connection("broken")) }
      asked.append(resource)
      if let answer = answers[resource] { return answer }
      return try folder.contents(of: resource, atMost: limit)
    }
  }

  static let bundle = TilePath.entries(index: 0, width: 4)
  static let tile = TilePath.hashes(level: 0, index: 0, width: 4)

  /// One thing that a peer does wrong to a log of four entries, and what is said of it.
  @Test(arguments: [
    ("tile/0/000.p/4", nil as Int?, TilesError.missing(tile)),
    ("tile/entries/000.p/4", nil, .missing(bundle)),
    ("checkpoint", nil, .noCheckpoint),
    // Entry 0 begins after the two bytes of its length. A changed hash of the one tile leads to another root,
    // and the entry beside it says which hash it is.
    ("tile/entries/000.p/4", 2, .tile(.entryHash(bundle, entry: 0, tile: tile))),
    ("tile/0/000.p/4", 0, .tile(.entryHash(bundle, entry: 0, tile: tile))),
    ("tile/0/000.p/4", 127, .tile(.entryHash(bundle, entry: 3, tile: tile))),
    // `a` and 1 is a backquote, which is no letter of an origin.
    ("checkpoint", 0, .damaged(.badOrigin, entry: 0, resource: "checkpoint")),
  ])
  func isNamed(resource: String, place: Int?, error: TilesError) throws {
    let published = try PublishTests.Place()
    try published.publish()
    let peer = Peer(published.tiles)
    var bytes = try published.bytes(resource)
    if let place { bytes[place] ^= 1 }
    peer.answers[resource] = .some(place == nil ? nil : bytes)
    #expect(throws: error) { try Log.read(tiles: peer) }
  }

  @Test func aCheckpointOfAnotherTreeIsToldAsInAFile() throws {
    let published = try PublishTests.Place()
    try published.publish()
    let other = try SmallLog(commits: 2)
    var writer = try other.open()
    try SmallLog.commit([77], to: &writer)
    let peer = Peer(published.tiles)
    peer.answers["checkpoint"] = writer.log.head.note
    let log = try published.small.read()
    let fault = TileFault.root(expected: log.head.root, found: writer.log.head.root)
    #expect(throws: TilesError.tile(fault)) { try Log.read(tiles: peer) }
  }

  @Test func aFileThatIsTooLongIsNotRead() throws {
    let published = try PublishTests.Place()
    try published.publish()
    try published.write([UInt8](repeating: 0x30, count: 65_536), "checkpoint")
    #expect(throws: TilesError.tooLong("checkpoint", max: 65_535)) {
      try Log.read(tiles: published.tiles)
    }
    try published.write(published.small.read().head.note, "checkpoint")
    try published.write([UInt8](repeating: 0, count: 4 * 32 + 1), "tile/0/000.p/4")
    #expect(throws: TilesError.tooLong("tile/0/000.p/4", max: 4 * 32)) {
      try Log.read(tiles: published.tiles)
    }
  }

  @Test func aPipeInTheFoldersPlaceIsNotWaitedFor() throws {
    let published = try PublishTests.Place()
    try published.publish()
    try published.small.run("rm out/checkpoint; mkfifo out/checkpoint")
    #expect(throws: TilesError.self) { try Log.read(tiles: published.tiles) }
  }

  @Test func aLogThatClaimsToBeEndlessIsLeftAtOnce() throws {
    let published = try PublishTests.Place()
    try published.publish()
    let peer = Peer(published.tiles)
    let text = Checkpoint(
      origin: SmallLog.origin, size: 1 << 62, root: [UInt8](repeating: 0, count: 32)
    ).text
    let line = try NoteSignature(signing: text, as: SmallLog.origin, with: SmallLog.key(9))
    peer.answers["checkpoint"] = SignedNote(text: text, signatures: [line]).bytes
    #expect(throws: TilesError.tooManyEntries(1 << 62, max: 1 << 24)) {
      try Log.read(tiles: peer)
    }
    #expect(peer.asked == ["checkpoint"])
  }

  @Test func theReaderGoesToTheFirstCheckpointThatItSaw() throws {
    let published = try PublishTests.Place()
    try published.publish()
    let old = try published.bytes("checkpoint")
    var writer = try published.small.open()
    try SmallLog.commit(Array(10..<310), to: &writer)
    try published.publish()
    let peer = Peer(published.tiles)
    peer.answers["checkpoint"] = old
    #expect(try Log.read(tiles: peer).head.size == 4)
    // The partial files of that time may be gone since: their beginnings stand in the full ones.
    peer.answers["tile/0/000.p/4"] = .some(nil)
    peer.answers["tile/entries/000.p/4"] = .some(nil)
    let log = try Log.read(tiles: peer)
    #expect(log.head.size == 4 && log.head.note == old)
  }

  @Test func whatTheOperatorSignedIsJudgedAsInAFile() throws {
    // Entry 2 received before entry 1: the operator's tree has it, the reader does not let it in.
    let published = try PublishTests.Place(commits: 1)
    let log = try published.small.read()
    let late = Entry(
      index: 2, received: SmallLog.time(-5), try SmallLog.statement(2))
    let bodies = [log.entries.body(0), log.entries.body(1), late.bytes]
    let leaves = bodies.map { MerkleTree.leafHash($0) }
    let checkpoint = Checkpoint(
      origin: SmallLog.origin, size: 3, root: MerkleTree.root(ofLeafHashes: leaves))
    let line = try NoteSignature(
      signing: checkpoint.text, as: SmallLog.origin, with: SmallLog.operatorKey())
    let peer = Peer(published.tiles)
    peer.answers["checkpoint"] = SignedNote(text: checkpoint.text, signatures: [line]).bytes
    peer.answers["tile/0/000.p/3"] = leaves.flatMap { $0 }
    peer.answers["tile/entries/000.p/3"] = EntryBundle.encode(bodies)
    let finding = LogFault.Finding.receivedRunsBack(
      previous: SmallLog.time(1), found: SmallLog.time(-5))
    #expect(
      throws: TilesError.damaged(finding, entry: 2, resource: "tile/entries/000.p/3")
    ) { try Log.read(tiles: peer) }
  }
}
