// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance

struct PartyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "party",
    abstract: "An organisation: declare a tie, update its facts, merge it into another.",
    subcommands: [Relate.self, Update.self, Merge.self])

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

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that facts about a member have changed; others stay as they are.",
      discussion: """
        Electorates and candidates follow from now; who holds a seat keeps it to the end
        of its term. Signed by the registrar and a voting key of the member.

        Example:
          viche party update M05 --fact budget_uah=6200000 --evidence report-2025.pdf \\
            --key keys/registrar.pem --key keys/m05.pem
        """)
    @Argument(help: "The member.") var member: String
    @Option(
      name: .customLong("fact"),
      help: "An attribute of the statutes, as it is now: NAME=VALUE; may be repeated.")
    var facts: [String]
    @Option(help: "A file that shows it; it stays with you, its SHA-256 is recorded.")
    var evidence: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let facts = try desk.tagged(facts, option: "--fact", shape: "NAME=VALUE") {
        JSON.string($1)
      }
      var fields: [String: JSON] = ["party": .string(member), "facts": .object(facts)]
      fields["sha256"] = try evidence.map { .string(try desk.digest(of: $0)) }
      try desk.perform(.partyUpdated, fields)
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that a member became part of another one; it leaves at once.",
      discussion: """
        Signed by the registrar and a voting key of each of the two.

        Example:
          viche party merge M05 --into M02 --document merger.pdf --key keys/registrar.pem \\
            --key keys/m05.pem --key keys/m02.pem
        """)
    @Argument(help: "The member that leaves.") var member: String
    @Option(help: "The member that it became part of.") var into: String
    @Option(help: "The document; it stays with you, its SHA-256 is recorded.")
    var document: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .partyMerged,
        [
          "party": .string(member), "into": .string(into),
          "sha256": .string(try desk.digest(of: document)),
        ])
    }
  }
}
