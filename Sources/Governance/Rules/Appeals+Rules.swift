// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: AppealFiled, _ act: Act) throws(Refusal) {
    if appeals[it.appeal] != nil { throw Refusal(.appealExists, ["appeal": it.appeal]) }
    let application = try application(it.application)
    let effective = try effectiveTime(it.receivedAt, act)
    guard let stage = stage("appeal", of: application.call), let within = stage.within,
      let (against, since) = adverseDecision(on: application, at: effective), let calendar
    else { throw Refusal(.nothingToAppeal, ["application": it.application]) }
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
    guard let application = applications[it.application],
      let against = adverseDecision(on: application, at: it.receivedAt ?? act.received)?.against
    else { preconditionFailure("not admitted") }
    appeals[it.appeal] = Appeal(
      id: it.appeal, application: it.application, ground: it.ground, against: against,
      at: it.receivedAt ?? act.received)
    change(&applications, it.application) { $0.appeals.append(it.appeal) }
  }

  func admit(_ it: AppealRuled, _ act: Act) throws(Refusal) {
    guard let appeal = appeals[it.appeal], appeal.verdict == nil else {
      throw Refusal(.unknownAppeal, ["appeal": it.appeal])
    }
    let application = try application(appeal.application)
    guard let rule = stage("appeal", of: application.call)?.rule else {
      throw Refusal(.nothingToAppeal, ["application": application.id])
    }
    try require([.resolution(rule: rule, on: .application(application.id))], of: act)
  }

  mutating func record(_ it: AppealRuled, _ act: Act) {
    guard let appeal = appeals[it.appeal] else { preconditionFailure("not admitted") }
    change(&appeals, it.appeal) { $0.verdict = it.verdict }
    guard it.verdict == .remit, let application = applications[appeal.application] else { return }
    let window = repairWindow(of: application.call)?.window
    let closes = window.flatMap { closing(of: $0, from: act.received) }
    change(&applications, appeal.application) {
      switch appeal.against {
      case .screening:
        $0.repairCloses = closes
        $0.rescreen = true
      case .shortlist, .vote: $0.remitted = true
      }
    }
  }
}
