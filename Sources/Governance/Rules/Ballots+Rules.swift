// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: BallotCast, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    guard it.on == hex(vote.digest) else { throw Refusal(.otherText, ["vote": it.vote]) }
    let (party, group) = try caster(in: vote, sealedAt: it.sealedAt, act)
    switch it.marking {
    case .sealed where vote.tellers.isEmpty, .open where !vote.tellers.isEmpty:
      throw Refusal(
        .wrongSecrecy, clause: "\(vote.clause).secrecy", ["vote": vote.id])
    case .sealed: break
    case .open(let content):
      try check(content, in: vote, tied: ties(of: group, in: vote))
    }
    try requireOne(of: party, act)
  }

  /// Items of a vote that a group is recused from, each with the kind of tie, or `conflict`; or on which
  /// others vote.
  func ties(of group: Int, in vote: Vote) -> [String: String] {
    guard let rule = statutes?.rule(of: vote) else { return [:] }
    if vote.isAlternate(group) {
      let others = vote.items.filter { !standsIn(group, on: $0, in: vote) }
      return Dictionary(others.map { ($0, Self.others) }, uniquingKeysWith: { first, _ in first })
    }
    var ties: [String: String] = [:]
    for item in vote.items {
      if vote.election != nil {
        ties[item] = vote.classElectors[item]?.contains(group) == true ? nil : Self.others
      } else if vote.conflicts[item]?.contains(group) == true {
        ties[item] = "conflict"
      } else {
        ties[item] = tie(of: vote.parties(at: group), to: item, rule)
      }
    }
    return ties
  }

  /// Stands among ties for an item on which others vote: a class of seats, or what a holder votes on
  /// itself.
  private static let others = "electors"

  /// The vote, unless a ruling annulled it.
  func votable(_ id: String) throws(Refusal) -> Vote {
    let vote = try vote(id)
    if vote.annulled != nil { throw Refusal(.unknownVote, ["vote": id]) }
    return vote
  }

  /// Who casts: in time, an elector, the named voter of its group, not suspended.
  private func caster(
    in vote: Vote, sealedAt: Instant?, _ act: Act
  ) throws(Refusal) -> (party: String, group: Int) {
    try checkVotingTime(vote, sealedAt: sealedAt, act)
    let (party, group) = try elector(in: vote, act)
    let named = namedVoters.last {
      vote.parties(at: group).contains($0) && parties[$0]?.isMember(at: act.received) == true
    }
    if let named, named != party {
      throw Refusal(
        .notTheNamedVoter, clause: "\(vote.clause).electors",
        ["party": party, "voter": named])
    }
    try checkActing(party, act)
    return (party, group)
  }

  private func checkActing(_ party: String, _ act: Act) throws(Refusal) {
    if parties[party]?.status(at: act.received) != "member" { throw suspended(party) }
  }

  /// The party that signs and its position, if it may vote at all.
  private func elector(in vote: Vote, _ act: Act) throws(Refusal) -> (party: String, group: Int) {
    guard let party = signingParty(act), let group = vote.position(of: party) else {
      throw Refusal(
        .notAnElector, clause: "\(vote.clause).electors",
        ["key": act.signers.joined(separator: ", "), "vote": vote.id])
    }
    return (party, group)
  }

  /// Throws unless exactly one voting key of a party signed.
  private func requireOne(of party: String, _ act: Act) throws(Refusal) {
    try require([.some(1, of: votingKeys(of: [party]), as: party)], of: act)
  }

  private func checkVotingTime(
    _ vote: Vote, sealedAt: Instant?, _ act: Act
  ) throws(Refusal) {
    try checkSeal(sealedAt, effective: act.received)
    if act.received < vote.opens {
      throw Refusal(.notOpenYet, ["vote": vote.id, "from": vote.opens.text])
    }
    if act.received < vote.closes { return }
    let sealedInTime = sealedAt.map { $0 < vote.closes } ?? false
    guard sealedInTime, act.received < vote.graceEnds else { throw votingOver(vote) }
  }

  private func votingOver(_ vote: Vote) -> Refusal {
    Refusal(
      .votingOver, clause: (statutes?.rule(of: vote)?.window).map { "windows.\($0)" },
      ["vote": vote.id, "until": vote.closes.text])
  }

  /// What an open ballot says, or a sealed one once it is readable; choice by choice.
  ///
  /// `tied` are the items that its group is recused from, with the kind of tie.
  func check(
    _ content: BallotCast.Content, in vote: Vote, tied: [String: String]
  ) throws(Refusal) {
    guard let rule = statutes?.rule(of: vote) else { return }
    for item in content.choices.keys.sorted(by: Self.inOrder) {
      guard vote.items.contains(item), let choice = content.choices[item] else {
        throw Refusal(.unknownChoice, ["application": item, "vote": vote.id])
      }
      if tied[item] == Self.others {
        let clause = vote.election == nil ? "rules.\(rule.name)" : "seats.\(item)"
        throw Refusal(.notAnElector, clause: clause + ".electors", ["key": item, "vote": vote.id])
      }
      guard isOnBallot(choice, rule, item, vote) else {
        throw Refusal(
          .notOnBallot, clause: "rules.\(rule.name).ballot",
          ["item": item, "ballot": rule.ballot.rawValue])
      }
      if let kind = tied[item] {
        throw Refusal(
          .recused, clause: "rules.\(rule.name).recuse",
          ["relation": kind, "application": item])
      }
      if choice == .word(.block), let block = rule.block {
        try check(content.reasons[item], for: block, rule)
      }
    }
  }

  private func check(
    _ reason: BallotCast.Reason?, for block: Statutes.Block, _ rule: Statutes.Rule
  ) throws(Refusal) {
    let clause = "rules.\(rule.name).block"
    guard let reason else { throw Refusal(.reasonMissing, clause: clause) }
    guard block.grounds.isEmpty || block.grounds.contains(reason.ground ?? "") else {
      throw Refusal(
        .groundMissing, clause: clause,
        ["found": reason.ground ?? "–", "expected": block.grounds.joined(separator: ", ")])
    }
  }

  private func isOnBallot(
    _ choice: BallotCast.Choice, _ rule: Statutes.Rule, _ item: String, _ vote: Vote
  ) -> Bool {
    switch choice {
    case .word(let word): return rule.ballot.words.contains(word)
    case .list(let options):
      let known = vote.candidates[item] ?? (proposals[item]?.options ?? [:]).map(\.key)
      guard options.allSatisfy(known.contains), options.count <= rule.picks ?? options.count else {
        return false
      }
      switch rule.ballot {
      case .approval: return options == options.sorted(by: Self.inOrder)
      case .ranked: return Set(options).count == options.count
      case .yesNo, .consent, .silence: return false
      }
    }
  }

  /// How one of a group is tied to what an item is about; one vote between them, so all step aside.
  func tie(of group: [String], to item: String, _ rule: Statutes.Rule) -> String? {
    guard let subject = subject(of: item) else { return nil }
    // Nobody judges its own case.
    if case .party(let concerned) = subject, group.contains(concerned) { return "subject" }
    let kinds = rule.recuse + recusals(of: rule.electors)
    guard !kinds.isEmpty else { return nil }
    return group.lazy.compactMap { relation(among: kinds, between: $0, and: subject) }.first
  }

  /// The application, or the member that a proposal is about.
  func subject(of item: String) -> Subject? {
    if applications[item] != nil { return .application(item) }
    let proposal = proposals[item] ?? amendments[item].flatMap { proposals[$0.proposal] }
    return proposal?.about.map(Subject.party)
  }

  mutating func record(_ it: BallotCast, _ act: Act) {
    add(it.marking, to: it.vote, sealedAt: it.sealedAt, act)
  }

  private mutating func add(
    _ marking: BallotCast.Marking?, to vote: String, sealedAt: Instant?, _ act: Act
  ) {
    guard let party = signingParty(act), let group = votes[vote]?.position(of: party) else {
      preconditionFailure("not admitted")
    }
    var ties: [String: String] = [:]
    if case .sealed = marking, let open = votes[vote] { ties = self.ties(of: group, in: open) }
    let ballot = Vote.Ballot(
      id: act.statement.id, group: group, party: party, key: signingKey(act),
      received: act.received, sealedAt: sealedAt, marking: marking, ties: ties)
    change(&votes, vote) { $0.ballots.append(ballot) }
  }

  func admit(_ it: BallotRevoked, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    try checkVotingTime(vote, sealedAt: it.sealedAt, act)
    let party = try elector(in: vote, act).party
    try checkActing(party, act)
    try requireOne(of: party, act)
  }

  mutating func record(_ it: BallotRevoked, _ act: Act) {
    add(nil, to: it.vote, sealedAt: it.sealedAt, act)
  }

  func admit(_ it: VoterNamed, _ act: Act) throws(Refusal) {
    let relations = (statutes?.bodies ?? [:]).values.compactMap(\.oneVotePer)
    for party in it.parties where parties[party] == nil {
      throw Refusal(.unknownParty, ["party": party])
    }
    guard it.parties.contains(it.voter),
      relations.contains(where: { grouped(it.parties, by: $0).count == 1 })
    else {
      throw Refusal(
        .notAnElector, clause: "bodies", ["key": it.parties.joined(separator: ", "), "vote": "–"])
    }
    let needs = it.parties.map { SignerNeed.some(1, of: votingKeys(of: [$0]), as: $0) }
    try require(needs, of: act)
  }

  mutating func record(_ it: VoterNamed, _ act: Act) {
    namedVoters.append(it.voter)
  }

  func admit(_ it: ProxyGiven, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    guard let most = statutes?.rule(of: vote)?.proxiesAtMost else {
      throw Refusal(.noProxies, clause: vote.clause, ["vote": vote.id])
    }
    try checkVotingTime(vote, sealedAt: nil, act)
    let (party, group) = try elector(in: vote, act)
    guard let holder = vote.group(of: it.to), holder != group, !vote.isAlternate(group) else {
      throw Refusal(
        .notAnElector, clause: "\(vote.clause).electors", ["key": it.to, "vote": vote.id])
    }
    try checkActing(party, act)
    let carried = vote.proxies.filter { $0.value == holder && $0.key != group }.count
    guard carried < most else {
      throw Refusal(
        .tooManyProxies, clause: "\(vote.clause).proxies",
        ["party": it.to, "expected": "\(most)"])
    }
    guard vote.proxies[holder] == nil, !vote.proxies.values.contains(group) else {
      throw Refusal(
        .proxyChain, clause: "\(vote.clause).proxies", ["party": party, "to": it.to])
    }
    try requireOne(of: party, act)
  }

  mutating func record(_ it: ProxyGiven, _ act: Act) {
    guard let party = signingParty(act), let vote = votes[it.vote],
      let group = vote.group(of: party)
    else { preconditionFailure("not admitted") }
    change(&votes, it.vote) { $0.proxies[group] = vote.group(of: it.to) }
  }

  func admit(_ it: ConflictDeclared, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    guard vote.items.contains(it.item) else {
      throw Refusal(.unknownChoice, ["application": it.item, "vote": it.vote])
    }
    if act.received >= vote.closes { throw votingOver(vote) }
    try requireOne(of: try elector(in: vote, act).party, act)
  }

  mutating func record(_ it: ConflictDeclared, _ act: Act) {
    guard let party = signingParty(act), let group = votes[it.vote]?.position(of: party) else {
      preconditionFailure("not admitted")
    }
    change(&votes, it.vote) { _ = $0.conflicts[it.item, default: []].insert(group) }
  }

  func admit(_ it: SealOpened, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    guard !vote.tellers.isEmpty else {
      throw Refusal(.wrongSecrecy, clause: "\(vote.clause).secrecy", ["vote": vote.id])
    }
    if act.received < vote.graceEnds {
      throw Refusal(.votingOpen, ["vote": vote.id, "until": vote.graceEnds.text])
    }
    guard act.signers.count == 1,
      let teller = vote.tellers.first(where: { $0.key == act.signers[0] })
    else {
      throw Refusal(
        .wrongSigners, clause: "roles.teller",
        ["missing": "teller", "signers": act.signers.joined(separator: ", ")])
    }
    if vote.identities[teller.key] != nil { throw exists("seal", teller.key) }
    guard seals.recipient(it.identity) == teller.recipient else {
      throw Refusal(.wrongIdentity, ["key": teller.key])
    }
  }

  mutating func record(_ it: SealOpened, _ act: Act) {
    change(&votes, it.vote) { $0.identities[act.signers[0]] = it.identity }
  }
}

extension Statutes.Ballot {
  /// The words that stand on this ballot; an approval ballot has options instead.
  public var words: [BallotCast.Word] {
    switch self {
    case .yesNo: [.yes, .no, .abstain]
    case .consent: [.consent, .standAside, .block]
    case .silence: [.object]
    case .approval, .ranked: []
    }
  }
}
