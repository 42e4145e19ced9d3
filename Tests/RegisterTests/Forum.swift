// SPDX-License-Identifier: Apache-2.0

import Governance
import Testing

/// A coalition of five that decides by every kind of rule: three small members, two large ones.
struct Forum {
  var log: SmallLog
  /// The time of the next act.
  var now: Instant

  var assembly: Assembly { log.assembly }

  /// Five who decide together; `boardChair` is how the chair of their board moves on, if it does.
  init(boardChair: JSON? = nil) throws {
    let keys = [Small.registrar, Small.teller] + (1...5).map(Small.member)
    var founding = Self.founding
    if let boardChair, case .object(var tree)? = founding["statutes"] {
      var bodies = tree["bodies"]?.object ?? [:]
      bodies["board"] = ["seats": ["chair"], "chair": boardChair]
      tree["bodies"] = .object(bodies)
      founding["statutes"] = .object(tree)
    }
    self.log = try SmallLog(founding, by: keys)
    self.now = try #require(Instant("2024-11-04T10:00:00Z"))
  }

  mutating func wait(days: Int = 0, hours: Int = 0) { now = now + (days * 24 + hours) * 3_600 }

  mutating func add(
    _ kind: Statement.Kind, _ fields: [String: JSON], by signers: [String] = [Small.registrar]
  ) throws {
    try log.add(kind, fields, at: now.text, by: signers)
  }

  mutating func member(
    _ number: Int, _ kind: Statement.Kind, _ fields: [String: JSON]
  ) throws {
    try add(kind, fields, by: [Small.member(number)])
  }
}

extension Forum {
  static func digest(_ letter: Character) -> JSON {
    .string(String(repeating: letter, count: 64))
  }

  /// Puts a proposal before the members; its text is in Ukrainian and English.
  mutating func propose(
    _ id: String, _ matter: String, by number: Int = 1, _ more: [String: JSON] = [:]
  ) throws {
    let fields: [String: JSON] = [
      "proposal": .string(id), "matter": .string(matter),
      "title": ["uk": "Спільна позиція", "en": "A common position"],
      "texts": ["uk": Self.digest("a"), "en": Self.digest("b")], "papers": [:],
    ]
    try member(number, .proposalSubmitted, fields.merging(more) { $1 })
  }

  mutating func freeze(_ id: String) throws {
    let texts = try #require(assembly.proposals[id]).texts
    try add(
      .textFrozen, ["proposal": .string(id), "texts": .object(texts.mapValues(JSON.string))])
  }

  /// Opens a vote as early as the notice allows, and waits until it is open.
  mutating func open(_ vote: String, _ items: [String]) throws {
    let plan = try assembly.votingPlan(on: items, at: now)
    let closes = try #require(assembly.closing(of: plan.window, from: plan.earliest))
    var fields: [String: JSON] = [
      "vote": .string(vote), "matter": .string(plan.matter),
      "rule": .string(plan.course.rule), "round": .integer(plan.course.round),
      "items": .array(items.map(JSON.string)), "opens": .string(plan.earliest.text),
      "closes": .string(closes.text),
      "electorate": .array(plan.electorate.map { .array($0.map(JSON.string)) }),
    ]
    fields["weights"] = plan.weights.map { .array($0.map(JSON.integer)) }
    var signers = [Small.registrar]
    if !plan.tellers.isEmpty {
      fields["tellers"] = .array(
        plan.tellers.map { ["key": .string($0), "recipient": "age1one"] })
      signers += plan.tellers
    }
    try add(.voteOpened, fields, by: signers)
    now = plan.earliest
  }

  /// Members cast their ballots one after another.
  mutating func cast(
    _ vote: String, _ choices: [(Int, [String: JSON])], _ reasons: [String: JSON] = [:]
  ) throws {
    let digest = try #require(assembly.votes[vote]).digest
    let on = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    for (number, choice) in choices {
      var fields: [String: JSON] = [
        "vote": .string(vote), "on": .string(on), "choices": .object(choice),
      ]
      if !reasons.isEmpty { fields["reasons"] = .object(reasons) }
      try member(number, .ballotCast, fields)
    }
  }

