// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

@Suite struct Entries {
  static let digest = JSON.string(String(repeating: "a", count: 64))

  /// One statement of every type.
  static let samples: [(Statement.Kind, [String: JSON])] = [
    (.ledgerFounded, Small.founding),
    (.officeAssigned, ["role": "witness", "key": Small.vkey("w1")]),
    (.keyEnrolled, ["key": Small.vkey("a1"), "application": "A-001"]),
    (.keyRevoked, ["key": "a1", "reason": "lost"]),
    (.relationDeclared, ["kind": "family", "from": "M01", "to": "A-001"]),
    (.memberSuspended, ["member": "M01", "ground": "x", "until": "2024-12-01T00:00:00Z"]),
    (
      .callOpened,
      [
        "call": "C1", "procedure": "admission", "opens": "2024-11-05T08:00:00Z",
        "closes": "2024-11-14T22:00:00Z",
      ]
    ),
    (.callExtended, ["call": "C1", "closes": "2024-11-15T22:00:00Z", "ground": "no power"]),
    (.callClosed, ["call": "C1", "counts": ["standing": 2, "late": 1]]),
    (
      .applicationSubmitted,
      [
        "call": "C1", "application": "A-001", "channel": "web", "name": ["uk": "Двір"],
        "facts": [:], "relations": [:], "commitments": [:],
      ]
    ),
    (.applicationWithdrawn, ["application": "A-001"]),
    (
      .applicationScreened,
      [
        "application": "A-001", "disposition": "incomplete", "tests": [:],
        "reasons": ["missing:edrpou", "sponsors:1_of_2"],
      ]
    ),
    (
      .applicationRepaired,
      ["application": "A-001", "facts": ["oblast": "UA-63"], "relations": [:]]
    ),
    (.diligenceFound, ["application": "A-001", "tier": "basic"]),
    (
      .reviewAssigned,
      ["call": "C1", "assignments": [["application": "A-001", "reviewers": ["r1"]]]]
    ),
    (
      .reviewSubmitted,
      ["review": "V-1", "application": "A-001", "scores": ["merit": 5], "commitments": [:]]
    ),
    (
      .shortlistPublished,
      ["call": "C1", "ranking": [["application": "A-001", "score": "80/1", "selected": true]]]
    ),
    (.objectionRaised, ["objection": "O1", "application": "A-001", "ground": "x"]),
    (.objectionAnswered, ["objection": "O1", "answer": "x"]),
    (.objectionWithdrawn, ["objection": "O1"]),
    (
      .voteOpened,
      [
        "vote": "V1", "call": "C1", "matter": "admission", "applications": ["A-001"],
        "opens": "2024-12-01T00:00:00Z", "closes": "2024-12-05T18:00:00Z", "electorate": [["M01"]],
      ]
    ),
    (.ballotCast, ["vote": "V1", "on": digest, "choices": ["A-001": "yes", "A-002": "no"]]),
    (
      .tallyPublished,
      [
        "vote": "V1",
        "results": [
          [
            "application": "A-001", "yes": 2, "no": 0, "abstain": 0, "electors": 3,
            "outcome": "carried",
          ]
        ],
      ]
    ),
    (.outcomeCertified, ["vote": "V1", "outcomes": ["A-001": "carried"]]),
    (.appealFiled, ["appeal": "P1", "application": "A-001", "ground": "x"]),
    (.appealRuled, ["appeal": "P1", "verdict": "remit", "ground": "x"]),
    (.representativeAppointed, ["application": "A-001", "representative": "person 1"]),
    (.documentSigned, ["application": "A-001", "document": "manifesto", "sha256": digest]),
    (.memberAdmitted, ["application": "A-001", "member": "M04", "rolls": ["small_members"]]),
    (.actRefused, ["statement": "{}", "signatures": [], "reason": "voting_over"]),
  ]

  @Test func everyTypeHasASample() {
    #expect(Set(Self.samples.map(\.0)) == Set(Statement.Kind.allCases))
  }

  @Test(arguments: Language.allCases, samples.indices)
  func everyTypeHasALine(language: Language, index: Int) throws {
    let statement = try Small.statement(Self.samples[index].0, Self.samples[index].1)
    let text = Summary(Words(language)).text(of: statement, signers: ["k"])
    #expect(!text.hasPrefix("entry.") && !text.contains("{"), "\(text)")
  }

  @Test func aBallotNamesThePartyAndCountsTheChoices() throws {
    let statement = try Small.statement(.ballotCast, Self.samples[21].1)
    let summary = Summary(Words(.en), of: try Small.founded())
    let received = try #require(Instant("2024-12-02T16:42:00Z"))
    #expect(
      summary.line(index: 42, received: received, statement: statement, signers: [Small.member(3)])
        == "42  2 December 2024, 18:42  M03 votes in V1: 1 yes, 1 no")
    #expect(
      Summary(Words(.uk), of: try Small.founded()).text(of: statement, signers: [Small.member(3)])
        == "M03 голосує в V1: 1 «за», 1 «проти»")
  }

  @Test func aStatementTurnedAwayIsNamed() throws {
    let inner = try Small.statement(.objectionRaised, Self.samples[17].1)
    let statement = try Small.statement(
      .actRefused,
      [
        "statement": .string(String(decoding: inner.bytes, as: UTF8.self)), "signatures": [],
        "reason": "objections_over",
      ])
    #expect(
      Summary(Words(.en)).text(of: statement, signers: [])
        == "the objection O1 is turned away: objections_over")
  }

  @Test func aKeyWithoutAPartyGoesWithoutTheLedgersName() throws {
    let summary = Summary(Words(.en), of: try Small.founded())
    #expect(summary.name(ofKey: Small.registrar) == "registrar")
    #expect(summary.name(ofKey: Small.member(1)) == "M01")
    #expect(summary.name(ofKey: "else/where") == "else/where")
  }

  @Test(arguments: [
    ("late", "it came after the call had closed"),
    ("missing:edrpou", "nothing is said about edrpou"),
    ("documents:manifesto", "documents lack manifesto"),
    ("sponsors:1_of_2", "sponsors: 1 of the 2 needed"),
    ("not:seasoned", "the condition seasoned does not hold"),
    ("cap_oblast", "there are as many of one oblast as may be"),
    ("kept_for_small", "the place is kept for small"), ("below_60", "the score is below 60"),
    ("no_place_left", "no place was left"), ("odd_code", "odd_code"),
  ])
  func reasonsAreInWords(code: String, expected: String) {
    #expect(Words(.en).reason(code) == expected)
  }
}
