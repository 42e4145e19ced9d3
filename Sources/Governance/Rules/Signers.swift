// SPDX-License-Identifier: Apache-2.0

import Counting

/// What a statement needs of its signers; each need is met by signers of its own.
enum SignerNeed {
  /// So many of these keys.
  case some(Int, of: Set<String>, as: String)
  /// All of these keys.
  case all(Set<String>, as: String)
  /// A written resolution: electors of a rule, so many that their signatures as yes carry it.
  case resolution(rule: String, on: Subject?)
  /// The same among some of a rule's electors.
  case agreement(rule: String, of: [[String]])
  /// More than half of some groups, as a path of the statutes names them.
  case majority(of: [[String]], as: String)

  /// The word for messages.
  var label: String {
    switch self {
    case .some(_, _, let label), .all(_, let label), .resolution(let label, _),
      .agreement(let label, _), .majority(_, let label):
      label
    }
  }
}

extension Assembly {
  /// Throws unless the signers are those that the needs ask for: nobody missing, nobody more.
  ///
  /// A resolution also counts those who sign for another need, since they too said yes.
  func require(_ needs: [SignerNeed], of act: Act) throws(Refusal) {
    // As sorted as the signers are.
    var unused = act.signers
    for need in needs {
      switch need {
      case .some(let count, let keys, let label):
        let taken = unused.filter(keys.contains).prefix(count)
        if taken.count < count { throw wrongSigners(missing: label, act) }
        unused.removeAll(where: taken.contains)
      case .all(let keys, let label):
        if keys.isEmpty || !keys.isSubset(of: act.signers) {
          throw wrongSigners(missing: label, act)
        }
        unused.removeAll(where: keys.contains)
      case .resolution(let name, let subject):
        guard let rule = statutes?.rules[name] else { throw wrongSigners(missing: name, act) }
        let electors = electors(of: rule, on: subject, at: act.received)
        let agreeing = try agreement(rule, of: electors.groups, act)
        unused.removeAll(where: agreeing.contains)
      case .agreement(let name, let groups):
        guard let rule = statutes?.rules[name] else { throw wrongSigners(missing: name, act) }
        let agreeing = try agreement(rule, of: groups, act)
        unused.removeAll(where: agreeing.contains)
      case .majority(let groups, let label):
        let agreeing = try majority(of: groups, label, act)
        unused.removeAll(where: agreeing.contains)
      }
    }
    if let extra = unused.first {
      throw Refusal(
        .wrongSigners, ["extra": extra, "needed": needs.map(\.label).joined(separator: ", ")])
    }
  }

  private func wrongSigners(missing: String, _ act: Act) -> Refusal {
    Refusal(
      .wrongSigners, clause: statutes?.roles[missing] == nil ? nil : "roles.\(missing)",
      ["missing": missing, "signers": act.signers.joined(separator: ", ")])
  }

  /// The electors among the signers, if as many yes votes as they are would carry the rule.
  private func agreement(
    _ rule: Statutes.Rule, of groups: [[String]], _ act: Act
  ) throws(Refusal) -> Set<String> {
    let agreeing = groups.filter { !votingKeys(of: $0).isDisjoint(with: act.signers) }
    try check([rule.quorum, rule.pass], agreeing, of: groups, seats: seatCount(of: rule), rule)
    for roll in rule.blocs?.by ?? [] {
      let inRoll = { (group: [String]) in
        group.contains { isIn(roll: roll, party: $0, at: act.received) }
      }
      let bloc = groups.filter(inRoll)
      try check(
        [rule.blocs?.quorum, rule.blocs?.each], agreeing.filter(inRoll), of: bloc,
        seats: nil, rule)
    }
    return Set(agreeing.flatMap { votingKeys(of: $0) })
  }

  private func check(
    _ conditions: [Condition?], _ agreeing: [[String]], of groups: [[String]], seats: Int?,
    _ rule: Statutes.Rule
  ) throws(Refusal) {
    let word = rule.ballot.words.first?.rawValue ?? ""
    let (yes, all) = (weight(of: agreeing, rule), weight(of: groups, rule))
    let count = TallyPublished.Count(electors: all, ballots: yes, counts: [word: yes])
    let (tally, bases) = (count.tally, count.bases(seats: seats))
    for condition in conditions.compactMap(\.self)
    where !condition.isMet(by: tally, bases: bases) {
      throw Refusal(
        .wrongSigners, clause: "rules.\(rule.name)",
        ["missing": rule.name, "yes": "\(yes)", "needed": condition.text])
    }
  }

  private func weight(of groups: [[String]], _ rule: Statutes.Rule) -> Int {
    weights(of: groups, by: rule)?.reduce(0, +) ?? groups.count
  }

  /// The voting keys of the groups among the signers, if more than half of the groups are.
  private func majority(
    of groups: [[String]], _ label: String, _ act: Act
  ) throws(Refusal) -> Set<String> {
    let agreeing = groups.filter { !votingKeys(of: $0).isDisjoint(with: act.signers) }
    guard agreeing.count * 2 > groups.count else {
      throw Refusal(
        .wrongSigners, clause: label,
        [
          "missing": label, "yes": "\(agreeing.count)", "needed": "\(groups.count / 2 + 1)",
        ])
    }
    return Set(agreeing.flatMap { votingKeys(of: $0) })
  }

  /// Keys in force of the holders of a role.
  func holders(of role: String) -> Set<String> {
    Set((offices[role] ?? []).filter { keys[$0]?.isInForce == true && !isFormer(keys[$0]?.party) })
  }

  /// Keys in force that cast the vote of one of these parties; who left has none.
  func votingKeys(of parties: [String]) -> Set<String> {
    keys(of: parties.filter { !isFormer($0) }) { $0.votes }
  }

  /// Keys in force of people of some parties, whatever they may do.
  func keys(of parties: String...) -> Set<String> { keys(of: parties) }

  /// The same, or only those that count.
  func keys(
    of parties: [String], where counts: (RegisteredKey) -> Bool = { _ in true }
  ) -> Set<String> {
    var names = Set<String>(minimumCapacity: parties.count)
    for party in parties {
      for name in keysByParty[party] ?? [] {
        if let key = keys[name], key.isInForce, counts(key) { names.insert(name) }
      }
    }
    return names
  }

  /// Whether a party was a member and is none any more.
  private func isFormer(_ party: String?) -> Bool {
    party.flatMap { parties[$0] }.map { !$0.isMember(at: now) } ?? false
  }

  /// The registrar's signature; every secretariat act needs it.
  var registrar: SignerNeed { .some(1, of: holders(of: "registrar"), as: "registrar") }

  /// The co-signatures that the registrar's role asks for on a type of statement.
  func cosigners(for kind: Statement.Kind) -> [SignerNeed] {
    guard let count = statutes?.roles["registrar"]?.cosign[kind.rawValue], count > 0 else {
      return []
    }
    return [.some(count, of: peopleInForce, as: "cosigner")]
  }

  /// Keys in force of members and office holders other than the registrar.
  var peopleInForce: Set<String> {
    let officers = Set(offices.values.joined())
    let people = keys.filter {
      $0.value.isInForce && !isFormer($0.value.party)
        && ($0.value.party != nil || officers.contains($0.key))
    }
    return Set(people.keys).subtracting(holders(of: "registrar"))
  }
}
