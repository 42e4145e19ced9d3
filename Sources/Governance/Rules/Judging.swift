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
    PartyUpdated.self,
    PartyMerged.self,
    StatutesAdopted.self,
    ElectionCalled.self,
    NominationMade.self,
    NominationAccepted.self,
    NominationWithdrawn.self,
    SeatVacated.self,
    SeatFilled.self,
    SeatNamed.self,
    AlternateNamed.self,
    MeetingHeld.self,
    ChairRotated.self,
    ChairDeclined.self,
    MandateGranted.self,
    MandateReported.self,
    MandateEnded.self,
    MandateRecused.self,
    MandateInstructed.self,
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
    LotAnnounced.self,
    LotDrawn.self,
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

extension CallExtended: AboutCall {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension CallClosed: AboutCall {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationSubmitted: AboutCall {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationWithdrawn: AboutApplication {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationScreened: AboutApplication {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ApplicationRepaired: AboutApplication {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension DiligenceFound: AboutApplication {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ReviewAssigned: AboutCall {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ReviewSubmitted: AboutApplication {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ShortlistPublished: AboutCall {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ObjectionRaised: AboutApplication {
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

extension ProposalSeconded: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ProposalWithdrawn: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AmendmentProposed: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AmendmentAccepted: AboutAmendment {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AmendmentWithdrawn: AboutAmendment {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension TextFrozen: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension TextRevised: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension HearingHeld: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoteOpened: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoteExtended: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension BallotCast: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension BallotRevoked: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoterNamed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ProxyGiven: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ConflictDeclared: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension BlockTested: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension SealOpened: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension TallyPublished: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension VoteChallenged: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ChallengeRuled: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension OutcomeCertified: AboutVote {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension EscalationRequested: AboutProposal {
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

extension ElectionCalled: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension NominationMade: AboutElection {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension NominationAccepted: AboutNomination {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension NominationWithdrawn: AboutNomination {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension SeatVacated: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension SeatFilled: AboutVote {
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

extension StatementIssued: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension StatementDisavowed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AgreementSigned: AboutProposal {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AgreementEnded: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ActionAssigned: AboutProposal {
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

extension DocumentSigned: AboutApplication {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MemberAdmitted: AboutApplication {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ActRefused: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}
