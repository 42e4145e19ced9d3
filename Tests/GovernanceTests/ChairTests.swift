// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Bodies.md, "Chairs" and "The rota".
@Suite struct Chairs {
  private static let first = "2024-10-22T08:00:00Z"
  /// Six months from 22 October, the start of 22 April in summer time.
  private static let second = "2025-04-21T21:00:00Z"

  // Small: M04, M12, M16. Near the front: M08, M13. Open: M01, M03, M05, M06, all since the founding.
  //
  // Nobody was chair before, so the order of the seats decides; where the last chair is not small,
  // the next is, and of these who was it least lately.
  @Test func everySecondTurnAtLeastIsOfASmallMember() throws {
    let world = try World.founded()
    let rota = world.assembly.rota(of: "steering", from: try moment(Self.first), turns: 9)
    #expect(
      rota.map(\.chairs)
        == [
          ["M04"], ["M12"], ["M16"], ["M08"], ["M04"], ["M13"], ["M12"], ["M01"], ["M16"],
        ])
    #expect(rota.prefix(2).map(\.from.text) == [Self.first, Self.second])
    #expect(rota[3].seats == ["M08": "frontline_seat"])
  }

  @Test func aTurnGoesOnUntilTheNextBegins() throws {
    var world = try World.founded().after(rotation(["M04"], from: Self.first, at: Self.first))
    #expect(world.assembly.turnEnds(of: "steering")?.text == Self.second)
    let early = rotation(["M12"], from: "2025-04-21T20:59:59Z", at: Self.first)
    #expect(try world.refusal(of: early)?.code == .tooEarly)
    try world.record(rotation(["M12"], from: Self.second, at: "2025-04-01T08:00:00Z"))
    #expect(try chairs(world, at: "2025-04-21T20:59:59Z") == ["M04"])
    #expect(try chairs(world, at: Self.second) == ["M12"])
    #expect(try chairs(world, at: "2027-01-01T00:00:00Z") == ["M12"])
    #expect(try chairs(world, at: "2024-10-22T07:59:59Z") == [])
  }

  /// M04 is passed over once.
  @Test func whoDeclinesIsPassedOverInTheNextTurn() throws {
    var world = try World.founded().after(declining("steering", by: "m04", at: Self.first))
    let rota = world.assembly.rota(of: "steering", from: try moment(Self.first), turns: 2)
    #expect(rota.map(\.chairs) == [["M12"], ["M04"]])
    let wrong = rotation(["M04"], from: Self.first, at: Self.first)
    #expect(
      try world.refusal(of: wrong)?.facts
        == ["body": "steering", "found": "M04", "expected": "M12"])
    try world.record(rotation(["M12"], from: Self.first, at: Self.first))
    #expect(world.assembly.declined["steering"] == nil)
  }

  /// When all nine have declined, all nine are asked again.
  @Test func whereNobodyIsLeftThoseWhoDeclinedAreLetIn() throws {
    var world = try World.founded()
    for key in ["m01", "m03", "m04", "m05", "m06", "m08", "m12", "m13", "m16"] {
      try world.record(declining("steering", by: key, at: Self.first))
    }
    let rota = world.assembly.rota(of: "steering", from: try moment(Self.first), turns: 1)
    #expect(rota.map(\.chairs) == [["M04"]])
  }

  /// The seat is given up in November: the turn is over although six months are not.
  @Test func aChairWithoutASeatChairsNoMore() throws {
    let november = "2024-11-20T08:00:00Z"
    var world = try World.founded().after(rotation(["M04"], from: Self.first, at: Self.first))
    try world.record(world.vacating("small_seat", "M04", at: november))
    #expect(try chairs(world, at: november) == [])
    try world.record(rotation(["M12"], from: november, at: november))
    #expect(try chairs(world, at: november) == ["M12"])
  }

  /// One of each class; the only international member presides again, since nobody else is left.
  @Test func twoPresideTogether() throws {
    let now = "2024-10-22T08:00:00Z"
    let world = try Self.forum()
    let rota = world.assembly.rota(of: "steering", from: try moment(now), turns: 3)
    #expect(rota.map(\.chairs) == [["N01", "I01"], ["N02", "I01"], ["N01", "I01"]])
    let alone = Attempt(
      .chairRotated, ["body": "steering", "chairs": ["N01"], "from": .string(now)],
      by: ["registrar", "n01"], at: now)
    #expect(try world.refusal(of: alone)?.code == .wrongChair)
    let both = Attempt(
      .chairRotated, ["body": "steering", "chairs": ["N01", "I01"], "from": .string(now)],
      by: ["registrar", "n01", "i01"], at: now)
    #expect(try world.refusal(of: both) == nil)
    #expect(try world.refusal(of: both.signed(by: ["registrar", "n01"]))?.code == .wrongSigners)
  }

  /// A body that is a roll goes round by bytes; an association that has not reported on its members
  /// for 400 days is not in it any more, here from 7 October 2025.
  @Test func aRollTakesTurns() throws {
    var world = try Coalition.dialogue()
    let old = world.assembly.rota(of: "dialogue", from: try moment(Self.first), turns: 4)
    #expect(old.map(\.chairs) == [["P01"], ["P02"], ["P03"], []])
    for party in ["P01", "P02", "P03"] {
      try world.record(.update(party, ["members_reported_on": "2024-10-21"], at: Self.first))
    }
    let rota = world.assembly.rota(of: "dialogue", from: try moment(Self.first), turns: 4)
    #expect(rota.map(\.chairs) == [["P01"], ["P02"], ["P03"], ["P01"]])
    #expect(rota[0].seats == [:])
  }

  private static func forum() throws -> World {
    func facts(_ country: JSON) -> [String: JSON] {
      ["seat_of_governance": country, "fee_paid_until": "2025-12-31", "budget_usd": "900000"]
    }
    return try Coalition(
      statutes: try Coalition.statutes("ngo-forum"),
      members: ["N01": facts("UA"), "N02": facts("UA"), "I01": facts("DK")],
      tellers: ["N01", "I01"],
      seats: [("national_seat", "N01"), ("national_seat", "N02"), ("international_seat", "I01")]
    ).founded()
  }

  private func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }

  private func chairs(_ world: World, at time: String) throws -> [String] {
    world.assembly.chairs(of: "steering", at: try moment(time))
  }

  private func rotation(_ chairs: [String], from: String, at: String) -> Attempt {
    .rotation(chairs, from: from, at: at)
  }

  private func declining(_ body: JSON, by key: String, at: String) -> Attempt {
    Attempt(.chairDeclined, ["body": body], by: [key], at: at)
  }
}

extension Attempt {
  /// The steering committee's next turn.
  static func rotation(_ chairs: [String], from: String, at: String) -> Attempt {
    Attempt(
      .chairRotated,
      [
        "body": "steering", "chairs": .array(chairs.map(JSON.string)), "from": .string(from),
      ], by: ["registrar"] + chairs.map { $0.lowercased() }, at: at)
  }
}
