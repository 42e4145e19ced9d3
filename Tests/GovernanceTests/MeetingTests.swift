// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Bodies.md, "Absence".
@Suite struct Meetings {
  private static let day = "2024-12-01T08:00:00Z"

  /// Three meetings of the steering committee, and M05 came to none of them.
  static func threeMissed() throws -> World {
    var world = try World.founded()
    for number in 1...3 { try world.record(.meeting(number, ["M01", "M03"])) }
    return world
  }

  @Test func whoMissesThreeMeetingsLosesTheSeat() throws {
    var world = try Self.threeMissed()
    let absent = world.assembly.absences(from: "steering", at: try #require(Instant(Self.day)))
    // All but M01 and M03, in the order of the seats.
    #expect(absent.map(\.party) == ["M04", "M12", "M16", "M08", "M13", "M05", "M06"])
    #expect(absent[5].seat == "open_seat")
    #expect(absent[5].meetings == ["S-1", "S-2", "S-3"])
    try world.record(.absence(of: "M05", ["S-1", "S-2", "S-3"], at: Self.day))
    #expect(try world.holders("open_seat", at: Self.day) == ["M01", "M03", "M06"])
  }

  /// M05 was at the second; of the last three after that it missed two.
  @Test func onlyTheLastMeetingsCount() throws {
    var world = try World.founded()
    for (number, present) in [(1, ["M01"]), (2, ["M01", "M05"]), (3, ["M01"]), (4, ["M01"])] {
      try world.record(.meeting(number, present))
    }
    let now = try #require(Instant(Self.day))
    #expect(!world.assembly.absences(from: "steering", at: now).contains { $0.party == "M05" })
    try world.record(.meeting(5, ["M01"]))
    let absent = world.assembly.absences(from: "steering", at: now).first { $0.party == "M05" }
    #expect(absent?.meetings == ["S-3", "S-4", "S-5"])
  }

  /// The fund's board asks for two meetings; N3 was at the second for N1, and nobody for N2.
  @Test func anAlternateIsPresentForItsHolder() throws {
    var world = try Fund.founded().after(Fund.naming("N3", for: "N1"))
    for number in 1...2 {
      try world.record(
        .meeting(number, number == 1 ? ["D1"] : ["D1", "N3"], of: "board", by: "d1"))
    }
    let absent = world.assembly.absences(from: "board", at: try #require(Instant(Self.day)))
    #expect(absent.map(\.party) == ["D2", "U1", "U2", "I1", "I2", "N2", "S1"])
  }
}

extension Attempt {
  /// A meeting on the so-manieth of November 2024 at noon in London.
  static func meeting(
    _ number: Int, _ present: [String], of body: JSON = "steering", by key: String = "m01"
  ) -> Attempt {
    let held = "2024-11-0\(number)T12:00:00Z"
    return Attempt(
      .meetingHeld,
      [
        "meeting": .string("S-\(number)"), "body": body, "held": .string(held),
        "present": .array(present.map(JSON.string)),
      ], by: ["registrar", key], at: held)
  }

  /// A seat of the open class is lost by absence.
  static func absence(of party: JSON, _ meetings: [JSON], at: String) -> Attempt {
    Attempt(
      .seatVacated,
      [
        "seat": "open_seat", "party": party, "ground": "Тричі не було.",
        "meetings": .array(meetings),
      ], by: ["registrar", "m03"], at: at)
  }
}
