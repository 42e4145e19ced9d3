// SPDX-License-Identifier: Apache-2.0

import Counting

/// The count of an election, class by class (`Elections.md`, "The count").
extension Assembly {
  func elect(_ vote: Vote, _ election: Election, _ poll: Poll) -> [TallyPublished.Result] {
    guard let rule = statutes?.rule(of: vote),
      let selection = statutes?.selections[vote.rule], case .ballot(let ballot) = selection.source
    else { return [] }
    var seated = self.seated(beside: election)
    var chosen: Set<String> = []
    var results: [TallyPublished.Result] = []
    for (place, seat) in vote.items.enumerated() {
      let round = ClassCount(
        assembly: self, vote: vote, election: election, seat: seat,
        places: election.places[seat] ?? 0,
        later: vote.items[(place + 1)...].reduce(0) { $0 + (election.places[$1] ?? 0) },
        seated: seated, elected: chosen)
      let choices = round.choices(poll)
      let contest = round.contest(choices, rule.ballot)
      let limits = round.constraints(selection.unmet)
      let count = try? contest.count(
        ballot.method.counting, constraints: limits, ties: round.ties)
      let elected = count?.elected.map { vote.candidates[seat]?[$0] ?? "" } ?? []
      let new = elected.compactMap { nominations[$0] }
      chosen.formUnion(new.map(\.party))
      if election.body != nil { seated += new.map(Seated.init) }
      let stages = count?.stagesJSON(
        names: vote.candidates[seat] ?? [], out: contest.withdrawn, limits: limits.names)
      results.append(round.result(choices, elected, stages: stages ?? []))
    }
    return results
  }

  /// Who sits in the body when the election's terms begin, but for seats that it fills.
  private func seated(beside election: Election) -> [Seated] {
    let classes = classes(ofBody: election.body)
    return terms.filter { classes.contains($0.seat) && sits($0, beside: election) }
      .map(seated)
  }

  /// A term's holder, with the facts of who sits for it.
  func seated(_ term: Term) -> Seated {
    Seated(party: term.party, facts: term.nomination.flatMap { nominations[$0] }?.facts ?? [:])
  }
}

/// Somebody who sits, as caps and floors see it.
struct Seated {
  let party: String
  let facts: [String: String]

  init(party: String, facts: [String: String]) {
    self.party = party
    self.facts = facts
  }

  init(_ nomination: Nomination) {
    self.init(party: nomination.party, facts: nomination.facts)
  }
}

/// The count of one class: its contest, its limits, its result.
struct ClassCount {
  let assembly: Assembly
  let vote: Vote
  let election: Election
  let seat: String
  /// How many are to be elected.
  let places: Int
  /// Places of the classes that are counted after this one.
  let later: Int
  /// Who sits already, or was elected in a class counted before; nobody where mandates are given.
  let seated: [Seated]
  /// The parties elected in a class counted before.
  var elected: Set<String> = []

  /// The candidates, in the order of the opening.
  var candidates: [Nomination] {
    (vote.candidates[seat] ?? []).compactMap { assembly.nominations[$0] }
  }

  /// The groups that vote on this class and have a party left.
  private var electors: [Int] {
    (vote.classElectors[seat] ?? []).sorted().filter { group in
      !vote.electorate[group].allSatisfy { assembly.hasLeft($0, before: vote.closes) }
    }
  }

  /// The lists of those who took part, in the order of their groups.
  func choices(_ poll: Poll) -> [[String]] {
    electors.compactMap { group in
      guard case .list(let names)? = poll.standing[seat]?[group]?.choice else { return nil }
      return names
    }
  }

  /// The contest that these ballots are.
  func contest(_ choices: [[String]], _ ballot: Statutes.Ballot) -> Contest {
    let names = vote.candidates[seat] ?? []
    let index = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    let ballots = choices.map { list in
      let marked = list.compactMap { index[$0] }
      return Contest.Ballot(ranking: ballot == .ranked ? marked.map { [$0] } : [marked])
    }
    return Contest(
      title: seat, seats: places, candidates: names,
      withdrawn: Set(candidates.indices.filter { isOut(candidates[$0]) }), ballots: ballots)
  }

  /// Whether a candidate has withdrawn, left, or sits by now.
  private func isOut(_ candidate: Nomination) -> Bool {
    candidate.withdrawn != nil
      || assembly.parties[candidate.party]?.isMember(at: vote.closes) != true
      || elected.contains(candidate.party)
      || seated.contains { $0.party == candidate.party }
  }

  /// Ties go by a lot whose seed was fixed when the vote opened.
  var ties: Ties {
    Ties(
      seed: vote.digest, ids: (vote.candidates[seat] ?? []).map { Array($0.utf8) },
      digest: assembly.sha256)
  }

  /// What the statement says of this class.
  func result(
    _ choices: [[String]], _ elected: [String], stages: JSON
  ) -> TallyPublished.Result {
    let names = vote.candidates[seat] ?? []
    let isRanked = assembly.statutes?.rule(of: vote)?.ballot == .ranked
    var counts = Dictionary(uniqueKeysWithValues: names.map { ($0, 0) })
    for list in choices {
      for name in isRanked ? Array(list.prefix(1)) : list { counts[name, default: 0] += 1 }
    }
    let outcome: VoteOutcome =
      electors.isEmpty ? .void : elected.isEmpty ? .lost : .carried
    return TallyPublished.Result(
      item: seat, whole: .init(electors: electors.count, ballots: choices.count, counts: counts),
      blocs: [:], outcome: outcome, winner: nil,
      elected: .init(candidates: elected, stages: stages))
  }
}

/// Caps and floors for the candidates of one class of the body, or of one mandate.
extension ClassCount {
  func constraints(_ unmet: RankedFill.Unmet) -> Constraints {
    let limits = Limits(
      assembly: assembly, candidates: candidates.map(Seated.init), seated: seated,
      moment: vote.opens)
    guard let body = election.body.flatMap({ assembly.statutes?.bodies[$0] }) else {
      return Constraints(mandateFloors(limits), unmet: unmet)
    }
    let whole = assembly.seatCount(of: body)
    let caps = body.caps.flatMap { limits.constraints(of: $0, whole: whole) }
    let floors = body.floors.compactMap { floor in
      limits.floor(
        floor.name, of: floor.atLeast.atLeast(of: whole), later: later, places: places
      ) { limits.meets(floor.members, $0) }
    }
    return Constraints(caps + floors, unmet: unmet)
  }

  /// The floors of a mandate, and half of the holders from each of its pair of rolls.
  private func mandateFloors(_ limits: Limits) -> [Constraint] {
    guard let mandate = assembly.statutes?.mandates[seat] else { return [] }
    let floors = mandate.floors.compactMap { floor in
      limits.floor(
        floor.name, of: floor.atLeast.atLeast(of: places), later: 0, places: places
      ) { limits.meets(floor.members, $0) }
    }
    let pairs = mandate.pairs.compactMap { roll in
      limits.floor(roll, of: places / 2, later: 0, places: places) {
        assembly.isIn(roll: roll, party: $0.party, at: vote.opens)
      }
    }
    return floors + pairs
  }
}

extension Statutes.Method {
  /// The method of the module Counting.
  var counting: Counting.Method {
    switch self {
    case .mostApproved: .mostApproved
    case .stv: .stv
    case .borda: .borda(.last)
    // The first of n places gives n points, the last one.
    case .points: .borda(.modified)
    }
  }
}
