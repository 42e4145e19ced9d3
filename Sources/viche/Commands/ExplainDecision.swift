// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register

/// A decision by any name that people know it by.
struct ExplainedDecision {
  /// What a name stands for.
  private enum Subject {
    case proposal(Proposal)
    case amendment(Amendment)
    case application(Application)
    case election(Election)
    case vote(Vote)
  }

  private let subject: Subject
  private let view: LogView
  private let story: DecisionExplained
  private let record: VotingRecord

  init(named name: String, _ view: LogView) throws {
    guard let subject = Self.subject(name, view.assembly) else {
      throw Failure(
        .refused, view.words("story.decision.unknown", ["name": Plain.safe(name)]),
        hint: view.words("deed.decision.unknown.hint"))
    }
    self.subject = subject
    self.view = view
    self.record = VotingRecord(
      view.log.acts, from: view.log.beginning,
      by: MemberGroups.ofDecisions(in: view.assembly.inForce(at: view.now)))
    self.story = DecisionExplained(view.words, view.assembly, now: view.now, record: record)
  }

  /// A challenge is about its vote, an appeal about what it is against, a nomination about its election.
  private static func subject(_ name: String, _ assembly: Assembly) -> Subject? {
    if let proposal = assembly.proposals[name] { return .proposal(proposal) }
    if let amendment = assembly.amendments[name] { return .amendment(amendment) }
    if let application = assembly.applications[name] { return .application(application) }
    if let election = assembly.elections[name] { return .election(election) }
    if let vote = assembly.votes[name] {
      return vote.election.flatMap { assembly.elections[$0] }.map(Subject.election) ?? .vote(vote)
    }
    if let challenge = assembly.challenges[name] { return subject(challenge.vote, assembly) }
    if let nomination = assembly.nominations[name] { return subject(nomination.election, assembly) }
    switch assembly.appeals[name]?.subject {
    case .application(let id)?, .proposal(let id)?: return subject(id, assembly)
    case nil: return nil
    }
  }

  var lines: [String] {
    switch subject {
    case .proposal(let proposal): story.lines(of: proposal)
    case .amendment(let amendment): story.lines(of: amendment)
    case .application(let application): story.lines(of: application)
    case .vote(let vote): vote.items.flatMap { lines(ofItem: $0) }
    case .election(let election): lines(of: election)
    }
  }

  private func lines(ofItem item: String) -> [String] {
    Self.subject(item, view.assembly).map {
      switch $0 {
      case .proposal(let proposal): story.lines(of: proposal)
      case .amendment(let amendment): story.lines(of: amendment)
      case .application(let application): story.lines(of: application)
      case .vote, .election: []
      }
    } ?? []
  }

  /// What `election show` tells, then how each group took part, who holds which seat by it, and the statutes.
  private func lines(of election: Election) -> [String] {
    let shown = ElectionView(election, view).lines
    guard let vote = election.vote.flatMap({ view.assembly.votes[$0] }) else { return shown }
    let classes = vote.items.flatMap { item in
      let lines = story.lines(ofElected: item, in: vote)
      return lines.isEmpty ? [] : ["\(item):"] + lines.map { "  \($0)" }
    }
    return shown + classes + story.lines(ofElection: vote)
  }

  var json: JSON {
    switch subject {
    case .proposal(let proposal): ProposalJSON(proposal, view).json
    case .amendment(let amendment):
      view.assembly.proposals[amendment.proposal].map { ProposalJSON($0, view).json } ?? [:]
    case .application(let application):
      ApplicationView(application, view.assembly, view.words).json
    case .election(let election): .object(ElectionView(election, view).json)
    case .vote(let vote):
      [
        "vote": .string(vote.id), "rule": .string(vote.rule), "round": .integer(vote.round),
        "version": .integer(vote.version), "electors": .integer(vote.electorate.count),
        "turnout": .integer(vote.turnout),
        "results": .array((vote.results ?? []).map(\.json)),
        "excluded": .array(vote.excluded.map(\.json)),
      ]
    }
  }
}

/// How a proposal was decided, for programs.
struct ProposalJSON {
  let proposal: Proposal
  let view: LogView

  init(_ proposal: Proposal, _ view: LogView) {
    self.proposal = proposal
    self.view = view
  }

  private var votes: [Vote] { proposal.votes.compactMap { view.assembly.votes[$0] } }

  var json: JSON {
    var fields: [String: JSON] = [
      "proposal": .string(proposal.id), "matter": .string(proposal.matter),
      "version": .integer(proposal.version),
      "status": .string(proposal.status(at: view.now).rawValue),
      "title": .object(proposal.title.mapValues(JSON.string)),
      "texts": .object(proposal.texts.mapValues(JSON.string)),
      "votes": .array(
        votes.map { vote in
          [
            "vote": .string(vote.id), "rule": .string(vote.rule), "round": .integer(vote.round),
            "results": .array((vote.results ?? []).map(\.json)),
          ]
        }),
    ]
    fields["adopted"] = proposal.adopted.map { .string($0.text) }
    fields["entry"] = view.log.entryAdopting(proposal).map(JSON.integer)
    return .object(fields)
  }
}
