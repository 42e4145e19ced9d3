// SPDX-License-Identifier: Apache-2.0
import Governance
import Ledger
import Signing

/// The members of a made-up coalition and what they say; the same in every run.
struct Coalition {
  static let origin = "alliance.example.org/ledger"
  /// As many founders as a founding's signature lines have room for.
  static let members = 90

  static func key(_ number: Int) throws -> SigningKey {
    try SigningKey(seed: Hash.sha256(Array("viche benchmark \(number)".utf8)))
  }

  /// Key 0 is the log's.
  static func keyName(_ member: Int) -> String {
    member == 0 ? origin : "alliance.example.org/m\(member)"
  }

  static func vkey(_ member: Int) throws -> String {
    try VerifierKey(name: keyName(member), publicKey: key(member).publicKey).text
  }

  static func id(_ number: Int) -> String {
    Hex.encode(Array(Hash.sha256(Array("statement \(number)".utf8)).prefix(16)))
  }

  static func time(_ number: Int) -> Instant { Instant(seconds: 1_730_000_000 + number) }

  static func founding() throws -> SignedStatement {
    var founders: [JSON] = []
    for member in 1...members {
      founders.append([
        "party": .string("p\(member)"), "name": ["en": .string("Party \(member)")], "facts": [:],
        "relations": [:], "key": .string(try vkey(member)),
      ])
    }
    let statement = try Statement(
      .ledgerFounded, ledger: origin, id: id(0),
      [
        "name": ["en": "Alliance", "uk": "Альянс"], "rehearsal": true, "statutes": statutes,
        "calendar": [
          "timezone": "UTC", "offsets": [["from": "1970-01-01T00:00:00Z", "minutes": 0]],
          "weekend": [6, 7], "holidays": [], "until": "2050-01-01T00:00:00Z",
        ],
        "log_key": .string(try vkey(0)), "founders": .array(founders),
        "offices": [["role": "registrar", "key": .string(try vkey(1)), "party": "p1"]],
        "seats": [],
      ])
    var signed = try SignedStatement(signing: statement.bytes, as: keyName(1), with: key(1))
    for member in 2...members {
      signed = try signed.adding(signatureAs: keyName(member), with: key(member))
    }
    return signed
  }

  /// A tie that one of the members declares; of the size of a ballot.
  static func statement(
    _ number: Int, member: Int, key: borrowing SigningKey
  ) throws -> SignedStatement {
    let statement = try Statement(
      .relationDeclared, ledger: origin, id: id(number),
      [
        "kind": "partner", "from": .string("p\(member)"),
        "to": .string("p\(number % members + 1)"),
      ])
    return try SignedStatement(signing: statement.bytes, as: keyName(member), with: key)
  }

  /// A vote on one question, from the proposal to the tally, with so many ballots: every member
  /// casts again and again, says yes in the end, and only the last of each counts.
  static func vote(ballots: Int) throws -> [SignedStatement] {
    try openVote(ballots: ballots) + [tally(after: 4 + ballots)]
  }

  /// The same before the tally.
  static func openVote(ballots: Int) throws -> [SignedStatement] {
    let proposal = try signed(
      .proposalSubmitted, 1,
      [
        "proposal": "P-1", "matter": "plan", "title": ["en": "A plan"], "papers": [:],
        "texts": ["en": .string(text)],
      ])
    let frozen = try signed(
      .textFrozen, 2, ["proposal": "P-1", "texts": ["en": .string(text)]])
    let groups = (1...members).map { "p\($0)" }.sorted().map { JSON.array([.string($0)]) }
    let opened = try signed(
      .voteOpened, 3,
      [
        "vote": "V-1", "matter": "plan", "rule": "majority", "round": 1, "items": ["P-1"],
        "opens": .string(time(3).text), "closes": .string(closing.text),
        "electorate": .array(groups),
      ])
    let on = Hex.encode(opened.digest)
    let cast = try inParallel(4..<(4 + ballots)) { number, member, key in
      try ballot(number, on: on, member: member, last: number >= 4 + ballots - members, key)
    }
    return [proposal, frozen, opened] + cast
  }

  private static func tally(after number: Int) throws -> SignedStatement {
    try signed(
      .tallyPublished, number,
      [
        "vote": "V-1", "excluded": [],
        "results": [
          [
            "item": "P-1", "electors": .integer(members), "ballots": .integer(members),
            "counts": ["yes": .integer(members), "no": 0, "abstain": 0], "blocs": [:],
            "outcome": "carried",
          ]
        ],
      ])
  }

  /// Seven days from the opening, its own day counting: the midnight after the seventh.
  static let closing = Instant(seconds: (1_730_000_003 / 86_400 + 7) * 86_400)

  private static let text = String(repeating: "a", count: 64)

  static func ballot(
    _ number: Int, on: String, member: Int, last: Bool, _ key: borrowing SigningKey
  ) throws -> SignedStatement {
    let statement = try Statement(
      .ballotCast, ledger: origin, id: id(number),
      ["vote": "V-1", "on": .string(on), "choices": ["P-1": last ? "yes" : "no"]])
    return try SignedStatement(signing: statement.bytes, as: keyName(member), with: key)
  }

  /// A statement of the registrar, who is the first member too.
  private static func signed(
    _ kind: Statement.Kind, _ number: Int, _ fields: [String: JSON]
  ) throws -> SignedStatement {
    let statement = try Statement(kind, ledger: origin, id: id(number), fields)
    return try SignedStatement(signing: statement.bytes, as: keyName(1), with: key(1))
  }

  static let statutes: JSON = [
    "policy": "benchmark", "version": "1", "title": ["en": "Benchmark"],
    "language": ["authoritative": "en"], "timezone": "UTC",
    "parameters": [:], "attributes": [:], "define": [:], "relations": ["partner": [:]],
    "roles": ["registrar": ["held_by": "office", "named_by": "majority"]],
    "rolls": ["members": ["where": "status == member"]],
    "bodies": ["assembly": ["roll": "members"]], "seats": [:],
    "windows": ["vote_7d": ["open": "P7D", "days": "calendar"]],
    "rules": [
      "majority": [
        "ballot": "yes_no", "electors": "assembly", "quorum": "take_part >= 1/2 of electors",
        "pass": "yes > 1/2 of cast", "window": "vote_7d",
      ]
    ],
    "selections": [:], "procedures": [:], "matters": ["plan": ["rule": "majority"]],
    "mandates": [:], "disclosure": [:],
    "amend": [
      "matter_rule": "majority", "text_frozen": "P7D", "effective_after": "P7D",
      "running_procedures": "keep_old",
    ],
  ]
}
