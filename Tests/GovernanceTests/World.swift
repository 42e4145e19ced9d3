// SPDX-License-Identifier: Apache-2.0

import Authoring
import Governance
import TestSupport
import Testing

/// What somebody sets out to record; nobody signs it, since an act only names its signers.
struct Attempt: Sendable {
  var kind: Statement.Kind
  var fields: [String: JSON]
  /// Short names of keys: `m01`, `registrar`.
  var signers: [String]
  var at: String
  var ledger = World.origin
  /// The statement's number, when it is not the next one.
  var number: Int?
  /// The refused statement inside an `act.refused`.
  var inner: [Attempt] = []

  init(
    _ kind: Statement.Kind, _ fields: [String: JSON], by signers: [String], at: String
  ) {
    (self.kind, self.fields, self.signers, self.at) = (kind, fields, signers, at)
  }
}

/// The sample's alliance of sixteen members, told act by act.
struct World: Sendable {
  static let origin = "alliance.example.org/ledger"
  static let host = "alliance.example.org"
  static let steering = ["m01", "m03", "m04", "m05", "m06"]

  private(set) var assembly = Assembly(
    origin: Self.origin, sha256: sha256, md5: md5, seals: .pretended)
  private(set) var acts: [Act] = []

  static func key(_ name: String) -> String { name == "ledger" ? origin : "\(host)/\(name)" }
  static func vkey(_ name: String) -> JSON { .string("\(key(name))+00000000+\(key(name))") }

  /// The act that an attempt would be if it were the next.
  func act(_ attempt: Attempt) throws -> Act {
    let number = String(attempt.number ?? acts.count, radix: 16)
    let id = String(repeating: "0", count: 32 - number.count) + number
    let statement = try Statement(
      attempt.kind, ledger: attempt.ledger, id: id, attempt.fields)
    let inner = try attempt.inner.first.map { try act($0) }
    return Act(
      index: acts.count, received: try #require(Instant(attempt.at)), statement: statement,
      signers: attempt.signers.map(Self.key).sorted(),
      inner: inner.map { .init(statement: $0.statement, signers: $0.signers) })
  }

  /// What is said to an attempt; nothing when it is let in.
  func refusal(of attempt: Attempt) throws -> Refusal? {
    let act = try act(attempt)
    do throws(Refusal) { try assembly.admit(act) } catch { return error }
    return nil
  }

  mutating func record(_ attempt: Attempt) throws {
    let act = try act(attempt)
    do throws(Refusal) { try assembly.accept(act) } catch {
      Issue.record("\(attempt.kind.rawValue) at \(attempt.at): \(error)")
      throw error
    }
    acts.append(act)
  }

  mutating func record(
    _ kind: Statement.Kind, _ fields: [String: JSON], by signers: [String], at: String
  ) throws {
    try record(Attempt(kind, fields, by: signers, at: at))
  }

  /// The same world with one act more.
  func after(_ attempts: Attempt...) throws -> World {
    var world = self
    for attempt in attempts { try world.record(attempt) }
    return world
  }

  func application(_ id: String) throws -> Governance.Application {
    try #require(assembly.applications[id])
  }

