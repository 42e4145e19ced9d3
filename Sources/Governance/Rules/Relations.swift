// SPDX-License-Identifier: Apache-2.0

/// A declared tie between a party and a party or application.
struct Tie: Sendable, Hashable, Codable {
  let kind: String
  let from: String
  let to: String
}

extension Assembly {
  /// The first of these kinds of relation that ties a party to the subject, in either direction.
  func relation(among kinds: [String], between party: String, and subject: Subject) -> String? {
    let other: String
    switch subject {
    case .party(let id), .application(let id): other = id
    }
    return kinds.first { party != other && related($0, party, other) }
  }

  /// Whether two parties or applications are tied: declared by either, stated on joining, or one group.
  func related(_ kind: String, _ a: String, _ b: String) -> Bool {
    if ties.contains(Tie(kind: kind, from: a, to: b)) { return true }
    if ties.contains(Tie(kind: kind, from: b, to: a)) { return true }
    let (ofA, ofB) = (stated(kind, of: a), stated(kind, of: b))
    if statutes?.relations[kind]?.symmetric == true { return !ofA.isDisjoint(with: ofB) }
    return ofA.contains(b) || ofB.contains(a)
  }

  /// Everyone who may stand in a relation of that kind to anybody.
  func tied(by kind: String) -> Set<String> {
    var tied: Set<String> = []
    for tie in ties where tie.kind == kind { tied.formUnion([tie.from, tie.to]) }
    for party in parties.keys {
      let stated = stated(kind, of: party)
      if !stated.isEmpty { tied.formUnion(stated.union([party])) }
    }
    return tied
  }

  /// Group labels or tied parties that a party or application stated itself.
  private func stated(_ kind: String, of id: String) -> Set<String> {
    let (facts, relations) = statements(of: id)
    return Set((relations[kind] ?? []) + named(kind, in: facts))
  }

  private func statements(of id: String) -> (facts: [String: String], relations: [String: [String]])
  {
    if let application = applications[id] { return (application.facts, application.relations) }
    guard let party = parties[id] else { return ([:], [:]) }
    return (party.facts, party.relations)
  }

  /// An attribute `sponsors` of type `parties` declares `sponsor_of` (`Statements.md`, Overview).
  private func named(_ kind: String, in facts: [String: String]) -> [String] {
    guard kind.hasSuffix("_of"), let statutes else { return [] }
    let name = kind.dropLast(3) + "s"
    guard let attribute = statutes.attributes[String(name)], attribute.type == .parties,
      case .set(let parties) = attribute.fact(from: facts[String(name)])
    else { return [] }
    return parties
  }
}
