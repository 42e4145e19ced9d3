// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: AppealFiled, _ act: Act) throws(Refusal) {
    if appeals[it.appeal] != nil { throw Refusal(.appealExists, ["appeal": it.appeal]) }
    switch it.against {
    case .application(let id): try admit(it, about: try application(id), act)
    case .proposal(let id): try admit(it, about: try proposal(id), act)
    }
  }

  private func admit(_ it: AppealFiled, about application: Application, _ act: Act) throws(Refusal)
  {
    let effective = try effectiveTime(it.receivedAt, act)
    guard let stage = stage("appeal", of: application.call), let within = stage.within,
      let (against, since) = adverseDecision(on: application, at: effective), let calendar
    else { throw Refusal(.nothingToAppeal, ["application": application.id]) }
    if application.appeals.contains(where: { id in
      appeals[id].map { $0.verdict == nil || $0.against == against && $0.at >= since } ?? false
    }) {
      throw Refusal(.appealExists, ["appeal": application.appeals.last ?? ""])
    }
    let closes = calendar.closing(of: within, from: since)
    guard effective < closes else {
      throw Refusal(
        .appealWindowOver, clause: "procedures.\(calls[application.call]?.procedure ?? "")",
        ["until": closes.text])
    }
    try require(try applicantNeeds(application, receivedAt: it.receivedAt, act), of: act)
  }

  /// How long a decided proposal can be appealed against; the statutes name the body and no time.
  static let appealSeconds = 30 * 86_400

  private func admit(_ it: AppealFiled, about proposal: Proposal, _ act: Act) throws(Refusal) {
    let clause = "matters.\(proposal.matter).appeal"
    guard statutes?.matters[proposal.matter]?.appeal != nil, let about = proposal.about,
      let adopted = proposal.adopted, proposal.status(at: act.received) == .adopted
    else { throw Refusal(.nothingToAppeal, clause: clause, ["application": proposal.id]) }
    if let appeal = proposal.appeal { throw Refusal(.appealExists, ["appeal": appeal]) }
    let closes = adopted + Self.appealSeconds
    guard act.received < closes else {
      throw Refusal(.appealWindowOver, clause: clause, ["until": closes.text])
    }
    try require([.some(1, of: keys(of: about), as: about)], of: act)
  }

  /// The last refusal that an applicant can appeal against, and when it was made.
  public func adverseDecision(
    on application: Application, at now: Instant
  ) -> (against: Appeal.Adverse, since: Instant)? {
    if application.withdrawn || application.member != nil { return nil }
    if let decision = application.decision {
      return decision.outcome == .lost ? (.vote, decision.at) : nil
    }
    if application.vote != nil { return nil }
    if let at = application.notSelected, !application.remitted { return (.shortlist, at) }
    if application.selected || application.rescreen { return nil }
    if isLapsed(application, at: now), let closes = application.repairCloses {
      return (.screening, closes)
    }
    guard let screening = application.screening else { return nil }
    switch screening.disposition {
    case .ineligible: return (.screening, screening.at)
    // What happened at the door is computed once, and no appeal could change it.
    case .early, .late, .superseded, .withdrawn, .eligible, .incomplete: return nil
    }
  }

  mutating func record(_ it: AppealFiled, _ act: Act) {
    let at = it.receivedAt ?? act.received
    var against = Appeal.Adverse.vote
    switch it.against {
    case .application(let id):
      guard let found = applications[id].flatMap({ adverseDecision(on: $0, at: at) }) else {
        preconditionFailure("not admitted")
      }
      against = found.against
      change(&applications, id) { $0.appeals.append(it.appeal) }
    case .proposal(let id): change(&proposals, id) { $0.appeal = it.appeal }
    }
    appeals[it.appeal] = Appeal(
      id: it.appeal, subject: it.against, ground: it.ground, against: against, at: at)
  }

  func admit(_ it: AppealRuled, _ act: Act) throws(Refusal) {
    guard let appeal = appeals[it.appeal], appeal.verdict == nil else {
      throw Refusal(.unknownAppeal, ["appeal": it.appeal])
    }
    switch appeal.subject {
    case .application(let id):
      let application = try application(id)
      guard let rule = stage("appeal", of: application.call)?.rule else {
        throw Refusal(.nothingToAppeal, ["application": id])
      }
      try require([.resolution(rule: rule, on: .application(id))], of: act)
    case .proposal(let id):
      let proposal = try proposal(id)
      guard let body = statutes?.matters[proposal.matter]?.appeal else {
        throw Refusal(.nothingToAppeal, ["application": id])
      }
      let without = [proposal.about, proposal.proposer].compactMap(\.self)
      try require(ruling(of: body, without: without, at: act.received), of: act)
    }
  }

  mutating func record(_ it: AppealRuled, _ act: Act) {
    guard let appeal = appeals[it.appeal] else { preconditionFailure("not admitted") }
    change(&appeals, it.appeal) { $0.verdict = it.verdict }
    guard it.verdict == .remit else { return }
    switch appeal.subject {
    case .application(let id): remit(application: id, appeal.against, at: act.received)
    case .proposal(let id): remit(proposal: id)
    }
  }

  private mutating func remit(application id: String, _ against: Appeal.Adverse, at now: Instant) {
    guard let application = applications[id] else { return }
    let window = repairWindow(of: application.call)?.window
    let closes = window.flatMap { closing(of: $0, from: now) }
    change(&applications, id) {
      switch against {
      case .screening:
        $0.repairCloses = closes
        $0.rescreen = true
      case .shortlist, .vote:
        $0.remitted = true
        $0.rounds = 0
      }
    }
  }

  /// Undoes a decision about a member, and lets it be put to the vote again.
  private mutating func remit(proposal id: String) {
    guard let proposal = proposals[id], let rule = try? openingRule(of: proposal.matter) else {
      return
    }
    change(&proposals, id) {
      $0.adopted = nil
      $0.ratification = nil
      $0.vote = nil
      $0.course = .init(rule: rule.name)
    }
    guard let about = proposal.about else { return }
    change(&parties, about) {
      if proposal.matter == "expulsion" { $0.left = nil }
      if $0.suspension?.proposal == id { $0.suspension = nil }
    }
  }
}
