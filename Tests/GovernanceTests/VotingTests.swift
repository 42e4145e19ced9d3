// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// The alliance decides on admission by two thirds of those cast; half of the electors are a quorum.
@Suite struct Voting {
  struct Count: Sendable {
    let (yes, no, abstain): (Int, Int, Int)
    let outcome: VoteOutcome

    init(_ yes: Int, _ no: Int, _ abstain: Int, _ outcome: VoteOutcome) {
      (self.yes, self.no, self.abstain, self.outcome) = (yes, no, abstain, outcome)
    }
  }

  private func result(
    _ application: JSON, _ yes: Int, _ no: Int, _ abstain: Int, of electors: Int, _ outcome: JSON
  ) -> JSON {
    [
      "item": application, "electors": .integer(electors), "ballots": .integer(yes + no + abstain),
      "counts": ["yes": .integer(yes), "no": .integer(no), "abstain": .integer(abstain)],
      "blocs": [:], "outcome": outcome,
    ]
  }

  private func tally(_ results: JSON...) -> Attempt {
    Attempt(
      .tallyPublished, ["vote": "V1", "results": .array(results), "excluded": []],
      by: ["registrar"], at: "2025-01-04T10:00:00Z")
  }

  private func opened(_ applications: [JSON] = ["A-1"]) throws -> World {
    let world = try Stage.shortlisted.world
    return try world.after(try world.opening(on: applications))
  }

  /// Each row is an electorate of sixteen, the votes cast, and what they decide.
  @Test(arguments: [
    Count(10, 5, 0, .carried),  // ten of fifteen are exactly two thirds
    Count(9, 6, 0, .lost),  // nine of fifteen are fewer
    Count(11, 5, 0, .carried), Count(10, 6, 0, .lost),
    Count(8, 0, 0, .carried),  // eight of sixteen are the quorum
    Count(7, 0, 0, .inquorate),  // seven are not
    Count(0, 7, 0, .inquorate),  // nor do they refuse anybody
    Count(4, 0, 4, .carried),  // who abstains takes part, and is not among those cast
    Count(2, 1, 5, .carried), Count(2, 2, 4, .lost),
    Count(0, 0, 8, .lost),  // nothing was cast, and a share of nobody is never met
    Count(0, 0, 7, .inquorate), Count(0, 0, 0, .inquorate), Count(16, 0, 0, .carried),
    Count(0, 16, 0, .lost),
  ])
  func ofSixteen(count: Count) throws {
    var world = try opened()
    let choices =
      [JSON](repeating: "yes", count: count.yes) + [JSON](repeating: "no", count: count.no)
      + [JSON](repeating: "abstain", count: count.abstain)
    for (member, choice) in zip(World.members, choices) {
      try world.record(try world.ballot(by: member, ["A-1": choice]))
    }
    try world.record(
      tally(
        result(
          "A-1", count.yes, count.no, count.abstain, of: 16, .string(count.outcome.rawValue))))
  }

  @Test func eachApplicationIsAQuestionOfItsOwn() throws {
    var world = try opened(["A-1", "A-2"])
    for member in World.members.prefix(8) {
      try world.record(try world.ballot(by: member, ["A-1": "yes", "A-2": "no"]))
    }
    for member in World.members.suffix(8) {
      try world.record(try world.ballot(by: member, ["A-2": "abstain"]))
    }
    try world.record(
      tally(result("A-1", 8, 0, 0, of: 16, "carried"), result("A-2", 0, 8, 8, of: 16, "lost")))
  }

  @Test func theLastBallotCountsForEachApplicationThatItNames() throws {
    var world = try opened(["A-1", "A-2"])
    for member in World.members.prefix(8) {
      try world.record(try world.ballot(by: member, ["A-1": "yes", "A-2": "yes"]))
    }
    // M01 thinks again about A-1, and says nothing new of A-2.
    try world.record(
      try world.ballot(by: "m01", ["A-1": "no"], at: "2024-12-31T08:00:00Z"))
    try world.record(
      tally(result("A-1", 7, 1, 0, of: 16, "carried"), result("A-2", 8, 0, 0, of: 16, "carried")))
  }
}

