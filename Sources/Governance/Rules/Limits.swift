// SPDX-License-Identifier: Apache-2.0

import Counting

/// Caps and floors over those who would sit together (`Elections.md`, "The count").
struct Limits {
  let assembly: Assembly
  /// Those who stand, in the count's order.
  let candidates: [Seated]
  /// Those who sit.
  let seated: [Seated]
  /// When predicates and attributes are judged.
  let moment: Instant

  /// A cap on each of the groups that candidates belong to.
  func constraints(of cap: Statutes.Cap, whole: Int) -> [Constraint] {
    let groups = groups(of: candidates + seated, by: cap.group)
    let most = cap.atMost.atMost(of: whole)
    var members: [String: Set<Int>] = [:]
    for (place, group) in groups.prefix(candidates.count).enumerated() {
      if let group { members[group, default: []].insert(place) }
    }
    return members.sorted { Assembly.inOrder($0.key, $1.key) }.map { group, members in
      let name = group.isEmpty ? cap.name : "\(cap.name) \(group)"
      let sitting = groups.dropFirst(candidates.count).count { $0 == group }
      return Constraint(
        name: name, members: members, atMost: max(0, most - sitting))
    }
  }

  /// A floor, less those who sit and the places still to be counted; none where nothing is needed.
  func floor(
    _ name: String, of least: Int, later: Int, places: Int, _ isMember: (Seated) -> Bool
  ) -> Constraint? {
    let members = candidates.indices.filter { isMember(candidates[$0]) }
    let needed = least - seated.count(where: isMember) - later
    guard needed > 0 else { return nil }
    return Constraint(name: name, members: Set(members), atLeast: min(needed, places))
  }

  func meets(_ predicate: Expression, _ one: Seated) -> Bool {
    scope(of: one).map { predicate.evaluate(in: $0) == .yes } ?? false
  }

  private func scope(of one: Seated) -> FactScope? {
    assembly.scope(ofParty: one.party, nominee: one.facts, at: moment)
  }

  /// The name of each one's group; none for who is in none.
  ///
  /// A predicate's one group has no name.
  private func groups(of all: [Seated], by group: Statutes.Cap.Group) -> [String?] {
    switch group {
    case .per(.relation(let kind)):
      let joined = assembly.grouped(
        Array(Set(all.map(\.party))).sorted(by: Assembly.inOrder), by: .relation(kind))
      return all.map { one in joined.first { $0.contains(one.party) }?.first }
    case .per(.attribute(let name)):
      return all.map { one in
        if case .name(let value)? = scope(of: one)?.fact(name) { value } else { nil }
      }
    case .per(.role), .per(.rolls), .per(.party): return all.map(\.party)
    case .meeting(let predicate): return all.map { meets(predicate, $0) ? "" : nil }
    }
  }
}

extension Assembly {
  /// All seats of a body, filled or not; none of a body that is a roll.
  func seatCount(of body: Statutes.Body) -> Int {
    body.seatClasses.reduce(0) { $0 + (statutes?.seats[$1]?.count ?? 0) }
  }

  /// The classes of seats of a body, in its order.
  func classes(ofBody name: String?) -> [String] {
    name.flatMap { statutes?.bodies[$0] }?.seatClasses ?? []
  }
}
