// SPDX-License-Identifier: Apache-2.0

import Authoring
import Governance
import Testing

/// The synthetic call of 58 applications, act by act, against the labels beside it.
@Suite struct TheOpenCall {
  private typealias Row = [String: String]

  private static func table(_ name: String) throws -> [[String: String]] {
    let table = try CSVTable(Samples.bytes("Tests/Samples/open-call/\(name).csv"))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.fields)) }
  }

  private static func rows(_ table: String, form: String) throws -> [FormRow] {
    let columns = try FormColumns(
      StrictYAML.read(Samples.bytes("Policies/forms/\(form).yaml")))
    return try columns.rows(of: CSVTable(Samples.bytes("Tests/Samples/open-call/\(table).csv")))
  }

  private static func submitted(_ row: FormRow, at time: String) -> Attempt {
    var fields: [String: JSON] = [
      "call": "C1", "application": .string(row.id), "channel": .string(row.channel ?? ""),
      "name": .object(row.names.mapValues(JSON.string)),
      "facts": .object(row.facts.mapValues(JSON.string)),
      "relations": .object(row.relations.mapValues { .array($0.map(JSON.string)) }),
      "commitments": [:], "received_at": .string(row.receivedAt.text),
    ]
    if let sealed = row.sealedAt { fields["sealed_at"] = .string(sealed.text) }
    return Attempt(.applicationSubmitted, fields, by: ["registrar"], at: time)
  }

  /// The letter-box is emptied an hour after the last bundle came; then the call is closed.
  private static let closed = Result<World, any Error> {
    var world = try Stage.called.world
    for row in try rows("applications", form: "alliance-cso-application") {
      try world.record(submitted(row, at: "2024-12-03T07:00:00Z"))
      guard let time = row.withdrawnAt else { continue }
      try world.record(
        Attempt.withdrawn(row.id, at: "2024-12-03T07:00:00Z")
          .with(["received_at": .string(time.text)]))
    }
    return try world.after(try world.closing(at: "2024-12-03T08:00:00Z"))
  }

  private static let screened = Result<World, any Error> {
    var world = try closed.get()
    for application in world.assembly.applications(of: try world.call()) {
      try world.record(try world.screening(application.id, at: "2024-12-03T08:30:00Z"))
    }
    return world
  }

  /// Assigned an hour before the first review.
  private static let assigned = Result<World, any Error> {
    var world = try screened.get()
    for application in world.assembly.applications(of: try world.call()) where application.isInPool
    {
      try world.record(.tier(application.id, at: "2024-12-16T05:00:00Z"))
    }
    return try world.after(try world.assignment(at: "2024-12-16T06:00:00Z"))
  }

  private static func review(_ row: FormRow) -> Attempt {
    Attempt(
      .reviewSubmitted,
      [
        "review": .string(row.id), "application": .string(row.application ?? ""),
        "scores": .object(row.scores.compactMapValues { Int($0).map(JSON.integer) }),
        "commitments": [:],
      ], by: [(row.reviewer ?? "").lowercased()], at: row.receivedAt.text)
  }

  /// Those who came at the door: README, "Expected result".
  @Test func theClosingCountsThoseAtTheDoor() throws {
    let world = try Self.closed.get()
    #expect(
      world.assembly.doorCounts(of: try world.call())
        == ["early": 1, "late": 3, "superseded": 3, "withdrawn": 1, "standing": 50])
  }

  @Test func everyApplicationIsFoundAsItsLabelSays() throws {
    let world = try Self.screened.get()
    let labels = try Self.table("expected")
    #expect(labels.count == 58)
    for label in labels {
      let application = try world.application(label["application_id"] ?? "")
      let found = try #require(application.screening)
      #expect(found.disposition.rawValue == label["disposition"], "\(application.id)")
      #expect(found.related ?? "" == label["related_application"], "\(application.id)")
      #expect((application.isInPool ? "yes" : "no") == label["in_review_pool"], "\(application.id)")
    }
  }

  @Test func thereAreAsManyOfEachAsTheReadMeSays() throws {
    let world = try Self.screened.get()
    let found = world.assembly.applications.values.compactMap(\.screening?.disposition)
    let counts = Dictionary(grouping: found, by: \.self).mapValues(\.count)
    #expect(
      counts == [
        .eligible: 33, .incomplete: 8, .ineligible: 9, .late: 3, .early: 1, .superseded: 3,
        .withdrawn: 1,
      ])
  }

  /// The labels' words for reasons, where they are not the codes themselves.
  private static let words = [
    "grace": "grace_outage", "documents:manifesto": "document:manifesto",
    "invalid:budget_uah": "missing:budget_uah",
  ]

  /// An ineligible one's label lists fewer: a branch is not asked for papers.
  @Test func theReasonsAreThoseOfTheLabels() throws {
    let world = try Self.screened.get()
    for label in try Self.table("expected") where label["disposition"] != "ineligible" {
      let found = try world.application(label["application_id"] ?? "").screening
      let words = (found?.reasons ?? []).map { Self.words[$0] ?? $0 }
      #expect(words.joined(separator: ";") == label["reasons"], "\(label)")
    }
  }

  /// Whoever is ineligible is told that first, by the part of `eligible` that fails.
  @Test func theIneligibleAreToldWhichPartFails() throws {
    let world = try Self.screened.get()
    let codes = [
      "legal_form": "not:national_cso", "age_under_2y": "not:seasoned",
      "party_affiliated": "is:party_affiliated",
    ]
    for label in try Self.table("expected") where label["disposition"] == "ineligible" {
      let found = try world.application(label["application_id"] ?? "").screening
      let first = (label["reasons"] ?? "").split(separator: ";").first.map(String.init) ?? ""
      #expect(found?.reasons.first == codes[first], "\(label)")
    }
  }

  @Test func theStandardAssignmentIsTheSamplesAccepted() throws {
    let world = try Self.assigned.get()
    let accepted = Set(
      try Self.table("expected-reviews").filter { $0["accepted"] == "yes" }
        .compactMap { $0["review_id"] })
    var expected: [String: Set<String>] = [:]
    for row in try Self.table("reviews") where accepted.contains(row["review_id"] ?? "") {
      let key = World.key((row["reviewer"] ?? "").lowercased())
      expected[row["application_id"] ?? "", default: []].insert(key)
    }
    let found = world.assembly.applications.values.filter { !$0.reviewers.isEmpty }
      .map { ($0.id, Set($0.reviewers)) }
    #expect(Dictionary(uniqueKeysWithValues: found) == expected)
    // 33 applications by three are 99, and each of six has 16 or 17.
    let loads = Dictionary(grouping: found.flatMap(\.1), by: \.self).mapValues(\.count)
    #expect(loads.values.sorted() == [16, 16, 16, 17, 17, 17])
  }

  @Test func everyReviewIsTakenOrRefusedAsItsLabelSays() throws {
    var world = try Self.assigned.get()
    let rows = try Self.rows("reviews", form: "alliance-cso-review")
    let labels = try Self.table("expected-reviews")
    #expect(rows.count == 104)
    for (row, label) in zip(rows, labels) {
      #expect(row.id == label["review_id"])
      let refusal = try world.refusal(of: Self.review(row))
      let reason = refusal.map { refusal in
        ([refusal.code.rawValue] + [refusal.facts["relation"]].compactMap(\.self))
          .joined(separator: ":")
      }
      #expect((refusal == nil ? "yes" : "no") == label["accepted"], "\(row.id)")
      #expect(reason ?? "" == label["reason"], "\(row.id)")
      if refusal == nil { try world.record(Self.review(row)) }
    }
  }

  @Test func theShortlistIsTheExpectedOne() throws {
    var world = try Self.assigned.get()
    for row in try Self.rows("reviews", form: "alliance-cso-review") {
      let attempt = Self.review(row)
      if try world.refusal(of: attempt) == nil { try world.record(attempt) }
    }
    let labels = try Self.table("expected-shortlist")
    // The secretariat's list is the one beside the sample, not the one that the program computes.
    let ranking = labels.map { label -> JSON in
      var place: [String: JSON] = [
        "application": .string(label["application_id"] ?? ""),
        "score": .string(label["score_exact"] ?? ""), "selected": .bool(label["selected"] == "yes"),
      ]
      if let reason = label["reason"], !reason.isEmpty { place["reason"] = .string(reason) }
      return .object(place)
    }
    try world.record(
      Attempt.emptyShortlist().with(["ranking": .array(ranking)]).at("2025-02-14T08:00:00Z"))
    let selected = world.assembly.applications.values.filter(\.selected)
    #expect(selected.count == 14)
    #expect(selected.filter { world.assembly.value(of: "small", for: $0) == .yes }.count == 5)
  }
}
