// SPDX-License-Identifier: Apache-2.0
import Ledger
import Signing
import SystemPackage
import TestSupport
import Testing
import TransparencyLog

/// Checkpoints that add witnesses' cosignatures to a log.
struct CosignedLogTests {
  /// A witness's line over the log's last checkpoint.
  private func line(_ seed: UInt8, _ log: VerifiedLog, at time: Int = 2_000) throws -> NoteSignature
  {
    let key = try SigningKey(seed: [UInt8](repeating: seed, count: 32))
    let verifier = try VerifierKey(
      name: "w\(seed).example.org", publicKey: key.publicKey, kind: .cosignature)
    let text = try SignedNote(parsing: log.head.note).text
    return try Cosignature(of: text, at: time, with: key).line(of: verifier)
  }

  @Test func `cosignatures are added without the log's key, sorted, one a witness`() throws {
    let small = try SmallLog(commits: 2)
    let log = try small.read()
    let lines = [try line(9, log), try line(3, log)]
    let bytes = try #require(try Log.add([lines[0]], to: log.head, at: small.path))
    #expect(try small.read().head.note == bytes)
    let again = try #require(try Log.add(lines, to: small.read().head, at: small.path))
    let note = try SignedNote(parsing: again)
    #expect(
      note.signatures == [try SignedNote(parsing: log.head.note).signatures[0]] + lines.reversed())
    let newer = try line(3, log, at: 3_000)
    let last = try #require(try Log.add([newer], to: small.read().head, at: small.path))
    #expect(try SignedNote(parsing: last).signatures[1] == newer)
    #expect(try Log.add([newer], to: small.read().head, at: small.path) == nil)
    let read = try small.read()
    #expect(read.head.size == log.head.size && read.head.root == log.head.root)
    #expect(read.counts.checkpoints == log.counts.checkpoints + 3)
    // The writer goes on after them.
    var writer = try small.open()
    try SmallLog.commit([3], to: &writer)
    #expect(try small.read().head.size == log.head.size + 1)
  }

  @Test func `nothing is added to a log that has grown, or that has a tail`() throws {
    let small = try SmallLog(commits: 1)
    let log = try small.read()
    let cosigned = try line(3, log)
    let bytes = try small.bytes
    try small.write(bytes + Array("entry 5\n".utf8))
    #expect(throws: LedgerError.uncommittedTail(bytes: 8)) {
      try Log.add([cosigned], to: log.head, at: small.path)
    }
    try small.write(bytes)
    var writer = try small.open()
    try SmallLog.commit([2], to: &writer)
    _ = consume writer
    #expect(throws: LedgerError.grownMeanwhile) {
      try Log.add([cosigned], to: log.head, at: small.path)
    }
  }

  @Test func `a torn cosigned checkpoint is a tail, wherever it is torn`() throws {
    let small = try SmallLog(commits: 2)
    let log = try small.read()
    let whole = try small.bytes
    _ = try Log.add([line(3, log), line(9, log)], to: log.head, at: small.path)
    let cosigned = try small.bytes
    for length in (whole.count + 1)..<cosigned.count {
      try small.write(Array(cosigned[..<length]))
      let read = try small.read()
      #expect(read.head == log.head && read.tail?.count == length - whole.count, "\(length)")
    }
    // What a commit left after it is not taken for a part of it.
    try small.write(cosigned)
    var writer = try small.open()
    try SmallLog.commit([3], to: &writer)
    _ = consume writer
    var damaged = try small.bytes
    let digit = whole.count + "checkpoint ".utf8.count
    damaged[digit] = UInt8(ascii: "9")
    try small.write(damaged)
    #expect(throws: LedgerError.self) { try small.read() }
  }
}
