// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct BallotSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ballot-sheet",
    abstract: "A small file with which members vote without the log and without a connection.",
    subcommands: [Make.self, Show.self], defaultSubcommand: Make.self)

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the sheet of a vote (also without the word 'make').",
      discussion: """
        The sheet carries the opening as the registrar signed it, and in words what it
        names: titles, digests, rule, closing. With the registrar's key these words
        are signed as well.

        Example:
          viche ballot-sheet V2 --key keys/registrar.pem --out v2.sheet
          viche qr v2.sheet
        """)
    @Argument(help: "The vote.") var vote: String
    @Option(help: "The file to write (default: standard output).") var out: String?
    @Option(name: .customLong("key"), help: "The registrar's private key, to sign the whole sheet.")
    var key: String?
    @Option(help: "A file whose first line is the passphrase of the key.")
    var passphraseFile: String?
    @OptionGroup var options: LogOptions

    func run() throws {
      let reading = Reading(options)
      let (log, words) = (try reading.log(), reading.words)
      let vote = try Found(log.assembly, words).vote(vote)
      let files = Files(words: words)
      let keyring = Keyring(files: files, passphraseFile: passphraseFile)
      guard let sheet = try BallotSheet(vote, in: log, signing: try key.map(keyring.open)) else {
        throw Failure(.malformed, words("sheet.impossible", ["vote": vote.id]))
      }
      try sheet.check(registrar: nil, words)
      guard let out else { return Terminal.print(sheet.bytes) }
      try files.write(sheet.bytes, to: out)
      if options.talk.json {
        return Terminal.say(
          JSON.object(["file": .string(out), "bytes": .integer(sheet.bytes.count)]).canonicalText)
      }
      Terminal.say(words("sheet.written", ["path": out, "bytes": "\(sheet.bytes.count)"]))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a sheet and print it for people.",
      discussion: """
        Example:
          viche ballot-sheet show v2.sheet --registrar-key registrar.vkey
        """)
    @Argument(help: "The sheet.") var file: String
    @Option(help: "The registrar's verifier key as you know it (FILE.vkey).")
    var registrarKey: String?
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let (words, files) = (talk.words, Files(words: talk.words))
      let sheet = try BallotSheet.read(file, files)
      let keyring = Keyring(files: files, passphraseFile: nil)
      try sheet.check(registrar: try registrarKey.map(keyring.verifierKey(atPath:)), words)
      if talk.json { return Terminal.print(sheet.bytes) }
      Terminal.say(sheet.text(words))
    }
  }
}
