// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import SystemPackage
import Testing

@testable import Ledger

/// What a crash leaves, at every byte of a commit, with the head recorded or not.
@Suite struct RecoveryTests {
  /// A log before and after its last commit, and where that commit's checkpoint begins.
  struct Crash {
    let small: SmallLog
    let before: [UInt8]
    let after: [UInt8]
    let oldHead: [UInt8]
    let newHead: [UInt8]
    let checkpoint: Int

    init() throws {
      small = try SmallLog(commits: 1)
      (before, oldHead) = (try small.bytes, try Self.head(of: small))
      var writer = try small.open()
      try SmallLog.commit([2, 3], to: &writer)
      (after, newHead) = (try small.bytes, try Self.head(of: small))
      checkpoint = try #require(try LogScan(after).frames.last).offset
    }

    static func head(of small: SmallLog) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(filePath: small.headPath.string)))
    }

    /// Puts the crash's files in place, without what earlier recoveries left.
    func restore(_ count: Int, head: [UInt8]) throws {
      for name in try FileManager.default.contentsOfDirectory(atPath: small.folder.string)
      where name.contains(".uncommitted-") {
        try FileManager.default.removeItem(atPath: small.folder.appending(name).string)
      }
      try small.write(Array(after[..<count]))
      try Data(head).write(to: URL(filePath: small.headPath.string))
    }
  }

  @Test func `before the head is recorded, the next writer sets the commit's bytes aside`() throws {
    let crash = try Crash()
    let frames = try LogScan(crash.after).frames.suffix(3)
    for count in (crash.before.count + 1)...crash.checkpoint {
      try crash.restore(count, head: crash.oldHead)
      var writer = try crash.small.open()
      let tail = count - crash.before.count
      let whole = frames.count { $0.kind == .entry && $0.end <= count }
      guard case .setAside(let path, tail, let statements) = writer.recovery else {
        Issue.record("cut to \(count): \(writer.recovery)")
        continue
      }
      #expect(try File.contents(of: path) == Array(crash.after[crash.before.count..<count]))
      #expect(statements == Array(try [SmallLog.statement(2), SmallLog.statement(3)][..<whole]))
      #expect(try crash.small.bytes == crash.before)
      if count % 50 == 0 {
        try SmallLog.commit([4], to: &writer)
        #expect(try crash.small.read().counts.entries == 3)
      }
    }
  }

  @Test func `after the head is recorded, the next writer finishes the same commit`() throws {
    let crash = try Crash()
    for count in crash.checkpoint..<crash.after.count {
      try crash.restore(count, head: crash.newHead)
      let writer = try crash.small.open()
      #expect(writer.recovery == .finished(entries: 2..<4))
      #expect(try crash.small.bytes == crash.after)
    }
  }

  @Test func `a head without its entries is an older log, in whose place nothing is signed`() throws
  {
    let crash = try Crash()
    let head = try #require(SignedHead(parsing: crash.newHead))
    for count in stride(from: crash.before.count, to: crash.checkpoint, by: 7) {
      try crash.restore(count, head: crash.newHead)
      #expect(throws: LedgerError.olderThanSignedHead(size: 2, head)) {
        _ = try crash.small.open()
      }
      #expect(try crash.small.bytes.count == count)
    }
  }

  @Test func `a founding that broke off is begun anew, or finished if its head is recorded`() throws
  {
    let small = try SmallLog(commits: 0)
    let bytes = try small.bytes
    let checkpoint = try #require(try LogScan(bytes).frames.last).offset
    for count in [checkpoint, checkpoint + 20, bytes.count - 1] {
      try small.write(Array(bytes[..<count]))
      #expect(throws: LedgerError.cut(bytes: count)) { _ = try small.read() }
      let writer = try small.open()
      #expect(writer.recovery == .finished(entries: 0..<1))
      #expect(try small.bytes == bytes)
    }
    try FileManager.default.removeItem(atPath: small.headPath.string)
    try small.write(Array(bytes[..<checkpoint]))
    _ = try small.found()
    #expect(try small.bytes == bytes)
  }

  @Test func `a writer that met trouble writes no more`() throws {
    let small = try SmallLog(commits: 1)
    var writer = try small.open()
    // The head cannot be recorded: a folder has its name.
    try FileManager.default.removeItem(atPath: small.headPath.string)
    try FileManager.default.createDirectory(
      atPath: small.headPath.string, withIntermediateDirectories: false)
    #expect(throws: LedgerError.self) { try SmallLog.commit([2], to: &writer) }
    #expect(throws: LedgerError.self) { try SmallLog.commit([3], to: &writer) }
    let log = try small.read()
    #expect(log.counts.entries == 2)
    #expect(log.tail?.statements == [try SmallLog.statement(2)])
  }
}
