// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// The statement within must be refused for exactly the reason given, taken at this entry's time.
  func admit(_ it: ActRefused, _ act: Act) throws(Refusal) {
    guard let inner = act.inner, inner.statement.body.leavesTrace else {
      throw Refusal(.notRefusable)
    }
    let again = Act(
      index: act.index, received: act.received, statement: inner.statement, digest: inner.digest,
      signers: inner.signers)
    guard let found = refusal(of: again) else {
      throw Refusal(.wrongRefusal, ["found": it.reason, "expected": "–"])
    }
    guard found.code.rawValue == it.reason else {
      throw Refusal(.wrongRefusal, ["found": it.reason, "expected": found.code.rawValue])
    }
    try require([registrar], of: act)
  }

  private func refusal(of act: Act) -> Refusal? {
    do { try admit(act) } catch { return error }
    return nil
  }

  mutating func record(_ it: ActRefused, _ act: Act) {
    guard let inner = act.inner, let code = Refusal.Code(rawValue: it.reason) else {
      preconditionFailure("not admitted")
    }
    refused.append(
      RefusedAct(
        entry: act.index, digest: inner.digest, kind: inner.statement.body.kind,
        reference: inner.statement.body.reference, code: code))
  }
}

extension Statement.Body {
  /// Whether nobody may be turned away with such a statement without a trace (architecture, "A refusal").
  public var leavesTrace: Bool {
    switch self {
    case .applicationSubmitted, .applicationWithdrawn, .applicationRepaired, .reviewSubmitted,
      .objectionRaised, .objectionAnswered, .ballotCast, .appealFiled:
      true
    case .ledgerFounded, .officeAssigned, .keyEnrolled, .keyRevoked, .relationDeclared,
      .memberSuspended, .callOpened, .callExtended, .callClosed, .applicationScreened,
      .diligenceFound, .reviewAssigned, .shortlistPublished, .objectionWithdrawn, .voteOpened,
      .tallyPublished, .outcomeCertified, .appealRuled, .representativeAppointed, .documentSigned,
      .memberAdmitted, .actRefused:
      false
    }
  }

  /// The name of the thing that a statement brings or is about, for messages and tables.
  public var reference: String? {
    switch self {
    case .ledgerFounded, .actRefused: nil
    case .officeAssigned(let it): it.office.role
    case .keyEnrolled(let it): KeyText.name(it.key)
    case .keyRevoked(let it): it.key
    case .relationDeclared(let it): it.from
    case .memberSuspended(let it): it.member
    case .callOpened(let it): it.call
    case .callExtended(let it): it.call
    case .callClosed(let it): it.call
    case .applicationSubmitted(let it): it.application
    case .applicationWithdrawn(let it): it.application
    case .applicationScreened(let it): it.application
    case .applicationRepaired(let it): it.application
    case .diligenceFound(let it): it.application
    case .reviewAssigned(let it): it.call
    case .reviewSubmitted(let it): it.review
    case .shortlistPublished(let it): it.call
    case .objectionRaised(let it): it.objection
    case .objectionAnswered(let it): it.objection
    case .objectionWithdrawn(let it): it.objection
    case .voteOpened(let it): it.vote
    case .ballotCast(let it): it.vote
    case .tallyPublished(let it): it.vote
    case .outcomeCertified(let it): it.vote
    case .appealFiled(let it): it.appeal
    case .appealRuled(let it): it.appeal
    case .representativeAppointed(let it): it.application
    case .documentSigned(let it): it.application
    case .memberAdmitted(let it): it.member
    }
  }
}