  /// Waits until the grace is over and publishes what the assembly counts.
  mutating func tally(_ vote: String) throws {
    let open = try #require(assembly.votes[vote])
    now = open.graceEnds
    let (results, excluded) = assembly.count(open)
    try add(
      .tallyPublished,
      [
        "vote": .string(vote), "results": .array(results.map(\.json)),
        "excluded": .array(excluded.map(\.json)),
      ])
  }

  /// Counts a vote, waits for challenges, and certifies it.
  mutating func close(_ vote: String) throws {
    try tally(vote)
    try certify(vote)
  }

  mutating func certify(_ vote: String) throws {
    let results = try #require(assembly.votes[vote]?.results)
    let outcomes = Dictionary(
      uniqueKeysWithValues: results.map { ($0.item, JSON.string($0.outcome.rawValue)) })
    try add(
      .outcomeCertified, ["vote": .string(vote), "outcomes": .object(outcomes)],
      by: [Small.registrar, Small.teller])
  }

  /// A proposal under the matter `position`, from its text through second and debate to its freeze.
  mutating func debate(_ id: String) throws {
    try propose(id, "position")
    try member(2, .proposalSeconded, ["proposal": .string(id)])
    wait(days: 8)
    try freeze(id)
  }

  /// The expulsion of a member, from its text to its hearing, which a member attends or witnesses.
  mutating func hear(_ id: String, about party: String, attended: Bool, with member: Int) throws {
    try propose(id, "expulsion", ["about": .string(party)])
    try freeze(id)
    wait(days: 6)
    try add(
      .hearingHeld, ["proposal": .string(id), "attended": .bool(attended)],
      by: [Small.registrar, Small.member(member)])
  }

  /// A proposal under a matter without debate, from its text to its open vote.
  mutating func vote(
    _ vote: String, on id: String, _ matter: String, _ more: [String: JSON] = [:]
  ) throws {
    try propose(id, matter, more)
    try freeze(id)
    try open(vote, [id])
  }

  /// The same, to its certificate.
  mutating func decide(
    _ id: String, _ matter: String, _ words: [String], _ more: [String: JSON] = [:]
  ) throws {
    try vote("V-\(id)", on: id, matter, more)
    try cast("V-\(id)", words.enumerated().map { ($0.offset + 1, [id: .string($0.element)]) })
    try close("V-\(id)")
  }
}

extension Forum {
  private static let rules: [String: JSON] = [
    "consensus": [
      "ballot": "consent", "electors": "assembly", "quorum": "take_part >= 1/2 of electors",
      "pass": "block <= 0 and stand_aside <= 1/4 of electors", "window": "voting",
      "rounds": "2",
      "block": ["reason": "required", "grounds": ["purpose", "harm"], "tested_by": "appeals"],
      "fallback": "two_thirds", "fallback_by": ["or_members": "2"],
    ],
    "two_thirds": [
      "ballot": "yes_no", "electors": "assembly", "quorum": "take_part >= 1/2 of electors",
      "pass": "yes >= 2/3 of cast", "window": "voting",
      "blocs": ["by": ["small_members"], "each": "yes > 1/2 of cast"],
    ],
    "silence": [
      "ballot": "silence", "electors": "assembly", "pass": "object < 2", "window": "voting",
    ],
    "retried": [
      "ballot": "yes_no", "electors": "assembly", "quorum": "take_part >= 3/4 of electors",
      "pass": "yes > 1/2 of cast", "window": "voting", "tie": "fails",
      "retry": ["once_after": "P1D", "quorum": "take_part >= 1/3 of electors"],
    ],
    "unanimity": [
      "ballot": "yes_no", "electors": "assembly", "pass": "yes >= 1 of electors",
      "window": "voting",
    ],
    "choice": [
      "ballot": "approval", "electors": "assembly", "pass": "take_part >= 1/2 of electors",
      "window": "voting",
    ],
    "board": [
      "ballot": "yes_no", "electors": "board", "quorum": "take_part >= 1/2 of seats",
      "pass": "yes > 1/2 of seats", "window": "voting",
    ],
    "expel": [
      "ballot": "yes_no", "electors": "assembly", "quorum": "take_part >= 1/2 of electors",
      "pass": "yes >= 3/4 of cast", "window": "voting", "recuse": ["family"],
    ],
    "sealed": [
      "ballot": "yes_no", "electors": "assembly", "pass": "yes > 1/2 of cast",
      "window": "voting", "secrecy": "sealed", "challenge": "P2D",
    ],
    "weighed": [
      "ballot": "yes_no", "electors": "assembly", "pass": "yes > 1/2 of cast",
      "window": "voting", "weight": "staff", "proxies": ["at_most": "1"],
    ],
  ]

