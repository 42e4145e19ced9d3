// SPDX-License-Identifier: Apache-2.0
import Ledger
import Signing
import Testing
import TransparencyLog

/// What somebody kept of a log, compared with a log that holds and with one that does not.
struct KeptHeadTests {
  /// A log of the founding and four statements, with the heads and receipts that it had on the way.
  static func kept() throws -> (small: SmallLog, heads: [[UInt8]]) {
    let small = try SmallLog(commits: 0)
    var writer = try small.open()
    var heads = [writer.log.head.note]
    for number in 1...4 {
      try SmallLog.commit([number], to: &writer)
      heads.append(writer.log.head.note)
    }
    return (small, heads)
  }

  @Test func aLogBeginsWithEveryHeadThatItHad() throws {
    let (small, heads) = try Self.kept()
    let log = try small.read()
    let state = VerifiedState(log)
    let checkpoints = try state.checkpointPlaces().map(state.checkpoint(at:))
    #expect(checkpoints.map(\.size) == [1, 2, 3, 4, 5])
    for (index, note) in heads.enumerated() {
      let kept = try KeptHead(parsing: note)
      #expect(kept.receipt == nil && kept.checkpoint.size == index + 1)
      #expect(checkpoints[index].note == note)
      try log.check(kept)
    }
    let receipt = try KeptHead(parsing: log.prove(2).bytes)
    #expect(receipt.receipt?.index == 2 && receipt.checkpoint.size == 5)
    try log.check(receipt)
  }

  @Test func aCutLogAForkedLogAndAnotherLogAreThreeAnswers() throws {
    let (small, heads) = try Self.kept()
    let newest = try KeptHead(parsing: heads[4])
    let shorter = try SmallLog(commits: 2).read()
    #expect(throws: ReceiptError.olderThanReceipt(size: 3, receipt: 5)) {
      try shorter.check(newest)
    }
    // The same key signs other statements from the third commit on.
    let other = try SmallLog(commits: 2)
    var writer = try other.open()
    for number in 5...6 { try SmallLog.commit([number], to: &writer) }
    #expect(throws: ReceiptError.forked(atSize: 5)) { try writer.log.check(newest) }
    try writer.log.check(try KeptHead(parsing: heads[2]))
    let elsewhere = Checkpoint(
      origin: "example.org/other", size: 5, root: newest.checkpoint.root)
    let key = try SigningKey.generate()
    let foreign = SignedNote(
      text: elsewhere.text,
      signatures: [try NoteSignature(signing: elsewhere.text, as: "example.org/other", with: key)])
    #expect(
      throws: ReceiptError.foreign(expected: SmallLog.origin, found: "example.org/other")
    ) { try small.read().check(try KeptHead(parsing: foreign.bytes)) }
  }

  /// The right name and tree, but signed by a key that is not the log's.
  @Test func aHeadOfAnotherKeyIsNotSigned() throws {
    let (small, heads) = try Self.kept()
    let text = try SignedNote(parsing: heads[4]).text
    let key = try SigningKey.generate()
    let note = SignedNote(
      text: text, signatures: [try NoteSignature(signing: text, as: SmallLog.origin, with: key)])
    let log = try small.read()
    #expect(throws: ReceiptError.notSigned) { try log.check(try KeptHead(parsing: note.bytes)) }
  }

  /// A byte of the fourth entry is another: what was kept before it agrees, what came after does not.
  @Test func whatIsLeftOfADamagedLogAgreesWithWhatCameBefore() throws {
    let (small, heads) = try Self.kept()
    let receipts = try (0..<5).map { try KeptHead(of: try small.read().prove($0)) }
    var bytes = try small.bytes
    let body = try small.read().entries[3].body
    bytes[body.lowerBound + 40] ^= 1
    #expect(throws: LedgerError.self) { try VerifiedLog.verify(bytes) }
    let remains = try #require(LogRemains(bytes))
    for note in heads[..<3] { try remains.check(try KeptHead(parsing: note)) }
    for note in heads[3...] {
      let kept = try KeptHead(parsing: note)
      #expect(throws: ReceiptError.forked(atSize: kept.checkpoint.size)) {
        try remains.check(kept)
      }
    }
    #expect(throws: ReceiptError.droppedEntry(3)) { try remains.check(receipts[3]) }
    #expect(throws: ReceiptError.forked(atSize: 5)) { try remains.check(receipts[1]) }
  }

  /// Anybody can write another index into a receipt.
  ///
  /// A proof that fails under a root that is the log's own accuses nobody. Without its entry, under another
  /// root, the two heads still prove a fork.
  @Test(arguments: [true, false])
  func aReceiptThatWasAlteredAccusesNobody(withEntry: Bool) throws {
    let (small, _) = try Self.kept()
    let log = try small.read()
    let lines = String(decoding: log.prove(3).bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let altered = lines.filter { withEntry || !$0.hasPrefix("extra ") }
      .map { $0 == "index 3" ? "index 2" : $0 }.joined(separator: "\n")
    let kept = try KeptHead(parsing: Array(altered.utf8))
    #expect(throws: ReceiptError.provesNothing) { try log.check(kept) }
    var bytes = try small.bytes
    bytes[log.entries[1].body.lowerBound + 40] ^= 1
    let remains = try #require(LogRemains(bytes))
    let found = withEntry ? ReceiptError.provesNothing : .forked(atSize: 5)
    #expect(throws: found) { try remains.check(kept) }
  }

  @Test func ofAFileThatIsNoLogNothingIsLeft() throws {
    #expect(LogRemains(Array("something else\n".utf8)) == nil)
    #expect(LogRemains(Array("viche-log/1 example.org/ledger\n".utf8)) == nil)
  }

  @Test func aHeadIsANoteOrAReceiptAndNothingElse() {
    #expect(throws: MalformedNote.noSignature) { try KeptHead(parsing: Array("a\n".utf8)) }
    #expect(throws: MalformedNote.badIndex) {
      try KeptHead(parsing: Array("c2sp.org/tlog-proof@v1\n".utf8))
    }
  }
}
