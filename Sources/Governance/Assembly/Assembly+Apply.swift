// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// Records an act that ``admit(_:)`` has let in.
  ///
  /// Total: nothing is judged, so nothing is thrown.
  public mutating func apply(_ act: Act) {
    now = act.received
    ids.insert(StatementID(act.statement.id))
    switch act.statement.body {
    case .ledgerFounded(let it): record(it, act)
    case .officeAssigned(let it): record(it, act)
    case .keyEnrolled(let it): record(it, act)
    case .keyRevoked(let it): record(it, act)
    case .relationDeclared(let it): record(it, act)
    case .memberSuspended(let it): record(it, act)
    case .callOpened(let it): record(it, act)
    case .callExtended(let it): record(it, act)
    case .callClosed(let it): record(it, act)
    case .applicationSubmitted(let it): record(it, act)
    case .applicationWithdrawn(let it): record(it, act)
    case .applicationScreened(let it): record(it, act)
    case .applicationRepaired(let it): record(it, act)
    case .diligenceFound(let it): record(it, act)
    case .reviewAssigned(let it): record(it, act)
    case .reviewSubmitted(let it): record(it, act)
    case .shortlistPublished(let it): record(it, act)
    case .objectionRaised(let it): record(it, act)
    case .objectionAnswered(let it): record(it, act)
    case .objectionWithdrawn(let it): record(it, act)
    case .voteOpened(let it): record(it, act)
    case .ballotCast(let it): record(it, act)
    case .tallyPublished(let it): record(it, act)
    case .outcomeCertified(let it): record(it, act)
    case .appealFiled(let it): record(it, act)
    case .appealRuled(let it): record(it, act)
    case .representativeAppointed(let it): record(it, act)
    case .documentSigned(let it): record(it, act)
    case .memberAdmitted(let it): record(it, act)
    case .actRefused(let it): record(it, act)
    }
  }

  /// Registers a key with whom it belongs to.
  mutating func register(
    _ vkey: String, party: String? = nil, votes: Bool = false, application: String? = nil
  ) {
    let name = KeyText.name(vkey)
    keyMaterial.insert(KeyText.material(vkey))
    keys[name] = RegisteredKey(vkey: vkey, party: party, votes: votes, application: application)
    if let party, keysByParty[party]?.contains(name) != true {
      keysByParty[party, default: []].append(name)
    }
  }
}

/// Changes one value in place; a copy would drag everything in it along with every change.
func change<Value>(_ values: inout [String: Value], _ id: String, _ body: (inout Value) -> Void) {
  guard let index = values.index(forKey: id) else { preconditionFailure("not admitted: \(id)") }
  body(&values.values[index])
}
