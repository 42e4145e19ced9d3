// SPDX-License-Identifier: Apache-2.0

import Governance

/// By which clauses of the statutes a type of statement is allowed, for the people who look them up.
///
/// None for what every ledger has, whatever its statutes say: the founding, keys, records.
struct Clauses {
  /// The coalition before the statement.
  let assembly: Assembly
  private let fields: JSON
  private let kind: Statement.Kind

  init(_ statement: Statement, before assembly: Assembly) {
    self.assembly = assembly
    self.fields = (try? JSON(canonical: statement.bytes)) ?? [:]
    self.kind = statement.kind
  }

  private func text(_ name: String) -> String? { fields[name]?.string }

  /// The paths, the most telling one first.
  var paths: [String] {
    switch kind {
    case .ledgerFounded, .keyEnrolled, .keyRotated, .keyRevoked, .statementDisavowed,
      .documentRegistered, .complaintFiled, .complaintAnswered, .lotAnnounced, .lotDrawn,
      .partyUpdated, .partyMerged:
      return []
    case .officeAssigned: return text("role").map { ["roles.\($0)"] } ?? []
    case .secretariatHandedOver: return ["roles.registrar", "amend"]
    case .relationDeclared: return text("kind").map { ["relations.\($0)"] } ?? []
    case .callOpened: return procedure(text("procedure"), stage: "receive", and: "opened_by")
    case .callExtended: return stage("receive", ofCall: text("call")) + outage(ofCall: text("call"))
    case .callClosed, .applicationSubmitted: return stage("receive", ofCall: text("call"))
    case .applicationWithdrawn: return stage("receive")
    case .applicationScreened: return stage("screen") + stage("fix")
    case .applicationRepaired: return stage("fix")
    case .diligenceFound: return stage("diligence")
    case .reviewAssigned, .shortlistPublished: return selecting(ofCall: text("call"))
    case .reviewSubmitted: return selecting(ofCall: application?.call)
    case .objectionRaised: return stage("objections")
    case .objectionAnswered, .objectionWithdrawn:
      let objection = text("objection").flatMap { assembly.objections[$0] }
      return stage("objections", ofCall: objection.flatMap { call(of: $0.application) })
    case .proposalSubmitted, .proposalSeconded, .proposalWithdrawn, .textFrozen, .textRevised,
      .hearingHeld, .amendmentProposed, .amendmentAccepted, .amendmentWithdrawn:
      return matter
    case .voteOpened: return vote + matter
    case .voteExtended, .ballotCast, .ballotRevoked, .proxyGiven, .conflictDeclared, .sealOpened,
      .tallyPublished, .outcomeCertified, .blockTested, .voteChallenged, .challengeRuled:
      return vote
    case .voterNamed: return bodiesWithGroups
    case .escalationRequested:
      return text("proposal").flatMap { assembly.proposals[$0] }
        .map { ["rules.\($0.course.rule).fallback_by"] } ?? []
    case .memberReinstated: return ["matters.suspension"]
    case .memberResigned: return leaving
    case .statutesAdopted: return ["amend"]
    case .electionCalled: return text("matter").map { ["matters.\($0)"] } ?? []
    case .nominationMade, .nominationAccepted, .nominationWithdrawn: return nomination
    case .seatVacated, .seatFilled, .seatNamed, .alternateNamed:
      return text("seat").map { ["seats.\($0)"] } ?? []
    case .meetingHeld: return text("body").map { ["bodies.\($0)"] } ?? []
    case .chairRotated, .chairDeclined: return text("body").map { ["bodies.\($0).chair"] } ?? []
    case .mandateGranted, .mandateReported, .mandateEnded, .mandateRecused, .mandateInstructed,
      .externalRecorded:
      return mandate
    case .statementIssued, .agreementSigned, .actionAssigned: return mandate + matter
    case .agreementEnded: return matter(of: agreement?.proposal)
    case .actionUpdated:
      return matter(of: text("action").flatMap { assembly.actions[$0] }?.proposal)
    case .appealFiled, .appealRuled: return appeal
    case .representativeAppointed, .documentSigned, .memberAdmitted: return stage("onboard")
    case .actRefused: return []
    }
  }

