// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance

extension Due {
  /// Objections may be raised, and those raised want an answer.
  func objections(_ applications: [Application], _ call: Call) -> [DueItem] {
    let clause = clause("objections", of: call)
    let open = applications.filter { $0.selected && $0.vote == nil && !$0.withdrawn }
      .flatMap { assembly.openObjections(to: $0.id) }
    var items = open.filter { !$0.answered }.map {
      DueItem(
        "answer", ["objection": $0.id], who: "applicant \($0.application)", when: nil,
        clause: clause)
    }
    if let closes = call.objectionsClose, now < closes {
      let values = ["call": call.id, "count": "\(open.count)"]
      items.append(DueItem("objections", values, who: "members", when: closes, clause: clause))
    }
    return items
  }

  func voteToOpen(_ applications: [Application], _ call: Call) -> [DueItem] {
    guard let matter = stage("decide", of: call)?.matter, !objectionsAreOpen(call) else {
      return []
    }
    return item(
      "open_vote", applications.filter { assembly.isVotable($0) }, in: call, who: "registrar",
      when: call.objectionsClose, clause: "matters.\(matter)")
  }

  private func objectionsAreOpen(_ call: Call) -> Bool {
    call.objectionsClose.map { now < $0 } ?? false
  }

  func onboarding(_ application: Application, _ call: Call) -> [DueItem] {
    guard application.decision?.outcome == .carried, !application.withdrawn,
      application.member == nil
    else { return [] }
    let closes = assembly.onboardingCloses(application)
    if let closes, now >= closes { return [] }
    let missing = assembly.missingNeeds(of: application)
    let clause = "procedures.\(call.procedure)"
    guard missing.isEmpty else {
      let values = ["application": application.id, "missing": missing.joined(separator: ";")]
      return [
        DueItem(
          "onboarding", values, who: "applicant \(application.id)", when: closes, clause: clause)
      ]
    }
    let values = ["application": application.id]
    return [
      DueItem("admit", values, who: "registrar;teller", when: closes, clause: clause)
    ]
  }

  func items(of vote: Vote) -> [DueItem] {
    guard vote.certified == nil else { return [] }
    let rule = assembly.statutes?.rules[vote.rule]
    let window = rule.map { "windows.\($0.window)" } ?? "rules.\(vote.rule)"
    var values = ["vote": vote.id, "electors": "\(vote.electorate.count)"]
    values["tookPart"] = "\(vote.turnout)"
    values["quorum"] = rule.flatMap { quorum($0, electors: vote.electorate.count) }
    func item(_ what: String, _ who: String, _ when: Instant?, _ clause: String) -> [DueItem] {
      [DueItem(what, values, who: who, when: when, clause: clause)]
    }
    let voting = values["quorum"] == nil ? "voting" : "voting.quorum"
    if now < vote.opens { return item("vote_opens", "members", vote.opens, window) }
    if now < vote.closes { return item(voting, "members", vote.closes, window) }
    if now < vote.graceEnds { return item("ballots_grace", "members", vote.graceEnds, window) }
    if vote.results == nil {
      return item("tally", "registrar", vote.graceEnds, "rules.\(vote.rule)")
    }
    return item("certify", "registrar;teller", nil, "roles.teller")
  }

  private func quorum(_ rule: Statutes.Rule, electors: Int) -> String? {
    var seats = electors
    if case .body(let name) = rule.electors,
      case .seats(let classes)? = assembly.statutes?.bodies[name]?.composition
    {
      seats = classes.reduce(0) { $0 + (assembly.statutes?.seats[$1]?.count ?? 0) }
    }
    return rule.quorum?.takePartNeeded(electors: electors, seats: seats).map(String.init)
  }

  func items(of appeal: Appeal) -> [DueItem] {
    guard appeal.verdict == nil, case .application(let id) = appeal.subject,
      let application = assembly.applications[id],
      let call = assembly.calls[application.call], let stage = stage("appeal", of: call)
    else { return [] }
    let values = ["appeal": appeal.id, "application": id]
    return [
      DueItem(
        "appeal", values, who: stage.body ?? "members", when: nil,
        clause: stage.rule.map { "rules.\($0)" } ?? "procedures.\(call.procedure)")
    ]
  }
}

extension Condition {
  /// The least number taking part that meets every clause about it; `nil` if there is none.
  func takePartNeeded(electors: Int, seats: Int) -> Int? {
    let clauses = clauses.filter { $0.count == .takePart }
    guard !clauses.isEmpty else { return nil }
    return (0...max(electors, seats)).first { number in
      let bases = Bases(cast: number, takingPart: number, electors: electors, seats: seats)
      return clauses.allSatisfy { clause in
        let right = clause.share * (clause.base.map { bases[$0] } ?? 1)
        return clause.comparison.holds(Fraction(number), right)
      }
    }
  }
}
