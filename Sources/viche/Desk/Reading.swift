// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import SystemPackage

/// Reads and verifies a log, and puts what goes wrong into words.
struct Reading {
  let options: LogOptions
  let words: Words

  init(_ options: LogOptions) {
    self.options = options
    self.words = options.talk.words
  }

  /// The log at the path of the options, for daily work.
  ///
  /// Where the log's own key lies beside it, what that key's holder verified and signed before is
  /// not verified again. A member or an observer has no such memory, and verifies everything.
  func log() throws -> VerifiedLog {
    try log(signedHead: try? SignedHead.read(SignedHead.path(besideKey: operatorPath)))
  }

  /// The same, as it stands at a moment.
  func view(now told: String? = nil) throws -> LogView {
    let log = try log()
    return LogView(log: log, words: words, now: try now(told, in: log))
  }

  /// The time of what is shown: what a rehearsal was told, its last entry's, or the system's.
  private func now(_ told: String?, in log: VerifiedLog) throws -> Instant {
    if let now = try ToldTime(words).now(told, isRehearsal: log.isRehearsal) { return now }
    return log.isRehearsal ? log.received ?? System.now : System.now
  }

  /// The log at the path of the options, verified whole: nothing is taken on trust.
  func verifiedLog(expecting key: VerifierKey?) throws -> VerifiedLog {
    try log(expecting: key, signedHead: nil)
  }

  /// Where the log's own key is kept, unless told otherwise: in `keys/` beside the log.
  var operatorPath: FilePath {
    let folder = FilePath(options.path).removingLastComponent()
    return (folder.isEmpty ? FilePath(".") : folder).appending("keys").appending("log.pem")
  }

  private func log(expecting key: VerifierKey? = nil, signedHead: SignedHead?) throws -> VerifiedLog
  {
    try Files(words: words).check(options.path)
    let progress = Progress(words)
    let log = try translating {
      try Log.read(FilePath(options.path), expecting: key, signedHead: signedHead) {
        progress.tell($0, of: $1)
      }
    }
    progress.end()
    if let tail = log.tail {
      Terminal.remark(words("tail.ignored", ["bytes": "\(tail.count)"]))
    }
    return log
  }

  /// Runs something with a log, and turns its errors into failures.
  func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as LedgerError {
      throw failure(error)
    } catch let error as SigningError {
      throw Failure(
        .trouble, Keyring(files: Files(words: words), passphraseFile: nil).describe(error))
    }
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
    case .cut: ["kind": "cut"]
    case .foreign: ["kind": "foreign"]
    case .refused(let refusal, let entry):
      ["kind": "refused", "entry": .integer(entry), "reason": .string(refusal.code.rawValue)]
    case .noDraft, .badDraft, .notTheLogKey, .locked, .olderThanSignedHead,
      .divergedFromSignedHead, .noSignedHead, .malformedSignedHead, .signedHeadWithoutLog,
      .logExists, .trouble, .unchecked:
      [:]
    }
  }

  private func kind(of error: LedgerError) -> Failure.Kind {
    switch error {
    case .refused, .foreign, .olderThanSignedHead, .divergedFromSignedHead, .noSignedHead,
      .signedHeadWithoutLog, .notTheLogKey, .logExists, .noDraft, .locked:
      .refused
    case .damaged(let fault):
      fault.finding.isAnotherKindOfFile ? .malformed : .refused
    case .cut: .refused
    case .badDraft, .malformedSignedHead: .malformed
    case .trouble(let trouble): trouble.errno == .noSuchFileOrDirectory ? .noInput : .trouble
    case .unchecked: .trouble
    }
  }
}

/// Tells how far verifying is, on a terminal, for logs that take a while.
final class Progress {
  private let words: Words
  private var told = 0

  init(_ words: Words) { self.words = words }

  func tell(_ done: Int, of total: Int) {
    guard total > 5_000, done - told >= 1_000 || done == total else { return }
    told = done
    Terminal.progress(words("verify.progress", ["done": "\(done)", "total": "\(total)"]))
  }

  func end() {
    if told > 0 { Terminal.progress("", done: true) }
  }
}

extension LogFault.Finding {
  /// Whether the file is no log of this version at all, rather than a damaged one.
  var isAnotherKindOfFile: Bool {
    if case .otherVersion = self { return true }
    return [.empty, .notALog, .badOrigin].contains(self)
  }
}
