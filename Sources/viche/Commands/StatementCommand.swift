// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Texts in the coalition's name: issue, disavow, check one.",
    subcommands: [Issue.self, Disavow.self, Check.self])

  struct Issue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that a text went out in the coalition's name.",
      discussion: """
        Signed by the registrar, and then the text is the adopted one; or by the holder of a
        mandate (--mandate), who may find other words (--text) for what was adopted.

        Example:
          viche statement issue S-1 P-1 --channel "website" --key keys/registrar.pem
          viche statement issue S-2 P-1 --channel "TV interview" --mandate MD-1 \\
            --text uk=interview.txt --key keys/m07.pem
        """)
    @Argument(help: "The statement's own name, such as S-1.") var name: String
    @Argument(help: "The adopted proposal that it speaks for.") var proposal: String
    @Option(help: "Where it appeared.") var channel: String
    @Option(
      name: .customLong("text"),
      help: "uk=FILE, once for each language (default: the adopted texts).")
    var texts: [String] = []
    @Option(help: "The mandate of the one who speaks.") var mandate: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let own = desk.assembly.proposals[proposal]?.texts.mapValues(JSON.string)
      var fields: [String: JSON] = [
        "statement": .string(name), "proposal": .string(proposal),
        "channel": .string(Text.clean(channel)),
        "texts": .object(texts.isEmpty ? own ?? [:] : try desk.textDigests(texts)),
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
          "sha256": .string(try desk.files.digest(of: file)),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Is this text your position? Looks it up by its SHA-256.",
      discussion: """
        Exit code 0: adopted or issued, and in force; 1: no such text, disavowed, or no longer.
        One changed letter makes it another text.

        Example:
          viche statement check position.pdf --log alliance.viche
        """)
    @Argument(help: "The text.") var file: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let digest = try Files(words: view.words).digest(of: file)
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

/// What the register knows of a text.
struct TextStanding {
  let digest: String
  let view: LogView

  init(_ digest: String, _ view: LogView) {
    self.digest = digest
    self.view = view
  }

  private var records: [RegisteredText] { view.assembly.texts[digest] ?? [] }

  /// Proposals whose text it is, those that were adopted first.
  private var proposals: [Proposal] {
    let all = view.inOrder(view.assembly.proposals).filter { $0.texts.values.contains(digest) }
    return all.filter { isAdopted($0) } + all.filter { !isAdopted($0) }
  }

  private func isAdopted(_ proposal: Proposal) -> Bool {
    proposal.status(at: view.now) == .adopted
  }

  /// Whether the members adopted it, or somebody issued it for what they adopted, and it holds.
  var isPosition: Bool {
    proposals.contains(where: isAdopted) || records.contains(where: isInForce)
  }

  private func isInForce(_ record: RegisteredText) -> Bool {
    guard record.standing == .issued, let id = record.proposal,
      let proposal = view.assembly.proposals[id]
    else { return false }
    return isAdopted(proposal)
  }

  var lines: [String] {
    let lines = proposals.map(line) + records.map(line)
    return lines.isEmpty ? [view.words("deed.check.unknown")] : lines
  }

  private func line(_ proposal: Proposal) -> String {
    let title = view.words.translation(of: proposal.title)
    guard isAdopted(proposal), let adopted = proposal.adopted else {
      let status = view.words("deed.status.\(proposal.status(at: view.now).rawValue)")
      return view.words(
        "deed.check.proposal", ["proposal": proposal.id, "title": title, "status": status])
    }
    let until = proposal.validUntil.map {
      view.words("deed.check.valid", ["until": view.text($0)])
    }
    return view.words(
      "deed.check.adopted",
      [
        "when": view.text(adopted), "proposal": proposal.id, "title": title,
        "entry": view.log.entryAdopting(proposal).map { "\($0)" } ?? "–", "valid": until ?? "",
      ])
  }

  private func line(_ record: RegisteredText) -> String {
    let key = record.standing == .issued && !isInForce(record) ? "lapsed" : record.standing.rawValue
    return view.words(
      "deed.check.\(key)",
      [
        "name": record.id, "proposal": record.proposal ?? "–", "when": view.text(record.at),
        "entry": "\(record.entry)", "note": record.note,
      ])
  }

  var json: JSON {
    [
      "sha256": .string(digest), "position": .bool(isPosition),
      "proposals": .array(
        proposals.map {
          [
            "proposal": .string($0.id), "status": .string($0.status(at: view.now).rawValue),
          ]
        }),
      "records": .array(
        records.map {
          [
            "standing": .string($0.standing.rawValue), "name": .string($0.id),
            "entry": .integer($0.entry), "at": .string($0.at.text), "note": .string($0.note),
          ]
        }),
    ]
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
