// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

/// A small coalition of three members, with one call, built without keys or files.
enum Small {
  static let origin = "example.org/small"
  static let registrar = "\(origin)/registrar"
  static let teller = "\(origin)/teller"

  static func member(_ number: Int) -> String { "\(origin)/m0\(number)" }
  static func reviewer(_ number: Int) -> String { "\(origin)/r0\(number)" }
  static func vkey(_ name: String) -> JSON { .string("\(name)+00000000+\(name)") }

  static let statutes: JSON = [
    "policy": "small", "version": "1", "title": ["uk": "Зразкові правила", "en": "Model rules"],
    "language": ["authoritative": "uk", "also": ["en"]], "timezone": "Europe/Kyiv",
    "parameters": ["places": "2"],
    "attributes": [
      "edrpou": ["type": "edrpou"], "oblast": ["type": "oblast"], "budget": ["type": "integer"],
    ],
    "define": [
      "small": "budget <= 5000000", "eligible": "budget > 0",
      "complete": "known(edrpou) and known(oblast)",
    ],
    "relations": ["family": ["symmetric": "true"]],
    "roles": [
      "registrar": ["held_by": "office", "named_by": "majority"],
      "teller": ["held_by": "office", "count": "1", "named_by": "majority"],
      "reviewer": ["held_by": "panel", "count": "2", "named_by": "majority", "recuse": ["family"]],
      "witness": ["held_by": "external", "count": "1"],
    ],
    "rolls": [
      "members": ["where": "status == member"],
      "small_members": ["of": "members", "where": "small"],
    ],
    "bodies": [
      "assembly": ["roll": "members", "one_vote_per": "family"], "appeals": ["seats": ["judge"]],
    ],
    "seats": [
      "judge": [
        "count": "3", "holder": "status == member", "electors": "small_members", "term": "P12M",
        "max_terms": "2", "rest": "P12M", "stagger": "1", "vacancy": "runner_up",
      ]
    ],
    "windows": [
      "call": ["open": "P10D", "days": "calendar", "grace": "PT48H"],
      "fix": ["open": "P5D", "days": "calendar"], "review": ["open": "P5D", "days": "calendar"],
      "object": ["open": "P3D", "days": "calendar"],
      "voting": ["open": "P5D", "days": "calendar", "notice": "P1D", "grace": "PT12H"],
    ],
    "rules": [
      "majority": [
        "ballot": "yes_no", "electors": "assembly", "quorum": "take_part >= 1/2 of electors",
        "pass": "yes > 1/2 of cast", "window": "voting",
      ]
    ],
    "selections": [
      "intake": [
        "rubric": [["id": "merit", "weight": "100", "scale": "5", "min": "2"]],
        "reviews": ["each": "1", "least": "1", "combine": "mean"], "take": "param.places",
        "min_score": "60/100", "floors": [["at_least": "1", "where": "small"]],
        "caps": [["at_most": "1", "per": "oblast"]], "ties": ["small", "earliest"],
        "unmet": "leave_vacant",
      ]
    ],
    "procedures": [
      "admission": [
        "opened_by": ["rule": "majority"],
        "stages": [
          ["id": "receive", "by": "applicant", "window": "call", "same_applicant": "last_in_time"],
          [
            "id": "screen", "by": "registrar", "test": "eligible", "fail": "rejected",
            "unknown": "fix",
          ],
          [
            "id": "fix", "by": "applicant", "window": "fix", "test": "complete",
            "timeout": "lapsed",
          ],
          ["id": "review", "by": "reviewer", "window": "review", "select": "intake"],
          [
            "id": "objections", "by": "members", "window": "object", "reasoned": "true",
            "answered_by": "applicant", "pull_at": "2",
          ],
          ["id": "decide", "matter": "admission", "each": "true"],
          [
            "id": "appeal", "by": "applicant", "within": "P30D", "body": "appeals",
            "rule": "majority", "may": ["uphold", "remit"],
          ],
          [
            "id": "onboard", "by": "applicant", "within": "P60D",
            "needs": ["key.enrolled", "representative.appointed"], "timeout": "lapsed",
          ],
        ],
      ]
    ],
    "matters": ["admission": ["rule": "majority", "proposed_by": "registrar"]], "mandates": [:],
    "disclosure": [:],
    "amend": [
      "matter_rule": "majority", "text_frozen": "P14D", "effective_after": "P7D",
      "running_procedures": "keep_old",
    ],
  ]

