// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import Governance
import Testing

/// One row of the synthetic call, read by the alliance's statutes.
struct Application: Scope {
  let id: String
  let facts: [String: Fact]

  static let closing = Fact.date(Day(number: 20_057))  // 2024-11-30

  init(_ table: CSVTable, _ row: CSVTable.Row, _ statutes: Statutes) {
    func text(_ column: String) -> String? { table.field(column, of: row) }
    id = text("application_id") ?? ""
    let papers = ["statute", "manifesto", "code_of_conduct", "localisation_pledge", "psea_policy"]
    let texts: [String: String] = [
      "budget_uah": text("budget_uah_2023") ?? "",
      "documents": papers.filter { text($0) == "yes" }.joined(separator: ";"),
      "sponsors": "\(text("sponsor_1") ?? "");\(text("sponsor_2") ?? "")",
    ]
    facts = statutes.attributes.mapValues { $0.fact(from: texts[$0.name] ?? text($0.name)) }
  }

  func fact(_ name: String) -> Fact {
    name == "call.closes_on" ? Self.closing : facts[name] ?? .absent
  }

  /// Members are M01 to M16.
  func isIn(roll: String, party: String) -> Bool {
    guard roll == "members", party.hasPrefix("M"), let number = Int(party.dropFirst()) else {
      return false
    }
    return (1...16).contains(number)
  }
}

@Suite struct SyntheticCall {
  let statutes: Statutes
  let table: CSVTable
  let applications: [Application]

  init() throws {
    let statutes = try Samples.statutes("alliance-cso")
    let table = try CSVTable(Samples.bytes("Tests/Samples/open-call/applications.csv"))
    self.statutes = statutes
    self.table = table
    applications = table.rows.map { Application(table, $0, statutes) }
  }

  private func truth(_ name: String, _ application: Application) -> Truth {
    statutes.predicate(name)?.evaluate(in: application) ?? .unknown
  }

  private func expected(_ file: String) throws -> [[String: String]] {
    let table = try CSVTable(Samples.bytes("Tests/Samples/open-call/\(file).csv"))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.fields)) }
  }

  @Test func classesAndEligibilityAreThoseOfTheLabels() throws {
    let labels = try expected("expected")
    #expect(labels.count == 58)
    for (application, label) in zip(applications, labels) {
      #expect(application.id == label["application_id"])
      let size = ["yes": "small", "no": "standard"][truth("small", application).rawValue]
      #expect(size ?? "unknown" == label["size_class"], "\(application.id)")
      let eligible = truth("eligible", application)
      let complete = truth("complete", application)
      switch label["disposition"] {
      case "eligible": #expect(eligible == .yes && complete == .yes, "\(application.id)")
      case "ineligible": #expect(eligible == .no, "\(application.id)")
      case "incomplete":
        #expect(eligible != .no && (eligible, complete) != (.yes, .yes), "\(application.id)")
      case _: break
      }
    }
  }

  /// The labels' words for reasons, where they are not the codes themselves.
  private static let words = [
    "not:national_cso": "legal_form", "not:seasoned": "age_under_2y",
    "is:party_affiliated": "party_affiliated", "documents:manifesto": "document:manifesto",
    "documents:statute": "document:statute", "invalid:budget_uah": "missing:budget_uah",
  ]

  @Test func reasonsAreThoseOfTheLabels() throws {
    let (eligible, complete) = try (
      #require(statutes.predicate("eligible")), #require(statutes.predicate("complete"))
    )
    for (application, label) in zip(applications, try expected("expected"))
    where ["incomplete", "ineligible"].contains(label["disposition"]) {
      let all = eligible.shortcomings(in: application) + complete.shortcomings(in: application)
      let codes = all.map { Self.words[$0.code] ?? $0.code }
      let distinct = codes.enumerated().filter { !codes[..<$0].contains($1) }.map(\.element)
      // An ineligible branch is not asked for papers, so the labels list fewer reasons for it.
      let reasons = (label["reasons"] ?? "").split(separator: ";").map(String.init)
      #expect(Set(reasons).isSubset(of: distinct), "\(application.id): \(distinct)")
      if label["disposition"] == "incomplete" {
        #expect(distinct == reasons, "\(application.id)")
      }
    }
  }

  /// Means of the reviews that count, in the order of the criteria.
  private func means(of id: String, _ rubric: Statutes.Rubric) throws -> [Fraction] {
    let accepted = Set(
      try expected("expected-reviews").filter { $0["accepted"] == "yes" }.map { $0["review_id"] })
    let reviews = try expected("reviews").filter {
      $0["application_id"] == id && accepted.contains($0["review_id"])
    }
    return rubric.criteria.map { criterion in
      let scores = reviews.compactMap { $0[criterion.id].flatMap { Int($0) } }
      return Fraction(scores.reduce(0, +), scores.count)
    }
  }

  @Test func shortlistIsTheExpectedOneRowByRow() throws {
    let selection = try #require(statutes.selections["intake"])
    guard case .rubric(let rubric) = selection.source, case .places(let places)? = selection.take
    else {
      Issue.record("the intake is by rubric and places")
      return
    }
    let floors = selection.floors.map {
      RankedFill.Floor(name: $0.name, atLeast: $0.atLeast.atLeast(of: places))
    }
    let caps = selection.caps.map {
      RankedFill.Cap(name: $0.name, atMost: $0.atMost.atMost(of: places))
    }
    let pool = Set(
      try expected("expected").filter { $0["in_review_pool"] == "yes" }
        .compactMap { $0["application_id"] })
    var candidates: [RankedFill.Candidate] = []
    for (index, application) in applications.enumerated() where pool.contains(application.id) {
      let means = try means(of: application.id, rubric)
      let small = truth("small", application) == .yes
      guard case .name(let oblast) = application.fact("oblast") else { continue }
      candidates.append(
        RankedFill.Candidate(
          id: application.id, score: rubric.score(means: means),
          belowCriterionMinimum: rubric.isBelowMinimum(means: means), floorsMet: small ? [0] : [],
          capGroups: [oblast], tieKeys: [.integer(small ? 0 : 1), .integer(index)]))
    }
    let fill = RankedFill(
      places: places, minScore: selection.minPoints, floors: floors, caps: caps,
      unmet: selection.unmet)
    let labels = try expected("expected-shortlist")
    let result = fill.fill(candidates.reversed())
    #expect(result.count == labels.count)
    for (placing, label) in zip(result, labels) {
      #expect("\(placing.rank)" == label["rank"])
      #expect(placing.id == label["application_id"])
      #expect(placing.score.exactText == label["score_exact"])
      #expect(placing.score.decimal(places: 2) == label["score"])
      #expect((placing.selected ? "yes" : "no") == label["selected"])
      #expect(word(placing.reason) == label["reason"], "\(placing.id)")
    }
  }

  private func word(_ reason: RankedFill.Reason) -> String {
    switch reason {
    case .taken: ""
    case .cap(let name): "cap_\(name)"
    case .keptFor(let name): "kept_for_\(name)"
    case .below(let score): "below_\(score.text)"
    case .criterionMinimum: "criterion_minimum"
    case .noPlaceLeft: "no_place_left"
    }
  }
}
