// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

/// A coalition of five in which one grows, the chair moves on and every kind of ballot is cast.
///
/// Times are Kyiv's, two hours ahead of UTC. M01, M02 and M03 are small (budget 1,000); M03 grows on
/// 10 November. The chair of the board, whose seats M01, M02 and M03 hold, moves on every ten days.
private struct Year {
  var forum: Forum

  init() throws {
    forum = try Forum(boardChair: ["rotates": "P10D"])
    try rotate(to: 1, from: "2024-11-04T22:00:00Z")
    // V-P1, open 5 to 10 November, certified on the 10th: 3 of 4 cast are two thirds. Carried.
    try forum.decide("P1", "plan", ["yes", "yes", "no", "yes", "abstain"])
    try rotate(to: 2, from: "2024-11-14T22:00:00Z")
    try forum.add(
      .partyUpdated, ["party": "M03", "facts": ["budget": "9000000"]],
      by: [Small.registrar, Small.member(3)])
    // V-P2, certified on 16 November: 3 of 5 are not two thirds. Lost.
    try propose("P2", "plan", by: 3)
    try forum.cast(
      "V-P2",
      [(1, "no"), (2, "no"), (3, "yes"), (4, "yes"), (5, "yes")].map { ($0.0, ["P2": $0.1]) })
    try forum.close("V-P2")
    // V-P3, certified on 22 November: two approve of north, one of south, one of nothing. Carried.
    try propose(
      "P3", "election", by: 4, ["options": ["north": ["uk": "Північ"], "south": ["uk": "Південь"]]])
    try forum.cast(
      "V-P3",
      [(1, ["north"]), (2, ["north"]), (3, ["south"]), (4, [])].map { ($0.0, ["P3": $0.1]) })
    try forum.close("V-P3")
    try rotate(to: 3, from: "2024-11-24T22:00:00Z")
    // V-P4, certified on 28 November: one objection is fewer than two. Carried.
    try propose("P4", "note", by: 2)
    try forum.cast("V-P4", [(5, ["P4": "object"])])
    try forum.close("V-P4")
    // V-P5, certified on 12 December: blocked by M04; M05 stands aside.
    try forum.debate("P5")
    try forum.open("V-P5", ["P5"])
    try forum.cast("V-P5", (1...3).map { ($0, ["P5": "consent"]) })
    try forum.cast("V-P5", [(4, ["P5": "block"])], ["P5": ["text": "x", "ground": "harm"]])
    try forum.cast("V-P5", [(5, ["P5": "stand_aside"])])
    try forum.close("V-P5")
    // V-P6, certified on 18 December: two of five are no three quarters. No quorum.
    try propose("P6", "budget", by: 4)
    try forum.cast("V-P6", [(1, ["P6": "yes"]), (2, ["P6": "yes"])])
    try forum.close("V-P6")
    // Nobody opens the seals of V-P7, so nobody knows what M01 said.
    try propose("P7", "secret", by: 5)
    try forum.member(
      1, .ballotCast, ["vote": "V-P7", "on": Forum.digest(of: "V-P7", forum), "sealed": "AAAA"])
  }

  /// A proposal under a matter without debate, by some member, to its open vote.
  private mutating func propose(
    _ id: String, _ matter: String, by number: Int, _ more: [String: JSON] = [:]
  ) throws {
    try forum.propose(id, matter, by: number, more)
    try forum.freeze(id)
    try forum.open("V-\(id)", [id])
  }

  private mutating func rotate(to number: Int, from: String) throws {
    try forum.add(
      .chairRotated,
      ["body": "board", "chairs": [.string("M0\(number)")], "from": .string(from)],
      by: [Small.registrar, Small.member(number)])
  }