  // MARK: Procedures

  private var application: Application? {
    text("application").flatMap { assembly.applications[$0] }
  }

  private func call(of application: String) -> String? { assembly.applications[application]?.call }

  private func procedure(ofCall call: String?) -> Statutes.Procedure? {
    call.flatMap { assembly.calls[$0] }.flatMap {
      assembly.edition($0.version)?.procedures[$0.procedure]
    }
  }

  private func procedure(_ name: String?, stage: String, and part: String) -> [String] {
    name.map { ["procedures.\($0).\(part)", "procedures.\($0).\(stage)"] } ?? []
  }

  /// A stage of the call's procedure; of the application's call where none is named.
  private func stage(_ id: String, ofCall call: String? = nil) -> [String] {
    guard let procedure = procedure(ofCall: call ?? application?.call),
      procedure.stage(id) != nil
    else { return [] }
    return ["procedures.\(procedure.name).\(id)"]
  }

  private func selecting(ofCall call: String?) -> [String] {
    guard let procedure = procedure(ofCall: call),
      let stage = procedure.stages.first(where: { $0.select != nil })
    else { return [] }
    return ["procedures.\(procedure.name).\(stage.id)", "selections.\(stage.select ?? "")"]
  }

  private func outage(ofCall call: String?) -> [String] {
    let window = procedure(ofCall: call)?.stage("receive")?.window
    return window.map { ["windows.\($0).outage"] } ?? []
  }

  // MARK: Votes and proposals

  /// The rule or selection that decides the vote.
  private var vote: [String] {
    if kind == .voteOpened {
      let isElection = text("election") != nil
      return text("rule").map { ["\(isElection ? "selections" : "rules").\($0)"] } ?? []
    }
    let challenge = text("challenge").flatMap { assembly.challenges[$0] }
    let vote = (text("vote") ?? challenge?.vote).flatMap { assembly.votes[$0] }
    return vote.map { [$0.clause] } ?? []
  }

  private var matter: [String] {
    let amendment = text("amendment").flatMap { assembly.amendments[$0] }
    if let matter = text("matter") { return path(ofMatter: matter) }
    return matter(of: text("proposal") ?? amendment?.proposal)
  }

  private func matter(of proposal: String?) -> [String] {
    proposal.flatMap { assembly.proposals[$0] }.map { path(ofMatter: $0.matter) } ?? []
  }

  private func path(ofMatter matter: String) -> [String] {
    [matter == Assembly.statutesMatter ? "amend" : "matters.\(matter)"]
  }

  private var agreement: Agreement? { text("agreement").flatMap { assembly.agreements[$0] } }

  private var appeal: [String] {
    let appeal = text("appeal").flatMap { assembly.appeals[$0] }
    if kind == .appealFiled {
      return text("application") == nil ? matter : stage("appeal")
    }
    switch appeal?.subject {
    case .application(let id)?: return stage("appeal", ofCall: call(of: id))
    case .proposal(let id)?: return matter(of: id)
    case nil: return []
    }
  }

  // MARK: Members and seats

  private var nomination: [String] {
    let known = text("nomination").flatMap { assembly.nominations[$0] }
    let matter = (text("election") ?? known?.election).flatMap { assembly.elections[$0] }?.matter
    let seat = text("seat") ?? known?.seat
    return (seat.map { ["seats.\($0)"] } ?? []) + (matter.map { ["matters.\($0)"] } ?? [])
  }

  private var mandate: [String] {
    let known = text("mandate").flatMap { assembly.mandates[$0] }
    return (text("kind") ?? known?.kind).map { ["mandates.\($0)"] } ?? []
  }

  private var bodiesWithGroups: [String] {
    (assembly.statutes?.bodies ?? [:]).inOrder.filter { $0.oneVotePer != nil }
      .map { "bodies.\($0.name).one_vote_per" }
  }

  /// The matters that a member decides alone, such as leaving.
  private var leaving: [String] {
    (assembly.statutes?.matters ?? [:]).inOrder.filter { $0.decision == .unilateral }
      .map { "matters.\($0.name)" }
  }
}
