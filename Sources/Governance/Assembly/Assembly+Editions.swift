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

  fileprivate func edition(ofMandate id: String) -> Statutes? {
    edition(mandates[id]?.version)
  }

  fileprivate func edition(ofElection id: String?) -> Statutes? {
    edition(id.flatMap { elections[$0] }?.version)
  }
}

/// A statement of a call: the call's statutes govern it.
protocol AboutCall: Judged { var call: String { get } }
/// A statement of an application: the statutes of its call govern it.
protocol AboutApplication: Judged { var application: String { get } }
/// A statement of a proposal: the statutes that it was submitted under govern it.
protocol AboutProposal: Judged { var proposal: String { get } }
/// A statement of an amendment: the statutes of its proposal govern it.
protocol AboutAmendment: Judged { var amendment: String { get } }
/// A statement of an election: the statutes that it was called under govern it.
protocol AboutElection: Judged { var election: String { get } }
/// A statement of a nomination: the statutes of its election govern it.
protocol AboutNomination: Judged { var nomination: String { get } }
/// A statement of a vote: the statutes that it was opened under govern it.
protocol AboutVote: Judged { var vote: String { get } }

extension AboutCall {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofCall: call) }
}
extension AboutApplication {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofApplication: application)
  }
}
extension AboutProposal {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofProposal: proposal) }
}
extension AboutAmendment {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofAmendment: amendment) }
}
extension AboutElection {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofElection: election) }
}
extension AboutNomination {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofElection: assembly.nominations[nomination]?.election)
  }
}
extension AboutVote {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofVote: vote) }
}

// Those that find their procedure another way.
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
extension ChallengeRuled {
  func governing(in assembly: Assembly) -> Statutes? {
    assembly.edition(ofVote: assembly.challenges[challenge]?.vote)
  }
}
extension VoteOpened {
  func governing(in assembly: Assembly) -> Statutes? {
    if let election { return assembly.edition(ofElection: election) }
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
extension MandateGranted {
  func governing(in assembly: Assembly) -> Statutes? {
    switch source {
    case .proposal(let id): assembly.edition(ofProposal: id)
    case .vote(let id): assembly.edition(ofVote: id)
    }
  }
}
extension MandateReported {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofMandate: mandate) }
}
extension MandateEnded {
  func governing(in assembly: Assembly) -> Statutes? { assembly.edition(ofMandate: mandate) }
}
