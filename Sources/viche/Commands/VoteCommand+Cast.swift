// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Sealing
import Signing

extension VoteCommand {
  struct Cast: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cast a signed ballot; a later one replaces an earlier one.",
      discussion: """
        With --out the ballot is a small file that can travel by mail, messenger or
        stick. With --sheet it is made from a ballot sheet alone: no log and no
        connection are needed.

        A sealed ballot hides the running result: nobody can count before every teller
        has opened the seals. It does not hide afterwards who voted how.

        Example:
          viche vote cast V2 consent --key keys/m05.pem
          viche vote cast V2 block --reason "…" --ground purpose --key keys/m05.pem
          viche vote cast V1 --rest yes --no A-011 --key m05.pem --out m05.statement
          viche vote cast --sheet v2.sheet yes --key m05.pem --out m05.statement
        """)
    @Argument(help: "The vote; with --sheet it may be left out.") var vote: String?
    @Argument(help: "The word, where the vote has one item: yes, consent, block …")
    var word: String?
    @OptionGroup var marks: BallotMarks
    @Option(help: "A ballot sheet, in place of the log.") var sheet: String?
    @Option(
      help: "With --sheet: the registrar's verifier key as you know it (FILE.vkey).")
    var registrarKey: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      if let sheet { return try cast(onSheet: sheet) }
      guard let vote else { throw Failure(.usage, options.talk.words("ballot.no_vote")) }
      let desk = try Desk(options)
      let opened = try desk.found.vote(vote)
      let paper = desk.assembly.paper(of: opened)
      let keys = try desk.authorKeys()
      let chosen = try marks.choices(word, on: paper, desk.words).keys
      try desk.check(Array(chosen), in: opened, by: keys.map(\.vkey.name))
      let statement = try ballot(word, on: paper, sealedAt: desk.now(), desk.words)
      let signed = try desk.sign(statement, with: keys)
      if options.out != nil { desk.caution(signed) }
      try desk.finish([signed])
    }

    /// The statement that says it, sealed where the vote seals.
    private func ballot(
      _ word: String?, on paper: BallotPaper, sealedAt: Instant, _ words: Words
    ) throws -> Statement {
      let choices = try marks.choices(word, on: paper, words)
      let reasons = try marks.reasons(for: choices, on: paper, words)
      let id = Hex.encode(try SecureRandom.bytes(16))
      var fields: [String: JSON] = [
        "vote": .string(paper.vote), "on": .string(Hex.encode(paper.digest)),
        "sealed_at": .string(sealedAt.text),
      ]
      if paper.recipients.isEmpty {
        fields["choices"] = .object(choices)
        fields["reasons"] = reasons.isEmpty ? nil : .object(reasons)
      } else {
        let plain = BallotCast.Content.plain(choices: choices, reasons: reasons, id: id)
        fields["sealed"] = .string(try Self.sealed(plain, for: paper.recipients, words))
      }
      do {
        return try Statement(.ballotCast, ledger: paper.ledger, id: id, fields)
      } catch {
        throw Failure(.malformed, words.sentence(for: error))
      }
    }

    /// Base64 of an envelope that takes every teller to open.
    private static func sealed(
      _ plain: [UInt8], for recipients: [String], _ words: Words
    ) throws -> String {
      do throws(SealingError) {
        var parsed: [SealRecipient] = []
        for recipient in recipients { parsed.append(try SealRecipient(parsing: recipient)) }
        return Base64.encode(try Envelope.seal(plain, for: parsed))
      } catch {
        throw Failure(.trouble, words("seal.failed", ["why": "\(error)"]))
      }
    }

    /// With a sheet the word may stand where the vote's name would.
    private func word(on sheet: BallotSheet, _ words: Words) throws -> String? {
      guard let vote, vote != sheet.vote else { return word }
      let isWord = sheet.paper.ballot.words.contains {
        $0.rawValue == vote.lowercased().replacing("-", with: "_")
      }
      guard word == nil, isWord else {
        throw Failure(
          .usage, words("sheet.other_vote", ["vote": sheet.vote, "found": vote]))
      }
      return vote
    }

    private func cast(onSheet path: String) throws {
      let (words, files) = (options.talk.words, Files(words: options.talk.words))
      let sheet = try BallotSheet.read(path, files)
      let keyring = Keyring(files: files, passphraseFile: options.passphraseFile)
      try sheet.check(
        registrar: try registrarKey.map(keyring.verifierKey(atPath:)), words)
      let word = try word(on: sheet, words)
      Terminal.remark(sheet.text(words))
      guard let path = options.keys.first, options.keys.count == 1 else {
        throw Failure(.usage, words("ballot.one_key"))
      }
      let key = try keyring.open(path)
      let now = try sheet.now(options.now, words)
      let statement = try ballot(word, on: sheet.paper, sealedAt: now, words)
      let signed = try SignedStatement(
        signing: statement.bytes, as: key.vkey.name, with: key.key)
      if options.dryRun { return Terminal.say(words("dry.nothing")) }
      let short = key.vkey.name.split(separator: "/").last.map(String.init) ?? "ballot"
      let out = options.out ?? "\(sheet.vote)-\(short).statement"
      try files.write(signed.bytes, to: out)
      Desk.tell(written: signed, to: out, options.talk)
    }
  }
}

extension Desk {
  /// Throws if a class of an election is not elected by the one who votes.
  ///
  /// A sealed ballot with such a class would be taken in, and not be counted when it is opened.
  func check(_ classes: [String], in vote: Vote, by keys: [String]) throws {
    guard vote.election != nil, let key = keys.first,
      let group = assembly.keys[key]?.party.flatMap(vote.group(of:))
    else { return }
    for name in classes where vote.classElectors[name]?.contains(group) == false {
      throw refused(
        Refusal(.notAnElector, clause: "seats.\(name).electors", ["key": key, "vote": vote.id]))
    }
  }

  /// Warns where the rules would refuse a statement that is written to be sent later.
  func caution(_ signed: SignedStatement) {
    guard let refusal = try? refusal(of: signed) else { return }
    Terminal.remark(
      words("ballot.caution", ["why": words.sentence(for: refusal, in: assembly)]))
  }
}
