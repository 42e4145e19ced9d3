// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Add signatures to a statement file; needs no log and no connection.",
    discussion: """
      Shows what the statement says before it signs.

      Example:
        viche sign founding.statement --key keys/m01.pem
      """)

  @Argument(help: "The statement file; it is replaced by the signed one.") var file: String
  @Option(
    name: .customLong("key"), help: "A private key that signs; may be repeated.")
  var keys: [String]
  @Option(help: "A file whose first line is the passphrase.") var passphraseFile: String?
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let (words, files) = (talk.words, Files(words: talk.words))
    let keyring = Keyring(files: files, passphraseFile: passphraseFile)
    var signed = try StatementFile(files).read(file)
    Terminal.remark(
      Summary(words).text(
        of: try signed.statement, signers: signed.signatures.map(\.name)))
    let keys = try keys.map { try keyring.open($0) }
    for key in keys { signed = try signed.adding(key) }
    try files.write(signed.bytes, to: file, replacing: true)
    for key in keys {
      Terminal.say(words("sign.done", ["name": key.vkey.name, "path": file]))
    }
  }
}

/// A statement file: a line, and the signatures so far, perhaps none yet.
struct StatementFile {
  let files: Files

  init(_ files: Files) { self.files = files }

  /// A statement on its way to its signers.
  struct Draft {
    let line: [UInt8]
    private(set) var signed: SignedStatement?

    var signatures: [NoteSignatureName] { signed?.signatures.map { .init(name: $0.name) } ?? [] }

    /// What it says.
    var statement: Governance.Statement {
      get throws { try Governance.Statement(parsing: line) }
    }

    /// The file's bytes; without signatures just the line.
    var bytes: [UInt8] { signed?.bytes ?? line + [0x0A] }

    func adding(_ key: NamedKey) throws -> Draft {
      var draft = self
      draft.signed =
        try signed?.adding(signatureAs: key.vkey.name, with: key.key)
        ?? SignedStatement(signing: line, as: key.vkey.name, with: key.key)
      return draft
    }

    init(line: [UInt8], signed: SignedStatement? = nil) {
      self.line = line
      self.signed = signed
    }
  }

  struct NoteSignatureName { let name: String }

  /// Reads a statement file, signed or not yet.
  func read(_ path: String) throws -> Draft {
    let bytes = try files.read(path, atMost: 1_048_576)
    do {
      if bytes.last == 0x0A, !bytes.dropLast().contains(0x0A) {
        let draft = Draft(line: Array(bytes.dropLast()))
        _ = try draft.statement
        return draft
      }
      let signed = try SignedStatement(parsing: bytes)
      _ = try signed.statement()
      return Draft(line: signed.line, signed: signed)
    } catch let error as Governance.MalformedStatement {
      throw Failure(
        .malformed, "\(Plain.safe(path)): " + files.words.sentence(for: error))
    } catch let finding as LogFault.Finding {
      throw Failure(.malformed, "\(Plain.safe(path)): " + files.words.sentence(for: finding))
    }
  }
}
