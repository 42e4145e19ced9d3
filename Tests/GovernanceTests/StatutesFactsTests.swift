// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

@Suite struct Facts {
  /// Attributes of the alliance, and of a forum of three communities.
  private func fact(_ name: String, _ text: String?) throws -> Fact {
    for policy in ["alliance-cso", "community-dialogue"] {
      if let attribute = try Samples.statutes(policy).attributes[name] {
        return attribute.fact(from: text)
      }
    }
    return .invalid("no such attribute")
  }

  @Test(arguments: [
    ("budget_uah", "5 000 000", Fact.integer(5_000_000)),
    ("budget_uah", " 5\u{A0}000\u{202F}000\u{2009}", .integer(5_000_000)),
    ("budget_uah", "five million", .invalid("five million")),
    ("budget_uah", "5.000.000", .invalid("5.000.000")),
    ("budget_uah", "-1", .invalid("-1")),
    ("budget_uah", "٥", .invalid("٥")),
    ("budget_uah", "99999999999999999999", .invalid("99999999999999999999")),
    ("budget_uah", "  ", .absent),
    ("registered_on", "2016-05-14", .date(Day(number: 16_935))),
    ("registered_on", "14.05.2016", .date(Day(number: 16_935))),
    ("registered_on", "05/14/2016", .invalid("05/14/2016")),
    ("registered_on", "30.02.2016", .invalid("30.02.2016")),
    ("party_affiliated", "no", .boolean(false)),
    ("party_affiliated", "true", .boolean(true)),
    ("party_affiliated", "No", .invalid("No")),
    ("legal_form", "go", .name("go")),
    ("legal_form", "GO", .invalid("GO")),
    ("legal_form", "gо", .invalid("gо")),  // a Cyrillic о
    ("oblast", "UA-63", .name("UA-63")),
    ("oblast", "UA-99", .invalid("UA-99")),
    ("edrpou", "99000146", .name("99000146")),
    ("edrpou", "9900014", .invalid("9900014")),
    ("edrpou", "99000147", .invalid("99000147")),
    ("edrpou", "00032112", .name("00032112")),  // the national bank
    ("edrpou", "32855961", .name("32855961")),  // from 30 to 60 million other weights hold
    ("documents", "", .set([])),
    ("documents", "statute; manifesto ;statute;", .set(["statute", "manifesto"])),
    ("documents", "statute;charter", .invalid("statute;charter")),
    ("sponsors", "M01;M02", .set(["M01", "M02"])),
    ("sponsors", "M01 M02", .invalid("M01 M02")),
    ("budget_line", "  cafe\u{301} ", .name("caf\u{E9}")),
    ("responsible", "council", .name("council")),
    ("responsible", "the council", .invalid("the council")),
  ])
  func areWhatTheTextSaysAndNothingCleverer(
    name: String, text: String, expected: Fact
  ) throws {
    #expect(try fact(name, text) == expected)
  }

  @Test func areAbsentWithoutTextAndSetsAreEmpty() throws {
    #expect(try fact("budget_uah", nil) == .absent)
    #expect(try fact("documents", nil) == .set([]))
  }

  @Test(arguments: [
    ("P10D", Duration.days(10)), ("PT48H", .hours(48)), ("P12M", .months(12)), ("P1Y", .months(12)),
    ("P2W", .days(14)), ("PT30M", .minutes(30)), ("P0D", .days(0)),
  ])
  func durationsAreOfOneUnit(text: String, expected: Duration) {
    #expect(Duration(text) == expected)
  }

  @Test(arguments: [
    "", "P", "PT", "10D", "P10", "P10H", "PT10D", "P1M2D", "P010D", "P-1D", "p1D", "P99999D",
  ])
  func durationsAreNothingElse(text: String) {
    #expect(Duration(text) == nil)
  }
}

/// A scope with facts that a test gives it.
struct GivenFacts: Scope {
  var facts: [String: Fact] = [:]
  var members: Set<String> = []
  func fact(_ name: String) -> Fact { facts[name] ?? .absent }
  func isIn(roll: String, party: String) -> Bool { members.contains(party) }
}

@Suite struct Predicates {
  let statutes: Statutes
  init() throws { statutes = try Samples.statutes("alliance-cso") }

