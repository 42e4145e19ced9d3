// SPDX-License-Identifier: Apache-2.0

import Governance

/// Calls, applications, proposals and what members may do about them.
extension Changes {
  var calls: [String] {
    changed(\.calls).flatMap { old, new -> [String] in
      var values = ["call": new.id, "closes": moment.text(new.closes)]
      guard let old else {
        values["opens"] = moment.text(new.opens)
        return [say("call", values)]
      }
      var lines: [String] = []
      if new.closes != old.closes { lines.append(say("call.closes", values)) }
      if new.closedDigest != nil, old.closedDigest == nil { lines.append(say("call.over", values)) }
      if let until = new.objectionsClose, old.objectionsClose == nil {
        values["until"] = moment.text(until)
        lines.append(say("call.objections", values))
      }
      return lines
    }
  }

  var applications: [String] {
    changed(\.applications).flatMap { old, new in
      old.map { lines(of: new, was: $0) } ?? [say("application", ["application": new.id])]
    }
  }

  private func lines(of new: Application, was old: Application) -> [String] {
    var lines: [String] = []
    func add(_ key: String, _ values: [String: String] = [:]) {
      lines.append(say("application.\(key)", values.merging(["application": new.id]) { $1 }))
    }
    if new.withdrawn, !old.withdrawn { add("withdrawn") }
    if let screening = new.screening, screening != old.screening {
      add("screened", ["disposition": words.term("disposition", screening.disposition.rawValue)])
    }
    if let until = new.repairCloses, until != old.repairCloses {
      add("repair", ["until": moment.text(until)])
    }
    for (name, value) in new.facts.pairsInOrder where old.facts[name] != value {
      add("fact", ["name": name, "new": value])
    }
    if new.rescreen, !old.rescreen { add("rescreen") }
    if let tier = new.tier, old.tier == nil { add("tier", ["tier": tier]) }
    if new.reviewers.count != old.reviewers.count {
      let until = new.reviewCloses.map(moment.text) ?? ""
      add("reviewers", ["count": "\(new.reviewers.count)", "until": until])
    }
    if new.reviews.count != old.reviews.count {
      add("reviews", ["count": "\(new.reviews.count)", "whole": "\(new.reviewers.count)"])
    }
    if new.selected, !old.selected { add("selected") }
    if new.notSelected != nil, old.notSelected == nil { add("not_selected") }
    if new.remitted, !old.remitted { add("remitted") }
    if let decision = new.decision, decision != old.decision {
      add("decided", ["outcome": words.term("outcome", decision.outcome.rawValue)])
    }
    if new.documents.count > old.documents.count {
      add("documents", ["names": words.list(new.documents.keys.sorted())])
    }
    if let name = new.representative, name != old.representative {
      add("representative", ["name": name])
    }
    if let member = new.member, old.member == nil { add("member", ["member": member]) }
    return lines
  }

  var proposals: [String] {
    changed(\.proposals).flatMap { old, new -> [String] in
      guard let old else { return [status(of: new)] }
      return lines(of: new, was: old)
    }
      + changed(\.amendments).compactMap { old, new in
        guard let end = new.end, old?.end == nil else { return nil }
        let state = words("decision.amendment.\(end.rawValue)")
        return say("amendment", ["amendment": new.id, "state": state])
      }
      + changed(\.objections).compactMap { old, new in
        guard let old else { return nil }
        if new.withdrawn, !old.withdrawn { return say("objection.out", ["objection": new.id]) }
        return new.answered && !old.answered
          ? say("objection.answered", ["objection": new.id]) : nil
      }
  }

  private func status(of proposal: Proposal) -> String {
    let status = proposal.status(at: after.now)
    let isWaiting = status == .debated && proposal.debated == nil
    return say(
      isWaiting ? "proposal.waiting" : "proposal",
      [
        "proposal": proposal.id,
        "status": words.term("standing", proposal.vote == nil ? status.rawValue : "voting"),
      ])
  }

  private func lines(of new: Proposal, was old: Proposal) -> [String] {
    var lines: [String] = []
    let id = ["proposal": new.id]
    func add(_ key: String, _ values: [String: String] = [:]) {
      lines.append(say("proposal.\(key)", values.merging(id) { $1 }))
    }
    if new.seconds.count > old.seconds.count { add("seconds", ["count": "\(new.seconds.count)"]) }
    let hasMoved =
      new.status(at: after.now) != old.status(at: after.now) || new.vote != old.vote
      || new.debated != old.debated
    if hasMoved { lines.append(status(of: new)) }
    if new.texts != old.texts { add("text") }
    if new.heard != nil, old.heard == nil { add("heard") }
    if new.course != old.course, new.adopted == nil, new.failed == nil {
      let key = new.course.awaitsEscalation ? "escalation" : "course"
      add(key, ["rule": new.course.rule, "round": "\(new.course.round)"])
    }
    if let ratification = new.ratification, old.ratification == nil {
      add(
        "ratify",
        ["rule": ratification.course.rule, "before": moment.text(ratification.before)])
    }
    if new.ratification?.carried != nil, old.ratification?.carried == nil { add("ratified") }
    if new.carriedOut, !old.carriedOut { add("carried_out") }
    return lines
  }
}
