// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  /// The matter that is always there: a change of the statutes themselves.
  public static let statutesMatter = "statutes"

  func admit(_ it: ProposalSubmitted, _ act: Act) throws(Refusal) {
    let rule = try openingRule(of: it.matter)
    try checkName(it.proposal)
    let author = try author(of: it.matter, rule, act)
    let missing = (statutes?.matters[it.matter]?.papers ?? []).filter { it.papers[$0] == nil }
    guard missing.isEmpty else {
      throw Refusal(
        .papersMissing, clause: "matters.\(it.matter).papers",
        ["missing": missing.joined(separator: ", ")])
    }
    try checkAbout(it, act)
    try checkBallot(it, rule)
    try checkLanguages(it.title, it.texts)
    for name in it.options.keys.sorted() { try checkLanguages(it.options[name] ?? [:]) }
    try require([author], of: act)
  }

  /// A key of those that may propose a matter, among the signers.
  private func author(
    of matter: String, _ rule: Statutes.Rule, _ act: Act
  ) throws(Refusal) -> SignerNeed {
    let allowed = keysThatMayPropose(matter, rule, at: act.received)
    if case .role? = statutes?.matters[matter]?.proposedBy {
      guard let key = act.signers.first(where: allowed.contains) else {
        throw mayNotPropose(matter, act)
      }
      return .all([key], as: "proposer")
    }
    guard let party = signingParty(act), !votingKeys(of: [party]).isDisjoint(with: allowed) else {
      throw mayNotPropose(matter, act)
    }
    return .some(1, of: votingKeys(of: [party]), as: party)
  }

  /// The one party of whose voting keys one signed; nobody where there are several.
  func signingParty(_ act: Act) -> String? {
    var found: String?
    for case let key? in act.signers.lazy.map({ keys[$0] }) where key.votes {
      guard let party = key.party else { continue }
      if let found, found != party { return nil }
      found = party
    }
    return found
  }

  /// The key that a statement's party signed with.
  func signingKey(_ act: Act) -> String {
    let party = signingParty(act)
    return act.signers.first { keys[$0]?.votes == true && keys[$0]?.party == party }
      ?? act.signers[0]
  }

  /// New statutes for the matter `statutes`, options for an approval ballot, and only there.
  private func checkBallot(_ it: ProposalSubmitted, _ rule: Statutes.Rule) throws(Refusal) {
    guard it.options.isEmpty == (rule.ballot != .approval),
      rule.ballot != .approval || (2...64).contains(it.options.count),
      (it.statutes != nil) == (it.matter == Self.statutesMatter)
    else {
      throw Refusal(
        .notOnBallot, clause: "rules.\(rule.name).ballot",
        ["item": it.proposal, "ballot": rule.ballot.rawValue])
    }
  }

  func mayNotPropose(_ matter: String, _ act: Act) -> Refusal {
    Refusal(
      .mayNotPropose, clause: statutes?.matters[matter] == nil ? "amend" : "matters.\(matter)",
      ["key": act.signers.joined(separator: ", "), "matter": matter])
  }

  /// The rule that a proposal of a matter is first put under.
  func openingRule(of matter: String) throws(Refusal) -> Statutes.Rule {
    let name: String?
    if matter == Self.statutesMatter {
      name = statutes?.amendment.rule
    } else if case .rule(let rule)? = statutes?.matters[matter]?.decision {
      name = rule
    } else {
      name = nil
    }
    guard let rule = name.flatMap({ statutes?.rules[$0] }) else {
      throw Refusal(.unknownMatter, clause: "matters", ["matter": matter])
    }
    return rule
  }

  /// Keys of parties, or of a role's holders, that may propose a matter.
  public func keysThatMayPropose(
    _ matter: String, _ rule: Statutes.Rule, at now: Instant
  ) -> Set<String> {
    switch statutes?.matters[matter]?.proposedBy {
    case .role(let role)?: holders(of: role)
    case let actor: votingKeys(of: partiesThatMayPropose(actor, rule, at: now))
    }
  }

  private func partiesThatMayPropose(
    _ actor: Statutes.Actor?, _ rule: Statutes.Rule, at now: Instant
  ) -> [String] {
    switch actor {
    case .roll(let name)?: roll(name, at: now)
    case .body(let name)?: electors(as: .body(name), at: now).groups.flatMap { $0 }
    case .anyParty?: parties.keys.filter { parties[$0]?.status(at: now) == "member" }
    case .applicant?, .outside?, .role?: []
    case nil: electors(as: rule.electors, at: now).groups.flatMap { $0 }
    }
  }

  /// Names of applications, parties, proposals and amendments are one space.
  func checkName(_ name: String) throws(Refusal) {
    guard applications[name] == nil, parties[name] == nil, proposals[name] == nil,
      amendments[name] == nil
    else { throw Refusal(.nameTaken, ["name": name]) }
  }

  /// The text of record is there, and no language that the statutes do not know.
  func checkLanguages(_ texts: [String: String]...) throws(Refusal) {
    guard let statutes else { return }
    let known = [statutes.authoritativeLanguage] + statutes.otherLanguages
    for text in texts {
      let strangers = text.keys.filter { !known.contains($0) }
      guard text[statutes.authoritativeLanguage] != nil, strangers.isEmpty else {
        throw Refusal(
          .wrongLanguage, clause: "language",
          [
            "found": text.keys.sorted().joined(separator: ", "),
            "expected": statutes.authoritativeLanguage,
          ])
      }
    }
  }

  private func checkAbout(_ it: ProposalSubmitted, _ act: Act) throws(Refusal) {
    let needed = it.matter == "suspension" || it.matter == "expulsion"
    guard let about = it.about else {
      if needed { throw Refusal(.unknownParty, clause: "matters.\(it.matter)", ["party": "–"]) }
      return
    }
    guard parties[about]?.isMember(at: act.received) == true else {
      throw Refusal(.unknownParty, clause: "matters.\(it.matter)", ["party": about])
    }
  }

  mutating func record(_ it: ProposalSubmitted, _ act: Act) {
    guard let rule = try? openingRule(of: it.matter) else { preconditionFailure("not admitted") }
    let needsSeconds = (statutes?.matters[it.matter]?.seconds ?? 0) > 0
    var proposal = Proposal(
      id: it.proposal, matter: it.matter, version: statutes?.version ?? 1, key: act.signers[0],
      proposer: keys[act.signers[0]]?.party, title: it.title, texts: it.texts, papers: it.papers,
      about: it.about, statutes: it.statutes, options: it.options, validUntil: it.validUntil,
      submitted: act.received, course: .init(rule: rule.name))
    if !needsSeconds { proposal.debated = act.received }
    proposals[it.proposal] = proposal
  }

  func admit(_ it: ProposalSeconded, _ act: Act) throws(Refusal) {
    let proposal = try debated(it.proposal)
    let rule = try openingRule(of: proposal.matter)
    let author = try author(of: proposal.matter, rule, act)
    guard let party = signingParty(act) else { throw mayNotPropose(proposal.matter, act) }
    let groups = electors(as: rule.electors, at: act.received).groups
    let own = groups.first { $0.contains(party) } ?? [party]
    let before = [proposal.proposer].compactMap(\.self) + proposal.seconds
    guard before.allSatisfy({ !own.contains($0) }) else {
      throw mayNotPropose(proposal.matter, act)
    }
    try require([author], of: act)
  }

  mutating func record(_ it: ProposalSeconded, _ act: Act) {
    guard let party = signingParty(act), let proposal = proposals[it.proposal] else {
      preconditionFailure("not admitted")
    }
    let needed = statutes?.matters[proposal.matter]?.seconds ?? 0
    change(&proposals, it.proposal) {
      $0.seconds.append(party)
      if $0.debated == nil, $0.seconds.count >= needed { $0.debated = act.received }
    }
  }

  func admit(_ it: ProposalWithdrawn, _ act: Act) throws(Refusal) {
    let proposal = try proposal(it.proposal)
    if proposal.withdrawn != nil {
      throw Refusal(.alreadyWithdrawn, ["application": proposal.id])
    }
    guard proposal.frozen == nil || isBetweenRounds(proposal) else {
      throw Refusal(.alreadyFrozen, ["proposal": proposal.id])
    }
    try require([proposer(of: proposal)], of: act)
  }

  mutating func record(_ it: ProposalWithdrawn, _ act: Act) {
    change(&proposals, it.proposal) { $0.withdrawn = act.received }
  }

  /// A vote on it was certified, nothing is open, and something more may follow.
  func isBetweenRounds(_ proposal: Proposal) -> Bool {
    proposal.course.last != nil && proposal.vote == nil && proposal.adopted == nil
      && proposal.failed == nil
  }

  /// Whoever proposed: any voting key of the party, or the key itself.
  func proposer(of proposal: Proposal) -> SignerNeed {
    let keys = proposal.proposer.map { votingKeys(of: [$0]) } ?? [proposal.key]
    return .some(1, of: keys, as: "proposer")
  }

  /// The proposal, if its text may still change in debate.
  func debated(_ id: String) throws(Refusal) -> Proposal {
    let proposal = try proposal(id)
    if proposal.withdrawn != nil { throw Refusal(.alreadyWithdrawn, ["application": id]) }
    if proposal.frozen != nil { throw Refusal(.alreadyFrozen, ["proposal": id]) }
    return proposal
  }

  /// The proposal of that name.
  func proposal(_ id: String) throws(Refusal) -> Proposal {
    guard let proposal = proposals[id] else { throw unknown("proposal", id) }
    return proposal
  }

  /// Something that no entry brought.
  func unknown(_ kind: String, _ name: String) -> Refusal {
    Refusal(.unknownThing, ["kind": kind, "name": name])
  }

  /// Something that is there already.
  func exists(_ kind: String, _ name: String) -> Refusal {
    Refusal(.thingExists, ["kind": kind, "name": name])
  }

  func admit(_ it: TextFrozen, _ act: Act) throws(Refusal) {
    let proposal = try debated(it.proposal)
    let clause = "matters.\(proposal.matter)"
    guard let debated = proposal.debated else { throw secondsMissing(proposal) }
    if let closes = debateCloses(proposal, from: debated), act.received < closes {
      throw Refusal(
        .debateOpen, clause: clause, ["proposal": proposal.id, "until": closes.text])
    }
    if let pending = proposal.amendments.first(where: { amendments[$0]?.end == nil }) {
      throw Refusal(.amendmentPending, ["amendment": pending])
    }
    guard it.texts == proposal.texts else { throw Refusal(.otherText, ["vote": proposal.id]) }
    try require([registrar], of: act)
  }

  func secondsMissing(_ proposal: Proposal) -> Refusal {
    Refusal(
      .secondsMissing, clause: "matters.\(proposal.matter).seconds",
      [
        "proposal": proposal.id, "found": "\(proposal.seconds.count)",
        "expected": "\(statutes?.matters[proposal.matter]?.seconds ?? 0)",
      ])
  }

  private func debateCloses(_ proposal: Proposal, from opened: Instant) -> Instant? {
    guard let name = statutes?.matters[proposal.matter]?.discuss,
      let window = statutes?.windows[name]
    else { return nil }
    return closing(of: window, from: opened)
  }

  /// When the debate on a proposal is over; `nil` before it opens or where no time is asked for.
  public func debateCloses(_ proposal: Proposal) -> Instant? {
    proposal.debated.flatMap { under(proposal.version).debateCloses(proposal, from: $0) }
  }

  mutating func record(_ it: TextFrozen, _ act: Act) {
    change(&proposals, it.proposal) { $0.frozen = act.received }
  }

  func admit(_ it: TextRevised, _ act: Act) throws(Refusal) {
    let proposal = try proposal(it.proposal)
    guard isBetweenRounds(proposal), proposal.withdrawn == nil, isRoundToCome(proposal.course)
    else { throw Refusal(.alreadyFrozen, ["proposal": proposal.id]) }
    try checkLanguages(it.texts)
    guard it.texts != proposal.texts else { throw Refusal(.otherText, ["vote": proposal.id]) }
    try require([proposer(of: proposal)], of: act)
  }

  /// Whether the same rule will be tried once more, and not only for its quorum.
  private func isRoundToCome(_ course: Proposal.Course) -> Bool {
    course.round > 1 && !course.awaitsEscalation
      && statutes?.rules[course.rule]?.isRetry(round: course.round) == false
  }

  mutating func record(_ it: TextRevised, _ act: Act) {
    change(&proposals, it.proposal) {
      $0.texts = it.texts
      $0.revised = act.received
    }
  }

  func admit(_ it: HearingHeld, _ act: Act) throws(Refusal) {
    let proposal = try proposal(it.proposal)
    guard let time = statutes?.matters[proposal.matter]?.hearing, let about = proposal.about,
      let calendar
    else { throw unknown("hearing", proposal.id) }
    if proposal.heard != nil { throw exists("hearing", proposal.id) }
    let closes = calendar.closing(of: time, from: proposal.submitted)
    guard it.attended || act.received >= closes else {
      throw Refusal(
        .hearingOpen, clause: "matters.\(proposal.matter).hearing",
        ["party": about, "until": closes.text])
    }
    let second: SignerNeed =
      it.attended
      ? .some(1, of: keys(of: about), as: about) : .some(1, of: peopleInForce, as: "cosigner")
    try require([registrar, second], of: act)
  }

  mutating func record(_ it: HearingHeld, _ act: Act) {
    change(&proposals, it.proposal) { $0.heard = it.attended }
  }
}
