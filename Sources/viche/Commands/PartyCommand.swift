// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct PartyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "party", abstract: "Members: list, show, declare a tie.",
    subcommands: [List.self, Show.self, Relate.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The members, their classes and since when.",
      discussion: """
        Example:
          viche party list --log alliance.viche
        """)
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let (assembly, words) = (log.assembly, options.talk.words)
      let now = log.received ?? System.now
      let parties = assembly.parties.values.sorted {
        $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
      }
      if options.talk.json {
        return Terminal.say(
          JSON.array(
            parties.map { party in
              [
                "party": .string(party.id), "name": .object(party.name.mapValues(JSON.string)),
                "status": .string(party.status(at: now)), "since": .string(party.since.text),
                "rolls": .array(assembly.rolls(of: party.id, at: now).map(JSON.string)),
              ]
            }
          ).canonicalText)
      }
      var table = TextTable([.init(""), .init(""), .init(""), .init("")])
      for party in parties {
        table.add([
          party.id, Plain.safe(words.translation(of: party.name)),
          assembly.rolls(of: party.id, at: now).joined(separator: ", "),
          Moment(words.language, assembly.calendar).text(party.since),
        ])
      }
      Terminal.say(table.text)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One member: facts, ties, keys, seats.",
      discussion: """
        Example:
          viche party show M07
        """)
    @Argument(help: "The member.") var party: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let member = try MemberView(named: party, try options.view())
      Terminal.say(
        options.talk.json ? JSON.object(member.fullJSON).canonicalText : member.text)
    }
  }

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
