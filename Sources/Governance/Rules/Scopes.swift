// SPDX-License-Identifier: Apache-2.0

/// What an expression sees of one party or application at one moment.
struct FactScope: Scope {
  let assembly: Assembly
  let statutes: Statutes
  let calendar: CivilCalendar
  let facts: [String: String]
  let status: String
  let since: Instant?
  let call: Call?
  let now: Instant

  func fact(_ name: String) -> Fact {
    if let attribute = statutes.attributes[name] { return attribute.fact(from: facts[name]) }
    switch name {
    case "status": return .name(status)
    case "today": return .date(calendar.day(at: now))
    case "member_days":
      guard let since else { return .absent }
      return .integer(calendar.day(at: now).number - calendar.day(at: since).number)
    case "call.closes_on":
      guard let call else { return .absent }
      return .date(calendar.lastDay(before: call.closes))
    default: return .absent
    }
  }

  func isIn(roll: String, party: String) -> Bool {
    assembly.isIn(roll: roll, party: party, at: now)
  }
}

extension Assembly {
  /// What an expression sees of a party, and of the person who is to sit for it.
  func scope(
    ofParty id: String, nominee: [String: String] = [:], at now: Instant
  ) -> FactScope? {
    guard let party = parties[id], let statutes, let calendar else { return nil }
    return FactScope(
      assembly: self, statutes: statutes, calendar: calendar,
      facts: party.facts(at: now).merging(nominee) { _, person in person },
      status: party.status(at: now), since: party.since, call: nil, now: now)
  }

  /// What a defined predicate says of an application, by its facts.
  public func value(of predicate: String, for application: Application) -> Truth {
    guard let expression = statutes?.definitions[predicate],
      let scope = scope(of: application, at: now)
    else { return .unknown }
    return expression.evaluate(in: scope)
  }

  /// What an expression sees of an application.
  func scope(of application: Application, at now: Instant) -> FactScope? {
    guard let statutes, let calendar else { return nil }
    return FactScope(
      assembly: self, statutes: statutes, calendar: calendar, facts: application.facts,
      status: "applicant", since: nil, call: calls[application.call], now: now)
  }
}
