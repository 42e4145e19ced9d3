// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

@Suite struct Entries {
  static let digest = JSON.string(String(repeating: "a", count: 64))

  /// One statement of every type.
  static let samples = foundation + calls + proposals + votes + elections + bodies + deeds

  private static let foundation: [(Statement.Kind, [String: JSON])] = [
    (.ledgerFounded, Small.founding),
    (.officeAssigned, ["role": "witness", "key": Small.vkey("w1")]),
    (.keyEnrolled, ["key": Small.vkey("a1"), "application": "A-001"]),
    (.keyRevoked, ["key": "a1", "reason": "lost"]),
    (.relationDeclared, ["kind": "family", "from": "M01", "to": "A-001"]),
    (.secretariatHandedOver, ["key": Small.vkey("new")]),
    (.keyRotated, ["key": "a1", "to": Small.vkey("a2")]),
    (.memberReinstated, ["member": "M01", "ground": "x"]), (.memberResigned, ["member": "M01"]),
  ]

  private static let calls: [(Statement.Kind, [String: JSON])] = [
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
    (.appealFiled, ["appeal": "P1", "application": "A-001", "ground": "x"]),
    (.appealRuled, ["appeal": "P1", "verdict": "remit", "ground": "x"]),
    (.representativeAppointed, ["application": "A-001", "representative": "person 1"]),
    (.documentSigned, ["application": "A-001", "document": "manifesto", "sha256": digest]),
    (.memberAdmitted, ["application": "A-001", "member": "M04", "rolls": ["small_members"]]),
    (.actRefused, ["statement": "{}", "signatures": [], "reason": "voting_over"]),
  ]

  private static let title: JSON = ["uk": "Позиція", "en": "Position"]
  private static let texts: JSON = ["uk": digest]

  private static let proposals: [(Statement.Kind, [String: JSON])] = [
    (
      .proposalSubmitted,
      ["proposal": "P1", "matter": "position", "title": title, "texts": texts, "papers": [:]]
    ),
    (.proposalSeconded, ["proposal": "P1"]), (.proposalWithdrawn, ["proposal": "P1"]),
    (
      .amendmentProposed,
      ["amendment": "D1", "proposal": "P1", "title": title, "texts": texts]
    ),
    (.amendmentAccepted, ["amendment": "D1"]), (.amendmentWithdrawn, ["amendment": "D1"]),
    (.textFrozen, ["proposal": "P1", "texts": texts]),
    (.textRevised, ["proposal": "P1", "texts": texts]),
    (.hearingHeld, ["proposal": "P1", "attended": true]),
    (.escalationRequested, ["proposal": "P1"]),
  ]

  private static let votes: [(Statement.Kind, [String: JSON])] = [
    (
      .voteOpened,
      [
        "vote": "V1", "call": "C1", "matter": "admission", "rule": "majority", "round": 1,
        "items": ["A-001"], "opens": "2024-12-01T00:00:00Z", "closes": "2024-12-05T18:00:00Z",
        "electorate": [["M01"]],
      ]
    ),
    (.voteExtended, ["vote": "V1", "closes": "2024-12-06T18:00:00Z", "ground": "x"]),
    (.ballotCast, ["vote": "V1", "on": digest, "choices": ["A-001": "yes", "A-002": "no"]]),
    (.ballotRevoked, ["vote": "V1"]), (.voterNamed, ["voter": "M01", "parties": ["M01", "M02"]]),
    (.proxyGiven, ["vote": "V1", "to": "M02"]),
    (.conflictDeclared, ["vote": "V1", "item": "A-001"]),
    (
      .blockTested,
      ["vote": "V1", "item": "P1", "party": "M01", "verdict": "set_aside", "ground": "x"]
    ),
    (.sealOpened, ["vote": "V1", "identity": "AGE-SECRET-KEY-1X"]),
    (
      .tallyPublished,
      [
        "vote": "V1", "excluded": [],
        "results": [
          [
            "item": "A-001", "electors": 3, "ballots": 2, "counts": ["yes": 2, "no": 0],
            "blocs": [:], "outcome": "carried",
          ]
        ],
      ]
    ),
    (.voteChallenged, ["challenge": "H1", "vote": "V1", "ground": "x"]),
    (.challengeRuled, ["challenge": "H1", "verdict": "dismissed", "ground": "x"]),
    (.outcomeCertified, ["vote": "V1", "outcomes": ["A-001": "carried"]]),
  ]

