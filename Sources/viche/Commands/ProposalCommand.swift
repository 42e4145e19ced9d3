// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct ProposalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposal", abstract: "Proposals: submit, second, freeze, hear, show.",
    subcommands: [
      Submit.self, Second.self, Withdraw.self, Freeze.self, Revise.self, Hearing.self,
      Escalate.self, Show.self, List.self,
    ])

  struct Second: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Second a proposal, so that it is debated.",
      discussion: """
        Example:
          viche proposal second P-7 --key keys/m08.pem --out second.statement
        """)
    @Argument(help: "The proposal.") var proposal: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let proposal = try desk.found.proposal(proposal)
      try desk.perform(.proposalSeconded, ["proposal": .string(proposal.id)])
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw your proposal, before its freeze or between two rounds.",
      discussion: """
        Example:
          viche proposal withdraw P-7 --key keys/m05.pem
        """)
    @Argument(help: "The proposal.") var proposal: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let proposal = try desk.found.proposal(proposal)
      try desk.perform(.proposalWithdrawn, ["proposal": .string(proposal.id)])
    }
  }

  struct Freeze: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End the debate: the text as it now is goes to the vote.",
      discussion: """
        Signed by the registrar, once the time for debate is over and no amendment is
        pending.

        Example:
          viche proposal freeze P-7 --key keys/registrar.pem
        """)
    @Argument(help: "The proposal.") var proposal: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let proposal = try desk.found.proposal(proposal)
      try desk.perform(
        .textFrozen,
        [
          "proposal": .string(proposal.id),
          "texts": .object(proposal.texts.mapValues(JSON.string)),
        ])
    }
  }

  struct Revise: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change your proposal's text between two rounds of a rule.",
      discussion: """
        Example:
          viche proposal revise P-7 --text uk=text-2.uk.md --text en=text-2.en.md \\
            --key keys/m05.pem
        """)
    @Argument(help: "The proposal.") var proposal: String
    @OptionGroup var documents: DocumentOptions
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let proposal = try desk.found.proposal(proposal)
      try desk.perform(
        .textRevised,
        ["proposal": .string(proposal.id), "texts": try documents.digests(desk)])
    }
  }

  struct Hearing: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that the member concerned was heard, or did not come.",
      discussion: """
        Signed by the registrar, and by the member if it attended, else by one more
        member or office.

        Example:
          viche proposal hearing P-9 --attended --record minutes.txt \\
            --key keys/registrar.pem --key keys/m04.pem
        """)
    @Argument(help: "The proposal.") var proposal: String
    @Flag(help: "Whether the member came or wrote.") var attendance: Attendance
    @Option(help: "What was said; its digest is recorded.") var record: String?
    @OptionGroup var options: ActOptions

    enum Attendance: String, EnumerableFlag { case attended, absent }

    func run() throws {
      let desk = try Desk(options)
      let proposal = try desk.found.proposal(proposal)
      var fields: [String: JSON] = [
        "proposal": .string(proposal.id), "attended": .bool(attendance == .attended),
      ]
      fields["sha256"] = try record.map { .string(try desk.digest(of: $0)) }
      try desk.perform(.hearingHeld, fields)
    }
  }

  struct Escalate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask that the fallback rule decides, after the last round has failed.",
      discussion: """
        Signed by as many members as the rule asks for, or by the body that may ask.

        Example:
          viche proposal escalate P-7 --key keys/m01.pem --key keys/m02.pem \\
            --key keys/m03.pem --key keys/m05.pem --key keys/m08.pem
        """)
    @Argument(help: "The proposal.") var proposal: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let proposal = try desk.found.proposal(proposal)
      try desk.perform(.escalationRequested, ["proposal": .string(proposal.id)])
    }
  }
}
