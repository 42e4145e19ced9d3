// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Each rule of three model statutes as a table: how many say what, and what that decides by hand.
@Suite struct Rules {
  struct Row: Sendable, CustomTestStringConvertible {
    let words: [Int]
    let outcome: VoteOutcome
    let because: String

    init(_ words: Int..., is outcome: VoteOutcome, _ because: String = "") {
      (self.words, self.outcome, self.because) = (words, outcome, because)
    }

    var testDescription: String { "\(words) \(outcome.rawValue) \(because)" }
  }

  private func outcome(
    _ world: World, _ words: [JSON], _ counts: [Int], of members: [String]
  ) throws -> VoteOutcome {
    var world = world
    return try world.outcome(
      on: "P-1", vote: "V1", of: members, Array(zip(words, counts)))
  }

  private static let yesNo: [JSON] = ["yes", "no", "abstain"]

  /// Consensus of sixteen: no block, at most a quarter stands aside, half take part.
  @Test(arguments: [
    Row(16, 0, 0, is: .carried), Row(12, 4, 0, is: .carried, "four are a quarter"),
    Row(11, 5, 0, is: .lost, "five are more"), Row(15, 0, 1, is: .blocked),
    Row(7, 0, 0, is: .inquorate), Row(7, 0, 1, is: .blocked, "eight take part"),
    Row(4, 4, 0, is: .carried), Row(0, 8, 0, is: .lost), Row(3, 0, 5, is: .blocked),
    Row(3, 5, 1, is: .blocked, "both would stop it"), Row(0, 0, 0, is: .inquorate),
  ])
  func consensus(row: Row) throws {
    var world = try Stage.founded.world
    try world.table("P-1", "position", by: "m02", seconds: ["m03", "m04"])
    #expect(
      try outcome(world, ["consent", "stand_aside", "block"], row.words, of: World.members)
        == row.outcome)
  }

  /// Silence: fewer than three object; who says nothing is no yes and no objection.
  @Test(arguments: [
    Row(0, is: .carried), Row(2, is: .carried), Row(3, is: .lost), Row(16, is: .lost),
  ])
  func silence(row: Row) throws {
    var world = try Stage.founded.world
    try world.table("P-1", "urgent_statement", by: "m01")
    #expect(try outcome(world, ["object"], row.words, of: World.members) == row.outcome)
  }

  private static let holders = ["m01", "m03", "m04", "m05", "m06", "m08", "m12", "m13", "m16"]

  /// Nine seats: half of them are four and a half, so five take part; abstaining is taking part.
  @Test(arguments: [
    Row(5, 0, 0, is: .carried), Row(4, 0, 0, is: .inquorate), Row(3, 2, 0, is: .carried),
    Row(2, 2, 1, is: .lost, "a tie fails"), Row(2, 1, 2, is: .carried),
    Row(0, 0, 5, is: .lost, "nothing was cast"), Row(4, 5, 0, is: .lost),
  ])
  func steering(row: Row) throws {
    var world = try Stage.founded.world
    try world.table("P-1", "routine", by: "m01")
    #expect(try outcome(world, Self.yesNo, row.words, of: Self.holders) == row.outcome)
  }

  /// Nine seats of which four are filled: an empty seat counts, so nothing can be decided.
  @Test func anEmptySeatCountsAgainstTheQuorum() throws {
    var founding = try World.founding()
    let seats = founding["seats"]?.array ?? []
    let kept: Set<JSON> = ["M01", "M03", "M04", "M05", "M10", "M11"]
    founding["seats"] = .array(seats.filter { kept.contains($0["party"] ?? [:]) })
    var world = World()
    try world.record(.founding(founding))
    try world.table("P-1", "routine", by: "m01")
    let four = ["m01", "m03", "m04", "m05"]
    #expect(try outcome(world, Self.yesNo, [4, 0, 0], of: four) == .inquorate)
  }

  /// Two thirds of those cast, half of sixteen take part (the alliance's agreements).
  @Test(arguments: [
    Row(12, 3, 1, is: .carried, "S5: ten of fifteen were enough"),
    Row(11, 4, 1, is: .carried), Row(10, 5, 1, is: .carried), Row(9, 6, 1, is: .lost),
    Row(6, 2, 0, is: .carried), Row(5, 2, 0, is: .inquorate), Row(0, 0, 8, is: .lost),
  ])
  func twoThirds(row: Row) throws {
    var world = try Stage.founded.world
    try world.table("P-1", "agreement", by: "m01")
    #expect(try outcome(world, Self.yesNo, row.words, of: World.members) == row.outcome)
  }

  /// Statutes need eleven of sixteen, three quarters of those cast, and more than half of the small.
  ///
  /// More than half of all must say yes too. M02, M04, M09, M12, M15 and M16 are small.
  @Test(arguments: [
    // Words of the six small ones first, then of the ten others.
    Row(6, 0, 10, 0, is: .carried), Row(4, 2, 8, 2, is: .carried, "12 of 16, and 4 of 6"),
    Row(3, 3, 10, 0, is: .lost, "13 of 16, but half of the small"),
    Row(2, 4, 10, 0, is: .lost), Row(0, 0, 10, 0, is: .inquorate, "ten take part"),
    Row(0, 0, 10, 1, is: .inquorate, "ten is all the others there are"),
    Row(1, 0, 8, 2, is: .carried, "9 of 11, more than half of 16, and the one small"),
    Row(1, 0, 7, 3, is: .lost, "8 of 11 is less than three quarters"),
    Row(4, 2, 7, 3, is: .lost, "11 of 16"),
  ])
  func statutes(row: Row) throws {
    var world = try Stage.founded.world
    try world.table("P-1", "statutes", by: "m02", ["statutes": .digest("d")])
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    let small = ["m02", "m04", "m09", "m12", "m15", "m16"]
    let others = World.members.filter { !small.contains($0) }
    try world.mark(yes: row.words[0], no: row.words[1], of: small)
    try world.mark(yes: row.words[2], no: row.words[3], of: others)
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.outcome == row.outcome)
  }

  /// Three associations: unanimity, and silence is not consent (golden story 8).
  @Test(arguments: [
    Row(3, 0, 0, is: .carried), Row(2, 0, 0, is: .inquorate, "two and silence"),
    Row(2, 1, 0, is: .lost), Row(2, 0, 1, is: .lost, "abstaining is no yes"),
    Row(0, 3, 0, is: .lost),
  ])
  func unanimity(row: Row) throws {
    var world = try Coalition.dialogue()
    try world.table(
      "P-1", "joint_position", by: "p01", ["papers": ["own_body_decision": .digest("e")]])
    #expect(
      try outcome(world, Self.yesNo, row.words, of: ["p01", "p02", "p03"]) == row.outcome)
  }

  /// Two of three consent and nobody blocks; a third that stands aside or is silent stops nothing.
  @Test(arguments: [
    Row(2, 0, 0, is: .carried), Row(2, 1, 0, is: .carried), Row(1, 2, 0, is: .lost),
    Row(2, 0, 1, is: .blocked), Row(1, 0, 0, is: .inquorate), Row(3, 0, 0, is: .carried),
  ])
  func twoOfThree(row: Row) throws {
    var world = try Coalition.dialogue()
    try world.table("P-1", "action_plan", by: "p01", ["papers": ["indicators": .digest("e")]])
    let words: [JSON] = ["consent", "stand_aside", "block"]
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    var rest = ["p01", "p02", "p03"][...]
    for (word, count) in zip(words, row.words) {
      for member in rest.prefix(count) {
        try world.record(
          try world.mark(
            "V1", ["P-1": word], by: member,
            reasons: word == "block"
              ? ["P-1": ["text": "Шкодить.", "ground": "harm"]] : nil))
      }
      rest = rest.dropFirst(count)
    }
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.outcome == row.outcome)
  }

  /// Twenty national and ten international members: a majority in all and in each caucus, of each a
  /// third taking part (seven of twenty, four of ten).
  @Test(arguments: [
    // Nationals yes and no, internationals yes and no.
    Row(11, 9, 6, 4, is: .carried), Row(9, 11, 9, 1, is: .lost, "60 % in all, 45 % of nationals"),
    Row(20, 0, 5, 5, is: .lost, "a tie in a caucus fails"),
    Row(7, 0, 4, 0, is: .carried, "seven of twenty and four of ten"),
    Row(6, 0, 4, 0, is: .inquorate), Row(20, 0, 3, 0, is: .inquorate),
    Row(20, 0, 0, 0, is: .inquorate, "a silent caucus has no quorum"),
  ])
  func bothCaucuses(row: Row) throws {
    var world = try Coalition.forum(nationals: 20, internationals: 10)
    try world.table(
      "P-1", "position", by: "n01", seconds: ["n02", "i01"])
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    let nationals = (1...20).map { "n\($0 < 10 ? "0" : "")\($0)" }
    let internationals = (1...10).map { "i\($0 < 10 ? "0" : "")\($0)" }
    try world.mark(yes: row.words[0], no: row.words[1], of: nationals)
    try world.mark(yes: row.words[2], no: row.words[3], of: internationals)
    try world.record(try world.count("V1"))
    #expect(try world.vote().results?.first?.outcome == row.outcome)
  }
}

