// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Bodies.md, `seat.named`, in an alliance whose small members name their seats.
@Suite struct NamedSeats {
  static let day = "2025-04-01T08:00:00Z"
  /// A year from 1 April in summer time.
  static let end: JSON = "2026-03-31T21:00:00Z"

  /// M04 has given up one of three small seats, which founders hold.
  static func vacant() throws -> World {
    let statutes = try Coalition.statutes(
      "alliance-cso",
      [("rest: P12M, stagger: 2, vacancy: runner_up", "rest: P12M, stagger: 2, vacancy: named")])
    let world = try World.founded(statutes: statutes)
    return try world.after(world.vacating("small_seat", "M04", at: day))
  }

  static func naming(
    _ party: String = "M02", until: JSON = end, by keys: [String] = ["m02", "m09", "m12", "m16"]
  ) -> Attempt {
    Attempt(
      .seatNamed, ["seat": "small_seat", "party": .string(party), "until": until],
      by: ["registrar"] + keys, at: day)
  }

  /// Four of six small members sign, M02 being one of them.
  @Test func theElectorsNameAHolder() throws {
    var world = try Self.vacant()
    let now = try #require(Instant(Self.day))
    let naming = try world.assembly.naming(of: "M02", for: "small_seat", at: now)
    #expect(naming.until.text == Self.end.string)
    #expect(naming.electors == [["M02"], ["M04"], ["M09"], ["M12"], ["M15"], ["M16"]])
    try world.record(Self.naming())
    #expect(try world.holders("small_seat", at: Self.day) == ["M12", "M16", "M02"])
    #expect(try world.holders("small_seat", at: "2026-03-31T20:59:59Z") == ["M12", "M16", "M02"])
    #expect(try world.holders("small_seat", at: "2026-03-31T21:00:00Z") == ["M12", "M16"])
    // Its term takes one of three places; those of the founding take none.
    let may = try #require(Instant("2025-05-01T08:00:00Z"))
    #expect(world.assembly.placeEnds(ofSeat: "small_seat", at: may).count == 2)
  }

  @Test func threeOfSixAreNotMoreThanHalf() throws {
    let few = Self.naming(by: ["m02", "m09", "m12"])
    #expect(try Self.vacant().refusal(of: few)?.code == .wrongSigners)
  }
}
