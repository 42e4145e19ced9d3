// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: ReviewAssigned, _ act: Act) throws(Refusal) {
    let call = try call(it.call)
    let named = Set(it.assignments.map(\.application))
    let pool = awaitingReview(in: call).filter { named.contains($0.id) }
    let standard = standardAssignment(of: pool)
    var seen: Set<String> = []
    for assignment in it.assignments {
      try checkAssignment(
        assignment, pool, standard, first: seen.insert(assignment.application).inserted)
    }
    guard spread(of: it.assignments, in: call) <= max(1, spread(of: standard, in: call)) else {
      throw Refusal(.unequalLoad, clause: "selections", ["found": loads(it.assignments, in: call)])
    }
    try require([registrar], of: act)
  }

  private func checkAssignment(
    _ it: ReviewAssigned.Assignment, _ pool: [Application],
    _ standard: [ReviewAssigned.Assignment], first: Bool
  ) throws(Refusal) {
    let application = try application(it.application)
    guard application.reviewers.isEmpty, first else {
      throw Refusal(.alreadyAssigned, ["application": it.application])
    }
    guard pool.contains(where: { $0.id == it.application }) else {
      let code: Refusal.Code = application.isInPool ? .noTier : .notEligible
      throw Refusal(code, ["application": it.application])
    }
    let needed = standard.first { $0.application == it.application }?.reviewers.count ?? 0
    guard it.reviewers.count == needed else {
      throw Refusal(
        .wrongAssignment,
        ["application": it.application, "found": "\(it.reviewers.count)", "expected": "\(needed)"])
    }
    for reviewer in it.reviewers { try checkReviewer(reviewer, of: application) }
  }

  /// Throws unless the key is a panel member's without a conflict.
  private func checkReviewer(_ key: String, of application: Application) throws(Refusal) {
    guard holders(of: "reviewer").contains(key) else {
      throw Refusal(.notAReviewer, clause: "roles.reviewer", ["key": key])
    }
    guard let kind = conflict(of: key, with: application) else { return }
    throw Refusal(
      .recused, clause: "roles.reviewer.recuse",
      ["key": key, "relation": kind, "application": application.id])
  }

  /// The kind of relation that keeps a reviewer away from an application, if there is one.
  public func conflict(of reviewer: String, with application: Application) -> String? {
    guard let party = keys[reviewer]?.party else { return nil }
    let kinds = statutes?.roles["reviewer"]?.recuse ?? []
    return relation(among: kinds, between: party, and: .application(application.id))
  }

  /// Eligible, tier found where the statutes ask for one, no reviewers yet; in the order of receipt.
  public func awaitingReview(in call: Call) -> [Application] {
    let tierNeeded = stage("diligence", of: call.id) != nil
    return applications(of: call).filter {
      $0.isInPool && ($0.tier != nil || !tierNeeded) && $0.reviewers.isEmpty
    }
  }

  /// To each the reviewers without conflict that have the least load so far, ties by key name.
  public func standardAssignment(of pool: [Application]) -> [ReviewAssigned.Assignment] {
    var load = currentLoad(pool.first?.call)
    let panel = load.keys.sorted(by: Self.inOrder)
    return pool.map { application in
      let free = panel.filter { conflict(of: $0, with: application) == nil }
      // A stable sort by load keeps the order of names among equals.
      let ranked = free.enumerated().sorted {
        (load[$0.element] ?? 0, $0.offset) < (load[$1.element] ?? 0, $1.offset)
      }
      let chosen = ranked.prefix(reviewsEach(application)).map(\.element)
      for reviewer in chosen { load[reviewer, default: 0] += 1 }
      return ReviewAssigned.Assignment(
        application: application.id, reviewers: chosen.sorted(by: Self.inOrder))
    }
  }

  private func reviewsEach(_ application: Application) -> Int {
    rubric(of: application.call)?.reviews.each ?? 0
  }

  /// How many reviews of a call each panel member has been assigned so far.
  private func currentLoad(_ call: String?) -> [String: Int] {
    var load: [String: Int] = [:]
    for reviewer in holders(of: "reviewer") { load[reviewer] = 0 }
    for application in applications.values where application.call == call {
      for reviewer in application.reviewers { load[reviewer]? += 1 }
    }
    return load
  }

  private func load(
    with assignments: [ReviewAssigned.Assignment], in call: Call
  ) -> [String: Int] {
    var load = currentLoad(call.id)
    for reviewer in assignments.flatMap(\.reviewers) { load[reviewer]? += 1 }
    return load
  }

  private func spread(of assignments: [ReviewAssigned.Assignment], in call: Call) -> Int {
    let loads = load(with: assignments, in: call).values
    return (loads.max() ?? 0) - (loads.min() ?? 0)
  }

  private func loads(_ assignments: [ReviewAssigned.Assignment], in call: Call) -> String {
    load(with: assignments, in: call).sorted { Self.inOrder($0.key, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// The selection that a call's review stage feeds.
  public func selection(of call: String) -> Statutes.Selection? {
    stage("review", of: call)?.select.flatMap { statutes?.selections[$0] }
  }

  /// The criteria that a call's reviewers score by.
  public func rubric(of call: String) -> Statutes.Rubric? {
    if case .rubric(let rubric)? = selection(of: call)?.source { rubric } else { nil }
  }

  mutating func record(_ it: ReviewAssigned, _ act: Act) {
    let window = stage("review", of: it.call)?.window.flatMap { statutes?.windows[$0] }
    let closes = window.flatMap { closing(of: $0, from: act.received) }
    for assignment in it.assignments {
      change(&applications, assignment.application) {
        $0.reviewers = assignment.reviewers
        $0.reviewCloses = closes
      }
    }
  }

  func admit(_ it: ReviewSubmitted, _ act: Act) throws(Refusal) {
    if reviews.contains(it.review) { throw Refusal(.reviewExists, ["review": it.review]) }
    let application = try application(it.application)
    let effective = try effectiveTime(it.receivedAt, act)
    guard application.isInPool, !application.reviewers.isEmpty,
      calls[application.call]?.shortlisted == nil
    else { throw Refusal(.notUnderReview, ["application": it.application]) }
    let authors = Set(act.signers).subtracting(it.receivedAt == nil ? [] : holders(of: "registrar"))
    guard let reviewer = authors.first, authors.count == 1 else {
      throw Refusal(.wrongSigners, ["missing": "reviewer"])
    }
    try checkReviewer(reviewer, of: application)
    if application.reviews.contains(where: { $0.reviewer == reviewer }) {
      throw Refusal(.duplicateReview, ["key": reviewer, "application": it.application])
    }
    try checkScores(it, rubric(of: application.call))
    if let closes = application.reviewCloses, effective >= closes {
      let clause = stage("review", of: application.call)?.window.map { "windows.\($0)" }
      throw Refusal(.afterWindow, clause: clause, ["until": closes.text])
    }
    guard application.reviewers.contains(reviewer) else {
      throw Refusal(.notAssigned, ["key": reviewer, "application": it.application])
    }
    let attest: [SignerNeed] = it.receivedAt == nil ? [] : [registrar]
    try require([.all([reviewer], as: "reviewer")] + attest, of: act)
  }

  /// Every criterion of the rubric once, from 0 to its scale.
  private func checkScores(
    _ it: ReviewSubmitted, _ rubric: Statutes.Rubric?
  ) throws(Refusal) {
    let rubric = rubric?.criteria ?? []
    let names = Set(rubric.map(\.id)).union(it.scores.keys)
    for name in names.sorted(by: Self.inOrder) {
      let scale = rubric.first { $0.id == name }?.scale
      if let score = it.scores[name], let scale, (0...scale).contains(score) { continue }
      throw Refusal(
        .scoreOutOfScale, clause: "selections",
        [
          "criterion": name, "found": it.scores[name].map(String.init) ?? "–",
          "expected": scale.map { "0–\($0)" } ?? "–",
        ])
    }
  }

  mutating func record(_ it: ReviewSubmitted, _ act: Act) {
    reviews.insert(it.review)
    guard let application = applications[it.application],
      let reviewer = act.signers.first(where: application.reviewers.contains)
    else { preconditionFailure("not admitted") }
    change(&applications, it.application) {
      $0.reviews.append(.init(id: it.review, reviewer: reviewer, scores: it.scores))
    }
  }
}
