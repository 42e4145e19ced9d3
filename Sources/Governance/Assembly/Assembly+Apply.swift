// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// Records an act that ``admit(_:)`` has let in.
  ///
  /// Total: nothing is judged, so nothing is thrown.
  public mutating func apply(_ act: Act) {
    enter(act)
    record(act)
  }

  /// Goes to an act's time and to the statutes that govern it.
  mutating func enter(_ act: Act) {
    let governing = governing(act.statement.judged, at: act.received)
    now = act.received
    if let governing { go(to: governing) }
  }

  /// Records an act that has been entered, and leaves the statutes that are in force after it.
  mutating func record(_ act: Act) {
    ids.insert(StatementID(act.statement.id))
    act.statement.judged.record(in: &self, act)
    if let inForce = versionInForce(at: now) { go(to: inForce) }
  }

  private mutating func go(to version: Int) {
    if version != statutes?.version { statutes = edition(version) }
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
