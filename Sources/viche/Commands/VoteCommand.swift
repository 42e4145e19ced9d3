// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing

struct VoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vote", abstract: "Votes: open one, cast a ballot, show who may vote.",
    subcommands: [Open.self, Cast.self, Show.self])

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put applications to the vote, one question each.",
      discussion: """
        Without applications: everyone on the shortlist who can be voted on together.

        Example:
          viche vote open V1 --call 2024-1 --key keys/registrar.pem
        """)
    @Argument(help: "The vote's own name, such as V1.") var vote: String
    @Argument(help: "Applications, proposals or amendments.") var items: [String] = []
    @Option(help: "A call, to put everyone on its shortlist to the vote.") var call: String?
    @Option(help: "When voting opens (default: as soon as the notice allows).") var opens: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let now = try desk.now()
      let items = try self.items(desk)
      let plan = try desk.asking { () throws(Refusal) in
        try desk.assembly.votingPlan(on: items, at: now)
      }
      let opens = try self.opens.map(desk.instant) ?? plan.earliest
      guard let closes = desk.assembly.closing(of: plan.window, from: opens) else {
        throw desk.refused(Refusal(.unknownMatter, clause: "matters", ["matter": plan.matter]))
      }
      var fields: [String: JSON] = [
        "vote": .string(vote), "matter": .string(plan.matter), "rule": .string(plan.course.rule),
        "round": .integer(plan.course.round), "items": .array(items.map(JSON.string)),
        "opens": .string(opens.text), "closes": .string(closes.text),
        "electorate": .array(plan.electorate.map { .array($0.map(JSON.string)) }),
      ]
      fields["call"] = plan.call.map(JSON.string)
      fields["weights"] = plan.weights.map { .array($0.map(JSON.integer)) }
      try desk.perform(.voteOpened, fields)
    }

    private func items(_ desk: Desk) throws -> [String] {
      guard items.isEmpty, let call else { return items }
      return desk.assembly.votableTogether(in: try desk.found.call(call)).map(\.id)
    }
  }

  struct Cast: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cast a signed ballot; a later one replaces an earlier one.",
      discussion: """
        With --out the ballot is a small file that can travel by mail, messenger or stick.

        Example:
          viche vote cast V1 --yes A-014 --yes A-018 --no A-011 --key keys/m05.pem --out m05.statement
          viche vote cast V1 --rest yes --no A-011 --key keys/m05.pem
        """)
    @Argument(help: "The vote.") var vote: String
    @Option(help: "An application to say yes to; may be repeated.") var yes: [String] = []
    @Option(help: "An application to say no to; may be repeated.") var no: [String] = []
    @Option(help: "An application to abstain on; may be repeated.") var abstain: [String] = []
    @Option(help: "yes, no or abstain for every application not named.") var rest: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      var choices: [String: JSON] = [:]
      if let rest { for id in vote.items { choices[id] = .string(rest) } }
      for (choice, names) in [("yes", yes), ("no", no), ("abstain", abstain)] {
        for name in names { choices[name] = .string(choice) }
      }
      try desk.perform(
        .ballotCast,
        [
          "vote": .string(vote.id), "on": .string(Hex.encode(vote.digest)),
          "choices": .object(choices), "sealed_at": .string(try desk.now().text),
        ])
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "A vote's questions, window, electorate and turnout; not who voted how before it is over.",
      discussion: """
        Example:
          viche vote show V1
        """)
    @Argument(help: "The vote.") var vote: String
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      let vote = try Found(log.assembly, options.talk.words).vote(vote)
      if options.talk.json { return Terminal.say(vote.json.canonicalText) }
      let moment = Moment(words.language, log.assembly.calendar)
      let part = vote.turnout
      Terminal.say(
        words(
          "vote.shown",
          [
            "vote": vote.id, "opens": moment.text(vote.opens), "closes": moment.text(vote.closes),
            "clause": "rules.\(vote.rule)", "part": "\(part)",
            "electors": "\(vote.electorate.count)",
          ]))
      for id in vote.items {
        let name = log.assembly.applications[id].map { words.translation(of: $0.name) } ?? ""
        Terminal.say("  \(id)  \(Plain.safe(name))")
      }
      Terminal.say(words("vote.silence"))
    }
  }
}

extension Vote {
  /// For programs: questions, window and electorate; no choices.
  var json: JSON {
    [
      "vote": .string(id), "opens": .string(opens.text), "closes": .string(closes.text),
      "grace_ends": .string(graceEnds.text), "rule": .string(rule),
      "items": .array(items.map(JSON.string)),
      "electorate": .array(electorate.map { .array($0.map(JSON.string)) }),
    ]
  }
}
