// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Bodies.md, "Members that change".
@Suite struct MembersThatChange {
  private static let race = Contested.only(
    "open_seat", 4, [("M01", 6), ("M03", 5), ("M05", 4), ("M14", 3), ("M07", 2)])
  private static let kyiv = Attempt.update("M03", ["oblast": "UA-30"], at: "2024-10-22T08:00:00Z")

  // Three of the alliance's nine seats may be of one oblast. With M03 in Kyiv before the vote M14 is
  // the fourth from there and makes way for M07.
  @Test func whatChangedBeforeTheVoteIsCountedBy() throws {
    let world = try Self.race.counted(in: Contested.founded().after(Self.kyiv))
    #expect(try world.elected("open_seat") == ["M01", "M03", "M05", "M07"])
  }

  /// The vote is judged by the facts of its opening, also when it is counted again.
  @Test func whatChangesWhileItIsOpenIsNot() throws {
    let world = try Self.race.counted(in: Contested.founded()) {
      try $0.record(Self.kyiv.at("2025-02-14T08:00:00Z"))
    }
    #expect(try world.elected("open_seat") == ["M01", "M03", "M05", "M14"])
  }

  /// Its budget has grown: M02 is not small any more, and keeps the vote that is open.
  @Test func rollsFollowTheNewFacts() throws {
    var world = try Contested.first.opened(in: Contested.founded())
    let now = try #require(Instant(Timetable.spring.opens))
    #expect(world.assembly.rolls(of: "M02", at: now) == ["small_members"])
    try world.record(.update("M02", ["budget_uah": "90000000"], at: Timetable.spring.opens))
    #expect(world.assembly.rolls(of: "M02", at: now) == [])
    #expect(world.assembly.parties["M02"]?.facts["oblast"] == "UA-68")
    try world.record(
      try world.ballot(
        by: "m02", ["small_seat": ["E1-s-M12"]], in: "V-E1", at: Timetable.spring.opens))
  }

  /// M12 led with five, and is part of M16 now: it is as if it had withdrawn, and has no ballot.
  @Test func whoMergesLeavesTheElection() throws {
    let world = try Contested.first.counted(in: Contested.founded()) {
      try $0.record(.merger("M12", into: "M16", at: "2025-02-14T08:00:00Z"))
    }
    #expect(world.assembly.parties["M12"]?.mergedInto == "M16")
    #expect(Set(try world.elected("small_seat")) == ["M02", "M09", "M16"])
    let vote = try world.vote("V-E1")
    #expect(vote.excluded.map(\.reason) == ["left"])
    // Of six small members five are left; M02, M04, M09 and M15 named M12.
    #expect(vote.results?.first?.whole.electors == 5)
    #expect(vote.results?.first?.whole.counts["E1-s-M12"] == 4)
    #expect(try world.holders("small_seat", at: "2025-02-20T00:00:00Z") == ["M04", "M16"])
  }
}

extension Attempt {
  static func update(_ party: String, _ facts: JSON, at: String) -> Attempt {
    Attempt(
      .partyUpdated, ["party": .string(party), "facts": facts],
      by: ["registrar", party.lowercased()], at: at)
  }

  static func merger(_ party: String, into other: String, at: String) -> Attempt {
    Attempt(
      .partyMerged,
      ["party": .string(party), "into": .string(other), "sha256": .digest("a")],
      by: ["registrar", party.lowercased(), other.lowercased()], at: at)
  }
}
