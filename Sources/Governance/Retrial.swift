// SPDX-License-Identifier: Apache-2.0

/// The past decided again under other statutes, to see what they would have changed.
///
/// It is fed each act with the assembly before it. A vote is put again where it was put: the same
/// matter and the same step, the electorate that the other statutes give at that entry, the ballots
/// that their electors in fact cast. Windows are left as they were. Every decision is taken alone:
/// what would have followed from another outcome is not made up.
public struct Retrial: Sendable {
  /// The statutes that are tried.
  public let statutes: Statutes
  /// Every decision that could be compared, and every one that could not, in the log's order.
  public private(set) var decisions: [Decision] = []
  /// The votes as they would have been opened, by name; or why not.
  private var votes: [String: Result<Vote, Obstacle>] = [:]

  /// A trial of statutes, before the first act.
  public init(under statutes: Statutes) { self.statutes = statutes }

  /// One decision as it is recorded, and as it would have been.
  public struct Decision: Sendable, Equatable {
    /// The entry that records it: a tally or a screening.
    public let entry: Int
    /// The application, proposal or amendment.
    public let item: String
    /// The vote, if there was one.
    public let vote: String?
    /// What is recorded.
    public let recorded: Verdict
    /// What it would have been, or why that cannot be said.
    public let instead: Result<Verdict, Obstacle>

    /// Whether the other statutes decide the same; not where they decide nothing.
    public var isSame: Bool {
      if case .success(let verdict) = instead { verdict.decidesLike(recorded) } else { false }
    }
  }

  /// What a decision came to.
  public enum Verdict: Sendable, Equatable {
    /// A vote by a rule of the statutes.
    case counted(rule: String, TallyPublished.Result)
    /// A screening.
    case screened(Disposition)

    /// Whether both decide the same, whatever the counts.
    func decidesLike(_ other: Verdict) -> Bool {
      switch (self, other) {
      case (.counted(_, let a), .counted(_, let b)):
        a.outcome == b.outcome && a.winner == b.winner
      case (.screened(let a), .screened(let b)): a == b
      case (.counted, .screened), (.screened, .counted): false
      }
    }
  }

  /// Why something could not be decided under the other statutes.
  public enum Obstacle: Error, Sendable, Equatable {
    /// They have no such matter that a rule decides.
    case noMatter(String)
    /// The matter has no such step: no retry, fallback or ratification.
    case noStep(matter: String, Step)
    /// The rule's ballot has other words than those that were cast.
    case otherBallot(rule: String)
    /// They have no such procedure, or it screens nothing.
    case noScreening(procedure: String)
  }

  /// Where a vote stood on a matter's way.
  public enum Step: String, Sendable, Equatable {
    case first, retry, fallback, ratify
  }

  /// Takes in the next act; `assembly` is the coalition before it.
  public mutating func observe(_ act: Act, before assembly: Assembly) {
    switch act.statement.body {
    case let it as VoteOpened:
      votes[it.vote] = Result { () throws(Obstacle) in try reopened(it, act, assembly) }
    case let it as TallyPublished: retry(it, act, assembly)
    case let it as ApplicationScreened: rescreen(it, act, assembly)
    default: break
    }
  }

  /// The same coalition, governed by the statutes that are tried.
  private func view(of assembly: Assembly) -> Assembly {
    var view = assembly
    view.statutes = statutes
    // Calls ask for the version that they were opened under; that is the new one too.
    view.editions = view.editions.mapValues { Edition(statutes: statutes, effective: $0.effective) }
    return view
  }
}

// Votes: opened, and counted with the ballots that were cast.
extension Retrial {
  private func reopened(
    _ it: VoteOpened, _ act: Act, _ assembly: Assembly
  ) throws(Obstacle) -> Vote {
    if it.election != nil { throw .noMatter(it.matter) }
    let (rule, round) = try rule(for: it, assembly)
    let old = act.statement.governedBy(assembly, at: act.received)?.rules[it.rule]
    guard rule.ballot == old?.ballot else { throw .otherBallot(rule: rule.name) }
    let view = view(of: assembly)
    let groups = view.electorate(of: rule, on: question(it, assembly), at: act.received)
    let terms = Vote.Terms(
      rule: rule.name, round: round, electorate: groups,
      weights: view.weights(of: groups, by: rule),
      blocs: view.blocs(of: groups, by: rule, at: act.received),
      alternates: view.alternates(of: groups, by: rule, at: act.received))
    return Vote(
      it, on: terms, version: statutes.version, entry: act.index,
      digest: assembly.digest(of: act.statement), graceEnds: it.closes)
  }

  /// What the electorate depends on: whom the items are about.
  private func question(_ it: VoteOpened, _ assembly: Assembly) -> Question {
    let item = it.items[0]
    let proposal = assembly.proposal(ofItem: item)
    let subject = proposal.map { $0.about.map(Subject.party) } ?? .application(item)
    return Question(
      matter: it.matter, course: .init(rule: it.rule, round: it.round), subject: subject,
      call: it.call, version: statutes.version, earliest: nil)
  }

