// SPDX-License-Identifier: Apache-2.0

extension Statement {
  /// What a statement says, by type.
  ///
  /// A new type does not compile until every switch names it.
  public enum Body: Sendable, Equatable {
    case ledgerFounded(LedgerFounded)
    case officeAssigned(OfficeAssigned)
    case keyEnrolled(KeyEnrolled)
    case keyRevoked(KeyRevoked)
    case relationDeclared(RelationDeclared)
    case memberSuspended(MemberSuspended)
    case callOpened(CallOpened)
    case callExtended(CallExtended)
    case callClosed(CallClosed)
    case applicationSubmitted(ApplicationSubmitted)
    case applicationWithdrawn(ApplicationWithdrawn)
    case applicationScreened(ApplicationScreened)
    case applicationRepaired(ApplicationRepaired)
    case diligenceFound(DiligenceFound)
    case reviewAssigned(ReviewAssigned)
    case reviewSubmitted(ReviewSubmitted)
    case shortlistPublished(ShortlistPublished)
    case objectionRaised(ObjectionRaised)
    case objectionAnswered(ObjectionAnswered)
    case objectionWithdrawn(ObjectionWithdrawn)
    case voteOpened(VoteOpened)
    case ballotCast(BallotCast)
    case tallyPublished(TallyPublished)
    case outcomeCertified(OutcomeCertified)
    case appealFiled(AppealFiled)
    case appealRuled(AppealRuled)
    case representativeAppointed(RepresentativeAppointed)
    case documentSigned(DocumentSigned)
    case memberAdmitted(MemberAdmitted)
    case actRefused(ActRefused)
  }
}

extension Statement.Body {
  /// The `type` field: an object and what happened to it, in the past tense.
  public enum Kind: String, Sendable, CaseIterable {
    case ledgerFounded = "ledger.founded"
    case officeAssigned = "office.assigned"
    case keyEnrolled = "key.enrolled"
    case keyRevoked = "key.revoked"
    case relationDeclared = "relation.declared"
    case memberSuspended = "member.suspended"
    case callOpened = "call.opened"
    case callExtended = "call.extended"
    case callClosed = "call.closed"
    case applicationSubmitted = "application.submitted"
    case applicationWithdrawn = "application.withdrawn"
    case applicationScreened = "application.screened"
    case applicationRepaired = "application.repaired"
    case diligenceFound = "diligence.found"
    case reviewAssigned = "review.assigned"
    case reviewSubmitted = "review.submitted"
    case shortlistPublished = "shortlist.published"
    case objectionRaised = "objection.raised"
    case objectionAnswered = "objection.answered"
    case objectionWithdrawn = "objection.withdrawn"
    case voteOpened = "vote.opened"
    case ballotCast = "ballot.cast"
    case tallyPublished = "tally.published"
    case outcomeCertified = "outcome.certified"
    case appealFiled = "appeal.filed"
    case appealRuled = "appeal.ruled"
    case representativeAppointed = "representative.appointed"
    case documentSigned = "document.signed"
    case memberAdmitted = "member.admitted"
    case actRefused = "act.refused"
  }

