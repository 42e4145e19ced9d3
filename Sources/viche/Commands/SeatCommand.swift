// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct SeatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seat",
    abstract: "One seat: give it up or take it away, fill or name, and its alternate.",
    subcommands: [Vacate.self, Fill.self, Name.self, Alternate.self])

  struct Vacate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a seat up, or take it from who keeps away; the term ends at once.",
      discussion: """
        Signed by a voting key of the holder; with --absent by the registrar and a
        teller, and the meetings that it missed are computed.

        Example:
          viche seat vacate small_seat --party M05 --ground "We are moving." --key keys/m05.pem
          viche seat vacate small_seat --party M05 --absent --ground "Three meetings missed." \\
            --key keys/registrar.pem --key keys/m03.pem
        """)
    @Argument(help: "The class of seats.") var seat: String
    @Option(help: "The holder.") var party: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @Flag(help: "It missed as many meetings in a row as cost the seat.") var absent = false
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var fields: [String: JSON] = [
        "seat": .string(seat), "party": .string(party), "ground": .string(Text.clean(ground)),
      ]
      if absent { fields["meetings"] = .array(try missed(desk).map(JSON.string)) }
      try desk.perform(.seatVacated, fields)
    }

    /// The meetings that cost the seat; those it missed, where they are too few.
    private func missed(_ desk: Desk) throws -> [String] {
      let now = try desk.now()
      let bodies = (desk.assembly.statutes?.bodies ?? [:]).values
        .filter { $0.classes.contains(seat) }.map(\.name)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      guard let body = bodies.first else { return [] }
      let lost = desk.assembly.absences(from: body, at: now)
        .first { $0.seat == seat && $0.party == party }?.meetings
      let all = desk.assembly.attendance(of: body, at: now)
        .first { $0.seat == seat && $0.party == party }?.missed
      return lost ?? all ?? []
    }
  }

  struct Name: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a free place of a class to a member without an election.",
      discussion: """
        Only where the statutes say that vacancies of the class are named. Signed by the
        registrar, by the member, and by voting keys of more than half of the class's
        electors; the end of the term is computed.

        Example:
          viche seat name observer_seat --party M08 --key keys/registrar.pem --key keys/m08.pem \\
            --key keys/m01.pem --key keys/m03.pem
        """)
    @Argument(help: "The class of seats.") var seat: String
    @Option(help: "Who takes the place.") var party: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let now = try desk.now()
      let naming = try desk.asking { () throws(Refusal) in
        try desk.assembly.naming(of: party, for: seat, at: now)
      }
      try desk.perform(
        .seatNamed,
        ["seat": .string(seat), "party": .string(party), "until": .string(naming.until.text)])
    }
  }

  struct Alternate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name who sits for a holder where it may not or cannot.",
      discussion: """
        Signed by a voting key of each of the two. A later one replaces it.

        Example:
          viche seat alternate nngo_seat --party N1 --alternate N2 --key keys/n1.pem \\
            --key keys/n2.pem
        """)
    @Argument(help: "The class of seats.") var seat: String
    @Option(help: "The holder.") var party: String
    @Option(help: "Its alternate.") var alternate: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .alternateNamed,
        [
          "seat": .string(seat), "party": .string(party), "alternate": .string(alternate),
        ])
    }
  }

  struct Fill: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fill a place that ended early with the next in the last count.",
      discussion: """
        The ballots are counted again without those who left. Signed by the registrar
        and a teller.

        Example:
          viche seat fill small_seat --key keys/registrar.pem --key keys/m03.pem
        """)
    @Argument(help: "The class of seats.") var seat: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let now = try desk.now()
      guard let vote = lastCount(desk.assembly) else {
        throw desk.refused(
          Refusal(.noVacancy, clause: "seats.\(seat).vacancy", ["seat": seat]))
      }
      let next = try desk.asking { () throws(Refusal) in
        try desk.assembly.succession(to: seat, by: vote.id, at: now)
      }
      try desk.perform(
        .seatFilled,
        [
          "seat": .string(seat), "party": .string(next.nomination.party),
          "until": .string(next.until.text), "vote": .string(vote.id), "stages": next.stages,
        ])
    }

    /// The last certified vote that elected to the class.
    private func lastCount(_ assembly: Assembly) -> Vote? {
      assembly.votes.values
        .filter { $0.election != nil && $0.certified != nil && $0.items.contains(seat) }
        .max { ($0.certified ?? $0.opens) < ($1.certified ?? $1.opens) }
    }
  }
}
