// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Elections.md, "Certificate and vacancies".
@Suite struct Vacancies {
  private static let day = "2025-04-01T08:00:00Z"
  private static let endOfFebruary: JSON = "2026-02-28T22:00:00Z"

  /// M12 gives up its seat; on the papers without it M02 has four, M09 three and M16 one.
  @Test func theRunnerUpTakesTheRestOfTheTerm() throws {
    var world = try Contested.afterFirst
    try world.record(world.vacating("small_seat", "M12", at: Self.day))
    #expect(try world.holders("small_seat", at: Self.day) == ["M02", "M09"])
    try world.record(
      try world.filling("small_seat", with: "M16", until: Self.endOfFebruary, at: Self.day))
    #expect(try world.holders("small_seat", at: Self.day) == ["M02", "M09", "M16"])
    #expect(try world.holders("small_seat", at: "2026-02-28T21:59:59Z") == ["M02", "M16"])
    #expect(try world.holders("small_seat", at: "2026-02-28T22:00:00Z") == [])
  }

  /// The three who count, and who of them is elected in which order.
  @Test func theCountbackShowsItsWorking() throws {
    let world = try Contested.afterFirst.after(
      Contested.afterFirst.vacating("small_seat", "M12", at: Self.day))
    let next = try world.assembly.succession(
      to: "small_seat", by: "V-E1", at: try #require(Instant(Self.day)))
    #expect(next.nomination.party == "M16")
    #expect(
      next.stages.array?.first?["votes"]
        == ["E1-s-M02": "4", "E1-s-M09": "3", "E1-s-M16": "1"])
    #expect(
      next.stages.array?.first?["decisions"]
        == [["E1-s-M02", "elected"], ["E1-s-M09", "elected"], ["E1-s-M16", "elected"]])
  }

  /// Neither M12, who was elected, nor M16, who followed it, comes back.
  @Test func whoGaveThePlaceUpIsNotNextAgain() throws {
    var world = try Contested.afterFirst
    try world.record(world.vacating("small_seat", "M12", at: Self.day))
    try world.record(
      try world.filling("small_seat", with: "M16", until: Self.endOfFebruary, at: Self.day))
    try world.record(world.vacating("small_seat", "M16", at: Self.day))
    let again = try world.filling(
      "small_seat", with: "M16", until: Self.endOfFebruary, at: Self.day)
    #expect(try world.refusal(of: again)?.code == .nobodyLeft)
  }

  /// M16 has become one family with M01, who sits on an open seat: M04, of whom nobody approved, is next.
  @Test func aRunnerUpWhoWouldBreakACapIsPassedOver() throws {
    var race = Contested.first
    race.runners.append(.init(seat: "small_seat", party: "M04", approvals: 0))
    var world = try race.decided(in: Contested.founded())
    try world.record(.relation("family", from: "M16", to: "M01", by: "m16", at: Self.day))
    try world.record(world.vacating("small_seat", "M12", at: Self.day))
    let wrong = try world.filling(
      "small_seat", with: "M16", until: Self.endOfFebruary, at: Self.day)
    #expect(try world.refusal(of: wrong)?.facts == ["found": "M16", "expected": "M04"])
    try world.record(
      try world.filling("small_seat", with: "M04", until: Self.endOfFebruary, at: Self.day))
    #expect(try world.holders("small_seat", at: Self.day) == ["M02", "M09", "M04"])
  }

  @Test func aMemberThatResignsLeavesItsSeatToTheNext() throws {
    var world = try Contested.afterFirst
    try world.record(.memberResigned, ["member": "M12"], by: ["m12"], at: Self.day)
    #expect(try world.holders("small_seat", at: Self.day) == ["M02", "M09"])
    try world.record(
      try world.filling("small_seat", with: "M16", until: Self.endOfFebruary, at: Self.day))
    #expect(try world.holders("small_seat", at: Self.day) == ["M02", "M09", "M16"])
  }

  // `vacancy: by_election`: the next election has the place, and its holder what is left of the term.
  // Of M12, M02, M08 and M03 two are women; two of three places go to women, the third to M05.
  @Test func anOpenPlaceIsFilledByTheNextElection() throws {
    var world = try Contested.afterFirst
    try world.record(world.vacating("open_seat", "M01", at: Self.day))
    let filling = try world.filling(
      "open_seat", with: "M05", until: Self.endOfFebruary, at: Self.day)
    #expect(try world.refusal(of: filling)?.code == .noVacancy)
    var race = Contested.second
    race.places["open_seat"] = 3
    world = try race.decided(in: world)
    #expect(
      world.terms(by: "V-E2").suffix(3) == [
        "open_seat M05 2026-08-31T21:00:00Z", "open_seat M14 2026-08-31T21:00:00Z",
        "open_seat M06 2026-02-28T22:00:00Z",
      ])
    // The place has a successor: nothing is free.
    let october = try #require(Instant("2025-10-01T08:00:00Z"))
    #expect(world.assembly.placeEnds(ofSeat: "open_seat", at: october) == [])
  }

  /// M12 was elected in the first election; the last count of the class is the second's, where M16 was next.
  @Test func thePlaceOfAnEarlierElectionIsFilledFromTheLastCount() throws {
    let day = "2025-10-01T08:00:00Z"
    var world = try Contested.afterSecond
    try world.record(world.vacating("small_seat", "M12", at: day))
    let old = try world.filling("small_seat", with: "M16", until: Self.endOfFebruary, at: day)
    #expect(try world.refusal(of: old)?.code == .noVacancy)
    try world.record(
      try world.filling(
        "small_seat", with: "M16", until: Self.endOfFebruary, vote: "V-E2", at: day))
    #expect(try world.holders("small_seat", at: day) == ["M02", "M09", "M16"])
  }

  /// The second election is called for two small places, M12's among them: it fills that one.
  @Test func aPlaceThatAnElectionIsCalledForIsNotFilledMeanwhile() throws {
    let day = "2025-07-29T08:00:00Z"
    var race = Contested.second
    race.places["small_seat"] = 2
    var world = try Contested.afterFirst
    try world.record(world.vacating("small_seat", "M12", at: Self.day))
    try world.record(race.call)
    let filling = try world.filling("small_seat", with: "M16", until: Self.endOfFebruary, at: day)
    #expect(try world.refusal(of: filling)?.code == .noVacancy)
    // Called for one, and then M12 goes: the election keeps its one.
    world = try Contested.afterFirst.after(Contested.second.call)
    try world.record(world.vacating("small_seat", "M12", at: day))
    try world.record(
      try world.filling("small_seat", with: "M16", until: Self.endOfFebruary, at: day))
    #expect(try world.holders("small_seat", at: day) == ["M02", "M09", "M16"])
  }
}
