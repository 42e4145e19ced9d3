// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

/// What is due on the way of a proposal, and what one member is asked.
@Suite struct DueProposals {
  private func lines(_ forum: Forum) -> [String] {
    dueItems(forum.assembly, now: forum.now).map { Small.line($0, forum.assembly) }
  }

  @Test func fromItsSecondsToItsFreeze() throws {
    var forum = try Forum()
    try forum.propose("P1", "position")
    #expect(
      lines(forum) == [
        """
        now  members: second P1, if it is to be debated: 1 second missing (§ \
        matters.position.seconds)
        """
      ])
    try forum.member(2, .proposalSeconded, ["proposal": "P1"])
    try forum.member(
      3, .amendmentProposed,
      [
        "amendment": "D1", "proposal": "P1", "title": ["uk": "Правка"],
        "texts": ["uk": Forum.digest("d")],
      ])
    #expect(
      lines(forum) == [
        "now  M01: accept the amendment D1 to P1, or let it be voted on (§ matters.position)",
        "11 November 2024, 00:00  members: discuss P1 (§ windows.debate)",
      ])
    forum.wait(days: 8)
    #expect(lines(forum).count == 1)
    try forum.member(3, .amendmentWithdrawn, ["amendment": "D1"])
    #expect(
      lines(forum) == [
        """
        11 November 2024, 00:00  registrar: end the debate on P1 and freeze its text (§ \
        windows.debate)
        """
      ])
    try forum.freeze("P1")
    #expect(
      lines(forum) == [
        "now  registrar: open the vote on P1, by consensus (§ rules.consensus)"
      ])
  }

  /// Blocked: the proposer revises; blocked again: somebody may ask for two thirds.
  @Test func afterBlocks() throws {
    var forum = try Forum()
    try forum.debate("P1")
    for (vote, letter) in [("V1", Character("c")), ("V2", "d")] {
      try forum.open(vote, ["P1"])
      try forum.cast(vote, [(1, ["P1": "consent"]), (2, ["P1": "consent"])])
      try forum.cast(vote, [(3, ["P1": "block"])], ["P1": ["text": "x", "ground": "harm"]])
      try forum.close(vote)
      guard vote == "V1" else { continue }
      #expect(
        lines(forum) == [
          """
          now  M01: revise P1: after a block it can be put again only when it has changed (§ \
          rules.consensus)
          """
        ])
      try forum.member(
        1, .textRevised, ["proposal": "P1", "texts": ["uk": Forum.digest(letter)]])
    }
    #expect(
      lines(forum) == [
        """
        now  members: ask for the rule two_thirds on P1, if it is to go on (§ \
        rules.consensus.fallback_by)
        """
      ])
  }

  @Test func hearingsAndRatifications() throws {
    var forum = try Forum()
    try forum.propose("P1", "expulsion", ["about": "M02"])
    try forum.freeze("P1")
    #expect(
      lines(forum) == [
        "9 November 2024, 00:00  M02, registrar: the hearing of M02 on P1 (§ matters.expulsion.hearing)"
      ])
    forum.wait(days: 6)
    #expect(lines(forum)[0].contains("registrar: record that M02 was not heard on P1"))
    var budget = try Forum()
    try budget.decide("P1", "budget", ["yes", "yes", "yes", "yes"])
    #expect(
      lines(budget) == [
        """
        10 December 2024, 00:00  registrar: P1 lapses unless it is ratified by two_thirds: open \
        the vote in time (§ matters.budget.ratify)
        """
      ])
  }

  @Test func sealsAndChallenges() throws {
    var forum = try Forum()
    try forum.vote("V1", on: "P1", "secret")
    forum.now = try #require(forum.assembly.votes["V1"]).graceEnds
    #expect(
      lines(forum) == [
        """
        10 November 2024, 12:00  \(Small.teller): open your share of the sealed ballots of V1 (§ \
        rules.sealed.secrecy)
        """
      ])
    try forum.add(
      .sealOpened, ["vote": "V1", "identity": "one"], by: [Small.teller])
    try forum.tally("V1")
    #expect(
      lines(forum) == [
        """
        12 November 2024, 00:00  members: challenge the count of V1, if it is wrong (§ \
        rules.sealed.challenge)
        """
      ])
    try forum.member(1, .voteChallenged, ["challenge": "H1", "vote": "V1", "ground": "x"])
    forum.wait(days: 3)
    #expect(
      lines(forum) == ["now  appeals: rule on the challenge H1 of V1 (§ rules.sealed)"])
  }

  @Test func reportsTasksAndComplaints() throws {
    var forum = try Forum()
    try forum.decide("P1", "plan", ["yes", "yes", "yes"])
    try forum.add(
      .mandateGranted,
      [
        "mandate": "N1", "proposal": "P1", "holder": "M04", "kind": "envoy", "scope": "Speaks",
        "until": "2025-01-01T00:00:00Z",
        "occasions": [["occasion": "council", "on": "2024-11-12T10:00:00Z"]],
      ], by: [Small.registrar, Small.teller])
    try forum.add(
      .actionAssigned,
      [
        "action": "J1", "proposal": "P1", "owner": "M05", "due": "2024-11-20T00:00:00Z",
        "text": "Write",
      ])
    try forum.member(1, .complaintFiled, ["complaint": "K1", "receipt": "x", "ground": "x"])
    #expect(
      lines(forum) == [
        "now  registrar: answer the complaint K1",
        "20 November 2024, 02:00  M05: J1, by P1: Write",
      ])
    forum.wait(days: 4)
    #expect(
      lines(forum).last == """
        22 November 2024, 00:00  M04: report on council under the mandate N1 (§ \
        mandates.envoy.report_within)
        """)
    forum.wait(days: 20)
    let overdue = memberItems(for: "M04", forum.assembly, now: forum.now)
    #expect(
      overdue.map(Words(.en).sentence) == [
        "M05 is late with J1, by P1: Write",
        "overdue: the report on council under the mandate N1",
      ])
    let shown = "when it is overdue, everybody sees it"
    #expect(overdue.map(Words(.en).silence) == [shown, shown])
  }
}