  private static let elections: [(Statement.Kind, [String: JSON])] = [
    (
      .electionCalled,
      [
        "election": "E1", "matter": "election", "places": ["small_seat": 3, "open_seat": 4],
        "nominations_close": "2024-12-01T22:00:00Z", "terms_from": "2024-12-31T22:00:00Z",
      ]
    ),
    (
      .nominationMade,
      [
        "nomination": "N1", "election": "E1", "seat": "small_seat", "party": "M01",
        "nominee": "k", "label": "Olena", "facts": [:],
      ]
    ),
    (.nominationAccepted, ["nomination": "N1"]), (.nominationWithdrawn, ["nomination": "N1"]),
    (.seatVacated, ["seat": "small_seat", "party": "M01", "ground": "x"]),
    (
      .seatFilled,
      [
        "seat": "small_seat", "party": "M02", "until": "2025-06-30T21:00:00Z", "vote": "V1",
        "stages": [],
      ]
    ),
  ]

  private static let bodies: [(Statement.Kind, [String: JSON])] = [
    (.partyUpdated, ["party": "M01", "facts": ["budget": "2", "oblast": "UA-63"]]),
    (.partyMerged, ["party": "M01", "into": "M02", "sha256": digest]),
    (
      .meetingHeld,
      [
        "meeting": "MT-1", "body": "board", "held": "2024-12-01T08:00:00Z",
        "present": ["M01", "M02"],
      ]
    ),
    (.seatNamed, ["seat": "guest", "party": "M01", "until": "2025-06-30T21:00:00Z"]),
    (.alternateNamed, ["seat": "guest", "party": "M01", "alternate": "M02"]),
    (
      .chairRotated,
      ["body": "board", "chairs": ["M01"], "from": "2024-12-31T22:00:00Z"]
    ),
    (.chairDeclined, ["body": "board"]),
    (.mandateRecused, ["mandate": "N1", "occasion": "meeting"]),
    (.mandateInstructed, ["mandate": "N1", "proposal": "P1"]),
    (
      .lotAnnounced,
      [
        "lot": "L1", "title": "Who goes", "among": ["a", "b", "c"], "places": 2,
        "sources": ["A lottery"], "draws": "2024-12-31T22:00:00Z",
      ]
    ),
    (.lotDrawn, ["lot": "L1", "values": [[9, 18]], "drawn": ["b", "a"]]),
  ]

  private static let deeds: [(Statement.Kind, [String: JSON])] = [
    (
      .statutesAdopted,
      ["proposal": "P1", "statutes": ["version": "2"], "effective": "2025-01-01T00:00:00Z"]
    ),
    (
      .mandateGranted,
      [
        "mandate": "N1", "proposal": "P1", "holder": "M01", "scope": "x",
        "until": "2025-01-01T00:00:00Z", "occasions": [],
      ]
    ),
    (.mandateReported, ["mandate": "N1", "occasion": "meeting", "sha256": digest]),
    (.mandateEnded, ["mandate": "N1", "ground": "x"]),
    (
      .statementIssued,
      ["statement": "T1", "texts": texts, "proposal": "P1", "channel": "the website"]
    ),
    (.statementDisavowed, ["sha256": digest, "ground": "x"]),
    (
      .agreementSigned,
      [
        "agreement": "G1", "proposal": "P1", "sha256": digest, "with": ["A ministry"],
        "parties": ["M01"], "obligations": [],
      ]
    ),
    (.agreementEnded, ["agreement": "G1", "ground": "x"]),
    (
      .actionAssigned,
      [
        "action": "J1", "proposal": "P1", "owner": "M01", "due": "2025-01-01T00:00:00Z",
        "text": "x",
      ]
    ),
    (.actionUpdated, ["action": "J1", "state": "done", "note": "x"]),
    (
      .externalRecorded,
      [
        "decision": "E1", "body": "A council", "decided": "2025-01-01T00:00:00Z", "title": title,
        "sha256": digest, "mandate": "N1",
      ]
    ),
    (
      .documentRegistered,
      ["sha256": digest, "kind": "minutes", "language": "uk", "title": title]
    ),
    (.complaintFiled, ["complaint": "K1", "receipt": "x", "ground": "x"]),
    (.complaintAnswered, ["complaint": "K1", "answer": "x"]),
  ]

