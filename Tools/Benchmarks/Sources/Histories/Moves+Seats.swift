// SPDX-License-Identifier: Apache-2.0
import Governance

/// Seats given up, and places filled by the next in the last count.
extension Moves {
  func vacate(_ chance: inout Chance) -> Move? {
    let elected = assembly.terms.filter { $0.vote != nil && assembly.runs($0, at: now) }
    let held =
      elected.isEmpty || chance.once(in: 4)
      ? assembly.seatHolders(at: now)
      : Dictionary(grouping: elected, by: \.seat).mapValues { $0.map(\.party) }
    guard let seat = chance.one(of: held.keys.sorted()),
      let holder = chance.one(of: held[seat] ?? [])
    else { return nil }
    let party = chance.once(in: 6) ? party(&chance) : holder
    return Move(
      .seatVacated, ["seat": .string(seat), "party": .string(party), "ground": "Так."],
      by: [chance.once(in: 15) ? anyKey(&chance) : key(of: party, &chance)])
  }

  /// Who is next, if somebody is, or anybody on any place.
  func fill(_ chance: inout Chance) -> Move? {
    let votes = assembly.votes.values.filter { $0.election != nil && $0.certified != nil }
      .sorted { ($0.certified ?? now, $0.id) > ($1.certified ?? now, $1.id) }
    let filled = votes.flatMap { vote in vote.items.map { (vote, $0) } }
    let next = filled.first {
      (try? assembly.under($0.version).succession(to: $1, by: $0.id, at: now)) != nil
    }
    guard let (vote, seat) = chance.once(in: 4) ? chance.one(of: filled) : next else {
      return nil
    }
    let found = try? assembly.under(vote.version).succession(to: seat, by: vote.id, at: now)
    var fields: [String: JSON] = [
      "seat": .string(chance.once(in: 20) ? "open_seat" : seat),
      "party": .string(found?.nomination.party ?? party(&chance)),
      "until": .string((found?.until ?? now + 86_400).text), "vote": .string(vote.id),
      "stages": found?.stages ?? [],
    ]
    if chance.once(in: 10) { fields["party"] = .string(party(&chance)) }
    if chance.once(in: 20) { fields["until"] = .string((now + 86_400).text) }
    if chance.once(in: 20) { fields["stages"] = [] }
    return Move(.seatFilled, fields, by: [registrar] + chance.some(1, of: tellers))
  }
}
