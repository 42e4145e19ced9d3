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
  private let web: WebOptions?

  init(_ options: LogOptions, _ web: WebOptions? = nil) {
    self.options = options
    self.web = web
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

  /// The log at the path of the options, verified whole, with its entries: nothing is taken on trust.
  func verifiedLog(expecting key: VerifierKey?) throws -> VerifiedLog {
    try log(expecting: key, signedHead: nil)
  }

  /// What the log at the path of the options leads to: nothing is taken on trust but one's own memory.
  ///
  /// With a memory, what is new is verified, or the whole log, and how it stands to what is remembered.
  func verified(
    expecting key: VerifierKey?, remembering memory: LogMemory? = nil
  ) throws -> (log: VerifiedState, standing: RememberedLog.Standing?) {
    if try TilesPlace(options.path, web, words) != nil {
      let log = VerifiedState(try log(expecting: key, signedHead: nil))
      return (log, try memory.map { memory in try translating { try memory.standing(of: log) } })
    }
    try Files(words: words).checkLog(options.path)
    let progress = Progress(words)
    defer { progress.end() }
    let found = try translating { () -> (VerifiedState, RememberedLog.Standing?) in
      let path = FilePath(options.path)
      guard let memory else {
        return (try Log.verify(path, expecting: key) { progress.tell($0, of: $1) }, nil)
      }
      let found = try Log.verify(path, remembering: memory, expecting: key) {
        progress.tell($0, of: $1)
      }
      return (found.state, found.standing)
    }
    progress.end()
    tellTail(found.0.uncommittedBytes)
    return found
  }

  private func tellTail(_ bytes: Int) {
    if bytes > 0 { Terminal.remark(words("tail.ignored", ["bytes": "\(bytes)"])) }
  }

  /// Where the log's own key is kept, unless told otherwise: in `keys/` beside the log.
  var operatorPath: FilePath {
    let folder = FilePath(options.path).removingLastComponent()
    return (folder.isEmpty ? FilePath(".") : folder).appending("keys").appending("log.pem")
  }

  private func log(expecting key: VerifierKey? = nil, signedHead: SignedHead?) throws -> VerifiedLog
  {
    let progress = Progress(words)
    defer { progress.end() }
    let log: VerifiedLog
    if let place = try TilesPlace(options.path, web, words) {
      log = try translating { try place.log(expecting: key, signedHead: signedHead, progress) }
    } else {
      try Files(words: words).checkLog(options.path)
      log = try translating {
        try Log.read(FilePath(options.path), expecting: key, signedHead: signedHead) {
          progress.tell($0, of: $1)
        }
      }
    }
    progress.end()
    tellTail(log.tail?.count ?? 0)
    return log
  }

  /// Runs something with a log, and turns its errors into failures.
  func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as LedgerError {
      throw failure(error)
    } catch let error as TilesError {
      throw LedgerFailures(words).failure(error)
    } catch let error as SigningError {
      throw Failure(
        .trouble, Keyring(files: Files(words: words), passphraseFile: nil).describe(error))
    }
  }

  /// A ledger's error, with the exit code of its kind.
  func failure(_ error: LedgerError) -> Failure { LedgerFailures(words).failure(error) }
}

/// Tells how far reading and verifying are, on a terminal, for logs that take a while.
final class Progress {
  private let words: Words
  private var told = 0
  private var isShown = false

  init(_ words: Words) { self.words = words }

  func tell(_ done: Int, of total: Int) {
    guard total > 5_000, done - told >= 1_000 || done == total else { return }
    told = done
    show("verify.progress", done, total)
  }

  /// The same of what a server sends, a bundle at a time.
  func tellFetched(_ done: Int, of total: Int) {
    guard total > 256 else { return }
    show("tiles.fetched", done, total)
  }

  func end() {
    if isShown { Terminal.progress("", done: true) }
  }

  private func show(_ key: String, _ done: Int, _ total: Int) {
    isShown = true
    let percent = done * 100 / max(total, 1)
    let values = [
      "done": words.language.number(done), "total": "\(total)", "percent": "\(percent)",
    ]
    Terminal.progress(words(key, values))
  }
}