  /// Reads the fields of the type named; leaves over what it does not know.
  init(type: String, fields: inout Fields) throws(MalformedStatement) {
    guard let kind = Kind(rawValue: type) else { throw .unknownType(type) }
    switch kind {
    case .ledgerFounded: self = .ledgerFounded(try .init(&fields))
    case .officeAssigned: self = .officeAssigned(try .init(&fields))
    case .keyEnrolled: self = .keyEnrolled(try .init(&fields))
    case .keyRevoked: self = .keyRevoked(try .init(&fields))
    case .relationDeclared: self = .relationDeclared(try .init(&fields))
    case .memberSuspended: self = .memberSuspended(try .init(&fields))
    case .callOpened: self = .callOpened(try .init(&fields))
    case .callExtended: self = .callExtended(try .init(&fields))
    case .callClosed: self = .callClosed(try .init(&fields))
    case .applicationSubmitted: self = .applicationSubmitted(try .init(&fields))
    case .applicationWithdrawn: self = .applicationWithdrawn(try .init(&fields))
    case .applicationScreened: self = .applicationScreened(try .init(&fields))
    case .applicationRepaired: self = .applicationRepaired(try .init(&fields))
    case .diligenceFound: self = .diligenceFound(try .init(&fields))
    case .reviewAssigned: self = .reviewAssigned(try .init(&fields))
    case .reviewSubmitted: self = .reviewSubmitted(try .init(&fields))
    case .shortlistPublished: self = .shortlistPublished(try .init(&fields))
    case .objectionRaised: self = .objectionRaised(try .init(&fields))
    case .objectionAnswered: self = .objectionAnswered(try .init(&fields))
    case .objectionWithdrawn: self = .objectionWithdrawn(try .init(&fields))
    case .voteOpened: self = .voteOpened(try .init(&fields))
    case .ballotCast: self = .ballotCast(try .init(&fields))
    case .tallyPublished: self = .tallyPublished(try .init(&fields))
    case .outcomeCertified: self = .outcomeCertified(try .init(&fields))
    case .appealFiled: self = .appealFiled(try .init(&fields))
    case .appealRuled: self = .appealRuled(try .init(&fields))
    case .representativeAppointed: self = .representativeAppointed(try .init(&fields))
    case .documentSigned: self = .documentSigned(try .init(&fields))
    case .memberAdmitted: self = .memberAdmitted(try .init(&fields))
    case .actRefused: self = .actRefused(try .init(&fields))
    }
  }

  /// The type of this statement.
  public var kind: Kind {
    switch self {
    case .ledgerFounded: .ledgerFounded
    case .officeAssigned: .officeAssigned
    case .keyEnrolled: .keyEnrolled
    case .keyRevoked: .keyRevoked
    case .relationDeclared: .relationDeclared
    case .memberSuspended: .memberSuspended
    case .callOpened: .callOpened
    case .callExtended: .callExtended
    case .callClosed: .callClosed
    case .applicationSubmitted: .applicationSubmitted
    case .applicationWithdrawn: .applicationWithdrawn
    case .applicationScreened: .applicationScreened
    case .applicationRepaired: .applicationRepaired
    case .diligenceFound: .diligenceFound
    case .reviewAssigned: .reviewAssigned
    case .reviewSubmitted: .reviewSubmitted
    case .shortlistPublished: .shortlistPublished
    case .objectionRaised: .objectionRaised
    case .objectionAnswered: .objectionAnswered
    case .objectionWithdrawn: .objectionWithdrawn
    case .voteOpened: .voteOpened
    case .ballotCast: .ballotCast
    case .tallyPublished: .tallyPublished
    case .outcomeCertified: .outcomeCertified
    case .appealFiled: .appealFiled
    case .appealRuled: .appealRuled
    case .representativeAppointed: .representativeAppointed
    case .documentSigned: .documentSigned
    case .memberAdmitted: .memberAdmitted
    case .actRefused: .actRefused
    }
  }
}

extension Statement.Body {
  /// The verifier keys that this statement brings into the log; the log's own first.
  public var introducedKeys: [String] {
    switch self {
    case .ledgerFounded(let it): [it.logKey] + it.founders.map(\.key) + it.offices.map(\.key)
    case .officeAssigned(let it): [it.office.key]
    case .keyEnrolled(let it): [it.key]
    case .applicationSubmitted(let it): it.key.map { [$0] } ?? []
    case .keyRevoked, .relationDeclared, .memberSuspended, .callOpened, .callExtended, .callClosed,
      .applicationWithdrawn, .applicationScreened, .applicationRepaired, .diligenceFound,
      .reviewAssigned, .reviewSubmitted, .shortlistPublished, .objectionRaised, .objectionAnswered,
      .objectionWithdrawn, .voteOpened, .ballotCast, .tallyPublished, .outcomeCertified,
      .appealFiled, .appealRuled, .representativeAppointed, .documentSigned, .memberAdmitted,
      .actRefused:
      []
    }
  }
}
