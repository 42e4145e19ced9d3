// SPDX-License-Identifier: Apache-2.0

/// What a decision is about, for recusal: a member or an application.
enum Subject: Hashable {
  case party(String)
  case application(String)

  /// The member, if it is one.
  var party: String? {
    switch self {
    case .party(let id): id
    case .application: nil
    }
  }
}

/// Who may vote on one question: groups with one vote each, and the body's seats if it has them.
struct Electors {
  /// Sorted by bytes, and each group within itself.
  var groups: [[String]]
  /// All seats of the body, filled or not; the groups' number for a body without seats.
  var seats: Int

  /// A body without seats of its own: as many as there are groups.
  init(_ groups: [[String]]) {
    self.groups = groups
    self.seats = groups.count
  }

  static let none = Electors([])
}

extension Assembly {
  /// The electors of a rule at a moment, less those recused from the subject.
  func electors(of rule: Statutes.Rule, on subject: Subject?, at now: Instant) -> Electors {
    var electors = electors(as: rule.electors, at: now)
    let kinds = rule.recuse + recusals(of: rule.electors)
    guard let subject else { return electors }
    electors.groups.removeAll { group in
      group.contains {
        $0 == subject.party || relation(among: kinds, between: $0, and: subject) != nil
      }
    }
    return electors
  }

  /// The relations of a body's own that make a holder step aside.
  func recusals(of electorate: Statutes.Electorate) -> [String] {
    if case .body(let name) = electorate { statutes?.bodies[name]?.recuse ?? [] } else { [] }
  }

  /// The electors that the statutes name: a body's, a roll's; a role, a seat or a group has none yet.
  func electors(as electorate: Statutes.Electorate, at now: Instant) -> Electors {
    switch electorate {
    case .body(let name): return statutes?.bodies[name].map { electors(of: $0, at: now) } ?? .none
    case .roll(let name): return Electors(roll(name, at: now).map { [$0] })
    case .role, .seat, .own: return .none
    }
  }

  /// Those members that share the subject's group: the rolls that some rule's blocs name and it is in.
  func ownElectorate(of subject: Subject?, at now: Instant) -> [[String]] {
    guard let statutes, let subject else { return [] }
    let blocs = Set(statutes.rules.values.flatMap { $0.blocs?.by ?? [] })
    let own: [String]
    switch subject {
    case .party(let id): own = rolls(of: id, at: now)
    case .application(let id): own = applications[id].map { classes(of: $0, at: now) } ?? []
    }
    let shared = blocs.intersection(own)
    let parties = Set(shared.flatMap { roll($0, at: now) })
    return parties.sorted(by: Assembly.inOrder).map { [$0] }
  }

  private func electors(of body: Statutes.Body, at now: Instant) -> Electors {
    switch body.composition {
    case .roll(let name): return Electors(grouped(roll(name, at: now), by: body.oneVotePer))
    case .seats(let classes):
      let seated = Set(classes.flatMap { holders(ofSeat: $0, at: now) })
      let acting = seated.filter { parties[$0]?.status(at: now) == "member" }
      var electors = Electors(acting.sorted(by: Assembly.inOrder).map { [$0] })
      electors.seats = classes.reduce(0) { $0 + (statutes?.seats[$1]?.count ?? 0) }
      return electors
    }
  }

  /// The members of a roll at a moment, sorted by bytes.
  func roll(_ name: String, at now: Instant) -> [String] {
    parties.keys.filter { isIn(roll: name, party: $0, at: now) }.sorted(by: Assembly.inOrder)
  }

  /// The classes of members that a party is in: rolls within a roll, sorted by bytes.
  public func rolls(of party: String, at now: Instant) -> [String] {
    (statutes?.rolls ?? [:]).filter {
      $0.value.of != nil && isIn(roll: $0.key, party: party, at: now)
    }
    .map(\.key).sorted(by: Assembly.inOrder)
  }

  /// Whether a party is in a roll: in the roll that it is part of, and its predicate certainly true.
  func isIn(roll name: String, party: String, at now: Instant) -> Bool {
    guard let roll = statutes?.rolls[name], let scope = scope(ofParty: party, at: now) else {
      return false
    }
    if let wider = roll.of, !isIn(roll: wider, party: party, at: now) { return false }
    return roll.members.evaluate(in: scope) == .yes
  }

  /// Parties joined into one group where a symmetric relation connects them.
  func grouped(_ parties: [String], by grouping: Statutes.Grouping?) -> [[String]] {
    guard case .relation(let relation)? = grouping else { return parties.map { [$0] } }
    // Most parties are tied to nobody; only the others need to be compared with one another.
    let tied = self.tied(by: relation)
    var groups: [[String]] = []
    for party in parties where tied.contains(party) {
      let near = groups.indices.filter { groups[$0].contains { related(relation, $0, party) } }
      let merged = near.flatMap { groups[$0] } + [party]
      for index in near.reversed() { groups.remove(at: index) }
      groups.append(merged.sorted(by: Assembly.inOrder))
    }
    groups += parties.filter { !tied.contains($0) }.map { [$0] }
    return groups.sorted { Assembly.inOrder($0[0], $1[0]) }
  }

  /// The one order of names: by bytes.
  ///
  /// `<` on `String` would go by canonical equivalence.
  static func inOrder(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
