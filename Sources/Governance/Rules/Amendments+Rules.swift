// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: AmendmentProposed, _ act: Act) throws(Refusal) {
    let proposal = try proposal(it.proposal)
    try checkName(it.amendment)
    let amendable =
      proposal.matter == Self.statutesMatter
      || statutes?.matters[proposal.matter]?.amendable == true
    guard amendable else {
      throw Refusal(
        .notAmendable, clause: "matters.\(proposal.matter)", ["proposal": proposal.id])
    }
    if try debated(it.proposal).debated == nil { throw secondsMissing(proposal) }
    let rule = try openingRule(of: proposal.matter)
    let authors = electors(as: rule.electors, at: act.received).groups.flatMap { $0 }
    guard let party = signingParty(act), authors.contains(party) else {
      throw mayNotPropose(proposal.matter, act)
    }
    // Who amends statutes says which ones: the text of record alone could say something else.
    guard (it.statutes != nil) == (proposal.matter == Self.statutesMatter) else {
      throw Refusal(
        .notOnBallot, clause: "amend", ["item": it.amendment, "ballot": proposal.matter])
    }
    try checkLanguages(it.title, it.texts)
    try require([.some(1, of: votingKeys(of: [party]), as: party)], of: act)
  }

  mutating func record(_ it: AmendmentProposed, _ act: Act) {
    guard let author = signingParty(act) else { preconditionFailure("not admitted") }
    amendments[it.amendment] = Amendment(
      id: it.amendment, proposal: it.proposal, author: author, title: it.title, texts: it.texts,
      statutes: it.statutes)
    change(&proposals, it.proposal) { $0.amendments.append(it.amendment) }
  }

  func admit(_ it: AmendmentAccepted, _ act: Act) throws(Refusal) {
    let amendment = try pending(it.amendment)
    try require([proposer(of: try debated(amendment.proposal))], of: act)
  }

  mutating func record(_ it: AmendmentAccepted, _ act: Act) {
    end(it.amendment, as: .accepted)
  }

  func admit(_ it: AmendmentWithdrawn, _ act: Act) throws(Refusal) {
    let amendment = try pending(it.amendment)
    let author = SignerNeed.some(1, of: votingKeys(of: [amendment.author]), as: amendment.author)
    try require([author], of: act)
  }

  mutating func record(_ it: AmendmentWithdrawn, _ act: Act) {
    end(it.amendment, as: .withdrawn)
  }

  /// The amendment, if nothing was decided about it and no vote on it runs.
  private func pending(_ id: String) throws(Refusal) -> Amendment {
    guard let amendment = amendments[id] else { throw unknown("amendment", id) }
    if amendment.end != nil { throw unknown("amendment", id) }
    if amendment.vote != nil {
      throw Refusal(.notAmendable, ["proposal": amendment.proposal])
    }
    return amendment
  }

  /// Settles an amendment; an accepted or carried one becomes the proposal's texts.
  mutating func end(_ id: String, as end: Amendment.End) {
    change(&amendments, id) {
      $0.end = end
      $0.vote = nil
    }
    guard end == .accepted || end == .carried, let amendment = amendments[id] else { return }
    change(&proposals, amendment.proposal) {
      $0.texts = amendment.texts
      $0.statutes = amendment.statutes
    }
  }
}
