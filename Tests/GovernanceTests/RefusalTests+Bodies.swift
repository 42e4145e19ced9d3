// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

// Members that change, meetings, chairs.
extension Refusals {
  private static let day = "2024-10-22T08:00:00Z"
  private static let spring = "2025-04-21T21:00:00Z"

  static let changes: [RefusalRow] = [
    .init(.unknownParty, at: .founded, "it is no member") { _ in
      .update("M99", ["oblast": "UA-30"], at: day).signed(by: ["registrar", "m01"])
    },
    .init(.unknownFact, at: .founded, "nothing has changed") { _ in .update("M02", [:], at: day) },
    .init(.unknownFact, at: .founded, "a fact about a person") { _ in
      .update("M02", ["nominee_woman": "yes"], at: day)
    },
    .init(.wrongSigners, at: .founded, "the member does not say so itself") { _ in
      .update("M02", ["oblast": "UA-30"], at: day).signed(by: ["registrar"])
    },
    .init(.unknownParty, at: .founded, "what it merges into is no member") { _ in
      .merger("M02", into: "M99", at: day).signed(by: ["registrar", "m02"])
    },
    .init(.mayNotPropose, at: .founded, "into itself") { _ in
      .merger("M02", into: "M02", at: day)
    },
    .init(.wrongSigners, at: .founded, "the other one does not agree") { _ in
      .merger("M02", into: "M03", at: day).signed(by: ["registrar", "m02"])
    },
  ]

  static let meetings: [RefusalRow] = [
    .init(.thingExists, at: .founded, "there is a meeting of that name") { world in
      world = try world.after(.meeting(1, ["M01"]))
      return .meeting(1, ["M01"])
    },
    .init(.unknownThing, at: .founded, "there is no such body") { _ in
      .meeting(1, ["M01"], of: "senate")
    },
    .init(.receivedInFuture, at: .founded, "it has not been held yet") { _ in
      .meeting(1, ["M01"]).at("2024-11-01T11:59:59Z")
    },
    .init(.wrongWindow, at: .founded, "one that was held later is recorded") { world in
      world = try world.after(.meeting(2, ["M01"]))
      return .meeting(1, ["M01"]).at("2024-11-02T12:00:00Z")
    },
    .init(.notAHolder, at: .founded, "nobody came") { _ in .meeting(1, []) },
    .init(.notAHolder, at: .founded, "M02 has no seat") { _ in .meeting(1, ["M01", "M02"]) },
    .init(.notAHolder, at: .founded, "not in order") { _ in .meeting(1, ["M03", "M01"]) },
    .init(.wrongSigners, at: .founded, "M03 was not there") { _ in
      .meeting(1, ["M01"], by: "m03")
    },
    .init(.notAHolder, at: .founded, "M07 has no open seat to lose") { world in
      world = try Meetings.threeMissed()
      return .absence(of: "M07", ["S-1", "S-2", "S-3"], at: "2024-12-01T08:00:00Z")
    },
    .init(.wrongMeetings, at: .founded, "two meetings are not three") { world in
      world = try Meetings.threeMissed()
      return .absence(of: "M05", ["S-2", "S-3"], at: "2024-12-01T08:00:00Z")
    },
    .init(.wrongMeetings, at: .founded, "M03 was there, and none of them") { world in
      world = try Meetings.threeMissed()
      return .absence(of: "M03", [], at: "2024-12-01T08:00:00Z")
    },
    .init(.wrongSigners, at: .founded, "no teller signs") { world in
      world = try Meetings.threeMissed()
      return .absence(of: "M05", ["S-1", "S-2", "S-3"], at: "2024-12-01T08:00:00Z")
        .signed(by: ["registrar"])
    },
  ]

  static let chairs: [RefusalRow] = [
    .init(.noRota, at: .founded, "judges have no chair") { _ in
      .rotation(["M10"], from: day, at: day).with(["body": "appeals"])
    },
    .init(.noRota, at: .founded, "nor does a body that is not there") { _ in
      Attempt(.chairDeclined, ["body": "senate"], by: ["m01"], at: day)
    },
    .init(.wrongWindow, at: .founded, "a turn that would have begun") { _ in
      .rotation(["M04"], from: "2024-10-22T07:59:59Z", at: day)
    },
    .init(.wrongWindow, at: .founded, "before the last turn, which is to begin in spring") {
      world in
      world = try world.after(.rotation(["M04"], from: spring, at: day))
      return .rotation(["M12"], from: day, at: day)
    },
    .init(.tooEarly, at: .founded, "a second before the turn is over") { world in
      world = try world.after(.rotation(["M04"], from: day, at: day))
      return .rotation(["M12"], from: "2025-04-21T20:59:59Z", at: day)
    },
    .init(.wrongChair, at: .founded, "the first small seat presides first") { _ in
      .rotation(["M12"], from: day, at: day)
    },
    .init(.wrongSigners, at: .founded, "who presides does not sign") { _ in
      .rotation(["M04"], from: day, at: day).signed(by: ["registrar"])
    },
    .init(.notAHolder, at: .founded, "M02 has nothing to decline") { _ in
      Attempt(.chairDeclined, ["body": "steering"], by: ["m02"], at: day)
    },
  ]
}

