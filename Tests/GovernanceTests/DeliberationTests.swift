// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// From the proposal to what follows from it.
@Suite struct Deliberation {
  /// Script S5: consensus fails twice on one block, five members ask for a vote, twelve carry it.
  @Test func aPositionThatFailsConsensusIsCarriedByTwoThirds() throws {
    var world = try Stage.founded.world
    try world.table("P-1", "position", by: "m02", seconds: ["m03", "m04"])
    // Seven days from 21 October, 11 o'clock in Kyiv, are over with the 27th, when winter time began.
    #expect(try world.proposal().frozen?.text == "2024-10-27T22:00:00Z")
    let first = try world.outcome(
      on: "P-1", vote: "V1", of: World.members, [("consent", 14), ("stand_aside", 1), ("block", 1)])
    #expect(first == .blocked)
    try world.record(try world.certify("V1"))
    // The same text may not be put again after a block.
    #expect(throws: Refusal.self) {
      try world.assembly.votingPlan(on: ["P-1"], at: world.assembly.now)
    }
    let escalation = Attempt(
      .escalationRequested, ["proposal": "P-1"], by: ["m01", "m02", "m03", "m04", "m05"],
      at: world.assembly.now.text)
    #expect(try world.refusal(of: escalation)?.code == .roundsLeft)
    try world.record(
      Attempt(
        .textRevised, ["proposal": "P-1", "texts": ["uk": .digest("d")]], by: ["m02"],
        at: world.assembly.now.text))
    let second = try world.outcome(
      on: "P-1", vote: "V2", of: World.members, [("consent", 15), ("block", 1)])
    #expect(second == .blocked)
    #expect(try world.vote("V2").round == 2)
    try world.record(try world.certify("V2"))
    try world.record(escalation.at(world.assembly.now.text))
    let vote = try world.outcome(
      on: "P-1", vote: "V3", of: World.members, [("yes", 12), ("no", 3), ("abstain", 1)])
    #expect(vote == .carried)
    #expect(try world.vote("V3").rule == "two_thirds")
    #expect(try world.proposal().status(at: world.assembly.now) == .frozen)
    try world.record(try world.certify("V3"))
    #expect(try world.proposal().status(at: world.assembly.now) == .adopted)
  }

  /// The judges may set a block aside: then two stand aside and fourteen consent.
  @Test(arguments: [("stands", .blocked), ("set_aside", .carried)] as [(JSON, VoteOutcome)])
  func aBlockIsTested(verdict: JSON, outcome: VoteOutcome) throws {
    var world = try Stage.founded.world
    try world.table("P-1", "position", by: "m02", seconds: ["m03", "m04"])
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    for member in World.members {
      let word: JSON = member == "m16" ? "block" : member == "m15" ? "stand_aside" : "consent"
      try world.record(
        try world.mark(
          "V1", ["P-1": word], by: member,
          reasons: word == "block" ? ["P-1": ["text": "Ні.", "ground": "harm"]] : nil))
    }
    let ruling = Attempt.blockTest(of: "M16", verdict, at: world.assembly.now.text)
    #expect(try world.refusal(of: ruling.signed(by: ["m10"]))?.code == .wrongSigners)
    try world.record(ruling)
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.outcome == outcome)
  }

  /// A ballot after the test is another ballot, and blocks again.
  @Test func aTestIsOfOneBallot() throws {
    var world = try Stage.founded.world
    try world.table("P-1", "position", by: "m02", seconds: ["m03", "m04"])
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    let block = try world.mark(
      "V1", ["P-1": "block"], by: "m16", reasons: ["P-1": ["text": "Ні.", "ground": "harm"]])
    try world.record(block)
    try world.record(.blockTest(of: "M16", "set_aside", at: world.assembly.now.text))
    let counts = { () throws in world.assembly.count(try world.vote()).results.first?.whole.counts }
    #expect(try counts() == ["consent": 0, "stand_aside": 1, "block": 0])
    try world.record(block)
    #expect(try counts() == ["consent": 0, "stand_aside": 0, "block": 1])
  }

  @Test func anAmendmentIsAcceptedOrPutToAVoteOfItsOwn() throws {
    var world = try Stage.founded.world
    try world.record(.proposal())
    for key in ["m03", "m04"] { try world.record(.second(by: key)) }
    try world.record(.amendment())
    try world.record(.amendment("AM-2", by: "m08"))
    try world.record(
      Attempt(
        .amendmentAccepted, ["amendment": "AM-1"], by: ["m02"], at: world.assembly.now.text))
    #expect(try world.proposal().texts == ["uk": String(repeating: "c", count: 64)])
    let early = Attempt.frozen("P-1", ["uk": .digest("c")])
    #expect(try world.refusal(of: early)?.code == .amendmentPending)
    // Consent of all about the amendment, on which nobody blocks.
    _ = try world.decide("AM-2", "VA", World.members.map { ($0, "consent") })
    #expect(world.assembly.amendments["AM-2"]?.end == .carried)
    try world.record(early)
  }

  /// Fewer than half of sixteen: once more after seven days, then a third is enough; six take part.
  @Test(arguments: [([4, 2], Proposal.Status.adopted), ([3, 2], .inquorate)])
  func aMissedQuorumIsTriedOnceMore(counts: [Int], status: Proposal.Status) throws {
    var world = try Stage.founded.world
    try world.table("P-1", "urgent_statement", by: "m01")
    #expect(
      try world.outcome(on: "P-1", vote: "V1", of: World.members, [("object", 3)]) == .lost)
    try world.record(try world.certify("V1"))
    #expect(
      try world.outcome(on: "P-1", vote: "V2", of: World.members, [("yes", 7)]) == .inquorate)
    try world.record(try world.certify("V2"))
    let certified = try #require(try world.vote("V2").certified)
    let third = try world.put("V3", on: ["P-1"], at: certified.text)
    #expect(third.fields["round"] == 2)
    #expect(
      try #require(Instant(third.fields["opens"]?.string ?? "")).seconds - certified.seconds > 6
        * 86_400)
    #expect(
      try world.outcome(
        on: "P-1", vote: "V3", of: World.members, [("yes", counts[0]), ("no", counts[1])])
        == (status == .adopted ? .carried : .inquorate))
    try world.record(try world.certify("V3"))
    #expect(try world.proposal().status(at: world.assembly.now) == status)
  }

  /// S6: adopted by silence, it lapses unless a majority ratifies it within fourteen days.
  @Test func anUrgentStatementIsRatifiedOrLapses() throws {
    var world = try Stage.founded.world
    try world.table("P-1", "urgent_statement", by: "m01")
    #expect(
      try world.outcome(on: "P-1", vote: "V1", of: World.members, [("object", 2)]) == .carried)
    try world.record(try world.certify("V1"))
    let before = try #require(try world.proposal().ratification?.before)
    #expect(try world.proposal().status(at: before + -1) == .adopted)
    #expect(try world.proposal().status(at: before) == .lapsed)
    #expect(
      try world.outcome(on: "P-1", vote: "V2", of: World.members, [("yes", 8)]) == .carried)
    #expect(try world.vote("V2").rule == "majority")
    try world.record(try world.certify("V2"))
    #expect(try world.proposal().status(at: before) == .adopted)
  }

  @Test func aRatificationThatIsLostEndsIt() throws {
    var world = try Stage.founded.world
    try world.table("P-1", "urgent_statement", by: "m01")
    _ = try world.outcome(on: "P-1", vote: "V1", of: World.members, [])
    try world.record(try world.certify("V1"))
    #expect(try world.outcome(on: "P-1", vote: "V2", of: World.members, [("no", 8)]) == .lost)
    try world.record(try world.certify("V2"))
    #expect(try world.proposal().status(at: world.assembly.now) == .lapsed)
  }

  /// An outage declared by registrar and witness stops the clock by two days and no more.
  @Test func anOutageMovesTheClosing() throws {
    var world = try Stage.founded.world
    try world.table("P-1", "urgent_statement", by: "m01")
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    let closes = try world.vote().closes
    func extended(by seconds: Int) -> Attempt {
      Attempt(
        .voteExtended,
        ["vote": "V1", "closes": .string((closes + seconds).text), "ground": "Немає світла."],
        by: ["registrar", "w1"], at: world.assembly.now.text)
    }
    // Two days from a moment on the 24th, that day counting, are over with the 25th in Kyiv.
    #expect(try world.refusal(of: extended(by: 3 * 86_400))?.code == .extensionTooLong)
    try world.record(extended(by: 3_600))
    #expect(try world.vote().closes == closes + 3_600)
    #expect(
      try world.refusal(of: extended(by: 3_600).signed(by: ["registrar"]))?.code
        == .extensionTooLate)
  }
}

