// SPDX-License-Identifier: Apache-2.0
import Governance

/// Keys lost, changed and added, and a secretariat that hands over.
extension Moves {
  func changeKey(_ chance: inout Chance) throws -> Move? {
    let party = party(&chance)
    switch chance.below(5) {
    case 0: return revokeKey(of: party, &chance)
    case 1:
      return Move(
        .keyRotated,
        [
          "key": .string(Keys.name(key(of: party, &chance))), "to": .string(try Keys.vkey(fresh)),
        ], by: [key(of: party, &chance), fresh])
    case 2:
      var alternate = try enrolment(for: party)
      alternate["alternate"] = true
      return Move(.keyEnrolled, alternate, by: [registrar, fresh, key(of: party, &chance)])
    case 3: return try handOver(&chance)
    default:
      return Move(
        .keyEnrolled, try enrolment(for: party), by: [registrar, fresh, anyKey(&chance)])
    }
  }

  private var fresh: String { "k\(number)" }

  private func enrolment(for party: String) throws -> [String: JSON] {
    ["key": .string(try Keys.vkey(fresh)), "party": .string(party)]
  }

  /// A teller's seldom: nothing is certified without it.
  private func revokeKey(of party: String, _ chance: inout Chance) -> Move? {
    if tellers.contains(party.lowercased()), !chance.once(in: 8) { return nil }
    var fields: [String: JSON] = [
      "key": .string(Keys.name(key(of: party, &chance))),
      "reason": chance.once(in: 2) ? "lost" : "compromised",
    ]
    if chance.once(in: 2) { fields["from"] = .string((now + -chance.below(200_000)).text) }
    return Move(.keyRevoked, fields, by: [registrar, anyKey(&chance)])
  }

  /// By the old registrar and the committee, or by all members without the old one.
  private func handOver(_ chance: inout Chance) throws -> Move {
    let naming = chance.once(in: 3) ? members.map { $0.uppercased() } : steering
    let old = naming.count == members.count ? [] : [registrar]
    var fields: [String: JSON] = ["key": .string(try Keys.vkey("r\(number)"))]
    if chance.once(in: 2) { fields["log_key"] = .string(try Keys.vkey("log\(number)")) }
    return Move(
      .secretariatHandedOver, fields,
      by: ["r\(number)"] + old + naming.map { key(of: $0, &chance) })
  }
}
