// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// How far a small call of seven applications has come; each stage adds to the one before it.
enum Stage: String, CaseIterable, Sendable {
  case empty, founded, called, received, closed, screened, assigned, reviewed, shortlisted, opened
  case voted, tallied, decided, joining, joined

  /// The world at this stage.
  var world: World { get throws { try #require(try Self.worlds.get()[self]) } }

  private static let worlds = Result<[Stage: World], any Error> {
    var worlds: [Stage: World] = [:]
    var world = World()
    for stage in Stage.allCases {
      try stage.add(to: &world, founding: try World.founding())
      worlds[stage] = world
    }
    return worlds
  }

  /// The same stage of a coalition that was founded otherwise.
  func world(foundedBy founding: [String: JSON]) throws -> World {
    var world = World()
    for stage in Stage.allCases {
      try stage.add(to: &world, founding: founding)
      if stage == self { break }
    }
    return world
  }

  private func add(to world: inout World, founding: [String: JSON]) throws {
    switch self {
    case .empty: break
    case .founded: try world.record(.founding(founding))
    case .called: try world.record(.callOpened())
    case .received: try Self.receive(&world)
    case .closed: try world.record(try world.closing())
    case .screened: try Self.screen(&world)
    case .assigned: try world.record(try world.assignment())
    case .reviewed: try Self.review(&world)
    case .shortlisted: try world.record(try world.shortlist())
    case .opened: try world.record(try world.opening(on: ["A-1", "A-2", "A-3"]))
    case .voted: try Self.vote(&world)
    case .tallied: try world.record(try world.tally())
    case .decided: try world.record(try world.certificate())
    case .joining: try Self.prepareToJoin(&world)
    case .joined: try world.record(.joining())
    }
  }

  /// A-1 signs for itself; A-4 says nothing of its budget, A-5 is a company, A-6 comes too late.
  private static func receive(_ world: inout World) throws {
    try world.record(.submitted("A-1", edrpou: "99000146", key: "a1"))
    try world.record(.submitted("A-2", edrpou: "99000293", facts: ["oblast": "UA-23"]))
    try world.record(.submitted("A-3", edrpou: "99000423", facts: ["oblast": "UA-30"]))
    try world.record(
      .submitted("A-4", edrpou: "99000436", facts: ["budget_uah": ""], key: "a4"))
    try world.record(.submitted("A-5", edrpou: "99000264", facts: ["legal_form": "llc"]))
    try world.record(.submitted("A-7", edrpou: "99000123", facts: ["oblast": "UA-46"]))
    try world.record(
      .submitted("A-6", edrpou: "99000092", receivedAt: "2024-11-30T22:00:00Z"))
  }

  private static func screen(_ world: inout World) throws {
    for number in 1...7 { try world.record(try world.screening("A-\(number)")) }
    for number in [1, 2, 3, 7] {
      try world.record(.tier("A-\(number)", at: "2024-12-03T09:00:00Z"))
    }
  }

  /// In order of receipt three each: to the first three, A-2 and A-7 to the others.
  private static func review(_ world: inout World) throws {
    let first = [("A-1", 5), ("A-3", 3)]
    let second = [("A-2", 4), ("A-7", 1)]
    for (panel, pairs) in [(["r1", "r2", "r3"], first), (["r4", "r5", "r6"], second)] {
      for (application, points) in pairs {
        for reviewer in panel {
          try world.record(
            .review(
              "V-\(application)-\(reviewer)", of: application, by: reviewer,
              [Int](repeating: points, count: 5)))
        }
      }
    }
  }

  /// A-1 is carried by twelve, A-2 lost against twelve; seven of sixteen are no quorum for A-3.
  private static func vote(_ world: inout World) throws {
    for (index, member) in World.members.prefix(12).enumerated() {
      var choices: [String: JSON] = ["A-1": "yes", "A-2": "no"]
      if index < 7 { choices["A-3"] = "yes" }
      try world.record(try world.ballot(by: member, choices))
    }
  }

  private static func prepareToJoin(_ world: inout World) throws {
    try world.record(.enrolling())
    try world.record(.representative())
    try world.record(.document())
  }
}

// How A-1 joins.
extension Attempt {
  static func enrolling(
    _ holder: [String: JSON] = ["application": "A-1"], key: String = "a1",
    at: String = "2025-01-10T08:00:00Z"
  ) -> Attempt {
    Attempt(
      .keyEnrolled, holder.merging(["key": World.vkey(key)]) { $1 },
      by: ["registrar", key, "m01"], at: at)
  }

  static func representative(at: String = "2025-01-10T09:00:00Z") -> Attempt {
    Attempt(
      .representativeAppointed,
      ["application": "A-1", "representative": "представниця 1"], by: ["a1"], at: at)
  }

  static func document(at: String = "2025-01-10T09:00:00Z") -> Attempt {
    Attempt(
      .documentSigned,
      [
        "application": "A-1", "document": "manifesto",
        "sha256": .string(String(repeating: "ab", count: 32)),
      ], by: ["a1"], at: at)
  }

  /// By its facts A-1 is small, and its oblast is not at the front.
  static func joining(
    as member: JSON = "M17", rolls: JSON = ["small_members"], at: String = "2025-01-11T08:00:00Z"
  ) -> Attempt {
    Attempt(
      .memberAdmitted, ["application": "A-1", "member": member, "rolls": rolls],
      by: ["registrar", "m03"], at: at)
  }
}

@Suite struct ASmallCall {
  @Test(arguments: Stage.allCases)
  func comesToEveryStage(stage: Stage) throws { _ = try stage.world }

  /// Weights add up to 100, so five equal scores of s out of 5 are 20 s points.
  @Test func itsShortlistIsTheOneCountedByHand() throws {
    let places = try Stage.shortlisted.world.call().shortlist
    #expect(
      places == [
        .init(application: "A-1", score: "100/1", selected: true, reason: ""),
        .init(application: "A-2", score: "80/1", selected: true, reason: ""),
        .init(application: "A-3", score: "60/1", selected: true, reason: ""),
        .init(application: "A-7", score: "20/1", selected: false, reason: "criterion_minimum"),
      ])
  }

  @Test func itsMomentsAreThoseOfTheCalendar() throws {
    let world = try Stage.decided.world
    // 30 days from 1 November, and two days of grace.
    #expect(try world.call().graceEnds.text == "2024-12-02T22:00:00Z")
    // Ten working days from Tuesday 3 December.
    #expect(try world.application("A-4").repairCloses?.text == "2024-12-16T22:00:00Z")
    // Twenty working days from Wednesday 4 December: 3 + 5 + 5 + 5 + 2, so to the end of the year.
    #expect(try world.application("A-1").reviewCloses?.text == "2024-12-31T22:00:00Z")
    // Ten days from 17 December.
    #expect(try world.call().objectionsClose?.text == "2024-12-26T22:00:00Z")
    #expect(try world.vote().graceEnds.text == "2025-01-04T10:00:00Z")
    // Sixty days from 4 January: 28 in January, 28 in February, four in March.
    #expect(
      world.assembly.onboardingCloses(try world.application("A-1"))?.text
        == "2025-03-04T22:00:00Z")
  }
}
