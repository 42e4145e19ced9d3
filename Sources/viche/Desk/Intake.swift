// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// Judges the statements of an inbox in turn, each by the log and all that was taken before it.
///
/// Nothing here writes: accepted statements and the traces of refused ones gather in a batch, which
/// the caller commits (``takeBatch()``) and reports back (``settle(_:from:)``).
struct Intake {
  /// What became of a statement.
  enum Fate {
    /// It is in the log now.
    case committed
    /// It was in the log before.
    case known
    case refused(Wrong)
  }

  /// Why a statement was not taken in.
  struct Wrong {
    let sentence: String
    let hint: String?
    /// A refusal's code, or `bad_signature`.
    let code: String
    /// The entry that records the refusal.
    var trace: Int?
    /// Whether that entry was there before.
    var isOld = false
  }

  /// A statement on its way into the log, and whose fate depends on it.
  struct Draft {
    let signed: SignedStatement
    let letter: Inbox.Letter
    let isTrace: Bool
  }

  private let desk: Desk
  private let registrar: NamedKey?
  private let checker: SignatureChecker
  private var trial: Assembly
  private var batch: [Draft] = []
  private var received: Instant
  private var next: Int
  /// Entries that record refusals, by the digest of what was refused.
  private var traces: [[UInt8]: Int]
  /// Entries of statements by their ids: those of this run, and the log's once one is asked for.
  private var entries: [String: Int] = [:]
  private var hasReadLog = false
  /// By the letter's name.
  private(set) var fates: [String: Fate] = [:]
  /// Whether the batch must be committed before anything else is judged.
  private(set) var isFull = false
  private(set) var remarks: [String] = []

  private static let batchMax = 256

  init(_ desk: Desk, registrar: NamedKey?) throws {
    self.desk = desk
    self.registrar = registrar
    self.checker = SignatureChecker()
    self.trial = desk.assembly
    self.received = try desk.now()
    self.next = desk.log.entries.count
    self.traces = Dictionary(
      desk.assembly.refused.map { ($0.digest, $0.entry) }, uniquingKeysWith: { first, _ in first })
  }

  /// Judges one letter; `log` is the log as far as it is committed.
  mutating func take(_ letter: Inbox.Letter, _ log: VerifiedLog) throws {
    guard let act = try? desk.act(letter.signed, index: next, received: received) else {
      return fates[letter.name] = .refused(unreadable(letter))
    }
    let refusal = refusal(of: act)
    if refusal?.code == .repeatedID, isKnown(letter, log) {
      fates[letter.name] = .known
    } else if let refusal, Self.isStrange(refusal.code) {
      fates[letter.name] = .refused(wrong(refusal))
    } else if !isValidlySigned(letter, log) {
      fates[letter.name] = .refused(badSignature(letter))
    } else if let refusal {
      try refuse(letter, refusal)
    } else {
      fates[letter.name] = .committed
      entries[letter.statement.id] = next
      add(Draft(signed: letter.signed, letter: letter, isTrace: false), act)
      // Keys that it brings are known to the log only when it is committed.
      if !letter.statement.introducedKeys.isEmpty { isFull = true }
    }
  }

  /// What is in the log already, was meant for another or comes from a stranger leaves no trace:
  /// else anybody could make the log grow.
  private static func isStrange(_ code: Refusal.Code) -> Bool {
    [.repeatedID, .otherLedger, .unknownKey].contains(code)
  }

  private func refusal(of act: Act) -> Refusal? {
    do { try trial.admit(act) } catch { return error }
    return nil
  }

  private func isValidlySigned(_ letter: Inbox.Letter, _ log: VerifiedLog) -> Bool {
    guard log.isValidlySigned(letter.signed, using: checker) else { return false }
    guard let refused = letter.statement.body as? ActRefused else { return true }
    guard let inner = try? SignedStatement(refused: refused) else { return false }
    return log.isValidlySigned(inner, using: checker)
  }

