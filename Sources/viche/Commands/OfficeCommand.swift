// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing

struct OfficeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office", abstract: "Offices: assign and list.",
    subcommands: [Assign.self, List.self])

  struct Assign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give an office to a person.",
      discussion: """
        Signed by the person's key, the registrar and enough of the body that names the
        office.

        Example:
          viche office assign reviewer --holder keys/r1.vkey --party M02 --key keys/r1.pem \\
            --key keys/registrar.pem --key keys/m01.pem --key keys/m02.pem
        """)
    @Argument(help: "The role, such as reviewer.") var role: String
    @Option(help: "The person's .vkey file.") var holder: String
    @Option(help: "The member that the person belongs to.") var party: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var fields: [String: JSON] = [
        "role": .string(role), "key": .string(try desk.keyring.verifierKey(atPath: holder).text),
      ]
      if let party { fields["party"] = .string(party) }
      try desk.perform(.officeAssigned, fields)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Who holds which office and seat.",
      discussion: """
        Example:
          viche office list
        """)
    @OptionGroup var options: LogOptions

    func run() throws {
      let assembly = try Reading(options).log().assembly
      if options.talk.json { return Terminal.say(json(assembly).canonicalText) }
      var table = TextTable(columnCount: 3)
      for (role, holders) in assembly.offices.sorted(by: { $0.key < $1.key }) {
        for key in holders { table.add([role, key, assembly.keys[key]?.party ?? "–"]) }
      }
      for (seat, parties) in assembly.seatHolders(at: assembly.now).sorted(by: { $0.key < $1.key })
      {
        table.add([seat, parties.joined(separator: ", "), ""])
      }
      Terminal.say(table.text)
    }

    private func json(_ assembly: Assembly) -> JSON {
      let offices = assembly.offices.mapValues { holders in
        JSON.array(
          holders.map { key in
            var fields: [String: JSON] = ["key": .string(key)]
            fields["party"] = (assembly.keys[key]?.party).map(JSON.string)
            return .object(fields)
          })
      }
      return [
        "offices": .object(offices),
        "seats": .object(
          assembly.seatHolders(at: assembly.now).mapValues { .array($0.map(JSON.string)) }),
      ]
    }
  }
}
