// SPDX-License-Identifier: Apache-2.0

import Governance

/// Walks through a history and counts for ``Influence``.
struct InfluenceCounting {
  private(set) var rows: [MemberGroups.Group: Influence.Row] = [:]
  private(set) var decisions = 0
  private(set) var elections = 0
  private var assembly: Assembly
  private let grouping: MemberGroups
  private let body: String?
  private let since: Instant?
  private var record: VotingRecord
  /// The next date whose first moment has not been looked at.
  private var nextDay: Day?
  private var chairDays = 0
  /// The proposals of the period, with the groups of their proposers then.
  private var proposals: [(id: String, groups: [MemberGroups.Group])] = []

  init(_ beginning: Assembly, _ grouping: MemberGroups, _ body: String?, _ since: Instant?) {
    self.assembly = beginning
    self.grouping = grouping
    self.record = VotingRecord(by: [grouping])
    self.body = body
    self.since = since
  }

  mutating func add(_ act: Act) {
    days(before: act.received)
    assembly.apply(act)
    let before = record.decisions.count
    record.add(act, applied: assembly)
    switch act.statement.body {
    case let submitted as ProposalSubmitted: propose(submitted.proposal, at: act.received)
    case is OutcomeCertified where isInside(act.received): decide(record.decisions[before...])
    case _: break
    }
  }

  private func isInside(_ moment: Instant) -> Bool { since.map { moment >= $0 } ?? true }

  private func groups(of party: String, at moment: Instant) -> [MemberGroups.Group] {
    grouping.groups(of: party, in: assembly, at: moment)
  }

  private mutating func count(
    _ groups: [MemberGroups.Group], _ change: (inout Influence.Row) -> Void
  ) {
    for group in groups { change(&rows[group, default: Influence.Row(group)]) }
  }

  // MARK: Acts

  private mutating func propose(_ id: String, at moment: Instant) {
    guard isInside(moment), let proposer = assembly.proposals[id]?.proposer else { return }
    let groups = groups(of: proposer, at: moment)
    proposals.append((id, groups))
    count(groups) { $0.proposals += 1 }
  }

  private mutating func decide(_ certified: ArraySlice<VotingRecord.Decision>) {
    guard let vote = certified.first?.vote else { return }
    if vote.election != nil { return elections += 1 }
    for decision in certified {
      decisions += 1
      for elector in decision.electors {
        let side = elector.choice.flatMap(decision.side)
        count(decision.groups(of: elector, by: 0)) { row in
          row.ballots.whole += 1
          row.ballots.part += elector.choice == nil ? 0 : 1
          row.majority.whole += side == nil ? 0 : 1
          row.majority.part += side == .prevailing ? 1 : 0
        }
      }
    }
  }

  // MARK: Days

  /// Counts the chairs at the first moment of every date of the period that begins before a moment.
  mutating func days(before moment: Instant) {
    guard let calendar = assembly.calendar else { return }
    var day = nextDay ?? firstDay(calendar)
    while case let start = calendar.start(of: day), start < moment {
      preside(at: start)
      day = day + 1
    }
    nextDay = day
  }

  /// The first date that begins inside the period, and not before the founding.
  private func firstDay(_ calendar: CivilCalendar) -> Day {
    let begin = max(since ?? assembly.now, assembly.now)
    let day = calendar.day(at: begin)
    return calendar.start(of: day) < begin ? day + 1 : day
  }

  private mutating func preside(at start: Instant) {
    for name in bodies(at: start) {
      for chair in assembly.chairs(of: name, at: start) {
        chairDays += 1
        count(groups(of: chair, at: start)) { $0.chairDays.part += 1 }
      }
    }
  }

  private func bodies(at moment: Instant) -> [String] {
    (assembly.inForce(at: moment)?.bodies ?? [:]).keys.filter { body == nil || $0 == body }
  }

  // MARK: The end

  /// Looks at members, seats and proposals, and gives every share its whole.
  mutating func finish(at end: Instant) {
    for party in assembly.parties.values
    where party.since <= end && party.isMember(at: end) {
      count(groups(of: party.id, at: end)) { $0.members += 1 }
    }
    for proposal in proposals where isCarried(proposal.id, at: end) {
      count(proposal.groups) { $0.carried += 1 }
    }
    var seats = 0
    for it in SeatsView(assembly, at: end).classes
    where it.body.map({ body == nil || $0 == body }) ?? false {
      seats += it.seat.per == nil ? max(it.seat.count, it.terms.count) : it.terms.count
      for term in it.terms { count(groups(of: term.party, at: end)) { $0.seats.part += 1 } }
    }
    for group in rows.keys {
      rows[group]?.seats.whole = seats
      rows[group]?.chairDays.whole = chairDays
    }
  }

  private func isCarried(_ id: String, at end: Instant) -> Bool {
    switch assembly.proposals[id]?.status(at: end) {
    case .adopted?, .expired?: true
    case .debated?, .frozen?, .lost?, .inquorate?, .blocked?, .void?, .withdrawn?, .lapsed?, nil:
      false
    }
  }
}
