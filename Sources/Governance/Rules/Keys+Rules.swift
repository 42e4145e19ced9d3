// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// Throws if a key's name or its public key was ever used in this ledger.
  func checkNewKey(_ vkey: String) throws(Refusal) {
    guard keys[KeyText.name(vkey)] == nil, !keyMaterial.contains(KeyText.material(vkey)) else {
      throw Refusal(.keyUsedBefore, ["key": KeyText.name(vkey)])
    }
  }

  func admit(_ it: KeyEnrolled, _ act: Act) throws(Refusal) {
    let new = SignerNeed.all([KeyText.name(it.key)], as: "new key")
    switch it.holder {
    case .application(let id):
      let application = try onboarding(id, act)
      if let enrolled = application.enrolledKey, keys[enrolled]?.isInForce == true {
        throw Refusal(.keyInForce, ["key": enrolled])
      }
      let own = application.key.flatMap { keys[$0] }
      if own?.vkey != it.key || own?.isInForce != true { try checkNewKey(it.key) }
    case .party(let id):
      try checkMember(id, act)
      if let inForce = ownKeys(of: id).min() { throw Refusal(.keyInForce, ["key": inForce]) }
      try checkNewKey(it.key)
    case .alternate(let id):
      try checkMember(id, act)
      try checkNewKey(it.key)
      return try require([new, registrar, .some(1, of: ownKeys(of: id), as: id)], of: act)
    }
    try require([new, registrar] + cosigners(for: .keyEnrolled), of: act)
  }

  private func checkMember(_ id: String, _ act: Act) throws(Refusal) {
    guard parties[id]?.isMember(at: act.received) == true else {
      throw Refusal(.unknownParty, ["party": id])
    }
  }

  /// Voting keys in force that are not an alternate's.
  func ownKeys(of party: String) -> Set<String> {
    votingKeys(of: [party]).filter { keys[$0]?.isAlternate == false }
  }

  mutating func record(_ it: KeyEnrolled, _ act: Act) {
    switch it.holder {
    case .application(let id):
      register(it.key, application: id)
      change(&applications, id) { $0.enrolledKey = KeyText.name(it.key) }
    case .party(let id): register(it.key, party: id, votes: true)
    case .alternate(let id): register(it.key, party: id, votes: true, isAlternate: true)
    }
  }

  func admit(_ it: KeyRevoked, _ act: Act) throws(Refusal) {
    guard let key = keys[it.key], it.key != origin else {
      throw Refusal(.unknownKey, ["key": it.key])
    }
    if !key.isInForce { throw Refusal(.revokedKey, ["key": it.key]) }
    _ = try effectiveTime(it.from, act)
    if act.signers == [it.key] { return }
    let second = SignerNeed.some(1, of: peopleInForce, as: "cosigner")
    try require([registrar, second], of: act)
  }

  mutating func record(_ it: KeyRevoked, _ act: Act) {
    change(&keys, it.key) {
      $0.revoked = act.received
      $0.distrusted = it.from
      $0.revocation = it.reason
    }
  }

  func admit(_ it: KeyRotated, _ act: Act) throws(Refusal) {
    guard let key = keys[it.key], it.key != origin else {
      throw Refusal(.unknownKey, ["key": it.key])
    }
    if !key.isInForce { throw Refusal(.revokedKey, ["key": it.key]) }
    try checkNewKey(it.to)
    try require([.all([it.key, KeyText.name(it.to)], as: "both keys")], of: act)
  }

  mutating func record(_ it: KeyRotated, _ act: Act) {
    guard let old = keys[it.key] else { preconditionFailure("not admitted") }
    let new = KeyText.name(it.to)
    register(
      it.to, party: old.party, votes: old.votes, isAlternate: old.isAlternate,
      application: old.application)
    change(&keys, it.key) { $0.revoked = act.received }
    for role in offices.keys {
      offices[role] = offices[role]?.map { $0 == it.key ? new : $0 }
    }
    for id in applications.keys { change(&applications, id) { $0.replace(it.key, with: new) } }
    for id in proposals.keys { change(&proposals, id) { $0.replace(it.key, with: new) } }
    for id in nominations.keys where nominations[id]?.nominee == it.key {
      change(&nominations, id) { $0.nominee = new }
    }
    for id in votes.keys where votes[id]?.isPending == true {
      change(&votes, id) { $0.replace(it.key, with: new) }
    }
  }

  func admit(_ it: SecretariatHandedOver, _ act: Act) throws(Refusal) {
    let name = KeyText.name(it.key)
    if let party = it.party { try checkMember(party, act) }
    if keys[name]?.vkey != it.key || keys[name]?.party != it.party
      || keys[name]?.isInForce != true
    {
      try checkNewKey(it.key)
    }
    if let logKey = it.logKey { try checkLogKey(logKey, beside: it.key) }
    try checkSuccessor(it)
    let needs = SignerNeed.all([name], as: "successor")
    let stays = !holders(of: "registrar").isDisjoint(with: act.signers)
    if stays, let rule = statutes?.roles["registrar"]?.namedBy {
      return try require([needs, registrar, naming(by: rule, party: it.party)], of: act)
    }
    guard let rule = statutes?.amendment.rule else { return }
    try require([needs, .resolution(rule: rule, on: nil)], of: act)
  }

  /// The office as it will be: nobody else holds it, and the successor may.
  private func checkSuccessor(_ it: SecretariatHandedOver) throws(Refusal) {
    var after = self
    after.offices["registrar"] = []
    try after.checkOffice(Office(role: "registrar", key: it.key, party: it.party))
  }

  private func checkLogKey(_ vkey: String, beside key: String) throws(Refusal) {
    guard Text.areSameBytes(KeyText.name(vkey), origin) else {
      throw Refusal(.otherLedger, ["found": KeyText.name(vkey), "expected": origin])
    }
    let material = KeyText.material(vkey)
    if keyMaterial.contains(material) || material == KeyText.material(key) {
      throw Refusal(.keyUsedBefore, ["key": origin])
    }
  }

  mutating func record(_ it: SecretariatHandedOver, _ act: Act) {
    if keys[KeyText.name(it.key)] == nil { register(it.key, party: it.party) }
    offices["registrar"] = [KeyText.name(it.key)]
    guard let logKey = it.logKey else { return }
    keyMaterial.insert(KeyText.material(logKey))
    self.logKey = logKey
  }
}
