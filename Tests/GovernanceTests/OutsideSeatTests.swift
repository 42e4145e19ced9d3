// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// The forum elects to seats in other bodies.
enum Outside {
  static let called = "2024-11-04T08:00:00Z"
  static let close = "2024-11-10T22:00:00Z"

  static func founded() throws -> World {
    func facts(_ country: JSON) -> [String: JSON] {
      ["seat_of_governance": country, "fee_paid_until": "2025-12-31", "budget_usd": "900000"]
    }
    var members: [String: [String: JSON]] = [:]
    for name in ["N01", "N02", "N03", "N04"] { members[name] = facts("UA") }
    for name in ["I01", "I02"] { members[name] = facts("DK") }
    return try Coalition(
      statutes: try Coalition.statutes(
        "ngo-forum", [("ties: [lot], secrecy: sealed}", "ties: [lot]}")]),
      members: members, tellers: ["N01", "I01"]
    ).founded()
  }

  static func call(_ places: JSON = ["hct_seat": 2, "pooled_fund_seat": 2]) -> Attempt {
    Attempt(
      .electionCalled,
      [
        "election": "E1", "matter": "election", "places": places,
        "nominations_close": .string(close), "terms_from": "2024-12-01T00:00:00Z",
      ], by: ["registrar"], at: called)
  }

  static let runners = [
    ("hct_seat", "N01"), ("hct_seat", "N02"), ("hct_seat", "I01"),
    ("pooled_fund_seat", "I02"), ("pooled_fund_seat", "N01"), ("pooled_fund_seat", "N02"),
  ]

  static func nominated() throws -> World {
    var world = try founded().after(call())
    for (seat, party) in runners {
      let (key, name) = (party.lowercased(), "\(seat.prefix(1))-\(party)")
      try world.record(
        .nominationMade,
        [
          "nomination": .string(name), "election": "E1", "seat": .string(seat),
          "party": .string(party), "nominee": .string(World.key(key)), "label": "особа",
          "facts": [:],
        ], by: [key], at: called)
      try world.record(.nominationAccepted, ["nomination": .string(name)], by: [key], at: called)
    }
    return world
  }

  /// What the plan says, as an act.
  static func opening(_ world: World) throws -> Attempt {
    let plan = try world.assembly.electionPlan("E1", at: try #require(Instant(close)))
    return Attempt(
      .voteOpened,
      [
        "vote": "V1", "election": "E1", "matter": .string(plan.matter), "rule": .string(plan.rule),
        "round": 1, "items": .array(plan.items.map(JSON.string)),
        "candidates": .object(plan.candidates.mapValues { .array($0.map(JSON.string)) }),
        "opens": .string(plan.earliest.text), "closes": .string(plan.closes.text),
        "electorate": .array(plan.electorate.map { .array($0.map(JSON.string)) }),
      ], by: ["registrar"], at: close)
  }

  /// All rank the same way, in the order of the table.
  static func certified() throws -> World {
    var world = try nominated()
    try world.record(try opening(world))
    for key in ["n01", "n02", "n03", "n04", "i01", "i02"] {
      try world.record(
        try world.mark(
          "V1",
          [
            "hct_seat": ["h-N01", "h-N02", "h-I01"],
            "pooled_fund_seat": ["p-I02", "p-N01", "p-N02"],
          ], by: key))
    }
    try world.record(try world.count("V1"))
    try world.record(try world.certify("V1").with(["terms": []]))
    return world
  }

  static func mandate(
    _ holder: String, kind: JSON = "hct_seat", alternate: String? = nil, in world: World,
    name: JSON = "MN-1"
  ) -> Attempt {
    let now = world.assembly.now
    var fields: [String: JSON] = [
      "mandate": name, "vote": "V1", "holder": .string(holder), "kind": kind,
      "scope": "Говорить за форум.", "until": .string((now + 30 * 86_400).text),
      "occasions": [
        ["occasion": "hct-1", "on": .string((now + 86_400).text)],
        ["occasion": "hct-2", "on": .string((now + 2 * 86_400).text)],
      ],
    ]
    fields["alternate"] = alternate.map(JSON.string)
    return Attempt(
      .mandateGranted, fields,
      by: ["registrar", "n01"] + (alternate.map { [$0.lowercased()] } ?? []), at: now.text)
  }

  /// N01 holds the mandate, and N03 sits for it.
  static func granted() throws -> World {
    let world = try certified()
    return try world.after(mandate("N01", alternate: "N03", in: world))
  }

  static func recused(_ occasion: JSON, by key: String, in world: World) -> Attempt {
    Attempt(
      .mandateRecused, ["mandate": "MN-1", "occasion": occasion], by: [key],
      at: world.assembly.now.text)
  }

  static func report(_ occasion: JSON, by key: String, in world: World) -> Attempt {
    Attempt(
      .mandateReported, ["mandate": "MN-1", "occasion": occasion, "sha256": .digest("e")],
      by: [key], at: (world.assembly.now + 3 * 86_400).text)
  }
}

/// Bodies.md, "Seats in other bodies".
@Suite struct SeatsInOtherBodies {
  // Of two in the humanitarian team one is national and one international: N01 leads, and I01 is
  // guarded before N02. In the fund half are national: N01 has a seat, so I02 and N02.
  @Test func pairsAndFloorsAreKept() throws {
    let world = try Outside.certified()
    #expect(try world.vote().items == ["hct_seat", "pooled_fund_seat"])
    #expect(world.assembly.elected(to: "hct_seat", by: try world.vote()) == ["N01", "I01"])
    #expect(world.assembly.elected(to: "pooled_fund_seat", by: try world.vote()) == ["I02", "N02"])
    #expect(world.assembly.terms.isEmpty)
  }

  @Test func everyMemberVotes() throws {
    let plan = try Outside.nominated().assembly.electionPlan(
      "E1", at: try #require(Instant(Outside.close)))
    #expect(plan.electorate == [["I01"], ["I02"], ["N01"], ["N02"], ["N03"], ["N04"]])
    #expect(plan.candidates["hct_seat"] == ["h-I01", "h-N01", "h-N02"])
    #expect(plan.rule == "seat_election")
    // Notice of seven days from 11 November; seven days from the 18th, at midnight in Kyiv.
    #expect(plan.earliest.text == "2024-11-17T22:00:00Z")
    #expect(plan.closes.text == "2024-11-24T22:00:00Z")
  }

  @Test func whoWasElectedHasAMandate() throws {
    let world = try Outside.granted()
    let mandate = try #require(world.assembly.mandates["MN-1"])
    #expect(mandate.source == .vote("V1"))
    #expect(mandate.proposal == nil)
    #expect(mandate.agents == ["N01", "N03"])
  }

  /// Each reports where the other stepped aside, and nobody where both did.
  @Test func whoStepsAsideDoesNotReport() throws {
    var world = try Outside.granted()
    try world.record(Outside.recused("hct-1", by: "n01", in: world))
    #expect(world.assembly.mandates["MN-1"]?.reporters(on: "hct-1") == ["N03"])
    let own = Outside.report("hct-1", by: "n01", in: world)
    #expect(try world.refusal(of: own)?.code == .wrongSigners)
    #expect(try world.refusal(of: own.signed(by: ["n03"])) == nil)
    #expect(try world.refusal(of: Outside.report("hct-2", by: "n03", in: world)) == nil)
    try world.record(Outside.recused("hct-1", by: "n03", in: world))
    let both = Outside.report("hct-1", by: "n03", in: world)
    #expect(try world.refusal(of: both)?.code == .notAnOccasion)
  }
}
