// SPDX-License-Identifier: Apache-2.0

/// What a vote on an item would be: which matter, rule and round, and not before when.
public struct Question: Sendable {
  /// The matter of the statutes.
  public let matter: String
  /// By which rule, in which round.
  public let course: Proposal.Course
  /// The member or application that it is about, for recusal.
  let subject: Subject?
  /// The call of an application.
  public let call: String?
  /// The version of the statutes that governs it.
  let version: Int
  /// The first moment that notice, freeze and retry allow, the window's own notice aside.
  public var earliest: Instant?
}

/// What may be put to the vote, by which rule and in which round (`Decisions.md`, "Votes").
extension Assembly {
  /// The question that an item would be put as now; throws where it may not be put.
  public func question(on item: String, at now: Instant) throws(Refusal) -> Question {
    if let application = applications[item] { return try question(on: application) }
    if let amendment = amendments[item] { return try question(on: amendment) }
    if let proposal = proposals[item] { return try question(on: proposal, at: now) }
    throw Refusal(.notToBeVoted, ["item": item])
  }

  private func question(on application: Application) throws(Refusal) -> Question {
    let no = Refusal(.notToBeVoted, ["item": application.id])
    guard isVotable(application), let matter = stage("decide", of: application.call)?.matter else {
      throw no
    }
    let rule = try openingRule(of: matter)
    var course = Proposal.Course(rule: rule.name, round: application.rounds + 1)
    course.certified = application.decision?.at
    if rule.retry != nil, course.round > 2 { throw no }
    return Question(
      matter: matter, course: course, subject: .application(application.id),
      call: application.call, version: calls[application.call]?.version ?? 0,
      earliest: retryTime(course))
  }

  private func question(on amendment: Amendment) throws(Refusal) -> Question {
    guard amendment.end == nil, amendment.vote == nil,
      let proposal = proposals[amendment.proposal], proposal.frozen == nil,
      proposal.withdrawn == nil
    else { throw Refusal(.notToBeVoted, ["item": amendment.id]) }
    return Question(
      matter: proposal.matter, course: .init(rule: proposal.course.rule),
      subject: proposal.about.map(Subject.party), call: nil, version: proposal.version,
      earliest: nil)
  }

  private func question(on proposal: Proposal, at now: Instant) throws(Refusal) -> Question {
    let no = Refusal(.notToBeVoted, ["item": proposal.id])
    guard let frozen = proposal.frozen, proposal.withdrawn == nil, proposal.vote == nil,
      proposal.failed == nil
    else { throw no }
    if proposal.adopted != nil { return try ratifying(proposal, at: now) }
    let matter = statutes?.matters[proposal.matter]
    if matter?.hearing != nil, proposal.heard == nil {
      throw Refusal(
        .hearingMissing, clause: "matters.\(proposal.matter).hearing", ["item": proposal.id])
    }
    let course = proposal.course
    if course.awaitsEscalation { throw no }
    if course.last == .blocked, course.round > 1,
      proposal.revised.map({ $0 < course.certified ?? $0 }) ?? true
    {
      throw no
    }
    var question = Question(
      matter: proposal.matter, course: course, subject: proposal.about.map(Subject.party),
      call: nil, version: proposal.version, earliest: retryTime(course))
    if let notice = matter?.notice { question.wait(calendar?.closing(of: notice, from: frozen)) }
    if proposal.matter == Self.statutesMatter, let time = statutes?.amendment.textFrozen {
      question.wait(calendar?.closing(of: time, from: proposal.revised ?? frozen))
    }
    return question
  }

  private func ratifying(_ proposal: Proposal, at now: Instant) throws(Refusal) -> Question {
    guard let ratification = proposal.ratification, ratification.carried == nil,
      !ratification.hasLapsed(at: now)
    else { throw Refusal(.notToBeVoted, ["item": proposal.id]) }
    return Question(
      matter: proposal.matter, course: ratification.course,
      subject: proposal.about.map(Subject.party), call: nil, version: proposal.version,
      earliest: retryTime(ratification.course))
  }

  /// In a retry: the first moment after the time that the rule asks for.
  private func retryTime(_ course: Proposal.Course) -> Instant? {
    guard let rule = statutes?.rules[course.rule], rule.isRetry(round: course.round),
      let retry = rule.retry, let certified = course.certified
    else { return nil }
    return calendar?.closing(of: retry.onceAfter, from: certified)
  }

  /// What follows a certificate that does not carry; `nil` when the decision is final.
  func next(after outcome: VoteOutcome, _ course: Proposal.Course, at now: Instant)
    -> Proposal.Course?
  {
    guard let rule = statutes?.rules[course.rule] else { return nil }
    var next = course
    (next.last, next.certified) = (outcome, now)
    if outcome == .void { return next }
    if course.round < rule.rounds || rule.retry != nil && course.round == 1 && outcome == .inquorate
    {
      next.round += 1
    } else if let fallback = rule.fallback {
      if rule.fallbackBy == nil { (next.rule, next.round) = (fallback, 1) }
      next.awaitsEscalation = rule.fallbackBy != nil
    } else {
      return nil
    }
    return next
  }

  func admit(_ it: EscalationRequested, _ act: Act) throws(Refusal) {
    let proposal = try proposal(it.proposal)
    guard proposal.course.awaitsEscalation, proposal.withdrawn == nil,
      let rule = statutes?.rules[proposal.course.rule], let by = rule.fallbackBy
    else {
      throw Refusal(
        .roundsLeft, clause: "rules.\(proposal.course.rule)", ["proposal": proposal.id])
    }
    let groups = electors(as: rule.electors, at: act.received).groups
    let asking = groups.filter { !votingKeys(of: $0).isDisjoint(with: act.signers) }
    // One key each of so many groups, or of more.
    if let enough = by.orMembers, asking.count >= enough, asking.count == act.signers.count {
      return
    }
    guard let name = by.rule else {
      throw Refusal(
        .wrongSigners, clause: "rules.\(rule.name).fallback_by",
        ["missing": "electors", "signers": "\(asking.count)"])
    }
    try require([.resolution(rule: name, on: proposal.about.map(Subject.party))], of: act)
  }

  mutating func record(_ it: EscalationRequested, _ act: Act) {
    guard let course = proposals[it.proposal]?.course,
      let fallback = statutes?.rules[course.rule]?.fallback
    else { preconditionFailure("not admitted") }
    change(&proposals, it.proposal) {
      $0.course.rule = fallback
      $0.course.round = 1
      $0.course.awaitsEscalation = false
    }
  }
}

extension Question {
  /// Moves the earliest opening to a later moment.
  fileprivate mutating func wait(_ until: Instant?) {
    earliest = [earliest, until].compactMap(\.self).max()
  }
}

extension Statutes.Rule {
  /// Whether a round is the one repetition with a lower quorum.
  public func isRetry(round: Int) -> Bool { retry != nil && round > rounds }
}
