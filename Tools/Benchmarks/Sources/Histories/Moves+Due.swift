// SPDX-License-Identifier: Apache-2.0
import Governance

/// What a diligent secretariat, its tellers and most members would do next.
extension Moves {
  func due(_ chance: inout Chance) throws -> Move? {
    if beginning.isElectoral, !chance.once(in: 3), let next = try electionDue(&chance) {
      return next
    }
    if chance.once(in: 4), let follows = follows(&chance) { return follows }
    let pending = assembly.votes.values.filter(\.isPending).sorted { $0.id < $1.id }
    if let over = chance.one(of: pending.filter { now >= $0.graceEnds }) {
      return isChallenged(over) ? challenge(&chance) : try close(over)
    }
    if let (vote, group) = awaited(in: pending, &chance) {
      return try sensibleBallot(vote, of: group, &chance)
    }
    if let late = proposal(&chance, where: isDebated) { return advance(late, &chance) }
    return pending.count < 3 ? try open(&chance) : nil
  }

  /// What may follow from a decision.
  private func follows(_ chance: inout Chance) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.adopted != nil }) else { return nil }
    if proposal.matter == "statutes" { return adopt(&chance) }
    if proposal.about != nil {
      return chance.once(in: 3) ? changeMember(&chance) : appeal(&chance)
    }
    return deed(&chance)
  }

  private func isChallenged(_ vote: Vote) -> Bool {
    assembly.challenges.values.contains { $0.vote == vote.id && $0.verdict == nil }
  }

  /// The next step of a vote that is over: unsealed, counted, certified.
  private func close(_ vote: Vote) throws -> Move {
    if let teller = vote.tellers.first(where: { vote.identities[$0.key] == nil }) {
      return try sealOpened(vote, by: teller.key)
    }
    guard vote.tallied != nil else {
      let (results, excluded) = assembly.count(vote)
      return tallyPublished(vote, results.map(\.json), excluded)
    }
    return outcomeCertified(
      vote, vote.results ?? [], assembly.newTerms(vote, at: now), by: [registrar] + tellers)
  }

  /// An elector of an open vote who has not voted yet.
  private func awaited(
    in votes: [Vote], _ chance: inout Chance
  ) -> (vote: Vote, group: [String])? {
    for vote in votes where vote.opens <= now && now < vote.closes {
      let voted = Set(vote.ballots.map(\.group))
      let left = vote.electorate.indices.filter { !voted.contains($0) }
      if let group = chance.one(of: left), !chance.once(in: 6) {
        return (vote, vote.electorate[group])
      }
    }
    return nil
  }

  private func isDebated(_ proposal: Proposal) -> Bool {
    proposal.frozen == nil && proposal.withdrawn == nil
      && assembly.debateCloses(proposal) ?? now <= now
  }

  private func advance(_ proposal: Proposal, _ chance: inout Chance) -> Move {
    if let about = proposal.about, proposal.heard == nil, proposal.debated != nil {
      return hearingHeld(proposal, attended: true, with: key(of: about, &chance))
    }
    return proposal.debated == nil ? seconded(proposal, &chance) : textFrozen(proposal)
  }
}