/// What ballots do to one another, and who is not counted.
@Suite struct Ballots {
  private func opened(_ matter: JSON = "agreement", _ changes: [String: JSON] = [:]) throws -> World
  {
    var world = try Stage.founded.world
    try world.table("P-1", matter, by: "m01", changes)
    return try world.after(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
  }

  private func counts(_ world: World) throws -> [String: Int]? {
    world.assembly.count(try world.vote()).results.first?.whole.counts
  }

  /// A revoked ballot is as not cast: no abstention, and no part in the quorum.
  @Test func aRevokedBallotIsAsNotCast() throws {
    var world = try opened()
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "m02"))
    let revoked = Attempt(
      .ballotRevoked, ["vote": "V1"], by: ["m02"], at: world.assembly.now.text)
    try world.record(revoked)
    #expect(world.assembly.count(try world.vote()).results.first?.whole.ballots == 0)
    try world.record(try world.mark("V1", ["P-1": "no"], by: "m02"))
    #expect(try counts(world) == ["yes": 0, "no": 1, "abstain": 0])
    let late = revoked.at(try world.vote().closes.text)
    #expect(try world.refusal(of: late)?.code == .votingOver)
  }

  /// Key stolen at noon: what it cast before stands, what came after is excluded (script S15).
  @Test(
    arguments: [
      ("lost", nil, true), ("lost", -60, false), ("compromised", -60, true),
    ] as [(JSON, Int?, Bool)])
  func aBallotAfterTheLossDoesNotCount(reason: JSON, sealed: Int?, excluded: Bool) throws {
    var world = try opened()
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "m16"))
    let lost = try world.vote().opens + 3_600
    try world.record(
      try world.mark(
        "V1", ["P-1": "no"], by: "m16", at: (lost + 60).text,
        sealedAt: sealed.map { (lost + $0).text }))
    try world.record(
      Attempt(
        .keyRevoked,
        ["key": .string(World.key("m16")), "reason": reason, "from": .string(lost.text)],
        by: ["registrar", "m01"], at: (lost + 7_200).text))
    #expect(
      try counts(world)
        == (excluded
          ? ["yes": 1, "no": 0, "abstain": 0] : ["yes": 0, "no": 1, "abstain": 0]))
    let found = world.assembly.count(try world.vote()).excluded.map(\.reason)
    #expect(found == (excluded ? ["revoked_key"] : []))
  }

  /// An alternate votes for the same party; the last of the two counts.
  @Test func anAlternateVotesAsTheParty() throws {
    var world = try opened()
    try world.record(
      Attempt(
        .keyEnrolled, ["key": World.vkey("m16x"), "party": "M16", "alternate": true],
        by: ["registrar", "m16", "m16x"], at: world.assembly.now.text))
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "m16"))
    try world.record(try world.mark("V1", ["P-1": "no"], by: "m16x"))
    #expect(try counts(world) == ["yes": 0, "no": 1, "abstain": 0])
  }

  /// The family's vote is that of its named voter (trap 12).
  @Test func aFamilyNamesItsVoter() throws {
    var world = try Stage.founded.world
    try world.record(
      .relation("family", from: "M01", to: "M02", by: "m01", at: world.assembly.now.text))
    try world.record(
      Attempt(
        .voterNamed, ["voter": "M02", "parties": ["M01", "M02"]], by: ["m01", "m02"],
        at: world.assembly.now.text))
    try world.table("P-1", "agreement", by: "m04")
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    let other = try world.mark("V1", ["P-1": "no"], by: "m01")
    #expect(try world.refusal(of: other)?.code == .notTheNamedVoter)
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "m02"))
    #expect(try counts(world) == ["yes": 1, "no": 0, "abstain": 0])
  }

  /// Who declares a conflict leaves the electorate of that item, whatever it has cast.
  @Test func aDeclaredConflictShrinksTheElectorate() throws {
    var world = try opened()
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "m02"))
    try world.record(
      Attempt(
        .conflictDeclared, ["vote": "V1", "item": "P-1"], by: ["m02"],
        at: world.assembly.now.text))
    let result = try #require(world.assembly.count(try world.vote()).results.first)
    #expect(result.whole.electors == 15)
    #expect(result.whole.ballots == 0)
  }

  /// Of five acting holders four are tied to the member concerned: one is left, and that is nobody.
  @Test func withOneElectorLeftNothingIsDecided() throws {
    var founding = try World.founding()
    let kept: Set<JSON> = ["M01", "M03", "M04", "M05", "M06", "M10", "M11"]
    founding["seats"] = .array(
      (founding["seats"]?.array ?? []).filter { kept.contains($0["party"] ?? [:]) })
    var world = World()
    try world.record(.founding(founding))
    for party in ["M03", "M04", "M05", "M06"] {
      try world.record(
        .relation(
          "funds", from: .string(party), to: "M16", by: party.lowercased(),
          at: world.assembly.now.text))
    }
    let now = world.assembly.now.text
    try world.record(.proposal("P-1", "suspension", by: "m01", at: now, ["about": "M16"]))
    try world.record(.hearing("P-1", by: ["m16"], at: now))
    try world.record(.frozen(at: now))
    try world.record(try world.put("V1", on: ["P-1"], at: now))
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "m01"))
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.outcome == .void)
    try world.record(try world.certify("V1"))
    // It may be put again, in the same round.
    let again = try world.put("V2", on: ["P-1"], at: world.assembly.now.text)
    #expect(again.fields["round"] == 1)
  }
}

/// An amendment of statutes says which statutes it means.
@Suite struct AmendedStatutes {
  private func amendment(_ changes: [String: JSON] = [:]) -> Attempt {
    Attempt.amendment("AM-1", at: "2024-10-22T09:00:00Z").with(changes)
  }

  @Test func areThoseThatAreAdopted() throws {
    var world = try Stage.founded.world
    try world.record(.proposal("P-1", "statutes", ["statutes": .digest("d")]))
    #expect(try world.refusal(of: amendment())?.code == .notOnBallot)
    try world.record(amendment(["statutes": .digest("e")]))
    try world.record(
      Attempt(
        .amendmentAccepted, ["amendment": "AM-1"], by: ["m02"], at: world.assembly.now.text))
    #expect(try world.proposal().statutes == String(repeating: "e", count: 64))
  }
}