/// A family has one vote between its members.
@Suite struct VotingOfFamilies {
  private func opened(_ ties: [(JSON, JSON, String)]) throws -> World {
    var world = try Stage.shortlisted.world
    for (from, to, key) in ties {
      try world.record(
        .relation("family", from: from, to: to, by: key, at: "2024-12-18T08:00:00Z"))
    }
    return try world.after(try world.opening(on: ["A-1"]))
  }

  @Test func twoOfAFamilyAreOneElector() throws {
    let electorate = try opened([("M02", "M01", "m02")]).vote().electorate
    #expect(electorate.count == 15)
    #expect(electorate.first == ["M01", "M02"])
  }

  @Test func aFamilyReachesAsFarAsTiesConnect() throws {
    let world = try opened([("M16", "M02", "m02"), ("M02", "M01", "m01")])
    let electorate = try world.vote().electorate
    #expect(electorate.count == 14)
    #expect(electorate.first == ["M01", "M02", "M16"])
    #expect(electorate.last == ["M15"])
  }

  /// A tie of another kind joins nobody.
  @Test func fundingMakesNoFamily() throws {
    var world = try Stage.shortlisted.world
    try world.record(
      .relation("funds", from: "M01", to: "M02", by: "m01", at: "2024-12-18T08:00:00Z"))
    #expect(try world.after(try world.opening(on: ["A-1"])).vote().electorate.count == 16)
  }

  /// Seven others and the family are eight of fifteen; its second ballot replaces the first.
  @Test func theFamilysLastBallotCounts() throws {
    var world = try opened([("M01", "M02", "m01")])
    try world.record(try world.ballot(by: "m01", ["A-1": "yes"]))
    for member in World.members[2..<9] {
      try world.record(try world.ballot(by: member, ["A-1": "yes"]))
    }
    try world.record(try world.ballot(by: "m02", ["A-1": "no"], at: "2025-01-02T08:00:00Z"))
    let results = world.assembly.count(try world.vote()).results
    #expect(results.first?.whole.counts["yes"] == 7)
    #expect(results.first?.whole.counts["no"] == 1)
    #expect(results.first?.whole.electors == 15)
    #expect(results.first?.outcome == .carried)
  }
}

/// When a ballot is in time.
@Suite struct TheWindowOfAVote {
  /// The vote closes at 22:00:00, and its grace is twelve hours.
  @Test(
    arguments: [
      ("2024-12-30T07:00:00Z", nil, nil),  // the opening moment is inside
      ("2025-01-03T21:59:59Z", nil, nil),  // the last second
      ("2025-01-03T22:00:00Z", nil, .votingOver),  // the closing moment is outside
      ("2025-01-03T22:00:00Z", "2025-01-03T21:59:59Z", nil),  // sealed a second before it
      ("2025-01-03T22:00:01Z", "2025-01-03T22:00:00Z", .votingOver),  // sealed at it
      ("2025-01-04T09:59:59Z", "2025-01-03T21:59:59Z", nil),  // the last second of grace
      ("2025-01-04T10:00:00Z", "2025-01-03T21:59:59Z", .votingOver),  // grace is over
      ("2025-01-04T09:59:59Z", nil, .votingOver),  // grace is for what was sealed
      ("2024-12-30T08:00:00Z", "2024-12-30T08:05:00Z", nil),  // five minutes fast are forgiven
      ("2024-12-30T08:00:00Z", "2024-12-30T08:05:01Z", .sealedInFuture),
      ("2024-12-30T06:59:59Z", "2024-12-30T06:59:59Z", .notOpenYet),
    ] as [(String, String?, Refusal.Code?)])
  func aBallotComes(at time: String, sealed: String?, refusal: Refusal.Code?) throws {
    let world = try Stage.opened.world
    let ballot = try world.ballot(by: "m01", ["A-1": "yes"], at: time, sealedAt: sealed)
    #expect(try world.refusal(of: ballot)?.code == refusal)
  }

  @Test func inNoticeAndOpeningTheFirstMomentIsInside() throws {
    let world = try Stage.shortlisted.world
    let vote = try world.opening(
      on: ["A-1"], opens: "2024-12-29T22:00:00Z", closes: "2025-01-03T22:00:00Z")
    #expect(try world.refusal(of: vote) == nil)
  }
}

