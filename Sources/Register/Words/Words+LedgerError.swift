// SPDX-License-Identifier: Apache-2.0

public import Governance
public import Ledger

extension Words {
  /// Why a log is not believed or was not written to, in one sentence.
  ///
  /// The first word tells a tampered file from one that is cut short and from a foreign one.
  public func sentence(for error: LedgerError, _ calendar: CivilCalendar? = nil) -> String {
    switch error {
    case .damaged(let fault): return sentence(for: fault)
    case .cut(let bytes): return self("fault.cut", ["bytes": "\(bytes)"])
    case .foreign(let expected, let found):
      return self("fault.foreign", ["expected": expected, "found": found])
    case .refused(let refusal, let entry):
      let why = sentence(for: refusal, calendar)
      return self("fault.refused", ["entry": "\(entry)", "refusal": why])
    case .noDraft: return self("fault.no_draft")
    case .badDraft(let number, let finding):
      return self("fault.bad_draft", ["number": "\(number)", "finding": sentence(for: finding)])
    case .notTheLogKey(let expected):
      return self("fault.not_the_log_key", ["expected": expected])
    case .locked, .olderThanSignedHead, .divergedFromSignedHead, .noSignedHead,
      .malformedSignedHead, .signedHeadWithoutLog, .logExists:
      return writerSentence(error)
    case .grownMeanwhile: return self("fault.grown_meanwhile")
    case .uncommittedTail(let bytes):
      return self("fault.uncommitted_tail", ["bytes": "\(bytes)"])
    case .malformedMemory(let path):
      return self("fault.malformed_memory", ["path": "\(path)"])
    case .trouble(let trouble):
      return self(
        "fault.trouble",
        [
          "operation": term("operation", trouble.operation.rawValue), "path": "\(trouble.path)",
          "errno": "\(trouble.errno)",
        ])
    case .unchecked(let error): return self("fault.unchecked", ["error": "\(error)"])
    }
  }

  /// What keeps a writer from signing two histories.
  private func writerSentence(_ error: LedgerError) -> String {
    switch error {
    case .locked(let process?, let path):
      return self("fault.locked.process", ["process": "\(process)", "path": "\(path)"])
    case .locked(nil, let path): return self("fault.locked", ["path": "\(path)"])
    case .olderThanSignedHead(let size, let head):
      return self("fault.older_than_signed", ["size": "\(size)", "signed": "\(head.size)"])
    case .divergedFromSignedHead(let head, let root):
      return self(
        "fault.diverged",
        ["size": "\(head.size)", "expected": hex(head.root), "found": hex(root)])
    case .noSignedHead(let path): return self("fault.no_signed_head", ["path": "\(path)"])
    case .malformedSignedHead(let path):
      return self("fault.malformed_signed_head", ["path": "\(path)"])
    case .signedHeadWithoutLog(let head, let path):
      return self(
        "fault.signed_head_without_log", ["signed": "\(head.size)", "path": "\(path)"])
    case .logExists(let path): return self("fault.log_exists", ["path": "\(path)"])
    case .damaged, .cut, .foreign, .refused, .noDraft, .badDraft, .notTheLogKey, .grownMeanwhile,
      .uncommittedTail, .malformedMemory, .trouble, .unchecked:
      preconditionFailure("no writer's error")
    }
  }

  /// What can be done about it, if anything is known to help.
  public func hint(for error: LedgerError) -> String? {
    switch error {
    case .damaged: return self("fault.hint.damaged")
    case .cut: return self("fault.hint.cut")
    case .foreign, .notTheLogKey: return self("fault.hint.foreign")
    case .refused: return self("fault.hint.refused")
    case .noSignedHead: return self("fault.hint.no_signed_head")
    case .locked: return self("fault.hint.locked")
    case .olderThanSignedHead, .signedHeadWithoutLog: return self("fault.hint.older_than_signed")
    case .divergedFromSignedHead: return self("fault.hint.diverged")
    case .trouble: return self("fault.hint.trouble")
    case .grownMeanwhile: return self("fault.hint.grown_meanwhile")
    case .uncommittedTail: return self("fault.hint.uncommitted_tail")
    case .malformedMemory: return self("fault.hint.malformed_memory")
    case .noDraft, .badDraft, .malformedSignedHead, .logExists, .unchecked:
      return nil
    }
  }

  /// What is wrong with a log's bytes, with the entry and the place.
  public func sentence(for fault: LogFault) -> String {
    let finding = sentence(for: fault.finding)
    if fault.finding.isOfTheFirstLine { return self("fault.not_a_log", ["finding": finding]) }
    return self(
      "fault.damaged",
      ["entry": "\(fault.entry)", "offset": "\(fault.offset)", "finding": finding])
  }

  func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension LogFault.Finding {
  /// Whether the file is of another kind, rather than a log that was changed.
  fileprivate var isOfTheFirstLine: Bool {
    if case .otherVersion = self { return true }
    return self == .empty || self == .notALog || self == .badOrigin
  }
}
