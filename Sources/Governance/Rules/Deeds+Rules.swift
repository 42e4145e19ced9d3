// SPDX-License-Identifier: Apache-2.0

/// Agreements and actions: what is done because of a decision.
extension Assembly {
  /// The proposal, if it is adopted and still holds.
  func adopted(_ id: String, at now: Instant) throws(Refusal) -> Proposal {
    let proposal = try proposal(id)
    let status = proposal.status(at: now)
    guard status == .adopted else {
      throw Refusal(
        .notAdopted, clause: "matters.\(proposal.matter)",
        ["proposal": id, "status": status.rawValue])
    }
    return proposal
  }

  private var cosigner: SignerNeed { .some(1, of: peopleInForce, as: "cosigner") }

  func admit(_ it: AgreementSigned, _ act: Act) throws(Refusal) {
    if agreements[it.agreement] != nil { throw exists("agreement", it.agreement) }
    let proposal = try adopted(it.proposal, at: act.received)
    guard proposal.texts.values.contains(it.sha256) else {
      throw Refusal(.otherText, ["vote": it.proposal])
    }
    for task in it.obligations { try check(task, at: act.received) }
    let names = it.obligations.map(\.action)
    if Set(names).count < names.count { throw exists("action", names[0]) }
    for party in it.parties { try checkMember(party, at: act.received) }
    var needs = [registrar] + it.parties.map { .some(1, of: votingKeys(of: [$0]), as: $0) }
    if let id = it.mandate {
      let mandate = try mandate(id, at: act.received)
      guard mandate.proposal == it.proposal else { throw Refusal(.noMandate, ["mandate": id]) }
      if !it.parties.contains(mandate.holder) { needs.append(holder(of: mandate)) }
    }
    if it.mandate == nil, it.parties.isEmpty { throw Refusal(.noMandate, ["mandate": "–"]) }
    let cosigning = statutes?.roles["registrar"]?.cosign[AgreementSigned.kind.rawValue] ?? 0
    guard it.parties.count >= cosigning else {
      throw Refusal(
        .wrongSigners, clause: "roles.registrar.cosign",
        ["missing": "party", "signers": it.parties.joined(separator: ", ")])
    }
    try require(needs, of: act)
  }

  private func check(_ task: AgreementSigned.Obligation, at now: Instant) throws(Refusal) {
    if actions[task.action] != nil { throw exists("action", task.action) }
    try checkMember(task.owner, at: now)
  }

  mutating func record(_ it: AgreementSigned, _ act: Act) {
    agreements[it.agreement] = Agreement(
      id: it.agreement, proposal: it.proposal, sha256: it.sha256, parties: it.parties,
      with: it.with, signed: act.received, until: it.until)
    for task in it.obligations {
      actions[task.action] = Action(task: task, proposal: it.proposal)
    }
  }

  func admit(_ it: AgreementEnded, _ act: Act) throws(Refusal) {
    guard let agreement = agreements[it.agreement], agreement.ended == nil,
      agreement.until.map({ act.received < $0 }) ?? true
    else { throw unknown("agreement", it.agreement) }
    try require([registrar, cosigner], of: act)
  }

  mutating func record(_ it: AgreementEnded, _ act: Act) {
    change(&agreements, it.agreement) { $0.ended = act.received }
  }

  func admit(_ it: ActionAssigned, _ act: Act) throws(Refusal) {
    _ = try adopted(it.proposal, at: act.received)
    try check(it.task, at: act.received)
    try require([registrar], of: act)
  }

  mutating func record(_ it: ActionAssigned, _ act: Act) {
    actions[it.task.action] = Action(task: it.task, proposal: it.proposal)
  }

  func admit(_ it: ActionUpdated, _ act: Act) throws(Refusal) {
    guard let action = actions[it.action], action.state != .done, action.state != .dropped else {
      throw unknown("action", it.action)
    }
    let owner = SignerNeed.some(1, of: keys(of: action.task.owner), as: action.task.owner)
    try require([it.state == .dropped ? registrar : owner], of: act)
  }

  mutating func record(_ it: ActionUpdated, _ act: Act) {
    change(&actions, it.action) {
      $0.state = it.state
      $0.note = it.note
    }
  }
}

