// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import SystemPackage
import TransparencyLog

/// What receipts and kept heads say of a log that does not hold: which of the two is at fault.
struct KeptAgainstRemains {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// The failure of a log with what each kept file says of it, one line each.
  func told(
    _ failure: Failure, _ kept: [KeptFile], _ path: String, expecting key: VerifierKey?
  ) -> Failure {
    guard !kept.isEmpty, failure.isOfTheLog else { return failure }
    let remains = LogRemains.read(FilePath(path), expecting: key)
    let answers = kept.map { (file: $0, answer: answer(of: $0.kept, remains)) }
    let lines = answers.map { words("remains.\($0.answer.name)", $0.answer.values(of: $0.file)) }
    let fields: [JSON] = zip(answers, lines).map { answer, line in
      [
        "file": .string(answer.file.path), "finding": .string(answer.answer.name),
        "message": .string(line),
      ]
    }
    return Failure(
      failure.kind, failure.message, hint: failure.hint,
      details: failure.details.merging(["kept": .array(fields)]) { $1 }, remarks: lines)
  }

  /// What one kept file says.
  struct Answer {
    let name: String
    var entries = 0
    var why = ""

    func values(of file: KeptFile) -> [String: String] {
      [
        "path": file.path, "size": "\(file.kept.checkpoint.size)", "entries": "\(entries)",
        "why": why,
      ]
    }
  }

  func answer(of kept: KeptHead, _ remains: LogRemains?) -> Answer {
    guard let remains else { return Answer(name: "unreadable") }
    do {
      try remains.check(kept)
      return Answer(name: "agrees")
    } catch {
      switch error {
      case .droppedEntry, .forked: return Answer(name: "differs")
      case .olderThanReceipt: return Answer(name: "beyond", entries: remains.size)
      case .malformed, .foreign, .notSigned, .provesNothing, .unchecked:
        return Answer(name: "nothing", why: ReceiptWords(words).sentence(for: error))
      }
    }
  }
}

extension Failure {
  /// Whether it says that a log does not hold, rather than that it could not be read.
  var isOfTheLog: Bool {
    [.string("tampered"), .string("refused"), .string("cut")].contains(details["kind"])
  }
}
