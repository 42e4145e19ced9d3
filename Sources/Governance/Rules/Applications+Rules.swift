// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: ApplicationSubmitted, _ act: Act) throws(Refusal) {
    let call = try call(it.call)
    if call.closedDigest != nil { throw Refusal(.callClosed, ["call": it.call]) }
    guard applications[it.application] == nil, parties[it.application] == nil else {
      throw Refusal(.applicationExists, ["application": it.application])
    }
    let effective = try effectiveTime(it.receivedAt, act)
    try checkSeal(it.sealedAt, effective: effective)
    if let statutes { try checkFacts(it.facts, it.relations, statutes) }
    guard let key = it.key else {
      guard it.receivedAt != nil else { throw Refusal(.receiptNotAttested) }
      return try require([registrar], of: act)
    }
    try checkApplicantKey(key)
    let author = SignerNeed.all([KeyText.name(key)], as: "applicant")
    try require([author] + (it.receivedAt == nil ? [] : [registrar]), of: act)
  }

  /// A new key, or the one that signed an earlier application of the same applicant.
  private func checkApplicantKey(_ vkey: String) throws(Refusal) {
    let name = KeyText.name(vkey)
    guard let known = keys[name], known.vkey == vkey, known.application != nil, known.party == nil
    else { return try checkNewKey(vkey) }
    // A key that the statement brings along is not looked at before the rules are.
    if !known.isInForce { throw Refusal(.revokedKey, ["key": name]) }
  }

  mutating func record(_ it: ApplicationSubmitted, _ act: Act) {
    applications[it.application] = Application(
      id: it.application, call: it.call, entry: act.index, channel: it.channel, name: it.name,
      facts: it.facts, relations: it.relations, effective: it.receivedAt ?? act.received,
      sealedAt: it.sealedAt, key: it.key.map(KeyText.name))
    change(&calls, it.call) { $0.applications.append(it.application) }
    if let key = it.key { register(key, application: it.application) }
  }

  func admit(_ it: ApplicationWithdrawn, _ act: Act) throws(Refusal) {
    let application = try application(it.application)
    _ = try effectiveTime(it.receivedAt, act)
    if application.withdrawn { throw Refusal(.alreadyWithdrawn, ["application": it.application]) }
    if let decision = application.decision, decision.outcome != .inquorate {
      throw Refusal(.alreadyDecided, ["application": it.application])
    }
    try require(try applicantNeeds(application, receivedAt: it.receivedAt, act), of: act)
  }

  mutating func record(_ it: ApplicationWithdrawn, _ act: Act) {
    change(&applications, it.application) { $0.withdrawn = true }
  }

  func admit(_ it: ApplicationScreened, _ act: Act) throws(Refusal) {
    let application = try application(it.application)
    guard let found = screening(of: application, at: act.received) else {
      throw Refusal(.callStillOpen, ["call": application.call])
    }
    guard application.screening == nil || application.rescreen else {
      throw Refusal(.alreadyScreened, ["application": it.application])
    }
    try compare(it, with: found)
    try require([registrar], of: act)
  }

  private func compare(
    _ it: ApplicationScreened, with found: Application.Screening
  ) throws(Refusal) {
    let differing: [(field: String, claimed: String, computed: String)] = [
      ("disposition", it.disposition.rawValue, found.disposition.rawValue),
      ("tests", words(it.tests), words(found.tests)),
      ("reasons", it.reasons.joined(separator: ";"), found.reasons.joined(separator: ";")),
      ("related", it.related ?? "", found.related ?? ""),
    ].filter { !Text.areSameBytes($0.1, $0.2) }
    guard let first = differing.first else { return }
    throw Refusal(
      .wrongScreening, clause: "procedures",
      [
        "application": it.application, "field": first.field, "found": first.claimed,
        "expected": first.computed,
      ])
  }

  private func words(_ tests: [String: String]) -> String {
    tests.sorted { Self.inOrder($0.key, $1.key) }.map { "\($0.key)=\($0.value)" }.joined(
      separator: ";")
  }

  mutating func record(_ it: ApplicationScreened, _ act: Act) {
    guard let application = applications[it.application] else {
      preconditionFailure("not admitted")
    }
    let window = repairWindow(of: application.call)?.window
    let repairCloses = window.flatMap { closing(of: $0, from: act.received) }
    change(&applications, it.application) {
      $0.screening = Application.Screening(
        disposition: it.disposition, tests: it.tests, reasons: it.reasons, related: it.related,
        at: act.received)
      $0.rescreen = false
      // A second incomplete screening does not begin the window again.
      if it.disposition == .incomplete, $0.repairCloses == nil { $0.repairCloses = repairCloses }
    }
  }

  func admit(_ it: ApplicationRepaired, _ act: Act) throws(Refusal) {
    let application = try application(it.application)
    let effective = try effectiveTime(it.receivedAt, act)
    guard application.repairCloses != nil, !application.withdrawn,
      application.rescreen || application.screening?.disposition == .incomplete
    else { throw Refusal(.notIncomplete, ["application": it.application]) }
    if let closes = application.repairCloses, effective >= closes {
      let clause = repairWindow(of: application.call).map { "windows.\($0.name)" }
      throw Refusal(.repairWindowOver, clause: clause, ["until": closes.text])
    }
    if let statutes { try checkFacts(it.facts, it.relations, statutes) }
    try require(try applicantNeeds(application, receivedAt: it.receivedAt, act), of: act)
  }

  mutating func record(_ it: ApplicationRepaired, _ act: Act) {
    change(&applications, it.application) {
      $0.facts.merge(it.facts) { _, new in new }
      $0.relations.merge(it.relations) { _, new in new }
      $0.rescreen = true
    }
  }

  func admit(_ it: DiligenceFound, _ act: Act) throws(Refusal) {
    let application = try application(it.application)
    guard application.isInPool else { throw Refusal(.notEligible, ["application": it.application]) }
    if application.tier != nil { throw Refusal(.tierFound, ["application": it.application]) }
    let tiers = diligence(of: application)?.tiers ?? []
    guard tiers.contains(it.tier) else {
      throw Refusal(
        .unknownTier, clause: "procedures.\(calls[application.call]?.procedure ?? "")",
        ["found": it.tier, "expected": tiers.joined(separator: ", ")])
    }
    try require([registrar], of: act)
  }

  /// The diligence stage of the procedure that an application is in, if it has one.
  func diligence(of application: Application) -> Statutes.Stage? {
    stage("diligence", of: application.call)
  }

  /// A stage of the procedure that a call runs.
  func stage(_ id: String, of call: String) -> Statutes.Stage? {
    guard let call = calls[call] else { return nil }
    return edition(call.version)?.procedures[call.procedure]?.stage(id)
  }

  mutating func record(_ it: DiligenceFound, _ act: Act) {
    change(&applications, it.application) { $0.tier = it.tier }
  }

  /// The application of that name.
  func application(_ id: String) throws(Refusal) -> Application {
    guard let application = applications[id] else {
      throw Refusal(.unknownApplication, ["application": id])
    }
    return application
  }
}

extension Application {
  /// Found eligible and not withdrawn since.
  public var isInPool: Bool { screening?.disposition == .eligible && !withdrawn && !rescreen }
}