  func call(_ id: String = "C1") throws -> Call { try #require(assembly.calls[id]) }
  func vote(_ id: String = "V1") throws -> Vote { try #require(assembly.votes[id]) }
}

// The founding, from the sample's file.
extension World {
  static let reviewers = [
    "r1": "M02", "r2": "M05", "r3": "M07", "r4": "M09", "r5": "M11", "r6": "M14",
  ]

  static let members = (1...16).map { $0 < 10 ? "m0\($0)" : "m\($0)" }
  static let founders = members + reviewers.keys.sorted() + ["registrar", "w1", "w2"]

  /// The fields of `ledger.founded`, by these statutes.
  static func founding(statutes: JSON? = nil) throws -> [String: JSON] {
    let offices = reviewers.sorted { $0.key < $1.key }.map {
      "  - {role: reviewer, key: keys/\($0.key).vkey, party: \($0.value)}"
    }
    let text = String(
      decoding: try Samples.bytes("Tests/Samples/open-call/founding.yaml"), as: UTF8.self)
    let yaml = text.replacing(
      "\n{OFFICES}\n", with: "\n\(offices.joined(separator: "\n"))\n")
    let file = try FoundingFile(try Samples.read(yaml))
    return try file.fields(
      statutes: try statutes ?? Samples.read(try Samples.policyText("alliance-cso")),
      calendar: try StrictYAML.read(try Samples.bytes("Policies/calendars/europe-kyiv.yaml"))
    ) { path in
      let name = path.dropFirst("keys/".count).dropLast(".vkey".count)
      return vkey(name == "log" ? "ledger" : String(name)).string ?? ""
    }
  }

  static func founded(statutes: JSON? = nil) throws -> World {
    var world = World()
    try world.record(Attempt.founding(try founding(statutes: statutes)))
    return world
  }
}

extension Attempt {
  /// Everybody signs whose key stands in it.
  static func founding(_ fields: [String: JSON]) -> Attempt {
    let holders = (fields["founders"]?.array ?? []) + (fields["offices"]?.array ?? [])
    let names = Set(holders.compactMap { $0["key"]?.string?.split(separator: "+").first })
    let short = names.map {
      $0.hasSuffix("/ledger") ? "ledger" : String($0.split(separator: "/")[1])
    }
    return Attempt(.ledgerFounded, fields, by: short.sorted(), at: "2024-10-21T08:00:00Z")
  }

  /// The sample's call: 30 days from 1 November, 9 o'clock in Kyiv.
  static func callOpened(_ changes: [String: JSON] = [:]) -> Attempt {
    let fields: [String: JSON] = [
      "call": "C1", "procedure": "admission", "opens": "2024-11-01T07:00:00Z",
      "closes": "2024-11-30T22:00:00Z",
    ]
    return Attempt(
      .callOpened, fields.merging(changes) { $1 }, by: ["registrar"] + World.steering,
      at: "2024-10-25T08:00:00Z")
  }

  /// An applicant that is eligible and small, unless its facts are changed; an empty one is not stated.
  static func submitted(
    _ id: String, edrpou: String, facts: [String: String] = [:], key: String? = nil,
    call: String = "C1", receivedAt: String = "2024-11-05T08:00:00Z", at: String? = nil,
    changes: [String: JSON] = [:]
  ) -> Attempt {
    var all = [
      "legal_form": "go", "edrpou": edrpou, "registered_on": "2019-01-01", "oblast": "UA-26",
      "budget_uah": "1000000", "paid_staff": "5", "party_affiliated": "no",
      "documents": "statute;manifesto;code_of_conduct;localisation_pledge", "sponsors": "M01;M03",
    ]
    all.merge(facts) { $1 }
    var fields: [String: JSON] = [
      "call": .string(call), "application": .string(id), "channel": "web",
      "name": ["uk": .string("Зразок \(id)")],
      "facts": .object(all.filter { !$0.value.isEmpty }.mapValues(JSON.string)), "relations": [:],
      "commitments": [:],
    ]
    if let key {
      fields["key"] = World.vkey(key)
    } else {
      fields["received_at"] = .string(receivedAt)
    }
    return Attempt(
      .applicationSubmitted, fields.merging(changes) { $1 }, by: [key ?? "registrar"],
      at: at ?? receivedAt)
  }

  static func withdrawn(_ id: String, at: String) -> Attempt {
    Attempt(
      .applicationWithdrawn, ["application": .string(id), "received_at": .string(at)],
      by: ["registrar"], at: at)
  }

  /// New facts of an application, attested by the registrar.
  static func repaired(_ id: String, _ facts: [String: JSON], at: String) -> Attempt {
    Attempt(
      .applicationRepaired,
      [
        "application": .string(id), "facts": .object(facts), "relations": [:],
        "received_at": .string(at),
      ], by: ["registrar"], at: at)
  }

  static func tier(_ id: String, _ tier: JSON = "standard", at: String) -> Attempt {
    Attempt(
      .diligenceFound, ["application": .string(id), "tier": tier], by: ["registrar"], at: at)
  }

  /// Five scores in the order of the rubric.
  static func review(
    _ id: String, of application: String, by reviewer: String, _ scores: [Int],
    at: String = "2024-12-05T08:00:00Z"
  ) -> Attempt {
    let criteria = ["motivation", "localisation", "presence", "capacity", "network"]
    let values = Dictionary(uniqueKeysWithValues: zip(criteria, scores.map(JSON.integer)))
    return Attempt(
      .reviewSubmitted,
      [
        "review": .string(id), "application": .string(application), "scores": .object(values),
        "commitments": [:],
      ], by: [reviewer], at: at)
  }

  static func objection(
    _ id: String, to application: String, by member: String, at: String = "2024-12-18T08:00:00Z"
  ) -> Attempt {
    Attempt(
      .objectionRaised,
      ["objection": .string(id), "application": .string(application), "ground": "Є сумнів."],
      by: [member], at: at)
  }

  static func answer(_ id: String, at: String) -> Attempt {
    Attempt(
      .objectionAnswered,
      ["objection": .string(id), "answer": "Пояснюємо.", "received_at": .string(at)],
      by: ["registrar"], at: at)
  }

  static func appeal(
    _ id: String, of application: String, at: String, receivedAt: String? = nil
  ) -> Attempt {
    Attempt(
      .appealFiled,
      [
        "appeal": .string(id), "application": .string(application), "ground": "Не згодні.",
        "received_at": .string(receivedAt ?? at),
      ], by: ["registrar"], at: at)
  }

  static func ruling(
    _ id: String, _ verdict: JSON, by judges: [String] = ["m10", "m11"], at: String
  ) -> Attempt {
    Attempt(
      .appealRuled, ["appeal": .string(id), "verdict": verdict, "ground": "Так вирішено."],
      by: judges, at: at)
  }

  static func relation(_ kind: JSON, from: JSON, to: JSON, by key: String, at: String) -> Attempt {
    Attempt(.relationDeclared, ["kind": kind, "from": from, "to": to], by: [key], at: at)
  }
}

// What the secretariat records, as the assembly computes it.
extension World {
  func closing(_ call: String = "C1", at: String = "2024-12-02T22:00:00Z") throws -> Attempt {
    let counts = assembly.doorCounts(of: try self.call(call)).mapValues(JSON.integer)
    return Attempt(
      .callClosed, ["call": .string(call), "counts": .object(counts)], by: ["registrar"], at: at)
  }

  func screening(_ id: String, at: String = "2024-12-03T08:00:00Z") throws -> Attempt {
    let received = try #require(Instant(at))
    let found = try #require(assembly.screening(of: try application(id), at: received))
    var fields: [String: JSON] = [
      "application": .string(id), "disposition": .string(found.disposition.rawValue),
      "tests": .object(found.tests.mapValues(JSON.string)),
      "reasons": .array(found.reasons.map(JSON.string)),
    ]
    if let related = found.related { fields["related"] = .string(related) }
    return Attempt(.applicationScreened, fields, by: ["registrar"], at: at)
  }

  func assignment(
    _ call: String = "C1", _ pairs: [ReviewAssigned.Assignment]? = nil,
    at: String = "2024-12-04T08:00:00Z"
  ) throws -> Attempt {
    let pool = assembly.awaitingReview(in: try self.call(call))
    let list = (pairs ?? assembly.standardAssignment(of: pool)).map { pair -> JSON in
      [
        "application": .string(pair.application),
        "reviewers": .array(pair.reviewers.map(JSON.string)),
      ]
    }
    return Attempt(
      .reviewAssigned, ["call": .string(call), "assignments": .array(list)], by: ["registrar"],
      at: at)
  }

  func shortlist(
    _ call: String = "C1", lot: String? = nil, at: String = "2024-12-17T08:00:00Z"
  ) throws -> Attempt {
    let received = try #require(Instant(at))
    let ranking = try assembly.ranking(of: try self.call(call), lot: lot, at: received)
    let places = ranking.map(\.place).map { place -> JSON in
      var fields: [String: JSON] = [
        "application": .string(place.application), "score": .string(place.score),
        "selected": .bool(place.selected),
      ]
      if !place.reason.isEmpty { fields["reason"] = .string(place.reason) }
      return .object(fields)
    }
    var fields: [String: JSON] = ["call": .string(call), "ranking": .array(places)]
    if let lot { fields["lot"] = .string(lot) }
    return Attempt(.shortlistPublished, fields, by: ["registrar"], at: at)
  }

  /// A vote that opens on 30 December and closes with the start of 4 January, five days with both.
  func opening(
    _ vote: JSON = "V1", on applications: [JSON], call: JSON = "C1",
    opens: JSON = "2024-12-30T07:00:00Z", closes: JSON = "2025-01-03T22:00:00Z",
    at: String = "2024-12-27T08:00:00Z"
  ) throws -> Attempt {
    let now = try #require(Instant(at))
    let plan = try? assembly.votingPlan(on: applications.compactMap(\.string), at: now)
    let groups = (plan?.electorate ?? []).map { JSON.array($0.map(JSON.string)) }
    return Attempt(
      .voteOpened,
      [
        "vote": vote, "call": call, "matter": "admission",
        "rule": .string(plan?.course.rule ?? "two_thirds"),
        "round": .integer(plan?.course.round ?? 1),
        "items": .array(applications), "opens": opens, "closes": closes,
        "electorate": .array(groups),
      ], by: ["registrar"], at: at)
  }

  func ballot(
    by member: String, _ choices: [String: JSON], in vote: String = "V1",
    at: String = "2024-12-30T08:00:00Z", sealedAt: String? = nil
  ) throws -> Attempt {
    var fields: [String: JSON] = [
      "vote": .string(vote), "on": .string(hexadecimal(try self.vote(vote).digest)),
      "choices": .object(choices),
    ]
    if let sealedAt { fields["sealed_at"] = .string(sealedAt) }
    return Attempt(.ballotCast, fields, by: [member], at: at)
  }

  func tally(_ vote: String = "V1", at: String = "2025-01-04T10:00:00Z") throws -> Attempt {
    let (results, excluded) = assembly.count(try self.vote(vote))
    return Attempt(
      .tallyPublished,
      [
        "vote": .string(vote), "results": .array(results.map(\.json)),
        "excluded": .array(excluded.map(\.json)),
      ], by: ["registrar"], at: at)
  }

  func certificate(_ vote: String = "V1", at: String = "2025-01-04T11:00:00Z") throws -> Attempt {
    let results = try #require(try self.vote(vote).results)
    let tellers = (assembly.offices["teller"] ?? []).map { String($0.split(separator: "/")[1]) }
    let outcomes = results.map { ($0.item, JSON.string($0.outcome.rawValue)) }
    return Attempt(
      .outcomeCertified,
      [
        "vote": .string(vote),
        "outcomes": .object(Dictionary(uniqueKeysWithValues: outcomes)),
      ], by: ["registrar"] + tellers, at: at)
  }
}
