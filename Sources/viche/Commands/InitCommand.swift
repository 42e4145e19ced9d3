// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Authoring
import Governance
import Ledger
import Register
import Signing
import SystemPackage

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Found a ledger: every founder and every first office holder signs.",
    discussion: """
      FILE is a founding in YAML, or the statement made from it. With --out the
      statement is written and goes round (viche sign); when all have signed, init
      with that file makes the log.

      Example:
        viche init founding.yaml --out founding.statement
        viche sign founding.statement --key keys/m01.pem
        viche init founding.statement --log alliance.viche --log-key keys/log.pem
      """)

  @Argument(help: "The founding in YAML, or a statement file.") var file: String
  @OptionGroup var options: ActOptions

  func run() throws {
    let words = options.talk.words
    let files = Files(words: words)
    let keyring = Keyring(files: files, passphraseFile: options.passphraseFile)
    var draft = try draft(files, keyring)
    for path in options.keys { draft = try draft.adding(keyring.open(path)) }
    if let out = options.out {
      try files.write(draft.bytes, to: out)
      return Terminal.say(
        words("statement.written", ["path": out, "bytes": "\(draft.bytes.count)"]))
    }
    try found(draft, words, keyring)
  }

  private func draft(_ files: Files, _ keyring: Keyring) throws -> StatementFile.Draft {
    let bytes = try files.read(file, atMost: StrictYAML.sizeMax)
    if bytes.first == UInt8(ascii: "{") { return try StatementFile(files).read(file) }
    let sources = Sources(files: files)
    let folder = FilePath(file).removingLastComponent()
    func beside(_ name: String) -> String {
      name.hasPrefix("/") || folder.isEmpty ? name : folder.appending(name).string
    }
    do {
      let founding = try FoundingFile(sources.yaml(bytes, from: file))
      let fields = try founding.fields(
        statutes: sources.statutes(beside(founding.statutes)).tree,
        calendar: sources.yaml(files.read(beside(founding.calendar)), from: founding.calendar)
      ) { try keyring.verifierKey(atPath: beside($0)).text }
      let statement = try Statement(
        .ledgerFounded, ledger: founding.origin, id: Hex.encode(SecureRandom.bytes(16)), fields)
      return StatementFile.Draft(line: statement.bytes)
    } catch let error as MalformedFounding {
      throw Failure(
        .malformed, files.words("founding.malformed", ["path": file, "field": error.path]))
    } catch let error as MalformedStatement {
      throw Failure(.malformed, files.words.sentence(for: error))
    }
  }

  private func found(_ draft: StatementFile.Draft, _ words: Words, _ keyring: Keyring) throws {
    let statement = try draft.statement
    guard let founding = statement.body as? LedgerFounded else {
      throw Failure(.usage, words("founding.other", ["type": statement.kind.rawValue]))
    }
    let received =
      try ToldTime(words).now(options.now, isRehearsal: founding.rehearsal) ?? System.now
    // Asked before anything is written, so that a missing founder is named and no file is made.
    let act = Act(
      index: 0, received: received, statement: statement,
      signers: draft.signatures.map(\.name))
    do {
      try Assembly(
        origin: statement.ledger, sha256: { Hash.sha256($0) }, md5: { Hash.md5($0) },
        seals: .libcrypto
      )
      .admit(act)
    } catch {
      throw Failure(.refused, words.sentence(for: error), hint: words.hint(for: error))
    }
    guard let signed = draft.signed else { throw Failure(.usage, words("key.none")) }
    let path = options.reading.path
    if options.dryRun { return Terminal.say(words("dry.nothing")) }
    let keyPath = options.logKey ?? Reading(options.reading).operatorPath.string
    let operatorKey = try keyring.open(keyPath)
    try Reading(options.reading).translating {
      _ = try LogWriter.create(
        FilePath(path), signedHead: SignedHead.path(besideKey: FilePath(keyPath)),
        founding: signed, received: received, operatorKey: operatorKey.key)
    }
    Terminal.say(
      words(
        founding.rehearsal ? "founding.done_rehearsal" : "founding.done",
        ["origin": statement.ledger, "path": path, "founders": "\(founding.founders.count)"]))
  }
}