@Suite struct AskedOfAMember {
  /// What is asked and what silence means, one line each.
  private func asked(
    _ forum: Forum, _ party: String, _ language: Language = .en
  ) -> [String] {
    let words = Words(language)
    return memberItems(for: party, forum.assembly, now: forum.now).map { item in
      let when = item.when.map { Moment(language, forum.assembly.calendar).text($0) } ?? "now"
      return ([when, words.sentence(for: item)] + [words.silence(item)].compactMap(\.self))
        .joined(separator: " | ")
    }
  }

  private func voting(_ matter: String, _ more: [String: JSON] = [:]) throws -> Forum {
    var forum = try Forum()
    try forum.vote("V1", on: "P1", matter, more)
    return forum
  }

  /// The same silence means something else under each rule.
  @Test(arguments: [
    (
      "plan",
      "your silence is not counted, but the quorum needs 3 of 5 to take part",
      "ваше мовчання не рахують, але для кворуму мають узяти участь 3 із 5"
    ),
    (
      "note", "your silence counts as no objection",
      "ваше мовчання означає, що ви не заперечуєте"
    ),
    (
      "pact", "your silence is not consent: 5 of 5 have to agree, or it fails",
      "ваше мовчання — не згода: мають погодитися 5 із 5, інакше не ухвалено"
    ),
    // Four seats, one of them empty.
    (
      "seat_matter", "your silence is not consent: 3 of 4 have to agree, or it fails",
      "ваше мовчання — не згода: мають погодитися 3 із 4, інакше не ухвалено"
    ),
    (
      "secret", "your silence is not counted, neither for nor against",
      "ваше мовчання не рахують ні «за», ні «проти»"
    ),
  ])
  func silenceMeans(matter: String, english: String, ukrainian: String) throws {
    let forum = try voting(matter)
    #expect(
      asked(forum, "M02") == ["10 November 2024, 00:00 | vote in V1 on P1 | \(english)"])
    #expect(
      asked(forum, "M02", .uk) == [
        "10 листопада 2024, 00:00 | проголосувати в V1: P1 | \(ukrainian)"
      ])
  }

  @Test func aBallotStandsUntilItIsTakenBack() throws {
    var forum = try voting("plan")
    try forum.cast("V1", [(2, ["P1": "no"])])
    let voted = "10 November 2024, 00:00 | you have voted in V1; a later ballot takes its place"
    #expect(asked(forum, "M02") == [voted])
    try forum.member(2, .ballotRevoked, ["vote": "V1"])
    #expect(asked(forum, "M02")[0].contains("vote in V1 on P1"))
  }

  @Test func whoIsTiedIsTold() throws {
    var forum = try Forum()
    try forum.member(3, .relationDeclared, ["kind": "family", "from": "M03", "to": "M02"])
    try forum.hear("P1", about: "M02", attended: true, with: 2)
    try forum.open("V1", ["P1"])
    #expect(
      asked(forum, "M03")[0].hasSuffix(
        "it is tied to the subject (it is about this organisation or one that shares its vote)"))
    #expect(asked(forum, "M04")[0].contains("vote in V1 on P1"))
    try forum.member(4, .conflictDeclared, ["vote": "V1", "item": "P1"])
    #expect(asked(forum, "M04", .uk)[0].contains("(заявлений конфлікт інтересів)"))
  }

  @Test func groupsAndProxiesHaveOneVote() throws {
    var forum = try Forum()
    try forum.member(3, .relationDeclared, ["kind": "family", "from": "M03", "to": "M02"])
    try forum.add(
      .voterNamed, ["voter": "M02", "parties": ["M02", "M03"]],
      by: [Small.member(2), Small.member(3)])
    try forum.vote("V1", on: "P1", "levy")
    try forum.member(1, .proxyGiven, ["vote": "V1", "to": "M05"])
    #expect(asked(forum, "M03")[0].contains("M02 casts the vote that you share in V1"))
    #expect(
      asked(forum, "M01") == [
        """
        10 November 2024, 00:00 | M05 votes for you in V1 unless you do | without a ballot of \
        yours, that of M05 counts for you
        """
      ])
  }

  @Test func secondsAndDebates() throws {
    var forum = try Forum()
    try forum.propose("P1", "position")
    #expect(asked(forum, "M01") == [])
    #expect(
      asked(forum, "M02") == [
        "now | second P1, if it is to be debated | without 1 more second it is not debated"
      ])
    try forum.member(2, .proposalSeconded, ["proposal": "P1"])
    #expect(
      asked(forum, "M05") == [
        """
        11 November 2024, 00:00 | discuss P1 | without an amendment the text is voted on as it is
        """
      ])
  }

  @Test func aSuspendedMemberIsHeardAndDoesNotVote() throws {
    var forum = try Forum()
    try forum.decide("P1", "suspension", ["yes", "yes", "yes"], ["about": "M05"])
    try forum.propose("P2", "expulsion", ["about": "M05"])
    let text = asked(forum, "M05")
    #expect(text.count == 2)
    #expect(text[0].contains("be heard on P2") && text[0].contains("decided without you"))
    #expect(text[1].contains("suspended by P1: it has no vote"))
  }

  /// M03 sits on the body that hears challenges.
  @Test func bodiesAskThoseWhoSitOnThem() throws {
    var forum = try voting("plan")
    try forum.tally("V1")
    try forum.member(1, .voteChallenged, ["challenge": "H1", "vote": "V1", "ground": "x"])
    #expect(asked(forum, "M03") == ["now | rule on the challenge H1 of V1"])
    #expect(asked(forum, "M01") == [])
  }

  @Test func nobodyIsAskedWhoIsNotThere() throws {
    #expect(asked(try Forum(), "M09") == [])
  }
}