/// What statutes may ask for and the models do not.
@Suite struct OptionalRules {
  private func world(_ rule: String) throws -> World {
    let old =
      "two_thirds: {ballot: yes_no, electors: assembly, quorum: \"take_part >= 1/2 of electors\", "
      + "pass: \"yes >= 2/3 of cast\", window: vote_5d}"
    var world = World()
    try world.record(
      .founding(try World.founding(statutes: try Samples.damaged(old, "two_thirds: \(rule)"))))
    return world
  }

  private static let weighed =
    "{ballot: yes_no, electors: assembly, quorum: \"take_part >= 1/2 of electors\", "
    + "pass: \"yes >= 2/3 of cast\", window: vote_5d, weight: paid_staff}"

  /// By paid staff (23 6 29 8 35 38 41 44 8 50 53 6 59 62 4 5, in all 471): M14's 62 and M13's 59
  /// and M11's 53 and M10's 50 are 224, less than half of 471; with M08's 44 they are 268.
  @Test func ballotsWeighWhatTheStatutesSay() throws {
    var world = try world(Self.weighed)
    try world.table("P-1", "agreement", by: "m01")
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    #expect(
      try world.vote().weights == [23, 6, 29, 8, 35, 38, 41, 44, 8, 50, 53, 6, 59, 62, 4, 5])
    for member in ["m14", "m13", "m11", "m10"] {
      try world.record(try world.mark("V1", ["P-1": "yes"], by: member))
    }
    #expect(world.assembly.count(try world.vote()).results.first?.outcome == .inquorate)
    try world.record(try world.mark("V1", ["P-1": "no"], by: "m08"))
    let result = try #require(world.assembly.count(try world.vote()).results.first)
    #expect(result.whole.electors == 471)
    #expect(result.whole.ballots == 268)
    #expect(result.whole.counts == ["yes": 224, "no": 44, "abstain": 0])
    #expect(result.outcome == .carried)
  }

  private static let withProxies =
    "{ballot: yes_no, electors: assembly, quorum: \"take_part >= 1/2 of electors\", "
    + "pass: \"yes >= 2/3 of cast\", window: vote_5d, proxies: {at_most: 2}}"

  private func proxy(_ from: String, to: JSON, _ world: World) throws -> Attempt {
    Attempt(
      .proxyGiven, ["vote": "V1", "to": to], by: [from], at: try world.vote().opens.text)
  }

  @Test func aProxyCountsUnlessItsGiverVotes() throws {
    var world = try world(Self.withProxies)
    try world.table("P-1", "agreement", by: "m01")
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    try world.record(try proxy("m02", to: "M01", world))
    try world.record(try proxy("m03", to: "M01", world))
    #expect(try world.refusal(of: try proxy("m04", to: "M01", world))?.code == .tooManyProxies)
    #expect(try world.refusal(of: try proxy("m04", to: "M02", world))?.code == .proxyChain)
    #expect(try world.refusal(of: try proxy("m01", to: "M05", world))?.code == .proxyChain)
    #expect(try world.refusal(of: try proxy("m04", to: "M04", world))?.code == .notAnElector)
    try world.record(try world.mark("V1", ["P-1": "yes"], by: "m01"))
    try world.record(try world.mark("V1", ["P-1": "no"], by: "m03"))
    let counts = world.assembly.count(try world.vote()).results.first?.whole.counts
    #expect(counts == ["yes": 2, "no": 1, "abstain": 0])
  }

  /// Three options: the one with more approvals than every other wins, if half take part.
  @Test(
    arguments: [
      ([3, 5, 0], .carried, "b"), ([4, 4, 0], .lost, nil), ([7, 0, 0], .inquorate, nil),
      ([0, 0, 8], .carried, "c"),
    ] as [([Int], VoteOutcome, String?)])
  func approval(counts: [Int], outcome: VoteOutcome, winner: String?) throws {
    var world = try world(
      "{ballot: approval, electors: assembly, quorum: \"take_part >= 1/2 of electors\", "
        + "pass: \"take_part >= 1\", window: vote_5d}")
    let options: JSON = ["a": ["uk": "А"], "b": ["uk": "Б"], "c": ["uk": "В"]]
    try world.table("P-1", "agreement", by: "m01", ["options": options])
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    var rest = World.members[...]
    for (option, count) in zip(["a", "b", "c"], counts) {
      for member in rest.prefix(count) {
        try world.record(try world.mark("V1", ["P-1": [.string(option)]], by: member))
      }
      rest = rest.dropFirst(count)
    }
    try world.record(try world.count("V1"))
    let result = try #require(try world.vote().results?.first)
    #expect(result.outcome == outcome)
    #expect(result.winner == winner)
  }

  /// An empty list of approvals is a valid blank: it takes part and approves of nothing.
  @Test func aBlankTakesPart() throws {
    var world = try world(
      "{ballot: approval, electors: assembly, pass: \"take_part >= 1\", window: vote_5d}")
    try world.table(
      "P-1", "agreement", by: "m01", ["options": ["a": ["uk": "А"], "b": ["uk": "Б"]]])
    try world.record(try world.put("V1", on: ["P-1"], at: world.assembly.now.text))
    try world.record(try world.mark("V1", ["P-1": []], by: "m01"))
    let result = try #require(world.assembly.count(try world.vote()).results.first)
    #expect(result.whole.ballots == 1)
    #expect(result.whole.counts == ["a": 0, "b": 0])
    #expect(result.outcome == .lost)
  }
}

extension World {
  /// So many say yes to P-1 in V1, and so many after them no.
  fileprivate mutating func mark(yes: Int, no: Int, of members: [String]) throws {
    let words = [JSON](repeating: "yes", count: yes) + [JSON](repeating: "no", count: no)
    for (member, word) in zip(members, words) {
      try record(try mark("V1", ["P-1": word], by: member))
    }
  }
}
