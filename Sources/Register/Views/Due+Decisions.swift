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
    guard vote.isPending else { return [] }
    let rule = assembly.edition(vote.version)?.rule(of: vote)
    let window = rule.map { "windows.\($0.window)" } ?? vote.clause
    var values = ["vote": vote.id, "electors": "\(vote.electorate.count)"]
    values["tookPart"] = "\(vote.turnout)"
    values["quorum"] = quorum(of: vote).map(String.init)
    func item(_ what: String, _ who: String, _ when: Instant?, _ clause: String) -> [DueItem] {
      [DueItem(what, values, who: who, when: when, clause: clause)]
    }
    let voting = values["quorum"] == nil ? "voting" : "voting.quorum"
    if now < vote.opens { return item("vote_opens", "members", vote.opens, window) }
    if now < vote.closes { return item(voting, "members", vote.closes, window) }
    if now < vote.graceEnds { return item("ballots_grace", "members", vote.graceEnds, window) }
    return counting(vote)
  }

  /// After the grace: seals, tally, challenges, certificate.
  private func counting(_ vote: Vote) -> [DueItem] {
    let values = ["vote": vote.id]
    let challenges = assembly.challenges.inOrder.filter { $0.vote == vote.id && $0.verdict == nil }
      .map { challenge in
        DueItem(
          "challenge", ["challenge": challenge.id, "vote": vote.id],
          who: assembly.under(vote.version).challengeBody(of: vote) ?? "members", when: nil,
          clause: vote.clause)
      }
    guard vote.isUnsealed else {
      let closed = vote.tellers.filter { vote.identities[$0.key] == nil }
      return challenges
        + closed.map {
          DueItem(
            "seal", values, who: $0.key, when: vote.graceEnds,
            clause: "\(vote.clause).secrecy")
        }
    }
    guard let tallied = vote.tallied else {
      return challenges + [
        DueItem(
          "tally", values, who: "registrar", when: vote.graceEnds, clause: vote.clause)
      ]
    }
    if let closes = challengeCloses(vote, tallied), now < closes {
      return challenges + [
        DueItem(
          "challengeable", values, who: "members", when: closes,
          clause: "\(vote.clause).challenge")
      ]
    }
    guard challenges.isEmpty else { return challenges }
    return [DueItem("certify", values, who: "registrar;teller", when: nil, clause: "roles.teller")]
  }

  /// Until when a count can be challenged at least, where the rule gives time for it.
  func challengeCloses(_ vote: Vote, _ tallied: Instant) -> Instant? {
    assembly.edition(vote.version)?.rule(of: vote)?.challenge
      .flatMap { assembly.calendar?.closing(of: $0, from: tallied) }
  }

  /// How many have to take part, or their weight.
  func quorum(of vote: Vote) -> Int? {
    let rule = assembly.edition(vote.version)?.rule(of: vote)
    let electors = vote.weights?.reduce(0, +) ?? vote.electorate.count
    return rule?.quorum(inRound: vote.round)?
      .takePartNeeded(electors: electors, seats: assembly.seats(of: vote) ?? electors)
  }

  func items(of appeal: Appeal) -> [DueItem] {
    guard appeal.verdict == nil else { return [] }
    switch appeal.subject {
    case .application(let id): return items(of: appeal, about: id)
    case .proposal(let id):
      guard let proposal = assembly.proposals[id] else { return [] }
      let matter = assembly.edition(proposal.version)?.matters[proposal.matter]
      return [
        DueItem(
          "appeal", ["appeal": appeal.id, "application": id], who: matter?.appeal ?? "members",
          when: nil, clause: "matters.\(proposal.matter).appeal")
      ]
    }
  }

  private func items(of appeal: Appeal, about id: String) -> [DueItem] {
    guard let application = assembly.applications[id],
      let call = assembly.calls[application.call], let stage = stage("appeal", of: call)
    else { return [] }
    return [
      DueItem(
        "appeal", ["appeal": appeal.id, "application": id], who: stage.body ?? "members",
        when: nil, clause: stage.rule.map { "rules.\($0)" } ?? "procedures.\(call.procedure)")
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
