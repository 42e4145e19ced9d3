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
  let words: Words

  init(_ command: VerifyCommand, _ words: Words) throws {
    self.words = words
    logKey = try command.logKey.map { try Keyring.logKey($0, words) }
    receipts = try command.receipt.map { try KeptFile(receipt: $0, words) }
    since = try command.since.map { try KeptFile(head: $0, words) }
    let policies = PolicyFile(words)
    policy =
      try command.policy.map { try policies.read($0) }
      ?? (command.witness.isEmpty ? nil : try policies.all(command.witness))
  }

  /// Verifies a log, and answers what is asked of it.
  func report(on options: LogOptions, _ web: WebOptions) throws -> VerifyReport {
    let log: VerifiedLog
    do {
      log = try Reading(options, web).verifiedLog(expecting: logKey)
    } catch let failure as Failure {
      let kept = receipts + (since.map { [$0] } ?? [])
      throw KeptAgainstRemains(words).told(failure, kept, options.path, expecting: logKey)
    }
    for file in receipts { try file.check(log, words) }
    let isInTiles = try TilesPlace(options.path, web, words) != nil
    return VerifyReport(
      log: log, words: words, isInTiles: isInTiles, isKeyExpected: logKey != nil,
      receiptCount: receipts.count,
      since: try since.map { try SinceFinding($0, in: log, at: options.path, words) },
      witnessed: try policy.map { try WitnessFinding($0, of: log, words) })
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
  func check(_ log: VerifiedLog, _ words: Words) throws {
    do {
      try log.check(kept)
    } catch {
      throw Failure(
        .refused, "\(Plain.safe(path)): " + ReceiptWords(words).sentence(for: error),
        hint: words("receipt.hint"), details: ["kind": "receipt", "receipt": .string(path)])
    }
  }
}
