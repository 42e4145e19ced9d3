// SPDX-License-Identifier: Apache-2.0

import Counting

extension Assembly {
  func admit(_ it: VoteOpened, _ act: Act) throws(Refusal) {
    if votes[it.vote] != nil { throw Refusal(.voteExists, ["vote": it.vote]) }
    let call = try call(it.call)
    guard let matter = stage("decide", of: call.id)?.matter, matter == it.matter,
      case .rule(let name)? = statutes?.matters[matter]?.decision, let rule = statutes?.rules[name],
      let window = statutes?.windows[rule.window]
    else { throw Refusal(.unknownMatter, clause: "matters", ["matter": it.matter]) }
    guard call.shortlisted != nil, call.objectionsClose.map({ act.received >= $0 }) ?? true else {
      throw Refusal(.objectionsOpen, ["until": call.objectionsClose?.text ?? "–"])
    }
    for id in it.applications { try checkVotable(id, call, alone: it.applications.count == 1) }
    if it.applications.isEmpty { throw Refusal(.notToBeVoted, ["application": "–"]) }
    try checkNotice(it, window, act)
    try checkClosing(it.closes, of: window, from: it.opens, clause: "windows.\(rule.window)")
    let expected = electors(of: rule, on: nil, at: act.received).groups
    guard it.electorate == expected else {
      throw Refusal(
        .wrongElectorate, clause: "rules.\(name).electors",
        ["found": words(it.electorate), "expected": words(expected)])
    }
    try require([registrar], of: act)
  }

  private func words(_ groups: [[String]]) -> String {
    groups.map { $0.joined(separator: "+") }.joined(separator: " ")
  }

  private func checkNotice(
    _ it: VoteOpened, _ window: Statutes.Window, _ act: Act
  ) throws(Refusal) {
    guard let calendar else { return }
    let earliest =
      window.notice.map { calendar.closing(of: $0, from: act.received) } ?? act.received
    guard it.opens >= earliest else {
      throw Refusal(
        .noticeTooShort, clause: "windows.\(window.name).notice",
        ["found": it.opens.text, "expected": earliest.text])
    }
  }

  /// Selected or remitted, undecided, not in another vote; much objected ones alone and answered.
  private func checkVotable(_ id: String, _ call: Call, alone: Bool) throws(Refusal) {
    let application = try application(id)
    guard application.call == call.id, isVotable(application) else {
      throw Refusal(.notToBeVoted, ["application": id])
    }
    let open = openObjections(to: id)
    guard let pullAt = stage("objections", of: call.id)?.pullAt, Set(open.map(\.by)).count >= pullAt
    else { return }
    let clause = "procedures.\(call.procedure)"
    if !alone { throw Refusal(.debatedSeparately, clause: clause, ["application": id]) }
    if let unanswered = open.first(where: { !$0.answered }) {
      throw Refusal(.objectionUnanswered, clause: clause, ["objection": unanswered.id])
    }
  }

  /// Whether the members may now be asked about an application.
  public func isVotable(_ application: Application) -> Bool {
    let inquorate = application.decision?.outcome == .inquorate
    guard application.selected || application.remitted || inquorate, !application.withdrawn else {
      return false
    }
    if application.decision != nil, !inquorate, !application.remitted { return false }
    guard let vote = application.vote.flatMap({ votes[$0] }) else { return true }
    return vote.certified != nil
  }

  mutating func record(_ it: VoteOpened, _ act: Act) {
    guard case .rule(let rule)? = statutes?.matters[it.matter]?.decision,
      let window = (statutes?.rules[rule]?.window).flatMap({ statutes?.windows[$0] })
    else { preconditionFailure("not admitted") }
    votes[it.vote] = Vote(
      it, rule: rule, digest: act.digest, graceEnds: graceEnd(of: window, closing: it.closes))
    for id in it.applications {
      change(&applications, id) {
        $0.vote = it.vote
        $0.remitted = false
        $0.decision = nil
      }
    }
  }

  func admit(_ it: BallotCast, _ act: Act) throws(Refusal) {
    let vote = try vote(it.vote)
    guard it.on == hex(vote.digest) else { throw Refusal(.otherText, ["vote": it.vote]) }
    try checkVotingTime(it, vote, act)
    guard act.signers.count == 1, let key = keys[act.signers[0]], key.votes, let party = key.party,
      let group = vote.group(of: party)
    else {
      let signer = act.signers.joined(separator: ", ")
      throw Refusal(
        .notAnElector, clause: "rules.\(vote.rule).electors", ["key": signer, "vote": it.vote])
    }
    if let until = parties[party]?.suspendedUntil, act.received < until {
      throw Refusal(
        .suspended, clause: "matters.suspension", ["party": party, "until": until.text])
    }
    let recusals = statutes?.rules[vote.rule]?.recuse ?? []
    for id in it.choices.keys.sorted(by: Self.inOrder) {
      guard vote.applications.contains(id) else {
        throw Refusal(.unknownChoice, ["application": id, "vote": it.vote])
      }
      // One vote between them, so who shares it with a recused party has none either.
      let tie = vote.electorate[group].lazy.compactMap {
        relation(among: recusals, between: $0, and: .application(id))
      }.first
      if let kind = tie {
        throw Refusal(
          .recused, clause: "rules.\(vote.rule).recuse",
          ["key": act.signers[0], "relation": kind, "application": id])
      }
    }
  }

