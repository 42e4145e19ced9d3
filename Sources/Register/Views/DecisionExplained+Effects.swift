// SPDX-License-Identifier: Apache-2.0

import Governance

extension DecisionExplained {
  /// Appeal, what may still come, ratification, and whether it is in force now.
  func standing(of proposal: Proposal) -> [String] {
    var lines = appeals(proposal.appeal.map { [$0] } ?? [])
    if proposal.course.awaitsEscalation, proposal.withdrawn == nil {
      let rule = assembly.edition(proposal.version)?.rules[proposal.course.rule]
      lines.append(say("escalation", ["rule": rule?.fallback ?? ""]))
    }
    if let ratification = proposal.ratification {
      lines.append(line(of: ratification))
    }
    if proposal.adopted != nil { lines.append(force(of: proposal)) }
    if proposal.adopted != nil, proposal.matter == Assembly.statutesMatter {
      lines.append(say(proposal.carriedOut ? "statutes.taken" : "statutes.waiting"))
    }
    return lines
  }

  private func line(of ratification: Proposal.Ratification) -> String {
    let values = [
      "rule": ratification.course.rule, "before": moment.text(ratification.before),
      "at": (ratification.carried ?? ratification.lost).map(moment.text) ?? "",
    ]
    if ratification.carried != nil { return say("ratified", values) }
    if ratification.lost != nil { return say("ratification.lost", values) }
    return say(now < ratification.before ? "ratification" : "ratification.over", values)
  }

  private func force(of proposal: Proposal) -> String {
    guard proposal.status(at: now) == .adopted else {
      let status = words.term("status", proposal.status(at: now).rawValue)
      return say("not_in_force", ["status": status])
    }
    guard let until = proposal.validUntil else { return say("in_force") }
    return say("in_force.until", ["until": moment.text(until)])
  }

  /// What was done because of it: statements, mandates, agreements and tasks.
  func following(_ proposal: Proposal) -> [String] {
    let statements = assembly.texts.inOrder.joined()
      .filter { $0.proposal == proposal.id && $0.standing == .issued }
    let issued = Dictionary(statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return issued.inOrder.map(line(of:))
      + assembly.mandates.inOrder.filter { $0.proposal == proposal.id }.map(line(of:))
      + assembly.agreements.inOrder.filter { $0.proposal == proposal.id }.map(line(of:))
      + assembly.actions.inOrder.filter { $0.proposal == proposal.id }.map(line(of:))
  }

  private func line(of text: RegisteredText) -> String {
    say(
      "issued",
      [
        "statement": text.id, "entry": "\(text.entry)", "at": moment.text(text.at),
        "channel": text.note,
      ])
  }

  private func line(of mandate: Mandate) -> String {
    let values = [
      "mandate": mandate.id, "holder": mandate.holder, "scope": mandate.scope,
      "until": moment.text(mandate.ended ?? mandate.until),
    ]
    return say(mandate.isInForce(at: now) ? "mandate" : "mandate.ended", values)
  }

  private func line(of agreement: Agreement) -> String {
    let values = [
      "agreement": agreement.id, "parties": words.list(agreement.parties + agreement.with),
      "signed": moment.text(agreement.signed), "until": agreement.end.map(moment.text) ?? "",
    ]
    guard agreement.end != nil else { return say("agreement", values) }
    return say(agreement.isInForce(at: now) ? "agreement.until" : "agreement.ended", values)
  }

  private func line(of action: Action) -> String {
    let state =
      action.isOverdue(at: now)
      ? say("overdue")
      : action.state.map { words.term("action_state", $0.rawValue) } ?? say("not_started")
    return say(
      "action",
      [
        "action": action.task.action, "owner": action.task.owner, "text": action.task.text,
        "due": moment.text(action.task.due), "state": state,
      ])
  }
}
