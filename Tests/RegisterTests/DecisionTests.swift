// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

/// Decisions told to everybody, from the proposal to what hangs on it.
@Suite struct DecisionsExplained {
  private func lines(
    _ forum: Forum, _ id: String, _ language: Language = .en
  ) throws -> [String] {
    let proposal = try #require(forum.assembly.proposals[id])
    return DecisionExplained(Words(language), forum.assembly, now: forum.now)
      .lines(of: proposal)
  }

  /// Consensus is blocked twice; two members ask for two thirds, and those carry.
  private func escalated() throws -> Forum {
    var forum = try Forum()
    try forum.debate("P1")
    try forum.open("V1", ["P1"])
    try forum.cast("V1", [(1, ["P1": "consent"]), (2, ["P1": "consent"])])
    try forum.cast("V1", [(3, ["P1": "block"])], ["P1": ["text": "Too soon", "ground": "harm"]])
    try forum.cast("V1", [(4, ["P1": "stand_aside"])], ["P1": ["text": "Not ours"]])
    return forum
  }

  private func carried() throws -> Forum {
    var forum = try escalated()
    try forum.close("V1")
    try forum.member(
      1, .textRevised,
      ["proposal": "P1", "texts": ["uk": Forum.digest("c"), "en": Forum.digest("b")]])
    try forum.open("V2", ["P1"])
    try forum.cast("V2", [(1, ["P1": "consent"]), (2, ["P1": "consent"])])
    try forum.cast("V2", [(3, ["P1": "block"])], ["P1": ["text": "Still", "ground": "harm"]])
    try forum.close("V2")
    try forum.add(
      .escalationRequested, ["proposal": "P1"], by: [Small.member(1), Small.member(2)])
    try forum.open("V3", ["P1"])
    try forum.cast("V3", (1...4).map { ($0, ["P1": $0 == 3 ? "no" : "yes"]) })
    try forum.close("V3")
    return forum
  }

  @Test func anOpenVoteShowsOnlyHowManyTookPart() throws {
    let forum = try escalated()
    #expect(
      try lines(forum, "P1") == [
        "P1, A common position: being voted on",
        """
        matter: position (§ matters.position, version 1), proposed by M01 on 4 November 2024, \
        12:00, seconded by M02
        """,
        "text frozen 12 November 2024, 12:00",
        "text, Ukrainian, which binds: \(String(repeating: "a", count: 64))",
        "text, English: \(String(repeating: "b", count: 64))",
        """
        V1: open until 18 November 2024, 00:00, by consensus, round 1 (§ rules.consensus); \
        4 of 5 took part
        """,
      ])
  }

  @Test func aDecisionAfterTwoBlocks() throws {
    let text = try lines(try carried(), "P1")
    #expect(text[0] == "P1, A common position: adopted (30 November 2024, 12:00)")
    #expect(text.contains("text, Ukrainian, which binds: \(String(repeating: "c", count: 64))"))
    #expect(
      text.suffix(14) == [
        "V1: blocked, by consensus, round 1 (§ rules.consensus), 18 November 2024, 12:00",
        "  M03 blocks (harm): “Too soon”", "  M04 stands aside: “Not ours”",
        "V2: blocked, by consensus, round 2 (§ rules.consensus), 24 November 2024, 12:00",
        "  M03 blocks (harm): “Still”",
        "V3: carried, by two_thirds, round 1 (§ rules.two_thirds), 30 November 2024, 12:00",
        "  yes 3, no 1, abstain 0", "  5 electors, 4 took part, 4 cast",
        "  quorum: took part 4 of 5 electors; needs at least half: 3 – met",
        "  to carry: yes 3 of 4 votes cast; needs at least two thirds: 3 – met",
        "  small_members: 3 electors, 3 took part, 3 cast; yes 2, no 1, abstain 0",
        "  to carry in small_members: yes 2 of 3 votes cast; needs more than half: 2 – met",
        "  statutes small, version 1; binding in Ukrainian, also in English; SHA-256 "
          + String(repeating: "0", count: 64),
        "in force now",
      ])
  }

  @Test func whatHangsOnADecision() throws {
    var forum = try Forum()
    try forum.decide(
      "P1", "plan", ["yes", "yes", "yes"], ["valid_until": "2025-06-01T00:00:00Z"])
    try forum.add(
      .mandateGranted,
      [
        "mandate": "N1", "proposal": "P1", "holder": "M04", "kind": "envoy", "scope": "Speaks",
        "until": "2025-01-01T00:00:00Z", "occasions": [],
      ], by: [Small.registrar, Small.teller])
    try forum.add(
      .actionAssigned,
      [
        "action": "J1", "proposal": "P1", "owner": "M05", "due": "2024-12-01T00:00:00Z",
        "text": "Write",
      ])
    try forum.member(
      4, .statementIssued,
      [
        "statement": "T1", "texts": ["uk": Forum.digest("d")], "proposal": "P1",
        "channel": "the website", "mandate": "N1",
      ])
    #expect(
      try lines(forum, "P1").suffix(4) == [
        "in force now, until 1 June 2025, 02:00",
        "statement T1, the website, 10 November 2024, 12:00 (entry 11)",
        "mandate N1 of M04 until 1 January 2025, 02:00: Speaks",
        "task J1 of M05 by 1 December 2024, 02:00, not accepted yet: Write",
      ])
    forum.wait(days: 300)
    #expect(
      try lines(forum, "P1", .uk).suffix(4) == [
        "зараз не чинне: його строк минув",
        "заява для загалу T1, the website, 10 листопада 2024, 12:00 (запис 11)",
        "мандат N1 мав M04, припинено 1 січня 2025, 02:00: Speaks",
        "завдання J1, M05, до 1 грудня 2024, 02:00, строк минув: Write",
      ])
  }

  @Test func aDecisionThatWaitsForItsRatification() throws {
    var forum = try Forum()
    try forum.decide("P1", "budget", ["yes", "yes", "yes", "yes"])
    #expect(
      try lines(forum, "P1").suffix(2) == [
        "it lapses unless it is ratified by two_thirds before 10 December 2024, 00:00",
        "in force now",
      ])
    forum.wait(days: 40)
    #expect(
      try lines(forum, "P1").suffix(2) == [
        "not ratified by two_thirds before 10 December 2024, 00:00",
        "not in force now: it was not ratified in time",
      ])
  }

  @Test func challengesAndAppealsAreTold() throws {
    var forum = try Forum()
    try forum.hear("P1", about: "M02", attended: false, with: 1)
    try forum.open("V1", ["P1"])
    try forum.cast("V1", [1, 3, 4].map { ($0, ["P1": "yes"]) })
    try forum.tally("V1")
    try forum.member(
      2, .voteChallenged, ["challenge": "H1", "vote": "V1", "ground": "Not all were asked"])
    let text = try lines(forum, "P1")
    #expect(text[2] == "it is about M02, which did not come to its hearing")
    #expect(text.last == "  challenge H1 by M02, no ruling yet: “Not all were asked”")
  }

  @Test(arguments: Language.allCases)
  func noKeyShowsItself(language: Language) throws {
    for line in try lines(try carried(), "P1", language) {
      #expect(!line.contains("decision.") && !line.contains("{"), "\(line)")
    }
  }
}

