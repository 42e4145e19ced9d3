// SPDX-License-Identifier: Apache-2.0

/// Rights to speak or act outside (`Decisions.md`, "What was decided"; `Bodies.md`).
extension Assembly {
  /// The mandate, if it is in force.
  func mandate(_ id: String, at now: Instant) throws(Refusal) -> Mandate {
    guard let mandate = mandates[id] else { throw unknown("mandate", id) }
    guard mandate.isInForce(at: now) else { throw Refusal(.noMandate, ["mandate": id]) }
    return mandate
  }

  func holder(of mandate: Mandate) -> SignerNeed {
    .some(1, of: keys(of: mandate.holder), as: mandate.holder)
  }

  /// One key of the holder, or of its alternate.
  func agent(of mandate: Mandate) -> SignerNeed { anyKey(of: mandate.agents) }

  private func anyKey(of parties: [String]) -> SignerNeed {
    .some(1, of: keys(of: parties), as: parties.joined(separator: ", "))
  }

  var teller: SignerNeed { .some(1, of: holders(of: "teller"), as: "teller") }

  func admit(_ it: MandateGranted, _ act: Act) throws(Refusal) {
    if mandates[it.mandate] != nil { throw exists("mandate", it.mandate) }
    let matter: String
    switch it.source {
    case .proposal(let id): matter = try adopted(id, at: act.received).matter
    case .vote(let id): matter = try checkElected(it, in: try votable(id))
    }
    try checkMember(it.holder, at: act.received)
    try checkAlternate(it, act)
    guard it.until > act.received else {
      throw Refusal(.tooEarly, ["found": it.until.text, "expected": act.received.text])
    }
    if let kind = it.kind { try check(it, kind, of: matter, act) }
    let alternate = it.alternate.map { SignerNeed.some(1, of: votingKeys(of: [$0]), as: $0) }
    try require([registrar, teller] + [alternate].compactMap(\.self), of: act)
  }

  /// Throws unless a certified election gave the mandate to its holder; returns the election's matter.
  private func checkElected(_ it: MandateGranted, in vote: Vote) throws(Refusal) -> String {
    let elected = it.kind.map { self.elected(to: $0, by: vote) } ?? []
    let isGranted = mandates.values.contains {
      $0.source == it.source && $0.kind == it.kind && $0.holder == it.holder
    }
    guard elected.contains(it.holder), !isGranted else {
      throw Refusal(
        .notElected, clause: "mandates", ["party": it.holder, "vote": vote.id])
    }
    return vote.matter
  }

  /// The parties that a certified vote elected to a mandate of the statutes, in order.
  public func elected(to kind: String, by vote: Vote) -> [String] {
    guard vote.certified != nil, let election = vote.election.flatMap({ elections[$0] }),
      election.body == nil
    else { return [] }
    let result = vote.results?.first { $0.item == kind }
    return (result?.elected?.candidates ?? []).compactMap { nominations[$0]?.party }
  }

  private func checkAlternate(_ it: MandateGranted, _ act: Act) throws(Refusal) {
    guard let alternate = it.alternate else { return }
    try checkMember(alternate, at: act.received)
    if alternate == it.holder { throw Refusal(.unknownParty, ["party": alternate]) }
    guard it.kind.flatMap({ statutes?.mandates[$0] })?.alternate == true else {
      let kind = it.kind ?? "–"
      throw Refusal(.noAlternates, clause: "mandates.\(kind).alternate", ["seat": kind])
    }
  }

  private func check(
    _ it: MandateGranted, _ kind: String, of matter: String, _ act: Act
  ) throws(Refusal) {
    guard let mandate = statutes?.mandates[kind], mandate.from == matter else {
      throw Refusal(.unknownMandate, clause: "mandates", ["mandate": kind])
    }
    let latest = calendar?.closing(of: mandate.term, from: act.received)
    if let latest, it.until > latest {
      throw Refusal(
        .mandateTooLong, clause: "mandates.\(kind).term",
        ["found": it.until.text, "expected": latest.text])
    }
  }

  mutating func record(_ it: MandateGranted, _ act: Act) {
    mandates[it.mandate] = Mandate(
      id: it.mandate, source: it.source, version: statutes?.version ?? 1, holder: it.holder,
      alternate: it.alternate, kind: it.kind, scope: it.scope, until: it.until,
      occasions: it.occasions)
  }

  func admit(_ it: MandateReported, _ act: Act) throws(Refusal) {
    guard let mandate = mandates[it.mandate] else { throw unknown("mandate", it.mandate) }
    let reporters = mandate.reporters(on: it.occasion)
    guard let occasion = mandate.occasions.first(where: { $0.occasion == it.occasion }),
      act.received >= occasion.on, mandate.reports[it.occasion] == nil, !reporters.isEmpty
    else { throw notAnOccasion(it.occasion, of: mandate) }
    try require([anyKey(of: reporters)], of: act)
  }

  private func notAnOccasion(_ occasion: String, of mandate: Mandate) -> Refusal {
    Refusal(.notAnOccasion, ["mandate": mandate.id, "occasion": occasion])
  }

  mutating func record(_ it: MandateReported, _ act: Act) {
    change(&mandates, it.mandate) { $0.reports[it.occasion] = it.sha256 }
  }

  func admit(_ it: MandateRecused, _ act: Act) throws(Refusal) {
    let mandate = try mandate(it.mandate, at: act.received)
    let party = signingAgent(of: mandate, act)
    guard mandate.occasions.contains(where: { $0.occasion == it.occasion }),
      mandate.reports[it.occasion] == nil,
      party.map(mandate.reporters(on: it.occasion).contains) ?? true
    else { throw notAnOccasion(it.occasion, of: mandate) }
    try require([agent(of: mandate)], of: act)
  }

  /// The holder or the alternate, whose key is among the signers.
  private func signingAgent(of mandate: Mandate, _ act: Act) -> String? {
    mandate.agents.first { !keys(of: $0).isDisjoint(with: act.signers) }
  }

  mutating func record(_ it: MandateRecused, _ act: Act) {
    guard let party = mandates[it.mandate].flatMap({ signingAgent(of: $0, act) }) else {
      preconditionFailure("not admitted")
    }
    change(&mandates, it.mandate) { $0.recused[it.occasion, default: []].append(party) }
  }

  func admit(_ it: MandateInstructed, _ act: Act) throws(Refusal) {
    let mandate = try mandate(it.mandate, at: act.received)
    _ = try adopted(it.proposal, at: act.received)
    if mandate.instructions.contains(it.proposal) { throw exists("instruction", it.proposal) }
    try require([registrar, teller], of: act)
  }

  mutating func record(_ it: MandateInstructed, _ act: Act) {
    change(&mandates, it.mandate) { $0.instructions.append(it.proposal) }
  }

  func admit(_ it: MandateEnded, _ act: Act) throws(Refusal) {
    let mandate = try mandate(it.mandate, at: act.received)
    let own = !keys(of: mandate.holder).isDisjoint(with: act.signers)
    try require(own ? [holder(of: mandate)] : [registrar, teller], of: act)
  }

  mutating func record(_ it: MandateEnded, _ act: Act) {
    change(&mandates, it.mandate) { $0.ended = act.received }
  }
}
