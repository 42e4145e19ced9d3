// SPDX-License-Identifier: Apache-2.0
import Governance

/// Calls for candidates, who stands, and the vote on them.
extension Moves {
  /// The next step of an election, a place filled, or a call.
  func electionDue(_ chance: inout Chance) throws -> Move? {
    if chance.once(in: 2), let fill = fill(&chance) { return fill }
    let pending = assembly.elections.values.filter { $0.certified == nil }
      .sorted { $0.id < $1.id }
    if let open = pending.first(where: { now < $0.nominationsClose }) {
      return chance.once(in: 2) ? nominate(&chance, in: open) : accept(&chance, in: open)
    }
    if let ready = pending.first(where: isReady) { return try openElection(ready, &chance) }
    return chance.once(in: 3) ? call(&chance) : nil
  }

  /// Whether its nominations are over, somebody stands, and no vote was opened.
  private func isReady(_ election: Election) -> Bool {
    election.vote == nil && now >= election.nominationsClose
      && !view(election).contested(in: election).isEmpty
  }

  /// Whether people still have something to do for an election, at this moment.
  var awaitsPeople: Bool {
    assembly.elections.values.contains { election in
      guard election.certified == nil else { return false }
      guard let vote = election.vote.flatMap({ assembly.votes[$0] }) else {
        return now < election.nominationsClose ? wantsMore(election) : isReady(election)
      }
      let isOpen = vote.opens <= now && now < vote.closes
      return isOpen ? vote.turnout * 3 < vote.electorate.count * 2 : now >= vote.graceEnds
    }
  }

  /// More than the places, so that somebody is next.
  private func wantsMore(_ election: Election) -> Bool {
    standing(in: election) < min(election.places.values.reduce(2, +), 7)
  }

  private func standing(in election: Election) -> Int {
    assembly.nominations.values.count { $0.election == election.id && $0.accepted != nil }
  }

  /// The assembly under the statutes that govern an election.
  private func view(_ election: Election) -> Assembly { assembly.under(election.version) }

  private func election(
    _ chance: inout Chance, where fits: (Election) -> Bool = { _ in true }
  ) -> Election? {
    let names = assembly.elections.values.filter(fits).map(\.id).sorted()
    return chance.one(of: names).flatMap { assembly.elections[$0] }
  }

  private func nomination(
    _ chance: inout Chance, where fits: (Nomination) -> Bool = { _ in true }
  ) -> Nomination? {
    let names = assembly.nominations.values.filter(fits).map(\.id).sorted()
    return chance.one(of: names).flatMap { assembly.nominations[$0] }
  }

  /// A call for the places that will be free, with the seldom fault.
  func call(_ chance: inout Chance) -> Move? {
    let closes = now + (2 + chance.below(12)) * 86_400 + chance.below(40_000)
    let from = termsFrom(after: closes, &chance)
    var places = places(at: from, &chance)
    if chance.once(in: 6), let seat = chance.one(of: places.keys.sorted()) {
      let count = places[seat] ?? 0
      places[seat] = chance.one(of: [count + 1, max(0, count - 1), 0])
    }
    if chance.once(in: 25) { places["appeal_seat"] = 3 }
    if chance.once(in: 40) { places["no_seat"] = 1 }
    guard !places.isEmpty || chance.once(in: 30) else { return nil }
    let name = chance.once(in: 40) ? election(&chance)?.id : nil
    return Move(
      .electionCalled,
      [
        "election": .string(name ?? "E-\(number)"),
        "matter": chance.once(in: 40) ? "routine" : "election",
        "places": .object(places.mapValues(JSON.integer)),
        "nominations_close": .string((chance.once(in: 40) ? now : closes).text),
        "terms_from": .string((chance.once(in: 40) ? closes + -1 : from).text),
      ], by: [registrar])
  }

  /// Days after the nominations, or just when the next term ends.
  private func termsFrom(after closes: Instant, _ chance: inout Chance) -> Instant {
    let ends = assembly.terms.compactMap { assembly.end(of: $0) }.filter { $0 >= closes }.sorted()
    if let end = ends.first, chance.once(in: 2) { return end }
    return closes + chance.below(40) * 86_400
  }

  /// The free places of a body's classes, most often of all that no election waits for.
  private func places(at moment: Instant, _ chance: inout Chance) -> [String: Int] {
    let steering = ["small_seat", "frontline_seat", "open_seat"]
    let version = assembly.inForce(at: now)?.version ?? 1
    var places: [String: Int] = [:]
    for seat in chance.once(in: 4) ? ["appeal_seat"] : steering where !chance.once(in: 6) {
      let isAwaited = assembly.elections.values.contains {
        $0.certified == nil && $0.places[seat] != nil
          && ($0.vote != nil || now < $0.nominationsClose || standing(in: $0) > 0)
      }
      let count = assembly.under(version).placeEnds(ofSeat: seat, at: moment).count
      if count > 0, !isAwaited || chance.once(in: 6) { places[seat] = count }
    }
    return places
  }

