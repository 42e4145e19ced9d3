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

  /// The word for messages.
  var label: String {
    switch self {
    case .some(_, _, let label), .all(_, let label), .resolution(let label, _): label
    }
  }
}

extension Assembly {
  /// Throws unless the signers are those that the needs ask for: nobody missing, nobody more.
  ///
  /// A resolution also counts those who sign for another need, since they too said yes.
  func require(_ needs: [SignerNeed], of act: Act) throws(Refusal) {
    var unused = Set(act.signers)
    for need in needs {
      switch need {
      case .some(let count, let keys, let label):
        let taken = unused.intersection(keys).sorted().prefix(count)
        if taken.count < count { throw wrongSigners(missing: label, act) }
        unused.subtract(taken)
      case .all(let keys, let label):
        if keys.isEmpty || !keys.isSubset(of: act.signers) {
          throw wrongSigners(missing: label, act)
        }
        unused.subtract(keys)
      case .resolution(let rule, let subject):
        unused.subtract(try resolution(rule, on: subject, act))
      }
    }
    if let extra = unused.min() {
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
  private func resolution(
    _ name: String, on subject: Subject?, _ act: Act
  ) throws(Refusal) -> Set<String> {
    guard let rule = statutes?.rules[name] else { throw wrongSigners(missing: name, act) }
    let electors = electors(of: rule, on: subject, at: act.received)
    let agreeing = electors.groups.map { votingKeys(of: $0) }.filter {
      !$0.isDisjoint(with: act.signers)
    }
    var tally = Tally()
    tally.yes = agreeing.count
    tally.takePart = agreeing.count
    let bases = Bases(tally, electors: electors.groups.count, seats: electors.seats)
    for condition in [rule.quorum, rule.pass].compactMap(\.self)
    where !condition.isMet(by: tally, bases: bases) {
      throw Refusal(
        .wrongSigners, clause: "rules.\(name)",
        ["missing": name, "yes": "\(tally.yes)", "needed": condition.text])
    }
    return Set(agreeing.joined())
  }

  /// Keys in force of the holders of a role.
  func holders(of role: String) -> Set<String> {
    Set((offices[role] ?? []).filter { keys[$0]?.isInForce == true })
  }

  /// Keys in force that cast the vote of one of these parties.
  func votingKeys(of parties: [String]) -> Set<String> {
    Set(
      parties.flatMap { keysByParty[$0] ?? [] }.filter {
        keys[$0]?.isInForce == true && keys[$0]?.votes == true
      })
  }

  /// Keys in force of people of a party, whatever they may do.
  func keys(of party: String) -> Set<String> {
    Set((keysByParty[party] ?? []).filter { keys[$0]?.isInForce == true })
  }

  /// The registrar's signature; every secretariat act needs it.
  var registrar: SignerNeed { .some(1, of: holders(of: "registrar"), as: "registrar") }

  /// The co-signatures that the registrar's role asks for on a type of statement.
  func cosigners(for kind: Statement.Body.Kind) -> [SignerNeed] {
    guard let count = statutes?.roles["registrar"]?.cosign[kind.rawValue], count > 0 else {
      return []
    }
    return [.some(count, of: peopleInForce, as: "cosigner")]
  }

  /// Keys in force of members and office holders other than the registrar.
  var peopleInForce: Set<String> {
    let officers = Set(offices.values.joined())
    let people = keys.filter {
      $0.value.isInForce && ($0.value.party != nil || officers.contains($0.key))
    }
    return Set(people.keys).subtracting(holders(of: "registrar"))
  }
}
