// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import SystemPackage
import TransparencyLog

/// One sitting at a log: reads it, makes statements, signs them, and commits or hands them out.
struct Desk {
  let options: ActOptions
  let words: Words
  let files: Files
  let keyring: Keyring
  let log: VerifiedLog

  /// Reads and verifies the log.
  init(_ options: ActOptions) throws {
    self.init(options, log: try Reading(options.reading).log())
  }

  /// A sitting at a log that has been read.
  init(_ options: ActOptions, log: VerifiedLog) {
    self.options = options
    self.words = options.talk.words
    self.files = Files(words: words)
    self.keyring = Keyring(files: files, passphraseFile: options.passphraseFile)
    self.log = log
  }

  /// The state that the log describes.
  var assembly: Assembly { log.assembly }

  /// The time of what is done now: the system's, or what a rehearsal was told.
  func now() throws -> Instant {
    if let now = try ToldTime(words).now(options.now, isRehearsal: log.isRehearsal) { return now }
    if log.isRehearsal, let last = log.received, last > System.now { return last }
    return System.now
  }

  /// Reads a time that people type, with or without seconds and offset.
  func instant(_ text: String) throws -> Instant { try ToldTime(words).instant(text) }

  /// A moment as people of this coalition read it.
  func moment(_ instant: Instant) -> String {
    Moment(words.language, assembly.calendar).text(instant)
  }

  /// A new statement for this ledger.
  func statement(
    _ kind: Statement.Kind, _ fields: [String: JSON], id: String? = nil
  ) throws -> Statement {
    do {
      let id = try id ?? Hex.encode(SecureRandom.bytes(16))
      return try Statement(kind, ledger: log.origin, id: id, fields)
    } catch let error as MalformedStatement {
      throw Failure(.malformed, words.sentence(for: error))
    }
  }

  /// The author keys that were named, opened.
  func authorKeys() throws -> [NamedKey] { try options.keys.map { try keyring.open($0) } }

  /// A statement with the signatures of the author keys.
  func sign(_ statement: Statement, with keys: [NamedKey]) throws -> SignedStatement {
    guard let first = keys.first else {
      throw Failure(.usage, words("key.none"), hint: words("key.none.hint"))
    }
    var signed = try SignedStatement(signing: statement.bytes, as: first.vkey.name, with: first.key)
    for key in keys.dropFirst() {
      signed = try signed.adding(signatureAs: key.vkey.name, with: key.key)
    }
    return signed
  }

  /// Signs one statement and commits it, writes it out, or tells what would happen.
  func perform(_ kind: Statement.Kind, _ fields: [String: JSON]) throws {
    let signed = try sign(try statement(kind, fields), with: try authorKeys())
    try finish([signed])
  }

  /// Commits statements, all or none; or writes them out; or tells what would happen.
  func finish(_ statements: [SignedStatement]) throws {
    if let out = options.out { return try write(statements, to: out) }
    try judge(statements)
    if options.dryRun { return report(statements, from: log.entries.count, dry: true) }
    let receipt = try commit(statements)
    report(statements, from: receipt.entries.lowerBound, dry: false)
  }

  /// Throws a refusal as a failure if the statements may not follow one another now.
  func judge(_ statements: [SignedStatement]) throws {
    var trial = assembly
    let received = try now()
    for (number, signed) in statements.enumerated() {
      let act = try act(signed, index: log.entries.count + number, received: received)
      do { try trial.accept(act) } catch { throw refused(error) }
    }
  }

  /// A signed statement as the engine sees it once its signatures are verified; commit verifies them.
  func act(_ signed: SignedStatement, index: Int, received: Instant) throws -> Act {
    do {
      return Act(
        index: index, received: received, statement: try signed.statement(),
        signers: signed.signatures.map(\.name), inner: try inner(of: signed))
    } catch let error as MalformedStatement {
      throw Failure(.malformed, words.sentence(for: error))
    }
  }

  private func inner(of signed: SignedStatement) throws -> Act.InnerAct? {
    guard let refused = try signed.statement().body as? ActRefused else { return nil }
    let inner = try SignedStatement(refused: refused)
    return .init(statement: try inner.statement(), signers: inner.signatures.map(\.name))
  }

