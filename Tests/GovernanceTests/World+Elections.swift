// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// The moments of one election; Kyiv is two hours ahead of UTC in winter, three in summer.
struct Timetable {
  let called, close, opened, opens, closes, tallied, certified, from: String

  /// Notice of three days: the 11th, 12th and 13th; five days from the 14th; twelve hours of grace.
  static let spring = Timetable(
    called: "2025-02-03T08:00:00Z", close: "2025-02-10T22:00:00Z",
    opened: "2025-02-11T08:00:00Z", opens: "2025-02-13T22:00:00Z",
    closes: "2025-02-18T22:00:00Z", tallied: "2025-02-19T10:00:00Z",
    certified: "2025-02-19T11:00:00Z", from: "2025-02-28T22:00:00Z")

  /// The same from 5 August; terms from 1 September.
  static let autumn = Timetable(
    called: "2025-07-28T08:00:00Z", close: "2025-08-04T21:00:00Z",
    opened: "2025-08-05T08:00:00Z", opens: "2025-08-07T21:00:00Z",
    closes: "2025-08-12T21:00:00Z", tallied: "2025-08-13T09:00:00Z",
    certified: "2025-08-13T10:00:00Z", from: "2025-08-31T21:00:00Z")
}

/// Somebody who stands, and by how many electors of the class, in order, it is approved of.
struct Runner {
  let seat, party: String
  let approvals: Int
  var woman = false

  /// `s-M02`: the class and the party.
  var nomination: String { "\(seat.prefix(1))-\(party)" }
}

/// An election of some classes, told from the call on.
struct Contested {
  var id = "E1"
  var places = ["small_seat": 3, "frontline_seat": 2, "open_seat": 4]
  var times = Timetable.spring
  var runners: [Runner]
  var vote: String { "V-\(id)" }

  /// Who is small and who is near the front follows from the founding's facts.
  static let electors = [
    "small_seat": ["M02", "M04", "M09", "M12", "M15", "M16"],
    "frontline_seat": ["M04", "M08", "M13", "M15"],
    "open_seat": World.members.map { $0.uppercased() },
  ]

  /// The model statutes with open ballots, which are easier to read.
  static func founded(_ change: (inout [String: JSON]) -> Void = { _ in }) throws -> World {
    let statutes = try Coalition.statutes(
      "alliance-cso", [("ties: [lot], secrecy: sealed}", "ties: [lot]}")])
    var fields = try World.founding(statutes: statutes)
    change(&fields)
    var world = World()
    try world.record(.founding(fields))
    return world
  }
}

// The acts.
extension Contested {
  var call: Attempt {
    Attempt(
      .electionCalled,
      [
        "election": .string(id), "matter": "election",
        "places": .object(places.mapValues(JSON.integer)),
        "nominations_close": .string(times.close), "terms_from": .string(times.from),
      ], by: ["registrar"], at: times.called)
  }

  func nomination(_ runner: Runner, by: String? = nil) -> Attempt {
    let key = runner.party.lowercased()
    return Attempt(
      .nominationMade,
      [
        "nomination": .string("\(id)-\(runner.nomination)"), "election": .string(id),
        "seat": .string(runner.seat), "party": .string(runner.party),
        "nominee": .string(World.key(key)), "label": .string("особа \(runner.party)"),
        "facts": ["nominee_woman": runner.woman ? "yes" : "no"],
      ], by: [by ?? key], at: times.called)
  }

  func acceptance(_ runner: Runner) -> Attempt {
    Attempt(
      .nominationAccepted, ["nomination": .string("\(id)-\(runner.nomination)")],
      by: [runner.party.lowercased()], at: times.called)
  }

  func withdrawal(_ runner: Runner, at: String) -> Attempt {
    Attempt(
      .nominationWithdrawn, ["nomination": .string("\(id)-\(runner.nomination)")],
      by: [runner.party.lowercased()], at: at)
  }

  /// The classes in the order of the body's seats.
  var items: [String] {
    ["small_seat", "frontline_seat", "open_seat"].filter { seat in
      runners.contains { $0.seat == seat }
    }
  }

  func names(_ seat: String) -> [String] {
    runners.filter { $0.seat == seat }.map { "\(id)-\($0.nomination)" }.sorted()
  }

  func opening(tellers: [String] = []) -> Attempt {
    let electors = Set(items.flatMap { Self.electors[$0] ?? [] }).sorted()
    var fields: [String: JSON] = [
      "vote": .string(vote), "election": .string(id), "matter": "election",
      "rule": "seat_election", "round": 1, "items": .array(items.map(JSON.string)),
      "candidates": .object(
        Dictionary(
          uniqueKeysWithValues: items.map { ($0, .array(names($0).map(JSON.string))) })),
      "opens": .string(times.opens), "closes": .string(times.closes),
      "electorate": .array(electors.map { [.string($0)] }),
    ]
    if !tellers.isEmpty {
      fields["tellers"] = .array(
        tellers.map {
          ["key": .string(World.key($0)), "recipient": .string("age1-\(World.key($0))")]
        })
    }
    return Attempt(.voteOpened, fields, by: ["registrar"] + tellers, at: times.opened)
  }

  /// What one member's ballot says: a list for each class that it votes on.
  func choices(of member: String) -> [String: JSON] {
    var choices: [String: JSON] = [:]
    for seat in items {
      guard let place = Self.electors[seat]?.firstIndex(of: member) else { continue }
      let list = runners.filter { $0.seat == seat && place < $0.approvals }
      choices[seat] = .array(list.map { "\(id)-\($0.nomination)" }.sorted().map(JSON.string))
    }
    return choices
  }