  private static func sample(_ kind: Statement.Kind) throws -> [String: JSON] {
    try #require(samples.first { $0.0 == kind }).1
  }

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
    let statement = try Small.statement(.ballotCast, try Self.sample(.ballotCast))
    let summary = Summary(Words(.en), of: try Small.founded())
    let received = try #require(Instant("2024-12-02T16:42:00Z"))
    #expect(
      summary.line(index: 42, received: received, statement: statement, signers: [Small.member(3)])
        == "42  2 December 2024, 18:42  M03 votes in V1: 1 yes, 1 no")
    #expect(
      Summary(Words(.uk), of: try Small.founded()).text(of: statement, signers: [Small.member(3)])
        == "M03 голосує в V1: 1 «за», 1 «проти»")
  }

  /// A message beside the plain one: what the sample lacks and has, and what it says.
  struct Variant: Sendable {
    let kind: Statement.Kind
    var without: [String] = []
    let with: [String: JSON]
    let english: String
    let ukrainian: String
  }

  static let variants: [Variant] = [
    Variant(
      kind: .ballotCast, with: ["choices": ["P1": "block"]], english: "M03 votes in V1: block",
      ukrainian: "M03 голосує в V1: блок"),
    Variant(
      kind: .ballotCast, with: ["choices": ["P1": ["a", "b"]]],
      english: "M03 votes in V1: approval of a and b",
      ukrainian: "M03 голосує в V1: схвалення: a і b"),
    Variant(
      kind: .ballotCast, with: ["choices": ["P1": "block", "P2": "stand_aside", "P3": []]],
      english: "M03 votes in V1: 1 stand aside, 1 block, 1 approval ballot",
      ukrainian: "M03 голосує в V1: 1 «осторонь», 1 блок, 1 бюлетень схвалення"),
    // Nothing but that it was cast.
    Variant(
      kind: .ballotCast, without: ["choices"], with: ["sealed": "QQ=="],
      english: "M03 casts a sealed ballot in V1", ukrainian: "M03 подає закритий бюлетень у V1"),
    Variant(
      kind: .voteOpened, without: ["call"], with: ["items": ["P1"], "round": 2],
      english: "the vote V1 is set on P1, by majority, round 2, until 5 December 2024, 20:00",
      ukrainian:
        "призначено голосування V1: P1, за правилом majority, спроба 2, до 5 грудня 2024, 20:00"),
    Variant(
      kind: .proposalSubmitted, with: ["about": "M01", "matter": "statutes"],
      english: "M03 proposes P1 (the statutes, about M01): Position",
      ukrainian: "M03 подає пропозицію P1 (зміна правил, щодо M01): Позиція"),
    Variant(
      kind: .hearingHeld, with: ["attended": false],
      english: "the hearing on P1: the organisation concerned did not come",
      ukrainian: "слухання щодо P1: організація не з'явилася"),
    Variant(
      kind: .keyRevoked, with: ["from": "2024-11-30T22:00:00Z"],
      english: "the key a1 is revoked as of 1 December 2024, 00:00: lost",
      ukrainian: "ключ a1 відкликано від 1 грудня 2024, 00:00: втрачено"),
    Variant(
      kind: .keyEnrolled, without: ["application"], with: ["party": "M01", "alternate": true],
      english: "the key a1 is registered for M01, as its alternate's",
      ukrainian: "ключ a1 зареєстровано для M01, як ключ заступника"),
    Variant(
      kind: .secretariatHandedOver, with: ["log_key": Small.vkey(Small.origin)],
      english: "the secretariat is handed over to new, with a new key of the log",
      ukrainian: "секретаріат передано: new, разом із новим ключем журналу"),
    Variant(
      kind: .electionCalled, with: [:],
      english: """
        the election E1 is called for open_seat 4, small_seat 3; nominations until \
        2 December 2024, 00:00, terms from 1 January 2025, 00:00
        """,
      ukrainian: """
        призначено вибори E1: open_seat 4, small_seat 3; висувати до 2 грудня 2024, 00:00, \
        повноваження від 1 січня 2025, 00:00
        """),
    Variant(
      kind: .voteOpened, without: ["call"],
      with: ["items": ["small_seat"], "election": "E1", "candidates": ["small_seat": ["N1"]]],
      english: """
        the vote V1 is set on small_seat in the election E1, until 5 December 2024, 20:00
        """,
      ukrainian: "призначено голосування V1 на виборах E1: small_seat, до 5 грудня 2024, 20:00"),
    Variant(
      kind: .tallyPublished,
      with: [
        "results": [
          [
            "item": "small_seat", "electors": 3, "ballots": 2, "counts": ["N1": 2, "N2": 1],
            "blocs": [:], "outcome": "carried", "elected": ["N1", "N2"], "stages": [],
          ],
          [
            "item": "open_seat", "electors": 3, "ballots": 0, "counts": ["N3": 0], "blocs": [:],
            "outcome": "lost", "elected": [], "stages": [],
          ],
        ]
      ],
      english: "the tally of V1 is published: small_seat: N1, N2; open_seat: nobody",
      ukrainian: "опубліковано підсумок V1: small_seat: N1, N2; open_seat: нікого"),
    Variant(
      kind: .outcomeCertified,
      with: [
        "outcomes": ["small_seat": "carried"],
        "terms": [
          [
            "seat": "small_seat", "party": "M01", "from": "2024-12-31T22:00:00Z",
            "until": "2025-12-31T22:00:00Z",
          ]
        ],
      ],
      english: "the outcome of V1 is certified: 1 term begins 1 January 2025, 00:00",
      ukrainian: "засвідчено результат V1: повноваження на 1 місце від 1 січня 2025, 00:00"),
    Variant(
      kind: .seatFilled, with: [:],
      english: "M02 takes the vacant small_seat until 30 June 2025, 23:00, by the count of V1",
      ukrainian:
        "звільнене місце small_seat посідає M02 до 30 червня 2025, 23:00, за підрахунком V1"),
    Variant(
      kind: .seatVacated, with: ["meetings": ["MT-1", "MT-2"]],
      english: "M01 loses its small_seat: it missed MT-1 and MT-2. The ground: x",
      ukrainian: "M01 втрачає місце, small_seat: пропущено MT-1 і MT-2. Підстава: x"),
    Variant(
      kind: .chairRotated, with: [:], english: "M01 chairs board from 1 January 2025, 00:00",
      ukrainian: "від 1 січня 2025, 00:00 у board головує M01"),
    Variant(
      kind: .chairRotated, with: ["chairs": ["M01", "M02"]],
      english: "M01 and M02 chair board from 1 January 2025, 00:00",
      ukrainian: "від 1 січня 2025, 00:00 у board головують M01 і M02"),
    Variant(
      kind: .mandateGranted, without: ["proposal"], with: ["vote": "V1"],
      english: "M01, elected by V1, is given the mandate N1 until 1 January 2025, 02:00: x",
      ukrainian: "M01 за результатом V1 дістає мандат N1 до 1 січня 2025, 02:00: x"),
    Variant(
      kind: .mandateGranted, without: ["proposal"], with: ["vote": "V1", "alternate": "M02"],
      english: """
        M01, elected by V1, is given the mandate N1 until 1 January 2025, 02:00, with M02 as its \
        alternate: x
        """,
      ukrainian:
        "M01 за результатом V1 дістає мандат N1 до 1 січня 2025, 02:00, заступає M02: x"),
    Variant(
      kind: .mandateGranted, with: ["alternate": "M02"],
      english: """
        M01 is given the mandate N1 by P1 until 1 January 2025, 02:00, with M02 as its \
        alternate: x
        """,
      ukrainian: "M01 за P1 дістає мандат N1 до 1 січня 2025, 02:00, заступає M02: x"),
    Variant(
      kind: .appealFiled, without: ["application"], with: ["proposal": "P1"],
      english: "M03 appeals against P1 (P1)", ukrainian: "M03 подає скаргу на P1 (P1)"),
  ]

  @Test(arguments: variants)
  func someTypesHaveSeveralMessages(variant: Variant) throws {
    let fields = try Self.sample(variant.kind).merging(variant.with) { $1 }
      .filter { !variant.without.contains($0.key) }
    let statement = try Small.statement(variant.kind, fields)
    let founded = try Small.founded()
    for (language, expected) in [(Language.en, variant.english), (.uk, variant.ukrainian)] {
      let summary = Summary(Words(language), of: founded)
      #expect(summary.text(of: statement, signers: [Small.member(3)]) == expected)
    }
  }

  @Test func whatSomebodyWroteIsCutShort() throws {
    let long = JSON.string(String(repeating: "х", count: 4_000 / 2))
    let statement = try Small.statement(.complaintAnswered, ["complaint": "K1", "answer": long])
    #expect(Summary(Words(.en)).text(of: statement, signers: []).count < 150)
  }

  /// Whoever is turned away is named, so each such type has its word.
  @Test(arguments: Language.allCases, Statement.Kind.allCases.filter(\.leavesTrace))
  func everyTypeThatLeavesATraceHasItsWord(language: Language, kind: Statement.Kind) {
    #expect(Words(language).has("kind.\(kind.rawValue)"))
  }

  @Test func aStatementTurnedAwayIsNamed() throws {
    let inner = try Small.statement(.objectionRaised, try Self.sample(.objectionRaised))
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
