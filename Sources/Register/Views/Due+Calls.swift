// SPDX-License-Identifier: Apache-2.0

import Governance

extension Due {
  func items(of call: Call) -> [DueItem] {
    guard call.closedDigest != nil else { return receiving(call) }
    let applications = assembly.applications(of: call)
    let joining = applications.flatMap { onboarding($0, call) }
    let sifting = screening(applications, call) + repairs(applications, call)
    if call.shortlisted == nil {
      return sifting + reviewing(applications, call) + shortlist(applications, call)
    }
    return sifting + objections(applications, call) + voteToOpen(applications, call) + joining
  }

  /// While applications come in.
  private func receiving(_ call: Call) -> [DueItem] {
    let first = assembly.edition(call.version)?.procedures[call.procedure]?.stages.first
    let clause = first?.window.map { "windows.\($0)" } ?? "procedures.\(call.procedure)"
    let values = ["call": call.id, "count": "\(call.applications.count)"]
    func item(_ what: String, _ who: String, _ when: Instant) -> [DueItem] {
      [DueItem(what, values, who: who, when: when, clause: clause)]
    }
    if now < call.opens { return item("call_opens", "applicants", call.opens) }
    if now < call.closes { return item("call_open", "applicants", call.closes) }
    if now < call.graceEnds { return item("call_grace", "applicants", call.graceEnds) }
    return item("call_close", "registrar", call.graceEnds)
  }

  private func screening(_ applications: [Application], _ call: Call) -> [DueItem] {
    let clause = clause("screen", of: call)
    let new = applications.filter { $0.screening == nil }
    let again = applications.filter { $0.screening != nil && $0.rescreen && !$0.withdrawn }
    return item("screen", new, in: call, who: "registrar", clause: clause)
      + item("rescreen", again, in: call, who: "registrar", clause: clause)
  }

  private func repairs(_ applications: [Application], _ call: Call) -> [DueItem] {
    applications.filter { isRepairable($0) && !$0.rescreen }.map { application in
      let reasons = application.screening?.reasons ?? []
      return DueItem(
        "repair", ["application": application.id, "reasons": reasons.joined(separator: ";")],
        who: "applicant \(application.id)", when: application.repairCloses,
        clause: clause("fix", of: call))
    }
  }

  /// Found incomplete, and there is still time.
  private func isRepairable(_ application: Application) -> Bool {
    guard application.screening?.disposition == .incomplete, !application.withdrawn else {
      return false
    }
    return application.repairCloses.map { now < $0 } ?? false
  }

  private func reviewing(_ applications: [Application], _ call: Call) -> [DueItem] {
    let pool = applications.filter(\.isInPool)
    let untiered = stage("diligence", of: call) == nil ? [] : pool.filter { $0.tier == nil }
    let waiting = assembly.awaitingReview(in: call)
    let short = pool.filter { isOver($0) && $0.reviews.count < least(call) }
    return item(
      "diligence", untiered, in: call, who: "registrar", clause: clause("diligence", of: call))
      + item("assign", waiting, in: call, who: "registrar", clause: clause("review", of: call))
      + missingReviews(pool, call)
      + item(
        "reviews_short", short, in: call, who: "registrar", clause: clause("review", of: call))
  }

  private func least(_ call: Call) -> Int { assembly.rubric(of: call.id)?.reviews.least ?? 0 }

  private func isOver(_ application: Application) -> Bool {
    application.reviewCloses.map { now >= $0 } ?? false
  }

  /// For each reviewer and each end of a window, what is still to be reviewed.
  private func missingReviews(_ pool: [Application], _ call: Call) -> [DueItem] {
    var missing: [String: [Instant?: [Application]]] = [:]
    for application in pool where !isOver(application) {
      let done = Set(application.reviews.map(\.reviewer))
      for reviewer in application.reviewers where !done.contains(reviewer) {
        missing[reviewer, default: [:]][application.reviewCloses, default: []].append(application)
      }
    }
    return missing.keys.sorted().flatMap { reviewer in
      (missing[reviewer] ?? [:]).sorted { ($0.key ?? now) < ($1.key ?? now) }.flatMap {
        item(
          "reviews", $0.value, in: call, who: reviewer, when: $0.key,
          clause: clause("review", of: call))
      }
    }
  }

  /// Once nobody waits for screening, repair or reviews.
  private func shortlist(_ applications: [Application], _ call: Call) -> [DueItem] {
    let standing = applications.filter { $0.door?.turnedAway == nil && !$0.withdrawn }
    let pool = standing.filter(\.isInPool)
    let isReady = standing.allSatisfy { application in
      if application.screening == nil || application.rescreen || isRepairable(application) {
        return false
      }
      guard application.isInPool else { return true }
      let reviewed = application.reviews.count == application.reviewers.count
      return !application.reviewers.isEmpty && (reviewed || isOver(application))
        && application.reviews.count >= least(call)
    }
    guard isReady, !pool.isEmpty, let selection = stage("review", of: call)?.select else {
      return []
    }
    return item(
      "shortlist", pool, in: call, who: "registrar", clause: "selections.\(selection)")
  }
}
