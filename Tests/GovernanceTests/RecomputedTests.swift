// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// Whatever the secretariat records that can be computed is computed again: one field changed, one refusal.
@Suite struct Recomputed {
  @Test(arguments: closing + screening + assignment + shortlist + opening + tally + joining)
  func aClaimThatDiffersIsRefused(row: RefusalRow) throws {
    #expect(try row.found()?.code == row.code)
  }

  /// The same acts without a change are let in.
  @Test func aClaimThatAgreesIsNot() throws {
    let attempts: [(Stage, (World) throws -> Attempt)] = [
      (.received, { try $0.closing() }), (.closed, { try $0.screening("A-4") }),
      (.screened, { try $0.assignment() }), (.reviewed, { try $0.shortlist() }),
      (.shortlisted, { try $0.opening(on: ["A-1", "A-2"]) }), (.voted, { try $0.tally() }),
      (.tallied, { try $0.certificate() }), (.joining, { _ in .joining() }),
    ]
    for (stage, attempt) in attempts {
      let world = try stage.world
      #expect(try world.refusal(of: try attempt(world)) == nil, "\(stage)")
    }
  }

  /// One place of a field, by names of members and numbers of elements, set to another value.
  private static func changed(_ attempt: Attempt, _ path: String..., to value: JSON) -> Attempt {
    let tree = JSON.object(attempt.fields).replacing(at: path, with: value)
    return attempt.with(tree.object ?? [:])
  }

  /// Two elements of a list in each other's place.
  private static func swapped(_ attempt: Attempt, _ field: String, _ a: Int, _ b: Int) -> Attempt {
    var elements = attempt.fields[field]?.array ?? []
    elements.swapAt(a, b)
    return attempt.with([field: .array(elements)])
  }
}

// The call's closing and its screenings.
extension Recomputed {
  /// One came late and six stand; nobody was early, superseded or withdrawn.
  static let closing: [RefusalRow] =
    [
      ("early", 1), ("late", 0), ("superseded", 1), ("withdrawn", 1), ("standing", 7),
    ].map { name, count in
      .init(.wrongCounts, at: .received, "\(name): \(count)") { world in
        changed(try world.closing(), "counts", name, to: .integer(count))
      }
    } + [
      .init(.wrongCounts, at: .received, "a sixth count") { world in
        changed(try world.closing(), "counts", "lost", to: 0)
      }
    ]

  static let screening: [RefusalRow] = [
    .init(.wrongScreening, at: .closed, "incomplete is called ineligible") { world in
      changed(try world.screening("A-4"), "disposition", to: "ineligible")
    },
    .init(.wrongScreening, at: .closed, "late is called eligible") { world in
      changed(try world.screening("A-6"), "disposition", to: "eligible").with(["reasons": []])
    },
    .init(.wrongScreening, at: .closed, "unknown is called true") { world in
      changed(try world.screening("A-4"), "tests", "complete", to: "true")
    },
    .init(.wrongScreening, at: .closed, "a test of another name") { world in
      changed(try world.screening("A-1"), "tests", "small", to: "true")
    },
    .init(.wrongScreening, at: .closed, "a test is left out") { world in
      try world.screening("A-1").with(["tests": ["eligible": "true"]])
    },
    .init(.wrongScreening, at: .closed, "a reason that is none") { world in
      try world.screening("A-1").with(["reasons": ["grace"]])
    },
    .init(.wrongScreening, at: .closed, "another reason") { world in
      try world.screening("A-4").with(["reasons": ["invalid:budget_uah"]])
    },
    .init(.wrongScreening, at: .closed, "it follows nobody") { world in
      try world.screening("A-1").with(["related": "A-2"])
    },
    .init(.wrongScreening, at: .called, "it does follow the early one") { world in
      world = try world.after(
        .submitted("A-8", edrpou: "99000146", receivedAt: "2024-10-30T08:00:00Z"),
        .submitted("A-9", edrpou: "99000146"))
      world = try world.after(try world.closing())
      return try world.screening("A-9").with(["related": Attempt.nothing])
    },
    .init(.wrongScreening, at: .called, "reasons in another order") { world in
      world = try world.after(
        .submitted("A-8", edrpou: "99000146", facts: ["budget_uah": "", "paid_staff": ""]))
      world = try world.after(try world.closing())
      return swapped(try world.screening("A-8"), "reasons", 0, 1)
    },
  ]
}

// Assignment and shortlist.
extension Recomputed {
  static let assignment: [RefusalRow] = [
    .init(.recused, at: .screened, "a reviewer whose member employs the applicant") { world in
      world = try world.after(
        .relation("employs", from: "M02", to: "A-1", by: "m02", at: "2024-12-03T10:00:00Z"))
      return try world.assignment("C1", [.of("A-1", to: ["r1", "r2", "r3"])])
    },
    .init(.unequalLoad, at: .screened, "one has two reviews and one has none") { world in
      try world.assignment(
        "C1", [.of("A-1", to: ["r1", "r2", "r3"]), .of("A-2", to: ["r1", "r4", "r5"])])
    },
    .init(.wrongAssignment, at: .screened, "two are too few") { world in
      try world.assignment("C1", [.of("A-1", to: ["r1", "r2"])])
    },
    .init(.wrongAssignment, at: .screened, "four are too many") { world in
      try world.assignment("C1", [.of("A-1", to: ["r1", "r2", "r3", "r4"])])
    },
  ]