/// Whose ballot counts.
@Suite struct Electors {
  @Test func aSuspendedMemberIsNoElector() throws {
    var world = try Stage.shortlisted.world
    // A vote that is opened on the 27th is opened without M16.
    try world.suspend("M16", certifiedAt: "2024-12-26T08:00:00Z")
    let vote = try world.opening(on: ["A-1"])
    #expect(vote.fields["electorate"]?.array?.count == 15)
    #expect(try world.refusal(of: vote) == nil)
    // Thirty days from 26 December, six of them in the old year, are over with 24 January.
    let before = try world.opening(on: ["A-1"], at: "2025-01-24T21:59:59Z")
    #expect(before.fields["electorate"]?.array?.count == 15)
    let later = try world.opening(on: ["A-1"], at: "2025-01-24T22:00:00Z")
    #expect(later.fields["electorate"]?.array?.count == 16)
  }

  /// What it cast before counts, it casts no more, and the base stays (trap 18 of `practice.md`).
  @Test func aSuspensionWhileAVoteRunsFreezes() throws {
    var world = try Stage.shortlisted.world
    try world.suspend("M16", certifiedAt: "2024-12-31T08:00:00Z") { world in
      try world.record(try world.opening(on: ["A-1"]))
      try world.record(try world.ballot(by: "m16", ["A-1": "yes"]))
    }
    let ballot = try world.ballot(by: "m16", ["A-1": "no"], at: "2024-12-31T09:00:00Z")
    #expect(try world.refusal(of: ballot)?.code == .suspended)
    let result = try #require(world.assembly.count(try world.vote()).results.first)
    #expect(result.whole.counts["yes"] == 1)
    #expect(result.whole.electors == 16)
  }

  /// A bloc is that of the opening too: who is suspended before the first ballot stays in its base.
  @Test func aSuspensionLeavesTheBlocsAsTheyWere() throws {
    var world = try Stage.founded.world
    var small: [String] = []
    try world.suspend("M16", certifiedAt: "2024-11-08T08:00:00Z") { world in
      let now = world.assembly.now
      small = world.assembly.parties.keys.filter {
        world.assembly.rolls(of: $0, at: now).contains("small_members")
      }
      try world.record(
        .proposal("P-1", "statutes", by: "m01", at: now.text, ["statutes": .digest("d")]))
      try world.record(.frozen(at: now.text))
      try world.record(try world.put("V1", on: ["P-1"], at: now.text))
    }
    #expect(small.contains("M16"))
    let result = try #require(world.assembly.count(try world.vote()).results.first)
    #expect(result.blocs["small_members"]?.electors == small.count)
  }

  @Test func aMemberThatLostItsKeyVotesWithTheNextOne() throws {
    var world = try Stage.opened.world.after(.revoked("m16", at: "2024-12-28T08:00:00Z"))
    try world.record(.enrolling(["party": "M16"], key: "m16b", at: "2024-12-28T09:00:00Z"))
    try world.record(try world.ballot(by: "m16b", ["A-1": "yes"]))
    #expect(world.assembly.count(try world.vote()).results.first?.whole.counts["yes"] == 1)
  }

  /// Revocation counts from its entry on where it names no earlier moment; what was cast before stays.
  @Test func aBallotOutlivesItsKey() throws {
    var world = try Stage.opened.world
    try world.record(try world.ballot(by: "m16", ["A-1": "yes"]))
    try world.record(.revoked("m16", at: "2024-12-31T08:00:00Z"))
    #expect(world.assembly.count(try world.vote()).results.first?.whole.counts["yes"] == 1)
  }

