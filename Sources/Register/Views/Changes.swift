// SPDX-License-Identifier: Apache-2.0

import Governance

/// What an entry changed: the coalition before it and after it, compared.
///
/// What it merely put on record is no change of anything else, and is said by the entry itself.
struct Changes {
  let before: Assembly
  let after: Assembly
  let words: Words
  let moment: Moment

  init(_ before: Assembly, _ after: Assembly, _ words: Words) {
    self.before = before
    self.after = after
    self.words = words
    self.moment = Moment(words.language, after.calendar ?? before.calendar)
  }

  /// One line for each change, in words.
  var lines: [String] {
    statutes + members + keys + offices + seats + chairs + calls + applications + proposals + votes
      + elections + deeds
  }

  func say(_ key: String, _ values: [String: String] = [:]) -> String {
    words("change.\(key)", values)
  }

  /// The values that differ or are new, by their names, with what they were.
  func changed<Value: Equatable>(
    _ path: KeyPath<Assembly, [String: Value]>
  ) -> [(old: Value?, new: Value)] {
    let (old, new) = (before[keyPath: path], after[keyPath: path])
    return new.pairsInOrder.compactMap { name, value in
      old[name] == value ? nil : (old[name], value)
    }
  }

  // MARK: Statutes, members, keys, offices

  private var statutes: [String] {
    after.editions.filter { before.editions[$0.key] == nil }.sorted { $0.key < $1.key }.map {
      say(
        "statutes",
        ["version": "\($0.key)", "from": moment.text($0.value.effective)])
    }
  }

  private var members: [String] { changed(\.parties).flatMap { lines(of: $0.new, was: $0.old) } }

  private func lines(of party: Party, was old: Party?) -> [String] {
    guard let old else {
      let rolls = after.rolls(of: party.id, at: after.now)
      let key = rolls.isEmpty ? "member" : "member.rolls"
      return [say(key, ["party": party.id, "rolls": words.list(rolls)])]
    }
    var lines = facts(of: party, was: old) + classes(of: party.id)
    if party.left != old.left {
      let values = ["party": party.id, "at": party.left.map(moment.text) ?? ""]
      lines.append(say(party.left == nil ? "member.stays" : "member.leaves", values))
    }
    if party.suspension != old.suspension {
      let until = party.suspension?.until
      let isOn = until.map { $0 > after.now } ?? false
      lines.append(
        say(
          isOn ? "member.suspended" : "member.unsuspended",
          ["party": party.id, "until": until.map(moment.text) ?? ""]))
    }
    if let name = party.representative, name != old.representative {
      lines.append(say("representative", ["party": party.id, "name": name]))
    }
    return lines
  }

  private func facts(of party: Party, was old: Party) -> [String] {
    party.facts.pairsInOrder.compactMap { name, value in
      let known = old.facts[name]
      if known == value { return nil }
      let values = ["party": party.id, "name": name, "old": known ?? "", "new": value]
      return say(known == nil ? "fact.new" : "fact", values)
    }
  }

  private func classes(of party: String) -> [String] {
    let old = Set(before.rolls(of: party, at: after.now))
    let new = Set(after.rolls(of: party, at: after.now))
    return new.subtracting(old).sorted().map { say("class.in", ["party": party, "class": $0]) }
      + old.subtracting(new).sorted().map { say("class.out", ["party": party, "class": $0]) }
  }

  private var keys: [String] {
    // The founding brings everybody's; who it founds says enough.
    guard before.statutes != nil else { return [] }
    let summary = Summary(words, of: after)
    return changed(\.keys).flatMap { old, new -> [String] in
      let name = summary.keyName(new.vkey)
      let holder = summary.name(ofKey: name)
      var lines: [String] = []
      if old == nil { lines.append(say("key.in", ["key": name, "holder": holder])) }
      if new.revoked != nil, old?.revoked == nil { lines.append(say("key.out", ["key": name])) }
      if let old, let party = new.party, party != old.party {
        lines.append(say("key.party", ["key": name, "party": party]))
      }
      return lines
    }
  }

  private var offices: [String] {
    guard before.statutes != nil else { return [] }
    let roles = Set(after.offices.keys).union(before.offices.keys).sorted()
    return roles.flatMap { role -> [String] in
      let (old, new) = (before.offices[role] ?? [], after.offices[role] ?? [])
      let word = words.term("role", role)
      return new.filter { !old.contains($0) }.map { say("office.in", ["key": $0, "role": word]) }
        + old.filter { !new.contains($0) }.map { say("office.out", ["key": $0, "role": word]) }
    }
  }

  // MARK: Seats and chairs

  private var seats: [String] {
    let ends = zip(before.terms, after.terms).compactMap { old, new -> String? in
      guard let end = after.end(of: new), end != before.end(of: old) else { return nil }
      return say("seat.out", ["party": new.party, "seat": new.seat, "at": moment.text(end)])
    }
    let begins = after.terms.dropFirst(before.terms.count).map { term in
      let values = [
        "party": term.party, "seat": term.seat, "from": moment.text(term.from),
        "until": term.until.map(moment.text) ?? "",
      ]
      return say(term.until == nil ? "seat.in.open" : "seat.in", values)
    }
    return ends + begins
  }

  private var chairs: [String] {
    let turns = after.turns.dropFirst(before.turns.count).map { turn in
      say(
        "chair",
        [
          "chairs": words.list(turn.chairs), "body": turn.body, "from": moment.text(turn.from),
        ])
    }
    let declined = after.declined.pairsInOrder.flatMap { body, parties in
      parties.dropFirst(before.declined[body]?.count ?? 0).map {
        say("chair.declined", ["party": $0, "body": body])
      }
    }
    return turns + declined
  }
}
