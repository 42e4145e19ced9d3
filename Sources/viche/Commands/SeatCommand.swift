// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct SeatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seat", abstract: "One seat: give it up, or fill a place that fell vacant.",
    subcommands: [Vacate.self, Fill.self])

  struct Vacate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a seat up; the term ends at once.",
      discussion: """
        Signed by a voting key of the holder.

        Example:
          viche seat vacate small_seat --party M05 --ground "We are moving." --key keys/m05.pem
        """)
    @Argument(help: "The class of seats.") var seat: String
    @Option(help: "The holder.") var party: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .seatVacated,
        [
          "seat": .string(seat), "party": .string(party), "ground": .string(Text.clean(ground)),
        ])
    }
  }

  struct Fill: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fill a place that ended early with the next in the last count.",
      discussion: """
        The ballots are counted again without those who left. Signed by the registrar and a
        teller.

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
