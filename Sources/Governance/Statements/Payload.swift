// SPDX-License-Identifier: Apache-2.0

/// What a statement of one type says: a value of the type that its ``kind`` names.
public protocol Payload: Sendable, Equatable {
  /// The `type` field.
  static var kind: Statement.Kind { get }
  /// The name of the thing that a statement brings or is about, for messages and tables.
  var reference: String? { get }
  /// The verifier keys that this statement brings into the log; the log's own first.
  var introducedKeys: [String] { get }
}

extension Payload {
  /// Most types name a thing; those that do not have none.
  public var reference: String? { nil }
  /// Most types bring no key.
  public var introducedKeys: [String] { [] }
  /// The `type` field of this statement.
  public var kind: Statement.Kind { Self.kind }
}

/// A payload that can be read and judged; the rules of each type are in `Rules`.
protocol Judged: Payload {
  init(_ fields: inout Fields) throws(MalformedStatement)
  /// Throws unless the act may follow.
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal)
  /// Records what was admitted.
  func record(in assembly: inout Assembly, _ act: Act)
  /// The version of the statutes of the procedure that it belongs to; none for what those in force govern.
  func governing(in assembly: Assembly) -> Int?
}

extension Judged {
  func governing(in assembly: Assembly) -> Int? { nil }
}

extension Statement {
  /// The `type` field: an object and what happened to it, in the past tense.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case ledgerFounded = "ledger.founded"
    case officeAssigned = "office.assigned"
    case secretariatHandedOver = "secretariat.handed_over"
    case keyEnrolled = "key.enrolled"
    case keyRotated = "key.rotated"
    case keyRevoked = "key.revoked"
    case relationDeclared = "relation.declared"
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
    case proposalSubmitted = "proposal.submitted"
    case proposalSeconded = "proposal.seconded"
    case proposalWithdrawn = "proposal.withdrawn"
    case amendmentProposed = "amendment.proposed"
    case amendmentAccepted = "amendment.accepted"
    case amendmentWithdrawn = "amendment.withdrawn"
    case textFrozen = "text.frozen"
    case textRevised = "text.revised"
    case hearingHeld = "hearing.held"
    case voteOpened = "vote.opened"
    case voteExtended = "vote.extended"
    case ballotCast = "ballot.cast"
    case ballotRevoked = "ballot.revoked"
    case voterNamed = "voter.named"
    case proxyGiven = "proxy.given"
    case conflictDeclared = "conflict.declared"
    case blockTested = "block.tested"
    case sealOpened = "seal.opened"
    case tallyPublished = "tally.published"
    case voteChallenged = "vote.challenged"
    case challengeRuled = "challenge.ruled"
    case outcomeCertified = "outcome.certified"
    case escalationRequested = "escalation.requested"
    case memberReinstated = "member.reinstated"
    case memberResigned = "member.resigned"
    case partyUpdated = "party.updated"
    case partyMerged = "party.merged"
    case statutesAdopted = "statutes.adopted"
    case electionCalled = "election.called"
    case nominationMade = "nomination.made"
    case nominationAccepted = "nomination.accepted"
    case nominationWithdrawn = "nomination.withdrawn"
    case seatVacated = "seat.vacated"
    case seatFilled = "seat.filled"
    case seatNamed = "seat.named"
    case alternateNamed = "alternate.named"
    case meetingHeld = "meeting.held"
    case chairRotated = "chair.rotated"
    case chairDeclined = "chair.declined"
    case mandateGranted = "mandate.granted"
    case mandateReported = "mandate.reported"
    case mandateEnded = "mandate.ended"
    case mandateRecused = "mandate.recused"
    case mandateInstructed = "mandate.instructed"
    case statementIssued = "statement.issued"
    case statementDisavowed = "statement.disavowed"
    case agreementSigned = "agreement.signed"
    case agreementEnded = "agreement.ended"
    case actionAssigned = "action.assigned"
    case actionUpdated = "action.updated"
    case externalRecorded = "external.recorded"
    case documentRegistered = "document.registered"
    case complaintFiled = "complaint.filed"
    case complaintAnswered = "complaint.answered"
    case lotAnnounced = "lot.announced"
    case lotDrawn = "lot.drawn"
    case appealFiled = "appeal.filed"
    case appealRuled = "appeal.ruled"
    case representativeAppointed = "representative.appointed"
    case documentSigned = "document.signed"
    case memberAdmitted = "member.admitted"
    case actRefused = "act.refused"
  }

  /// Every type that can be read, by its kind.
  private static let types = Dictionary(
    uniqueKeysWithValues: Judging.types.map { ($0.kind.rawValue, $0) })

  /// Reads the fields of the type named; leaves over what it does not know.
  static func body(_ type: String, _ fields: inout Fields) throws(MalformedStatement) -> any Judged
  {
    guard let type = types[type] else { throw .unknownType(type) }
    return try type.init(&fields)
  }
}

extension Statement.Kind {
  /// Whether nobody may be turned away with such a statement without a trace (architecture, "A refusal").
  public var leavesTrace: Bool { Self.tracing.contains(self) }

  private static let tracing: Set<Statement.Kind> = [
    .applicationSubmitted, .applicationWithdrawn, .applicationRepaired, .reviewSubmitted,
    .objectionRaised, .objectionAnswered, .appealFiled, .proposalSubmitted, .proposalSeconded,
    .amendmentProposed, .nominationMade, .nominationAccepted, .nominationWithdrawn, .ballotCast,
    .ballotRevoked, .proxyGiven, .conflictDeclared,
    .voteChallenged,
  ]
}
