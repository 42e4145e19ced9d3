// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: OfficeAssigned, _ act: Act) throws(Refusal) {
    try checkOffice(it.office)
    let name = KeyText.name(it.office.key)
    if let known = keys[name] {
      guard known.vkey == it.office.key, known.party == it.office.party, known.isInForce else {
        throw Refusal(.keyUsedBefore, ["key": name])
      }
    } else {
      try checkNewKey(it.office.key)
    }
    var needs: [SignerNeed] = [.all([name], as: "holder"), registrar]
    if let name = statutes?.roles[it.office.role]?.namedBy {
      needs.append(naming(by: name, party: it.office.party))
    }
    try require(needs, of: act)
  }

  /// Who names a holder: a rule's electors, a role's holders, or the holder's own party.
  func naming(by name: String, party: String?) -> SignerNeed {
    if statutes?.rules[name] != nil { return .resolution(rule: name, on: nil) }
    if name == "each_party" { return .some(1, of: votingKeys(of: [party ?? ""]), as: name) }
    return .some(1, of: holders(of: name), as: name)
  }

  /// The role exists, has room, and its holders may sit together.
  func checkOffice(_ office: Office) throws(Refusal) {
    guard let role = statutes?.roles[office.role] else {
      throw Refusal(.unknownRole, clause: "roles", ["role": office.role])
    }
    let holders = (offices[office.role] ?? []).filter { keys[$0]?.isInForce == true }
    let name = KeyText.name(office.key)
    let rivals = holders.filter { isRival(keys[$0]?.party, of: office.party, for: role) }
    guard !holders.contains(name), role.count.map({ rivals.count < $0 }) ?? true else {
      throw Refusal(.tooManyHolders, clause: "roles.\(office.role)", ["role": office.role])
    }
    guard let party = office.party else { return }
    guard parties[party] != nil else { throw Refusal(.unknownParty, ["party": party]) }
    for holder in holders {
      guard let other = keys[holder]?.party else { continue }
      if other == party || relation(among: role.notFrom, between: other, and: .party(party)) != nil,
        !role.notFrom.isEmpty
      {
        throw Refusal(
          .incompatibleOffice, clause: "roles.\(office.role).not_from",
          ["holder": name, "other": holder])
      }
    }
  }

  /// Whether two holders take a place of the same group; without groups, all do.
  private func isRival(_ a: String?, of b: String?, for role: Statutes.Role) -> Bool {
    guard let per = role.per else { return true }
    guard let a, let b else { return false }
    switch per {
    case .party: return a == b
    case .rolls(let names):
      return names.contains {
        isIn(roll: $0, party: a, at: now) && isIn(roll: $0, party: b, at: now)
      }
    case .attribute(let name):
      return parties[a]?.facts[name].map { $0 == parties[b]?.facts[name] } ?? false
    case .relation, .role: return true
    }
  }

  mutating func record(_ it: OfficeAssigned, _ act: Act) { add(it.office) }

  mutating func add(_ office: Office) {
    let name = KeyText.name(office.key)
    if keys[name] == nil { register(office.key, party: office.party) }
    offices[office.role, default: []].append(name)
  }

  func admit(_ it: RelationDeclared, _ act: Act) throws(Refusal) {
    guard statutes?.relations[it.kind] != nil else {
      throw Refusal(.unknownRelation, clause: "relations", ["relation": it.kind])
    }
    guard parties.keys.contains(it.from) else {
      throw Refusal(.unknownParty, ["party": it.from])
    }
    guard parties.keys.contains(it.to) || applications.keys.contains(it.to) else {
      throw Refusal(.unknownParty, ["party": it.to])
    }
    var people = keys(of: it.from, it.to)
    if let applicant = applications[it.to] {
      people.formUnion([applicant.key, applicant.enrolledKey].compactMap { $0 })
    }
    try require([.some(1, of: people, as: "one of the two")], of: act)
  }

  mutating func record(_ it: RelationDeclared, _ act: Act) {
    ties.insert(Tie(kind: it.kind, from: it.from, to: it.to))
  }
}
