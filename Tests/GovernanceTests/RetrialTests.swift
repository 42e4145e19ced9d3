// SPDX-License-Identifier: Apache-2.0

import Governance
import TestSupport
import Testing

/// The past decided again under other statutes; every count is worked out by hand.
@Suite struct Retrials {
  /// What changes in the sample's statutes, as text for text.
  private func statutes(_ changes: [(String, String)]) throws -> Statutes {
    var text = try Samples.policyText("alliance-cso")
    for (old, new) in changes {
      #expect(text.contains(old), "the sample no longer says \(old)")
      text = text.replacing(old, with: new)
    }
    return try Statutes(try Samples.read(text))
  }

  private func retrial(of world: World, under statutes: Statutes) -> Retrial {
    var retrial = Retrial(under: statutes)
    var assembly = Assembly(origin: World.origin, sha256: sha256, md5: md5, seals: .pretended)
    for act in world.acts {
      retrial.observe(act, before: assembly)
      assembly.apply(act)
    }
    return retrial
  }

  /// One decision about A-1: yes, no and abstentions of the sixteen, in the order of their names.
  private func admission(_ yes: Int, _ no: Int, _ abstain: Int) throws -> World {
    var world = try Stage.shortlisted.world
    try world.record(try world.opening(on: ["A-1"]))
    let choices =
      [JSON](repeating: "yes", count: yes) + [JSON](repeating: "no", count: no)
      + [JSON](repeating: "abstain", count: abstain)
    for (member, choice) in zip(World.members, choices) {
      try world.record(try world.ballot(by: member, ["A-1": choice]))
    }
    try world.record(try world.tally())
    return world
  }

  private func vote(_ retrial: Retrial) throws -> Retrial.Decision {
    try #require(retrial.decisions.first { $0.vote != nil })
  }

  /// The counts of a decision's retrial, which was one of a vote.
  private func counts(_ decision: Retrial.Decision) throws -> TallyPublished.Result {
    guard case .counted(_, let result) = try decision.instead.get() else {
      throw Refusal(.noTally)
    }
    return result
  }

  private static let twoThirds = "pass: \"yes >= 2/3 of cast\""

  struct Row: Sendable {
    let pass: String
    let outcome: VoteOutcome
  }

  /// Twelve of sixteen say yes, three no, one abstains: 12 of the 15 that were cast.
  @Test(arguments: [
    Row(pass: "yes >= 2/3 of cast", outcome: .carried),  // 10 are needed
    Row(pass: "yes >= 3/4 of cast", outcome: .carried),  // 12 × 4 = 48, 3 × 15 = 45
    Row(pass: "yes >= 4/5 of cast", outcome: .carried),  // exactly four fifths
    Row(pass: "yes >= 9/10 of cast", outcome: .lost),  // 12 × 10 = 120, 9 × 15 = 135
    Row(pass: "yes > 4/5 of cast", outcome: .lost),
    Row(pass: "yes >= 4/5 of electors", outcome: .lost),  // 12 × 5 = 60, 4 × 16 = 64
  ])
  func twelveOfSixteen(row: Row) throws {
    let retrial = retrial(
      of: try admission(12, 3, 1),
      under: try statutes([(Self.twoThirds, "pass: \"\(row.pass)\"")]))
    let decision = try vote(retrial)
    #expect(decision.isSame == (row.outcome == .carried))
    let result = try counts(decision)
    #expect(result.outcome == row.outcome)
    #expect(result.whole.counts == ["yes": 12, "no": 3, "abstain": 1])
    #expect(result.whole.ballots == 16 && result.whole.electors == 16)
  }

  @Test func aHigherQuorumFailsWhatWasCarried() throws {
    // Nine of sixteen took part: more than half, less than three quarters.
    let world = try admission(9, 0, 0)
    let rule = "two_thirds: {ballot: yes_no, electors: assembly, quorum: "
    let new = try statutes([
      (rule + "\"take_part >= 1/2 of electors\"", rule + "\"take_part >= 3/4 of electors\"")
    ])
    let decision = try vote(retrial(of: world, under: new))
    let result = try counts(decision)
    #expect(result.outcome == .inquorate && !decision.isSame)
  }

  @Test func onlyTheNewElectorsBallotsCount() throws {
    // M01 to M12 say yes, M13 to M16 no: three quarters of all. On the appeals body sit M10, M11 and
    // M15: two of three say yes, which is two thirds exactly, and no three quarters.
    let world = try admission(12, 4, 0)
    let rule = "two_thirds: {ballot: yes_no, electors: "
    for (pass, outcome) in [("2/3", VoteOutcome.carried), ("3/4", .lost)] {
      let new = try statutes([
        (rule + "assembly", rule + "appeals"),
        (Self.twoThirds, "pass: \"yes >= \(pass) of cast\""),
      ])
      let decision = try vote(retrial(of: world, under: new))
      let result = try counts(decision)
      #expect(result.whole.counts == ["yes": 2, "no": 1, "abstain": 0])
      #expect(result.whole.electors == 3 && result.outcome == outcome)
    }
  }

  @Test func aBlocOfSmallMembersCanDecideOtherwise() throws {
    // M01 to M11 say yes, M12 to M16 no. Small are M02, M04, M09, M12, M15 and M16: three and three.
    let world = try admission(11, 5, 0)
    for (each, outcome) in [
      ("yes >= 1/2 of cast", VoteOutcome.carried), ("yes > 1/2 of cast", .lost),
    ] {
      let blocs = ", blocs: {by: [small_members], each: \"\(each)\"}"
      let new = try statutes([(Self.twoThirds, Self.twoThirds + blocs)])
      let decision = try vote(retrial(of: world, under: new))
      let small = try #require(try counts(decision).blocs["small_members"])
      #expect(small.electors == 6 && small.counts == ["yes": 3, "no": 3, "abstain": 0])
      #expect(try counts(decision).outcome == outcome && decision.isSame == (outcome == .carried))
    }
  }