// Named places, alternates.
extension Refusals {
  static let namings: [RefusalRow] = [
    .init(.unknownSeat, at: .founded, "there is no such class") { _ in
      NamedSeats.naming().with(["seat": "throne"])
    },
    .init(.noVacancy, at: .founded, "the model statutes name nobody") { world in
      world = try world.after(world.vacating("small_seat", "M04", at: NamedSeats.day))
      return NamedSeats.naming()
    },
    .init(.noVacancy, at: .founded, "all three seats are held") { world in
      world = try NamedSeats.vacant().after(NamedSeats.naming())
      return NamedSeats.naming("M09")
    },
    .init(.unknownParty, at: .founded, "it is no member") { world in
      world = try NamedSeats.vacant()
      return NamedSeats.naming("M99")
    },
    .init(.notAHolder, at: .founded, "M07 is not small") { world in
      world = try NamedSeats.vacant()
      return NamedSeats.naming("M07")
    },
    .init(.tooManyHolders, at: .founded, "M12 has a small seat") { world in
      world = try NamedSeats.vacant()
      return NamedSeats.naming("M12")
    },
    .init(.incompatibleOffice, at: .founded, "M15 is a judge") { world in
      world = try NamedSeats.vacant()
      return NamedSeats.naming("M15")
    },
    .init(.capBroken, at: .founded, "one family with M01, who sits") { world in
      world = try NamedSeats.vacant()
      world = try world.after(
        .relation("family", from: "M02", to: "M01", by: "m02", at: NamedSeats.day))
      return NamedSeats.naming()
    },
    .init(.wrongTerms, at: .founded, "a day longer") { world in
      world = try NamedSeats.vacant()
      return NamedSeats.naming(until: "2026-04-01T21:00:00Z")
    },
  ]

  static let alternates: [RefusalRow] = [
    .init(.unknownSeat, at: .founded, "there is no such class") { world in
      world = try Fund.founded()
      return Fund.naming("N3", for: "N1", seat: "throne")
    },
    .init(.noAlternates, at: .founded, "the alliance's seats have none") { _ in
      Attempt(
        .alternateNamed, ["seat": "small_seat", "party": "M04", "alternate": "M02"],
        by: ["m04", "m02"], at: day)
    },
    .init(.notAHolder, at: .founded, "N3 has no seat") { world in
      world = try Fund.founded()
      return Fund.naming("N1", for: "N3")
    },
    .init(.unknownParty, at: .founded, "it is no member") { world in
      world = try Fund.founded()
      return Fund.naming("N3", for: "N1").with(["alternate": "N9"])
    },
    .init(.unknownParty, at: .founded, "nobody is its own alternate") { world in
      world = try Fund.founded()
      return Fund.naming("N1", for: "N1")
    },
    .init(.notAHolder, at: .founded, "I3 is international") { world in
      world = try Fund.founded()
      return Fund.naming("I3", for: "N1")
    },
    .init(.tooManyHolders, at: .founded, "N2 has a seat itself") { world in
      world = try Fund.founded()
      return Fund.naming("N2", for: "N1")
    },
    .init(.tooManyHolders, at: .founded, "N3 sits for N1") { world in
      world = try Fund.founded().after(Fund.naming("N3", for: "N1"))
      return Fund.naming("N3", for: "N2")
    },
    .init(.wrongSigners, at: .founded, "the alternate does not agree") { world in
      world = try Fund.founded()
      return Fund.naming("N3", for: "N1").signed(by: ["n1"])
    },
  ]
}

