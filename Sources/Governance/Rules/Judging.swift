// SPDX-License-Identifier: Apache-2.0

/// Every type of statement, each with the rules that judge it.
enum Judging {
  static let types: [any Judged.Type] = [
    LedgerFounded.self,
    OfficeAssigned.self,
    SecretariatHandedOver.self,
    KeyEnrolled.self,
    KeyRotated.self,
    KeyRevoked.self,
    RelationDeclared.self,
    CallOpened.self,
    CallExtended.self,
    CallClosed.self,
    ApplicationSubmitted.self,
    ApplicationWithdrawn.self,
    ApplicationScreened.self,
    ApplicationRepaired.self,
    DiligenceFound.self,
    ReviewAssigned.self,
    ReviewSubmitted.self,
    ShortlistPublished.self,
    ObjectionRaised.self,
    ObjectionAnswered.self,
    ObjectionWithdrawn.self,
    ProposalSubmitted.self,
    ProposalSeconded.self,
    ProposalWithdrawn.self,
    AmendmentProposed.self,
    AmendmentAccepted.self,
    AmendmentWithdrawn.self,
    TextFrozen.self,
    TextRevised.self,
    HearingHeld.self,
    VoteOpened.self,
    VoteExtended.self,
    BallotCast.self,
    BallotRevoked.self,
    VoterNamed.self,
    ProxyGiven.self,
    ConflictDeclared.self,
    BlockTested.self,
    SealOpened.self,
    TallyPublished.self,
    VoteChallenged.self,
    ChallengeRuled.self,
    OutcomeCertified.self,
    EscalationRequested.self,
    MemberReinstated.self,
    MemberResigned.self,
    StatutesAdopted.self,
    MandateGranted.self,
    MandateReported.self,
    MandateEnded.self,
    StatementIssued.self,
    StatementDisavowed.self,
    AgreementSigned.self,
    AgreementEnded.self,
    ActionAssigned.self,
    ActionUpdated.self,
    ExternalRecorded.self,
    DocumentRegistered.self,
    ComplaintFiled.self,
    ComplaintAnswered.self,
    AppealFiled.self,
    AppealRuled.self,
    RepresentativeAppointed.self,
    DocumentSigned.self,
    MemberAdmitted.self,
    ActRefused.self,
  ]
}

extension LedgerFounded: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension OfficeAssigned: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension SecretariatHandedOver: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension KeyEnrolled: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension KeyRotated: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension KeyRevoked: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension RelationDeclared: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension CallOpened: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension CallExtended: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension CallClosed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationSubmitted: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationWithdrawn: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationScreened: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationRepaired: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension DiligenceFound: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ReviewAssigned: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ReviewSubmitted: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ShortlistPublished: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ObjectionRaised: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ObjectionAnswered: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ObjectionWithdrawn: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ProposalSubmitted: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ProposalSeconded: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ProposalWithdrawn: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AmendmentProposed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AmendmentAccepted: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AmendmentWithdrawn: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension TextFrozen: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension TextRevised: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension HearingHeld: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoteOpened: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoteExtended: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension BallotCast: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension BallotRevoked: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoterNamed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ProxyGiven: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ConflictDeclared: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension BlockTested: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension SealOpened: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension TallyPublished: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoteChallenged: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ChallengeRuled: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension OutcomeCertified: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension EscalationRequested: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MemberReinstated: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MemberResigned: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension StatutesAdopted: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MandateGranted: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MandateReported: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MandateEnded: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension StatementIssued: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension StatementDisavowed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AgreementSigned: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AgreementEnded: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ActionAssigned: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ActionUpdated: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ExternalRecorded: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension DocumentRegistered: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ComplaintFiled: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ComplaintAnswered: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AppealFiled: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AppealRuled: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension RepresentativeAppointed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension DocumentSigned: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MemberAdmitted: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ActRefused: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}