/// What a text is, by its digest.
@Suite struct TextsChecked {
  private func check(_ forum: Forum, _ letter: Character, _ language: Language = .en) -> [String] {
    StatementCheck(Words(language), forum.assembly, now: forum.now)
      .lines(of: String(repeating: letter, count: 64))
  }

  @Test func unknown() throws {
    #expect(
      check(try Forum(), "f") == ["unknown: nothing in this ledger names this text"])
  }

  @Test func adoptedUntilItsTimeIsOver() throws {
    var forum = try Forum()
    try forum.decide(
      "P1", "plan", ["yes", "yes", "yes"], ["valid_until": "2025-06-01T00:00:00Z"])
    #expect(
      check(forum, "b") == [
        """
        adopted as P1, A common position, on 10 November 2024, 12:00 (vote V-P1): in force now, \
        until 1 June 2025, 02:00
        """
      ])
    forum.wait(days: 300)
    #expect(
      check(forum, "b") == [
        """
        adopted as P1, A common position, on 10 November 2024, 12:00 (vote V-P1), and not in \
        force any more: its time is over
        """
      ])
  }

  /// A text that was put forward looks like a decision to whoever wants it to be one.
  @Test func theTextOfAProposalIsNoDecision() throws {
    var forum = try Forum()
    try forum.decide("P1", "plan", ["no", "no", "no"])
    #expect(
      check(forum, "a") == [
        "no decision: the text of the proposal P1, A common position: it was lost"
      ])
    #expect(
      check(forum, "a", .uk) == [
        "не рішення: це текст пропозиції P1, Спільна позиція: його не підтримано"
      ])
  }

  @Test func whatTheRegisterSays() throws {
    var forum = try Forum()
    try forum.decide("P1", "plan", ["yes", "yes", "yes"])
    try forum.add(
      .statementDisavowed, ["sha256": Forum.digest("e"), "ground": "Nobody here wrote it"],
      by: [Small.registrar, Small.member(2)])
    try forum.add(
      .agreementSigned,
      [
        "agreement": "G1", "proposal": "P1", "sha256": Forum.digest("a"), "with": ["A ministry"],
        "parties": ["M01", "M02"], "obligations": [],
      ], by: [Small.registrar, Small.member(1), Small.member(2)])
    try forum.add(
      .documentRegistered,
      [
        "sha256": Forum.digest("d"), "kind": "minutes", "language": "uk", "title": ["uk": "x"],
      ])
    #expect(
      check(forum, "e") == [
        "disavowed on 10 November 2024, 12:00 (entry 9): Nobody here wrote it"
      ])
    #expect(
      check(forum, "a").last == """
        the agreement G1 with M01, M02 and A ministry, signed 10 November 2024, 12:00: in force
        """)
    #expect(
      check(forum, "d") == [
        "a document, minutes, registered on 10 November 2024, 12:00 (entry 11), and no decision"
      ])
  }

  @Test func anAmendmentIsNoDecision() throws {
    var forum = try Forum()
    try forum.propose("P1", "position")
    try forum.member(2, .proposalSeconded, ["proposal": "P1"])
    try forum.member(
      3, .amendmentProposed,
      [
        "amendment": "D1", "proposal": "P1", "title": ["uk": "Правка"],
        "texts": ["uk": Forum.digest("d")],
      ])
    #expect(
      check(forum, "d") == [
        "no decision: the text of the amendment D1 to P1: not decided yet"
      ])
  }
}
