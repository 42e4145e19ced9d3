// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Elections.md, "The vote" and "The count".
@Suite struct Elections {
  // Small: M12 5, M02 4, M09 3. Front-line: M08 and M13 are unopposed. Open: M01 6 and M03 5; then
  // the floor of two fifths of nine (3.6, so four) binds: with M02 and M08 two women sit, so M14 and
  // M06 take what is left before M05 with 4 and M07 with 2.
  @Test func nineSeatsAreFilled() throws {
    let world = try Contested.first.counted(in: Contested.founded())
    #expect(try world.elected("small_seat") == ["M12", "M02", "M09"])
    #expect(try world.elected("frontline_seat") == ["M08", "M13"])
    #expect(try world.elected("open_seat") == ["M01", "M03", "M14", "M06"])
    let results = try #require(try world.vote("V-E1").results)
    #expect(results.map(\.item) == ["small_seat", "frontline_seat", "open_seat"])
    #expect(results.map(\.whole.electors) == [6, 4, 16])
    #expect(results.map(\.whole.ballots) == [6, 4, 16])
    #expect(results.map(\.outcome) == [.carried, .carried, .carried])
    #expect(
      results[0].whole.counts
        == ["E1-s-M02": 4, "E1-s-M09": 3, "E1-s-M12": 5, "E1-s-M16": 1])
  }

  // Two women and two places for them in the floor: both are guarded from the start, and with M01 and
  // M03 elected nobody else has a place. In the other classes the floor marks nobody.
  @Test func theFloorBindsOnlyInTheLastClass() throws {
    let world = try Contested.first.counted(in: Contested.founded())
    let results = try #require(try world.vote("V-E1").results)
    let decisions: [[JSON]] = results.map {
      $0.elected?.stages.array?.first?["decisions"]?.array ?? []
    }
    #expect(
      decisions[0] == [
        ["E1-s-M12", "elected"], ["E1-s-M02", "elected"], ["E1-s-M09", "elected"],
      ])
    #expect(decisions[1] == [["E1-f-M08", "elected"], ["E1-f-M13", "elected"]])
    let women: JSON = "at_least 2 nominee_woman"
    #expect(
      decisions[2] == [
        ["E1-o-M06", "guarded", women], ["E1-o-M14", "guarded", women], ["E1-o-M01", "elected"],
        ["E1-o-M03", "elected"], ["E1-o-M05", "doomed", women], ["E1-o-M07", "doomed", women],
        ["E1-o-M14", "elected"], ["E1-o-M06", "elected"],
      ])
  }

  @Test func aStageSaysWhatItCounted() throws {
    let world = try Contested.first.counted(in: Contested.founded())
    let result = try #require(try world.vote("V-E1").results?.first)
    #expect(
      result.elected?.stages == [
        [
          "action": "ranking",
          "votes": ["E1-s-M02": "4", "E1-s-M09": "3", "E1-s-M12": "5", "E1-s-M16": "1"],
          "decisions": [
            ["E1-s-M12", "elected"], ["E1-s-M02", "elected"], ["E1-s-M09", "elected"],
          ],
        ]
      ])
  }

  // Of the five who stay two are women, M02 and M08, so that both open places go to women: M05 with
  // nine of sixteen has none. The year begins on 1 September, at 21 hours UTC.
  @Test func halfAYearLaterFourAreElected() throws {
    var world = try Contested.first.decided(in: Contested.founded())
    let wrong = Contested(
      id: "E2", places: ["open_seat": 4], times: .autumn, runners: [])
    #expect(try world.refusal(of: wrong.call)?.code == .wrongPlaces)
    world = try Contested.second.decided(in: world)
    #expect(try world.elected("small_seat", "V-E2") == ["M09"])
    #expect(try world.elected("open_seat", "V-E2") == ["M14", "M06"])
    #expect(
      world.terms(by: "V-E2") == [
        "small_seat M09 2026-08-31T21:00:00Z", "frontline_seat M13 2026-08-31T21:00:00Z",
        "open_seat M14 2026-08-31T21:00:00Z", "open_seat M06 2026-08-31T21:00:00Z",
      ])
    #expect(try world.holders("small_seat", at: "2025-08-31T21:00:00Z") == ["M12", "M02", "M09"])
    #expect(
      try world.holders("open_seat", at: "2025-08-31T21:00:00Z") == ["M01", "M03", "M14", "M06"])
  }

  /// M01 is neither small nor near the front.
  @Test func eachClassHasItsOwnElectors() throws {
    let world = try Contested.first.opened(in: Contested.founded())
    for seat in ["small_seat", "frontline_seat"] {
      let ballot = try world.ballot(
        by: "m01", [seat: []], in: "V-E1", at: Timetable.spring.opens)
      #expect(try world.refusal(of: ballot)?.code == .notAnElector)
    }
    let unknown = try world.ballot(
      by: "m12", ["small_seat": ["E1-o-M01"]], in: "V-E1", at: Timetable.spring.opens)
    #expect(try world.refusal(of: unknown)?.code == .notOnBallot)
    let unsorted = try world.ballot(
      by: "m12", ["small_seat": ["E1-s-M12", "E1-s-M02"]], in: "V-E1",
      at: Timetable.spring.opens)
    #expect(try world.refusal(of: unsorted)?.code == .notOnBallot)
  }

  /// M01 and M03 are one family, so of the six M01 is elected and M03 is passed over for M05.
  @Test func aFamilyHasOneSeat() throws {
    let family = Attempt.relation(
      "family", from: "M03", to: "M01", by: "m03", at: "2024-10-22T08:00:00Z")
    let race = Contested.only(
      "open_seat", 4, [("M01", 6), ("M03", 5), ("M05", 4), ("M07", 3), ("M14", 2)])
    let world = try race.counted(in: Contested.founded().after(family))
    #expect(try world.elected("open_seat") == ["M01", "M05", "M07", "M14"])
  }

  /// A holder's family counts too: M13 sits near the front, where nothing is elected this time.
  @Test func aFamilyHasOneSeatInAllClassesTogether() throws {
    let family = Attempt.relation(
      "family", from: "M03", to: "M13", by: "m03", at: "2024-10-22T08:00:00Z")
    let race = Contested.only(
      "open_seat", 4, [("M01", 6), ("M03", 5), ("M05", 4), ("M07", 3), ("M14", 2)])
    let world = try race.counted(in: Contested.founded().after(family))
    #expect(try world.elected("open_seat") == ["M01", "M05", "M07", "M14"])
  }

  /// A third of nine is three: with M03 moved to Kyiv (UA-30) four candidates lead from there.
  @Test func anOblastHasAThirdOfAllSeats() throws {
    let founded = try Contested.founded {
      $0["founders"] = $0["founders"]?.replacing("2", "facts", "oblast", with: "UA-30")
    }
    let race = Contested.only(
      "open_seat", 4, [("M01", 6), ("M03", 5), ("M05", 4), ("M14", 3), ("M07", 2)])
    let world = try race.counted(in: founded)
    #expect(try world.elected("open_seat") == ["M01", "M03", "M05", "M07"])
  }

  /// Nobody stands near the front: those seats fall empty when the others' terms begin.
  @Test func aSeatThatNobodyStandsForStaysEmpty() throws {
    var race = Contested.first
    race.runners.removeAll { $0.seat == "frontline_seat" }
    let world = try race.decided(in: Contested.founded())
    #expect(try world.holders("frontline_seat", at: "2025-02-28T21:59:59Z") == ["M08", "M13"])
    #expect(try world.holders("frontline_seat", at: "2025-02-28T22:00:00Z") == [])
    // Two halves of a year, as at the very first: nobody was elected to them yet.
    let ends = world.assembly.placeEnds(
      ofSeat: "frontline_seat", at: try #require(Instant(Timetable.autumn.from)))
    // Twelve months and six from 1 September: 1 September, in summer, and 1 March, in winter.
    #expect(ends.map(\.text) == ["2026-08-31T21:00:00Z", "2026-02-28T22:00:00Z"])
  }

  /// M12 led with five; the papers still name it, but it does not stand.
  @Test func whoWithdrawsWhileTheVoteIsOpenIsNotElected() throws {
    let race = Contested.first
    let world = try race.counted(in: Contested.founded()) { world in
      try world.record(race.withdrawal(race.runners[2], at: "2025-02-18T21:59:59Z"))
    }
    #expect(try world.elected("small_seat") == ["M02", "M09", "M16"])
    let result = try #require(try world.vote("V-E1").results?.first)
    #expect(result.whole.counts["E1-s-M12"] == 5)
    #expect(
      result.elected?.stages.array?.first?["votes"]
        == ["E1-s-M02": "4", "E1-s-M09": "3", "E1-s-M16": "1"])
  }

  @Test func aNomineeAcceptsWithTheKeyThatTookOver() throws {
    let (race, runner) = (Contested.first, Contested.first.runners[0])
    let (old, new) = (runner.party.lowercased(), runner.party.lowercased() + "b")
    var world = try Contested.founded()
    try world.record(race.call)
    try world.record(race.nomination(runner))
    try world.record(
      Attempt(
        .keyRotated, ["key": .string(World.key(old)), "to": World.vkey(new)], by: [old, new],
        at: race.times.called))
    #expect(try world.refusal(of: race.acceptance(runner))?.code == .revokedKey)
    #expect(try world.refusal(of: race.acceptance(runner).signed(by: [new])) == nil)
  }

  /// Who is elected in a class counted before no longer stands in the next.
  @Test func whoStandsTwiceIsElectedOnce() throws {
    var race = Contested.first
    race.runners.append(.init(seat: "open_seat", party: "M12", approvals: 9))
    let world = try race.counted(in: Contested.founded())
    #expect(try world.elected("small_seat") == ["M12", "M02", "M09"])
    #expect(try world.elected("open_seat") == ["M01", "M03", "M14", "M06"])
  }

  /// Four candidates with one approval each for three places: SHA-256 of the opening's digest, a zero
  /// byte and the name puts them in order, the smallest first.
  @Test func aTieIsSettledByLot() throws {
    let race = Contested.only(
      "small_seat", 3, [("M02", 1), ("M09", 1), ("M12", 1), ("M16", 1)])
    let opened = try race.opened(in: Contested.founded())
    let opening = try #require(opened.acts.last)
    let seed = sha256(opening.statement.bytes + [0x0A])
    #expect(try opened.vote("V-E1").digest == seed)
    let order = ["M02", "M09", "M12", "M16"].sorted {
      let (a, b) = ("E1-s-\($0)", "E1-s-\($1)")
      return sha256(seed + [0] + Array(a.utf8))
        .lexicographicallyPrecedes(sha256(seed + [0] + Array(b.utf8)))
    }
    let world = try race.counted(in: Contested.founded())
    #expect(try world.elected("small_seat") == Array(order.prefix(3)))
    let tie = try world.vote("V-E1").results?.first?.elected?.stages.array?.first?["ties"]?.array?
      .first
    #expect(
      tie == [
        "purpose": "election", "by": "lot", "chosen": .string("E1-s-\(order[0])"),
        "tied": ["E1-s-M02", "E1-s-M09", "E1-s-M12", "E1-s-M16"],
      ])
  }

  /// M01 votes on small seats too, under seal, where nobody can see it before the count.
  @Test func aSealedBallotForAnotherClassIsExcluded() throws {
    let race = Contested.only("small_seat", 3, [("M12", 2), ("M02", 1)])
    var wide = race
    wide.runners.append(.init(seat: "open_seat", party: "M05", approvals: 1))
    wide.places["open_seat"] = 4
    var world = try World.founded()
    try world.record(wide.call)
    for runner in wide.runners {
      try world.record(wide.nomination(runner))
      try world.record(wide.acceptance(runner))
    }
    try world.record(wide.opening(tellers: ["m03", "m09"]))
    try world.record(try world.seal("V-E1", ["small_seat": ["E1-s-M02"]], by: "m01"))
    try world.record(try world.seal("V-E1", ["small_seat": ["E1-s-M12"]], by: "m02"))
    for teller in ["m03", "m09"] {
      try world.record(
        .sealOpened, ["vote": "V-E1", "identity": .string(World.key(teller))], by: [teller],
        at: wide.times.tallied)
    }
    try world.record(try world.tally("V-E1", at: wide.times.tallied))
    let vote = try world.vote("V-E1")
    #expect(vote.excluded.map(\.reason) == ["not_an_elector"])
    let result = try #require(vote.results?.first)
    #expect(result.whole.ballots == 1)
    #expect(result.whole.counts == ["E1-s-M02": 0, "E1-s-M12": 1])
    #expect(try world.elected("small_seat") == ["M12", "M02"])
    // Nobody voted on the open seats: there is an electorate, and nobody is elected.
    #expect(vote.results?.last?.outcome == .lost)
    #expect(try world.elected("open_seat") == [])
  }

  /// The count is the same after the terms have begun.
  @Test func aCertifiedVoteIsCountedTheSameAgain() throws {
    let world = try Contested.first.decided(in: Contested.founded())
    let vote = try world.vote("V-E1")
    #expect(world.assembly.count(vote).results == vote.results)
  }

  @Test func anAnnulledVoteIsPutAgain() throws {
    let race = Contested.first
    var world = try race.counted(in: Contested.founded())
    try world.record(
      .voteChallenged, ["challenge": "CH-1", "vote": "V-E1", "ground": "Не так."], by: ["m07"],
      at: race.times.tallied)
    try world.record(
      .challengeRuled, ["challenge": "CH-1", "verdict": "annulled", "ground": "Так."],
      by: ["m10", "m11"], at: race.times.tallied)
    // Notice of three days from 19 February.
    let again = race.opening().with([
      "vote": "V-2", "opens": "2025-02-21T22:00:00Z", "closes": "2025-02-26T22:00:00Z",
    ]).at(race.times.certified)
    #expect(try world.refusal(of: again) == nil)
  }
}
