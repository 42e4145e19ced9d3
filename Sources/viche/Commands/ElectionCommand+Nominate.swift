// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension ElectionCommand {
  struct Nominate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Nominate a member for a class of seats, and who would sit for it.",
      discussion: """
        Signed by a voting key of a member that elects the class. The nominee and its
        organisation accept afterwards; only then it stands.

        Example:
          viche election nominate E1 --seat small_seat --party M05 --nominee m05 \\
            --label "Olena K." --fact nominee_woman=yes --key keys/m05.pem
          viche election accept E1-M05 --key keys/m05.pem
        """)
    @Argument(help: "The election.") var election: String
    @Option(help: "The class of seats.") var seat: String
    @Option(help: "The member that would hold the seat.") var party: String
    @Option(help: "The key of who would sit: its name, or the end of it.") var nominee: String
    @Option(help: "By what name people know who would sit; it is public.") var label: String
    @Option(
      name: .customLong("fact"),
      help: "What the statutes ask about who would sit: NAME=VALUE; may be repeated.")
    var facts: [String] = []
    @Option(help: "A file with what the candidate says; its SHA-256 is recorded.")
    var statement: String?
    @Option(help: "The nomination's own name (default: ELECTION-PARTY); ballots name it.")
    var name: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let facts = try desk.tagged(facts, option: "--fact", shape: "NAME=VALUE") {
        JSON.string($1)
      }
      var fields: [String: JSON] = [
        "nomination": .string(name ?? freeName(desk.assembly)), "election": .string(election),
        "seat": .string(seat), "party": .string(party),
        "nominee": .string(try nomineeKey(desk)), "label": .string(Text.clean(label)),
        "facts": .object(facts),
      ]
      fields["statement"] = try statement.map { .string(try desk.digest(of: $0)) }
      try desk.perform(.nominationMade, fields)
    }

    /// `E1-M05`; a second one for the same party is `E1-M05-2`.
    private func freeName(_ assembly: Assembly) -> String {
      let first = "\(election)-\(party)"
      var (name, number) = (first, 1)
      while assembly.nominations[name] != nil {
        number += 1
        name = "\(first)-\(number)"
      }
      return name
    }

    /// The whole name of the party's key that is meant.
    private func nomineeKey(_ desk: Desk) throws -> String {
      let keys = desk.assembly.keys.filter { $0.value.party == party && $0.value.revoked == nil }
        .keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      guard let key = keys.first(where: { $0.isKeyName(nominee) }) else {
        throw Failure(
          .usage,
          desk.words(
            "election.unknown_nominee",
            ["name": nominee, "party": party, "keys": keys.joined(separator: ", ")]))
      }
      return key
    }
  }
}
