// SPDX-License-Identifier: Apache-2.0
import Governance

/// Proposals up to their vote, and between the rounds of it.
extension Moves {
  func propose(_ chance: inout Chance) -> Move {
    let matters = [
      "routine", "position", "plan", "agreement", "urgent_statement", "suspension", "expulsion",
      "statutes", "agreement", "position",
    ]
    let matter = chance.one(of: matters) ?? "routine"
    var fields: [String: JSON] = [
      "proposal": .string("P-\(number)"), "matter": .string(matter), "title": ["uk": "Пропозиція"],
      "texts": ["uk": digest], "papers": [:],
    ]
    if ["suspension", "expulsion"].contains(matter) || chance.once(in: 12) {
      fields["about"] = .string(party(&chance))
    }
    if matter == "statutes" { fields["statutes"] = successorDigest }
    return Move(.proposalSubmitted, fields, by: [anyKey(&chance)])
  }

  func second(_ chance: inout Chance) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.debated == nil }) else {
      return freeze(&chance)
    }
    return seconded(proposal, &chance)
  }

  /// Towards a frozen text: the hearing first, where somebody is concerned, or it is withdrawn.
  func freeze(_ chance: inout Chance) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.frozen == nil }) else { return nil }
    if let about = proposal.about, chance.once(in: 2) {
      let attended = chance.once(in: 2)
      return hearingHeld(
        proposal, attended: attended,
        with: attended ? key(of: about, &chance) : anyKey(&chance))
    }
    guard chance.once(in: 25) else { return textFrozen(proposal) }
    return Move(
      .proposalWithdrawn, ["proposal": .string(proposal.id)], by: [short(proposal.key)])
  }

  /// Between rounds: a new text, or the fallback.
  func between(_ chance: inout Chance) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.course.last != nil && $0.adopted == nil })
    else { return nil }
    if proposal.course.awaitsEscalation || chance.once(in: 5) {
      let asking = chance.some(2 + chance.below(5), of: members)
      return Move(
        .escalationRequested, ["proposal": .string(proposal.id)],
        by: asking.map { key(of: $0.uppercased(), &chance) })
    }
    return Move(
      .textRevised, ["proposal": .string(proposal.id), "texts": ["uk": digest]],
      by: [short(proposal.key)])
  }

  func seconded(_ proposal: Proposal, _ chance: inout Chance) -> Move {
    Move(.proposalSeconded, ["proposal": .string(proposal.id)], by: [anyKey(&chance)])
  }

  func hearingHeld(_ proposal: Proposal, attended: Bool, with other: String) -> Move {
    Move(
      .hearingHeld, ["proposal": .string(proposal.id), "attended": .bool(attended)],
      by: [registrar, other])
  }

  func textFrozen(_ proposal: Proposal) -> Move {
    Move(
      .textFrozen, ["proposal": .string(proposal.id), "texts": texts(of: proposal)],
      by: [registrar])
  }

  func texts(of proposal: Proposal) -> JSON { .object(proposal.texts.mapValues(JSON.string)) }
}
