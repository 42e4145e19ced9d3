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
  /// Whether most of it is about elections, over years.
  let isElectoral: Bool

  init(_ policy: String, _ chance: inout Chance) throws {
    isElectoral = chance.once(in: 2)
    let count = (isElectoral ? 7 : 5) + chance.below(6)
    members = (1...count).map { $0 < 10 ? "m0\($0)" : "m\($0)" }
    tellers = Array(members.prefix(2))
    let text = Variations.varied(policy, &chance)
    statutes = try StrictYAML.read(Array(text.utf8))
    let next = Variations.varied(
      policy.replacingOccurrences(of: "version: 1\n", with: "version: 2\n"), &chance)
    successor = try StrictYAML.read(Array(next.utf8))
    fields = [
      "name": ["uk": "Історія"], "rehearsal": true, "statutes": statutes,
      "calendar": [
        "timezone": "Europe/Kyiv", "weekend": [6, 7], "holidays": ["2025-01-01"],
        "until": "2045-01-01T00:00:00Z",
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
}
