// SPDX-License-Identifier: Apache-2.0
import Governance

/// The vote of an election: its opening, and lists of candidates for its ballots.
extension Moves {
  func openElection(_ election: Election, _ chance: inout Chance) throws -> Move? {
    let view = assembly.under(election.version)
    guard case .selection(let name)? = view.statutes?.matters[election.matter]?.decision,
      let rule = view.statutes?.rules[name], let window = view.statutes?.windows[rule.window]
    else { return nil }
    let notice = window.notice.flatMap { view.calendar?.closing(of: $0, from: now) } ?? now
    let opens = notice + (chance.once(in: 15) ? -1 : chance.below(50_000))
    guard let closes = view.closing(of: window, from: opens) else { return nil }
    var items = view.contested(in: election)
    var candidates: [String: [String]] = [:]
    for seat in items { candidates[seat] = view.candidates(for: seat, in: election) }
    if chance.once(in: 20), let seat = items.first { candidates[seat]?.reverse() }
    if chance.once(in: 20), let seat = items.last { candidates[seat]?.removeLast() }
    if chance.once(in: 30) { items.reverse() }
    let electorate = view.electorate(of: items, in: election, at: now)
    var fields: [String: JSON] = [
      "vote": .string("V-\(number)"), "matter": .string(election.matter),
      "rule": .string(chance.once(in: 40) ? "majority" : name),
      "round": .integer(chance.once(in: 40) ? 2 : 1), "items": .array(items.map(JSON.string)),
      "election": .string(election.id),
      "candidates": .object(candidates.mapValues { .array($0.map(JSON.string)) }),
      "opens": .string(opens.text), "closes": .string(closes.text),
      "electorate": groups(chance.once(in: 20) ? Array(electorate.dropLast()) : electorate),
    ]
    if chance.once(in: 40) { fields["weights"] = .array(electorate.map { _ in 1 }) }
    let tellers =
      rule.secrecy == .sealed ? (view.offices["teller"] ?? []).sorted(by: inOrder) : []
    if !tellers.isEmpty { fields["tellers"] = .array(try tellers.map(recipient)) }
    return Move(.voteOpened, fields, by: [registrar] + tellers.map(short))
  }

  private func inOrder(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  private func recipient(of teller: String) throws -> JSON {
    ["key": .string(teller), "recipient": .string(try Seal.recipient(of: teller))]
  }

  /// Lists of candidates for the classes that a group elects; wrong ones now and then.
  func lists(on vote: Vote, of party: String, _ chance: inout Chance) -> Marks {
    let group = vote.group(of: party) ?? -1
    var marks = Marks()
    for item in vote.items {
      let isElector = vote.classElectors[item]?.contains(group) == true
      guard isElector != chance.once(in: 25), !chance.once(in: 12) else { continue }
      marks.choices[item] = list(for: item, of: vote, &chance)
    }
    if marks.choices.isEmpty || chance.once(in: 80) {
      marks.choices[chance.once(in: 3) ? "no_seat" : vote.items[0]] = []
    }
    return marks
  }

  private func list(for item: String, of vote: Vote, _ chance: inout Chance) -> JSON {
    if chance.once(in: 60) { return chance.once(in: 2) ? "yes" : "abstain" }
    let rule = assembly.edition(vote.version)?.rules[vote.rule]
    let names = vote.candidates[item] ?? []
    let most = rule?.picks.map { chance.once(in: 20) ? names.count : $0 } ?? names.count
    var list = chance.some(chance.below(min(most, names.count) + 1), of: names)
    if chance.once(in: 60), let first = list.first { list.append(first) }
    if chance.once(in: 40) { list += vote.candidates.values.joined().sorted().prefix(1) }
    if rule?.ballot == .approval, !chance.once(in: 25) { list.sort(by: inOrder) }
    return .array(list.map(JSON.string))
  }
}
