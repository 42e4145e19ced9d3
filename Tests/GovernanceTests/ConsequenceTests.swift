// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Sealed ballots: readable when every teller has opened its seal, and after the grace.
@Suite struct SealedVotes {
  /// M16 is to be expelled: heard at once, so it is put fourteen days later for fourteen days.
  static func opened() throws -> World {
    var world = try Stage.founded.world
    let now = world.assembly.now.text
    try world.record(.proposal("P-1", "expulsion", by: "m01", at: now, ["about": "M16"]))
    try world.record(.hearing("P-1", by: ["m16"], at: now))
    try world.record(.frozen(at: now))
    try world.record(try world.put("V1", on: ["P-1"], at: now))
    return world
  }

  static func opening(_ key: String, _ world: World, at: String? = nil) throws -> Attempt {
    Attempt(
      .sealOpened, ["vote": "V1", "identity": .string(World.key(key))], by: [key],
      at: try at ?? world.vote().graceEnds.text)
  }

  /// Eleven of sixteen take part; nine of eleven are three quarters and more.
  @Test func areCountedWhenBothTellersOpened() throws {
    var world = try Self.opened()
    for member in World.members.prefix(9) {
      try world.record(try world.seal("V1", ["P-1": "yes"], by: member))
    }
    for member in ["m10", "m11"] {
      try world.record(try world.seal("V1", ["P-1": "no"], by: member))
    }
    // A copy of another's ballot is sealed for another statement, and stays shut.
    try world.record(
      try world.seal("V1", ["P-1": "yes"], by: "m12", id: String(repeating: "f", count: 32)))
    // Something that an open ballot could not say.
    try world.record(try world.seal("V1", ["P-1": "block"], by: "m13"))
    try world.record(try Self.opening("m03", world))
    #expect(try world.refusal(of: try world.count("V1"))?.code == .sealsClosed)
    try world.record(try Self.opening("m09", world))
    try world.record(try world.count("V1"))
    let vote = try world.vote()
    #expect(vote.results?.first?.whole.counts == ["yes": 9, "no": 2, "abstain": 0])
    #expect(vote.results?.first?.outcome == .carried)
    #expect(vote.excluded.map(\.reason) == ["not_opened", "not_on_ballot"])
    try world.record(try world.certify("V1"))
    #expect(world.assembly.parties["M16"]?.status(at: world.assembly.now) == "former")
    // Its seat has gone with it, and it may appeal for thirty days.
    #expect(world.assembly.holders(ofSeat: "small_seat", at: world.assembly.now) == ["M04", "M12"])
    let appeal = Attempt(
      .appealFiled, ["appeal": "AP-1", "proposal": "P-1", "ground": "Неправда."], by: ["m16"],
      at: world.assembly.now.text)
    let late = appeal.at((world.assembly.now + 30 * 86_400).text)
    #expect(try world.refusal(of: late)?.code == .appealWindowOver)
    try world.record(appeal)
    let ruling = Attempt.ruling("AP-1", "remit", at: world.assembly.now.text)
    try world.record(ruling)
    #expect(world.assembly.parties["M16"]?.status(at: world.assembly.now) == "member")
    #expect(world.assembly.holders(ofSeat: "small_seat", at: world.assembly.now) == ["M04", "M12"])
  }

  /// M16 is recused from its own case, m13 says what no ballot says; only who took it back is not told of.
  @Test func areNotListedWhenTheyWereTakenBack() throws {
    var world = try Self.opened()
    try world.record(try world.seal("V1", ["P-1": "no"], by: "m16"))
    try world.record(try world.seal("V1", ["P-1": "block"], by: "m13"))
    try world.record(
      Attempt(.ballotRevoked, ["vote": "V1"], by: ["m16"], at: world.assembly.now.text))
    for teller in ["m03", "m09"] { try world.record(try Self.opening(teller, world)) }
    try world.record(try world.count("V1"))
    #expect(try world.vote().excluded.map(\.reason) == ["not_on_ballot"])
  }