  /// A refusal as the command's failure.
  func refused(_ refusal: Refusal) -> Failure {
    Failure(.refused, words.sentence(for: refusal, in: assembly), hint: words.hint(for: refusal))
  }

  /// What the statutes say to a question; a refusal becomes the command's failure.
  func asking<Answer>(_ question: () throws(Refusal) -> Answer) throws -> Answer {
    do { return try question() } catch { throw refused(error) }
  }

  /// Appends to the log under its lock.
  func commit(_ statements: [SignedStatement]) throws -> Receipt {
    let operatorKey = try self.operatorKey()
    let succeeds = try statements.contains { try $0.handsOver(to: operatorKey.vkey) }
    return try Reading(options.reading).translating {
      var writer = try LogWriter.open(
        FilePath(options.reading.path),
        signedHead: SignedHead.path(besideKey: FilePath(operatorPath)),
        operatorKey: operatorKey.key, adoptHead: options.adoptHead || succeeds,
        succeeding: succeeds)
      tell(writer.recovery)
      return try writer.commit(statements, received: try now(), operatorKey: operatorKey.key)
    }
  }

  /// Where the log's own key is: as told, or beside the log.
  var operatorPath: String { Operating(options).path }

  private func operatorKey() throws -> NamedKey { try Operating(options).key() }

  private func tell(_ recovery: Recovery) { Operating(options).tell(recovery) }

  /// Tells what was, or would be, committed; one line for each entry, or a count of many.
  private func report(_ statements: [SignedStatement], from first: Int, dry: Bool) {
    if options.talk.json {
      let entries = statements.indices.map { JSON.integer(first + $0) }
      return Terminal.say(
        JSON.object(["entries": .array(entries), "committed": .bool(!dry)]).canonicalText)
    }
    for (number, signed) in statements.enumerated() where number < 6 || statements.count <= 8 {
      Terminal.say((dry ? words("dry.prefix") : "") + line(first + number, signed))
    }
    if statements.count > 8 {
      Terminal.say(words("entries.more", ["count": "\(statements.count - 6)"]))
    }
    if dry { Terminal.say(words("dry.nothing")) }
  }

  /// One entry in words.
  func line(_ index: Int, _ signed: SignedStatement) -> String {
    guard let statement = try? signed.statement() else { return "" }
    return Summary(words, of: assembly).line(
      index: index, received: (try? now()) ?? System.now, statement: statement,
      signers: signed.signatures.map(\.name))
  }

  /// Writes statements to be carried to whoever holds the log: one file, or a folder of them.
  private func write(_ statements: [SignedStatement], to out: String) throws {
    for signed in statements {
      let statement = try signed.statement()
      let path: String
      if statements.count == 1, !out.hasSuffix("/") {
        path = out
      } else {
        try makeFolder(out)
        let name = "\(statement.kind.rawValue)-\(statement.id.prefix(8)).statement"
        path = FilePath(out).appending(name).string
      }
      try files.write(signed.bytes, to: path)
      Self.tell(written: signed, to: path, options.talk)
    }
  }

  /// Tells where a statement was written, and how many bytes it has.
  static func tell(written signed: SignedStatement, to path: String, _ talk: TalkOptions) {
    let bytes = signed.bytes.count
    guard !talk.json else {
      return Terminal.say(
        JSON.object(["file": .string(path), "bytes": .integer(bytes)]).canonicalText)
    }
    Terminal.say(talk.words("statement.written", ["path": path, "bytes": "\(bytes)"]))
  }

  func makeFolder(_ path: String) throws {
    do { try System.makePrivateFolder(FilePath(path)) } catch { throw files.failure(error, path) }
  }
}

extension SignedStatement {
  /// Whether this makes a key the log's own; on its holder's machine no head is remembered yet.
  func handsOver(to key: VerifierKey) throws -> Bool {
    (try statement().body as? SecretariatHandedOver)?.logKey == key.text
  }

  /// The statement that an `act.refused` carries.
  init(refused: ActRefused) throws {
    let text = refused.statement + "\n\n" + refused.signatures.map { $0 + "\n" }.joined()
    try self.init(parsing: Array(text.utf8))
  }
}

extension JSON {
  /// The canonical bytes as text.
  var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