// Seats in other bodies, lots.
extension Refusals {
  static let outside: [RefusalRow] = [
    .init(.unknownSeat, at: .founded, "seats here and elsewhere do not go together") { world in
      world = try Outside.founded()
      return Outside.call(["hct_seat": 2, "national_seat": 4])
    },
    .init(.wrongPlaces, at: .founded, "ten are too many") { world in
      world = try Outside.founded()
      return Outside.call(["hct_seat": 10])
    },
    .init(.electionPending, at: .founded, "the first one is not certified") { world in
      world = try Outside.founded().after(Outside.call())
      return Outside.call().with(["election": "E2"])
    },
    .init(.unknownVote, at: .founded, "there is no such vote") { world in
      world = try Outside.certified()
      return Outside.mandate("N01", in: world).with(["vote": "V9"])
    },
    .init(.notElected, at: .founded, "N02 has the other seat") { world in
      world = try Outside.certified()
      return Outside.mandate("N02", in: world)
    },
    .init(.notElected, at: .founded, "it has its mandate") { world in
      world = try Outside.granted()
      return Outside.mandate("N01", in: world, name: "MN-2")
    },
    .init(.unknownParty, at: .founded, "the alternate is no member") { world in
      world = try Outside.certified()
      return Outside.mandate("N01", in: world).with(["alternate": "N99"])
    },
    .init(.unknownParty, at: .founded, "nobody is its own alternate") { world in
      world = try Outside.certified()
      return Outside.mandate("N01", in: world).with(["alternate": "N01"])
    },
    .init(.noAlternates, at: .founded, "the fund's seat has none") { world in
      world = try Outside.certified()
      return Outside.mandate("N02", kind: "pooled_fund_seat", alternate: "N03", in: world)
    },
    .init(.tooEarly, at: .founded, "it would be over when it begins") { world in
      world = try Outside.certified()
      return Outside.mandate("N01", in: world).with([
        "until": .string(world.assembly.now.text)
      ])
    },
    .init(.mandateTooLong, at: .founded, "a year is the term") { world in
      world = try Outside.certified()
      let later = (world.assembly.now + 400 * 86_400).text
      return Outside.mandate("N01", in: world).with(["until": .string(later)])
    },
    .init(.wrongSigners, at: .founded, "the alternate does not agree") { world in
      world = try Outside.certified()
      return Outside.mandate("N01", alternate: "N03", in: world)
        .signed(by: ["registrar", "n01"])
    },
    .init(.notAnOccasion, at: .founded, "there is no such meeting") { world in
      world = try Outside.granted()
      return Outside.recused("hct-9", by: "n01", in: world)
    },
    .init(.notAnOccasion, at: .founded, "it stepped aside already") { world in
      world = try Outside.granted()
      world = try world.after(Outside.recused("hct-1", by: "n01", in: world))
      return Outside.recused("hct-1", by: "n01", in: world)
    },
    .init(.wrongSigners, at: .founded, "N02 has no part in it") { world in
      world = try Outside.granted()
      return Outside.recused("hct-1", by: "n02", in: world)
    },
    .init(.noMandate, at: .founded, "it is over") { world in
      world = try Outside.granted()
      return Outside.recused("hct-1", by: "n01", in: world)
        .at((world.assembly.now + 30 * 86_400).text)
    },
    .init(.notAdopted, at: .founded, "a proposal that is debated") { world in
      world = try Deeds.decided()
      world = try world.after(.proposal("P-2", by: "m02", at: world.assembly.now.text))
      return instruction("P-2", in: world)
    },
    .init(.thingExists, at: .founded, "it was instructed so") { world in
      world = try Deeds.decided()
      world = try world.after(instruction("P-1", in: world))
      return instruction("P-1", in: world)
    },
  ]

  private static func instruction(_ proposal: JSON, in world: World) -> Attempt {
    Attempt(
      .mandateInstructed, ["mandate": "MN-1", "proposal": proposal], by: ["registrar", "m03"],
      at: world.assembly.now.text)
  }

  static let lots: [RefusalRow] = [
    .init(.thingExists, at: .founded, "there is a lot of that name") { world in
      world = try world.after(.lot())
      return .lot()
    },
    .init(.wrongPlaces, at: .founded, "all 25 would be drawn") { _ in .lot(["places": 25]) },
    .init(.wrongWindow, at: .founded, "the numbers may be known") { _ in
      .lot(["draws": .string(day)])
    },
    .init(.unknownThing, at: .founded, "nothing was announced") { _ in .draw([]) },
    .init(.thingExists, at: .founded, "it was drawn") { world in
      world = try world.after(.lot(["places": 1]), .draw(["Особа 17"]))
      return .draw(["Особа 17"])
    },
    .init(.tooEarly, at: .founded, "a second before its time") { world in
      world = try world.after(.lot(["places": 1]))
      return .draw(["Особа 17"], at: "2024-11-01T07:59:59Z")
    },
    .init(.wrongDraw, at: .founded, "the second drawn before the first") { world in
      world = try world.after(.lot(["places": 2]))
      return .draw(["Особа 7", "Особа 17"])
    },
    .init(.wrongDraw, at: .founded, "two sources are not three") { world in
      world = try world.after(.lot(["places": 1]))
      return .draw(["Особа 17"]).with(["values": [[9_319], [2, 5, 12, 8, 10]]])
    },
    .init(.wrongSigners, at: .founded, "no teller signs") { world in
      world = try world.after(.lot(["places": 1]))
      return .draw(["Особа 17"]).signed(by: ["registrar"])
    },
  ]
}