  func influence(
    by name: String, body: String? = nil, since: String? = nil, until: String? = nil
  ) throws -> Influence {
    let statutes = try #require(forum.assembly.statutes)
    return Influence(
      forum.log.acts, from: forum.log.beginning,
      by: try #require(MemberGroups(name, in: statutes)), body: body,
      since: try since.map { try #require(Instant($0)) },
      until: try until.map { try #require(Instant($0)) },
      now: try #require(Instant("2024-12-20T10:00:00Z")))
  }

  func table(_ influence: Influence, _ language: Language = .en) -> [String] {
    InfluenceTable(influence, Words(language), forum.assembly.calendar).text
      .replacing("\u{A0}", with: " ").split(separator: "\n").map(String.init)
  }
}

extension Forum {
  fileprivate static func digest(of vote: String, _ forum: Forum) throws -> JSON {
    let digest = try #require(forum.assembly.votes[vote]).digest
    return .string(digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
  }
}

@Suite struct InfluenceNumbers {
  // Members now: M01 and M02 are small, M03, M04 and M05 are not.
  // Seats now: four chairs (M01, M02, M03 and an empty one) and three judges (M03, M04, M05): of 7, 2 and 4.
  // Chair days: M01 on 5–14 November, 10; M02 on 15–24 November, 10; M03, grown by then, from
  //   25 November to 20 December, 6 + 20. Of 46: small 20, standard 26.
  // Proposals: small P1, P4, P5, of which P1 and P4 are carried; standard P2 (M03 had grown), P3, P6,
  //   P7, of which P3 is.
  // Ballots, of electors:   small                 standard
  //   V-P1, M03 still small  3/3                   2/2
  //   V-P2                   2/2                   3/3
  //   V-P3                   2/2                   2/3, M05 cast none
  //   V-P4                   0/2                   1/3
  //   V-P5                   2/2                   3/3
  //   V-P6                   2/2                   0/3
  //   together              11/13 = 84.6 %        11/17 = 64.7 %
  // In the majority, of those that took a side:
  //   V-P1 carried           2/3, M03 said no      1/1, M05 abstained
  //   V-P2 lost              2/2                   0/3
  //   V-P3 north             2/2                   0/1, M04 approved of nothing
  //   V-P4 carried           0/0                   0/1
  //   V-P5 blocked           0/2                   1/2, M05 stood aside
  //   V-P6 no quorum         0/0                   0/0
  //   together               6/9 = 66.7 %          2/8 = 25 %
  @Test func standAsTheyAreCountedByHand() throws {
    let year = try Year()
    #expect(
      year.table(try year.influence(by: "size")) == [
        "Influence by size, from the founding until 20 December 2024, 12:00",
        "          members  seats  chair days  proposals  carried  ballots cast  in the majority",
        "small           2    2/7       20/46          3        2   11/13  85 %        6/9  67 %",
        "standard        3    4/7       26/46          4        1   11/17  65 %        2/8  25 %",
        "6 decisions by ballot",
        "groups by § define.small; each act counts for the group of its time",
        "in the majority: for what was decided; who abstains takes no side",
      ])
  }

  // From 16 November until before 1 December: V-P2, V-P3 and V-P4 are certified, P3, P4 and P5 submitted.
  // Chair days: M02 on 16–24 November, 9; M03 on 25–30 November, 6.
  // Ballots: small 2/2 + 2/2 + 0/2, standard 3/3 + 2/3 + 1/3. Sides: small 4/4, standard 0/3 + 0/1 + 0/1.
  // P5 was still debated when the period ended.
  @Test func keepToTheirPeriod() throws {
    let year = try Year()
    let influence = try year.influence(
      by: "size", since: "2024-11-15T22:00:00Z", until: "2024-11-30T22:00:00Z")
    #expect(
      year.table(influence).prefix(5) == [
        "Influence by size, from 16 November 2024, 00:00 until 1 December 2024, 00:00",
        "          members  seats  chair days  proposals  carried  ballots cast  in the majority",
        "small           2    2/7        9/15          2        1     4/6  67 %        4/4 100 %",
        "standard        3    4/7        6/15          1        1     6/9  67 %        0/5   0 %",
        "3 decisions by ballot",
      ])
  }

  /// Before anything was decided a share is a share of nothing.
  @Test func shareOfNothingIsNoNumber() throws {
    let year = try Year()
    let influence = try year.influence(by: "size", body: "appeals", until: "2024-11-04T12:00:00Z")
    #expect(
      year.table(influence, .uk).prefix(5) == [
        "Вплив за ознакою «розмір», від заснування до 4 листопада 2024, 14:00; місця й головування: appeals",
        "          члени  місця  дні головування  пропозиції  ухвалено  подано голосів  у більшості",
        "малі          3    1/3                –           1         0               –            –",
        "звичайні      2    2/3                –           0         –               –            –",
        "0 рішень голосуванням",
      ])
  }

  @Test func areWrittenForProgramsInWholeNumbers() throws {
    let year = try Year()
    let table = InfluenceTable(
      try year.influence(by: "size"), Words(.en), year.forum.assembly.calendar)
    #expect(
      table.csv == [
        [
          "group", "members", "seats", "seats_total", "chair_days", "chair_days_total",
          "proposals", "carried", "ballots", "ballots_total", "majority", "majority_total",
        ],
        ["small", "2", "2", "7", "20", "46", "3", "2", "11", "13", "6", "9"],
        ["standard", "3", "4", "7", "26", "46", "4", "1", "11", "17", "2", "8"],
      ])
    #expect(table.json["rows"]?.array?.first?["majority_total"] == 9)
    #expect(table.json["clause"] == "define.small")
  }