  /// From the call to the opening of the vote.
  func opened(in world: World) throws -> World {
    var world = world
    try world.record(call)
    for runner in runners {
      try world.record(nomination(runner))
      try world.record(acceptance(runner))
    }
    try world.record(opening())
    return world
  }

  /// To the tally; `between` happens while the vote is open, after all ballots.
  func counted(
    in world: World, between: (inout World) throws -> Void = { _ in }
  ) throws -> World {
    var world = try opened(in: world)
    for member in World.members where !choices(of: member.uppercased()).isEmpty {
      let ballot = try world.ballot(
        by: member, choices(of: member.uppercased()), in: vote, at: times.opens)
      try world.record(ballot)
    }
    try between(&world)
    try world.record(try world.tally(vote, at: times.tallied))
    return world
  }

  /// To the certificate.
  func decided(in world: World, certifiedAt: String? = nil) throws -> World {
    var world = try counted(in: world)
    try world.record(try world.electing(vote, at: certifiedAt ?? times.certified))
    return world
  }
}

extension World {
  /// The certificate of an election's vote, with the terms that begin.
  func electing(_ vote: String, at: String) throws -> Attempt {
    let received = try #require(Instant(at))
    let terms = assembly.newTerms(try self.vote(vote), at: received).map(\.json)
    return try certificate(vote, at: at).with(["terms": .array(terms)])
  }

  /// The parties elected in a class, in order.
  func elected(_ seat: String, _ vote: String = "V-E1") throws -> [String] {
    let result = try self.vote(vote).results?.first { $0.item == seat }
    return try #require(result?.elected).candidates.compactMap {
      assembly.nominations[$0]?.party
    }
  }

  func holders(_ seat: String, at time: String) throws -> [String] {
    assembly.holders(ofSeat: seat, at: try #require(Instant(time)))
  }

  /// A holder gives its seat up.
  func vacating(_ seat: JSON, _ party: String, at: String) -> Attempt {
    Attempt(
      .seatVacated, ["seat": seat, "party": .string(party), "ground": "Бракує часу."],
      by: [party.lowercased()], at: at)
  }

  /// The place of a class goes to that party, with what the countback says.
  func filling(
    _ seat: String, with party: JSON, until: JSON, vote: String = "V-E1", at: String
  ) throws -> Attempt {
    let now = try #require(Instant(at))
    let stages = try? assembly.succession(to: seat, by: vote, at: now).stages
    return Attempt(
      .seatFilled,
      [
        "seat": .string(seat), "party": party, "until": until, "vote": .string(vote),
        "stages": stages ?? [],
      ], by: ["registrar", "m03"], at: at)
  }

  /// The terms that an election began, in order: class, party, end.
  func terms(by vote: String) -> [String] {
    assembly.terms.filter { $0.vote == vote }.map {
      "\($0.seat) \($0.party) \($0.until?.text ?? "–")"
    }
  }
}

extension Contested {
  /// Nine places, twelve candidates; women stand for M02, M08, M06 and M14.
  static let first = Contested(runners: [
    .init(seat: "small_seat", party: "M02", approvals: 4, woman: true),
    .init(seat: "small_seat", party: "M09", approvals: 3),
    .init(seat: "small_seat", party: "M12", approvals: 5),
    .init(seat: "small_seat", party: "M16", approvals: 1),
    .init(seat: "frontline_seat", party: "M08", approvals: 2, woman: true),
    .init(seat: "frontline_seat", party: "M13", approvals: 1),
    .init(seat: "open_seat", party: "M01", approvals: 6),
    .init(seat: "open_seat", party: "M03", approvals: 5),
    .init(seat: "open_seat", party: "M05", approvals: 4),
    .init(seat: "open_seat", party: "M14", approvals: 3, woman: true),
    .init(seat: "open_seat", party: "M07", approvals: 2),
    .init(seat: "open_seat", party: "M06", approvals: 1, woman: true),
  ])

  /// Half a year later four places are free.
  static let second = Contested(
    id: "E2", places: ["small_seat": 1, "frontline_seat": 1, "open_seat": 2], times: .autumn,
    runners: [
      .init(seat: "small_seat", party: "M09", approvals: 3),
      .init(seat: "small_seat", party: "M16", approvals: 2),
      .init(seat: "frontline_seat", party: "M13", approvals: 1),
      .init(seat: "open_seat", party: "M05", approvals: 9),
      .init(seat: "open_seat", party: "M14", approvals: 2, woman: true),
      .init(seat: "open_seat", party: "M06", approvals: 1, woman: true),
    ])

  /// One class only; all who stand are women, since the floor would keep their seats empty.
  static func only(_ seat: String, _ places: Int, _ runners: [(String, Int)]) -> Contested {
    Contested(
      places: [seat: places],
      runners: runners.map { Runner(seat: seat, party: $0.0, approvals: $0.1, woman: true) })
  }

  /// The coalition after the first election, and after the second.
  static var afterFirst: World { get throws { try worlds.get().0 } }
  static var afterSecond: World { get throws { try worlds.get().1 } }

  private static let worlds = Result<(World, World), any Error> {
    let world = try first.decided(in: founded())
    return (world, try second.decided(in: world))
  }
}
