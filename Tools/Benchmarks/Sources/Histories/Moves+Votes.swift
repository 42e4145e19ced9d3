// SPDX-License-Identifier: Apache-2.0
import Governance

/// What the secretariat, the tellers and the judges do with a vote, from its opening to its end.
extension Moves {
  func open(_ chance: inout Chance) throws -> Move? {
    guard let items = items(&chance), let plan = try? assembly.votingPlan(on: items, at: now)
    else { return nil }
    let late = chance.once(in: 3) ? chance.below(90_000) : 0
    let opens = plan.earliest + late
    guard let closes = assembly.closing(of: plan.window, from: opens) else { return nil }
    var fields: [String: JSON] = [
      "vote": .string("V-\(number)"), "matter": .string(plan.matter),
      "rule": .string(plan.course.rule), "round": .integer(plan.course.round),
      "items": .array(items.map(JSON.string)), "opens": .string(opens.text),
      "closes": .string(closes.text), "electorate": groups(plan.electorate),
    ]
    fields["weights"] = plan.weights.map { .array($0.map(JSON.integer)) }
    if !plan.tellers.isEmpty {
      fields["tellers"] = .array(
        try plan.tellers.map {
          ["key": .string($0), "recipient": .string(try Seal.recipient(of: $0))]
        })
    }
    if chance.once(in: 20) { fields["round"] = .integer(plan.course.round + 1) }
    if chance.once(in: 20) { fields["electorate"] = groups(plan.electorate.dropLast()) }
    return Move(.voteOpened, fields, by: [registrar] + plan.tellers.map(short))
  }

  /// One thing or two that can be voted on now.
  private func items(_ chance: inout Chance) -> [String]? {
    let known = assembly.proposals.keys.sorted() + assembly.amendments.keys.sorted()
    let votable = known.filter { (try? assembly.votingPlan(on: [$0], at: now)) != nil }
    guard let item = chance.one(of: votable) else { return nil }
    if chance.once(in: 4), let other = chance.one(of: votable), other != item {
      return [item, other]
    }
    return [item]
  }

  func groups(_ electorate: some Sequence<[String]>) -> JSON {
    .array(electorate.map { .array($0.map(JSON.string)) })
  }

  func unseal(_ chance: inout Chance) throws -> Move? {
    guard let vote = vote(&chance, where: { !$0.isUnsealed && $0.isPending }) else { return nil }
    guard let teller = chance.one(of: vote.tellers) else { return nil }
    return try sealOpened(vote, by: teller.key)
  }

  /// A block tested, or the votes counted, seldom wrongly.
  func tally(_ chance: inout Chance) -> Move? {
    guard let vote = vote(&chance, where: { $0.tallied == nil && $0.annulled == nil }) else {
      return nil
    }
    if let block = block(&chance, vote), chance.once(in: 2) { return block }
    let (results, excluded) = assembly.count(vote)
    var claimed = results.map(\.json)
    if chance.once(in: 15), case .object(var first)? = claimed.first {
      first["outcome"] = first["outcome"] == "carried" ? "lost" : "carried"
      if first["stages"] != nil, chance.once(in: 2) { first["stages"] = [] }
      claimed[0] = .object(first)
    }
    return tallyPublished(vote, claimed, excluded)
  }

  private func block(_ chance: inout Chance, _ vote: Vote) -> Move? {
    guard let ballot = chance.one(of: Array(vote.ballots)), let item = chance.one(of: vote.items)
    else {
      return nil
    }
    return Move(
      .blockTested,
      [
        "vote": .string(vote.id), "item": .string(item), "party": .string(ballot.party),
        "verdict": chance.once(in: 2) ? "stands" : "set_aside", "ground": "Так.",
      ], by: judges(&chance))
  }

  func certify(_ chance: inout Chance) -> Move? {
    guard let vote = vote(&chance, where: { $0.results != nil && $0.isPending }),
      let results = vote.results
    else { return tally(&chance) }
    let signers = [registrar] + tellers.filter { _ in !chance.once(in: 30) }
    var terms = assembly.newTerms(vote, at: now)
    if chance.once(in: 12) { terms = Array(terms.dropFirst()) }
    if chance.once(in: 12) { terms.reverse() }
    return outcomeCertified(vote, results, terms, by: signers)
  }

  func sealOpened(_ vote: Vote, by teller: String) throws -> Move {
    Move(
      .sealOpened,
      ["vote": .string(vote.id), "identity": .string(try Seal.identity(of: teller))],
      by: [short(teller)])
  }

  func tallyPublished(_ vote: Vote, _ results: [JSON], _ excluded: [TallyPublished.Exclusion])
    -> Move
  {
    Move(
      .tallyPublished,
      [
        "vote": .string(vote.id), "results": .array(results),
        "excluded": .array(excluded.map(\.json)),
      ], by: [registrar])
  }

  func outcomeCertified(
    _ vote: Vote, _ results: [TallyPublished.Result], _ terms: [OutcomeCertified.NewTerm],
    by signers: [String]
  ) -> Move {
    var outcomes: [String: JSON] = [:]
    for result in results { outcomes[result.item] = .string(result.outcome.rawValue) }
    var fields: [String: JSON] = ["vote": .string(vote.id), "outcomes": .object(outcomes)]
    if vote.election != nil { fields["terms"] = .array(terms.map(\.json)) }
    return Move(.outcomeCertified, fields, by: signers)
  }
}
