// SPDX-License-Identifier: Apache-2.0

import Authoring
import Governance
import Testing

/// A coalition that is founded for one table: its statutes, and each member's facts.
struct Coalition {
  var statutes: JSON
  /// Party to its facts.
  var members: [String: [String: JSON]]
  /// Tellers, by key and party; the registrar and a witness are there anyway.
  var tellers: [String]
  var seats: [(seat: String, party: String)] = []
  var relations: [String: JSON] = [:]

  /// The model statutes of that name, some places changed.
  static func statutes(_ policy: String, _ changes: [(String, String)] = []) throws -> JSON {
    var text = try Samples.policyText(policy)
    for (old, new) in changes {
      precondition(text.contains(old), "the statutes have no \(old)")
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    return try Samples.read(text)
  }

  /// Founded on 21 October 2024; every founder signs.
  func founded() throws -> World {
    var fields = try World.founding(statutes: statutes)
    let names = members.keys.sorted()
    fields["founders"] = .array(
      names.map { name in
        [
          "party": .string(name), "name": ["uk": .string(name), "en": .string(name)],
          "facts": .object(members[name] ?? [:]), "relations": relations[name] ?? [:],
          "key": World.vkey(name.lowercased()),
        ]
      })
    fields["offices"] = .array(
      [
        ["role": "registrar", "key": World.vkey("registrar")],
        ["role": "witness", "key": World.vkey("w1")],
      ]
        + tellers.map {
          ["role": "teller", "key": World.vkey($0.lowercased()), "party": .string($0)]
        })
    fields["seats"] = .array(
      seats.map { ["seat": .string($0.seat), "party": .string($0.party)] })
    var world = World()
    try world.record(.founding(fields))
    return world
  }
}

extension Coalition {
  /// Three national associations with one vote each.
  static func dialogue() throws -> World {
    let facts: [String: JSON] = [
      "all_ukrainian_status": "yes", "members_reported_on": "2024-09-01",
    ]
    return try Coalition(
      statutes: try statutes("association-dialogue"),
      members: ["P01": facts, "P02": facts, "P03": facts], tellers: ["P01", "P02", "P03"]
    ).founded()
  }

  /// A forum of so many national and international members; N01 and I01 are the tellers.
  static func forum(nationals: Int, internationals: Int) throws -> World {
    var members: [String: [String: JSON]] = [:]
    for number in 1...nationals {
      members["N\(number < 10 ? "0" : "")\(number)"] = [
        "seat_of_governance": "UA", "fee_paid_until": "2025-12-31", "budget_usd": "900000",
      ]
    }
    for number in 1...internationals {
      members["I\(number < 10 ? "0" : "")\(number)"] = [
        "seat_of_governance": "DK", "fee_paid_until": "2025-12-31", "budget_usd": "900000",
      ]
    }
    return try Coalition(
      statutes: try statutes("ngo-forum"), members: members, tellers: ["N01", "I01"]
    ).founded()
  }
}

extension World {
  /// A proposal of a matter without debate, submitted and frozen at the world's time.
  mutating func table(
    _ id: String = "P-1", _ matter: JSON, by key: String, _ changes: [String: JSON] = [:],
    seconds: [String] = []
  ) throws {
    try record(.proposal(id, matter, by: key, at: assembly.now.text, changes))
    for second in seconds { try record(.second(.string(id), by: second, at: assembly.now.text)) }
    let proposal = try self.proposal(id)
    let time = assembly.debateCloses(proposal) ?? assembly.now
    try record(.frozen(.string(id), .object(proposal.texts.mapValues(JSON.string)), at: time.text))
  }

  /// What a vote on an item decides when so many of the members, in order, say each word.
  mutating func outcome(
    on item: String, vote: String, of members: [String], _ words: [(JSON, Int)],
    reason: JSON = ["text": "Суперечить меті.", "ground": "purpose"]
  ) throws -> VoteOutcome {
    try record(try put(vote, on: [item], at: assembly.now.text))
    var rest = members[...]
    for (word, count) in words {
      for member in rest.prefix(count) {
        let reasons: JSON? = word == "block" ? [item: reason] : nil
        try record(try mark(vote, [item: word], by: member, reasons: reasons))
      }
      rest = rest.dropFirst(count)
    }
    try record(try count(vote))
    return try #require(try self.vote(vote).results?.first?.outcome)
  }
}
