// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct AppealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appeal", abstract: "Appeals against a refusal: file and rule.",
    subcommands: [File.self, Rule.self])

  struct File: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "File an appeal for an applicant, or of the member that a decision is about.",
      discussion: """
        Of an applicant: signed by it, or by the registrar with the time at which the
        appeal came. Against a decided proposal (--proposal): signed by a key of the
        member that it is about.

        Example:
          viche appeal file P-1 A-020 --ground "…" --received-at 2025-03-10T10:00:00Z \\
            --key keys/registrar.pem
          viche appeal file P-2 --proposal X-1 --ground "…" --key keys/m09.pem
        """)
    @Argument(help: "The appeal's own name, such as P-1.") var appeal: String
    @Argument(help: "The application.") var application: String?
    @Option(help: "The decided proposal, instead of an application.") var proposal: String?
    @Option(help: "The grounds; what they say is public.") var ground: String
    @Option(help: "When it came, attested by the registrar.") var receivedAt: String?
    @OptionGroup var options: ActOptions

    func validate() throws {
      guard (application == nil) != (proposal == nil) else {
        throw ValidationError("Name an application, or a proposal with --proposal.")
      }
    }

    func run() throws {
      let desk = try Desk(options)
      var fields: [String: JSON] = [
        "appeal": .string(appeal), "ground": .string(Text.clean(ground)),
      ]
      fields["application"] = application.map(JSON.string)
      fields["proposal"] = proposal.map(JSON.string)
      try desk.perform(.appealFiled, try desk.attested(fields, receivedAt))
    }
  }

  struct Rule: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rule on an appeal: uphold the decision or remit it.",
      discussion: """
        Signed by enough of the appeals body; of a decided proposal without the member
        concerned and the proposer.

        Example:
          viche appeal rule P-1 remit --ground "…" --key keys/m10.pem --key keys/m11.pem
        """)
    @Argument(help: "The appeal.") var appeal: String
    @Argument(help: "uphold or remit.") var verdict: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .appealRuled,
        [
          "appeal": .string(appeal), "verdict": .string(verdict),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }
}