  private func expression(_ text: String) throws -> Expression {
    let statutes = try Statutes(
      Samples.damaged("define:\n", "define:\n  it: \"\(text)\"\n"))
    return try #require(statutes.definitions["it"])
  }

  /// With a budget of 100 and nothing else known.
  @Test(arguments: [
    ("budget_uah == 100", Truth.yes),
    ("budget_uah != 100", .no),
    ("budget_uah < 100 or budget_uah > 99", .yes),
    ("paid_staff > 1", .unknown),
    ("not paid_staff > 1", .unknown),
    ("paid_staff > 1 and budget_uah > 100", .no),  // one no decides
    ("paid_staff > 1 or budget_uah >= 100", .yes),  // one yes decides
    ("paid_staff > 1 and budget_uah >= 100", .unknown),
    ("known(paid_staff)", .no),
    ("not known(paid_staff) and known(budget_uah)", .yes),
    ("legal_form in [go, bo]", .unknown),
    ("budget_uah in [99, 100]", .yes),
    ("has(documents, statute)", .unknown),
    ("party_affiliated", .unknown),
    ("not (budget_uah > 1 and budget_uah < 5)", .yes),
    ("not not budget_uah == 100", .yes),
    ("2016-05-14 <= 2016-05-15", .yes),
    ("years(2022-12-01, 2024-11-30) == 1", .yes),
    ("days(2024-11-01, 2024-11-30) == 29", .yes),
    ("registered_on < today", .unknown),
    ("count_in(sponsors, members) >= 1", .unknown),
    ("status == member", .unknown),
  ])
  func areThreeValued(text: String, expected: Truth) throws {
    let scope = GivenFacts(facts: ["budget_uah": .integer(100)])
    #expect(try expression(text).evaluate(in: scope) == expected)
  }

  @Test func countEachSponsorOnce() throws {
    let expression = try expression("count_in(sponsors, members) >= 2")
    var scope = GivenFacts(
      facts: ["sponsors": .set(["M01", "M01", "X"])], members: ["M01", "M02"])
    #expect(expression.evaluate(in: scope) == .no)
    #expect(expression.shortcomings(in: scope).map(\.code) == ["sponsors:1_of_2"])
    scope.facts["sponsors"] = .set(["M02", "M01"])
    #expect(expression.evaluate(in: scope) == .yes)
    #expect(expression.shortcomings(in: scope) == [])
  }

  /// Of an applicant with a party tie, a bad code and one paper.
  @Test(arguments: [
    ("eligible", ["missing:legal_form", "missing:registered_on", "is:party_affiliated"]),
    (
      "papers",
      [
        "documents:manifesto", "documents:code_of_conduct", "documents:localisation_pledge",
      ]
    ),
    (
      "facts",
      [
        "invalid:edrpou", "missing:oblast", "missing:registered_on", "missing:budget_uah",
        "missing:paid_staff",
      ]
    ),
    ("small", ["missing:budget_uah", "missing:paid_staff"]),
    ("seat_ready", ["not:seat_ready"]),
  ])
  func sayWhatStandsInTheWay(name: String, expected: [String]) throws {
    var scope = GivenFacts(facts: [
      "party_affiliated": .boolean(true), "edrpou": .invalid("1"), "documents": .set(["statute"]),
      "member_days": .integer(3),
    ])
    if name == "seat_ready" {
      (scope.facts["budget_uah"], scope.facts["paid_staff"]) = (.integer(6_000_000), .integer(1))
    }
    let expression = try #require(statutes.predicate(name))
    #expect(expression.shortcomings(in: scope).map(\.code) == expected)
  }

  @Test func askOnlyForWhatCanStillHelp() throws {
    let expression = try expression("paid_staff > 5 or budget_uah > 5")
    let scope = GivenFacts(facts: ["budget_uah": .integer(1)])
    #expect(expression.shortcomings(in: scope).map(\.code) == ["missing:paid_staff"])
  }

  @Test func nameWhatTheCallDoesNotSay() throws {
    let scope = GivenFacts(facts: ["registered_on": .date(Day(number: 0))])
    let seasoned = try #require(statutes.predicate("seasoned"))
    #expect(seasoned.shortcomings(in: scope).map(\.code) == ["unknown:seasoned"])
  }
}
