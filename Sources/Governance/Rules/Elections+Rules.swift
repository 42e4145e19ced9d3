// SPDX-License-Identifier: Apache-2.0

/// Calls for candidates (`Elections.md`, "Statements").
extension Assembly {
  func admit(_ it: ElectionCalled, _ act: Act) throws(Refusal) {
    if elections[it.election] != nil { throw exists("election", it.election) }
    guard selection(ofElection: it.matter) != nil else {
      throw Refusal(
        .unknownMatter, clause: "matters.\(it.matter)", ["matter": it.matter])
    }
    if isOfMandates(it) {
      for mandate in it.places.keys.sorted(by: Self.inOrder) { try checkMandate(mandate, it) }
    } else {
      var body: String?
      for seat in it.places.keys.sorted(by: Self.inOrder) {
        body = try checkPlaces(of: seat, it, in: body)
      }
    }
    if it.places.isEmpty { throw wrongPlaces("–", found: 0, expected: "1") }
    let earliest = waitingTerms(besides: it).map(\.from).max() ?? it.nominationsClose
    guard it.nominationsClose > act.received, it.termsFrom >= max(it.nominationsClose, earliest)
    else {
      throw Refusal(
        .wrongWindow, clause: "matters.\(it.matter)",
        [
          "found": "\(it.nominationsClose.text) – \(it.termsFrom.text)",
          "expected": max(act.received, earliest).text,
        ])
    }
    try require([registrar], of: act)
  }

  /// The terms of the same body that have not begun: whoever is to hold them must not be overtaken.
  private func waitingTerms(besides it: ElectionCalled) -> [Term] {
    guard !isOfMandates(it), let first = it.places.keys.min(by: Self.inOrder) else { return [] }
    let classes = body(ofSeat: first)?.seatClasses ?? []
    return terms.filter { term in
      classes.contains(term.seat) && now < term.from
        && (end(of: term).map { term.from < $0 } ?? true)
    }
  }

  /// Checks one class; all of them belong to the body of the first.
  private func checkPlaces(
    of name: String, _ it: ElectionCalled, in body: String?
  ) throws(Refusal) -> String {
    guard let seat = statutes?.seats[name], seat.per == nil,
      let own = self.body(ofSeat: name)?.name, body == nil || body == own
    else { throw Refusal(.unknownSeat, clause: "seats", ["seat": name]) }
    let (found, expected) = (it.places[name] ?? 0, places(of: seat, at: it.termsFrom).count)
    guard found == expected, found > 0 else {
      throw wrongPlaces(name, found: found, expected: "\(expected)")
    }
    try checkPending(name, clause: "seats.\(name)")
    return own
  }

  private func checkPending(_ name: String, clause: String) throws(Refusal) {
    guard let other = pendingElection(of: name, at: now) else { return }
    throw Refusal(.electionPending, clause: clause, ["seat": name, "election": other.id])
  }

  /// Whether an election is to seats in other bodies: the first of its names is no class of ours.
  private func isOfMandates(_ it: ElectionCalled) -> Bool {
    let first = it.places.keys.min(by: Self.inOrder)
    return first.map { statutes?.seats[$0] == nil && statutes?.mandates[$0] != nil } ?? false
  }

  /// Checks one mandate of an election to seats in other bodies (`Bodies.md`).
  private func checkMandate(_ name: String, _ it: ElectionCalled) throws(Refusal) {
    guard let mandate = statutes?.mandates[name], statutes?.seats[name] == nil,
      mandate.from == it.matter, mandate.per == nil
    else { throw Refusal(.unknownSeat, clause: "mandates", ["seat": name]) }
    let found = it.places[name] ?? 0
    guard Self.mandatePlaces.contains(found) else {
      let range = Self.mandatePlaces
      throw wrongPlaces(name, found: found, expected: "\(range.lowerBound)..\(range.upperBound)")
    }
    try checkPending(name, clause: "mandates.\(name)")
  }

  private static let mandatePlaces = 1...9

  /// The election that still is to fill a class; one that nobody stands in any more fills nothing.
  func pendingElection(of seat: String, at now: Instant) -> Election? {
    elections.values.filter {
      $0.places[seat] != nil && $0.certified == nil
        && ($0.vote != nil || now < $0.nominationsClose || hasCandidates($0))
    }
    .min { Self.inOrder($0.id, $1.id) }
  }

  private func hasCandidates(_ election: Election) -> Bool {
    election.places.keys.contains { !candidates(for: $0, in: election).isEmpty }
  }

  private func wrongPlaces(_ seat: String, found: Int, expected: String) -> Refusal {
    Refusal(
      .wrongPlaces, clause: "seats.\(seat).count",
      ["seat": seat, "found": "\(found)", "expected": expected])
  }

  /// The selection by ballot that decides a matter.
  func selection(ofElection matter: String) -> Statutes.Selection? {
    guard case .selection(let name)? = statutes?.matters[matter]?.decision,
      let selection = statutes?.selections[name], case .ballot = selection.source
    else { return nil }
    return selection
  }

  mutating func record(_ it: ElectionCalled, _ act: Act) {
    let first = it.places.keys.min(by: Self.inOrder)
    let body = isOfMandates(it) ? nil : first.flatMap { self.body(ofSeat: $0)?.name }
    elections[it.election] = Election(
      id: it.election, matter: it.matter, version: statutes?.version ?? 1, body: body,
      places: it.places, nominationsClose: it.nominationsClose, termsFrom: it.termsFrom)
  }

  /// An election's classes in the order of its body's seats; its mandates in the order of their names.
  public func classes(of election: Election) -> [String] {
    guard election.body != nil else { return election.places.keys.sorted(by: Self.inOrder) }
    return under(election.version).classes(ofBody: election.body).filter(election.fills)
  }
}
