// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

// Calls for candidates, nominations, the vote.
extension Refusals {
  private static let first = Contested.first
  private static let small = Contested.first.runners[2]

  static let elections: [RefusalRow] = [
    .init(.thingExists, at: .founded, "there is an election of that name") { world in
      world = try world.after(first.call)
      return first.call
    },
    .init(.unknownMatter, at: .founded, "positions are decided by a rule") { _ in
      first.call.with(["matter": "position"])
    },
    .init(.unknownSeat, at: .founded, "judges belong to another body") { _ in
      first.call.with(["places": ["appeal_seat": 3, "small_seat": 3]])
    },
    .init(.wrongPlaces, at: .founded, "three small seats are free, not two") { _ in
      first.call.with(["places": ["small_seat": 2]])
    },
    .init(.wrongPlaces, at: .founded, "an election to nothing") { _ in
      first.call.with(["places": [:]])
    },
    .init(.electionPending, at: .founded, "the first one is not certified") { world in
      world = try world.after(first.call)
      return first.call.with(["election": "E9"])
    },
    .init(.wrongWindow, at: .founded, "terms would begin while nominations come in") { _ in
      first.call.with(["terms_from": "2025-02-10T21:59:59Z"])
    },
    .init(.wrongWindow, at: .founded, "nominations close at the call") { _ in
      first.call.with(["nominations_close": .string(first.times.called)])
    },
    .init(.wrongSigners, at: .founded, "the registrar calls elections") { _ in
      first.call.signed(by: ["m01"])
    },
    .init(.notToBeVoted, at: .founded, "nominations are open for another second") { world in
      try called(&world, [small])
      return only([small]).opening().at("2025-02-10T21:59:59Z")
    },
    .init(.notToBeVoted, at: .founded, "a class that nobody stands for") { world in
      try called(&world, [small])
      return first.opening()
    },
    .init(.noticeTooShort, at: .founded, "a second before the notice is over") { world in
      try called(&world, [small])
      return only([small]).opening().with(["opens": "2025-02-13T21:59:59Z"])
    },
    .init(.wrongCandidates, at: .founded, "one who accepted is left out") { world in
      try called(&world, Array(first.runners[0...2]))
      return only([small]).opening()
    },
    .init(.wrongCandidates, at: .shortlisted, "a vote on an application has none") { world in
      try world.opening(on: ["A-1"]).with(["candidates": ["small_seat": ["E1-s-M12"]]])
    },
    .init(.wrongElectorate, at: .founded, "only small members elect small seats") { world in
      try called(&world, [small])
      return only([small]).opening().with(["electorate": [["M01"], ["M02"]]])
    },
    .init(.wrongTellers, at: .founded, "the model statutes seal this vote") { world in
      try called(&world, [small])
      return only([small]).opening()
    },
  ]

  static let nominations: [RefusalRow] = [
    .init(.thingExists, at: .founded, "there is a nomination of that name") { world in
      world = try world.after(first.call, first.nomination(small))
      return first.nomination(small)
    },
    .init(.unknownThing, at: .founded, "there is no such election") { _ in
      first.nomination(small)
    },
    .init(.nominationsOver, at: .founded, "the closing moment is outside") { world in
      world = try world.after(first.call)
      return first.nomination(small).at(first.times.close)
    },
    .init(.nominationsOver, at: .founded, "it accepts too late") { world in
      world = try world.after(first.call, first.nomination(small))
      return first.acceptance(small).at(first.times.close)
    },
    .init(.unknownSeat, at: .founded, "the election is of other classes") { world in
      world = try world.after(first.call)
      return first.nomination(small).with(["seat": "appeal_seat"])
    },
    .init(.unknownParty, at: .founded, "it is no member") { world in
      world = try world.after(first.call)
      return first.nomination(small).with(["party": "M99"])
    },
    .init(.unknownKey, at: .founded, "the nominee's key is another party's") { world in
      world = try world.after(first.call)
      return first.nomination(small).with(["nominee": .string(World.key("m01"))])
    },
    .init(.unknownFact, at: .founded, "a fact about the party, not the person") { world in
      world = try world.after(first.call)
      return first.nomination(small).with(["facts": ["oblast": "UA-30"]])
    },
    .init(.notAHolder, at: .founded, "M01 is not small") { world in
      world = try world.after(first.call)
      return first.nomination(.init(seat: "small_seat", party: "M01", approvals: 0), by: "m12")
    },
    // Members since 21 October 2024: on 3 January 2025 for 74 days, and M01 is not small.
    .init(.notAHolder, at: .founded, "it is no member for ninety days") { world in
      world = try world.after(first.call.at("2025-01-03T08:00:00Z"))
      return first.nomination(first.runners[6]).at("2025-01-03T08:00:00Z")
    },
    .init(.tooManyHolders, at: .founded, "its year is not over") { world in
      world = try Contested.afterFirst.after(Contested.second.call)
      return Contested.second.nomination(.init(seat: "open_seat", party: "M12", approvals: 0))
    },
    .init(.incompatibleOffice, at: .founded, "a judge on appeals") { world in
      world = try world.after(first.call)
      return first.nomination(.init(seat: "open_seat", party: "M10", approvals: 0))
    },
    .init(.resting, at: .founded, "two terms in a row") { world in
      let third = Contested.third(id: "E3", year: 2026)
      world = try Contested.afterSecond.after(third.call)
      return third.nomination(third.runners[0])
    },
    .init(.thingExists, at: .founded, "it is nominated for this class") { world in
      world = try world.after(first.call, first.nomination(small))
      return first.nomination(small, by: "m02").with(["nomination": "N-9"])
    },
    .init(.notAnElector, at: .founded, "M01 elects no small seat") { world in
      world = try world.after(first.call)
      return first.nomination(small, by: "m01")
    },
    .init(.thingExists, at: .founded, "it accepts once") { world in
      try called(&world, [small])
      return first.acceptance(small)
    },
    .init(.wrongSigners, at: .founded, "nobody else accepts for it") { world in
      world = try world.after(first.call, first.nomination(small))
      return first.acceptance(small).signed(by: ["m01"])
    },
    .init(.unknownThing, at: .founded, "it was withdrawn") { world in
      try called(&world, [small])
      world = try world.after(first.withdrawal(small, at: first.times.called))
      return first.withdrawal(small, at: first.times.called)
    },
    .init(.votingOver, at: .founded, "it withdraws when the vote has closed") { world in
      world = try first.counted(in: Contested.founded())
      return first.withdrawal(small, at: first.times.tallied)
    },
  ]