  static let founding: [String: JSON] = [
    "name": ["uk": "Мала спілка", "en": "Small union"], "rehearsal": true, "statutes": statutes,
    "calendar": [
      "timezone": "Europe/Kyiv", "offsets": [["from": "2024-01-01T00:00:00Z", "minutes": 120]],
      "weekend": [6, 7], "holidays": [], "until": "2030-01-01T00:00:00Z",
    ],
    "log_key": vkey(origin),
    "founders": .array(
      (1...3).map {
        [
          "party": .string("M0\($0)"), "name": ["uk": .string("Член \($0)")],
          "facts": ["budget": "1000"], "relations": [:], "key": vkey(member($0)),
        ]
      }),
    "offices": [
      ["role": "registrar", "key": vkey(registrar)], ["role": "teller", "key": vkey(teller)],
      ["role": "reviewer", "key": vkey(reviewer(1)), "party": "M02"],
      ["role": "reviewer", "key": vkey(reviewer(2)), "party": "M03"],
    ],
    "seats": [],
  ]

  static func founded() throws -> Assembly { try SmallLog().assembly }
}

/// Acts put in order, each admitted before it is applied.
struct SmallLog {
  var assembly: Assembly
  /// The same before the first act, and every act so far.
  let beginning: Assembly
  private(set) var acts: [Act] = []
  private var count: Int { acts.count }

  init() throws {
    let keys =
      [Small.registrar, Small.teller] + (1...3).map(Small.member) + (1...2).map(Small.reviewer)
    try self.init(Small.founding, by: keys)
  }

  init(_ founding: [String: JSON], by keys: [String]) throws {
    self.beginning = Assembly(
      origin: Small.origin, sha256: { _ in [UInt8](repeating: 0, count: 32) },
      md5: { _ in [UInt8](repeating: 0, count: 16) },
      seals: Seals(
        opener: { _ in nil }, recipient: { "age1\($0)" }, isRecipient: { $0.hasPrefix("age1") }))
    self.assembly = beginning
    try add(.ledgerFounded, founding, at: "2024-11-01T08:00:00Z", by: keys)
  }

  mutating func add(
    _ kind: Statement.Kind, _ fields: [String: JSON], at time: String, by signers: [String]
  ) throws {
    let received = try #require(Instant(time))
    let statement = try Small.statement(kind, fields, number: count)
    let act = Act(
      index: count, received: received, statement: statement, signers: signers.sorted())
    try assembly.accept(act)
    acts.append(act)
  }

  mutating func registrar(
    _ kind: Statement.Kind, _ fields: [String: JSON], at time: String
  ) throws {
    try add(kind, fields, at: time, by: [Small.registrar])
  }
}

extension Small {
  static func statement(
    _ kind: Statement.Kind, _ fields: [String: JSON], number: Int = 0
  ) throws -> Statement {
    let digits = String(number, radix: 16)
    let id = String(repeating: "0", count: 32 - digits.count) + digits
    return try Statement(kind, ledger: origin, id: id, fields)
  }

  /// `3 December 2024, 00:00  registrar: what is due (§ clause)`, in English.
  static func line(_ item: DueItem, _ assembly: Assembly) -> String {
    let words = Words(.en)
    return "\(words.when(item, assembly.calendar))  \(words.who(item)): \(words.request(item))"
  }
}
