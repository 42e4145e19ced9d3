// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Objections: three of them, and the application is debated and voted on by itself.
@Suite struct ObjectionsToAnApplication {
  private func objected(by members: [String]) throws -> World {
    var world = try Stage.shortlisted.world
    for (index, member) in members.enumerated() {
      try world.record(.objection("O-\(index)", to: "A-1", by: member))
    }
    return world
  }

  private func code(_ world: World, on applications: [JSON]) throws -> Refusal.Code? {
    try world.refusal(of: try world.opening(on: applications))?.code
  }

  @Test func twoObjectionsChangeNothing() throws {
    let world = try objected(by: ["m01", "m02"])
    #expect(try code(world, on: ["A-1", "A-2"]) == nil)
  }

  @Test func threeObjectionsAreDebatedSeparately() throws {
    let world = try objected(by: ["m01", "m02", "m03"])
    #expect(try code(world, on: ["A-1", "A-2"]) == .debatedSeparately)
    #expect(try code(world, on: ["A-2", "A-3"]) == nil)
    #expect(world.assembly.votableTogether(in: try world.call()).map(\.id) == ["A-2", "A-3"])
  }

  @Test func eachOfThemIsAnsweredBeforeTheVote() throws {
    var world = try objected(by: ["m01", "m02", "m03"])
    for number in 0..<3 {
      #expect(try code(world, on: ["A-1"]) == .objectionUnanswered)
      try world.record(.answer("O-\(number)", at: "2024-12-19T08:00:00Z"))
    }
    #expect(try code(world, on: ["A-1"]) == nil)
    #expect(try code(world, on: ["A-1", "A-2"]) == .debatedSeparately)
  }

  @Test func anObjectionThatIsTakenBackNoLongerCounts() throws {
    var world = try objected(by: ["m01", "m02", "m03"])
    try world.record(
      .objectionWithdrawn, ["objection": "O-1"], by: ["m02"], at: "2024-12-19T08:00:00Z")
    #expect(try code(world, on: ["A-1", "A-2"]) == nil)
    #expect(world.assembly.openObjections(to: "A-1").map(\.id) == ["O-0", "O-2"])
  }

  /// Three are left of four, and the one that was taken back needs no answer.
  @Test func onlyTheObjectionsThatStandAreAnswered() throws {
    var world = try objected(by: ["m01", "m02", "m03", "m04"])
    try world.record(
      .objectionWithdrawn, ["objection": "O-1"], by: ["m02"], at: "2024-12-19T08:00:00Z")
    for number in [0, 2, 3] {
      try world.record(.answer("O-\(number)", at: "2024-12-19T08:00:00Z"))
    }
    #expect(try code(world, on: ["A-1"]) == nil)
  }

  @Test func theApplicantAnswersWithItsOwnKey() throws {
    let world = try objected(by: ["m01"])
    let answer = Attempt(
      .objectionAnswered, ["objection": "O-0", "answer": "Ні."], by: ["a1"],
      at: "2024-12-19T08:00:00Z")
    #expect(try world.refusal(of: answer) == nil)
    #expect(try world.refusal(of: answer.signed(by: ["a4"]))?.code == .receiptNotAttested)
  }

  @Test func theLastSecondForObjectionsIsInside() throws {
    let world = try Stage.shortlisted.world
    let objection = Attempt.objection("O-1", to: "A-1", by: "m01", at: "2024-12-26T21:59:59Z")
    #expect(try world.refusal(of: objection) == nil)
  }
}

/// Repairs: ten working days from the screening that found something missing.
@Suite struct Repairs {
  @Test func whatLackedIsStatedAndTheApplicationIsEligible() throws {
    var world = try Stage.screened.world
    #expect(try world.application("A-4").screening?.reasons == ["missing:budget_uah"])
    // The last second of the window.
    try world.record(.repaired("A-4", ["budget_uah": "900000"], at: "2024-12-16T21:59:59Z"))
    try world.record(try world.screening("A-4", at: "2024-12-17T08:00:00Z"))
    #expect(try world.application("A-4").screening?.disposition == .eligible)
    #expect(try world.application("A-4").isInPool)
  }

