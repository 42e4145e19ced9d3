// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct ExternalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "external",
    abstract: "Decisions of other bodies, recorded as theirs and never as the members'.",
    subcommands: [Record.self])

  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record what another body decided.",
      discussion: """
        Signed by the holder of the mandate with which it was attended, and another
        member.

        Example:
          viche external record EX-1 minutes.pdf --body "Humanitarian Country Team" \\
            --decided 2025-05-10T15:00:00+03:00 --title-uk "План на 2026" --mandate MD-1 \\
            --key keys/m07.pem --key keys/m02.pem
        """)
    @Argument(help: "The decision's own name, such as EX-1.") var decision: String
    @Argument(help: "The evidence; its SHA-256 is recorded.") var file: String
    @Option(help: "Who decided.") var body: String
    @Option(help: "When.") var decided: String
    @OptionGroup var title: TitleOptions
    @Option(help: "The mandate with which it was attended.") var mandate: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .externalRecorded,
        [
          "decision": .string(decision), "body": .string(Text.clean(body)),
          "decided": .string(try desk.instant(decided).text),
          "title": try title.titles(desk),
          "sha256": .string(try desk.digest(of: file)), "mandate": .string(mandate),
        ])
    }
  }
}
