// SPDX-License-Identifier: Apache-2.0
import Governance
import Signing

/// What somebody sets out to record: sensible more often than not, and wrong often enough.
struct Move {
  let kind: Statement.Kind
  let fields: [String: JSON]
  var signers: [String]

  init(_ kind: Statement.Kind, _ fields: [String: JSON], by signers: [String]) {
    self.kind = kind
    self.fields = fields
    self.signers = signers
  }
}

/// Finds moves for a state; which of them the rules let in, the rules say.
///
/// The order in which the functions draw from `Chance` is part of a history: another order, and a
/// seed tells another one.
struct Moves {
  let beginning: Beginning
  let assembly: Assembly
  let now: Instant
  /// Different for each move, so that what it makes can be named by it.
  let number: Int

  func move(_ chance: inout Chance) throws -> Move? {
    if !chance.once(in: 3), let due = try due(&chance) { return due }
    if beginning.isElectoral, chance.once(in: 2) { return try anyOfElections(&chance) }
    return try any(&chance)
  }

  private func anyOfElections(_ chance: inout Chance) throws -> Move? {
    switch chance.below(12) {
    case 0, 1: return call(&chance)
    case 2...5: return nominate(&chance)
    case 6: return accept(&chance)
    case 7: return withdraw(&chance)
    case 8: return try openElection(&chance)
    case 9: return vacate(&chance)
    case 10: return fill(&chance)
    default: return changeMember(&chance)
    }
  }

  private func any(_ chance: inout Chance) throws -> Move? {
    switch chance.below(40) {
    case 0...3: return beginning.isElectoral && !chance.once(in: 4) ? nil : propose(&chance)
    case 4...6: return second(&chance)
    case 7, 8: return freeze(&chance)
    case 9...12: return try open(&chance)
    case 13...22: return try ballot(&chance)
    case 23: return try anyOfElections(&chance)
    case 24: return vary(&chance)
    case 25, 26: return try unseal(&chance)
    case 27...29: return tally(&chance)
    case 30...32: return certify(&chance)
    case 33: return amend(&chance)
    case 34: return between(&chance)
    case 35: return challenge(&chance)
    case 36: return try changeKey(&chance)
    case 37: return adopt(&chance)
    case 38: return deed(&chance)
    default: return changeMember(&chance)
    }
  }
}

/// Who acts, and on what.
extension Moves {
  var members: [String] { beginning.members }

  var registrar: String { short(assembly.offices["registrar"]?.last ?? "registrar") }

  var tellers: [String] { (assembly.offices["teller"] ?? []).map(short) }

  var steering: [String] {
    ["small_seat", "frontline_seat", "open_seat"].flatMap { holders(of: $0) }
  }

  func holders(of seat: String) -> [String] { assembly.holders(ofSeat: seat, at: now) }

  func short(_ name: String) -> String { String(name.dropFirst(Keys.host.count)) }

  func party(_ chance: inout Chance) -> String { (chance.one(of: members) ?? "").uppercased() }

  /// A party's key: alternates and successors of lost keys included, seldom a revoked one.
  func key(of party: String, _ chance: inout Chance) -> String {
    let own = assembly.keys.filter { $0.value.party == party && $0.value.votes }
    let inForce = own.filter { $0.value.revoked == nil }.keys.sorted()
    let names = chance.once(in: 30) ? own.keys.sorted() : inForce
    return short(chance.one(of: names) ?? Keys.name(party.lowercased()))
  }

  func anyKey(_ chance: inout Chance) -> String { key(of: party(&chance), &chance) }

  /// The judges' keys, one missing now and then.
  func judges(_ chance: inout Chance) -> [String] {
    holders(of: "appeal_seat").map { key(of: $0, &chance) }
      .filter { _ in !chance.once(in: 12) }
  }

  func proposal(_ chance: inout Chance, where fits: (Proposal) -> Bool) -> Proposal? {
    let names = assembly.proposals.values.filter(fits).map(\.id).sorted()
    return chance.one(of: names).flatMap { assembly.proposals[$0] }
  }

  func vote(_ chance: inout Chance, where fits: (Vote) -> Bool) -> Vote? {
    let names = assembly.votes.values.filter(fits).map(\.id).sorted()
    return chance.one(of: names).flatMap { assembly.votes[$0] }
  }

  /// The digest of a text that nobody wrote.
  var digest: JSON { .string(Hex.encode(Hash.sha256(Array("\(number)".utf8)))) }

  var successorDigest: JSON {
    .string(Hex.encode(Hash.sha256(beginning.successor.canonicalBytes)))
  }
}
