// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Signing

extension ProposalCommand {
  struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a text under a matter of the statutes.",
      discussion: """
        Only digests go into the log; the texts and papers travel beside it. New
        statutes are read and checked first.

        Example:
          viche proposal submit P-7 --matter position --title-uk "…" --title-en "…" \\
            --text uk=text.uk.md --text en=text.en.md --key m05.pem --out p7.statement
          viche proposal submit P-8 --matter statutes --title-uk "…" \\
            --text changes.md --statutes new.yaml --key keys/m05.pem
        """)
    @Argument(help: "The proposal's own name, such as P-7.") var proposal: String
    @Option(help: "The matter of the statutes, or 'statutes'.") var matter: String
    @OptionGroup var title: TitleOptions
    @OptionGroup var documents: DocumentOptions
    @Option(
      name: .customLong("paper"), help: "A paper that the matter asks for: NAME=FILE; repeatable.")
    var papers: [String] = []
    @Option(help: "The member that it is about.") var about: String?
    @Option(
      name: .customLong("option"),
      help: "An option of an approval ballot: ID=TITLE, or ID:en=TITLE; may be repeated.")
    var choices: [String] = []
    @Option(help: "The new statutes in YAML, for the matter 'statutes'.") var statutes: String?
    @Option(help: "When an adopted text ends by itself.") var validUntil: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var fields: [String: JSON] = [
        "proposal": .string(proposal), "matter": .string(matter),
        "title": try title.titles(desk), "texts": try documents.digests(desk),
        "papers": try desk.digests(papers, option: "--paper", shape: "NAME=FILE"),
      ]
      fields["about"] = about.map(JSON.string)
      fields["statutes"] = try desk.statutes(statutes, matter: matter)
      fields["options"] = choices.isEmpty ? nil : try ballotOptions(desk)
      fields["valid_until"] = try validUntil.map { .string(try desk.instant($0).text) }
      try desk.perform(.proposalSubmitted, fields)
    }

    /// `north=Північ` is the option's title in the language of record, `north:en=North` in another.
    private func ballotOptions(_ desk: Desk) throws -> JSON {
      let record = desk.assembly.statutes?.authoritativeLanguage ?? "uk"
      let titles = try desk.tagged(choices, option: "--option", shape: "ID=TITLE") { $1 }
      var options: [String: JSON] = [:]
      for (name, title) in titles {
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        let language = parts.count == 2 ? parts[1] : record
        var known = options[parts[0]]?.object ?? [:]
        known[language] = .string(Text.clean(title))
        options[parts[0]] = .object(known)
      }
      return .object(options)
    }
  }
}