  @Test func cannotBeOpenedEarlyOrByAnother() throws {
    let world = try Self.opened()
    let grace = try world.vote().graceEnds
    #expect(
      try world.refusal(of: try Self.opening("m03", world, at: (grace + -1).text))?.code
        == .votingOpen)
    let wrong = try Self.opening("m03", world).with(["identity": "somebody"])
    #expect(try world.refusal(of: wrong)?.code == .wrongIdentity)
    let stranger = try Self.opening("m03", world).signed(by: ["m01"])
    #expect(try world.refusal(of: stranger)?.code == .wrongSigners)
    let again = try world.after(try Self.opening("m03", world))
    #expect(try again.refusal(of: try Self.opening("m03", again))?.code == .thingExists)
  }
}

/// The statutes change themselves.
@Suite struct NewStatutes {
  static func tree() throws -> JSON {
    try Coalition.statutes(
      "alliance-cso",
      [
        ("version: 1", "version: 2"),
        (
          "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
          "pass: \"yes >= 3/4 of cast\", window: vote_5d}"
        ),
      ])
  }

  static func adopted() throws -> (World, Attempt) {
    var world = try Stage.founded.world
    let tree = try tree()
    let digest = JSON.string(hexadecimal(sha256(tree.canonicalBytes)))
    try world.table("P-1", "statutes", by: "m02", ["statutes": digest])
    // A position that is on its way keeps the statutes under which it was put.
    try world.record(.proposal("P-2", "agreement", by: "m01", at: world.assembly.now.text))
    let outcome = try world.decide("P-1", "V1", World.members.map { ($0, "yes") })
    #expect(outcome == .carried)
    // Seven days after the certificate, its own day counting.
    let certified = try #require(try world.vote().certified)
    let effective = try #require(world.assembly.calendar).closing(of: .days(7), from: certified)
    return (
      world,
      Attempt(
        .statutesAdopted,
        ["proposal": "P-1", "statutes": tree, "effective": .string(effective.text)],
        by: ["registrar", "m03", "m09"], at: certified.text)
    )
  }

  @Test func areInForceFromTheirTimeAndNotBefore() throws {
    var (world, adoption) = try Self.adopted()
    let effective = try #require(Instant(adoption.fields["effective"]?.string ?? ""))
    let early = adoption.with(["effective": .string((effective + -1).text)])
    #expect(try world.refusal(of: early)?.code == .tooEarly)
    try world.record(adoption)
    #expect(try world.refusal(of: adoption)?.code == .thingExists)
    #expect(world.assembly.statutes?.version == 1)
    #expect(world.assembly.inForce(at: effective + -1)?.version == 1)
    // P-2 was put under the old statutes: eleven of sixteen are two thirds, and no three quarters.
    try world.record(.frozen("P-2", at: effective.text))
    #expect(world.assembly.statutes?.version == 2)
    #expect(
      try world.outcome(on: "P-2", vote: "V2", of: World.members, [("yes", 11), ("no", 5)])
        == .carried)
    // P-3 is put under the new ones.
    try world.table("P-3", "agreement", by: "m01")
    #expect(
      try world.outcome(on: "P-3", vote: "V3", of: World.members, [("yes", 11), ("no", 5)])
        == .lost)
  }

  @Test func areExactlyThoseThatWereDecided() throws {
    let (world, adoption) = try Self.adopted()
    let other = try Coalition.statutes("alliance-cso", [("version: 1", "version: 2")])
    #expect(
      try world.refusal(of: adoption.with(["statutes": other]))?.code == .otherText)
    #expect(
      try world.refusal(of: adoption.signed(by: ["registrar", "m03"]))?.code == .wrongSigners)
  }

  @Test func areFrozenForFourteenDaysBeforeTheVote() throws {
    var world = try Stage.founded.world
    try world.table("P-1", "statutes", by: "m02", ["statutes": .digest("d")])
    let frozen = try #require(try world.proposal().frozen)
    let plan = try world.assembly.votingPlan(on: ["P-1"], at: frozen)
    #expect(plan.earliest == world.assembly.calendar?.closing(of: .days(14), from: frozen))
  }
}

/// The secretariat is handed over, by it or without it.
@Suite struct HandOver {
  private func handOver(by signers: [String]) -> Attempt {
    Attempt(
      .secretariatHandedOver,
      ["key": World.vkey("office2"), "log_key": World.vkeyOfLog("second")],
      by: ["office2"] + signers, at: "2024-10-23T08:00:00Z")
  }