  private static let matters: [String: JSON] = [
    "position": [
      "rule": "consensus", "seconds": "1", "discuss": "debate", "amendments": "until_frozen",
    ],
    "plan": ["rule": "two_thirds"], "note": ["rule": "silence"], "pact": ["rule": "unanimity"],
    "budget": ["rule": "retried", "ratify": ["rule": "two_thirds", "within": "P30D"]],
    "election": ["rule": "choice"], "seat_matter": ["rule": "board"],
    "expulsion": ["rule": "expel", "hearing": "P5D", "appeal": "appeals"],
    "suspension": ["rule": "two_thirds", "lasts": "P90D"], "secret": ["rule": "sealed"],
    "levy": ["rule": "weighed"],
  ]

  private static let statutes: JSON = {
    guard case .object(var tree) = Small.statutes else { return [:] }
    func merge(_ section: String, _ more: [String: JSON]) {
      let old = tree[section]?.object ?? [:]
      tree[section] = .object(old.merging(more) { $1 })
    }
    merge("rules", rules)
    merge("matters", matters)
    merge("attributes", ["staff": ["type": "integer"]])
    merge("windows", ["debate": ["open": "P7D", "days": "calendar"]])
    merge("bodies", ["board": ["seats": ["chair"]]])
    merge(
      "seats",
      [
        "chair": [
          "count": "4", "holder": "status == member", "electors": "members", "term": "P12M",
          "max_terms": "2", "stagger": "1", "vacancy": "by_election",
        ]
      ])
    merge(
      "mandates",
      ["envoy": ["from": "plan", "term": "P12M", "report_within": "P10D"]])
    return .object(tree)
  }()

  private static let founding: [String: JSON] = [
    "name": ["uk": "Форум", "en": "Forum"], "rehearsal": true, "statutes": statutes,
    "calendar": Small.founding["calendar"] ?? [:], "log_key": Small.vkey(Small.origin),
    "founders": .array(
      (1...5).map {
        [
          "party": .string("M0\($0)"), "name": ["uk": .string("Член \($0)")],
          "facts": [
            "budget": $0 <= 3 ? "1000" : "9000000", "staff": .string("\($0)"),
          ], "relations": [:],
          "key": Small.vkey(Small.member($0)),
        ]
      }),
    "offices": [
      ["role": "registrar", "key": Small.vkey(Small.registrar)],
      ["role": "teller", "key": Small.vkey(Small.teller)],
    ],
    "seats": [
      ["seat": "judge", "party": "M03"], ["seat": "judge", "party": "M04"],
      ["seat": "judge", "party": "M05"], ["seat": "chair", "party": "M01"],
      ["seat": "chair", "party": "M02"], ["seat": "chair", "party": "M03"],
    ],
  ]
}
