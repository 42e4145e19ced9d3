// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing

struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Texts in the coalition's name: issue, disavow, check one.",
    subcommands: [Issue.self, Disavow.self, Check.self])

  struct Issue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that a text went out in the coalition's name.",
      discussion: """
        Signed by the registrar, and then the text is the adopted one; or by the holder
        of a mandate (--mandate), who may find other words (--text) for what was
        adopted. Without --text: the adopted texts.

        Example:
          viche statement issue S-1 P-1 --channel "website" --key keys/registrar.pem
          viche statement issue S-2 P-1 --channel "TV interview" --mandate MD-1 \\
            --text uk=interview.txt --key keys/m07.pem
        """)
    @Argument(help: "The statement's own name, such as S-1.") var name: String
    @Argument(help: "The adopted proposal that it speaks for.") var proposal: String
    @Option(help: "Where it appeared.") var channel: String
    @OptionGroup var documents: DocumentOptions
    @Option(help: "The mandate of the one who speaks.") var mandate: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let own = desk.assembly.proposals[proposal]?.texts.mapValues(JSON.string) ?? [:]
      var fields: [String: JSON] = [
        "statement": .string(name), "proposal": .string(proposal),
        "channel": .string(Text.clean(channel)),
        "texts": documents.texts.isEmpty ? .object(own) : try documents.digests(desk),
      ]
      fields["mandate"] = mandate.map(JSON.string)
      try desk.perform(.statementIssued, fields)
    }
  }

  struct Disavow: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that a text in the coalition's name is not the coalition's.",
      discussion: """
        Signed by the registrar and one more person.

        Example:
          viche statement disavow forged.txt --ground "Nobody adopted or issued this." \\
            --key keys/registrar.pem --key keys/m01.pem
        """)
    @Argument(help: "The text as it was put out; its SHA-256 is recorded.") var file: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .statementDisavowed,
        [
          "sha256": .string(try desk.digest(of: file)),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Is this text your position? Looks it up by its SHA-256.",
      discussion: """
        Exit code 0: adopted or issued, and in force; 1: no such text, disavowed, or no
        longer. One changed letter makes it another text.

        Example:
          viche statement check position.pdf --log alliance.viche
        """)
    @Argument(help: "The text.") var file: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let digest = Hex.encode(Hash.sha256(try Files(words: view.words).read(file)))
      let standing = TextStanding(digest, view)
      if options.talk.json {
        Terminal.say(standing.json.canonicalText)
      } else {
        for line in standing.lines { Terminal.say(line) }
      }
      if !standing.isPosition { throw ExitCode(Failure.Kind.refused.rawValue) }
    }
  }
}

/// Whether a text is the coalition's position, and what the register says of it.
struct TextStanding {
  let digest: String
  let view: LogView
  private let check: StatementCheck
  private let standings: [StatementCheck.Standing]

  init(_ digest: String, _ view: LogView) {
    self.digest = digest
    self.view = view
    self.check = StatementCheck(view.words, view.assembly, now: view.now)
    self.standings = check.standings(of: digest)
  }

  /// Whether the members adopted it, or somebody issued it for what they adopted, and it holds.
  var isPosition: Bool { entry != nil }

  /// The entry that makes it a position: the certificate, else the issue.
  private var entry: Int? {
    standings.lazy.compactMap { standing -> Int? in
      switch standing {
      case .adopted(let id):
        view.assembly.proposals[id].flatMap { view.log.entryAdopting($0) }
      case .registered(let text): isInForce(text) ? text.entry : nil
      case .notInForce, .amendment, .agreement: nil
      }
    }.first
  }

  private func isInForce(_ text: RegisteredText) -> Bool {
    guard text.standing == .issued, let id = text.proposal else { return false }
    return view.assembly.proposals[id]?.status(at: view.now) == .adopted
  }

  var lines: [String] {
    if standings.isEmpty { return check.lines(of: digest) }
    let verdict =
      entry.map { view.words("deed.check.yes", ["entry": "\($0)"]) } ?? view.words("deed.check.no")
    return [verdict] + check.lines(of: digest).map { "  " + $0 }
  }

  var json: JSON {
    var fields: [String: JSON] = [
      "sha256": .string(digest), "position": .bool(isPosition),
      "known": .bool(!standings.isEmpty),
      "lines": .array(check.lines(of: digest).map(JSON.string)),
    ]
    fields["entry"] = entry.map(JSON.integer)
    return .object(fields)
  }
}

extension VerifiedLog {
  /// The certificate by which a proposal was adopted.
  func entryAdopting(_ proposal: Proposal) -> Int? {
    guard let adopted = proposal.adopted else { return nil }
    return entries.last { place in
      guard place.kind == .outcomeCertified, place.received == adopted,
        let it = entries.statement(place.index).body as? OutcomeCertified
      else { return false }
      return it.outcomes[proposal.id] == .carried
    }?.index
  }
}
