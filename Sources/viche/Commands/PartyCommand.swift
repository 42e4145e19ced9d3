// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance

struct PartyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "party", abstract: "An organisation's ties: declare one.",
    subcommands: [Relate.self])

  struct Relate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Declare a tie, such as a conflict of interest.",
      discussion: """
        Example:
          viche party relate funds M02 A-015 --key keys/r1.pem
        """)
    @Argument(help: "The kind of relation.") var kind: String
    @Argument(help: "The party that stands in the relation.") var from: String
    @Argument(help: "The party or application that it stands to.") var to: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .relationDeclared, ["kind": .string(kind), "from": .string(from), "to": .string(to)])
    }
  }
}