  /// The rule of the same step of the same matter, and a round of the same kind.
  private func rule(
    for it: VoteOpened, _ assembly: Assembly
  ) throws(Obstacle) -> (Statutes.Rule, round: Int) {
    let old = assembly.under(version(governing: it.items[0], assembly))
    let view = view(of: assembly)
    let ratifies = assembly.proposals[it.items[0]]?.adopted != nil
    let (from, to) = try starts(it.matter, ratifies: ratifies, old, view)
    var (rule, depth) = (to, 0)
    var next = from
    while let name = next?.name, name != it.rule {
      next = next?.fallback.flatMap { old.statutes?.rules[$0] }
      depth += 1
    }
    for _ in 0..<depth {
      guard let fallback = rule.fallback.flatMap({ statutes.rules[$0] }) else {
        throw .noStep(matter: it.matter, .fallback)
      }
      rule = fallback
    }
    guard old.statutes?.rules[it.rule]?.isRetry(round: it.round) == true else { return (rule, 1) }
    if rule.retry == nil { throw .noStep(matter: it.matter, .retry) }
    return (rule, rule.rounds + 1)
  }

  private func version(governing item: String, _ assembly: Assembly) -> Int {
    let proposal = assembly.proposal(ofItem: item)
    let call = assembly.applications[item].flatMap { assembly.calls[$0.call] }
    return proposal?.version ?? call?.version ?? assembly.statutes?.version ?? 1
  }

  /// The first rule of a matter, or of its ratification, in the past and now.
  private func starts(
    _ matter: String, ratifies: Bool, _ old: Assembly, _ new: Assembly
  ) throws(Obstacle) -> (Statutes.Rule?, Statutes.Rule) {
    if ratifies {
      let name = old.statutes?.matters[matter]?.ratify?.rule
      guard let rule = statutes.matters[matter]?.ratify.flatMap({ statutes.rules[$0.rule] }) else {
        throw .noStep(matter: matter, .ratify)
      }
      return (name.flatMap { old.statutes?.rules[$0] }, rule)
    }
    guard let rule = try? new.openingRule(of: matter) else { throw .noMatter(matter) }
    return (try? old.openingRule(of: matter), rule)
  }

  /// Counts a vote again, where its tally was published.
  private mutating func retry(_ it: TallyPublished, _ act: Act, _ assembly: Assembly) {
    guard let old = assembly.votes[it.vote], let reopened = votes[it.vote] else { return }
    var counted: [TallyPublished.Result] = []
    if case .success(var vote) = reopened {
      let proxies = statutes.rule(of: vote)?.proxiesAtMost != nil
      vote.takeBallots(of: old, withProxies: proxies)
      counted = view(of: assembly).count(vote).results
    }
    for (index, result) in it.results.enumerated() {
      let instead = reopened.map { Verdict.counted(rule: $0.rule, counted[index]) }
      decisions.append(
        Decision(
          entry: act.index, item: result.item, vote: it.vote,
          recorded: .counted(rule: old.rule, result), instead: instead))
    }
  }
}

// Screenings: the tests of the same procedure.
extension Retrial {
  private mutating func rescreen(_ it: ApplicationScreened, _ act: Act, _ assembly: Assembly) {
    guard let application = assembly.applications[it.application],
      let procedure = assembly.calls[application.call]?.procedure
    else { return }
    let instead: Result<Verdict, Obstacle>
    if statutes.procedures[procedure]?.stage("screen")?.test != nil,
      let found = view(of: assembly).screening(of: application, at: act.received)
    {
      instead = .success(.screened(found.disposition))
    } else {
      instead = .failure(.noScreening(procedure: procedure))
    }
    decisions.append(
      Decision(
        entry: act.index, item: it.application, vote: nil, recorded: .screened(it.disposition),
        instead: instead))
  }
}

extension Assembly {
  /// The proposal that an item is, or amends.
  fileprivate func proposal(ofItem item: String) -> Proposal? {
    proposals[item] ?? amendments[item].flatMap { proposals[$0.proposal] }
  }
}

extension Vote {
  /// Takes over what was cast in the vote that was, by those who are electors of this one too.
  mutating func takeBallots(of old: Vote, withProxies: Bool) {
    closes = old.closes
    graceEnds = old.graceEnds
    tellers = old.tellers
    identities = old.identities
    tests = old.tests
    for ballot in old.ballots {
      if let place = position(of: ballot.party) { ballots.append(ballot.moved(to: place)) }
    }
    let places = old.electorate.map { $0.lazy.compactMap(group(of:)).first }
    for (item, declared) in old.conflicts {
      conflicts[item] = Set(
        declared.compactMap { old.parties(at: $0).lazy.compactMap(position(of:)).first })
    }
    for (giver, holder) in old.proxies where withProxies {
      if let from = places[giver], let to = places[holder], from != to { proxies[from] = to }
    }
  }
}

extension Vote.Ballot {
  fileprivate func moved(to group: Int) -> Vote.Ballot {
    Vote.Ballot(
      id: id, group: group, party: party, key: key, received: received, sealedAt: sealedAt,
      marking: marking, ties: [:])
  }
}
