// SPDX-License-Identifier: Apache-2.0
import Governance

/// Amendments, of statutes and of other texts, and the adoption of new statutes.
extension Moves {
  func amend(_ chance: inout Chance) -> Move? {
    let pending = assembly.amendments.values.filter { $0.end == nil }.map(\.id).sorted()
    if let id = chance.one(of: pending), chance.once(in: 2),
      let amendment = assembly.amendments[id],
      let proposal = assembly.proposals[amendment.proposal]
    {
      return settle(amendment, of: proposal, &chance)
    }
    guard let proposal = proposal(&chance, where: { $0.frozen == nil }) else { return nil }
    var fields: [String: JSON] = [
      "amendment": .string("A-\(number)"), "proposal": .string(proposal.id),
      "title": ["uk": "Поправка"], "texts": ["uk": digest],
    ]
    if (proposal.matter == "statutes") != chance.once(in: 9) {
      fields["statutes"] = successorDigest
    }
    return Move(.amendmentProposed, fields, by: [anyKey(&chance)])
  }

  private func settle(
    _ amendment: Amendment, of proposal: Proposal, _ chance: inout Chance
  ) -> Move {
    let accepts = chance.once(in: 2)
    return Move(
      accepts ? .amendmentAccepted : .amendmentWithdrawn,
      ["amendment": .string(amendment.id)],
      by: [accepts ? short(proposal.key) : key(of: amendment.author, &chance)])
  }

  func adopt(_ chance: inout Chance) -> Move? {
    guard
      let proposal = proposal(&chance, where: { $0.matter == "statutes" && $0.adopted != nil })
    else { return nil }
    let after = [0, 6, 8, 20].map { now + $0 * 86_400 }
    return Move(
      .statutesAdopted,
      [
        "proposal": .string(proposal.id), "statutes": beginning.successor,
        "effective": .string((chance.one(of: after) ?? now).text),
      ], by: [registrar] + tellers)
  }
}
