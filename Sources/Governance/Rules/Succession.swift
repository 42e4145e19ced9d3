// SPDX-License-Identifier: Apache-2.0

import Counting

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

/// The next in the last count (`Elections.md`, "Certificate and vacancies").
extension Assembly {
  /// Who fills a place of a class that fell vacant, by the ballots of a vote (`vacancy: runner_up`).
  ///
  /// Throws `no_vacancy` or `nobody_left`.
  public func succession(
    to name: String, by id: String, at now: Instant
  ) throws(Refusal) -> Succession {
    guard let seat = statutes?.seats[name], seat.vacancy == .runnerUp, let vote = votes[id],
      let election = vote.election.flatMap({ elections[$0] }), isLastCount(vote, of: name),
      let place = vacancy(of: seat, at: now)
    else { throw Refusal(.noVacancy, clause: "seats.\(name).vacancy", ["seat": name]) }
    guard let (next, stages) = countback(seat, vote, election, at: now) else {
      throw Refusal(.nobodyLeft, clause: "seats.\(name).vacancy", ["seat": name])
    }
    return Succession(nomination: next, stages: stages, place: place)
  }

  /// Whether no vote on a class was certified after this one, which was.
  private func isLastCount(_ vote: Vote, of seat: String) -> Bool {
    guard let certified = vote.certified, vote.items.contains(seat) else { return false }
    return !votes.values.contains {
      $0.election != nil && $0.items.contains(seat) && ($0.certified ?? certified) > certified
    }
  }

  /// The first place of a class that ends early, and that no pending election was called to fill.
  private func vacancy(of seat: Statutes.Seat, at now: Instant) -> Place? {
    let elected = electedTerms(of: seat)
    let left = leftEarly(among: elected, at: now)
    guard let pending = pendingElection(of: seat.name, at: now) else { return left.first }
    let places = places(of: seat, at: pending.termsFrom).count
    let spare = places > pending.places[seat.name] ?? 0
    return left.first { spare || $0.until <= pending.termsFrom }
  }

  /// The same ballots, without those who left, with those who sit kept: who is newly elected first.
  private func countback(
    _ seat: Statutes.Seat, _ vote: Vote, _ election: Election, at now: Instant
  ) -> (next: Nomination, stages: JSON)? {
    guard let selection = statutes?.selections[vote.rule],
      case .ballot(let ballot) = selection.source
    else { return nil }
    let (kept, beside) = sitting(seat.name, vote, election, at: now)
    let round = ClassCount(
      assembly: self, vote: vote, election: election, seat: seat.name,
      places: max(election.places[seat.name] ?? 0, kept.count + 1), later: 0,
      seated: beside.map(seated))
    let candidates = round.candidates
    let out = candidates.indices.filter { isLost(candidates[$0], to: seat, vote, kept, at: now) }
    let contest = round.contest(round.choices(poll(of: vote)), ballot.ballot)
    let limits = round.constraints(selection.unmet)
    let count = try? contest.countback(
      ballot.method.counting, left: Set(out),
      sitting: Set(candidates.indices.filter { kept.contains(candidates[$0].id) }),
      constraints: limits, ties: round.ties)
    guard let count, let next = count.newlyElected.first else { return nil }
    let stages = count.stagesJSON(
      names: candidates.map(\.id), out: contest.withdrawn.union(out), limits: limits.names)
    return (candidates[next], stages)
  }

  /// Who sits in the body by a term that is not over: in this class by this vote, and all others.
  private func sitting(
    _ seat: String, _ vote: Vote, _ election: Election, at now: Instant
  ) -> (kept: Set<String>, beside: [Term]) {
    let classes = classes(ofBody: election.body)
    let open = terms.filter { classes.contains($0.seat) && !isOver($0, at: now) }
    let own = open.filter { $0.seat == seat && $0.vote == vote.id }
    return (
      Set(own.compactMap(\.nomination)),
      open.filter { !($0.seat == seat && $0.vote == vote.id) }
    )
  }

  /// Whether a candidate cannot be next: had a seat by this vote, is no member or no holder any more.
  private func isLost(
    _ candidate: Nomination, to seat: Statutes.Seat, _ vote: Vote, _ kept: Set<String>,
    at now: Instant
  ) -> Bool {
    if kept.contains(candidate.id) { return false }
    return terms.contains { $0.vote == vote.id && $0.nomination == candidate.id }
      || parties[candidate.party]?.isMember(at: now) != true
      || !isHolder(candidate.party, candidate.facts, of: seat, at: now)
  }
}
