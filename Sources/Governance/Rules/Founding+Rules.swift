// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: LedgerFounded, _ act: Act) throws(Refusal) {
    let statutes: Statutes
    do { statutes = try Statutes(it.statutes) } catch {
      throw Refusal(.statutesFaulty, ["fault": error.faults.first.map { "\($0)" } ?? ""])
    }
    guard Text.areSameBytes(it.calendar.timezone, statutes.timezone) else {
      throw Refusal(
        .outsideCalendar, clause: "timezone",
        ["found": it.calendar.timezone, "expected": statutes.timezone])
    }
    if act.received >= it.calendar.until {
      throw Refusal(.outsideCalendar, ["until": it.calendar.until.text])
    }
    try checkFoundersKeys(it)
    for founder in it.founders { try checkFacts(founder.facts, founder.relations, statutes) }
    try checkOffices(it, statutes)
    try checkSeats(it, statutes)
    let signers = Set((it.founders.map(\.key) + it.offices.map(\.key)).map(KeyText.name))
    try require([.all(signers, as: "founders")], of: act)
  }

  /// Different parties with different keys, none of them the log's; an office may be a founder's key.
  private func checkFoundersKeys(_ it: LedgerFounded) throws(Refusal) {
    guard Text.areSameBytes(KeyText.name(it.logKey), origin) else {
      throw Refusal(.otherLedger, ["found": KeyText.name(it.logKey), "expected": origin])
    }
    var holders: [String: String?] = [:]
    var (names, material): (Set<String>, Set<String>) = ([origin], [KeyText.material(it.logKey)])
    for founder in it.founders {
      guard names.insert(KeyText.name(founder.key)).inserted,
        material.insert(KeyText.material(founder.key)).inserted
      else { throw Refusal(.keyUsedBefore, ["key": KeyText.name(founder.key)]) }
      holders[founder.key] = founder.party
    }
    let parties = Set(it.founders.map(\.party))
    guard parties.count == it.founders.count, !parties.isEmpty else { throw Refusal(.partyExists) }
    for office in it.offices {
      if let party = office.party, !parties.contains(party) {
        throw Refusal(.unknownParty, ["party": party])
      }
      if let holder = holders[office.key] {
        if holder == office.party { continue }
        throw Refusal(.keyUsedBefore, ["key": KeyText.name(office.key)])
      }
      guard names.insert(KeyText.name(office.key)).inserted,
        material.insert(KeyText.material(office.key)).inserted
      else { throw Refusal(.keyUsedBefore, ["key": KeyText.name(office.key)]) }
      holders[office.key] = office.party
    }
  }

  private func checkOffices(_ it: LedgerFounded, _ statutes: Statutes) throws(Refusal) {
    var trial = self
    trial.statutes = statutes
    trial.calendar = it.calendar
    for founder in it.founders { trial.add(founder, since: now) }
    for office in it.offices {
      try trial.checkOffice(office)
      trial.add(office)
    }
    guard it.offices.contains(where: { $0.role == "registrar" }) else {
      throw Refusal(.unknownRole, clause: "roles.registrar", ["role": "registrar"])
    }
  }

  private func checkSeats(_ it: LedgerFounded, _ statutes: Statutes) throws(Refusal) {
    var held: [String: [String]] = [:]
    for holder in it.seats {
      guard let seat = statutes.seats[holder.seat] else {
        throw Refusal(.unknownSeat, clause: "seats", ["seat": holder.seat])
      }
      guard it.founders.contains(where: { $0.party == holder.party }) else {
        throw Refusal(.unknownParty, ["party": holder.party])
      }
      held[holder.seat, default: []].append(holder.party)
      let classes = statutes.bodies.values.map(\.seatClasses).filter { $0.contains(holder.seat) }
      let inBody = classes.joined().flatMap { held[$0] ?? [] }.count { $0 == holder.party }
      guard held[holder.seat]?.count ?? 0 <= seat.count, inBody <= 1 else {
        throw Refusal(.tooManyHolders, clause: "seats.\(holder.seat)", ["seat": holder.seat])
      }
    }
    try checkSeparateBodies(held, statutes)
  }

  /// `never: [steering]` of a body: nobody sits on both.
  private func checkSeparateBodies(
    _ held: [String: [String]], _ statutes: Statutes
  ) throws(Refusal) {
    for (name, body) in statutes.bodies.sorted(by: { $0.key < $1.key }) {
      let own = Set(body.seatClasses.flatMap { held[$0] ?? [] })
      for other in body.never {
        let others = Set((statutes.bodies[other]?.seatClasses ?? []).flatMap { held[$0] ?? [] })
        if let both = own.intersection(others).min() {
          throw Refusal(.incompatibleOffice, clause: "bodies.\(name).never", ["holder": both])
        }
      }
    }
  }

  mutating func record(_ it: LedgerFounded, _ act: Act) {
    guard let statutes = try? Statutes(it.statutes) else { preconditionFailure("not admitted") }
    self.statutes = statutes
    editions[statutes.version] = Edition(statutes: statutes, effective: act.received)
    logKey = it.logKey
    (name, rehearsal, calendar) = (it.name, it.rehearsal, it.calendar)
    register(it.logKey)
    for founder in it.founders { add(founder, since: act.received) }
    for office in it.offices { add(office) }
    for seat in it.seats {
      terms.append(
        Term(
          seat: seat.seat, party: seat.party, from: act.received, until: nil, origin: .founding,
          predecessor: nil))
    }
  }

  private mutating func add(_ founder: LedgerFounded.Founder, since: Instant) {
    parties[founder.party] = Party(
      id: founder.party, name: founder.name, facts: founder.facts, relations: founder.relations,
      since: since, application: nil)
    register(founder.key, party: founder.party, votes: true)
  }
}

extension Statutes.Body {
  /// The classes of seats that it consists of; none for a body that is a roll.
  var seatClasses: [String] {
    switch composition {
    case .roll: []
    case .seats(let classes): classes
    }
  }
}
