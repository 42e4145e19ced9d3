// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// The pooled fund's board: nine seats, each with an alternate; I3 and N3 hold none.
enum Fund {
  static let day = "2024-10-21T09:00:00Z"

  static func founded() throws -> World {
    func facts(_ constituency: JSON) -> [String: JSON] {
      [
        "constituency": constituency, "contributes": "yes", "fund_eligible": "yes",
        "budget_usd": "900000",
      ]
    }
    var members: [String: [String: JSON]] = [:]
    for name in ["D1", "D2"] { members[name] = facts("donor") }
    for name in ["U1", "U2"] { members[name] = facts("un") }
    for name in ["I1", "I2", "I3"] { members[name] = facts("ingo") }
    for name in ["N1", "N2", "N3", "S1"] { members[name] = facts("nngo") }
    members["S1"]?["budget_usd"] = "100000"
    return try Coalition(
      statutes: try Coalition.statutes("pooled-fund-board"), members: members,
      tellers: ["I3", "S1"],
      seats: [
        ("donor_seat", "D1"), ("donor_seat", "D2"), ("un_seat", "U1"), ("un_seat", "U2"),
        ("ingo_seat", "I1"), ("ingo_seat", "I2"), ("nngo_seat", "N1"), ("nngo_seat", "N2"),
        ("small_nngo_seat", "S1"),
      ]
    ).founded()
  }

  static func naming(
    _ alternate: String, for party: String, seat: JSON = "nngo_seat", at: String = day
  ) -> Attempt {
    Attempt(
      .alternateNamed,
      ["seat": seat, "party": .string(party), "alternate": .string(alternate)],
      by: [party.lowercased(), alternate.lowercased()], at: at)
  }

  /// A vote on a complaint is open, N3 being the alternate of N1.
  static func voting() throws -> World {
    var world = try founded().after(naming("N3", for: "N1"))
    try world.table("P-1", "complaint", by: "d1")
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    return world
  }

  static func conflict(of key: String, in world: World) throws -> Attempt {
    Attempt(
      .conflictDeclared, ["vote": "V1", "item": "P-1"], by: [key],
      at: try world.vote().opens.text)
  }
}

/// Bodies.md, "Alternates in a vote".
@Suite struct Alternates {
  /// Five of nine seats take part, and one of each constituency only with N3 for N1: four to one.
  @Test func anAlternateStandsInForWhoIsRecused() throws {
    var world = try Fund.voting()
    try world.record(try Fund.conflict(of: "n1", in: world))
    for (key, word) in [("d1", "yes"), ("u1", "yes"), ("i1", "yes"), ("n3", "yes"), ("d2", "no")] {
      try world.record(try world.mark("V1", ["P-1": .string(word)], by: key))
    }
    try world.record(try world.count("V1"))
    let result = try #require(try world.vote().results?.first)
    // Eight holders who are not recused, and N3.
    #expect(result.whole.electors == 9)
    #expect(result.whole.ballots == 5)
    #expect(result.whole.counts == ["yes": 4, "no": 1, "abstain": 0])
    // N3, N2 and S1.
    #expect(result.blocs["nngos"]?.electors == 3)
    #expect(result.blocs["nngos"]?.counts == ["yes": 1, "no": 0, "abstain": 0])
    #expect(result.outcome == .carried)
    #expect(try world.vote().turnout == 5)
  }

  /// The same without N3's ballot: nobody of the national members takes part.
  @Test func withoutItsBallotThereIsNoQuorum() throws {
    var world = try Fund.voting()
    try world.record(try Fund.conflict(of: "n1", in: world))
    for key in ["d1", "u1", "u2", "i1", "d2"] {
      try world.record(try world.mark("V1", ["P-1": "yes"], by: key))
    }
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.outcome == .inquorate)
  }

  @Test func whereTheHolderVotesItsAlternateDoesNot() throws {
    let world = try Fund.voting()
    #expect(try world.vote().electorate.count == 9)
    #expect(try world.vote().group(of: "N3") == nil)
    let ballot = try world.mark("V1", ["P-1": "yes"], by: "n3")
    #expect(try world.refusal(of: ballot)?.code == .notAnElector)
    let unknown = try world.mark("V1", ["P-9": "yes"], by: "n3")
    #expect(try world.refusal(of: unknown)?.code == .unknownChoice)
  }

  /// Neither votes: eight electors are left.
  @Test func anAlternateStepsAsideToo() throws {
    var world = try Fund.voting()
    try world.record(try Fund.conflict(of: "n1", in: world))
    try world.record(try Fund.conflict(of: "n3", in: world))
    let ballot = try world.mark("V1", ["P-1": "yes"], by: "n3")
    #expect(try world.refusal(of: ballot)?.code == .notAnElector)
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.whole.electors == 8)
  }

  /// It cast, and then its holder's reason is its own too: the ballot does not count.
  @Test func whoStepsAsideAfterwardsIsNotCounted() throws {
    var world = try Fund.voting()
    try world.record(try Fund.conflict(of: "n1", in: world))
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "n3"))
    try world.record(try Fund.conflict(of: "n3", in: world))
    try world.record(try world.count("V1"))
    let result = try #require(try world.vote().results?.first)
    #expect(result.whole.ballots == 0)
    #expect(try world.vote().excluded == [])
  }

  /// The vote keeps the alternate that was in force at its opening.
  @Test func whoIsNamedAfterTheOpeningIsNone() throws {
    var world = try Fund.voting()
    try world.record(Fund.naming("I3", for: "I1", seat: "ingo_seat", at: world.assembly.now.text))
    // D1, D2, I1, I2, N1.
    #expect(try world.vote().alternates.map(\.party) == ["N3"])
    #expect(try world.vote().alternates.map(\.group) == [4])
    let attempt = try Fund.conflict(of: "i3", in: world)
    #expect(try world.refusal(of: attempt)?.code == .notAnElector)
  }

  /// With the holder's seat its alternate goes; who leaves is none either.
  @Test func anAlternateIsInForceForOneTerm() throws {
    let world = try Fund.founded().after(Fund.naming("N3", for: "N1"))
    let day = try #require(Instant(Fund.day))
    #expect(world.assembly.alternate(of: "N1", in: "nngo_seat", at: day) == "N3")
    #expect(world.assembly.alternate(of: "N1", in: "nngo_seat", at: day + -1) == nil)
    let vacated = try world.after(world.vacating("nngo_seat", "N1", at: Fund.day))
    #expect(vacated.assembly.alternate(of: "N1", in: "nngo_seat", at: day) == nil)
    let gone = try world.after(
      Attempt(.memberResigned, ["member": "N3"], by: ["n3"], at: Fund.day))
    #expect(gone.assembly.alternates(ofSeat: "nngo_seat", at: day) == [:])
  }
}