  /// Those in a class, and those in none: of one class the same two groups as by size.
  @Test func canGoByClass() throws {
    let year = try Year()
    let rows = try year.influence(by: "class").rows
    #expect(rows.map(\.group) == [.named("small_members"), .none])
    #expect(rows.map(\.majority.part) == [6, 2])
    #expect(rows.map(\.proposals) == [3, 4])
  }

  @Test func doNotGoByWhatTheStatutesDoNotKnow() throws {
    let statutes = try #require(Year().forum.assembly.statutes)
    #expect(MemberGroups("colour", in: statutes) == nil)
    // An integer is no group; the predicate over it is.
    #expect(MemberGroups("budget", in: statutes) == nil)
    #expect(
      MemberGroups.known(in: statutes) == ["size", "region", "class", "member", "edrpou", "oblast"])
  }

  /// The choices that are attributed to electors are those that the tally counted.
  @Test func ballotsAddUpToTheTally() throws {
    let year = try Year()
    let record = VotingRecord(year.forum.log.acts, from: year.forum.log.beginning, by: [])
    #expect(record.decisions.map(\.item) == ["P1", "P2", "P3", "P4", "P5", "P6"])
    for decision in record.decisions {
      var counts = decision.result.whole.counts.mapValues { _ in 0 }
      for case let choice? in decision.electors.map(\.choice) {
        switch choice {
        case .word(let word): counts[word.rawValue, default: 0] += 1
        case .list(let options): for option in options { counts[option, default: 0] += 1 }
        }
      }
      #expect(counts == decision.result.whole.counts, "\(decision.item)")
      #expect(decision.electors.count == decision.result.whole.electors)
    }
  }
}

@Suite struct Alphabets {
  /// The Ukrainian alphabet's own order: Ґ after Г, Є after Е, І and Ї after И.
  @Test func namesStandInUkrainianOrder() {
    let names = ["Їжак", "Інша", "Ґанок", "Гай", "Єдність", "Ельф", "Ива", "Яр", "Abc", "Дім"]
    #expect(
      names.sorted(by: Alphabet.precedes) == [
        "Abc", "Гай", "Ґанок", "Дім", "Ельф", "Єдність", "Ива", "Інша", "Їжак", "Яр",
      ])
  }

  @Test(arguments: ["здоров'я", "ЗДОРОВ’Я", "Здоровʼя"])
  func apostrophesAndCaseAreAlike(typed: String) {
    #expect(Alphabet.matches("ГО «Здоров’я громад»", typed))
  }

  @Test func nothingIsFoundByNothing() {
    #expect(!Alphabet.matches("ГО", ""))
    #expect(!Alphabet.matches("ГО", "ГО «"))
  }
}