  private func checkVotingTime(_ it: BallotCast, _ vote: Vote, _ act: Act) throws(Refusal) {
    try checkSeal(it.sealedAt, effective: act.received)
    if act.received < vote.opens {
      throw Refusal(.notOpenYet, ["vote": vote.id, "from": vote.opens.text])
    }
    if act.received < vote.closes { return }
    let sealedInTime = it.sealedAt.map { $0 < vote.closes } ?? false
    guard sealedInTime, act.received < vote.graceEnds else {
      let clause = (statutes?.rules[vote.rule]?.window).map { "windows.\($0)" }
      throw Refusal(.votingOver, clause: clause, ["vote": vote.id, "until": vote.closes.text])
    }
  }

  mutating func record(_ it: BallotCast, _ act: Act) {
    guard let party = keys[act.signers[0]]?.party, let group = votes[it.vote]?.group(of: party)
    else { preconditionFailure("not admitted") }
    change(&votes, it.vote) {
      for (application, choice) in it.choices {
        $0.choices[application, default: [:]][group] = choice
      }
    }
  }

  func admit(_ it: TallyPublished, _ act: Act) throws(Refusal) {
    let vote = try vote(it.vote)
    if vote.results != nil { throw Refusal(.tallyExists, ["vote": it.vote]) }
    guard act.received >= vote.graceEnds else {
      throw Refusal(.votingOpen, ["vote": it.vote, "until": vote.graceEnds.text])
    }
    let expected = results(of: vote)
    for (claimed, computed) in zip(it.results, expected) where claimed != computed {
      throw Refusal(
        .wrongTally, clause: "rules.\(vote.rule)",
        ["application": computed.application, "found": claimed.words, "expected": computed.words])
    }
    guard it.results.count == expected.count else {
      throw Refusal(
        .wrongTally, clause: "rules.\(vote.rule)",
        ["application": "–", "found": "\(it.results.count)", "expected": "\(expected.count)"])
    }
    try require([registrar], of: act)
  }

  /// What the ballots so far say, question by question, in the vote's order.
  public func results(of vote: Vote) -> [TallyPublished.Result] {
    vote.applications.map { result(on: $0, in: vote) }
  }

  private func result(on application: String, in vote: Vote) -> TallyPublished.Result {
    let eligible = eligibleGroups(on: application, in: vote)
    let whole = Count(eligible, on: application, in: vote, seats: seatCount(of: vote.rule))
    let blocs = (statutes?.rules[vote.rule]?.blocs?.by ?? []).map { roll in
      Count(members(of: roll, among: eligible, in: vote), on: application, in: vote, seats: nil)
    }
    return TallyPublished.Result(
      application: application, yes: whole.tally.yes, no: whole.tally.no,
      abstain: whole.tally.abstain, electors: eligible.count,
      outcome: outcome(whole, blocs, rule: vote.rule))
  }

  /// The groups, by position, that have a party in a roll when the vote opens.
  private func members(of roll: String, among groups: Set<Int>, in vote: Vote) -> Set<Int> {
    groups.filter { vote.electorate[$0].contains { isIn(roll: roll, party: $0, at: vote.opens) } }
  }

  /// All seats of a rule's body, filled or not; none where the body is a roll.
  private func seatCount(of rule: String) -> Int? {
    guard case .body(let name)? = statutes?.rules[rule]?.electors,
      case .seats(let classes)? = statutes?.bodies[name]?.composition
    else { return nil }
    return classes.reduce(0) { $0 + (statutes?.seats[$1]?.count ?? 0) }
  }

  /// The groups, by position, of which nobody is recused from the application.
  private func eligibleGroups(on application: String, in vote: Vote) -> Set<Int> {
    let recusals = statutes?.rules[vote.rule]?.recuse ?? []
    guard !recusals.isEmpty else { return Set(vote.electorate.indices) }
    return Set(
      vote.electorate.indices.filter { index in
        !vote.electorate[index].contains {
          relation(among: recusals, between: $0, and: .application(application)) != nil
        }
      })
  }

