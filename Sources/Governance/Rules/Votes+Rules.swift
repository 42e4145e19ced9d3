// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: VoteOpened, _ act: Act) throws(Refusal) {
    if votes[it.vote] != nil { throw Refusal(.voteExists, ["vote": it.vote]) }
    if let election = it.election { return try admit(it, on: election, act) }
    if let candidates = it.candidates {
      throw Refusal(
        .wrongCandidates, ["seat": "–", "found": "\(candidates.count)", "expected": "–"])
    }
    let questions = try questions(of: it, at: act.received)
    guard let first = questions.first, let rule = statutes?.rules[first.course.rule],
      let window = statutes?.windows[rule.window]
    else { throw Refusal(.notToBeVoted, ["item": "–"]) }
    guard questions.allSatisfy({ $0.matter == it.matter && $0.call == it.call }) else {
      throw Refusal(.unknownMatter, clause: "matters", ["matter": it.matter])
    }
    try checkRound(it, questions)
    try checkNotice(it, questions, window, act)
    try checkClosing(it.closes, of: window, from: it.opens, clause: "windows.\(rule.window)")
    try checkElectorate(it, questions, rule, act)
    try checkTellers(it, rule)
    try require(openers(it), of: act)
  }

  /// Who signs an opening: the registrar, and every teller to whom ballots are sealed.
  func openers(_ it: VoteOpened) -> [SignerNeed] {
    let tellers = Set((it.tellers ?? []).map(\.key))
    return [registrar] + (tellers.isEmpty ? [] : [.all(tellers, as: "teller")])
  }

  private func questions(of it: VoteOpened, at now: Instant) throws(Refusal) -> [Question] {
    var questions: [Question] = []
    for item in it.items {
      let question = try question(on: item, at: now)
      if let call = question.call { try checkObjections(item, call, it, at: now) }
      questions.append(question)
    }
    return questions
  }

  private func checkRound(_ it: VoteOpened, _ questions: [Question]) throws(Refusal) {
    for (item, question) in zip(it.items, questions)
    where question.course.rule != it.rule || question.course.round != it.round
      || question.version != questions[0].version
    {
      let (version, own) = (questions[0].version, question.version)
      let found = "\(it.rule) \(it.round)"
      let expected = "\(question.course.rule) \(question.course.round)"
      throw Refusal(
        .wrongRound, clause: "rules.\(question.course.rule)",
        [
          "item": item, "found": version == own ? found : "\(found) \(version)",
          "expected": version == own ? expected : "\(expected) \(own)",
        ])
    }
  }

  private func checkNotice(
    _ it: VoteOpened, _ questions: [Question], _ window: Statutes.Window, _ act: Act
  ) throws(Refusal) {
    let earliest = earliestOpening(questions, window, at: act.received)
    guard it.opens >= earliest else {
      throw Refusal(
        .noticeTooShort, clause: "windows.\(window.name).notice",
        ["found": it.opens.text, "expected": earliest.text])
    }
  }

  /// The first moment that the window's notice and the questions allow.
  private func earliestOpening(
    _ questions: [Question], _ window: Statutes.Window, at now: Instant
  ) -> Instant {
    let notice = window.notice.flatMap { calendar?.closing(of: $0, from: now) }
    return ([now, notice] + questions.map(\.earliest)).compactMap(\.self).max() ?? now
  }

  private func checkElectorate(
    _ it: VoteOpened, _ questions: [Question], _ rule: Statutes.Rule, _ act: Act
  ) throws(Refusal) {
    for question in questions {
      let expected = electorate(of: rule, on: question, at: act.received)
      guard it.electorate == expected else {
        throw wrongElectorate(it.electorate, expected, clause: "rules.\(rule.name).electors")
      }
    }
    guard it.weights == weights(of: it.electorate, by: rule) else {
      throw Refusal(
        .wrongWeights, clause: "rules.\(rule.name).weight",
        [
          "found": (it.weights ?? []).map(String.init).joined(separator: " "),
          "expected": (weights(of: it.electorate, by: rule) ?? []).map(String.init)
            .joined(separator: " "),
        ])
    }
  }

  func wrongElectorate(_ found: [[String]], _ expected: [[String]], clause: String) -> Refusal {
    Refusal(
      .wrongElectorate, clause: clause, ["found": words(found), "expected": words(expected)])
  }

  private func words(_ groups: [[String]]) -> String {
    groups.map { $0.joined(separator: "+") }.joined(separator: " ")
  }

  /// Who may vote on a question under a rule: groups with one vote each.
  func electorate(of rule: Statutes.Rule, on question: Question, at now: Instant) -> [[String]] {
    guard case .own = rule.electors else { return electors(as: rule.electors, at: now).groups }
    return ownElectorate(of: question.subject, at: now)
  }

  /// What each group's ballot counts, where the rule weighs; the greatest of its parties' values.
  func weights(of groups: [[String]], by rule: Statutes.Rule) -> [Int]? {
    guard let name = rule.weight, let attribute = statutes?.attributes[name] else { return nil }
    return groups.map { group in
      let values = group.compactMap { party -> Int? in
        guard case .integer(let value) = attribute.fact(from: parties[party]?.facts[name]) else {
          return nil
        }
        return value
      }
      return min(max(values.max() ?? 1, 1), 10_000)
    }
  }

  /// The groups with a party in each roll that a rule asks by itself, by position.
  func blocs(
    of groups: [[String]], by rule: Statutes.Rule, at now: Instant
  ) -> [String: Set<Int>] {
    var blocs: [String: Set<Int>] = [:]
    for roll in rule.blocs?.by ?? [] {
      blocs[roll] = Set(
        groups.indices.filter { place in
          groups[place].contains { isIn(roll: roll, party: $0, at: now) }
        })
    }
    return blocs
  }

  func checkTellers(_ it: VoteOpened, _ rule: Statutes.Rule) throws(Refusal) {
    let expected = rule.secrecy == .sealed ? holders(of: "teller").sorted(by: Self.inOrder) : []
    let sealed = rule.secrecy == .sealed
    guard (it.tellers != nil) == sealed, (it.tellers ?? []).map(\.key) == expected,
      !sealed || !expected.isEmpty,
      (it.tellers ?? []).allSatisfy({ seals.isRecipient($0.recipient) })
    else {
      throw Refusal(
        .wrongTellers, clause: "rules.\(rule.name).secrecy",
        [
          "found": (it.tellers ?? []).map(\.key).joined(separator: ", "),
          "expected": expected.joined(separator: ", "),
        ])
    }
  }

  mutating func record(_ it: VoteOpened, _ act: Act) {
    let rules = it.election == nil ? statutes?.rules : statutes?.elections
    guard let rule = rules?[it.rule], let window = statutes?.windows[rule.window] else {
      preconditionFailure("not admitted")
    }
    let terms = Vote.Terms(
      rule: it.rule, round: it.round, electorate: it.electorate, weights: it.weights,
      blocs: blocs(of: it.electorate, by: rule, at: act.received),
      alternates: alternates(of: it.electorate, by: rule, at: act.received))
    votes[it.vote] = Vote(
      it, on: terms, version: statutes?.version ?? 1, entry: act.index,
      digest: digest(of: act.statement), graceEnds: graceEnd(of: window, closing: it.closes))
    if let election = it.election.flatMap({ elections[$0] }) {
      let positions = classElectors(it, in: election, at: act.received)
      change(&votes, it.vote) { $0.classElectors = positions }
      return change(&elections, election.id) { $0.vote = it.vote }
    }
    for item in it.items { putToVote(item, it.vote) }
  }

  private mutating func putToVote(_ item: String, _ vote: String) {
    if applications[item] != nil {
      change(&applications, item) {
        $0.vote = vote
        $0.remitted = false
        $0.decision = nil
      }
    } else if amendments[item] != nil {
      change(&amendments, item) { $0.vote = vote }
    } else {
      change(&proposals, item) {
        $0.vote = vote
        $0.votes.append(vote)
      }
    }
  }

  func admit(_ it: VoteExtended, _ act: Act) throws(Refusal) {
    let vote = try votable(it.vote)
    guard let name = statutes?.rule(of: vote)?.window, let window = statutes?.windows[name],
      let outage = window.outage, let calendar
    else { throw Refusal(.extensionTooLong, clause: "\(vote.clause).window") }
    let clause = "windows.\(name).outage"
    guard act.received < vote.graceEnds, vote.tallied == nil, it.closes > vote.closes else {
      throw Refusal(.extensionTooLate, clause: clause, ["until": vote.graceEnds.text])
    }
    let latest = calendar.closing(of: outage.extendMax, from: vote.firstCloses)
    guard it.closes <= latest else {
      throw Refusal(
        .extensionTooLong, clause: clause, ["found": it.closes.text, "expected": latest.text])
    }
    try require(outage.by.map { .some(1, of: holders(of: $0), as: $0) }, of: act)
  }

  mutating func record(_ it: VoteExtended, _ act: Act) {
    guard let rule = votes[it.vote].flatMap({ statutes?.rule(of: $0) }),
      let window = statutes?.windows[rule.window]
    else { preconditionFailure("not admitted") }
    let graceEnds = graceEnd(of: window, closing: it.closes)
    change(&votes, it.vote) {
      $0.closes = it.closes
      $0.graceEnds = graceEnds
    }
  }

  /// The vote of that name.
  func vote(_ id: String) throws(Refusal) -> Vote {
    guard let vote = votes[id] else { throw Refusal(.unknownVote, ["vote": id]) }
    return vote
  }
}

