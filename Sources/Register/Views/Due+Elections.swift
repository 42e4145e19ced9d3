// SPDX-License-Identifier: Apache-2.0

import Governance

extension Due {
  /// What an election waits for, from its call until its vote is open; the rest is the vote's.
  func items(of election: Election) -> [DueItem] {
    guard election.certified == nil else { return [] }
    let clause = "matters.\(election.matter)"
    let values = ["election": election.id, "places": Election.text(ofPlaces: election.places)]
    let standing = nominations(in: election).filter { $0.accepted != nil }
    if now < election.nominationsClose {
      let count = values.merging(["count": "\(standing.count)"]) { $1 }
      return [
        DueItem(
          "nominations", count, who: "members", when: election.nominationsClose, clause: clause)
      ] + nominations(in: election).compactMap { acceptance(of: $0, election) }
    }
    guard election.vote == nil else { return [] }
    return [
      DueItem(
        standing.isEmpty ? "open_election.nobody" : "open_election", values, who: "registrar",
        when: nil, clause: clause)
    ]
  }

  /// Those that were made and not withdrawn, by their names.
  private func nominations(in election: Election) -> [Nomination] {
    assembly.nominations.inOrder.filter { $0.election == election.id && $0.withdrawn == nil }
  }

  private func acceptance(of nomination: Nomination, _ election: Election) -> DueItem? {
    guard nomination.accepted == nil else { return nil }
    return DueItem(
      "acceptance",
      ["nomination": nomination.id, "election": election.id, "seat": nomination.seat],
      who: nomination.party, when: election.nominationsClose, clause: "matters.\(election.matter)")
  }

  /// Places that nobody holds although their class was elected once, and that no election is to fill.
  var emptyPlaces: [DueItem] {
    let called = Set(
      assembly.elections.values.filter { $0.certified == nil }.flatMap(\.places.keys))
    return (assembly.inForce(at: now)?.seats ?? [:]).inOrder.compactMap { seat in
      let wasElected = assembly.terms.contains { $0.seat == seat.name && $0.vote != nil }
      let empty = assembly.placeEnds(ofSeat: seat.name, at: now).count
      guard wasElected, empty > 0, !called.contains(seat.name) else { return nil }
      return DueItem(
        "seat_empty", ["seat": seat.name, "count": "\(empty)"], who: "registrar", when: nil,
        clause: "seats.\(seat.name).vacancy")
    }
  }

  /// Terms that end within 60 days, where no election is under way for their class.
  var endsOfTerms: [DueItem] {
    let called = Set(
      assembly.elections.values.filter { $0.certified == nil && $0.body != nil }
        .flatMap(\.places.keys))
    var parties: [String: [Instant: [String]]] = [:]
    for term in assembly.terms where !called.contains(term.seat) && assembly.runs(term, at: now) {
      guard let end = assembly.end(of: term), end <= now + Forecast.callAhead else { continue }
      parties[term.seat, default: [:]][end, default: []].append(term.party)
    }
    return parties.pairsInOrder
      .flatMap { seat, ends in
        ends.sorted { $0.key < $1.key }.map { end, parties in
          DueItem(
            "terms_end", ["seat": seat, "parties": parties.joined(separator: ", ")],
            who: "registrar", when: end, clause: "seats.\(seat).term")
        }
      }
  }
}

extension Asked {
  /// An election that asks for candidates, and the member's own nominations that wait for it.
  func items(of election: Election) -> [DueItem] {
    guard election.certified == nil, now < election.nominationsClose,
      !member.isSuspended(at: now)
    else { return [] }
    let clause = "matters.\(election.matter)"
    let places = ["election": election.id, "places": Election.text(ofPlaces: election.places)]
    let own = assembly.nominations.inOrder.filter {
      $0.election == election.id && $0.party == member.id && $0.withdrawn == nil
        && $0.accepted == nil
    }
    return [item("nominate", places, until: election.nominationsClose, clause)]
      + own.map { nomination in
        item(
          "accept",
          ["nomination": nomination.id, "election": election.id, "seat": nomination.seat],
          until: election.nominationsClose, clause, .init("does_not_stand"))
      }
  }
}
