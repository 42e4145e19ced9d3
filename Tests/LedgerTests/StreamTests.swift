// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Governance
import Signing
import Synchronization
import SystemPackage
import TestSupport
import Testing
import TransparencyLog

@testable import Ledger

/// A file that is read in windows is judged as the same bytes in memory are, wherever windows end.
@Suite struct StreamTests {
  /// Some windows long; read in windows of little more than a frame.
  static let entries = 450
  static let window = 66_000

  @Test func `a log of many windows leads to the same state from a file as from memory`() throws {
    let bytes = try LongLog.bytes(entries: Self.entries, sealed: 100)
    #expect(bytes.count > 2 * Self.window)
    let scratch = try ScratchFolder()
    let path = FilePath(scratch.path).appending("long.viche")
    try Data(bytes).write(to: URL(filePath: path.string))
    let log = try VerifiedLog.verify(bytes)
    let state = try Log.verify(path)
    #expect(state.counts == log.counts)
    #expect(state.head == log.head)
    #expect(state.assembly == log.assembly)
    #expect(state.uncommittedBytes == 0)
    #expect(Self.outcome(bytes, window: Self.window) == Self.outcome(bytes, window: bytes.count))
  }

  @Test func `damage is the same damage in whatever windows it is read`() throws {
    let sparse = try LongLog.bytes(entries: Self.entries, sealed: Self.entries)
    let dense = try LongLog.bytes(entries: Self.entries, sealed: 25)
    for bytes in [sparse, dense] {
      let different = Mutex<[String]>([])
      let cases = Self.damaged(bytes)
      DispatchQueue.concurrentPerform(iterations: cases.count) { number in
        let (name, damaged) = cases[number]
        let whole = Self.outcome(damaged, window: damaged.count)
        let windows = Self.outcome(damaged, window: Self.window)
        if whole != windows {
          different.withLock { $0.append("\(name): \(whole), in windows \(windows)") }
        }
      }
      let all = different.withLock { $0 }
      #expect(all.isEmpty, "\(all)")
    }
  }

  /// Copies of a log, each with something wrong near the edge of a window or far from it.
  private static func damaged(_ bytes: [UInt8]) -> [(String, [UInt8])] {
    var cases: [(String, [UInt8])] = []
    for place in [window - 1, 2 * window + 333, bytes.count - 700] {
      var flipped = bytes
      flipped[place] ^= 0x10
      cases.append(("flip at \(place)", flipped))
      cases.append(("cut at \(place)", Array(bytes[..<place])))
      var zeroed = bytes
      for zero in place..<min(place + 512, bytes.count) { zeroed[zero] = 0 }
      cases.append(("zeros at \(place)", zeroed))
      // Much that is no frame and has no line: is there a checkpoint behind it?
      let junk = [UInt8](repeating: 0x78, count: 2 * window)
      cases.append(("junk at \(place)", Array(bytes[..<place]) + junk + Array(bytes[place...])))
      cases.append(("junk after \(place)", Array(bytes[..<place]) + junk))
      cases.append(("lines at \(place)", Array(bytes[..<place]) + junk.map { $0 / 12 }))
    }
    return cases
  }

  /// How verifying ends, as far as it can be told.
  private static func outcome(_ bytes: [UInt8], window: Int) -> String {
    do {
      let state = try VerifiedState(
        Verification(
          LogSource(bytes, windowSize: window), expecting: nil, origin: nil, indexed: false,
          threads: 1, progress: { _, _ in }))
      return "\(state.head) \(state.counts) \(state.uncommittedBytes)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `the log of another key is told from a damaged one`() throws {
    let bytes = try LongLog.bytes(entries: 3, sealed: 1)
    let scratch = try ScratchFolder()
    let path = FilePath(scratch.path).appending("log.viche")
    try Data(bytes).write(to: URL(filePath: path.string))
    let own = try VerifierKey(parsing: try SmallLog.vkey(SmallLog.origin, 100))
    let other = try VerifierKey(parsing: try SmallLog.vkey(SmallLog.origin, 101))
    #expect(try Log.verify(path, expecting: own).counts.entries == 3)
    #expect(throws: LedgerError.foreign(expected: other.text, found: own.text)) {
      _ = try Log.verify(path, expecting: other)
    }
  }

  @Test
  func `earlier trees are found again, and a file that has changed meanwhile is not believed`()
    throws
  {
    let bytes = try LongLog.bytes(entries: 20, sealed: 5)
    let scratch = try ScratchFolder()
    let path = FilePath(scratch.path).appending("log.viche")
    try Data(bytes).write(to: URL(filePath: path.string))
    let log = try VerifiedLog.verify(bytes)
    let state = try Log.verify(path)
    let past = try state.past(sizes: [1, 7, 20, 21], leaves: [0, 19, 20], after: 7)
    #expect(past.roots == [1: log.root(atSize: 1), 7: log.root(atSize: 7), 20: log.head.root])
    #expect(past.leafHashes == [0: log.leafHash(0), 19: log.leafHash(19)])
    #expect(past.new == [.relationDeclared: 13])
    let places = try state.checkpointPlaces()
    #expect(places.count == log.counts.checkpoints)
    #expect(try places.map { try state.checkpoint(at: $0) }.last == log.head)
    // Changed in its place, as a careless copy does it: the open file sees it.
    let file = try FileHandle(forWritingTo: URL(filePath: path.string))
    try file.seek(toOffset: UInt64(bytes.count / 2))
    try file.write(contentsOf: Data([bytes[bytes.count / 2] ^ 1]))
    try file.close()
    #expect(throws: LedgerError.self) { _ = try state.past(sizes: [7]) }
  }
}

/// A log made in memory, without a writer and its syncs: a founding and ties that members declare.
enum LongLog {
  static func bytes(entries: Int, sealed every: Int, from first: Int = 0) throws -> [UInt8] {
    var bytes = LogHeader.encode(origin: SmallLog.origin)
    var tree = CompactTree()
    let member = try SmallLog.key(1)
    for index in 0..<entries {
      let signed: SignedStatement
      if index == 0 {
        signed = try SmallLog.founding()
      } else {
        let statement = try Statement(
          .relationDeclared, ledger: SmallLog.origin, id: SmallLog.id(first + index),
          ["kind": "partner", "from": "p1", "to": .string("p\(2 + index % 2)")])
        signed = try SignedStatement(
          signing: statement.bytes, as: SmallLog.keyName(1), with: member)
      }
      let body = Entry(index: index, received: SmallLog.time(index), signed).bytes
      bytes += LogFrame.encode(.entry, body)
      tree.append(leafHash: MerkleTree.leafHash(body))
      if index % every == 0 || index == entries - 1 { bytes += try checkpoint(of: tree) }
    }
    return bytes
  }

  static func checkpoint(of tree: CompactTree) throws -> [UInt8] {
    let checkpoint = Checkpoint(origin: SmallLog.origin, size: tree.size, root: tree.root)
    let line = try NoteSignature(
      signing: checkpoint.text, as: SmallLog.origin, with: SmallLog.operatorKey())
    return LogFrame.encode(
      .checkpoint, SignedNote(text: checkpoint.text, signatures: [line]).bytes)
  }
}
