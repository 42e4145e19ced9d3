// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct DocumentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "Papers that can be cited: register and list.",
    subcommands: [Register.self, List.self])

  struct Register: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Register a paper by its SHA-256; the paper itself stays outside.",
      discussion: """
        Signed by the registrar.

        Example:
          viche document register minutes.pdf --kind minutes --language uk \\
            --title-uk "Протокол 12" --key keys/registrar.pem
        """)
    @Argument(help: "The paper.") var file: String
    @Option(help: "What it is: scan, minutes, consultation, …") var kind: String
    @Option(help: "Its language, such as uk.") var language: String
    @OptionGroup var title: TitleOptions
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .documentRegistered,
        [
          "sha256": .string(try desk.digest(of: file)), "kind": .string(kind),
          "language": .string(language), "title": try title.titles(desk),
        ])
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Registered papers, in the order of their entries.",
      discussion: """
        Example:
          viche document list --kind minutes
        """)
    @Option(help: "Only papers of this kind.") var kind: String?
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      var listing = Listing(columnCount: 4)
      for place in view.log.entries where place.kind == .documentRegistered {
        guard let it = view.log.entries.statement(place.index).body as? DocumentRegistered,
          kind == nil || it.kind == kind
        else { continue }
        listing.add(
          [
            "\(place.index)", it.kind, "\(view.words.translation(of: it.title)) [\(it.language)]",
            "SHA-256 \(it.sha256)",
          ],
          [
            "entry": .integer(place.index), "kind": .string(it.kind),
            "language": .string(it.language), "sha256": .string(it.sha256),
            "title": .object(it.title.mapValues(JSON.string)),
          ])
      }
      listing.say(options.talk)
    }
  }
}
