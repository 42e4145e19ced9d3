// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Signing
import SystemPackage
import TestSupport
import Testing
import TransparencyLog

@testable import Ledger

/// What is remembered of a verified log saves reading it again, and is believed no further.
@Suite struct MemoryTests {
  private let scratch: ScratchFolder
  private let bytes: [UInt8]
  private static let program = "viche test"
  private static let noon = SmallLog.time(86_400)

  init() throws {
    scratch = try ScratchFolder()
    bytes = try LongLog.bytes(entries: 60, sealed: 4)
  }

  private var path: FilePath { FilePath(scratch.path).appending("log.viche") }
  private var memoryPath: FilePath { FilePath(scratch.path).appending("log.memory") }

  private func put(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path.string))
  }

  /// The memory of a log with these bytes, written and read back.
  private func memory(of bytes: [UInt8]) throws -> LogMemory {
    try put(bytes)
    try LogMemory(of: Log.verify(path), at: Self.noon, by: Self.program).write(to: memoryPath)
    return try #require(try LogMemory.read(memoryPath, as: Self.program)).get()
  }

  private func ends(of bytes: [UInt8]) throws -> [Int] {
    try LogScan(bytes).frames.filter { $0.kind == .checkpoint }.map(\.end)
  }

  @Test func `from whichever checkpoint a log is remembered, it goes on to the same state`() throws
  {
    let whole = try VerifiedLog.verify(bytes)
    for end in try ends(of: bytes).prefix(8) {
      let memory = try memory(of: Array(bytes[..<end]))
      try put(bytes)
      let found = try Log.verify(path, remembering: memory)
      #expect(found.standing == .continued)
      #expect(found.state.assembly == whole.assembly)
      #expect(found.state.head == whole.head)
      #expect(found.state.counts == whole.counts)
      #expect(found.state.received == whole.received)
      #expect(found.state.logKeys == whole.logKeys)
    }
  }

  @Test func `damage in what is new is found as if nothing were remembered`() throws {
    let end = try ends(of: bytes)[8]
    let memory = try memory(of: Array(bytes[..<end]))
    for place in stride(from: end + 3, to: bytes.count - 1, by: 331) {
      var damaged = bytes
      damaged[place] ^= 1
      try put(damaged)
      let whole = Result { try Log.verify(path).head }
      let continued = Result { try Log.verify(path, remembering: memory).state.head }
      switch (whole, continued) {
      case (.failure(let a as LedgerError), .failure(let b as LedgerError)): #expect(a == b)
      case (.success(let a), .success(let b)): #expect(a == b)
      default: Issue.record("byte \(place): \(whole), remembered \(continued)")
      }
    }
  }

  @Test func `an entry's id is still refused a second time after the state was read back`() throws {
    let end = try ends(of: bytes)[8]
    let memory = try memory(of: Array(bytes[..<end]))
    // The same statement once more, in order and signed by the log's key.
    let outline = try LogOutline(Array(bytes[..<end]))
    var tree = CompactTree()
    for hash in outline.leafHashes { tree.append(leafHash: hash) }
    let body = Entry(
      index: tree.size, received: SmallLog.time(100), outline.entries[5].signed
    ).bytes
    tree.append(leafHash: MerkleTree.leafHash(body))
    try put(
      Array(bytes[..<end]) + LogFrame.encode(.entry, body) + LongLog.checkpoint(of: tree))
    let refusal = LedgerError.refused(
      Refusal(.repeatedID, ["id": SmallLog.id(5)]), entry: tree.size - 1)
    #expect(throws: refusal) { _ = try Log.verify(path, remembering: memory) }
    // That was the whole log's verdict in the end; the state that was read back says the same alone.
    let replay = try #require(memory.replay)
    let scan = try LogScan(
      LogSource(path), origin: SmallLog.origin, from: end, entriesBefore: replay.tree.size)
    #expect(throws: refusal) { _ = try Verification(replay, scan, 1) { _, _ in } }
  }

  @Test func `histories that part are a fork, and a shorter log is told as such`() throws {
    let fork = try LongLog.bytes(entries: 60, sealed: 4, from: 1_000)
    let memory = try memory(of: bytes)
    try put(fork)
    #expect(try Log.verify(path, remembering: memory).standing == .forked)
    let longer = try LongLog.bytes(entries: 80, sealed: 4, from: 1_000)
    try put(longer)
    #expect(try Log.verify(path, remembering: memory).standing == .forked)
    try put(Array(bytes[..<(try ends(of: bytes)[8])]))
    #expect(try Log.verify(path, remembering: memory).standing == .shorter)
  }

  @Test func `another file of the same entries is verified whole and holds`() throws {
    let memory = try memory(of: bytes)
    // Fewer checkpoints: the entries stand elsewhere in the file.
    try put(try LongLog.bytes(entries: 60, sealed: 10))
    #expect(try Log.verify(path, remembering: memory).standing == .verifiedWhole)
  }

  @Test func `a prefix that was changed and signed anew does not pass as the one remembered`()
    throws
  {
    let end = try ends(of: bytes)[8]
    let memory = try memory(of: Array(bytes[..<end]))
    // The remembered bytes as they were, and after them the entries of another history.
    let fork = try LongLog.bytes(entries: 60, sealed: 4, from: 1_000)
    try put(Array(bytes[..<end]) + Array(fork[(try ends(of: fork)[8])...]))
    guard case .damaged? = failure({ try Log.verify(path, remembering: memory) }) else {
      Issue.record("accepted")
      return
    }
  }

  private func failure(_ body: () throws -> RememberedLog) -> LedgerError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? LedgerError
    }
  }

  @Test func `every changed byte of a memory is found, and it is for its owner's eyes`() throws {
    _ = try memory(of: Array(bytes[..<(try ends(of: bytes)[2])]))
    let file = try File.contents(of: memoryPath)
    let mode = try FileManager.default.attributesOfItem(atPath: memoryPath.string)
    #expect(mode[.posixPermissions] as? Int == 0o600)
    for place in stride(from: 0, to: file.count, by: 37) {
      var changed = file
      changed[place] ^= 1
      #expect(throws: LogMemory.Fault.self) {
        _ = try LogMemory(parsing: changed, as: Self.program)
      }
    }
    for count in stride(from: 0, to: file.count, by: 41) {
      #expect(throws: LogMemory.Fault.self) {
        _ = try LogMemory(parsing: Array(file[..<count]), as: Self.program)
      }
    }
  }

  @Test func `what another version wrote is verified anew, and still tells a fork`() throws {
    _ = try memory(of: bytes)
    let old = try #require(try LogMemory.read(memoryPath, as: "viche next")).get()
    #expect(try Log.verify(path, remembering: old).standing == .verifiedWhole)
    try put(try LongLog.bytes(entries: 60, sealed: 4, from: 1_000))
    #expect(try Log.verify(path, remembering: old).standing == .forked)
  }

  @Test func `a file that is no memory is not taken for one`() throws {
    for text in ["", "viche-log/1 x\n", "-----BEGIN PRIVATE KEY-----\n"] {
      #expect(throws: LogMemory.Fault.otherFile) {
        _ = try LogMemory(parsing: Array(text.utf8), as: Self.program)
      }
    }
    #expect(throws: LogMemory.Fault.otherFormat("viche-memory/2")) {
      _ = try LogMemory(parsing: Array("viche-memory/2\nx\n".utf8), as: Self.program)
    }
  }
}