/// What a vote on some items would be if it were opened at a moment.
public struct VotingPlan: Sendable {
  /// The matter of the statutes.
  public let matter: String
  /// By which rule, in which round.
  public let course: Proposal.Course
  /// The call that the applications came by.
  public let call: String?
  /// The window of the statutes.
  public let window: Statutes.Window
  /// The earliest opening that the notice allows.
  public let earliest: Instant
  /// Groups that have one vote each.
  public let electorate: [[String]]
  /// What each group's ballot counts, where the rule weighs.
  public let weights: [Int]?
  /// Key names of those to whom ballots are sealed, sorted; empty for open ballots.
  public let tellers: [String]
}

extension Assembly {
  /// Matter, rule, window and electorate of a vote on some items, by the statutes that govern it.
  public func votingPlan(on items: [String], at now: Instant) throws(Refusal) -> VotingPlan {
    guard let item = items.first else { throw Refusal(.notToBeVoted, ["item": "–"]) }
    return try governing(item: item, at: now).plan(items, at: now)
  }

  /// This assembly under the statutes that govern a vote on an item.
  private func governing(item: String, at now: Instant) -> Assembly {
    let proposal = proposals[item] ?? amendments[item].flatMap { proposals[$0.proposal] }
    let version = proposal?.version ?? applications[item].flatMap { calls[$0.call] }?.version
    return version.map(under) ?? self
  }

  private func plan(_ items: [String], at now: Instant) throws(Refusal) -> VotingPlan {
    var questions: [Question] = []
    for item in items { questions.append(try question(on: item, at: now)) }
    let first = questions[0]
    guard let rule = statutes?.rules[first.course.rule], let window = statutes?.windows[rule.window]
    else { throw Refusal(.unknownMatter, clause: "matters", ["matter": first.matter]) }
    let electorate = electorate(of: rule, on: first, at: now)
    return VotingPlan(
      matter: first.matter, course: first.course, call: first.call, window: window,
      earliest: earliestOpening(questions, window, at: now), electorate: electorate,
      weights: weights(of: electorate, by: rule),
      tellers: rule.secrecy == .sealed ? holders(of: "teller").sorted(by: Self.inOrder) : [])
  }
}