  static let terms: [RefusalRow] = [
    .init(.wrongTerms, at: .founded, "a day longer") { world in
      world = try first.counted(in: Contested.founded())
      let attempt = try world.electing("V-E1", at: first.times.certified)
      let longer = attempt.fields["terms"]?.replacing("0", "until", with: "2026-03-01T22:00:00Z")
      return attempt.with(["terms": longer ?? []])
    },
    .init(.wrongTerms, at: .founded, "the third place before the first") { world in
      world = try first.counted(in: Contested.founded())
      let attempt = try world.electing("V-E1", at: first.times.certified)
      var terms = attempt.fields["terms"]?.array ?? []
      terms.swapAt(0, 2)
      return attempt.with(["terms": .array(terms)])
    },
    .init(.wrongTerms, at: .founded, "no terms are named") { world in
      world = try first.counted(in: Contested.founded())
      return try world.certificate("V-E1", at: first.times.certified)
    },
    .init(.notAHolder, at: .founded, "M01 holds no small seat") { world in
      world.vacating("small_seat", "M01", at: first.times.called)
    },
    .init(.noVacancy, at: .founded, "all small seats are held") { world in
      world = try Contested.afterFirst
      return try world.filling(
        "small_seat", with: "M16", until: "2026-02-28T22:00:00Z", at: "2025-04-01T08:00:00Z")
    },
    .init(.nobodyLeft, at: .founded, "two stood for two seats") { world in
      try vacant(&world, "frontline_seat", "M08")
      return try world.filling(
        "frontline_seat", with: "M04", until: "2026-02-28T22:00:00Z", at: "2025-04-01T08:00:00Z")
    },
    .init(.wrongParty, at: .founded, "M04 did not stand") { world in
      try vacant(&world, "small_seat", "M12")
      return try world.filling(
        "small_seat", with: "M04", until: "2026-02-28T22:00:00Z", at: "2025-04-01T08:00:00Z")
    },
    .init(.wrongTerms, at: .founded, "a year of its own") { world in
      try vacant(&world, "small_seat", "M12")
      return try world.filling(
        "small_seat", with: "M16", until: "2026-03-31T21:00:00Z", at: "2025-04-01T08:00:00Z")
    },
    .init(.wrongTally, at: .founded, "without the count's working") { world in
      try vacant(&world, "small_seat", "M12")
      return try world.filling(
        "small_seat", with: "M16", until: "2026-02-28T22:00:00Z", at: "2025-04-01T08:00:00Z"
      ).with(["stages": []])
    },
    .init(.wrongSigners, at: .founded, "no teller signs") { world in
      try vacant(&world, "small_seat", "M12")
      return try world.filling(
        "small_seat", with: "M16", until: "2026-02-28T22:00:00Z", at: "2025-04-01T08:00:00Z"
      ).signed(by: ["registrar"])
    },
  ]

  /// The first election, so many of its candidates having accepted.
  private static func called(_ world: inout World, _ runners: [Runner]) throws {
    world = try world.after(first.call)
    for runner in runners {
      world = try world.after(first.nomination(runner), first.acceptance(runner))
    }
  }

  private static func only(_ runners: [Runner]) -> Contested {
    var race = first
    race.runners = runners
    return race
  }

  /// After the first election a holder gives its seat up.
  private static func vacant(_ world: inout World, _ seat: JSON, _ party: String) throws {
    world = try Contested.afterFirst
    world = try world.after(world.vacating(seat, party, at: "2025-04-01T08:00:00Z"))
  }
}
