// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

/// One call from its opening to a member, and what is due on the way.
@Suite struct DueThings {
  private func lines(_ log: SmallLog, at time: String) throws -> [String] {
    let now = try #require(Instant(time))
    return dueItems(log.assembly, now: now).map { Small.line($0, log.assembly) }
  }

  private func openCall() throws -> SmallLog {
    var log = try SmallLog()
    try log.add(
      .callOpened,
      [
        "call": "C1", "procedure": "admission", "opens": "2024-11-05T08:00:00Z",
        "closes": "2024-11-14T22:00:00Z",
      ], at: "2024-11-02T08:00:00Z", by: [Small.registrar, Small.member(1), Small.member(2)])
    return log
  }

  private func submitted(_ facts: [String: JSON], _ number: Int, _ log: inout SmallLog) throws {
    try log.registrar(
      .applicationSubmitted,
      [
        "call": "C1", "application": .string("A-00\(number)"), "channel": "web",
        "name": ["uk": "Двір"], "facts": .object(facts), "relations": [:], "commitments": [:],
        "received_at": "2024-11-06T08:00:00Z",
      ], at: "2024-11-06T09:00:0\(number)Z")
  }

  private func closed() throws -> SmallLog {
    var log = try openCall()
    try submitted(["edrpou": "99000005", "oblast": "UA-63", "budget": "100"], 1, &log)
    try submitted(["oblast": "UA-05", "budget": "100"], 2, &log)
    try log.registrar(
      .callClosed,
      [
        "call": "C1",
        "counts": ["early": 0, "late": 0, "superseded": 0, "withdrawn": 0, "standing": 2],
      ], at: "2024-11-16T22:00:00Z")
    return log
  }

  @Test(arguments: [
    ("2024-11-04T08:00:00Z", "5 November 2024, 10:00  applicants: the call C1 opens"),
    (
      "2024-11-06T08:00:00Z",
      "15 November 2024, 00:00  applicants: the call C1 is open: 0 applications so far"
    ),
    (
      "2024-11-15T08:00:00Z",
      "17 November 2024, 00:00  applicants: the call C1 is closed but for what was sealed in time: 0 applications"
    ),
    (
      "2024-11-20T08:00:00Z",
      "17 November 2024, 00:00  registrar: close the call C1: 0 applications"
    ),
  ])
  func whileACallReceives(now: String, expected: String) throws {
    #expect(try lines(try openCall(), at: now) == ["\(expected) (§ windows.call)"])
  }

