// SPDX-License-Identifier: Apache-2.0

import Counting

/// The vote of an election (`Elections.md`, "The vote").
extension Assembly {
  /// Checks the opening of a vote on an election's classes.
  func admit(_ it: VoteOpened, on id: String, _ act: Act) throws(Refusal) {
    guard let election = elections[id] else { throw unknown("election", id) }
    guard act.received >= election.nominationsClose, !it.items.isEmpty,
      it.items == contested(in: election), election.vote == nil
    else { throw Refusal(.notToBeVoted, ["item": it.items.first ?? "–"]) }
    guard it.matter == election.matter, it.call == nil else {
      throw Refusal(.unknownMatter, clause: "matters", ["matter": it.matter])
    }
    let (rule, window) = try ballot(of: election)
    guard it.rule == rule.name, it.round == 1 else {
      throw Refusal(
        .wrongRound, clause: "selections.\(rule.name)",
        ["item": id, "found": "\(it.rule) \(it.round)", "expected": "\(rule.name) 1"])
    }
    let earliest = earliestOpening(window, at: act.received)
    guard it.opens >= earliest else {
      throw Refusal(
        .noticeTooShort, clause: "windows.\(window.name).notice",
        ["found": it.opens.text, "expected": earliest.text])
    }
    try checkClosing(it.closes, of: window, from: it.opens, clause: "windows.\(window.name)")
    try checkCandidates(it, election)
    try checkClassElectorate(it, election, rule, act)
    try checkTellers(it, rule)
    try require(openers(it), of: act)
  }

  /// The classes that somebody stands for, in the order of the body's seats.
  public func contested(in election: Election) -> [String] {
    classes(of: election).filter { !candidates(for: $0, in: election).isEmpty }
  }

  /// The candidates for a class: accepted and not withdrawn, sorted by bytes.
  public func candidates(for seat: String, in election: Election) -> [String] {
    nominations.values.filter {
      $0.election == election.id && $0.seat == seat && $0.accepted != nil && $0.withdrawn == nil
    }
    .map(\.id).sorted(by: Self.inOrder)
  }

  private func checkCandidates(_ it: VoteOpened, _ election: Election) throws(Refusal) {
    let stated = it.candidates ?? [:]
    for seat in it.items {
      let (found, expected) = (stated[seat] ?? [], candidates(for: seat, in: election))
      guard found == expected else {
        throw Refusal(
          .wrongCandidates, clause: "seats.\(seat)",
          [
            "seat": seat, "found": found.joined(separator: " "),
            "expected": expected.joined(separator: " "),
          ])
      }
    }
    guard stated.count == it.items.count else {
      throw Refusal(
        .wrongCandidates,
        ["seat": "–", "found": "\(stated.count)", "expected": "\(it.items.count)"])
    }
  }

  private func checkClassElectorate(
    _ it: VoteOpened, _ election: Election, _ rule: Statutes.Rule, _ act: Act
  ) throws(Refusal) {
    let expected = electorate(of: it.items, in: election, at: act.received)
    guard it.electorate == expected else {
      throw wrongElectorate(it.electorate, expected, clause: "selections.\(rule.name).electors")
    }
    guard it.weights == nil else {
      throw Refusal(.wrongWeights, ["found": "\(it.weights?.count ?? 0)", "expected": "–"])
    }
  }

  /// The groups that vote on at least one item of an election, each once, sorted.
  ///
  /// Those that share a party are one group, so that nobody stands in two.
  public func electorate(
    of items: [String], in election: Election, at now: Instant
  ) -> [[String]] {
    var joined: [Set<String>] = []
    for group in Set(items.flatMap { electors(of: $0, in: election, at: now) }) {
      let near = joined.filter { !$0.isDisjoint(with: group) }
      joined.removeAll { !$0.isDisjoint(with: group) }
      joined.append(near.reduce(Set(group)) { $0.union($1) })
    }
    return joined.map { $0.sorted(by: Self.inOrder) }
      .sorted { $0.lexicographicallyPrecedes($1, by: Self.inOrder) }
  }

  /// The groups that vote on a class; on a mandate all members that are not suspended.
  func electors(of item: String, in election: Election, at now: Instant) -> [[String]] {
    if election.body == nil {
      return parties.keys.filter { parties[$0]?.status(at: now) == "member" }
        .sorted(by: Self.inOrder).map { [$0] }
    }
    return (statutes?.seats[item]).map { electors(as: $0.electors, at: now).groups } ?? []
  }

  /// By class, the positions of the groups that vote on it.
  func classElectors(
    _ it: VoteOpened, in election: Election, at now: Instant
  ) -> [String: Set<Int>] {
    var positions: [String: Set<Int>] = [:]
    for seat in it.items {
      let own = Set(electors(of: seat, in: election, at: now).joined())
      positions[seat] = Set(
        it.electorate.indices.filter { !own.isDisjoint(with: it.electorate[$0]) })
    }
    return positions
  }
}

extension Statutes.Rule {
  /// What decides by a selection's ballots: who leads is elected, whatever the turnout.
  init?(electing selection: Statutes.Selection) {
    guard case .ballot(let election) = selection.source,
      let pass = try? Condition("take_part >= 0")
    else { return nil }
    self.name = selection.name
    self.ballot = election.ballot
    self.electors = election.electors
    self.pass = pass
    self.window = election.window
    self.secrecy = selection.secrecy
    self.picks = election.picks
    self.alsoHear = selection.alsoHear
    self.rounds = 1
    (self.tieFails, self.recusedSeatToAlternate) = (false, false)
    self.recuse = []
    (self.quorum, self.block, self.blocs, self.retry, self.dissent) = (nil, nil, nil, nil, nil)
    (self.fallback, self.fallbackBy, self.challenge) = (nil, nil, nil)
    (self.weight, self.proxiesAtMost) = (nil, nil)
  }
}
