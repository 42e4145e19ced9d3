// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

/// Votes counted by hand, each with the lines that say why.
@Suite struct CountsExplained {
  private func lines(
    _ forum: Forum, _ vote: String, _ language: Language = .en
  ) throws -> [String] {
    let vote = try #require(forum.assembly.votes[vote])
    let (results, excluded) = forum.assembly.count(vote)
    return TallyExplained(Words(language), forum.assembly)
      .lines(of: vote, results[0], excluded: excluded)
  }

  /// 4 of 5 took part, 3 cast; two thirds of 3 are 2; of the small ones 2 said yes.
  @Test func twoThirdsWithABloc() throws {
    var forum = try Forum()
    try forum.decide("P1", "plan", ["yes", "yes", "no", "abstain"])
    #expect(
      try lines(forum, "V-P1") == [
        "P1: carried, by the rule two_thirds (§ rules.two_thirds, version 1)",
        "yes 2, no 1, abstain 1", "5 electors, 4 took part, 3 cast",
        "quorum: took part 4 of 5 electors; needs at least half: 3 – met",
        "to carry: yes 2 of 3 votes cast; needs at least two thirds: 2 – met",
        "small_members: 3 electors, 3 took part, 3 cast; yes 2, no 1, abstain 0",
        "to carry in small_members: yes 2 of 3 votes cast; needs more than half: 2 – met",
      ])
    #expect(
      try lines(forum, "V-P1", .uk) == [
        "P1: підтримано, за правилом two_thirds (§ rules.two_thirds, версія 1)",
        "«за» 2, «проти» 1, «утримуюсь» 1", "5 виборців, узяли участь 4, подано голосів 3",
        "кворум: участь 4 із 5 виборців; умова: щонайменше половина, тобто 3 — виконано",
        "ухвалення: «за» 2 із 3 поданих голосів; умова: щонайменше дві третини, тобто 2 — виконано",
        "small_members: 3 виборці, узяли участь 3, подано голосів 3; «за» 2, «проти» 1, «утримуюсь» 0",
        "ухвалення серед small_members: «за» 2 із 3 поданих голосів; умова: більше ніж половина, тобто 2 — виконано",
      ])
  }

  /// Enough in all, and not among the small ones.
  @Test func oneBlocCanLoseIt() throws {
    var forum = try Forum()
    try forum.decide("P1", "plan", ["yes", "no", "abstain", "yes", "yes"])
    let text = try lines(forum, "V-P1")
    #expect(text[0].hasPrefix("P1: lost"))
    #expect(
      text.suffix(3) == [
        "to carry: yes 3 of 4 votes cast; needs at least two thirds: 3 – met",
        "small_members: 3 electors, 3 took part, 2 cast; yes 1, no 1, abstain 1",
        "to carry in small_members: yes 1 of 2 votes cast; needs more than half: 2 – not met",
      ])
  }

  @Test func consentWithABlockAndAStandAside() throws {
    var forum = try Forum()
    try forum.debate("P1")
    try forum.open("V1", ["P1"])
    try forum.cast("V1", [(1, ["P1": "consent"]), (2, ["P1": "stand_aside"])])
    try forum.cast("V1", [(3, ["P1": "block"])], ["P1": ["text": "x", "ground": "harm"]])
    try forum.tally("V1")
    #expect(
      try lines(forum, "V1") == [
        "P1: blocked, by the rule consensus (§ rules.consensus, version 1)",
        "consent 1, stand aside 1, block 1", "5 electors, 3 took part, 3 cast",
        "quorum: took part 3 of 5 electors; needs at least half: 3 – met",
        "to carry: block 1; may be at most 0 – not met",
        "to carry: stand aside 1 of 5 electors; may be at most a quarter: 1 – met",
      ])
  }

  @Test func silenceNeedsNobody() throws {
    var forum = try Forum()
    try forum.decide("P1", "note", ["object"])
    #expect(
      try lines(forum, "V-P1") == [
        "P1: carried, by the rule silence (§ rules.silence, version 1)", "objection 1",
        "5 electors, 1 took part", "to carry: objection 1; may be fewer than 2 – met",
      ])
  }

  /// 3 of 5 are fewer than three quarters; the second try needs a third of them.
  @Test func aRetryHasItsOwnQuorum() throws {
    var forum = try Forum()
    try forum.decide("P1", "budget", ["yes", "yes", "yes"])
    #expect(
      try lines(forum, "V-P1")[3]
        == "quorum: took part 3 of 5 electors; needs at least three quarters: 4 – not met")
    forum.wait(days: 2)
    try forum.open("V2", ["P1"])
    try forum.cast("V2", [(1, ["P1": "yes"]), (2, ["P1": "no"])])
    try forum.tally("V2")
    #expect(
      try lines(forum, "V2") == [
        "P1: lost, by the rule retried, tried again for its quorum (§ rules.retried, version 1)",
        "yes 1, no 1, abstain 0", "5 electors, 2 took part, 2 cast",
        "quorum of the second try: took part 2 of 5 electors; needs at least a third: 2 – met",
        "to carry: yes 1 of 2 votes cast; needs more than half: 2 – not met",
        "as many for as against: a tie fails",
      ])
  }

  @Test func unanimityAsksEveryElector() throws {
    var forum = try Forum()
    try forum.decide("P1", "pact", ["yes", "yes", "yes", "yes"])
    #expect(
      try lines(forum, "V-P1").last == "to carry: yes 4 of 5 electors; needs all: 5 – not met")
  }

  /// Three of four seats are filled, and the empty one counts too.
  @Test func emptySeatsCount() throws {
    var forum = try Forum()
    try forum.decide("P1", "seat_matter", ["yes", "yes"])
    #expect(
      try lines(forum, "V-P1").suffix(3) == [
        "4 seats in all, filled or not",
        "quorum: took part 2 of 4 seats; needs at least half: 2 – met",
        "to carry: yes 2 of 4 seats; needs more than half: 3 – not met",
      ])
  }

  private func election(_ choices: [[String]]) throws -> Forum {
    var forum = try Forum()
    let options: JSON = [
      "north": ["uk": "Північ"], "south": ["uk": "Південь"], "west": ["uk": "Захід"],
    ]
    try forum.vote("V1", on: "P1", "election", ["options": options])
    try forum.cast(
      "V1",
      choices.enumerated().map {
        ($0.offset + 1, ["P1": .array($0.element.map(JSON.string))])
      })
    try forum.tally("V1")
    return forum
  }

  @Test func theMostApprovedWins() throws {
    let forum = try election([["north", "south"], ["south"], ["south", "west"]])
    #expect(
      try lines(forum, "V1") == [
        "P1: carried, by the rule choice (§ rules.choice, version 1)",
        "south 3, north 1, west 1", "5 electors, 3 took part",
        "to carry: took part 3 of 5 electors; needs at least half: 3 – met",
        "south has 3 approvals, more than every other",
      ])
  }

  @Test func twoThatAreAheadAreATie() throws {
    let forum = try election([["north", "south"], ["south"], ["north"]])
    #expect(
      try lines(forum, "V1").last == "north and south have 2 approvals each, and a tie fails")
    let nobody = try election([[], [], []])
    #expect(try lines(nobody, "V1", .uk).last == "нічого не схвалено")
  }

  @Test func whoeverDeclaredAConflictIsNamed() throws {
    var forum = try Forum()
    try forum.vote("V1", on: "P1", "plan")
    try forum.member(2, .conflictDeclared, ["vote": "V1", "item": "P1"])
    try forum.cast("V1", [(1, ["P1": "yes"])])
    try forum.tally("V1")
    #expect(
      try lines(forum, "V1")[3] == """
        1 elector stepped aside and is not counted; a conflict was declared by M02
        """)
    #expect(
      try lines(forum, "V1")[4]
        == "quorum: took part 1 of 4 electors; needs at least half: 2 – not met")
  }

  /// M05 weighs 5 of 15; M01 lets it vote, so 6 say yes.
  @Test func weightsAndProxies() throws {
    var forum = try Forum()
    try forum.propose("P1", "levy")
    try forum.freeze("P1")
    let plan = try forum.assembly.votingPlan(on: ["P1"], at: forum.now)
    #expect(plan.weights == [1, 2, 3, 4, 5])
    try forum.open("V1", ["P1"])
    try forum.member(1, .proxyGiven, ["vote": "V1", "to": "M05"])
    try forum.cast("V1", [(5, ["P1": "yes"]), (4, ["P1": "no"])])
    try forum.tally("V1")
    #expect(
      try lines(forum, "V1") == [
        "P1: carried, by the rule weighed (§ rules.weighed, version 1)",
        "yes 6, no 4, abstain 0", "15 electors, 10 took part, 10 cast",
        "all numbers are sums of weights, by staff",
        "1 elector let another vote for them unless they did themselves",
        "to carry: yes 6 of 10 votes cast; needs more than half: 6 – met",
      ])
  }

  @Test func aBallotThatDoesNotCountHasItsReason() throws {
    var forum = try Forum()
    try forum.vote("V1", on: "P1", "plan")
    try forum.cast("V1", [(1, ["P1": "yes"]), (2, ["P1": "yes"]), (3, ["P1": "yes"])])
    try forum.member(2, .memberResigned, ["member": "M02"])
    forum.wait(days: 6)
    try forum.tally("V1")
    let text = try lines(forum, "V1")
    #expect(text[2] == "4 electors, 2 took part, 2 cast")
    #expect(
      text.last == """
        the ballot 00000000… of M02 does not count: its party left before the closing
        """)
  }

  @Test func nobodyIsLeft() throws {
    var forum = try Forum()
    try forum.vote("V1", on: "P1", "plan")
    for number in 1...4 {
      try forum.member(number, .conflictDeclared, ["vote": "V1", "item": "P1"])
    }
    try forum.cast("V1", [(5, ["P1": "yes"])])
    try forum.tally("V1")
    #expect(
      try lines(forum, "V1").last
        == "somebody stepped aside and one elector was left: one does not decide, it is void")
  }
}
