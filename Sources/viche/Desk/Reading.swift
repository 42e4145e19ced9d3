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

  /// The log at the path of the options, verified whole.
  func log(expecting key: VerifierKey? = nil) throws -> VerifiedLog {
    try Files(words: words).check(options.path)
    let progress = Progress(words)
    let log = try translating {
      try Log.read(FilePath(options.path), expecting: key) { progress.tell($0, of: $1) }
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
    Failure(kind(of: error), words.sentence(for: error), hint: words.hint(for: error))
  }

  private func kind(of error: LedgerError) -> Failure.Kind {
    switch error {
    case .refused, .foreign, .olderThanSignedHead, .divergedFromSignedHead, .noSignedHead,
      .signedHeadWithoutLog, .notTheLogKey, .logExists, .noDraft, .locked:
      .refused
    case .damaged(let fault):
      switch fault.finding {
      case .empty, .notALog, .otherVersion, .badOrigin: .malformed
      default: .refused
      }
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
