// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct AmendmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amendment", abstract: "Amendments: another text in place of a proposal's.",
    subcommands: [Propose.self, Accept.self, Withdraw.self, Show.self])

  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Offer another text while a proposal is debated.",
      discussion: """
        The proposer may accept it; else it is put to the vote before the text is
        frozen. An amendment of a proposal about statutes names the statutes as they
        would then be (--statutes).

        Example:
          viche amendment propose AM-1 P-7 --title-uk "…" \\
            --text uk=other.uk.md --key keys/m08.pem
        """)
    @Argument(help: "The amendment's own name, such as AM-1.") var amendment: String
    @Argument(help: "The proposal.") var proposal: String
    @OptionGroup var title: TitleOptions
    @OptionGroup var documents: DocumentOptions
    @Option(help: "The other new statutes in YAML, for the matter 'statutes'.") var statutes:
      String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let proposal = try desk.found.proposal(proposal)
      var fields: [String: JSON] = [
        "amendment": .string(amendment), "proposal": .string(proposal.id),
        "title": try title.titles(desk), "texts": try documents.digests(desk),
      ]
      fields["statutes"] = try desk.statutes(statutes, matter: proposal.matter)
      try desk.perform(.amendmentProposed, fields)
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take an amendment over into your proposal.",
      discussion: """
        Example:
          viche amendment accept AM-1 --key keys/m05.pem
        """)
    @Argument(help: "The amendment.") var amendment: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let amendment = try desk.found.amendment(amendment)
      try desk.perform(.amendmentAccepted, ["amendment": .string(amendment.id)])
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw your amendment.",
      discussion: """
        Example:
          viche amendment withdraw AM-1 --key keys/m08.pem
        """)
    @Argument(help: "The amendment.") var amendment: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let amendment = try desk.found.amendment(amendment)
      try desk.perform(.amendmentWithdrawn, ["amendment": .string(amendment.id)])
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One amendment: whose it is, its texts, what became of it.",
      discussion: """
        Example:
          viche amendment show AM-1
        """)
    @Argument(help: "The amendment.") var amendment: String
    @OptionGroup var options: LogOptions

    func run() throws {
      let view = try Reading(options).view()
      let (amendment, shown) = (try view.found.amendment(amendment), ProposalView(view))
      Terminal.say(
        options.talk.json ? shown.json(amendment).canonicalText : shown.text(amendment))
    }
  }
}
