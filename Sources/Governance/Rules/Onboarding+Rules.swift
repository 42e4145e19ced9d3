// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// The application, if the members admitted it and there is still time to join.
  func onboarding(_ id: String, _ act: Act) throws(Refusal) -> Application {
    let application = try application(id)
    guard let decision = application.decision, decision.outcome == .carried,
      !application.withdrawn
    else { throw Refusal(.notAdmitted, ["application": id]) }
    if application.member != nil { throw Refusal(.alreadyMember, ["application": id]) }
    if let closes = onboardingCloses(application), act.received >= closes {
      throw Refusal(
        .onboardingOver, clause: "procedures.\(calls[application.call]?.procedure ?? "")",
        ["application": id, "until": closes.text])
    }
    return application
  }

  /// The first moment at which it is too late to join.
  public func onboardingCloses(_ application: Application) -> Instant? {
    guard let within = stage("onboard", of: application.call)?.within,
      let decided = application.decision?.at
    else { return nil }
    return calendar?.closing(of: within, from: decided)
  }

  /// What an admitted applicant still has to do, in the statutes' words.
  public func missingNeeds(of application: Application) -> [String] {
    (stage("onboard", of: application.call)?.needs ?? []).filter { need in
      switch need {
      case Statement.Kind.keyEnrolled.rawValue:
        application.enrolledKey.flatMap { keys[$0] }?.isInForce != true
      case Statement.Kind.representativeAppointed.rawValue: application.representative == nil
      default: application.documents[need] == nil
      }
    }
  }

  func admit(_ it: RepresentativeAppointed, _ act: Act) throws(Refusal) {
    switch it.holder {
    case .application(let id):
      let application = try onboarding(id, act)
      try require([.some(1, of: enrolled(application), as: "applicant")], of: act)
    case .party(let id):
      guard parties[id]?.isMember(at: act.received) == true else {
        throw Refusal(.unknownParty, ["party": id])
      }
      try require([.some(1, of: ownKeys(of: id), as: id)], of: act)
    }
  }

  private func enrolled(_ application: Application) -> Set<String> {
    Set([application.enrolledKey].compactMap { $0 }.filter { keys[$0]?.isInForce == true })
  }

  mutating func record(_ it: RepresentativeAppointed, _ act: Act) {
    switch it.holder {
    case .application(let id):
      change(&applications, id) { $0.representative = it.representative }
    case .party(let id): change(&parties, id) { $0.representative = it.representative }
    }
  }

  func admit(_ it: DocumentSigned, _ act: Act) throws(Refusal) {
    let application = try onboarding(it.application, act)
    try require([.some(1, of: enrolled(application), as: "applicant")], of: act)
  }

  mutating func record(_ it: DocumentSigned, _ act: Act) {
    change(&applications, it.application) { $0.documents[it.document] = it.sha256 }
  }

  func admit(_ it: MemberAdmitted, _ act: Act) throws(Refusal) {
    let application = try onboarding(it.application, act)
    guard parties[it.member] == nil, applications[it.member] == nil else {
      throw Refusal(.partyExists, ["party": it.member])
    }
    try checkName(it.member)
    let missing = missingNeeds(of: application)
    guard missing.isEmpty else {
      throw Refusal(
        .needsMissing, clause: "procedures.\(calls[application.call]?.procedure ?? "")",
        ["application": it.application, "missing": missing.joined(separator: ", ")])
    }
    let expected = classes(of: application, at: act.received)
    guard it.rolls == expected else {
      throw Refusal(
        .wrongRolls, clause: "rolls",
        [
          "application": it.application, "found": it.rolls.joined(separator: ", "),
          "expected": expected.joined(separator: ", "),
        ])
    }
    try require([registrar, .some(1, of: holders(of: "teller"), as: "teller")], of: act)
  }

  /// The classes of members that an applicant will belong to by its facts, sorted by bytes.
  public func classes(of application: Application, at now: Instant) -> [String] {
    guard let statutes, let calendar else { return [] }
    let scope = FactScope(
      assembly: self, statutes: statutes, calendar: calendar, facts: application.facts,
      status: "member", since: now, call: nil, now: now)
    return statutes.rolls.filter { isClass($0.value, in: scope, statutes) }.map(\.key)
      .sorted(by: Self.inOrder)
  }

  /// A class is a roll within a roll, each predicate on the way certainly true.
  private func isClass(_ roll: Statutes.Roll, in scope: FactScope, _ statutes: Statutes) -> Bool {
    guard roll.of != nil else { return false }
    var current: Statutes.Roll? = roll
    while let roll = current {
      guard roll.members.evaluate(in: scope) == .yes else { return false }
      current = roll.of.flatMap { statutes.rolls[$0] }
    }
    return true
  }

  mutating func record(_ it: MemberAdmitted, _ act: Act) {
    guard let application = applications[it.application], let key = application.enrolledKey else {
      preconditionFailure("not admitted")
    }
    parties[it.member] = Party(
      id: it.member, name: application.name, facts: application.facts,
      relations: application.relations, since: act.received, application: it.application,
      representative: application.representative)
    change(&applications, it.application) { $0.member = it.member }
    change(&keys, key) {
      $0.party = it.member
      $0.votes = true
    }
    keysByParty[it.member, default: []].append(key)
    for tie in ties where tie.to == it.application {
      ties.insert(Tie(kind: tie.kind, from: tie.from, to: it.member))
    }
  }
}