  /// A-1, A-2 and A-3 selected with 100, 80 and 60 points, A-7 not with 20.
  static let shortlist: [RefusalRow] = [
    .init(.wrongShortlist, at: .reviewed, "two in each other's place") { world in
      swapped(try world.shortlist(), "ranking", 0, 1)
    },
    .init(.wrongShortlist, at: .reviewed, "a third of a point more") { world in
      changed(try world.shortlist(), "ranking", "1", "score", to: "241/3")
    },
    .init(.wrongShortlist, at: .reviewed, "a score not in lowest terms") { world in
      changed(try world.shortlist(), "ranking", "1", "score", to: "160/2")
    },
    .init(.wrongShortlist, at: .reviewed, "another reason") { world in
      changed(try world.shortlist(), "ranking", "3", "reason", to: "below_60")
    },
    .init(.wrongShortlist, at: .reviewed, "a reason for one that was selected") { world in
      changed(try world.shortlist(), "ranking", "0", "reason", to: "no_place_left")
    },
    .init(.wrongShortlist, at: .reviewed, "one more is selected") { world in
      changed(try world.shortlist(), "ranking", "3", "selected", to: true)
    },
    .init(.wrongShortlist, at: .reviewed, "one fewer is selected") { world in
      changed(try world.shortlist(), "ranking", "2", "selected", to: false)
    },
    .init(.wrongShortlist, at: .reviewed, "one that was not reviewed") { world in
      changed(try world.shortlist(), "ranking", "3", "application", to: "A-5")
    },
  ]
}

// Votes.
extension Recomputed {
  static let opening: [RefusalRow] = [
    .init(.wrongWindow, at: .founded, "a call a second longer") { _ in
      .callOpened(["closes": "2024-11-30T22:00:01Z"])
    },
    .init(.wrongWindow, at: .shortlisted, "a vote a second shorter") { world in
      try world.opening(on: ["A-1"], closes: "2025-01-03T21:59:59Z")
    },
    .init(.wrongElectorate, at: .shortlisted, "two in each other's place") { world in
      swapped(try world.opening(on: ["A-1"]), "electorate", 0, 1)
    },
    .init(.wrongElectorate, at: .shortlisted, "two with one vote who are no family") { world in
      changed(try world.opening(on: ["A-1"]), "electorate", "0", to: ["M01", "M02"])
    },
    .init(.wrongElectorate, at: .shortlisted, "one in a member's place") { world in
      changed(try world.opening(on: ["A-1"]), "electorate", "15", to: ["M17"])
    },
    .init(.noticeTooShort, at: .shortlisted, "two days of notice instead of three") { world in
      try world.opening(
        on: ["A-1"], opens: "2024-12-28T22:00:00Z", closes: "2025-01-02T22:00:00Z")
    },
  ]

  /// A-1: 12 yes of 16, carried; A-2: 12 no, lost; A-3: 7 yes, inquorate.
  static let tally: [RefusalRow] =
    [
      (["0", "counts", "yes"], 13), (["0", "counts", "no"], 1), (["0", "counts", "abstain"], 1),
      (["0", "electors"], 15), (["0", "ballots"], 13), (["1", "counts", "no"], 11),
      (["2", "counts", "yes"], 8),
    ].map { path, count in
      .init(.wrongTally, at: .voted, "\(path.joined(separator: ".")): \(count)") { world in
        let attempt = try world.tally()
        let results = attempt.fields["results"]?.replacing(at: path, with: .integer(count))
        return attempt.with(["results": results ?? []])
      }
    } + [
      .init(.wrongTally, at: .voted, "lost is called carried") { world in
        changed(try world.tally(), "results", "1", "outcome", to: "carried")
      },
      .init(.wrongTally, at: .voted, "inquorate is called carried") { world in
        changed(try world.tally(), "results", "2", "outcome", to: "carried")
      },
      .init(.wrongTally, at: .voted, "two in each other's place") { world in
        swapped(try world.tally(), "results", 0, 1)
      },
      .init(.wrongOutcome, at: .tallied, "lost is certified as carried") { world in
        changed(try world.certificate(), "outcomes", "A-2", to: "carried")
      },
      .init(.wrongOutcome, at: .tallied, "carried is certified as inquorate") { world in
        changed(try world.certificate(), "outcomes", "A-1", to: "inquorate")
      },
      .init(.wrongOutcome, at: .tallied, "one is left out") { world in
        try world.certificate().with(["outcomes": ["A-1": "carried", "A-2": "lost"]])
      },
    ]

  /// A-1 is small, and not of the front.
  static let joining: [RefusalRow] = [
    .init(.wrongRolls, at: .joining, "of no class") { _ in .joining(rolls: []) },
    .init(.wrongRolls, at: .joining, "of the front as well") { _ in
      .joining(rolls: ["frontline_members", "small_members"])
    },
    .init(.wrongRolls, at: .joining, "of the front instead") { _ in
      .joining(rolls: ["frontline_members"])
    },
    .init(.wrongRefusal, at: .opened, "the ballot was on another text, not too early") { world in
      let ballot = try world.ballot(by: "m01", ["A-1": "yes"], at: "2024-12-28T08:00:00Z")
        .with(["on": .string(String(repeating: "0", count: 64))])
      return try ballot.turnedAway("not_open_yet", in: world)
    },
    .init(.wrongRefusal, at: .opened, "a reason that there is not") { world in
      try world.ballot(by: "m01", ["A-1": "yes"], at: "2024-12-28T08:00:00Z")
        .turnedAway("too_clever", in: world)
    },
  ]
}