  /// Whether this very statement is in the log or the batch, and not another with its id.
  private mutating func isKnown(_ letter: Inbox.Letter, _ log: VerifiedLog) -> Bool {
    if entries[letter.statement.id] == nil, !hasReadLog {
      hasReadLog = true
      for entry in desk.log.entries {
        entries[desk.log.entries.statement(entry.index).id] = entry.index
      }
    }
    guard let entry = entries[letter.statement.id] else { return false }
    let waiting = entry - log.entries.count
    let known = waiting < 0 ? log.entries.entry(entry).signed : batch[waiting].signed
    return known.text == letter.signed.text
  }

  /// The entry of a statement that was taken in, now or before.
  func entry(of letter: Inbox.Letter) -> Int? { entries[letter.statement.id] }

  private func wrong(_ refusal: Refusal) -> Wrong {
    Wrong(
      sentence: desk.words.sentence(for: refusal, in: trial),
      hint: desk.words.hint(for: refusal), code: refusal.code.rawValue)
  }

  private func badSignature(_ letter: Inbox.Letter) -> Wrong {
    let names = letter.signed.signatures.map(\.name).joined(separator: ", ")
    return Wrong(
      sentence: desk.words("inbox.bad_signature", ["names": names]),
      hint: desk.words("inbox.bad_signature.hint"), code: "bad_signature")
  }

  private func unreadable(_ letter: Inbox.Letter) -> Wrong {
    Wrong(
      sentence: desk.words("inbox.unreadable"), hint: nil, code: "malformed")
  }

  /// Notes a refusal, and records it in the log, where that is asked for and was not done before.
  private mutating func refuse(_ letter: Inbox.Letter, _ refusal: Refusal) throws {
    var wrong = wrong(refusal)
    if let entry = traces[letter.signed.digest] {
      (wrong.trace, wrong.isOld) = (entry, true)
    } else if let registrar, letter.statement.kind.leavesTrace {
      wrong.trace = try trace(letter, refusal, registrar)
    }
    fates[letter.name] = .refused(wrong)
  }

  /// The entry that will record a refusal; `nil`, with a remark, where it cannot be recorded.
  private mutating func trace(
    _ letter: Inbox.Letter, _ refusal: Refusal, _ registrar: NamedKey
  ) throws -> Int? {
    do {
      let trace = try desk.traceStatement(letter.signed, refusal)
      let signed = try desk.sign(trace, with: [registrar])
      let act = try desk.act(signed, index: next, received: received)
      if let refusal = self.refusal(of: act) { throw desk.refused(refusal) }
      traces[letter.signed.digest] = next
      defer { add(Draft(signed: signed, letter: letter, isTrace: true), act) }
      return next
    } catch let failure as Failure {
      remarks.append(
        desk.words("inbox.no_trace", ["path": letter.name, "why": failure.message]))
      return nil
    }
  }

  private mutating func add(_ draft: Draft, _ act: Act) {
    trial.apply(act)
    batch.append(draft)
    next += 1
    if batch.count >= Self.batchMax { isFull = true }
  }
}

// Committing.
extension Intake {
  /// What waits to be committed, received at this time; the batch is empty afterwards.
  mutating func takeBatch() throws -> (drafts: [Draft], received: Instant) {
    let taken = (batch, received)
    batch = []
    isFull = false
    received = max(received, try desk.now())
    return taken
  }

  /// Takes note of where the log put the statements, where that is not as it was foreseen.
  mutating func settle(_ draft: Draft, at entry: Int) {
    guard draft.isTrace else { return entries[draft.letter.statement.id] = entry }
    guard case .refused(var wrong) = fates[draft.letter.name] else { return }
    wrong.trace = entry
    fates[draft.letter.name] = .refused(wrong)
  }

  /// Takes note that the log itself would not have a statement.
  mutating func reject(_ draft: Draft, _ failure: Failure) {
    guard !draft.isTrace else {
      return remarks.append(
        desk.words("inbox.no_trace", ["path": draft.letter.name, "why": failure.message]))
    }
    entries[draft.letter.statement.id] = nil
    fates[draft.letter.name] = .refused(
      Wrong(sentence: failure.message, hint: failure.hint, code: "malformed"))
  }

  /// Judges from here by the log as it is, after something that was foreseen did not come.
  mutating func restart(from log: VerifiedLog) {
    trial = log.assembly
    next = log.entries.count
  }
}
