// SPDX-License-Identifier: Apache-2.0

import Ledger
import Register
import SystemPackage

/// What only the holder of the log's own key can do: open the log to append to it.
struct Operating {
  let options: ActOptions
  private var words: Words { options.talk.words }

  init(_ options: ActOptions) { self.options = options }

  /// Where the log's own key is: as told, or beside the log.
  var path: String { options.logKey ?? Reading(options.reading).operatorPath.string }

  /// The log's own key, opened.
  func key() throws -> NamedKey {
    let keyring = Keyring(files: Files(words: words), passphraseFile: options.passphraseFile)
    do { return try keyring.open(path) } catch let failure as Failure {
      guard failure.kind == .noInput else { throw failure }
      throw Failure(.noInput, failure.message, hint: words("log_key.hint"))
    }
  }

  /// The log under its lock, verified, and put right where a commit had broken off.
  func writer(_ key: NamedKey) throws -> LogWriter {
    let reading = Reading(options.reading)
    try Files(words: words).checkLog(options.reading.path)
    let progress = Progress(words)
    let head = SignedHead.path(besideKey: FilePath(path))
    do {
      let writer = try LogWriter.open(
        FilePath(options.reading.path), signedHead: head, operatorKey: key.key,
        adoptHead: options.adoptHead
      ) { progress.tell($0, of: $1) }
      progress.end()
      tell(writer.recovery)
      return writer
    } catch {
      throw reading.failure(error)
    }
  }

  /// Tells what was put right when the log was opened.
  func tell(_ recovery: Recovery) {
    switch recovery {
    case .nothing: break
    case .setAside(let path, let bytes, let statements):
      Terminal.remark(
        words(
          "recovery.set_aside",
          ["path": path.string, "bytes": "\(bytes)", "statements": "\(statements.count)"]))
    case .finished(let entries):
      Terminal.remark(words("recovery.finished", ["entries": "\(entries.count)"]))
    }
  }
}