  /// Whoever joins while a vote is open has no vote in it.
  @Test func theElectorateIsThatOfTheOpening() throws {
    var world = try Stage.joining.world
    try world.record(
      try world.opening(
        "V2", on: ["A-3"], opens: "2025-01-13T22:00:00Z", closes: "2025-01-18T22:00:00Z",
        at: "2025-01-10T10:00:00Z"))
    try world.record(.joining())
    let ballot = try world.ballot(
      by: "a1", ["A-3": "yes"], in: "V2", at: "2025-01-14T08:00:00Z")
    #expect(try world.refusal(of: ballot)?.code == .notAnElector)
    try world.record(
      try world.ballot(by: "m01", ["A-3": "yes"], in: "V2", at: "2025-01-14T08:00:00Z"))
    // In the next one it has.
    try world.record(.proposal(at: "2025-01-14T09:00:00Z"))
    for key in ["m01", "m04"] { try world.record(.second(by: key, at: "2025-01-14T09:00:00Z")) }
    try world.record(.frozen(at: "2025-01-20T22:00:00Z"))
    let next = try world.put("V3", on: ["P-1"], at: "2025-01-20T22:00:00Z")
    #expect(next.fields["electorate"]?.array?.count == 17)
  }
}

/// Statutes that keep an applicant's sponsors from the vote on it.
@Suite struct Recusal {
  private func opened() throws -> World {
    let statutes = try Samples.damaged(
      "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
      "pass: \"yes >= 2/3 of cast\", window: vote_5d, recuse: [sponsor_of]}")
    return try Stage.shortlisted.world(foundedBy: try World.founding(statutes: statutes))
  }

  /// M01 and M03 sponsor everyone, so fourteen are left: seven of them are a quorum.
  @Test func theSponsorsAreNoElectors() throws {
    var world = try opened()
    try world.record(try world.opening(on: ["A-1"]))
    #expect(try world.vote().electorate.count == 16)
    let sponsor = try world.ballot(by: "m01", ["A-1": "yes"])
    #expect(try world.refusal(of: sponsor)?.code == .recused)
    for member in World.members[3..<10] {
      try world.record(try world.ballot(by: member, ["A-1": "yes"]))
    }
    let result = try #require(world.assembly.count(try world.vote()).results.first)
    #expect(result.whole.electors == 14)
    #expect(result.outcome == .carried)
  }

  /// A family has one vote, and a group with a recused party is no elector: M02 has none either.
  @Test func aSponsorsFamilyHasNoVote() throws {
    var world = try opened()
    try world.record(
      .relation("family", from: "M01", to: "M02", by: "m01", at: "2024-12-18T08:00:00Z"))
    try world.record(try world.opening(on: ["A-1"]))
    let ballot = try world.ballot(by: "m02", ["A-1": "yes"])
    #expect(try world.refusal(of: ballot)?.code == .recused)
    #expect(world.assembly.count(try world.vote()).results.first?.whole.electors == 13)
  }

  /// An unknown choice is told before a recusal when its name comes first, and after it otherwise.
  @Test(arguments: [("A-0", Refusal.Code.unknownChoice), ("A-9", .recused)])
  func choicesAreLookedAtByName(other: String, refusal: Refusal.Code) throws {
    var world = try opened()
    try world.record(try world.opening(on: ["A-1"]))
    let ballot = try world.ballot(by: "m01", ["A-1": "yes", other: "yes"])
    #expect(try world.refusal(of: ballot)?.code == refusal)
  }
}

/// Statutes by which the three judges decide; a share of seats is one of all seats, filled or not.
@Suite struct SeatedBodies {
  @Test(arguments: [(1, VoteOutcome.inquorate), (2, .carried)])
  func emptySeatsCountTowardsAQuorum(judges: Int, outcome: VoteOutcome) throws {
    let statutes = try Samples.damaged(
      "admission: {rule: two_thirds,", "admission: {rule: appeal_ruling,")
    var founding = try World.founding(statutes: statutes)
    let seats = founding["seats"]?.array ?? []
    let appeal: [JSON] = ["M10", "M11"].prefix(judges).map {
      ["seat": "appeal_seat", "party": $0]
    }
    founding["seats"] = .array(seats.filter { $0["seat"] != "appeal_seat" } + appeal)
    var world = try Stage.shortlisted.world(foundedBy: founding)
    try world.record(try world.opening(on: ["A-1"]))
    #expect(try world.vote().electorate.count == judges)
    for judge in ["m10", "m11"].prefix(judges) {
      try world.record(try world.ballot(by: judge, ["A-1": "yes"]))
    }
    #expect(world.assembly.count(try world.vote()).results.first?.outcome == outcome)
  }
}
