// SPDX-License-Identifier: Apache-2.0

/// Calls for candidates (`Elections.md`, "Statements").
extension Assembly {
  func admit(_ it: ElectionCalled, _ act: Act) throws(Refusal) {
    if elections[it.election] != nil { throw exists("election", it.election) }
    guard selection(ofElection: it.matter) != nil else {
      throw Refusal(
        .unknownMatter, clause: "matters.\(it.matter)", ["matter": it.matter])
    }
    if isOfMandates(it) {
      for mandate in it.places.keys.sorted(by: Self.inOrder) { try checkMandate(mandate, it) }
    } else {
      var body: String?
      for seat in it.places.keys.sorted(by: Self.inOrder) {
        body = try checkPlaces(of: seat, it, in: body)
      }
    }
    if it.places.isEmpty { throw wrongPlaces("–", found: 0, expected: "1") }
    guard it.nominationsClose > act.received, it.termsFrom >= it.nominationsClose else {
      throw Refusal(
        .wrongWindow, clause: "matters.\(it.matter)",
        [
          "found": "\(it.nominationsClose.text) – \(it.termsFrom.text)",
          "expected": act.received.text,
        ])
    }
    try require([registrar], of: act)
  }

  /// Checks one class; all of them belong to the body of the first.
  private func checkPlaces(
    of name: String, _ it: ElectionCalled, in body: String?
  ) throws(Refusal) -> String {
    guard let seat = statutes?.seats[name], seat.per == nil,
      let own = self.body(ofSeat: name)?.name, body == nil || body == own
    else { throw Refusal(.unknownSeat, clause: "seats", ["seat": name]) }
    let (found, expected) = (it.places[name] ?? 0, places(of: seat, at: it.termsFrom).count)
    guard found == expected, found > 0 else {
      throw wrongPlaces(name, found: found, expected: "\(expected)")
    }
    try checkPending(name, clause: "seats.\(name)")
    return own
  }

  private func checkPending(_ name: String, clause: String) throws(Refusal) {
    guard let other = pendingElection(of: name, at: now) else { return }
    throw Refusal(.electionPending, clause: clause, ["seat": name, "election": other.id])
  }

  /// Whether an election is to seats in other bodies: the first of its names is no class of ours.
  private func isOfMandates(_ it: ElectionCalled) -> Bool {
    let first = it.places.keys.min(by: Self.inOrder)
    return first.map { statutes?.seats[$0] == nil && statutes?.mandates[$0] != nil } ?? false
  }

  /// Checks one mandate of an election to seats in other bodies (`Bodies.md`).
  private func checkMandate(_ name: String, _ it: ElectionCalled) throws(Refusal) {
    guard let mandate = statutes?.mandates[name], statutes?.seats[name] == nil,
      mandate.from == it.matter, mandate.per == nil
    else { throw Refusal(.unknownSeat, clause: "mandates", ["seat": name]) }
    let found = it.places[name] ?? 0
    guard Self.mandatePlaces.contains(found) else {
      let range = Self.mandatePlaces
      throw wrongPlaces(name, found: found, expected: "\(range.lowerBound)..\(range.upperBound)")
    }
    try checkPending(name, clause: "mandates.\(name)")
  }

  private static let mandatePlaces = 1...9

  /// The election that still is to fill a class; one that nobody stands in any more fills nothing.
  func pendingElection(of seat: String, at now: Instant) -> Election? {
    elections.values.filter {
      $0.places[seat] != nil && $0.certified == nil
        && ($0.vote != nil || now < $0.nominationsClose || hasCandidates($0))
    }
    .min { Self.inOrder($0.id, $1.id) }
  }

  private func hasCandidates(_ election: Election) -> Bool {
    election.places.keys.contains { !candidates(for: $0, in: election).isEmpty }
  }

  private func wrongPlaces(_ seat: String, found: Int, expected: String) -> Refusal {
    Refusal(
      .wrongPlaces, clause: "seats.\(seat).count",
      ["seat": seat, "found": "\(found)", "expected": expected])
  }

  /// The selection by ballot that decides a matter.
  func selection(ofElection matter: String) -> Statutes.Selection? {
    guard case .selection(let name)? = statutes?.matters[matter]?.decision,
      let selection = statutes?.selections[name], case .ballot = selection.source
    else { return nil }
    return selection
  }

  mutating func record(_ it: ElectionCalled, _ act: Act) {
    let first = it.places.keys.min(by: Self.inOrder)
    let body = isOfMandates(it) ? nil : first.flatMap { self.body(ofSeat: $0)?.name }
    elections[it.election] = Election(
      id: it.election, matter: it.matter, version: statutes?.version ?? 1, body: body,
      places: it.places, nominationsClose: it.nominationsClose, termsFrom: it.termsFrom)
  }

  /// An election's classes in the order of its body's seats; its mandates in the order of their names.
  public func classes(of election: Election) -> [String] {
    guard election.body != nil else { return election.places.keys.sorted(by: Self.inOrder) }
    return under(election.version).classes(ofBody: election.body).filter(election.fills)
  }
}

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
