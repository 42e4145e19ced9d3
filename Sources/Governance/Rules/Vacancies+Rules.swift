// SPDX-License-Identifier: Apache-2.0

import Counting

/// Terms that a certificate begins, and places that fall vacant (`Elections.md`, "Certificate and vacancies").
extension Assembly {
  /// Throws unless a certificate names exactly the terms that begin.
  func checkTerms(_ it: OutcomeCertified, _ vote: Vote, at now: Instant) throws(Refusal) {
    let expected = newTerms(vote, at: now)
    for (found, expected) in zip(it.terms, expected) where found != expected {
      throw Refusal(
        .wrongTerms, clause: "seats.\(expected.seat).term",
        ["found": found.words, "expected": expected.words])
    }
    guard it.terms.count == expected.count else {
      throw Refusal(
        .wrongTerms, ["found": "\(it.terms.count)", "expected": "\(expected.count)"])
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
      let places = statutes?.seats[result.item].map { self.places(of: $0, at: from) } ?? []
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
  mutating func begin(
    _ new: [OutcomeCertified.NewTerm], _ election: String, _ vote: Vote, at now: Instant
  ) {
    let begun = begun(vote, at: now)
    change(&elections, election) { $0.certified = now }
    let from = max(elections[election]?.termsFrom ?? now, now)
    for index in terms.indices
    where terms[index].vote == nil && vote.items.contains(terms[index].seat) {
      terms[index].until = from
    }
    for (term, nomination, place) in begun {
      terms.append(
        Term(
          seat: term.seat, party: term.party, from: term.from, until: term.until, vote: vote.id,
          nomination: nomination, predecessor: place.predecessor))
    }
  }

  func admit(_ it: SeatVacated, _ act: Act) throws(Refusal) {
    guard holders(ofSeat: it.seat, at: act.received).contains(it.party) else {
      throw Refusal(
        .notAHolder, clause: "seats.\(it.seat)", ["party": it.party, "seat": it.seat])
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
    guard it.stages == succession.stages else {
      throw Refusal(
        .wrongTally, clause: "seats.\(it.seat).vacancy",
        ["application": it.seat, "found": "stages", "expected": "stages"])
    }
    let teller = SignerNeed.some(1, of: holders(of: "teller"), as: "teller")
    try require([registrar, teller], of: act)
  }

  mutating func record(_ it: SeatFilled, _ act: Act) {
    guard let next = try? succession(to: it.seat, by: it.vote, at: act.received) else {
      preconditionFailure("not admitted")
    }
    terms.append(
      Term(
        seat: it.seat, party: it.party, from: act.received, until: it.until, vote: it.vote,
        nomination: next.nomination.id, predecessor: next.place.predecessor))
  }
}

/// Who takes a place that fell vacant, until when, and the count that says so.
public struct Succession: Sendable {
  /// The candidate who is next.
  public let nomination: Nomination
  /// The end of the term that is taken over.
  public var until: Instant { place.until }
  /// The count's working.
  public let stages: JSON
  let place: Place
}

extension Assembly {
  /// The next in the count of a vote, for a place of a class that fell vacant (`vacancy: runner_up`).
  public func succession(
    to name: String, by id: String, at now: Instant
  ) throws(Refusal) -> Succession {
    let none = Refusal(.noVacancy, clause: "seats.\(name).vacancy", ["seat": name])
    guard let seat = statutes?.seats[name], seat.vacancy == .runnerUp,
      let vote = votes[id], let election = vote.election.flatMap({ elections[$0] }),
      vote.certified != nil, vote.items.contains(name), isLastCount(vote, of: name)
    else { throw none }
    let own = terms.indices.filter { terms[$0].seat == name && terms[$0].vote != nil }
    guard let place = leftEarly(among: own, at: now).first else { throw none }
    let count = recount(name, vote, election, seat, at: now)
    guard let count, let next = count.newlyElected.first,
      let nomination = vote.candidates[name].flatMap({ nominations[$0[next]] })
    else { throw Refusal(.nobodyLeft, clause: "seats.\(name).vacancy", ["seat": name]) }
    return Succession(
      nomination: nomination, stages: count.stagesJSON(names: vote.candidates[name] ?? []),
      place: place)
  }

  private func isLastCount(_ vote: Vote, of seat: String) -> Bool {
    !votes.values.contains {
      $0.items.contains(seat) && $0.election != nil
        && ($0.certified ?? vote.opens) > (vote.certified ?? vote.opens)
    }
  }

  /// Countback: the same ballots, without those who left, with those who sit kept.
  private func recount(
    _ name: String, _ vote: Vote, _ election: Election, _ seat: Statutes.Seat, at now: Instant
  ) -> Count? {
    let running = terms.filter { runs($0, at: now) && body(ofSeat: $0.seat)?.name == election.body }
    let kept = Set(running.filter { $0.seat == name }.compactMap(\.nomination))
    let beside = running.filter { !($0.seat == name && kept.contains($0.nomination ?? "")) }
    let round = ClassCount(
      assembly: self, vote: vote, election: election, seat: name, later: 0,
      seated: beside.map(seated))
    let candidates = round.candidates
    let elected = vote.results?.first { $0.item == name }?.elected?.candidates ?? []
    let sitting = Set(candidates.indices.filter { kept.contains(candidates[$0].id) })
    let left = Set(
      candidates.indices.filter { index in
        let one = candidates[index]
        return !sitting.contains(index)
          && (elected.contains(one.id) || !isHolder(one.party, one.facts, of: seat, at: now)
            || parties[one.party]?.isMember(at: now) != true)
      })
    guard let selection = statutes?.selections[vote.rule],
      case .ballot(let ballot) = selection.source
    else { return nil }
    let choices = round.choices(poll(of: vote))
    return try? round.contest(choices, ballot.ballot).countback(
      ballot.method.counting, left: left, sitting: sitting,
      constraints: round.constraints(selection.unmet), ties: round.ties)
  }
}

extension OutcomeCertified.NewTerm {
  /// One line for messages.
  var words: String { "\(seat) \(party) \(from.text) – \(until.text)" }
}
