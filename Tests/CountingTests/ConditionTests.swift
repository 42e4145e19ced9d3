// SPDX-License-Identifier: Apache-2.0

import Counting
import Testing

@Suite struct Conditions {
  /// Each row is a condition, the ballots of sixteen electors and nine seats, and whether it holds.
  @Test(arguments: [
    ("yes > 1/2 of cast", yes: 5, no: 4, abstain: 3, true),
    ("yes > 1/2 of cast", yes: 4, no: 4, abstain: 3, false),  // a tie is not a majority
    ("yes >= 2/3 of cast", yes: 8, no: 4, abstain: 0, true),  // exactly two thirds
    ("yes >= 2/3 of cast", yes: 12, no: 7, abstain: 0, false),  // 36 is not 38: CABF ballot 202
    ("yes >= 2/3 of cast", yes: 0, no: 0, abstain: 9, false),  // a share of nobody
    ("yes > 1/2 of taking_part", yes: 5, no: 4, abstain: 1, false),
    ("yes >= 3/4 of cast and yes > 1/2 of electors", yes: 9, no: 3, abstain: 0, true),
    ("yes >= 3/4 of cast and yes > 1/2 of electors", yes: 8, no: 2, abstain: 0, false),
    ("take_part >= 1/2 of seats", yes: 2, no: 2, abstain: 1, true),
    ("take_part >= 1/2 of seats", yes: 2, no: 2, abstain: 0, false),
    ("take_part >= 4", yes: 2, no: 2, abstain: 0, true),
    ("yes >= 1/1 of electors", yes: 16, no: 0, abstain: 0, true),
    ("no < 2 and abstain <= 1", yes: 0, no: 1, abstain: 1, true),
  ])
  func hold(text: String, yes: Int, no: Int, abstain: Int, expected: Bool) throws {
    var tally = Tally()
    (tally.yes, tally.no, tally.abstain) = (yes, no, abstain)
    tally.takePart = yes + no + abstain
    let bases = Bases(tally, electors: 16, seats: 9)
    #expect(try Condition(text).isMet(by: tally, bases: bases) == expected)
  }

  @Test func consentCountsBlocksAndThoseWhoStandAside() throws {
    let condition = try Condition("block <= 0 and stand_aside <= 1/4 of electors")
    var tally = Tally()
    (tally.consent, tally.standAside, tally.takePart) = (10, 4, 14)
    #expect(condition.isMet(by: tally, bases: Bases(tally, electors: 16, seats: 16)))
    #expect(!condition.isMet(by: tally, bases: Bases(tally, electors: 15, seats: 16)))
    tally.block = 1
    #expect(!condition.isMet(by: tally, bases: Bases(tally, electors: 16, seats: 16)))
    #expect(tally.cast == 15)
  }

  @Test func nobodyIsEntitledSoNothingIsAdopted() throws {
    let condition = try Condition("block <= 0 and stand_aside <= 1/4 of electors")
    #expect(!condition.isMet(by: Tally(), bases: Bases(Tally(), electors: 0, seats: 0)))
  }

  @Test func showTheirWorking() throws {
    var tally = Tally()
    (tally.yes, tally.no, tally.takePart) = (12, 7, 19)
    let working = try Condition("yes >= 2/3 of cast").working(
      by: tally, bases: Bases(tally, electors: 22, seats: 22))
    #expect(working.map(\.left) == [12])
    #expect(working.map(\.baseCount) == [19])
    #expect(working.map(\.right) == [Fraction(38, 3)])
    #expect(working.map(\.met) == [false])
    #expect(working.map(\.clause.comparison.rawValue) == [">="])
  }

  /// The least number of votes in favour, of all sizes with one recusal and without.
  @Test(arguments: [
    ("yes >= 2/3 of electors", [1, 2, 2, 10, 11, 12, 50, 51]),
    ("yes >= 3/4 of electors", [1, 2, 3, 12, 12, 13, 57, 57]),
    ("yes > 1/2 of electors", [1, 2, 2, 8, 9, 9, 38, 39]),
  ])
  func needSoManyVotes(text: String, expected: [Int]) throws {
    let condition = try Condition(text)
    let least = [1, 2, 3, 15, 16, 17, 75, 76].map { electors in
      (0...electors).first { yes in
        var tally = Tally()
        tally.yes = yes
        return condition.isMet(by: tally, bases: Bases(tally, electors: electors, seats: 0))
      }
    }
    #expect(least == expected)
  }

  @Test(arguments: [
    ("", MalformedCondition.empty),
    ("yes", .endsEarly),
    ("yes >", .endsEarly),
    ("yes > 1/2 of", .endsEarly),
    ("maybe > 1/2 of cast", .unknownCount("maybe", word: 1)),
    ("yes = 1/2 of cast", .unknownOperator("=", word: 2)),
    ("yes > half of cast", .badNumber("half", word: 3)),
    ("yes > 1/0 of cast", .badNumber("1/0", word: 3)),
    ("yes > 1/2 of members", .unknownBase("members", word: 5)),
    ("yes > 1/2", .shareWithoutBase("1/2", word: 3)),
    ("yes > 2 or no < 1", .expectedAnd("or", word: 4)),
    (String(repeating: "yes > 1 and ", count: 40), .tooLong),
  ])
  func areReadOrRefusedWithTheWord(text: String, expected: MalformedCondition) {
    #expect(throws: expected) { try Condition(text) }
  }
}
