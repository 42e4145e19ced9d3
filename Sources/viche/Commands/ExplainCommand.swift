// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain an entry, a decision or a member.",
    subcommands: [EntryOf.self, Decision.self, Member.self])

  struct EntryOf: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "entry",
      abstract: "What an entry says, who signed it, and what its fields are.",
      discussion: """
        Example:
          viche explain entry 42
        """)
    @Argument(help: "The entry's number.") var entry: Int
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      guard log.entries.indices.contains(entry) else {
        throw Failure(
          .refused, words("log.no_entry", ["entry": "\(entry)", "count": "\(log.entries.count)"]))
      }
      let view = EntryView(entry, log, words)
      Terminal.say(options.talk.json ? view.json.canonicalText : view.text)
    }
  }

  struct Decision: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How something was decided: rule, counts, outcome, and what holds now.",
      discussion: """
        Example:
          viche explain decision P-1
          viche explain decision A-014
        """)
    @Argument(help: "A proposal or an application.") var name: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let story = DecisionExplained(view.words, view.assembly, now: view.now)
      if let proposal = view.assembly.proposals[name] {
        return say(story.lines(of: proposal), ProposalJSON(proposal, view).json)
      }
      guard let application = view.assembly.applications[name] else {
        throw Failure(
          .refused, view.words("deed.decision.unknown", ["name": Plain.safe(name)]),
          hint: view.words("deed.decision.unknown.hint"))
      }
      say(
        story.lines(of: application),
        ApplicationView(application, view.assembly, view.words).json)
    }

    private func say(_ lines: [String], _ json: JSON) {
      Terminal.say(options.talk.json ? json.canonicalText : lines.joined(separator: "\n"))
    }
  }

  struct Member: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A member's part: how it joined, its votes, proposals, mandates and actions.",
      discussion: """
        Example:
          viche explain member M07
        """)
    @Argument(help: "The member.") var member: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let member = MemberPart(try MemberView(named: member, try options.view()))
      Terminal.say(
        options.talk.json ? JSON.object(member.json).canonicalText : member.text)
    }
  }
}

/// One entry, field by field.
struct EntryView {
  let log: VerifiedLog
  let words: Words
  private let entry: Entry
  private let statement: Statement
  private let signers: [String]

  init(_ index: Int, _ log: VerifiedLog, _ words: Words) {
    self.log = log
    self.words = words
    self.entry = log.entries.entry(index)
    self.statement = log.entries.statement(index)
    self.signers = entry.signed.signatures.map(\.name)
  }

  private var summary: Summary { Summary(words, of: log.assembly) }

  var text: String {
    let line = summary.line(
      index: entry.index, received: entry.received, statement: statement, signers: signers)
    var table = TextTable(columnCount: 2)
    table.add(["  " + words("deed.entry.type"), statement.body.kind.rawValue])
    for signer in signers {
      table.add(["  " + words("deed.entry.signer"), signer + role(of: signer)])
    }
    for (name, value) in fields { table.add(["  " + name, value]) }
    table.add(["  " + words("deed.entry.leaf"), Hex.encode(log.leafHash(entry.index))])
    return line + "\n" + table.text
  }

  /// Whose key it is now: ` (M05)`, ` (the registrar)`.
  private func role(of key: String) -> String {
    let name = summary.name(ofKey: key)
    if name != key { return " (\(name))" }
    let roles = log.assembly.offices.filter { $0.value.contains(key) }.keys.sorted()
    return roles.isEmpty
      ? "" : " (\(roles.map { words.term("role", $0) }.joined(separator: ", ")))"
  }

  /// The statement's own fields, nested ones in one line.
  private var fields: [(String, String)] {
    let members = (try? JSON(canonical: statement.bytes))?.object ?? [:]
    return members.filter { !["ledger", "id", "type"].contains($0.key) }
      .pairsInOrder
      .map { ($0.key, $0.value.string ?? $0.value.canonicalText) }
  }

  var json: JSON {
    [
      "index": .integer(entry.index), "received": .string(entry.received.text),
      "type": .string(statement.body.kind.rawValue),
      "signers": .array(signers.map(JSON.string)),
      "leaf": .string(Hex.encode(log.leafHash(entry.index))),
      "summary": .string(summary.text(of: statement, signers: signers)),
      "statement": (try? JSON(canonical: statement.bytes)) ?? [:],
    ]
  }
}

/// How a proposal was decided, for programs.
struct ProposalJSON {
  let proposal: Proposal
  let view: LogView

  init(_ proposal: Proposal, _ view: LogView) {
    self.proposal = proposal
    self.view = view
  }

  private var votes: [Vote] { proposal.votes.compactMap { view.assembly.votes[$0] } }

  var json: JSON {
    var fields: [String: JSON] = [
      "proposal": .string(proposal.id), "matter": .string(proposal.matter),
      "version": .integer(proposal.version),
      "status": .string(proposal.status(at: view.now).rawValue),
      "title": .object(proposal.title.mapValues(JSON.string)),
      "texts": .object(proposal.texts.mapValues(JSON.string)),
      "votes": .array(
        votes.map { vote in
          [
            "vote": .string(vote.id), "rule": .string(vote.rule), "round": .integer(vote.round),
            "results": .array((vote.results ?? []).map(\.json)),
          ]
        }),
    ]
    fields["adopted"] = proposal.adopted.map { .string($0.text) }
    fields["entry"] = view.log.entryAdopting(proposal).map(JSON.integer)
    return .object(fields)
  }
}

/// What a member took part in.
struct MemberPart {
  let member: MemberView
  private var view: LogView { member.view }
  private var id: String { member.party.id }

  init(_ member: MemberView) { self.member = member }

  private var votes: [Vote] { view.assembly.votes.inOrder.filter { $0.group(of: id) != nil } }
  private var cast: Int { votes.count { vote in vote.ballots.contains { $0.party == id } } }
  private var proposals: [String] {
    view.assembly.proposals.inOrder.filter { $0.proposer == id }.map(\.id)
  }
  private var mandates: [String] {
    view.assembly.mandates.inOrder.filter { $0.holder == id && $0.isInForce(at: view.now) }
      .map(\.id)
  }
  private var actions: [String] {
    view.assembly.actions.inOrder.filter { $0.task.owner == id && $0.isOpen }
      .map(\.task.action)
  }

  var text: String {
    let words = view.words
    var lines = [
      words(
        member.party.application == nil ? "deed.part.founder" : "deed.part.joined",
        ["application": member.party.application ?? ""]),
      words("deed.part.votes", ["cast": "\(cast)", "count": "\(votes.count)"]),
    ]
    for (key, names) in [("proposals", proposals), ("mandates", mandates), ("actions", actions)]
    where !names.isEmpty {
      lines.append(words("deed.part.\(key)", ["names": names.joined(separator: ", ")]))
    }
    return member.text + lines.map { "  \($0)\n" }.joined()
  }

  var json: [String: JSON] {
    member.fullJSON.merging([
      "votes": .integer(votes.count), "cast": .integer(cast),
      "proposals": .array(proposals.map(JSON.string)),
      "mandates": .array(mandates.map(JSON.string)), "actions": .array(actions.map(JSON.string)),
    ]) { $1 }
  }
}
