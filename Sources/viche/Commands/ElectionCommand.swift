// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct ElectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "election",
    abstract: "Elections: call, nominate, accept, withdraw, open the vote, show.",
    discussion: """
      Ballots, count and certificate are those of every vote: viche vote cast, viche
      tally, viche certify.
      """,
    subcommands: [
      Call.self, Nominate.self, Accept.self, Withdraw.self, Open.self, Show.self,
    ])

  struct Call: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask for candidates; how many places are to be filled is computed.",
      discussion: """
        Signed by the registrar. Without --seats: every class that has places to fill
        then, where one body has such. For seats in other bodies: a mandate of the
        statutes, and how many places it has, with --places.

        Example:
          viche election call E1 --matter election --seats steering \\
            --nominations-until 2025-01-15T00:00:00+02:00 \\
            --terms-from 2025-02-15T00:00:00+02:00 --key keys/registrar.pem
          viche election call E2 --seats external_seat --places 2 \\
            --nominations-until 2025-01-15T00:00:00+02:00 \\
            --terms-from 2025-02-15T00:00:00+02:00 --key keys/registrar.pem
        """)
    @Argument(help: "The election's own name, such as E1.") var election: String
    @Option(help: "The matter of the statutes.") var matter = "election"
    @Option(help: "Classes of seats, or a body for all of its classes: small_seat,open_seat.")
    var seats: String?
    @Option(help: "For mandates only: how many places each of them has; nothing computes it.")
    var places: Int?
    @Option(help: "From when nobody is nominated or accepts any more.")
    var nominationsUntil: String
    @Option(help: "When the terms begin.") var termsFrom: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let from = try desk.instant(termsFrom)
      let places = try Places(desk, at: from, ofMandates: self.places).named(seats)
      try desk.perform(
        .electionCalled,
        [
          "election": .string(election), "matter": .string(matter),
          "places": .object(places.mapValues(JSON.integer)),
          "nominations_close": .string(try desk.instant(nominationsUntil).text),
          "terms_from": .string(from.text),
        ])
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept a nomination: from now it is a candidate.",
      discussion: """
        Signed by the nominee's key and by a voting key of the party; where they are the
        same, by that one.

        Example:
          viche election accept E1-M05 --key keys/m05.pem
        """)
    @Argument(help: "The nomination.") var nomination: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(.nominationAccepted, ["nomination": .string(nomination)])
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw a nomination, until the voting is over.",
      discussion: """
        Signed by the nominee's key or by a voting key of the party.

        Example:
          viche election withdraw E1-M05 --key keys/m05.pem
        """)
    @Argument(help: "The nomination.") var nomination: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(.nominationWithdrawn, ["nomination": .string(nomination)])
    }
  }
}

/// The places that an election can fill when its terms begin.
private struct Places {
  let desk: Desk
  let statutes: Statutes?
  let moment: Instant
  /// How many places each mandate has that is named; only where mandates are.
  let mandatePlaces: Int?

  init(_ desk: Desk, at moment: Instant, ofMandates places: Int?) throws {
    self.mandatePlaces = places
    self.desk = desk
    self.statutes = desk.assembly.inForce(at: try desk.now())
    self.moment = moment
  }

  /// Class to places, for the classes and bodies that are named, or for the one body that has any.
  func named(_ names: String?) throws -> [String: Int] {
    guard let names else { return try ofOneBody() }
    let all = names.split(separator: ",").map(String.init)
    let isOfMandates = all.allSatisfy {
      statutes?.seats[$0] == nil && statutes?.mandates[$0] != nil
    }
    guard isOfMandates == (mandatePlaces != nil) else {
      let key = isOfMandates ? "election.places_needed" : "election.places_computed"
      throw Failure(.usage, desk.words(key, ["seats": names]))
    }
    if let mandatePlaces {
      return Dictionary(all.map { ($0, mandatePlaces) }, uniquingKeysWith: { first, _ in first })
    }
    var places: [String: Int] = [:]
    for name in all {
      if statutes?.seats[name] != nil {
        places[name] = desk.assembly.placeEnds(ofSeat: name, at: moment).count
      } else if let body = statutes?.bodies[name], !body.classes.isEmpty {
        places.merge(free(in: body)) { $1 }
      } else {
        throw Failure(.usage, desk.words("election.unknown_class", ["name": name]))
      }
    }
    return places
  }

  private func ofOneBody() throws -> [String: Int] {
    let all = (statutes?.bodies ?? [:]).values.map(free).filter { !$0.isEmpty }
    guard all.count < 2 else {
      let seats = all.map { Election.text(ofPlaces: $0) }.sorted().joined(separator: "; ")
      throw Failure(
        .usage, desk.words("election.two_bodies", ["seats": seats]),
        hint: desk.words("election.two_bodies.hint"))
    }
    guard let places = all.first else {
      throw Failure(.refused, desk.words("election.nothing_free"))
    }
    return places
  }

  /// The classes of a body that have places to fill.
  private func free(in body: Statutes.Body) -> [String: Int] {
    var places: [String: Int] = [:]
    for name in body.classes {
      guard let seat = statutes?.seats[name], seat.per == nil else { continue }
      let count = desk.assembly.placeEnds(ofSeat: name, at: moment).count
      if count > 0 { places[name] = count }
    }
    return places
  }
}