  func nominate(_ chance: inout Chance) -> Move? {
    let open = chance.once(in: 6) ? nil : election(&chance) { now < $0.nominationsClose }
    return (open ?? election(&chance)).flatMap { nominate(&chance, in: $0) }
  }

  /// By an elector of the class, somebody who may hold the seat more often than not.
  private func nominate(_ chance: inout Chance, in election: Election) -> Move? {
    guard let seat = chance.one(of: election.places.keys.sorted()) else { return nil }
    let electors = view(election).electorate(of: [seat], in: election, at: now).joined()
    let party = likely(for: seat, in: election, &chance)
    var facts: [String: JSON] = [:]
    if !chance.once(in: 4) { facts["nominee_woman"] = chance.once(in: 2) ? "yes" : "no" }
    if chance.once(in: 25) { facts["nominee_woman"] = chance.once(in: 2) ? "?" : "maybe" }
    if chance.once(in: 25) { facts["budget_uah"] = "1" }
    let nominator =
      chance.once(in: 12) ? self.party(&chance) : chance.one(of: Array(electors)) ?? party
    let known = chance.once(in: 40) ? nomination(&chance)?.id : nil
    return Move(
      .nominationMade,
      [
        "nomination": .string(known ?? "N-\(number)"), "election": .string(election.id),
        "seat": .string(chance.once(in: 25) ? "appeal_seat" : seat), "party": .string(party),
        "nominee": .string(nominee(of: party, &chance)), "label": "Особа",
        "facts": .object(facts),
      ], by: [key(of: nominator, &chance)])
  }

  /// A party of a few by chance: one on the roll that such seats are for, if there is any.
  private func likely(
    for seat: String, in election: Election, _ chance: inout Chance
  ) -> String {
    let few = (0..<3).map { _ in party(&chance) }
    let isHeld = Set(assembly.seatHolders(at: now).values.joined())
    let others = few.filter { !isHeld.contains($0) }
    guard seat != "appeal_seat", seat != "open_seat" else { return others.first ?? few[0] }
    let roll = Set(view(election).electorate(of: [seat], in: election, at: now).joined())
    return others.first(where: roll.contains) ?? few.first(where: roll.contains) ?? few[0]
  }

  /// Any key of the party's, alternates too, seldom another's.
  private func nominee(of party: String, _ chance: inout Chance) -> String {
    if chance.once(in: 30) { return Keys.name(anyKey(&chance)) }
    let own = assembly.keys.filter { $0.value.party == party && $0.value.revoked == nil }
    return chance.one(of: own.keys.sorted()) ?? Keys.name(party.lowercased())
  }

  func accept(_ chance: inout Chance) -> Move? {
    chance.once(in: 8)
      ? nomination(&chance).flatMap { accepted($0, &chance) }
      : election(&chance) { now < $0.nominationsClose }.flatMap { accept(&chance, in: $0) }
  }

  private func accept(_ chance: inout Chance, in election: Election) -> Move? {
    nomination(&chance) {
      $0.election == election.id && $0.accepted == nil && $0.withdrawn == nil
    }
    .flatMap { accepted($0, &chance) }
  }

  private func accepted(_ nomination: Nomination, _ chance: inout Chance) -> Move {
    let nominee = short(nomination.nominee)
    var signers = [nominee]
    if assembly.keys[nomination.nominee]?.votes != true || chance.once(in: 12) {
      signers.append(key(of: nomination.party, &chance))
    }
    if chance.once(in: 20) { signers = [anyKey(&chance)] }
    return Move(
      .nominationAccepted, ["nomination": .string(nomination.id)], by: signers)
  }

  func withdraw(_ chance: inout Chance) -> Move? {
    guard let nomination = nomination(&chance) else { return nil }
    let signer =
      chance.once(in: 2) ? short(nomination.nominee) : key(of: nomination.party, &chance)
    return Move(
      .nominationWithdrawn, ["nomination": .string(nomination.id)],
      by: [chance.once(in: 15) ? anyKey(&chance) : signer])
  }

  func openElection(_ chance: inout Chance) throws -> Move? {
    let any = chance.once(in: 3)
    return try election(&chance) { any || isReady($0) }.flatMap {
      try openElection($0, &chance)
    }
  }
}
