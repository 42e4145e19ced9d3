// SPDX-License-Identifier: Apache-2.0

/// Who stands (`Elections.md`, "Statements" and "Resting").
extension Assembly {
  func admit(_ it: NominationMade, _ act: Act) throws(Refusal) {
    if nominations[it.nomination] != nil { throw exists("nomination", it.nomination) }
    let election = try openForNominations(it.election, act)
    guard election.places[it.seat] != nil else {
      throw Refusal(.unknownSeat, clause: "seats", ["seat": it.seat])
    }
    guard parties[it.party]?.isMember(at: act.received) == true else {
      throw Refusal(.unknownParty, ["party": it.party])
    }
    guard keys(of: it.party).contains(it.nominee) else {
      throw Refusal(.unknownKey, ["key": it.nominee])
    }
    try checkNomineeFacts(it.facts)
    // Whoever is a member may sit for us in another body.
    if election.fills(it.seat), let seat = statutes?.seats[it.seat] {
      try checkHolder(it.party, it.facts, seat, at: act.received)
      let held = terms.filter { $0.party == it.party && sits($0, beside: election) }.map(\.seat)
      try checkOtherSeats(of: it.party, held, in: election.body, seat, at: election.termsFrom)
    }
    let own = nominations.values.contains {
      $0.election == it.election && $0.seat == it.seat && $0.party == it.party
        && $0.withdrawn == nil
    }
    if own { throw exists("nomination", it.party) }
    try checkNominator(it, election, act)
  }

  private func openForNominations(_ id: String, _ act: Act) throws(Refusal) -> Election {
    guard let election = elections[id] else { throw unknown("election", id) }
    guard act.received < election.nominationsClose else {
      throw Refusal(
        .nominationsOver, ["election": id, "until": election.nominationsClose.text])
    }
    return election
  }

  private func checkNomineeFacts(_ facts: [String: String]) throws(Refusal) {
    for name in facts.keys.sorted(by: Self.inOrder) {
      guard statutes?.attributes[name]?.subject == "nominee" else {
        throw Refusal(.unknownFact, clause: "attributes", ["fact": name])
      }
    }
  }

  func checkHolder(
    _ party: String, _ facts: [String: String], _ seat: Statutes.Seat, at now: Instant
  ) throws(Refusal) {
    guard isHolder(party, facts, of: seat, at: now) else {
      throw Refusal(
        .notAHolder, clause: "seats.\(seat.name).holder", ["party": party, "seat": seat.name])
    }
  }

  /// Whether a party may hold a seat of a class, as far as facts say it for certain.
  func isHolder(
    _ party: String, _ facts: [String: String], of seat: Statutes.Seat, at now: Instant
  ) -> Bool {
    scope(ofParty: party, nominee: facts, at: now).map { seat.holder.evaluate(in: $0) == .yes }
      ?? false
  }

  /// No second seat in the body, none in a body that must not share holders, and no rest to keep.
  ///
  /// `held` are the classes in which it holds a seat when the new term begins.
  func checkOtherSeats(
    of party: String, _ held: [String], in name: String?, _ seat: Statutes.Seat, at from: Instant
  ) throws(Refusal) {
    let own = name.flatMap { statutes?.bodies[$0] }
    for (other, body) in (statutes?.bodies ?? [:]).sorted(by: { Self.inOrder($0.key, $1.key) })
    where !Set(body.seatClasses).isDisjoint(with: held) {
      if other == name {
        throw Refusal(.tooManyHolders, clause: "bodies.\(other)", ["seat": seat.name])
      }
      if name.map(body.never.contains) == true || own?.never.contains(other) == true {
        throw Refusal(
          .incompatibleOffice, clause: "bodies.\(other).never", ["holder": party])
      }
    }
    if rests(party, from: seat, at: from) {
      throw Refusal(
        .resting, clause: "seats.\(seat.name).rest", ["party": party, "seat": seat.name])
    }
  }

  /// Whether a term runs when an election's terms begin, and is not one that they end.
  func sits(_ term: Term, beside election: Election) -> Bool {
    let ends = term.origin == .founding && election.fills(term.seat)
    // Once certified, its own terms do not count beside it: the count is as it was.
    let own = term.vote != nil && term.vote == election.vote
    return runs(term, at: election.termsFrom) && !ends && !own
  }

  private func checkNominator(
    _ it: NominationMade, _ election: Election, _ act: Act
  ) throws(Refusal) {
    let groups = electors(of: it.seat, in: election, at: act.received)
    guard let party = signingParty(act), groups.contains(where: { $0.contains(party) }) else {
      throw Refusal(
        .notAnElector, clause: election.fills(it.seat) ? "seats.\(it.seat).electors" : nil,
        ["key": act.signers.joined(separator: ", "), "vote": it.election])
    }
    try require([.some(1, of: votingKeys(of: [party]), as: party)], of: act)
  }

  mutating func record(_ it: NominationMade, _ act: Act) {
    nominations[it.nomination] = Nomination(
      id: it.nomination, election: it.election, seat: it.seat, party: it.party,
      nominee: it.nominee, label: it.label, facts: it.facts, statement: it.statement)
  }

  func admit(_ it: NominationAccepted, _ act: Act) throws(Refusal) {
    let nomination = try standing(it.nomination)
    if nomination.accepted != nil { throw exists("acceptance", it.nomination) }
    _ = try openForNominations(nomination.election, act)
    let voting = votingKeys(of: [nomination.party])
    let nominee = SignerNeed.all([nomination.nominee], as: "nominee")
    try require(
      voting.contains(nomination.nominee)
        ? [nominee] : [nominee, .some(1, of: voting, as: nomination.party)], of: act)
  }

  private func standing(_ id: String) throws(Refusal) -> Nomination {
    guard let nomination = nominations[id], nomination.withdrawn == nil else {
      throw unknown("nomination", id)
    }
    return nomination
  }

  mutating func record(_ it: NominationAccepted, _ act: Act) {
    change(&nominations, it.nomination) { $0.accepted = act.received }
  }

  func admit(_ it: NominationWithdrawn, _ act: Act) throws(Refusal) {
    let nomination = try standing(it.nomination)
    let vote = elections[nomination.election]?.vote.flatMap { votes[$0] }
    if let vote, act.received >= vote.closes {
      throw Refusal(.votingOver, ["vote": vote.id, "until": vote.closes.text])
    }
    let keys = votingKeys(of: [nomination.party]).union([nomination.nominee])
    try require([.some(1, of: keys, as: nomination.party)], of: act)
  }

  mutating func record(_ it: NominationWithdrawn, _ act: Act) {
    change(&nominations, it.nomination) { $0.withdrawn = act.received }
  }
}
