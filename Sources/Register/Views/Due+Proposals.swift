// SPDX-License-Identifier: Apache-2.0

import Governance

extension Due {
  /// What a proposal waits for, from its seconds to its ratification.
  func items(of proposal: Proposal) -> [DueItem] {
    guard proposal.withdrawn == nil, proposal.failed == nil else { return [] }
    let heard = proposal.adopted == nil ? hearing(on: proposal) : []
    return heard + (proposal.frozen == nil ? debate(on: proposal) : deciding(proposal))
  }

  func matter(of proposal: Proposal) -> Statutes.Matter? {
    assembly.edition(proposal.version)?.matters[proposal.matter]
  }

  /// `matters.position`, or `amend` for the statutes themselves.
  func clause(of proposal: Proposal) -> String {
    proposal.matter == Assembly.statutesMatter ? "amend" : "matters.\(proposal.matter)"
  }

  private func proposer(of proposal: Proposal) -> String { proposal.proposer ?? proposal.key }

  /// How many seconds it lacks.
  func secondsMissing(_ proposal: Proposal) -> Int {
    max(0, (matter(of: proposal)?.seconds ?? 0) - proposal.seconds.count)
  }

  /// Until when the party concerned can be heard; `nil` where nobody asks for a hearing any more.
  func hearingCloses(_ proposal: Proposal) -> Instant? {
    guard proposal.heard == nil, proposal.about != nil,
      let time = matter(of: proposal)?.hearing
    else { return nil }
    return assembly.calendar?.closing(of: time, from: proposal.submitted)
  }

  private func hearing(on proposal: Proposal) -> [DueItem] {
    guard let closes = hearingCloses(proposal), let about = proposal.about else { return [] }
    let isOpen = now < closes
    return [
      DueItem(
        isOpen ? "hearing" : "hearing_over", ["proposal": proposal.id, "party": about],
        who: isOpen ? "\(about);registrar" : "registrar", when: closes,
        clause: "\(clause(of: proposal)).hearing")
    ]
  }

  private func debate(on proposal: Proposal) -> [DueItem] {
    let values = ["proposal": proposal.id]
    guard proposal.debated != nil else {
      let missing = values.merging(["count": "\(secondsMissing(proposal))"]) { $1 }
      let clause = "\(clause(of: proposal)).seconds"
      return [DueItem("second", missing, who: "members", when: nil, clause: clause)]
    }
    let pending = proposal.amendments.compactMap { assembly.amendments[$0] }
      .filter { $0.end == nil }
    let amendments = pending.filter { $0.vote == nil }.map {
      DueItem(
        "amendment", ["amendment": $0.id, "proposal": proposal.id],
        who: proposer(of: proposal), when: nil, clause: self.clause(of: proposal))
    }
    let closes = assembly.debateCloses(proposal)
    let clause =
      matter(of: proposal)?.discuss.map { "windows.\($0)" } ?? self.clause(of: proposal)
    if let closes, now < closes {
      return amendments + [
        DueItem("debate", values, who: "members", when: closes, clause: clause)
      ]
    }
    guard pending.isEmpty else { return amendments }
    return [DueItem("freeze", values, who: "registrar", when: closes, clause: clause)]
  }

  /// Frozen: a vote, a revision, the fallback, a ratification, or new statutes to record.
  private func deciding(_ proposal: Proposal) -> [DueItem] {
    if proposal.vote != nil { return [] }
    if proposal.adopted != nil { return ratifying(proposal) + recording(proposal) }
    let course = proposal.course
    let values = ["proposal": proposal.id, "rule": course.rule]
    if course.awaitsEscalation {
      let fallback = assembly.edition(proposal.version)?.rules[course.rule]?.fallback ?? ""
      return [
        DueItem(
          "escalate", ["proposal": proposal.id, "rule": fallback], who: "members", when: nil,
          clause: "rules.\(course.rule).fallback_by")
      ]
    }
    if let question = question(on: proposal) {
      return [
        DueItem(
          "open_vote_on", values, who: "registrar", when: question.earliest,
          clause: "rules.\(course.rule)")
      ]
    }
    guard course.last == .blocked else { return [] }
    return [
      DueItem(
        "revise", values, who: proposer(of: proposal), when: nil, clause: "rules.\(course.rule)")
    ]
  }

  /// The question that it could be put as now, if it could be put.
  private func question(on proposal: Proposal) -> Question? {
    try? assembly.under(proposal.version).question(on: proposal.id, at: now)
  }

  private func ratifying(_ proposal: Proposal) -> [DueItem] {
    guard let ratification = proposal.ratification, ratification.carried == nil,
      !ratification.hasLapsed(at: now)
    else { return [] }
    return [
      DueItem(
        "ratify", ["proposal": proposal.id, "rule": ratification.course.rule], who: "registrar",
        when: ratification.before, clause: "\(clause(of: proposal)).ratify")
    ]
  }

  private func recording(_ proposal: Proposal) -> [DueItem] {
    guard proposal.matter == Assembly.statutesMatter, !proposal.carriedOut,
      proposal.status(at: now) == .adopted
    else { return [] }
    return [
      DueItem(
        "record_statutes", ["proposal": proposal.id], who: "registrar;teller", when: nil,
        clause: "amend")
    ]
  }
}