/// Texts in the register, and what others decided.
extension Assembly {
  func admit(_ it: StatementIssued, _ act: Act) throws(Refusal) {
    if textNames.contains(it.statement) { throw exists("statement", it.statement) }
    let proposal = try adopted(it.proposal, at: act.received)
    try checkLanguages(it.texts)
    if let id = it.mandate {
      return try require([agent(of: try mandate(id, at: act.received))], of: act)
    }
    guard it.texts == proposal.texts else { throw Refusal(.otherText, ["vote": it.proposal]) }
    try require([registrar], of: act)
  }

  mutating func record(_ it: StatementIssued, _ act: Act) {
    textNames.insert(it.statement)
    for digest in Set(it.texts.values) {
      enter(digest, .issued, id: it.statement, it.proposal, note: it.channel, act)
    }
  }

  private mutating func enter(
    _ digest: String, _ standing: RegisteredText.Standing, id: String, _ proposal: String?,
    note: String, _ act: Act
  ) {
    texts[digest, default: []].append(
      RegisteredText(
        standing: standing, id: id, proposal: proposal, entry: act.index, at: act.received,
        note: note))
  }

  func admit(_ it: StatementDisavowed, _ act: Act) throws(Refusal) {
    let issued = texts[it.sha256]?.contains { $0.standing == .issued } ?? false
    let adopted = proposals.values.contains {
      $0.texts.values.contains(it.sha256) && $0.status(at: act.received) == .adopted
    }
    if issued || adopted { throw Refusal(.ownStatement, ["sha256": it.sha256]) }
    try require([registrar, cosigner], of: act)
  }

  mutating func record(_ it: StatementDisavowed, _ act: Act) {
    enter(it.sha256, .disavowed, id: it.sha256, nil, note: it.ground, act)
  }

  func admit(_ it: ExternalRecorded, _ act: Act) throws(Refusal) {
    if textNames.contains(it.decision) { throw exists("decision", it.decision) }
    let mandate = try mandate(it.mandate, at: act.received)
    guard it.decided <= act.received else {
      throw Refusal(.receivedInFuture, ["found": it.decided.text, "now": act.received.text])
    }
    try checkLanguages(it.title)
    let others = parties.keys.filter {
      $0 != mandate.holder && parties[$0]?.isMember(at: act.received) == true
    }
    try require(
      [holder(of: mandate), .some(1, of: votingKeys(of: others), as: "second member")], of: act)
  }

  mutating func record(_ it: ExternalRecorded, _ act: Act) {
    textNames.insert(it.decision)
    enter(
      it.sha256, .external, id: it.decision, mandates[it.mandate]?.proposal, note: it.body, act)
  }

  func admit(_ it: DocumentRegistered, _ act: Act) throws(Refusal) {
    if texts[it.sha256]?.contains(where: { $0.standing == .document }) == true {
      throw exists("document", it.sha256)
    }
    try require([registrar], of: act)
  }

  mutating func record(_ it: DocumentRegistered, _ act: Act) {
    enter(it.sha256, .document, id: it.sha256, nil, note: it.kind, act)
  }

  func admit(_ it: ComplaintFiled, _ act: Act) throws(Refusal) {
    if complaints[it.complaint] != nil { throw exists("complaint", it.complaint) }
    let people = peopleInForce.union(holders(of: "registrar"))
    try require([.some(1, of: people, as: "member")], of: act)
  }

  mutating func record(_ it: ComplaintFiled, _ act: Act) {
    complaints[it.complaint] = Complaint(
      id: it.complaint, key: act.signers[0], receipt: it.receipt, ground: it.ground)
  }

  func admit(_ it: ComplaintAnswered, _ act: Act) throws(Refusal) {
    guard let complaint = complaints[it.complaint] else { throw unknown("complaint", it.complaint) }
    if complaint.answer != nil { throw exists("complaint", it.complaint) }
    try require([registrar], of: act)
  }

  mutating func record(_ it: ComplaintAnswered, _ act: Act) {
    change(&complaints, it.complaint) { $0.answer = it.answer }
  }
}
