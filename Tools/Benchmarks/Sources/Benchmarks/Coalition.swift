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
    "selections": [:], "procedures": [:], "matters": [:], "mandates": [:], "disclosure": [:],
    "amend": [
      "matter_rule": "majority", "text_frozen": "P7D", "effective_after": "P7D",
      "running_procedures": "keep_old",
    ],
  ]
}
