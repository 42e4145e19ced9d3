// SPDX-License-Identifier: Apache-2.0

/// Which statutes govern (`Decisions.md`, "Which statutes govern").
extension Assembly {
  /// The statutes in force at a moment that is not before the last act.
  public func inForce(at now: Instant) -> Statutes? {
    // Nearly every act of nearly every ledger is under its only statutes.
    if editions.count == 1, let only = editions.first?.value { return only.statutes }
    return editions.values.filter { $0.effective <= now }.max {
      $0.statutes.version < $1.statutes.version
    }?
    .statutes
  }

  /// What governs a statement: the statutes of its procedure, else those in force.
  func governing(_ judged: any Judged, at now: Instant) -> Statutes? {
    judged.governing(in: self) ?? inForce(at: now)
  }

  /// The statutes of that version.
  public func edition(_ version: Int?) -> Statutes? {
    version.flatMap { editions[$0] }?.statutes
  }

  /// This assembly as a vote, a call or a proposal of that version sees it.
  public func under(_ version: Int) -> Assembly {
    guard version != statutes?.version, let edition = edition(version) else { return self }
    var view = self
    view.statutes = edition
    return view
  }
}

extension Assembly {
  fileprivate func edition(ofCall id: String?) -> Statutes? {
    edition(id.flatMap { calls[$0] }?.version)
  }

  fileprivate func edition(ofApplication id: String?) -> Statutes? {
    edition(ofCall: id.flatMap { applications[$0] }?.call)
  }

  fileprivate func edition(ofProposal id: String?) -> Statutes? {
    edition(id.flatMap { proposals[$0] }?.version)
  }

  fileprivate func edition(ofVote id: String?) -> Statutes? {
    edition(id.flatMap { votes[$0] }?.version)
  }

  fileprivate func edition(ofAmendment id: String) -> Statutes? {
    edition(ofProposal: amendments[id]?.proposal)
  }
}

extension CallExtended {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofCall: call) }
}
extension CallClosed {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofCall: call) }
}
extension ApplicationSubmitted {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofCall: call) }
}
extension ReviewAssigned {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofCall: call) }
}
extension ShortlistPublished {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofCall: call) }
}
extension ApplicationWithdrawn {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension ApplicationScreened {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension ApplicationRepaired {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension DiligenceFound {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension ReviewSubmitted {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension ObjectionRaised {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension DocumentSigned {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension MemberAdmitted {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension ObjectionAnswered {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: assembly.objections[objection]?.application)
  }
}
extension ObjectionWithdrawn {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: assembly.objections[objection]?.application)
  }
}
extension KeyEnrolled {
  func governing(in assembly: Assembly) -> Statutes? {
    guard case .application(let id) = holder else { return nil }
    return assembly.edition(ofApplication: id)
  }
}
extension RepresentativeAppointed {
  func governing(in assembly: Assembly) -> Statutes? {
    guard case .application(let id) = holder else { return nil }
    return assembly.edition(ofApplication: id)
  }
}
extension ProposalSeconded {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension ProposalWithdrawn {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension TextFrozen {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension TextRevised {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension HearingHeld {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension AmendmentProposed {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension EscalationRequested {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension MandateGranted {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension AgreementSigned {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension StatementIssued {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension ActionAssigned {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension AmendmentAccepted {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofAmendment: amendment) }
}
extension AmendmentWithdrawn {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofAmendment: amendment) }
}
extension VoteExtended {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension BallotCast {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension BallotRevoked {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension ProxyGiven {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension ConflictDeclared {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension SealOpened {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension BlockTested {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension TallyPublished {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension VoteChallenged {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension OutcomeCertified {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}
extension ChallengeRuled {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofVote: assembly.challenges[challenge]?.vote)
  }
}
extension VoteOpened {
  func governing(in assembly: Assembly) -> Statutes? {
    guard let item = items.first else { return nil }
    if let call { return assembly.edition(ofCall: call) }
    return assembly.edition(ofAmendment: item) ?? assembly.edition(ofProposal: item)
  }
}
extension AppealFiled {
  func governing(in assembly: Assembly) -> Statutes? {
    switch against {
    case .application(let id): assembly.edition(ofApplication: id)
    case .proposal(let id): assembly.edition(ofProposal: id)
    }
  }
}
extension AppealRuled {
  func governing(in assembly: Assembly) -> Statutes? {
    switch assembly.appeals[appeal]?.subject {
    case .application(let id)?: assembly.edition(ofApplication: id)
    case .proposal(let id)?: assembly.edition(ofProposal: id)
    case nil: nil
    }
  }
}
extension MemberReinstated {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofProposal: assembly.parties[member]?.suspension?.proposal)
  }
}
extension MandateReported {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofProposal: assembly.mandates[mandate]?.proposal)
  }
}
extension MandateEnded {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofProposal: assembly.mandates[mandate]?.proposal)
  }
}