  @Test func theSameStatutesDecideTheSame() throws {
    let retrial = retrial(of: try Stage.joined.world, under: try statutes([]))
    #expect(!retrial.decisions.isEmpty)
    #expect(retrial.decisions.filter { !$0.isSame } == [])
  }

  @Test func aScreeningIsTestedAgain() throws {
    // A-5 is a company; statutes that let companies in find nothing else against it.
    let new = try statutes([
      (
        "national_cso: \"legal_form in [go, bo, gs]\"",
        "national_cso: \"legal_form in [go, bo, gs, llc]\""
      )
    ])
    let retrial = retrial(of: try Stage.screened.world, under: new)
    let others = retrial.decisions.filter { !$0.isSame }
    #expect(others.map(\.item) == ["A-5"])
    #expect(others.first?.recorded == .screened(.ineligible))
    #expect(try others.first?.instead.get() == .screened(.eligible))
  }
}

// What the new statutes have no place for.
extension Retrials {
  @Test func aMatterThatIsGoneDecidesNothing() throws {
    var world = try World.founded()
    try world.record(.proposal(matter, "agreement", by: "m01", at: "2024-10-22T08:00:00Z"))
    try world.record(.frozen(.string(matter), at: "2024-10-29T08:00:00Z"))
    let yes = World.members.map { ($0, JSON.string("yes")) }
    _ = try world.decide(matter, "V-1", yes)
    let line = "  agreement: {rule: two_thirds, proposed_by: steering, discuss: discuss_7d}\n"
    let decision = try vote(retrial(of: world, under: try statutes([(line, "")])))
    #expect(decision.instead == .failure(.noMatter("agreement")) && !decision.isSame)
  }

  private var matter: String { "P-1" }

  @Test func anotherBallotCannotBeReadOutOfThoseCast() throws {
    let rule =
      "two_thirds: {ballot: yes_no, electors: assembly, quorum: \"take_part >= 1/2 of electors\", pass: \"yes >= 2/3 of cast\""
    let new = try statutes([
      (rule, "two_thirds: {ballot: silence, electors: assembly, pass: \"object < 3\"")
    ])
    let decision = try vote(retrial(of: try admission(12, 3, 1), under: new))
    #expect(decision.instead == .failure(.otherBallot(rule: "two_thirds")))
  }

  @Test func aRatificationThatIsGoneDecidesNothing() throws {
    var world = try urgent()
    #expect(try world.decide(matter, "V-1", []) == .carried)
    #expect(try world.decide(matter, "V-2", [("m01", "yes")]) == .inquorate)
    let new = try statutes([(", ratify: {rule: majority, within: P14D}", "")])
    let retrial = retrial(of: world, under: new)
    #expect(retrial.decisions.map(\.isSame) == [true, false])
    #expect(
      retrial.decisions[1].instead == .failure(.noStep(matter: "urgent_statement", .ratify)))
  }

  /// Three object, so the members vote; four of sixteen come, then six, a third and a retry's quorum.
  private func objectedTo() throws -> World {
    var world = try urgent()
    let objections = ["m10", "m11", "m12"].map { ($0, JSON.string("object")) }
    #expect(try world.decide(matter, "V-1", objections) == .lost)
    let yes = World.members.map { ($0, JSON.string("yes")) }
    #expect(try world.decide(matter, "V-2", Array(yes.prefix(4))) == .inquorate)
    #expect(
      try world.decide(matter, "V-3", at: "2024-11-20T08:00:00Z", Array(yes.prefix(6))) == .carried)
    return world
  }

  /// Words in a hurry that hold unless three object.
  private func urgent() throws -> World {
    var world = try World.founded()
    try world.record(
      .proposal(matter, "urgent_statement", by: "m01", at: "2024-10-22T08:00:00Z"))
    try world.record(.frozen(.string(matter), at: "2024-10-22T09:00:00Z"))
    return world
  }

  @Test func aRetryIsCountedWithItsOwnQuorum() throws {
    let world = try objectedTo()
    // 6 of 16 are no half, but more than a third; two fifths would be 6.4.
    let decisions = retrial(of: world, under: try statutes([])).decisions
    #expect(decisions.map(\.isSame) == [true, true, true])
    let stricter = try statutes([
      ("quorum: \"take_part >= 1/3 of electors\"", "quorum: \"take_part >= 2/5 of electors\"")
    ])
    let retried = retrial(of: world, under: stricter).decisions
    #expect(retried.map(\.isSame) == [true, true, false])
    #expect(try counts(retried[2]).outcome == .inquorate)
  }

  @Test func aStepThatIsGoneDecidesNothing() throws {
    let world = try objectedTo()
    let retry = ", retry: {once_after: P7D, quorum: \"take_part >= 1/3 of electors\"}"
    let noRetry = retrial(of: world, under: try statutes([(retry, "")])).decisions
    #expect(noRetry[1].isSame)
    #expect(noRetry[2].instead == .failure(.noStep(matter: "urgent_statement", .retry)))
    let noFallback = retrial(
      of: world,
      under: try statutes([("window: silence_48h, fallback: majority}", "window: silence_48h}")])
    ).decisions
    #expect(noFallback[0].isSame)
    #expect(noFallback[1].instead == .failure(.noStep(matter: "urgent_statement", .fallback)))
  }
}
