// SPDX-License-Identifier: Apache-2.0

import Governance
import TestSupport
import Testing

/// The state is the left fold of the acts, and of nothing else.
@Suite struct Replay {
  /// All that others can see of an assembly.
  struct View: Equatable {
    let (name, rehearsal, now): ([String: String], Bool, Instant)
    let (statutes, calendar): (Statutes?, CivilCalendar?)
    let (keys, parties): ([String: RegisteredKey], [String: Party])
    let (offices, terms): ([String: [String]], [Term])
    let (calls, applications): ([String: Call], [String: Governance.Application])
    let proposals: [String: Proposal]
    let (elections, nominations): ([String: Election], [String: Nomination])
    let (objections, votes): ([String: Objection], [String: Vote])
    let (appeals, refused): ([String: Appeal], [RefusedAct])

    init(_ it: Assembly) {
      (name, rehearsal, now) = (it.name, it.rehearsal, it.now)
      (statutes, calendar) = (it.statutes, it.calendar)
      (keys, parties, offices, terms) = (it.keys, it.parties, it.offices, it.terms)
      (calls, applications, objections) = (it.calls, it.applications, it.objections)
      proposals = it.proposals
      (elections, nominations) = (it.elections, it.nominations)
      (votes, appeals, refused) = (it.votes, it.appeals, it.refused)
    }

    static func == (a: View, b: View) -> Bool {
      a.name == b.name && a.rehearsal == b.rehearsal && a.now == b.now
        && a.statutes == b.statutes && a.calendar == b.calendar && a.keys == b.keys
        && a.parties == b.parties && a.offices == b.offices && a.terms == b.terms
        && a.elections == b.elections && a.nominations == b.nominations
        && a.calls == b.calls && a.applications == b.applications
        && a.objections == b.objections && a.votes == b.votes && a.appeals == b.appeals
        && a.refused == b.refused && a.proposals == b.proposals
    }
  }

  /// The small call to its end, with an objection, an appeal and a trace of one turned away.
  private func story() throws -> World {
    var world = try Stage.joined.world
    let late = Attempt.objection("O-9", to: "A-1", by: "m01", at: "2025-01-12T08:00:00Z")
    try world.record(try late.turnedAway("objections_over", in: world))
    try world.record(.appeal("P-1", of: "A-2", at: "2025-01-12T09:00:00Z"))
    try world.record(.ruling("P-1", "remit", at: "2025-01-12T10:00:00Z"))
    try world.suspend("M16", certifiedAt: "2025-01-25T08:00:00Z")
    return world
  }

  private func folded(_ acts: [Act]) throws -> Assembly {
    var assembly = Assembly(origin: World.origin, sha256: sha256, md5: md5, seals: .pretended)
    for act in acts {
      try assembly.admit(act)
      assembly.apply(act)
    }
    return assembly
  }

  @Test func theSameActsMakeTheSameState() throws {
    let world = try story()
    let (first, second) = (View(try folded(world.acts)), View(try folded(world.acts)))
    #expect(first == second)
    #expect(first == View(world.assembly))
    #expect(first.refused.map(\.code) == [.objectionsOver])
    #expect(first.refused.first?.reference == "O-9")
  }

  /// What is read back from the line that was signed is the statement that was judged.
  @Test func everyStatementIsReadBackFromItsLine() throws {
    for act in try story().acts {
      let again = try Statement(parsing: act.statement.bytes)
      #expect(again == act.statement)
    }
  }

  /// Asking changes nothing, whatever is asked and however often.
  @Test(arguments: Stage.allCases)
  func admittingChangesNothing(stage: Stage) throws {
    let world = try stage.world
    let before = View(world.assembly)
    let rows = Refusals.rows.filter { $0.stage == stage }
    for row in rows {
      var copy = world
      let attempt = try row.attempt(&copy)
      let (first, second) = (try copy.refusal(of: attempt), try copy.refusal(of: attempt))
      #expect(first == second)
      guard let first else { continue }
      let act = try copy.act(attempt)
      var state = copy.assembly
      #expect(throws: first) { try state.accept(act) }
      #expect(state == copy.assembly)
    }
    #expect(View(world.assembly) == before)
  }

  /// No act can be sent a second time.
  @Test func anActAgainIsRefused() throws {
    var assembly = Assembly(origin: World.origin, sha256: sha256, md5: md5, seals: .pretended)
    for act in try story().acts {
      try assembly.admit(act)
      assembly.apply(act)
      let founding = act.statement.kind == .ledgerFounded
      #expect(throws: Refusal.self) { try assembly.admit(act) }
      do throws(Refusal) { try assembly.admit(act) } catch {
        #expect(error.code == (founding ? .alreadyFounded : .repeatedID))
      }
    }
  }

  /// An act that was turned away leaves its id to the next one, and nothing but its trace.
  @Test func aRefusedStatementsIdIsNotUsedUp() throws {
    var world = try Stage.opened.world
    var ballot = try world.ballot(by: "m01", ["A-1": "yes"], at: "2024-12-30T06:59:59Z")
    ballot.number = 9_999
    try world.record(try ballot.turnedAway("not_open_yet", in: world))
    #expect(try world.vote().ballots.isEmpty)
    try world.record(ballot.at("2024-12-30T07:00:00Z"))
    #expect(world.assembly.count(try world.vote()).results.first?.whole.counts["yes"] == 1)
  }
}
