// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Elections.md, "Terms" and "Resting".
@Suite struct Terms {
  // From 1 March 2025, midnight in Kyiv: twelve months end on 1 March 2026, six on 1 September, in
  // summer time. Three places in two parts are two and one.
  @Test(arguments: [
    (
      "small_seat",
      ["2026-02-28T22:00:00Z", "2026-02-28T22:00:00Z", "2025-08-31T21:00:00Z"]
    ),
    ("frontline_seat", ["2026-02-28T22:00:00Z", "2025-08-31T21:00:00Z"]),
    (
      "open_seat",
      [
        "2026-02-28T22:00:00Z", "2026-02-28T22:00:00Z", "2025-08-31T21:00:00Z",
        "2025-08-31T21:00:00Z",
      ]
    ),
    // One part of two years.
    ("appeal_seat", [String](repeating: "2027-02-28T22:00:00Z", count: 3)),
  ])
  func theFirstTermsEndInParts(seat: String, ends: [String]) throws {
    let world = try Stage.founded.world
    let from = try #require(Instant(Timetable.spring.from))
    #expect(world.assembly.placeEnds(ofSeat: seat, at: from).map(\.text) == ends)
  }

  /// The first elected takes the place that ends last.
  @Test func theCertificateBeginsTerms() throws {
    let world = try Contested.afterFirst
    #expect(
      world.terms(by: "V-E1") == [
        "small_seat M12 2026-02-28T22:00:00Z", "small_seat M02 2026-02-28T22:00:00Z",
        "small_seat M09 2025-08-31T21:00:00Z", "frontline_seat M08 2026-02-28T22:00:00Z",
        "frontline_seat M13 2025-08-31T21:00:00Z", "open_seat M01 2026-02-28T22:00:00Z",
        "open_seat M03 2026-02-28T22:00:00Z", "open_seat M14 2025-08-31T21:00:00Z",
        "open_seat M06 2025-08-31T21:00:00Z",
      ])
  }

  @Test func theFoundingsTermsEndWhenTheFirstElectedBegin() throws {
    for world in [try Contested.afterFirst, try Contested.afterSecond] {
      #expect(try world.holders("small_seat", at: "2025-02-28T21:59:59Z") == ["M04", "M12", "M16"])
      #expect(try world.holders("small_seat", at: "2025-02-28T22:00:00Z") == ["M12", "M02", "M09"])
      #expect(try world.holders("small_seat", at: "2025-08-31T20:59:59Z") == ["M12", "M02", "M09"])
      // No election of judges was called: their terms run on.
      #expect(
        try world.holders("appeal_seat", at: "2025-08-31T21:00:00Z") == ["M10", "M11", "M15"])
    }
    // Nothing is recorded when a term is over.
    let first = try Contested.afterFirst
    #expect(try first.holders("small_seat", at: "2025-08-31T21:00:00Z") == ["M12", "M02"])
    #expect(try first.holders("small_seat", at: "2026-02-28T22:00:00Z") == [])
  }

  /// Twelve months from 3 March, 10 o'clock in Kyiv: the start of 3 March a year later.
  @Test func aLateCertificateBeginsItsTermsLate() throws {
    let world = try Contested.first.decided(
      in: Contested.founded(), certifiedAt: "2025-03-03T08:00:00Z")
    #expect(try world.holders("small_seat", at: "2025-03-03T07:59:59Z") == ["M04", "M12", "M16"])
    #expect(try world.holders("small_seat", at: "2025-03-03T08:00:00Z") == ["M12", "M02", "M09"])
    #expect(world.terms(by: "V-E1").first == "small_seat M12 2026-03-02T22:00:00Z")
  }

  /// M09 had half a year, which counts as one of two, and a year, to 1 September 2026.
  @Test func afterTwoTermsAPartyRestsForAYear() throws {
    var world = try Contested.afterSecond
    let third = Contested.third(id: "E3", year: 2026)
    try world.record(third.call)
    #expect(try world.refusal(of: third.nomination(third.runners[0]))?.code == .resting)
    // M02 had one term, M16 none.
    #expect(try world.refusal(of: third.nomination(third.runners[1])) == nil)
    #expect(try world.refusal(of: third.nomination(third.runners[2])) == nil)
    // A year later: nobody had accepted, so the third election is in nobody's way.
    let fourth = Contested.third(id: "E4", year: 2027)
    let early = try world.after(fourth.call.with(["terms_from": "2027-08-31T20:59:59Z"]))
    #expect(try early.refusal(of: fourth.nomination(fourth.runners[0]))?.code == .resting)
    try world.record(fourth.call)
    #expect(try world.refusal(of: fourth.nomination(fourth.runners[0])) == nil)
  }

  @Test func aSuspendedHolderKeepsItsSeatAndDoesNotAct() throws {
    var world = try Stage.founded.world
    try world.suspend("M08", certifiedAt: "2024-11-05T08:00:00Z")
    let now = world.assembly.now
    #expect(world.assembly.holders(ofSeat: "frontline_seat", at: now) == ["M08", "M13"])
    try world.table("P-9", "routine", by: "m01")
    let plan = try world.assembly.votingPlan(on: ["P-9"], at: world.assembly.now)
    #expect(
      plan.electorate == [
        ["M01"], ["M03"], ["M04"], ["M05"], ["M06"], ["M12"], ["M13"], ["M16"],
      ])
  }

  /// M12 leaves between the tally and the certificate: its term is over before it begins.
  @Test func whoHasLeftBeforeTheCertificateGetsNoSeat() throws {
    var world = try Contested.first.counted(in: Contested.founded())
    try world.record(
      .memberResigned, ["member": "M12"], by: ["m12"], at: Timetable.spring.tallied)
    try world.record(try world.electing("V-E1", at: Timetable.spring.certified))
    #expect(try world.holders("small_seat", at: Timetable.spring.from) == ["M02", "M09"])
    let from = try #require(Instant(Timetable.spring.from))
    #expect(
      world.assembly.placeEnds(ofSeat: "small_seat", at: from).map(\.text)
        == ["2026-02-28T22:00:00Z"])
  }
}

extension Contested {
  /// Small seats only, to begin on 1 September of a year.
  static func third(id: String, year: Int) -> Contested {
    var race = Contested.only("small_seat", 3, [("M09", 1), ("M02", 1), ("M16", 1)])
    race.id = id
    race.times = Timetable(
      called: "\(year)-08-03T08:00:00Z", close: "\(year)-08-10T21:00:00Z",
      opened: "\(year)-08-11T08:00:00Z", opens: "\(year)-08-13T21:00:00Z",
      closes: "\(year)-08-18T21:00:00Z", tallied: "\(year)-08-19T09:00:00Z",
      certified: "\(year)-08-19T10:00:00Z", from: "\(year)-08-31T21:00:00Z")
    return race
  }
}
