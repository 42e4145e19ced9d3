// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// Statements sealed later than their receipt by more than this are refused, in seconds.
  static let clockSkewMax = 300

  /// Throws unless `act` may follow.
  ///
  /// The only gate: asked before writing, and again on every replay.
  public func admit(_ act: Act) throws(Refusal) {
    var view = self
    try view.judge(act)
  }

  /// Records an act if it may follow; changes nothing where it throws.
  public mutating func accept(_ act: Act) throws(Refusal) {
    let before = (now, statutes)
    do {
      try judge(act)
    } catch {
      (now, statutes) = before
      throw error
    }
    record(act)
  }

  /// Throws unless `act` may follow, at its time and under the statutes that govern it.
  private mutating func judge(_ act: Act) throws(Refusal) {
    try admitFrame(act)
    enter(act)
    try act.statement.judged.admit(in: self, act)
  }

  /// What is asked of every statement, whatever it says.
  private func admitFrame(_ act: Act) throws(Refusal) {
    let statement = act.statement
    guard Text.areSameBytes(statement.ledger, origin) else {
      throw Refusal(.otherLedger, ["found": statement.ledger, "expected": origin])
    }
    let founding = statement.kind == .ledgerFounded
    if statutes == nil, !founding { throw Refusal(.notFounded) }
    if statutes != nil, founding { throw Refusal(.alreadyFounded) }
    if ids.contains(StatementID(statement.id)) { throw Refusal(.repeatedID, ["id": statement.id]) }
    guard act.received >= now else {
      throw Refusal(.timeRunsBack, ["found": act.received.text, "expected": now.text])
    }
    if let until = calendar?.until, act.received >= until {
      throw Refusal(.outsideCalendar, ["until": until.text])
    }
    let introduced = statement.introducedKeys.map(KeyText.name)
    for signer in act.signers where !introduced.contains(signer) {
      guard let isInForce = keys[signer]?.isInForce else {
        throw Refusal(.unknownKey, ["key": signer])
      }
      if !isInForce { throw Refusal(.revokedKey, ["key": signer]) }
    }
  }

  /// When a statement counts as received: by attestation where there is one, else by the entry.
  func effectiveTime(_ receivedAt: Instant?, _ act: Act) throws(Refusal) -> Instant {
    guard let receivedAt else { return act.received }
    guard receivedAt <= act.received else {
      throw Refusal(.receivedInFuture, ["found": receivedAt.text, "now": act.received.text])
    }
    return receivedAt
  }

  /// Throws if the author dates a statement later than it came.
  func checkSeal(_ sealedAt: Instant?, effective: Instant) throws(Refusal) {
    guard let sealedAt, sealedAt > effective + Self.clockSkewMax else { return }
    throw Refusal(.sealedInFuture, ["found": sealedAt.text, "now": effective.text])
  }

  /// What an applicant says, it signs; or the registrar attests what came by form or on paper.
  func applicantNeeds(
    _ application: Application, receivedAt: Instant?, _ act: Act
  ) throws(Refusal) -> [SignerNeed] {
    let own = Set([application.enrolledKey, application.key].compactMap { $0 })
      .filter { keys[$0]?.isInForce == true }
    let signedItself = !own.isDisjoint(with: act.signers)
    guard signedItself || receivedAt != nil else { throw Refusal(.receiptNotAttested) }
    let author: [SignerNeed] = signedItself ? [.some(1, of: own, as: "applicant")] : []
    return author + (receivedAt == nil ? [] : [registrar])
  }
}
