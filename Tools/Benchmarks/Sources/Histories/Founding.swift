// SPDX-License-Identifier: Apache-2.0
import Authoring
import Foundation
import Governance
import Ledger
import Sealing
import Signing

/// Keys that are made once for all histories: making and parsing them is not what is tried.
struct Keys {
  static let origin = "alliance.example.org/ledger"
  static let host = "alliance.example.org/"

  static func key(_ name: String) throws -> SigningKey {
    try SigningKey(seed: Hash.sha256(Array("viche histories \(name)".utf8)))
  }

  static func name(_ short: String) -> String {
    short.hasPrefix("log") ? origin : host + short
  }

  static func vkey(_ short: String) throws -> String {
    try VerifierKey(name: name(short), publicKey: key(short).publicKey).text
  }

  static func signed(_ statement: Statement, by signers: [String]) throws -> SignedStatement {
    let first = signers[0]
    var signed = try SignedStatement(
      signing: statement.bytes, as: name(first), with: key(first))
    for other in signers.dropFirst() {
      signed = try signed.adding(signatureAs: name(other), with: key(other))
    }
    return signed
  }
}

/// Statutes and founders of one history: the alliance's rules, some of them changed by chance.
struct Beginning {
  let statutes: JSON
  let successor: JSON
  let members: [String]
  let tellers: [String]
  let fields: [String: JSON]

  init(_ policy: String, _ chance: inout Chance) throws {
    let count = 5 + chance.below(6)
    members = (1...count).map { $0 < 10 ? "m0\($0)" : "m\($0)" }
    tellers = Array(members.prefix(2))
    let text = Self.varied(policy, &chance)
    statutes = try StrictYAML.read(Array(text.utf8))
    let next = Self.varied(
      text.replacingOccurrences(of: "version: 1\n", with: "version: 2\n"), &chance)
    successor = try StrictYAML.read(Array(next.utf8))
    fields = [
      "name": ["uk": "Історія"], "rehearsal": true, "statutes": statutes,
      "calendar": [
        "timezone": "Europe/Kyiv", "weekend": [6, 7], "holidays": ["2025-01-01"],
        "until": "2030-01-01T00:00:00Z",
        "offsets": [
          ["from": "2024-03-31T01:00:00Z", "minutes": 180],
          ["from": "2024-10-27T01:00:00Z", "minutes": 120],
        ],
      ],
      "log_key": .string(try Keys.vkey("log")),
      "founders": .array(try members.map { try Self.founder($0, &chance) }),
      "offices": .array(try Self.offices(tellers)), "seats": .array(Self.seats(members, &chance)),
    ]
  }

  private static func founder(_ name: String, _ chance: inout Chance) throws -> JSON {
    let small = chance.once(in: 2)
    // The first is a teller, and the statutes want no two of one family.
    let family: JSON = name != "m01" && chance.once(in: 5) ? ["family": ["F-1"]] : [:]
    return [
      "party": .string(name.uppercased()), "name": ["uk": .string(name)], "relations": family,
      "key": .string(try Keys.vkey(name)),
      "facts": [
        "budget_uah": .string(small ? "900000" : "9000000"),
        "paid_staff": .string(chance.once(in: 9) ? "?" : "\(1 + chance.below(9))"),
        "oblast": .string(chance.once(in: 4) ? "UA-63" : "UA-30"),
      ],
    ]
  }

  private static func offices(_ tellers: [String]) throws -> [JSON] {
    var offices: [JSON] = []
    for (role, key) in [("registrar", "registrar"), ("witness", "w1")] {
      offices.append(["role": .string(role), "key": .string(try Keys.vkey(key))])
    }
    for teller in tellers {
      offices.append([
        "role": "teller", "key": .string(try Keys.vkey(teller)),
        "party": .string(teller.uppercased()),
      ])
    }
    return offices
  }

  /// Some of the committee's nine seats, and two judges who do not sit on it.
  private static func seats(_ members: [String], _ chance: inout Chance) -> [JSON] {
    let places = ["open_seat", "open_seat", "open_seat", "open_seat", "small_seat"]
    let judges = members.suffix(2)
    let holders = members.dropLast(2).prefix(2 + chance.below(4))
    return zip(places, holders).map {
      ["seat": .string($0), "party": .string($1.uppercased())]
    } + judges.map { ["seat": "appeal_seat", "party": .string($0.uppercased())] }
  }

  /// Each rule's text may get one of a few other readings.
  private static func varied(_ policy: String, _ chance: inout Chance) -> String {
    var text = policy
    for (old, new) in variants where chance.once(in: 3) {
      if let place = text.range(of: old) { text.replaceSubrange(place, with: new) }
    }
    return text
  }

  private static let variants = [
    (
      "take_part >= 1/2 of seats\", pass: \"yes > 1/2 of cast\", window: vote_5d, tie",
      "take_part >= 1/4 of seats\", pass: \"yes > 1/2 of cast\", window: vote_5d, tie"
    ),
    (
      "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
      "pass: \"yes >= 2/3 of cast\", window: vote_5d, weight: paid_staff}"
    ),
    (
      "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
      "pass: \"yes > 1/2 of electors\", window: vote_5d, proxies: {at_most: 1}}"
    ),
    (
      "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
      "pass: \"yes >= 1/2 of taking_part\", window: vote_5d, challenge: P2D}"
    ),
    ("secrecy: sealed}", "secrecy: open}"),
    ("rounds: 2,", "rounds: 1,"), ("pass: \"object < 3\"", "pass: \"object <= 0\""),
    ("seconds: 2,", "seconds: 1,"), ("hearing: P7D", "hearing: PT30H"),
    ("tie: fails, retry: {once_after: P7D", "tie: fails, retry: {once_after: P2D"),
    ("or_members: 5", "or_members: 2"), ("text_frozen: P14D", "text_frozen: P2D"),
  ]
}