  @Test func byTheRegistrarAndTheBodyThatNamesIt() throws {
    var world = try Stage.founded.world
    #expect(try world.refusal(of: handOver(by: ["registrar"]))?.code == .wrongSigners)
    try world.record(handOver(by: ["registrar"] + World.steering))
    #expect(world.assembly.offices["registrar"] == [World.key("office2")])
    #expect(world.assembly.logKey == World.vkeyOfLog("second").string)
    let old = Attempt.callOpened().at("2024-10-25T08:00:00Z")
    #expect(try world.refusal(of: old)?.code == .wrongSigners)
    #expect(
      try world.refusal(of: old.signed(by: ["office2"] + World.steering)) == nil)
  }

  /// Two thirds of sixteen are eleven, with more than half of the small that sign among them.
  @Test func withoutTheRegistrarByTheMembersQuorum() throws {
    let world = try Stage.founded.world
    #expect(
      try world.refusal(of: handOver(by: World.steering))?.code == .wrongSigners)
    #expect(
      try world.refusal(of: handOver(by: Array(World.members.prefix(10))))?.code == .wrongSigners)
    #expect(try world.refusal(of: handOver(by: Array(World.members.prefix(11)))) == nil)
  }

  @Test func aRotatedKeyTakesOverItsOffice() throws {
    var world = try Stage.founded.world
    try world.record(
      Attempt(
        .keyRotated, ["key": .string(World.key("m03")), "to": World.vkey("m03b")],
        by: ["m03", "m03b"], at: "2024-10-23T08:00:00Z"))
    #expect(world.assembly.offices["teller"] == [World.key("m03b"), World.key("m09")])
    let old = Attempt.relation(
      "family", from: "M03", to: "M04", by: "m03", at: "2024-10-24T08:00:00Z")
    #expect(try world.refusal(of: old)?.code == .revokedKey)
    #expect(try world.refusal(of: old.signed(by: ["m03b"])) == nil)
  }
}

extension World {
  /// Another key of the log itself: the origin's name.
  static func vkeyOfLog(_ material: String) -> JSON { .string("\(origin)+00000000+\(material)") }
}

/// Mandates, agreements, actions and the register of texts.
@Suite struct Deeds {
  /// An agreement that was decided, and a mandate to sign it.
  static func decided() throws -> World {
    var world = try Stage.founded.world
    try world.table("P-1", "agreement", by: "m01")
    #expect(try world.decide("P-1", "V1", World.members.map { ($0, "yes") }) == .carried)
    try world.record(mandate(at: world.assembly.now))
    return world
  }

  static func mandate(at now: Instant, _ changes: [String: JSON] = [:]) -> Attempt {
    let fields: [String: JSON] = [
      "mandate": "MN-1", "proposal": "P-1", "holder": "M05", "scope": "Підписати цей текст.",
      "until": .string((now + 90 * 86_400).text),
      "occasions": [["occasion": "som", "on": .string((now + 86_400).text)]],
    ]
    return Attempt(
      .mandateGranted, fields.merging(changes) { $1 }, by: ["registrar", "m03"], at: now.text)
  }

  static func agreement(_ world: World, _ changes: [String: JSON] = [:]) -> Attempt {
    let fields: [String: JSON] = [
      "agreement": "AG-1", "proposal": "P-1", "sha256": .digest("a"), "with": ["Міністерство"],
      "parties": [], "mandate": "MN-1",
      "obligations": [
        [
          "action": "AC-1", "owner": "M06", "due": .string((world.assembly.now + 86_400).text),
          "text": "Звіт.",
        ]
      ],
    ]
    return Attempt(
      .agreementSigned, fields.merging(changes) { $1 }, by: ["registrar", "m05"],
      at: world.assembly.now.text)
  }

