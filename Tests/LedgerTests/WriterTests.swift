// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Signing
import SystemPackage
import Testing

@testable import Ledger

/// One writer, which never signs a second history.
@Suite struct WriterTests {
  @Test func `a log that is older than the signed head is not written to`() throws {
    let small = try SmallLog(commits: 1)
    let old = try small.bytes
    var writer = try small.open()
    try SmallLog.commit([2], to: &writer)
    _ = consume writer
    try small.write(old)
    let head = try #require(try SignedHead.read(small.headPath))
    #expect(head.size == 3)
    #expect(throws: LedgerError.olderThanSignedHead(size: 2, head)) { _ = try small.open() }
    #expect(try small.read().counts.entries == 2)
  }

  @Test func `a log that parted from the signed head is not written to`() throws {
    let small = try SmallLog(commits: 2)
    let other = try SmallLog(commits: 0)
    var writer = try other.open()
    try SmallLog.commit([7], to: &writer)
    try SmallLog.commit([8], to: &writer)
    _ = consume writer
    let head = try #require(try SignedHead.read(small.headPath))
    try small.write(try other.bytes)
    #expect(throws: LedgerError.divergedFromSignedHead(head, root: try small.read().head.root)) {
      _ = try small.open()
    }
  }

  @Test func `a lost head file is adopted only when that is asked for`() throws {
    let small = try SmallLog(commits: 1)
    try FileManager.default.removeItem(atPath: small.headPath.string)
    #expect(throws: LedgerError.noSignedHead(small.headPath)) { _ = try small.open() }
    _ = try small.open(adoptHead: true)
    #expect(try SignedHead.read(small.headPath)?.size == 2)
  }

  @Test func `a founding overwrites neither a log nor the memory of one`() throws {
    let small = try SmallLog(commits: 0)
    let bytes = try small.bytes
    #expect(throws: LedgerError.logExists(small.path)) { _ = try small.found() }
    #expect(try small.bytes == bytes)
    try FileManager.default.removeItem(atPath: small.path.string)
    let head = try #require(try SignedHead.read(small.headPath))
    #expect(throws: LedgerError.signedHeadWithoutLog(head, small.headPath)) {
      _ = try small.found()
    }
  }

  @Test func `a second writer waits, and then says who holds the log`() throws {
    let small = try SmallLog(commits: 0)
    let writer = try small.open()
    let process = Int(ProcessInfo.processInfo.processIdentifier)
    let lockPath = FilePath(small.path.string + ".lock")
    #expect(throws: LedgerError.locked(process: process, lockPath)) { _ = try small.open() }
    _ = consume writer
    _ = try small.open()
  }

  @Test func `a folder in which nothing can be made is told with the system's word`() throws {
    let path: FilePath = "/proc/viche/ledger.viche"
    #expect(throws: LedgerError.self) {
      _ = try LogWriter.create(
        path, signedHead: "/proc/viche/head", founding: SmallLog.founding(),
        received: SmallLog.time(0), operatorKey: SmallLog.operatorKey())
    }
  }

  @Test func `statements are committed together or not at all`() throws {
    let small = try SmallLog(commits: 1)
    let bytes = try small.bytes
    var writer = try small.open()
    // The second repeats the first one's id.
    let repeated = Refusal(.repeatedID, ["id": SmallLog.id(2)])
    #expect(throws: LedgerError.refused(repeated, entry: 3)) {
      try SmallLog.commit([2, 2], to: &writer)
    }
    #expect(try small.bytes == bytes)
    let receipt = try SmallLog.commit([2, 3], to: &writer)
    #expect(receipt.entries == 2..<4)
    #expect(try small.read().counts.entries == 4)
  }

  @Test func `a statement with a wrong signature is not committed`() throws {
    let small = try SmallLog(commits: 0)
    var writer = try small.open()
    var bytes = try SmallLog.statement(1).bytes
    bytes[bytes.count - 8] ^= 1
    let draft = try SignedStatement(parsing: bytes)
    let wrong = LedgerError.badDraft(0, .wrongSignature(key: SmallLog.keyName(1)))
    #expect(throws: wrong) {
      try writer.commit(
        [draft], received: SmallLog.time(1), operatorKey: SmallLog.operatorKey())
    }
    #expect(throws: LedgerError.notTheLogKey(expected: writer.log.logKey.text)) {
      try writer.commit(
        [SmallLog.statement(1)], received: SmallLog.time(1), operatorKey: SmallLog.key(1))
    }
  }

  @Test func `a member's receipt shows that an entry was dropped`() throws {
    let small = try SmallLog(commits: 2)
    let receipt = try small.read().prove(1)
    var writer = try small.open()
    try SmallLog.commit([3], to: &writer)
    try writer.log.check(receipt)
    _ = consume writer

    // The operator writes history anew without entry 1, with the same key.
    let forged = try SmallLog(commits: 0)
    writer = try forged.open()
    try SmallLog.commit([2], to: &writer)
    #expect(throws: ReceiptError.olderThanReceipt(size: 2, receipt: 3)) {
      try writer.log.check(receipt)
    }
    try SmallLog.commit([3], to: &writer)
    #expect(throws: ReceiptError.droppedEntry(1)) { try writer.log.check(receipt) }
  }
}
