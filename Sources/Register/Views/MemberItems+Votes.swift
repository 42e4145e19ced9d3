// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance

extension Asked {
  /// A vote that is open or will be, and what the member can do in it; never how it stands.
  func items(of vote: Vote) -> [DueItem] {
    guard vote.isPending, let rule = assembly.edition(vote.version)?.rule(of: vote),
      !member.isSuspended(at: now)
    else { return [] }
    let window = "windows.\(rule.window)"
    guard let group = vote.group(of: member.id) else { return standIn(vote, rule, window) }
    if now < vote.opens {
      return [item("vote_opens", ["vote": vote.id], until: vote.opens, window)]
    }
    if now < vote.closes { return asked(vote, rule, group, window) }
    if now < vote.graceEnds, !hasVoted(group, vote) {
      return [
        item("grace", ["vote": vote.id], until: vote.graceEnds, window, silence(vote, rule))
      ]
    }
    return challenge(vote)
  }

  private func asked(
    _ vote: Vote, _ rule: Statutes.Rule, _ group: Int, _ window: String
  ) -> [DueItem] {
    let values = ["vote": vote.id]
    if let voter = namedVoter(of: vote.electorate[group]), voter != member.id {
      let shared = values.merging(["voter": voter]) { $1 }
      return [item("shared", shared, until: vote.closes, window, silence(vote, rule))]
    }
    let ties = vote.items.filter { vote.isAsked(group, on: $0) }
      .map { ($0, recusal(from: $0, vote, rule, group)) }
    let recused = ties.compactMap { name, relation in
      relation.map {
        item(
          "recused", ["item": name, "relation": $0], until: vote.closes,
          "\(vote.clause).recuse")
      }
    }
    let open = ties.filter { $0.1 == nil }.map(\.0)
    guard !open.isEmpty else { return recused }
    return recused + [standing(vote, rule, group, open, window)]
  }

  /// An alternate is asked only about items on which it sits for a holder; the rules say which.
  private func standIn(_ vote: Vote, _ rule: Statutes.Rule, _ window: String) -> [DueItem] {
    guard let alternate = vote.alternates.first(where: { $0.party == member.id }),
      let position = vote.position(of: member.id), now >= vote.opens, now < vote.closes
    else { return [] }
    let items = vote.items.filter { item in
      trialBallot(on: item, vote, rule).map { refusal(of: $0) == nil } ?? false
    }
    guard !items.isEmpty, vote.tellers.isEmpty else { return [] }
    let values = [
      "vote": vote.id, "items": items.joined(separator: ", "),
      "party": vote.electorate[alternate.group].joined(separator: "+"),
    ]
    return [
      item(
        hasVoted(position, vote) ? "voted" : "vote_instead", values, until: vote.closes, window)
    ]
  }

  /// To vote, or how its vote stands that it has cast or given away.
  private func standing(
    _ vote: Vote, _ rule: Statutes.Rule, _ group: Int, _ open: [String], _ window: String
  ) -> DueItem {
    let values = ["vote": vote.id]
    if hasVoted(group, vote) { return item("voted", values, until: vote.closes, window) }
    if let holder = vote.proxies[group] {
      let party = vote.electorate[holder].joined(separator: "+")
      return item(
        "proxied", values.merging(["party": party]) { $1 }, until: vote.closes, window,
        .init("proxy", ["party": party]))
    }
    let count = ["count": "\(open.count)", "items": open.joined(separator: ", ")]
    return item(
      open.count > 3 ? "vote_many" : "vote", values.merging(count) { $1 }, until: vote.closes,
      window, silence(vote, rule))
  }

  /// Whether its group has a ballot that it has not taken back.
  private func hasVoted(_ group: Int, _ vote: Vote) -> Bool {
    vote.ballots.last { $0.group == group }?.marking != nil
  }

  private func namedVoter(of group: [String]) -> String? {
    guard group.count > 1 else { return nil }
    return assembly.namedVoters.last {
      group.contains($0) && assembly.parties[$0]?.isMember(at: now) == true
    }
  }

  /// How the member is tied to what an item is about; the rules that would refuse its ballot say so.
  ///
  /// A sealed ballot is not refused, since nobody can read it: only a declared conflict is known.
  private func recusal(
    from item: String, _ vote: Vote, _ rule: Statutes.Rule, _ group: Int
  ) -> String? {
    if vote.conflicts[item]?.contains(group) == true { return "conflict" }
    guard vote.tellers.isEmpty else { return nil }
    guard let trial = trialBallot(on: item, vote, rule),
      let refusal = refusal(of: trial), refusal.code == .recused
    else { return nil }
    return refusal.facts["relation"]
  }

  /// A ballot on one item that nobody cast.
  private func trialBallot(on item: String, _ vote: Vote, _ rule: Statutes.Rule) -> Act? {
    let choice = rule.ballot.words.first.map { JSON.string($0.rawValue) } ?? .array([])
    let fields: [String: JSON] = [
      "vote": .string(vote.id), "on": .string(Words(.en).hex(vote.digest)),
      "choices": .object([item: choice]),
    ]
    return trial(.ballotCast, fields, at: max(now, assembly.now))
  }

  /// What it means not to vote, as the rule has it.
  private func silence(_ vote: Vote, _ rule: Statutes.Rule) -> DueItem.Silence {
    if rule.ballot == .silence { return .init("no_objection") }
    let electors = vote.weights?.reduce(0, +) ?? vote.electorate.count
    for clause in rule.pass.clauses where clause.asksForApproval {
      let whole = clause.base == .seats ? assembly.seats(of: vote) ?? electors : electors
      guard let least = clause.bound(of: whole) else { continue }
      return .init("against", ["least": "\(least)", "whole": "\(whole)"])
    }
    guard let quorum = due.quorum(of: vote) else { return .init("not_counted") }
    return .init("quorum", ["quorum": "\(quorum)", "whole": "\(electors)"])
  }

  private func challenge(_ vote: Vote) -> [DueItem] {
    guard let tallied = vote.tallied, let closes = due.challengeCloses(vote, tallied),
      now < closes
    else { return [] }
    return [
      item(
        "challenge", ["vote": vote.id], until: closes, "\(vote.clause).challenge",
        .init("count_stands"))
    ]
  }
}

extension Vote {
  /// Whether a group votes on an item; in an election each class has its own electors.
  fileprivate func isAsked(_ group: Int, on item: String) -> Bool {
    election == nil || classElectors[item]?.contains(group) == true
  }
}
