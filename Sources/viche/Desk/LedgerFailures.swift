// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import SystemPackage

/// The errors of a ledger as failures of the command: in words, with an exit code by kind.
struct LedgerFailures {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// An error of a log in tiles; what a file can have as well is told as of a file.
  func failure(_ error: TilesError) -> Failure {
    if case .log(let error) = error { return failure(error) }
    return TilesWords(words).failure(error)
  }

  /// A ledger's error, with the exit code of its kind.
  func failure(_ error: LedgerError) -> Failure {
    if case .trouble(let trouble) = error, trouble.errno == .noSuchFileOrDirectory {
      if trouble.operation != .open || trouble.path.string.hasSuffix(".lock") {
        let folder = trouble.path.removingLastComponent().string
        return Failure(.noInput, words("file.no_folder", ["path": folder]))
      }
      return Failure(
        .noInput, words("file.missing", ["path": "\(trouble.path)"]), hint: words("log.hint"))
    }
    return failure(telling: error)
  }

  private func failure(telling error: LedgerError) -> Failure {
    Failure(
      kind(of: error), words.sentence(for: error), hint: words.hint(for: error),
      details: details(of: error))
  }

  /// For programs: what kind of fault, and at which entry.
  private func details(of error: LedgerError) -> [String: JSON] {
    switch error {
    case .damaged(let fault):
      ["kind": "tampered", "entry": .integer(fault.entry), "offset": .integer(fault.offset)]
        .merging(fault.finding.details) { $1 }
    case .cut(let bytes): ["kind": "cut", "found": .string("\(bytes)")]
    case .foreign(let expected, let found):
      ["kind": "foreign", "expected": .string(expected), "found": .string(found)]
    case .refused(let refusal, let entry):
      ["kind": "refused", "entry": .integer(entry)].merging(refusal.details) { $1 }
    case .noDraft, .badDraft, .notTheLogKey, .locked, .olderThanSignedHead,
      .divergedFromSignedHead, .noSignedHead, .malformedSignedHead, .signedHeadWithoutLog,
      .logExists, .grownMeanwhile, .uncommittedTail, .malformedMemory, .trouble, .unchecked:
      [:]
    }
  }

  private func kind(of error: LedgerError) -> Failure.Kind {
    switch error {
    case .refused, .foreign, .olderThanSignedHead, .divergedFromSignedHead, .noSignedHead,
      .signedHeadWithoutLog, .notTheLogKey, .logExists, .noDraft, .locked, .grownMeanwhile,
      .uncommittedTail:
      .refused
    case .damaged(let fault):
      fault.finding.isAnotherKindOfFile ? .malformed : .refused
    case .cut: .refused
    case .badDraft, .malformedSignedHead, .malformedMemory: .malformed
    case .trouble(let trouble): trouble.errno == .noSuchFileOrDirectory ? .noInput : .trouble
    case .unchecked: .trouble
    }
  }
}

extension Refusal {
  /// The rule, the clause and the facts for programs; what was expected and found as told in words.
  fileprivate var details: [String: JSON] {
    var details: [String: JSON] = [
      "reason": .string(code.rawValue), "facts": .object(facts.mapValues(JSON.string)),
    ]
    details["clause"] = clause.map(JSON.string)
    details["expected"] = facts["expected"].map(JSON.string)
    details["found"] = facts["found"].map(JSON.string)
    return details
  }
}

extension LogFault.Finding {
  /// What was expected and found, for programs, where both are known.
  var details: [String: JSON] {
    guard let (expected, found) = expectedAndFound else { return [:] }
    return ["expected": .string(expected), "found": .string(found)]
  }

  private var expectedAndFound: (String, String)? {
    switch self {
    case .indexGap(let expected, let found), .checkpointSize(let expected, let found):
      ("\(expected)", "\(found)")
    case .receivedRunsBack(let previous, let found): (previous.text, found.text)
    case .logKeyName(let expected, let found), .checkpointOrigin(let expected, let found):
      (expected, found)
    case .checkpointRoot(let expected, let found): (Hex.encode(expected), Hex.encode(found))
    case _: nil
    }
  }

  /// Whether the file is no log of this version at all, rather than a damaged one.
  var isAnotherKindOfFile: Bool {
    if case .otherVersion = self { return true }
    return [.empty, .notALog, .badOrigin].contains(self)
  }
}
