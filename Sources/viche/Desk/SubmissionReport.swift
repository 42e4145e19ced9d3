// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// What came of collecting cosignatures, in words and as an exit code.
struct SubmissionReport {
  let talk: TalkOptions
  let head: Submission
  let witnesses: [AskedWitness]
  let outcomes: [WitnessOutcome]
  let policy: WitnessPolicy
  /// Whether a policy's file says who is enough; else all are asked for.
  let isQuorumNamed: Bool
  let calendar: CivilCalendar?
  private var words: Words { talk.words }

  /// Tells of each witness, and throws unless enough of them have cosigned and none speaks against the log.
  ///
  /// `note` is the checkpoint as it stands now; `path` is the file to which something was added.
  func tell(_ note: SignedNote, _ brought: [BroughtCosignatures], written path: String?) throws {
    let isMet = try isQuorumMet(by: note)
    guard !talk.json else {
      Terminal.say(json(isMet: isMet, path).canonicalText)
      if let failure = failure(isMet: isMet) { throw ExitCode(failure.kind.rawValue) }
      return
    }
    for (witness, outcome) in zip(witnesses, outcomes) {
      Terminal.say("\(Plain.safe(witness.label)): \(sentence(for: outcome))")
    }
    for file in brought where !isOfAny(file) {
      Terminal.remark(words("submit.strangers", ["path": file.path]))
    }
    Terminal.say(
      words(
        path == nil ? "submit.nothing_new" : "submit.added",
        [
          "count": "\(outcomes.count(where: \.hasCosigned))", "total": "\(outcomes.count)",
          "size": "\(head.checkpoint.size)", "path": path ?? "",
        ]))
    if let failure = failure(isMet: isMet) { throw failure }
    Terminal.say(words(isQuorumNamed ? "submit.quorum_met" : "submit.all_met"))
  }

  private func isQuorumMet(by note: SignedNote) throws -> Bool {
    do { return try policy.evaluate(note, using: SignatureChecker()).isQuorumMet } catch {
      throw LedgerFailures(words).failure(.unchecked(error))
    }
  }

  private func isOfAny(_ file: BroughtCosignatures) -> Bool {
    file.lines.contains { line in witnesses.contains { line.isClaimed(by: $0.key) } }
  }

  /// Why this is not what was wanted, if it is not.
  private func failure(isMet: Bool) -> Failure? {
    let failures = outcomes.compactMap { outcome in
      if case .failed(let failure) = outcome { failure } else { nil }
    }
    let names = zip(witnesses, outcomes).filter { !$0.1.hasCosigned }.map(\.0.label)
    if failures.contains(where: \.isAlarm) {
      return Failure(.refused, words("submit.alarm"), hint: words("submit.hint.alarm"))
    }
    guard !isMet else { return nil }
    let isNetwork =
      !failures.isEmpty
      && failures.allSatisfy { if case .web = $0 { true } else { $0 == .tooLong } }
    return Failure(
      isNetwork ? .trouble : .refused,
      words(
        isQuorumNamed ? "submit.quorum_not_met" : "submit.not_all",
        ["names": words.list(names.map(Plain.safe)), "count": "\(names.count)"]),
      hint: words("submit.hint.again"))
  }

  private func sentence(for outcome: WitnessOutcome) -> String {
    switch outcome {
    case .already(let time): words("submit.already", ["time": moment(time)])
    case .cosigned(_, let time): words("submit.cosigned", ["time": moment(time)])
    case .notAsked: words("submit.not_asked")
    case .failed(let failure): sentence(for: failure)
    }
  }

  private func sentence(for failure: WitnessFailure) -> String {
    switch failure {
    case .badURL: words("submit.failed.bad_url")
    case .plainHTTP: words("submit.failed.plain_http")
    case .web(let trouble):
      words("submit.failed.web", ["why": TilesWords(words).sentence(for: trouble)])
    case .tooLong: words("submit.failed.too_long")
    case .unknownLog: words("submit.failed.unknown_log")
    case .badRequest: words("submit.failed.bad_request")
    case .garbage: words("submit.failed.garbage")
    case .notItsCosignature: words("submit.failed.not_its")
    case .fromTheFuture(let time): words("submit.failed.future", ["time": moment(time)])
    case .splitView(let size): words("submit.failed.split_view", ["size": "\(size)"])
    case .forgot(let size): words("submit.failed.forgot", ["size": "\(size)"])
    case .longer(let size):
      words("submit.failed.longer", ["size": "\(size)", "head": "\(head.checkpoint.size)"])
    case .inconsistent: words("submit.failed.inconsistent")
    }
  }

  private func moment(_ seconds: Int) -> String {
    // A witness may name any second of the next 292 billion years; a calendar has four digits for one.
    guard seconds < 253_402_300_800 else { return "\(seconds)" }
    return Moment(words.language, calendar).text(Instant(seconds: seconds))
  }

  private func json(isMet: Bool, _ path: String?) -> JSON {
    let rows = zip(witnesses, outcomes).map { witness, outcome -> JSON in
      var row: [String: JSON] = [
        "name": .string(witness.label), "key": .string(witness.key.text),
        "cosigned": .bool(outcome.hasCosigned),
      ]
      switch outcome {
      case .already(let time), .cosigned(_, let time):
        row["time"] = .integer(min(time, 1 << 53 - 1))
      case .notAsked, .failed: row["why"] = .string(sentence(for: outcome))
      }
      return .object(row)
    }
    return .object([
      "ok": .bool(failure(isMet: isMet) == nil), "size": .integer(head.checkpoint.size),
      "quorum": .bool(isMet), "witnesses": .array(rows), "written": .bool(path != nil),
    ])
  }
}
