// SPDX-License-Identifier: Apache-2.0

/// Terms that a certificate begins, and places that fall vacant (`Elections.md`, "Certificate and vacancies").
extension Assembly {
  /// Throws unless a certificate names exactly the terms that begin.
  func checkTerms(_ it: OutcomeCertified, _ vote: Vote, at now: Instant) throws(Refusal) {
    let expected = newTerms(vote, at: now)
    let terms = it.terms ?? []
    for (found, expected) in zip(terms, expected) where found != expected {
      throw Refusal(
        .wrongTerms, clause: "seats.\(expected.seat).term",
        ["found": found.words, "expected": expected.words])
    }
    guard terms.count == expected.count, (it.terms == nil) == (vote.election == nil) else {
      let found = it.terms.map { "\($0.count)" } ?? "–"
      throw Refusal(.wrongTerms, ["found": found, "expected": "\(expected.count)"])
    }
  }

  /// The terms that a certificate of an election's vote begins if it is received now; else none.
  public func newTerms(_ vote: Vote, at now: Instant) -> [OutcomeCertified.NewTerm] {
    under(vote.version).begun(vote, at: now).map(\.term)
  }

  private func begun(
    _ vote: Vote, at now: Instant
  ) -> [(term: OutcomeCertified.NewTerm, nomination: String, place: Place)] {
    guard let election = vote.election.flatMap({ elections[$0] }) else { return [] }
    let from = max(election.termsFrom, now)
    return (vote.results ?? []).flatMap { result in
      let seat = election.fills(result.item) ? statutes?.seats[result.item] : nil
      let places = seat.map { self.places(of: $0, at: from) } ?? []
      let elected = (result.elected?.candidates ?? []).compactMap { nominations[$0] }
      return zip(elected, places).map { nomination, place in
        (
          OutcomeCertified.NewTerm(
            seat: result.item, party: nomination.party, from: from, until: place.until),
          nomination.id, place
        )
      }
    }
  }

  /// Begins the terms of an election and ends the founding's of its classes.
  mutating func begin(_ id: String, _ vote: Vote, at now: Instant) {
    guard let election = elections[id] else { preconditionFailure("not admitted") }
    let begun = begun(vote, at: now)
    change(&elections, id) { $0.certified = now }
    let from = max(election.termsFrom, now)
    for index in terms.indices
    where terms[index].origin == .founding && election.fills(terms[index].seat) {
      // Only the first election ends them.
      terms[index].until = terms[index].until ?? from
    }
    for (term, nomination, place) in begun {
      let left = parties[term.party]?.left
      terms.append(
        Term(
          seat: term.seat, party: term.party, from: term.from, until: term.until,
          origin: .elected(vote: vote.id, nomination: nomination), predecessor: place.predecessor,
          // Who left since the vote does not get the seat, even if the leaving is undone.
          ended: left.flatMap { $0 <= now ? $0 : nil }))
    }
  }

  func admit(_ it: SeatVacated, _ act: Act) throws(Refusal) {
    guard holders(ofSeat: it.seat, at: act.received).contains(it.party) else {
      throw Refusal(
        .notAHolder, clause: "seats.\(it.seat)", ["party": it.party, "seat": it.seat])
    }
    if let meetings = it.meetings {
      try checkAbsence(it, meetings, at: act.received)
      return try require([registrar, teller], of: act)
    }
    try require([.some(1, of: votingKeys(of: [it.party]), as: it.party)], of: act)
  }

  mutating func record(_ it: SeatVacated, _ act: Act) {
    for index in terms.indices
    where terms[index].seat == it.seat && terms[index].party == it.party
      && runs(terms[index], at: act.received)
    {
      terms[index].ended = act.received
    }
  }

  func admit(_ it: SeatFilled, _ act: Act) throws(Refusal) {
    let succession = try succession(to: it.seat, by: it.vote, at: act.received)
    guard it.party == succession.nomination.party else {
      throw Refusal(
        .wrongParty, clause: "seats.\(it.seat).vacancy",
        ["found": it.party, "expected": succession.nomination.party])
    }
    guard it.until == succession.place.until else {
      throw Refusal(
        .wrongTerms, clause: "seats.\(it.seat).term",
        ["found": it.until.text, "expected": succession.place.until.text])
    }
    if let difference = StageDifference(it.stages, succession.stages) {
      throw Refusal(
        .wrongTally, clause: "seats.\(it.seat).vacancy", difference.facts(of: it.seat))
    }
    try require([registrar, teller], of: act)
  }

  mutating func record(_ it: SeatFilled, _ act: Act) {
    guard let next = try? succession(to: it.seat, by: it.vote, at: act.received) else {
      preconditionFailure("not admitted")
    }
    terms.append(
      Term(
        seat: it.seat, party: it.party, from: act.received, until: it.until,
        origin: .elected(vote: it.vote, nomination: next.nomination.id),
        predecessor: next.place.predecessor))
  }
}

extension OutcomeCertified.NewTerm {
  /// One line for messages.
  var words: String { "\(seat) \(party) \(from.text) – \(until.text)" }
}
