// SPDX-License-Identifier: Apache-2.0

/// Which statutes govern (`Decisions.md`, "Which statutes govern").
extension Assembly {
  /// The statutes in force at a moment that is not before the last act.
  public func inForce(at now: Instant) -> Statutes? { edition(versionInForce(at: now)) }

  /// The version of the statutes in force at a moment that is not before the last act.
  func versionInForce(at now: Instant) -> Int? {
    // Nearly every act of nearly every ledger is under its only statutes.
    if editions.count == 1 { return editions.keys.first }
    return editions.lazy.filter { $0.value.effective <= now }.map(\.key).max()
  }

  /// What governs a statement: the version of the statutes of its procedure, else of those in force.
  func governing(_ judged: any Judged, at now: Instant) -> Int? {
    judged.governing(in: self) ?? versionInForce(at: now)
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
  fileprivate func version(ofCall id: String?) -> Int? {
    id.flatMap { calls[$0] }?.version
  }

  fileprivate func version(ofApplication id: String?) -> Int? {
    version(ofCall: id.flatMap { applications[$0] }?.call)
  }

  fileprivate func version(ofProposal id: String?) -> Int? {
    id.flatMap { proposals[$0] }?.version
  }

  fileprivate func version(ofVote id: String?) -> Int? {
    id.flatMap { votes[$0] }?.version
  }

  fileprivate func version(ofAmendment id: String) -> Int? {
    version(ofProposal: amendments[id]?.proposal)
  }

  fileprivate func version(ofMandate id: String) -> Int? {
    mandates[id]?.version
  }

  fileprivate func version(ofElection id: String?) -> Int? {
    id.flatMap { elections[$0] }?.version
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
  func governing(in assembly: Assembly) -> Int? { assembly.version(ofCall: call) }
}
extension AboutApplication {
  func governing(in assembly: Assembly) -> Int? {
    assembly.version(ofApplication: application)
  }
}
extension AboutProposal {
  func governing(in assembly: Assembly) -> Int? { assembly.version(ofProposal: proposal) }
}
extension AboutAmendment {
  func governing(in assembly: Assembly) -> Int? { assembly.version(ofAmendment: amendment) }
}
extension AboutElection {
  func governing(in assembly: Assembly) -> Int? { assembly.version(ofElection: election) }
}
extension AboutNomination {
  func governing(in assembly: Assembly) -> Int? {
    assembly.version(ofElection: assembly.nominations[nomination]?.election)
  }
}
extension AboutVote {
  func governing(in assembly: Assembly) -> Int? { assembly.version(ofVote: vote) }
}

// Those that find their procedure another way.
extension ObjectionAnswered {
  func governing(in assembly: Assembly) -> Int? {
    assembly.version(ofApplication: assembly.objections[objection]?.application)
  }
}
extension ObjectionWithdrawn {
  func governing(in assembly: Assembly) -> Int? {
    assembly.version(ofApplication: assembly.objections[objection]?.application)
  }
}
extension KeyEnrolled {
  func governing(in assembly: Assembly) -> Int? {
    guard case .application(let id) = holder else { return nil }
    return assembly.version(ofApplication: id)
  }
}
extension RepresentativeAppointed {
  func governing(in assembly: Assembly) -> Int? {
    guard case .application(let id) = holder else { return nil }
    return assembly.version(ofApplication: id)
  }
}
extension ChallengeRuled {
  func governing(in assembly: Assembly) -> Int? {
    assembly.version(ofVote: assembly.challenges[challenge]?.vote)
  }
}
extension VoteOpened {
  func governing(in assembly: Assembly) -> Int? {
    if let election { return assembly.version(ofElection: election) }
    guard let item = items.first else { return nil }
    if let call { return assembly.version(ofCall: call) }
    return assembly.version(ofAmendment: item) ?? assembly.version(ofProposal: item)
  }
}
extension AppealFiled {
  func governing(in assembly: Assembly) -> Int? {
    switch against {
    case .application(let id): assembly.version(ofApplication: id)
    case .proposal(let id): assembly.version(ofProposal: id)
    }
  }
}
extension AppealRuled {
  func governing(in assembly: Assembly) -> Int? {
    switch assembly.appeals[appeal]?.subject {
    case .application(let id)?: assembly.version(ofApplication: id)
    case .proposal(let id)?: assembly.version(ofProposal: id)
    case nil: nil
    }
  }
}
extension MemberReinstated {
  func governing(in assembly: Assembly) -> Int? {
    assembly.version(ofProposal: assembly.parties[member]?.suspension?.proposal)
  }
}
extension MandateGranted {
  func governing(in assembly: Assembly) -> Int? {
    switch source {
    case .proposal(let id): assembly.version(ofProposal: id)
    case .vote(let id): assembly.version(ofVote: id)
    }
  }
}
extension MandateReported {
  func governing(in assembly: Assembly) -> Int? { assembly.version(ofMandate: mandate) }
}
extension MandateEnded {
  func governing(in assembly: Assembly) -> Int? { assembly.version(ofMandate: mandate) }
}
