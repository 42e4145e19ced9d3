// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// Records an act that ``admit(_:)`` has let in.
  ///
  /// Total: nothing is judged, so nothing is thrown.
  public mutating func apply(_ act: Act) {
    let judged = act.statement.judged
    let governing = governing(judged, at: act.received)
    now = act.received
    ids.insert(StatementID(act.statement.id))
    if let governing, governing.version != statutes?.version { statutes = governing }
    judged.record(in: &self, act)
    if let inForce = inForce(at: now), inForce.version != statutes?.version { statutes = inForce }
  }

  /// Registers a key with whom it belongs to.
  mutating func register(
    _ vkey: String, party: String? = nil, votes: Bool = false, isAlternate: Bool = false,
    application: String? = nil
  ) {
    let name = KeyText.name(vkey)
    keyMaterial.insert(KeyText.material(vkey))
    keys[name] = RegisteredKey(
      vkey: vkey, party: party, votes: votes, isAlternate: isAlternate, application: application)
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
