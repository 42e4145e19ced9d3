// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension VoteCommand {
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put applications, proposals or amendments to the vote.",
      discussion: """
        Rule, round, window and electorate follow from the statutes. With --call and
        no items: everyone on the shortlist who can be voted on together.

        Where the rule seals ballots, every teller makes a key for this vote (viche
        seal keygen) and signs the opening too; with --out it goes round (viche sign).

        Example:
          viche vote open V1 --call 2024-1 --key keys/registrar.pem
          viche vote open V2 P-7 --key keys/registrar.pem
          viche vote open V3 P-9 --teller-recipient m03=age1… \\
            --teller-recipient m09=age1… --key keys/registrar.pem --out v3.statement
        """)
    @Argument(help: "The vote's own name, such as V1.") var vote: String
    @Argument(help: "Applications, proposals or amendments.") var items: [String] = []
    @Option(help: "A call, to put everyone on its shortlist to the vote.") var call: String?
    @Option(help: "When voting opens (default: as soon as the notice allows).") var opens: String?
    @Option(
      name: .customLong("teller-recipient"),
      help: "A teller's key name, or the end of it, and age recipient: m03=age1…; repeatable.")
    var recipients: [String] = []
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
      fields["tellers"] = try desk.tellers(
        plan.tellers, given: recipients, rule: plan.course.rule)
      try desk.perform(.voteOpened, fields)
    }

    private func items(_ desk: Desk) throws -> [String] {
      guard items.isEmpty, let call else { return items }
      return desk.assembly.votableTogether(in: try desk.found.call(call)).map(\.id)
    }
  }

  struct Extend: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Move the closing after an outage, as the window allows.",
      discussion: """
        Signed by those whom the window's outage rule names, such as registrar and
        witness.

        Example:
          viche vote extend V1 --until 2025-03-06T00:00:00+02:00 \\
            --ground "no power in UA-63" --key keys/registrar.pem --key keys/w1.pem
        """)
    @Argument(help: "The vote.") var vote: String
    @Option(help: "The new closing.") var until: String
    @Option(help: "What happened, and where; it is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vote = try desk.found.vote(vote)
      try desk.perform(
        .voteExtended,
        [
          "vote": .string(vote.id), "closes": .string(try desk.instant(until).text),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }
}