  /// Quorums first, then majorities: of the whole and of every bloc.
  private func outcome(_ whole: Count, _ blocs: [Count], rule name: String) -> VoteOutcome {
    guard let rule = statutes?.rules[name] else { return .inquorate }
    let quorate =
      whole.meets(rule.quorum) && blocs.allSatisfy { $0.meets(rule.blocs?.quorum) }
    guard quorate else { return .inquorate }
    return whole.meets(rule.pass) && blocs.allSatisfy { $0.meets(rule.blocs?.each) }
      ? .carried : .lost
  }

  mutating func record(_ it: TallyPublished, _ act: Act) {
    change(&votes, it.vote) { $0.results = it.results }
  }

  func admit(_ it: OutcomeCertified, _ act: Act) throws(Refusal) {
    let vote = try vote(it.vote)
    guard let results = vote.results else { throw Refusal(.noTally, ["vote": it.vote]) }
    if vote.certified != nil { throw Refusal(.alreadyCertified, ["vote": it.vote]) }
    for result in results where it.outcomes[result.application] != result.outcome {
      throw Refusal(
        .wrongOutcome, clause: "rules.\(vote.rule)",
        [
          "application": result.application, "expected": result.outcome.rawValue,
          "found": it.outcomes[result.application]?.rawValue ?? "–",
        ])
    }
    guard it.outcomes.count == results.count else {
      throw Refusal(
        .wrongOutcome, ["found": "\(it.outcomes.count)", "expected": "\(results.count)"])
    }
    try require([registrar, .all(holders(of: "teller"), as: "teller")], of: act)
  }

  mutating func record(_ it: OutcomeCertified, _ act: Act) {
    change(&votes, it.vote) { $0.certified = act.received }
    for (id, outcome) in it.outcomes {
      change(&applications, id) { $0.decision = .init(outcome: outcome, at: act.received) }
    }
  }

  func vote(_ id: String) throws(Refusal) -> Vote {
    guard let vote = votes[id] else { throw Refusal(.unknownVote, ["vote": id]) }
    return vote
  }
}

/// The ballots of some groups on one question, with what shares are taken of.
private struct Count {
  let tally: Tally
  let bases: Bases

  init(_ groups: Set<Int>, on application: String, in vote: Vote, seats: Int?) {
    let choices = (vote.choices[application] ?? [:]).filter { groups.contains($0.key) }
    self.tally = Tally(choices.map(\.value))
    self.bases = Bases(tally, electors: groups.count, seats: seats ?? groups.count)
  }

  /// Whether a condition holds; one that is not asked for does.
  func meets(_ condition: Condition?) -> Bool {
    condition?.isMet(by: tally, bases: bases) ?? true
  }
}

extension Tally {
  /// The count of yes, no and abstain.
  init(_ choices: [BallotCast.Choice]) {
    self.init()
    for choice in choices {
      switch choice {
      case .yes: yes += 1
      case .no: no += 1
      case .abstain: abstain += 1
      }
    }
    takePart = choices.count
  }
}

extension TallyPublished.Result {
  /// One line for messages.
  var words: String {
    "\(application) yes \(yes) no \(no) abstain \(abstain) of \(electors): \(outcome.rawValue)"
  }
}

func hex(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// What a vote on a call's applications would be if it were opened at a moment.
public struct VotingPlan: Sendable {
  /// The matter of the statutes.
  public let matter: String
  /// The window of the statutes.
  public let window: Statutes.Window
  /// The earliest opening that the notice allows.
  public let earliest: Instant
  /// Groups that have one vote each.
  public let electorate: [[String]]
}

extension Assembly {
  /// Matter, window and electorate of a vote on a call's applications, by the statutes.
  public func votingPlan(of call: Call, at now: Instant) -> VotingPlan? {
    guard let matter = stage("decide", of: call.id)?.matter,
      case .rule(let name)? = statutes?.matters[matter]?.decision, let rule = statutes?.rules[name],
      let window = statutes?.windows[rule.window], let calendar
    else { return nil }
    let earliest = window.notice.map { calendar.closing(of: $0, from: now) } ?? now
    return VotingPlan(
      matter: matter, window: window, earliest: earliest,
      electorate: electors(of: rule, on: nil, at: now).groups)
  }

  /// Applications that may be put to one vote together, in the order of the shortlist.
  public func votableTogether(in call: Call) -> [Application] {
    let pullAt = stage("objections", of: call.id)?.pullAt ?? Int.max
    let ranked = call.shortlist.compactMap { applications[$0.application] }
    let others = call.applications.compactMap { applications[$0] }.filter { other in
      !ranked.contains { $0.id == other.id }
    }
    return (ranked + others).filter {
      isVotable($0) && Set(openObjections(to: $0.id).map(\.by)).count < pullAt
    }
  }
}