  @Test func theApplicantRepairsWithItsOwnKey() throws {
    let repair = Attempt(
      .applicationRepaired,
      ["application": "A-4", "facts": ["budget_uah": "900000"], "relations": [:]], by: ["a4"],
      at: "2024-12-04T08:00:00Z")
    #expect(try Stage.screened.world.refusal(of: repair) == nil)
    #expect(
      try Stage.screened.world.refusal(of: repair.signed(by: ["a1"]))?.code == .receiptNotAttested)
  }

  /// What came in time is not lost because it was recorded later.
  @Test func aRepairCountsWhenTheLetterBoxHadIt() throws {
    var late = Attempt.repaired("A-4", ["budget_uah": "1"], at: "2024-12-18T08:00:00Z")
    late = late.with(["received_at": "2024-12-16T21:59:59Z"])
    #expect(try Stage.screened.world.refusal(of: late) == nil)
  }

  @Test func aSecondFindingDoesNotOpenTheWindowAgain() throws {
    var world = try Stage.screened.world
    try world.record(.repaired("A-4", ["budget_uah": "a lot"], at: "2024-12-10T08:00:00Z"))
    try world.record(try world.screening("A-4", at: "2024-12-11T08:00:00Z"))
    #expect(try world.application("A-4").screening?.reasons == ["invalid:budget_uah"])
    #expect(try world.application("A-4").repairCloses?.text == "2024-12-16T22:00:00Z")
    try world.record(.repaired("A-4", ["budget_uah": "900 000"], at: "2024-12-12T08:00:00Z"))
    try world.record(try world.screening("A-4", at: "2024-12-12T09:00:00Z"))
    #expect(try world.application("A-4").screening?.disposition == .eligible)
  }

  @Test func theRegistryCodeMayBeMended() throws {
    var world = try Stage.called.world
    try world.record(.submitted("A-8", edrpou: "99000530"))  // 99000531 has the right check digit
    try world.record(try world.closing())
    try world.record(try world.screening("A-8"))
    #expect(try world.application("A-8").screening?.reasons == ["invalid:edrpou"])
    try world.record(.repaired("A-8", ["edrpou": "99000531"], at: "2024-12-04T08:00:00Z"))
    try world.record(try world.screening("A-8", at: "2024-12-04T09:00:00Z"))
    #expect(try world.application("A-8").screening?.disposition == .eligible)
  }

  @Test func whoeverRepairsNothingLapsesWithTheWindow() throws {
    let world = try Stage.screened.world
    let application = try world.application("A-4")
    #expect(
      !world.assembly.isLapsed(application, at: try #require(Instant("2024-12-16T21:59:59Z"))))
    #expect(world.assembly.isLapsed(application, at: try #require(Instant("2024-12-16T22:00:00Z"))))
    #expect(
      !world.assembly.isLapsed(
        try world.application("A-5"), at: try #require(Instant("2025-01-01T00:00:00Z"))))
  }
}

/// Appeals: uphold, or remit, and what is done anew then.
@Suite struct AppealsAgainstRefusals {
  private func appealed(_ application: String, from stage: Stage, at time: String) throws -> World {
    try stage.world.after(.appeal("P-1", of: application, at: time))
  }

  @Test func anUpheldRefusalStands() throws {
    var world = try appealed("A-5", from: .screened, at: "2024-12-04T08:00:00Z")
    #expect(world.assembly.appeals["P-1"]?.against == .screening)
    try world.record(.ruling("P-1", "uphold", at: "2024-12-05T08:00:00Z"))
    let repair = Attempt.repaired("A-5", ["legal_form": "go"], at: "2024-12-05T09:00:00Z")
    #expect(try world.refusal(of: repair)?.code == .notIncomplete)
    #expect(
      try world.refusal(of: try world.screening("A-5", at: "2024-12-05T09:00:00Z"))?.code
        == .alreadyScreened)
  }

  /// From Thursday 5 December ten working days are 5, 6, 9–13 and 16–18.
  @Test func aRemittedScreeningOpensTheRepairWindowAgain() throws {
    var world = try appealed("A-5", from: .screened, at: "2024-12-04T08:00:00Z")
    try world.record(.ruling("P-1", "remit", at: "2024-12-05T08:00:00Z"))
    #expect(try world.application("A-5").repairCloses?.text == "2024-12-18T22:00:00Z")
    try world.record(.repaired("A-5", ["legal_form": "go"], at: "2024-12-06T08:00:00Z"))
    try world.record(try world.screening("A-5", at: "2024-12-06T09:00:00Z"))
    #expect(try world.application("A-5").isInPool)
  }

  /// It is screened anew as it is, and refused anew: which is another decision.
  @Test func eachRefusalCanBeAppealedAgainstOnce() throws {
    var world = try appealed("A-5", from: .screened, at: "2024-12-04T08:00:00Z")
    try world.record(.ruling("P-1", "remit", at: "2024-12-05T08:00:00Z"))
    let early = Attempt.appeal("P-2", of: "A-5", at: "2024-12-05T09:00:00Z")
    #expect(try world.refusal(of: early)?.code == .nothingToAppeal)
    try world.record(try world.screening("A-5", at: "2024-12-06T08:00:00Z"))
    try world.record(.appeal("P-2", of: "A-5", at: "2024-12-06T09:00:00Z"))
    try world.record(.ruling("P-2", "uphold", at: "2024-12-06T10:00:00Z"))
    let third = Attempt.appeal("P-3", of: "A-5", at: "2024-12-06T11:00:00Z")
    #expect(try world.refusal(of: third)?.code == .appealExists)
  }

  /// Lapsed with the start of 17 December: thirty days from then are 15 in December, 15 in January.
  @Test(
    arguments: [
      ("2024-12-16T22:00:00Z", nil),  // the moment of the lapse
      ("2025-01-15T21:59:59Z", nil), ("2025-01-15T22:00:00Z", .appealWindowOver),
    ] as [(String, Refusal.Code?)])
  func aLapseCanBeAppealedAgainst(time: String, refusal: Refusal.Code?) throws {
    let appeal = Attempt.appeal("P-1", of: "A-4", at: time)
    #expect(try Stage.screened.world.refusal(of: appeal)?.code == refusal)
  }

  @Test func anAppealCountsWhenTheLetterBoxHadIt() throws {
    let appeal = Attempt.appeal(
      "P-1", of: "A-4", at: "2025-01-16T08:00:00Z", receivedAt: "2025-01-15T21:59:59Z")
    #expect(try Stage.screened.world.refusal(of: appeal) == nil)
  }

  @Test func aRemittedLapseIsRepaired() throws {
    var world = try appealed("A-4", from: .screened, at: "2024-12-17T08:00:00Z")
    try world.record(.ruling("P-1", "remit", at: "2024-12-18T08:00:00Z"))
    try world.record(.repaired("A-4", ["budget_uah": "900000"], at: "2024-12-18T09:00:00Z"))
    try world.record(try world.screening("A-4", at: "2024-12-18T10:00:00Z"))
    #expect(try world.application("A-4").isInPool)
  }

  @Test func anApplicationThatWasNotSelectedIsRemittedToTheMembers() throws {
    var world = try appealed("A-7", from: .shortlisted, at: "2024-12-18T08:00:00Z")
    #expect(world.assembly.appeals["P-1"]?.against == .shortlist)
    #expect(try world.refusal(of: try world.opening(on: ["A-7"]))?.code == .notToBeVoted)
    try world.record(.ruling("P-1", "remit", at: "2024-12-19T08:00:00Z"))
    #expect(try world.refusal(of: try world.opening(on: ["A-1", "A-7"])) == nil)
  }

  /// A vote in the second week of January, certified by both tellers.
  private func secondVote(
    _ vote: String, on application: JSON, _ choices: [JSON], in world: inout World,
    opened: String, opens: String, closes: String, counted: String
  ) throws {
    try world.record(
      try world.opening(
        .string(vote), on: [application], opens: .string(opens), closes: .string(closes),
        at: opened))
    for (member, choice) in zip(World.members, choices) {
      try world.record(
        try world.ballot(by: member, [application.string ?? "": choice], in: vote, at: opens))
    }
    try world.record(try world.tally(vote, at: counted))
    try world.record(try world.certificate(vote, at: counted))
  }

  @Test func aRemittedVoteIsTakenAnew() throws {
    var world = try appealed("A-2", from: .decided, at: "2025-01-05T08:00:00Z")
    #expect(world.assembly.appeals["P-1"]?.against == .vote)
    try world.record(.ruling("P-1", "remit", at: "2025-01-06T08:00:00Z"))
    // Three days of notice from Monday 6 January, five days of voting from Thursday.
    try secondVote(
      "V2", on: "A-2", [JSON](repeating: "yes", count: 12), in: &world,
      opened: "2025-01-06T09:00:00Z", opens: "2025-01-08T22:00:00Z",
      closes: "2025-01-13T22:00:00Z", counted: "2025-01-14T10:00:00Z")
    #expect(try world.application("A-2").decision?.outcome == .carried)
  }

  @Test func aVoteLostAgainIsADecisionOfItsOwn() throws {
    var world = try appealed("A-2", from: .decided, at: "2025-01-05T08:00:00Z")
    try world.record(.ruling("P-1", "remit", at: "2025-01-06T08:00:00Z"))
    try secondVote(
      "V2", on: "A-2", [JSON](repeating: "no", count: 12), in: &world,
      opened: "2025-01-06T09:00:00Z", opens: "2025-01-08T22:00:00Z",
      closes: "2025-01-13T22:00:00Z", counted: "2025-01-14T10:00:00Z")
    #expect(try world.refusal(of: .appeal("P-2", of: "A-2", at: "2025-01-14T11:00:00Z")) == nil)
    let third = try world.opening(
      "V3", on: ["A-2"], opens: "2025-01-17T22:00:00Z", closes: "2025-01-22T22:00:00Z",
      at: "2025-01-14T11:00:00Z")
    #expect(try world.refusal(of: third)?.code == .notToBeVoted)
  }

  /// Inquorate decides nothing, also where only the judges brought the application before the members.
  @Test func anInquorateVoteMayBeTakenAgain() throws {
    var world = try appealed("A-7", from: .decided, at: "2025-01-05T08:00:00Z")
    try world.record(.ruling("P-1", "remit", at: "2025-01-06T08:00:00Z"))
    try secondVote(
      "V2", on: "A-7", ["yes"], in: &world, opened: "2025-01-06T09:00:00Z",
      opens: "2025-01-08T22:00:00Z", closes: "2025-01-13T22:00:00Z",
      counted: "2025-01-14T10:00:00Z")
    #expect(try world.application("A-7").decision?.outcome == .inquorate)
    for application in ["A-3", "A-7"] as [JSON] {
      let again = try world.opening(
        "V3", on: [application], opens: "2025-01-17T22:00:00Z", closes: "2025-01-22T22:00:00Z",
        at: "2025-01-14T11:00:00Z")
      #expect(try world.refusal(of: again) == nil)
    }
  }
}