  @Test func screeningAfterTheClosing() throws {
    #expect(
      try lines(try closed(), at: "2024-11-16T22:00:00Z") == [
        "now  registrar: screen 2 applications in C1 (§ procedures.admission)"
      ])
  }

  /// The screening that the assembly itself computes, recorded.
  private func screen(_ id: String, _ log: inout SmallLog, at time: String) throws {
    let application = try #require(log.assembly.applications[id])
    let received = try #require(Instant(time))
    let found = try #require(log.assembly.screening(of: application, at: received))
    try log.registrar(
      .applicationScreened,
      [
        "application": .string(id), "disposition": .string(found.disposition.rawValue),
        "tests": .object(found.tests.mapValues(JSON.string)),
        "reasons": .array(found.reasons.map(JSON.string)),
      ], at: time)
  }

  private func screened() throws -> SmallLog {
    var log = try closed()
    try screen("A-001", &log, at: "2024-11-17T08:00:00Z")
    try screen("A-002", &log, at: "2024-11-17T08:00:01Z")
    return log
  }

  @Test func repairsAndReviewersToAssign() throws {
    #expect(
      try lines(try screened(), at: "2024-11-18T08:00:00Z") == [
        "now  registrar: assign reviewers to 1 application in C1 (§ windows.review)",
        "22 November 2024, 00:00  applicant A-002: mend A-002: nothing is said about edrpou (§ windows.fix)",
      ])
  }

  private func reviewed() throws -> SmallLog {
    var log = try screened()
    try log.registrar(
      .reviewAssigned,
      [
        "call": "C1",
        "assignments": [["application": "A-001", "reviewers": [.string(Small.reviewer(1))]]],
      ], at: "2024-11-18T09:00:00Z")
    return log
  }

  @Test func reviewsByReviewer() throws {
    #expect(
      try lines(try reviewed(), at: "2024-11-22T08:00:00Z") == [
        "23 November 2024, 00:00  \(Small.reviewer(1)): review 1 application: A-001 (§ windows.review)"
      ])
    #expect(
      try lines(try reviewed(), at: "2024-11-24T08:00:00Z") == [
        "now  registrar: too few reviews of A-001, and the window is over (§ windows.review)"
      ])
  }

  private func shortlisted() throws -> SmallLog {
    var log = try reviewed()
    try log.add(
      .reviewSubmitted,
      ["review": "R1", "application": "A-001", "scores": ["merit": 4], "commitments": [:]],
      at: "2024-11-19T09:00:00Z", by: [Small.reviewer(1)])
    #expect(
      try lines(log, at: "2024-11-22T08:00:00Z") == [
        "now  registrar: publish the shortlist of C1 (§ selections.intake)"
      ])
    try log.registrar(
      .shortlistPublished,
      ["call": "C1", "ranking": [["application": "A-001", "score": "80/1", "selected": true]]],
      at: "2024-11-22T09:00:00Z")
    return log
  }

  @Test func objectionsAndTheirAnswers() throws {
    var log = try shortlisted()
    try log.add(
      .objectionRaised, ["objection": "O1", "application": "A-001", "ground": "x"],
      at: "2024-11-22T10:00:00Z", by: [Small.member(2)])
    #expect(
      try lines(log, at: "2024-11-23T08:00:00Z") == [
        "now  applicant A-001: answer the objection O1 (§ windows.object)",
        "25 November 2024, 00:00  members: objections in C1 are open: 1 objection so far (§ windows.object)",
      ])
    #expect(
      try lines(log, at: "2024-11-25T08:00:00Z") == [
        "25 November 2024, 00:00  registrar: open the vote on 1 application in C1 (§ matters.admission)",
        "now  applicant A-001: answer the objection O1 (§ windows.object)",
      ])
  }

  private func voting() throws -> SmallLog {
    var log = try shortlisted()
    try log.registrar(
      .voteOpened,
      [
        "vote": "V1", "call": "C1", "matter": "admission", "rule": "majority", "round": 1,
        "items": ["A-001"],
        "opens": "2024-11-26T22:00:00Z", "closes": "2024-12-01T22:00:00Z",
        "electorate": [["M01"], ["M02"], ["M03"]],
      ], at: "2024-11-25T09:00:00Z")
    return log
  }

  private func cast(_ member: Int, at time: String, _ log: inout SmallLog) throws {
    let digest = try #require(log.assembly.votes["V1"]).digest
    let on = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try log.add(
      .ballotCast, ["vote": "V1", "on": .string(on), "choices": ["A-001": "yes"]], at: time,
      by: [Small.member(member)])
  }

  @Test func votingWithItsQuorum() throws {
    var log = try voting()
    #expect(
      try lines(log, at: "2024-11-25T10:00:00Z") == [
        "27 November 2024, 00:00  members: the vote V1 opens (§ windows.voting)"
      ])
    try cast(1, at: "2024-11-27T08:00:00Z", &log)
    #expect(
      try lines(log, at: "2024-11-27T10:00:00Z") == [
        "2 December 2024, 00:00  members: vote in V1: 1 of 3 took part, the quorum is 2 (§ windows.voting)"
      ])
    #expect(
      try lines(log, at: "2024-12-01T23:00:00Z") == [
        "2 December 2024, 12:00  members: V1 is closed but for ballots sealed in time: 1 of 3 took part (§ windows.voting)"
      ])
  }

  private func certified() throws -> SmallLog {
    var log = try voting()
    try cast(1, at: "2024-11-27T08:00:00Z", &log)
    try cast(2, at: "2024-11-27T09:00:00Z", &log)
    #expect(
      try lines(log, at: "2024-12-03T08:00:00Z") == [
        "2 December 2024, 12:00  registrar: publish the tally of V1 (§ rules.majority)"
      ])
    try log.registrar(
      .tallyPublished,
      [
        "vote": "V1",
        "results": [
          [
            "item": "A-001", "counts": ["yes": 2, "no": 0, "abstain": 0], "electors": 3,
            "ballots": 2, "blocs": [:], "outcome": "carried",
          ]
        ], "excluded": [],
      ], at: "2024-12-03T08:00:00Z")
    #expect(
      try lines(log, at: "2024-12-03T09:00:00Z") == [
        "now  registrar, tellers: certify the outcome of V1 (§ roles.teller)"
      ])
    try log.add(
      .outcomeCertified, ["vote": "V1", "outcomes": ["A-001": "carried"]],
      at: "2024-12-03T10:00:00Z", by: [Small.registrar, Small.teller])
    return log
  }

  @Test func joining() throws {
    var log = try certified()
    let key = "\(Small.origin)/a001"
    let closes = "1 February 2025, 00:00"
    #expect(
      try lines(log, at: "2024-12-04T08:00:00Z") == [
        "\(closes)  applicant A-001: still to provide: a registered key, a representative (§ procedures.admission)"
      ])
    try log.add(
      .keyEnrolled, ["key": Small.vkey(key), "application": "A-001"], at: "2024-12-04T09:00:00Z",
      by: [Small.registrar, key])
    try log.add(
      .representativeAppointed, ["application": "A-001", "representative": "person 1"],
      at: "2024-12-04T10:00:00Z", by: [key])
    #expect(
      try lines(log, at: "2024-12-04T11:00:00Z") == [
        "\(closes)  registrar, tellers: record A-001 as a member (§ procedures.admission)"
      ])
  }

  @Test func appeals() throws {
    var log = try screened()
    try log.registrar(
      .appealFiled,
      [
        "appeal": "P1", "application": "A-002", "ground": "x",
        "received_at": "2024-11-23T08:00:00Z",
      ], at: "2024-11-23T09:00:00Z")
    #expect(
      try lines(log, at: "2024-11-23T10:00:00Z").contains(
        "now  appeals: rule on the appeal P1 of A-002 (§ rules.majority)"))
  }

  @Test(arguments: Language.allCases)
  func nothingIsDueBeforeTheFirstCall(language: Language) throws {
    #expect(dueItems(try Small.founded(), now: Instant(seconds: 1_800_000_000)).isEmpty)
  }
}
