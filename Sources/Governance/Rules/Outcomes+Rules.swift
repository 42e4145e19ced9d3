// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: BlockTested, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    if !vote.tellers.isEmpty {
      throw Refusal(.wrongSecrecy, clause: "\(vote.clause).secrecy", ["vote": vote.id])
    }
    if vote.tallied != nil { throw Refusal(.tallyExists, ["vote": it.vote]) }
    guard let body = statutes?.rule(of: vote)?.block?.testedBy else {
      throw nobodyRules(vote.id, clause: "\(vote.clause).block")
    }
    guard let ballot = blockingBallot(of: it.party, on: it.item, in: vote),
      vote.tests[ballot]?[it.item] != .setAside, let group = vote.position(of: it.party)
    else {
      throw Refusal(
        .noSuchBlock, clause: "\(vote.clause).block", ["party": it.party, "item": it.item])
    }
    let proposers = proposer(ofItem: it.item).map { self.group(of: $0, in: vote) }
    let without = vote.parties(at: group) + (proposers ?? [])
    try require(ruling(of: body, without: without, at: act.received), of: act)
  }

  private func nobodyRules(_ vote: String, clause: String) -> Refusal {
    Refusal(.nobodyRules, clause: clause, ["vote": vote])
  }

  /// The id of the ballot with which a party's group blocks an item at this moment.
  func blockingBallot(of party: String, on item: String, in vote: Vote) -> String? {
    guard let group = vote.position(of: party),
      let standing = poll(of: vote).standing[item]?[group],
      standing.choice == .word(.block)
    else { return nil }
    return standing.ballot
  }

  private func proposer(ofItem item: String) -> String? {
    (proposals[item] ?? amendments[item].flatMap { proposals[$0.proposal] })?.proposer
  }

  /// What a ruling of a body needs: its own rule where an appeal stage names one, else more than
  /// half of its acting holders; in both without some parties and those tied to them.
  func ruling(of body: String, without: [String], at now: Instant) -> [SignerNeed] {
    let groups = clean(body, without: without, at: now)
    if let rule = appealStages.first(where: { $0.body == body })?.rule,
      statutes?.rules[rule]?.electors == .body(body)
    {
      return [.agreement(rule: rule, of: groups)]
    }
    return [.majority(of: groups, as: "bodies.\(body)")]
  }

  /// Those of a body who are none of some parties, nor tied to them by what recuses there.
  private func clean(_ body: String, without: [String], at now: Instant) -> [[String]] {
    let kinds = statutes?.bodies[body]?.recuse ?? []
    return electors(as: .body(body), at: now).groups.filter { group in
      !group.contains { party in
        without.contains(party)
          || without.contains { relation(among: kinds, between: party, and: .party($0)) != nil }
      }
    }
  }

  /// A party and those that have one vote with it.
  private func group(of party: String, in vote: Vote) -> [String] {
    vote.group(of: party).map { vote.electorate[$0] } ?? [party]
  }

  /// Appeal stages of all procedures, in the order of their procedures' names.
  private var appealStages: [Statutes.Stage] {
    (statutes?.procedures ?? [:]).sorted { Self.inOrder($0.key, $1.key) }
      .flatMap(\.value.stages).filter { $0.body != nil }
  }

  mutating func record(_ it: BlockTested, _ act: Act) {
    guard let vote = votes[it.vote],
      let ballot = blockingBallot(of: it.party, on: it.item, in: vote)
    else { preconditionFailure("not admitted") }
    change(&votes, it.vote) { $0.tests[ballot, default: [:]][it.item] = it.verdict }
  }

  func admit(_ it: TallyPublished, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    if vote.tallied != nil { throw Refusal(.tallyExists, ["vote": it.vote]) }
    guard act.received >= vote.graceEnds else {
      throw Refusal(.votingOpen, ["vote": it.vote, "until": vote.graceEnds.text])
    }
    guard vote.isUnsealed else {
      let missing = vote.tellers.map(\.key).filter { vote.identities[$0] == nil }
      throw Refusal(
        .sealsClosed, clause: "\(vote.clause).secrecy",
        ["missing": missing.joined(separator: ", ")])
    }
    try check(it, against: count(vote), vote)
    try require([registrar], of: act)
  }

  private func check(
    _ it: TallyPublished,
    against expected: (
      results: [TallyPublished.Result], excluded: [TallyPublished.Exclusion]
    ), _ vote: Vote
  ) throws(Refusal) {
    for (claimed, computed) in zip(it.results, expected.results) where claimed != computed {
      throw Refusal(
        .wrongTally, clause: vote.clause, Self.difference(claimed, computed))
    }
    guard it.results.count == expected.results.count else {
      throw Refusal(
        .wrongTally, clause: vote.clause,
        [
          "application": "–", "found": "\(it.results.count)",
          "expected": "\(expected.results.count)",
        ])
    }
    guard it.excluded == expected.excluded else {
      throw Refusal(
        .wrongTally, clause: vote.clause,
        [
          "application": "–", "found": it.excluded.map(\.words).joined(separator: ", "),
          "expected": expected.excluded.map(\.words).joined(separator: ", "),
        ])
    }
  }

  /// Counts and outcome first; then who is elected; then the working.
  private static func difference(
    _ claimed: TallyPublished.Result, _ computed: TallyPublished.Result
  ) -> [String: String] {
    let item = computed.item
    if let a = claimed.elected, let b = computed.elected, claimed.words == computed.words {
      if a.candidates != b.candidates {
        return [
          "class": item, "found": a.candidates.joined(separator: ", "),
          "expected": b.candidates.joined(separator: ", "),
        ]
      }
      if let difference = StageDifference(a.stages, b.stages) { return difference.facts(of: item) }
    }
    return ["application": item, "found": claimed.words, "expected": computed.words]
  }

  mutating func record(_ it: TallyPublished, _ act: Act) {
    let untrusted = votes[it.vote].map { Set($0.ballots.filter(isDistrusted).map(\.id)) }
    change(&votes, it.vote) {
      $0.untrusted = untrusted
      $0.results = it.results
      $0.excluded = it.excluded
      $0.tallied = act.received
    }
  }

  func admit(_ it: VoteChallenged, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    if challenges[it.challenge] != nil { throw exists("challenge", it.challenge) }
    guard act.received >= vote.graceEnds else {
      throw Refusal(.votingOpen, ["vote": it.vote, "until": vote.graceEnds.text])
    }
    if vote.certified != nil { throw Refusal(.alreadyCertified, ["vote": it.vote]) }
    let own = signingParty(act).map { group(of: $0, in: vote) } ?? []
    guard let body = challengeBody(of: vote),
      !clean(body, without: own, at: act.received).isEmpty
    else { throw nobodyRules(vote.id, clause: vote.clause) }
    let members = parties.keys.filter { parties[$0]?.isMember(at: act.received) == true }
    try require([.some(1, of: votingKeys(of: members), as: "member")], of: act)
  }

  /// Who rules on a challenge: the matter's appeal body, the testers of blocks, the first appeal stage's.
  public func challengeBody(of vote: Vote) -> String? {
    statutes?.matters[vote.matter]?.appeal ?? statutes?.rule(of: vote)?.block?.testedBy
      ?? appealStages.first?.body
  }

  mutating func record(_ it: VoteChallenged, _ act: Act) {
    challenges[it.challenge] = Challenge(
      id: it.challenge, vote: it.vote, by: party(of: act.signers) ?? "", ground: it.ground)
  }

  func admit(_ it: ChallengeRuled, _ act: Act) throws(Refusal) {
    guard let challenge = challenges[it.challenge], let vote = votes[challenge.vote],
      let body = challengeBody(of: vote)
    else { throw unknown("challenge", it.challenge) }
    if challenge.verdict != nil { throw exists("challenge", it.challenge) }
    try require(
      ruling(of: body, without: group(of: challenge.by, in: vote), at: act.received), of: act)
  }

  mutating func record(_ it: ChallengeRuled, _ act: Act) {
    guard let id = challenges[it.challenge]?.vote, let vote = votes[id] else {
      preconditionFailure("not admitted")
    }
    change(&challenges, it.challenge) { $0.verdict = it.verdict }
    guard it.verdict == .annulled, vote.annulled == nil else { return }
    change(&votes, id) { $0.annulled = act.received }
    if let election = vote.election { return change(&elections, election) { $0.vote = nil } }
    for item in vote.items { release(item, from: vote) }
  }

  /// Makes an item free for another vote, in the same round.
  private mutating func release(_ item: String, from vote: Vote) {
    if applications[item] != nil { return }
    if amendments[item] != nil { return change(&amendments, item) { $0.vote = nil } }
    change(&proposals, item) { $0.vote = nil }
  }

  func admit(_ it: OutcomeCertified, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    guard let results = vote.results, let tallied = vote.tallied else {
      throw Refusal(.noTally, ["vote": it.vote])
    }
    if vote.certified != nil { throw Refusal(.alreadyCertified, ["vote": it.vote]) }
    try checkChallenges(vote, tallied: tallied, act)
    for result in results where it.outcomes[result.item] != result.outcome {
      throw Refusal(
        .wrongOutcome, clause: vote.clause,
        [
          "application": result.item, "expected": result.outcome.rawValue,
          "found": it.outcomes[result.item]?.rawValue ?? "–",
        ])
    }
    guard it.outcomes.count == results.count else {
      throw Refusal(
        .wrongOutcome, ["found": "\(it.outcomes.count)", "expected": "\(results.count)"])
    }
    try checkTerms(it, vote, at: act.received)
    try require([registrar, .all(holders(of: "teller"), as: "teller")], of: act)
  }

  private func checkChallenges(_ vote: Vote, tallied: Instant, _ act: Act) throws(Refusal) {
    let open = challenges.values.filter { $0.vote == vote.id && $0.verdict == nil }
    if let challenge = open.map(\.id).min(by: Self.inOrder) {
      throw Refusal(.challengeOpen, ["vote": vote.id, "challenge": challenge, "until": "–"])
    }
    guard let time = statutes?.rule(of: vote)?.challenge, let calendar else { return }
    let closes = calendar.closing(of: time, from: tallied)
    if act.received < closes {
      throw Refusal(
        .challengeOpen, clause: "\(vote.clause).challenge",
        ["vote": vote.id, "challenge": "–", "until": closes.text])
    }
  }

  mutating func record(_ it: OutcomeCertified, _ act: Act) {
    guard let vote = votes[it.vote] else { preconditionFailure("not admitted") }
    change(&votes, it.vote) { $0.certified = act.received }
    if let election = vote.election { return begin(election, vote, at: act.received) }
    for item in vote.items {
      if let outcome = it.outcomes[item] { settle(item, outcome, vote, at: act.received) }
    }
  }
}

extension TallyPublished.Result {
  /// One line for messages.
  var words: String {
    let parts = blocs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }
    return (["\(item) \(whole.words)"] + parts).joined(separator: "; ") + ": \(outcome.rawValue)"
      + (winner.map { " \($0)" } ?? "")
  }
}

extension TallyPublished.Count {
  /// `yes 12 no 3 abstain 1, 16 of 16`.
  var words: String {
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return words.joined(separator: " ") + ", \(ballots) of \(electors)"
  }
}

extension TallyPublished.Exclusion {
  fileprivate var words: String { "\(ballot.prefix(8)) \(reason)" }
}
