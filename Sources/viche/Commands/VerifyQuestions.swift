// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// What is asked of a log beside that it holds; the files are read before the log, which takes longer.
struct VerifyQuestions {
  let logKey: VerifierKey?
  let receipts: [KeptFile]
  let since: KeptFile?
  let policy: WitnessPolicy?
  let memory: VerifyMemory?
  let words: Words

  init(_ command: VerifyCommand, _ words: Words) throws {
    self.words = words
    logKey = try command.logKey.map { try Keyring.logKey($0, words) }
    receipts = try command.receipt.map { try KeptFile(receipt: $0, words) }
    since = try command.since.map { try KeptFile(head: $0, words) }
    memory = try command.remember.map { try VerifyMemory($0, words) }
    let policies = PolicyFile(words)
    policy =
      try command.policy.map { try policies.read($0) }
      ?? (command.witness.isEmpty ? nil : try policies.all(command.witness))
  }

  /// Verifies a log, and answers what is asked of it.
  func report(on options: LogOptions, _ web: WebOptions) throws -> VerifyReport {
    let log: VerifiedState
    let past: LogPast
    let standing: RememberedLog.Standing?
    do {
      (log, standing, past) = try verified(Reading(options, web))
    } catch let failure as Failure {
      let kept = receipts + (since.map { [$0] } ?? [])
      throw KeptAgainstRemains(words).told(failure, kept, options.path, expecting: logKey)
    }
    try memory?.check(log, standing)
    for file in receipts { try file.check(past, words) }
    let isInTiles = try TilesPlace(options.path, web, words) != nil
    let report = VerifyReport(
      log: log, words: words, isInTiles: isInTiles, isKeyExpected: logKey != nil,
      receiptCount: receipts.count,
      since: try since.map { try SinceFinding($0, in: past, at: options.path, words) },
      witnessed: try policy.map { try WitnessFinding($0, of: log, words) }, memory: memory,
      standing: standing)
    if report.failure == nil { try memory?.write(log) }
    return report
  }

  /// The log, and its past as far as receipts and heads ask.
  ///
  /// Where the past does not lead to what was remembered, the file was changed in the part that was
  /// not read: all of it is.
  private func verified(
    _ reading: Reading
  ) throws -> (VerifiedState, RememberedLog.Standing?, LogPast) {
    func past(_ log: VerifiedState) throws -> LogPast {
      try reading.translating { try log.past(of: receipts.map(\.kept), since: since?.kept) }
    }
    let (log, standing) = try reading.verified(expecting: logKey, remembering: memory?.memory)
    do {
      return (log, standing, try past(log))
    } catch  where standing == .continued {
      let whole = try reading.verified(
        expecting: logKey, remembering: memory?.memory?.headOnly)
      return (whole.log, whole.standing, try past(whole.log))
    }
  }
}

/// A head or a receipt that somebody kept in a file.
struct KeptFile {
  let path: String
  let kept: KeptHead

  /// Reads a receipt, which alone proves that an entry is there.
  init(receipt path: String, _ words: Words) throws {
    let bytes = try Files(words: words).read(path, atMost: KeptHead.bytesMax)
    guard let kept = try? KeptHead(parsing: bytes), kept.receipt != nil else {
      throw Failure(.malformed, words("receipt.malformed", ["path": Plain.safe(path)]))
    }
    self.path = path
    self.kept = kept
  }

  /// Reads a head: a checkpoint's signed note, or the receipt that has one in it.
  init(head path: String, _ words: Words) throws {
    let bytes = try Files(words: words).read(path, atMost: KeptHead.bytesMax)
    guard let kept = try? KeptHead(parsing: bytes) else {
      throw Failure(
        .malformed, words("since.malformed", ["path": path]), hint: words("since.malformed.hint"))
    }
    self.path = path
    self.kept = kept
  }

  /// Throws, in words, where a log does not hold the receipt's entry and all that was before it.
  func check(_ log: LogPast, _ words: Words) throws {
    do {
      try log.check(kept)
    } catch {
      throw Failure(
        .refused, "\(Plain.safe(path)): " + ReceiptWords(words).sentence(for: error),
        hint: words("receipt.hint"), details: ["kind": "receipt", "receipt": .string(path)])
    }
  }
}