  /// Script S7: signed by the holder of a mandate for this text only; its obligations become actions.
  @Test func anAgreementIsOfTheTextThatWasAdopted() throws {
    var world = try Self.decided()
    let other = Self.agreement(world, ["sha256": .digest("f")])
    #expect(try world.refusal(of: other)?.code == .otherText)
    #expect(
      try world.refusal(of: Self.agreement(world).signed(by: ["registrar", "m06"]))?.code
        == .wrongSigners)
    try world.record(Self.agreement(world))
    #expect(world.assembly.actions["AC-1"]?.task.owner == "M06")
    try world.record(
      Attempt(
        .actionUpdated, ["action": "AC-1", "state": "done", "note": "Зроблено."], by: ["m06"],
        at: world.assembly.now.text))
    #expect(world.assembly.actions["AC-1"]?.state == .done)
  }

  /// Three associations sign one line; the dialogue asks for three signatures beside the registrar's.
  @Test func allPartiesSignOneStatement() throws {
    var world = try Coalition.dialogue()
    try world.table("P-1", "agreement", by: "p01")
    let parties = ["p01", "p02", "p03"]
    #expect(try world.decide("P-1", "V1", parties.map { ($0, "yes") }) == .carried)
    let fields: [String: JSON] = [
      "agreement": "AG-1", "proposal": "P-1", "sha256": .digest("a"), "with": [],
      "parties": ["P01", "P02", "P03"], "obligations": [],
    ]
    let attempt = Attempt(
      .agreementSigned, fields, by: ["registrar"] + parties, at: world.assembly.now.text)
    #expect(
      try world.refusal(of: attempt.signed(by: ["registrar", "p01", "p02"]))?.code == .wrongSigners)
    #expect(
      try world.refusal(
        of: attempt.with(["parties": ["P01", "P02"]]).signed(by: ["registrar", "p01", "p02"]))?
        .code == .wrongSigners)
    #expect(try world.refusal(of: attempt) == nil)
  }

  /// Scripts S8 and S10: what another body decided is recorded as that, with a second member's word.
  @Test func textsStandInTheRegisterAsWhatTheyAre() throws {
    var world = try Self.decided()
    let now = world.assembly.now.text
    let external = Attempt(
      .externalRecorded,
      [
        "decision": "HCT-15", "body": "HCT", "decided": .string(now), "title": ["uk": "Схвалено"],
        "sha256": .digest("e"), "mandate": "MN-1",
      ], by: ["m05", "m07"], at: now)
    #expect(try world.refusal(of: external.signed(by: ["m05"]))?.code == .wrongSigners)
    try world.record(external)
    try world.record(
      Attempt(
        .statementDisavowed, ["sha256": .digest("9"), "ground": "Не наша."],
        by: ["registrar", "m01"], at: now))
    let disavowing = Attempt(
      .statementDisavowed, ["sha256": .digest("a"), "ground": "Наша."], by: ["registrar", "m01"],
      at: now)
    #expect(try world.refusal(of: disavowing)?.code == .ownStatement)
    let digest = { (c: Character) in String(repeating: c, count: 64) }
    #expect(world.assembly.texts[digest("e")]?.first?.standing == .external)
    #expect(world.assembly.texts[digest("9")]?.first?.standing == .disavowed)
  }

  @Test func aChallengeHoldsTheCertificateUp() throws {
    var world = try Stage.founded.world
    try world.table("P-1", "agreement", by: "m01")
    #expect(
      try world.outcome(on: "P-1", vote: "V1", of: World.members, [("yes", 16)]) == .carried)
    try world.record(
      Attempt(
        .voteChallenged, ["challenge": "CH-1", "vote": "V1", "ground": "Підпис."], by: ["m07"],
        at: world.assembly.now.text))
    #expect(try world.refusal(of: try world.certify("V1"))?.code == .challengeOpen)
    let ruling = { (verdict: JSON) in
      Attempt(
        .challengeRuled, ["challenge": "CH-1", "verdict": verdict, "ground": "Так."],
        by: ["m10", "m11"], at: world.assembly.now.text)
    }
    let dismissed = try world.after(ruling("dismissed"))
    #expect(try dismissed.refusal(of: try dismissed.certify("V1")) == nil)
    let annulled = try world.after(ruling("annulled"))
    #expect(try annulled.refusal(of: try annulled.certify("V1"))?.code == .unknownVote)
    let again = try annulled.put("V2", on: ["P-1"], at: annulled.assembly.now.text)
    #expect(again.fields["round"] == 1)
  }
}
