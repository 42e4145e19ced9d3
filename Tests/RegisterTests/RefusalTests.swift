// SPDX-License-Identifier: Apache-2.0

import Foundation
import Governance
import Register
import Testing

@Suite struct RefusalsInWords {
  /// The facts that the rules give to each code; one row for each way it can be thrown.
  static let thrown: [(Refusal.Code, [String])] = [
    (.otherLedger, ["found", "expected"]), (.notFounded, []), (.alreadyFounded, []),
    (.repeatedID, ["id"]), (.timeRunsBack, ["found", "expected"]), (.outsideCalendar, ["until"]),
    (.outsideCalendar, ["found", "expected"]), (.unknownKey, ["key"]), (.revokedKey, ["key"]),
    (.receivedInFuture, ["found", "now"]), (.sealedInFuture, ["found", "now"]),
    (.statutesFaulty, ["fault"]), (.keyUsedBefore, ["key"]), (.partyExists, []),
    (.partyExists, ["party"]), (.unknownParty, []), (.unknownParty, ["party"]),
    (.unknownRole, ["role"]),
    (.unknownSeat, ["seat"]), (.tooManyHolders, ["role"]), (.tooManyHolders, ["seat"]),
    (.incompatibleOffice, ["holder"]), (.incompatibleOffice, ["holder", "other"]),
    (.keyInForce, ["key"]), (.unknownFact, ["fact"]), (.unknownRelation, ["relation"]),
    (.unknownProcedure, ["procedure"]),
    (.unknownCall, ["call"]), (.callExists, ["call"]), (.opensInPast, ["found", "now"]),
    (.wrongWindow, ["found", "expected"]), (.overlappingCall, ["call", "until"]),
    (.extensionTooLong, []), (.extensionTooLong, ["found", "expected"]),
    (.extensionTooLate, ["until"]), (.callClosed, ["call"]), (.callStillOpen, ["call"]),
    (.callStillOpen, ["until"]), (.callStillOpen, ["call", "until"]),
    (.wrongCounts, ["name", "found", "expected"]), (.applicationExists, ["application"]),
    (.receiptNotAttested, []), (.unknownApplication, ["application"]),
    (.alreadyWithdrawn, ["application"]), (.alreadyDecided, ["application"]),
    (.alreadyScreened, ["application"]),
    (.wrongScreening, ["application", "field", "found", "expected"]),
    (.notIncomplete, ["application"]), (.repairWindowOver, ["until"]),
    (.notEligible, ["application"]), (.unknownTier, ["found", "expected"]),
    (.tierFound, ["application"]), (.noTier, ["application"]), (.alreadyAssigned, ["application"]),
    (.wrongAssignment, ["application", "found", "expected"]), (.unequalLoad, ["found"]),
    (.reviewExists, ["review"]), (.notUnderReview, ["application"]), (.notAReviewer, ["key"]),
    (.recused, ["key", "relation", "application"]), (.duplicateReview, ["key", "application"]),
    (.scoreOutOfScale, ["criterion", "found", "expected"]), (.afterWindow, ["until"]),
    (.notAssigned, ["key", "application"]), (.repairWindowOpen, ["application", "until"]),
    (.reviewsMissing, ["application"]), (.reviewsMissing, ["application", "found", "expected"]),
    (.lotNeeded, ["applications"]), (.lotNeeded, ["call"]), (.shortlistExists, ["call"]),
    (.wrongShortlist, ["rank", "found", "expected"]), (.notOnShortlist, ["application"]),
    (.objectionsOver, ["until"]), (.objectionExists, ["objection"]),
    (.unknownObjection, ["objection"]), (.nameTaken, ["name"]),
    (.mayNotPropose, ["key", "matter"]), (.mayNotPropose, ["signer"]),
    (.papersMissing, ["missing"]),
    (.wrongLanguage, ["found", "expected"]), (.alreadyFrozen, ["proposal"]),
    (.notAmendable, ["proposal"]), (.secondsMissing, ["proposal", "found", "expected"]),
    (.debateOpen, ["proposal", "until"]), (.amendmentPending, ["amendment"]),
    (.hearingOpen, ["party", "until"]), (.hearingMissing, ["item"]),
    (.roundsLeft, ["proposal"]), (.unknownMatter, ["matter"]), (.voteExists, ["vote"]),
    (.objectionsOpen, ["until"]), (.notToBeVoted, []), (.notToBeVoted, ["item"]),
    (.debatedSeparately, ["application"]), (.objectionUnanswered, ["objection"]),
    (.noticeTooShort, ["found", "expected"]), (.wrongElectorate, ["found", "expected"]),
    (.wrongRound, ["item", "found", "expected"]), (.wrongWeights, ["found", "expected"]),
    (.wrongTellers, []), (.wrongTellers, ["found"]), (.wrongTellers, ["found", "expected"]),
    (.notTheNamedVoter, ["party", "voter"]),
    (.wrongSecrecy, ["vote"]), (.notOnBallot, ["item", "ballot"]), (.reasonMissing, []),
    (.groundMissing, ["expected"]), (.groundMissing, ["found", "expected"]),
    (.noProxies, ["vote"]), (.tooManyProxies, ["party", "expected"]),
    (.proxyChain, ["party", "to"]), (.nobodyRules, ["vote"]),
    (.noSuchBlock, ["party", "item"]), (.wrongIdentity, ["key"]), (.sealsClosed, ["missing"]),
    (.challengeOpen, ["vote", "challenge"]), (.challengeOpen, ["vote", "until"]),
    (.notAdopted, ["proposal"]), (.notAdopted, ["proposal", "status"]),
    (.wrongVersion, ["found", "expected"]), (.tooEarly, ["found", "expected"]),
    (.unknownMandate, ["mandate"]), (.mandateTooLong, ["found", "expected"]),
    (.noMandate, []), (.noMandate, ["mandate"]), (.notAnOccasion, ["mandate", "occasion"]),
    (.ownStatement, ["sha256"]),
    (.wrongPlaces, ["seat", "found", "expected"]), (.wrongPlaces, ["found", "expected"]),
    (.electionPending, ["seat", "election"]), (.nominationsOver, ["election", "until"]),
    (.notAHolder, ["party", "seat"]), (.resting, ["party", "seat"]),
    (.wrongCandidates, ["seat", "found", "expected"]), (.wrongCandidates, ["found", "expected"]),
    (.wrongTerms, ["found", "expected"]), (.noVacancy, ["seat"]), (.nobodyLeft, ["seat"]),
    (.wrongParty, ["found", "expected"]), (.capBroken, ["seat", "party"]),
    (.noAlternates, ["seat"]), (.noAlternates, []),
    (.wrongMeetings, ["seat", "party", "found", "expected"]),
    (.wrongMeetings, ["seat", "party", "found"]), (.noRota, ["body"]),
    (.wrongChair, ["body", "found", "expected"]), (.wrongChair, ["body", "found"]),
    (.notElected, ["party", "vote"]), (.wrongDraw, ["found", "expected"]),
    (.unknownVote, ["vote"]), (.otherText, ["vote"]), (.notOpenYet, ["vote", "from"]),
    (.votingOver, ["vote", "until"]), (.notAnElector, ["key", "vote"]), (.notAnElector, ["key"]),
    (.suspended, ["party", "until"]), (.suspended, ["party"]),
    (.unknownChoice, ["application", "vote"]),
    (.votingOpen, ["vote", "until"]), (.tallyExists, ["vote"]),
    (.wrongTally, ["application", "found", "expected"]), (.noTally, ["vote"]),
    (.alreadyCertified, ["vote"]), (.wrongOutcome, ["application", "found", "expected"]),
    (.wrongOutcome, ["found", "expected"]), (.nothingToAppeal, ["application"]),
    (.appealWindowOver, ["until"]), (.appealExists, ["appeal"]), (.unknownAppeal, ["appeal"]),
    (.notAdmitted, ["application"]), (.onboardingOver, ["application", "until"]),
    (.alreadyMember, ["application"]), (.needsMissing, ["application", "missing"]),
    (.wrongRolls, ["application", "found", "expected"]), (.wrongSigners, ["missing", "signers"]),
    (.wrongSigners, ["missing"]), (.wrongSigners, ["extra", "needed"]),
    (.wrongSigners, ["missing", "yes", "needed"]), (.notRefusable, []),
    (.wrongRefusal, ["found", "expected"]),
  ]

  /// What the rules name when something is not there, or is there already.
  static let things: [(Refusal.Code, [String])] = [
    (
      .unknownThing,
      [
        "action", "agreement", "amendment", "body", "challenge", "complaint", "election",
        "hearing", "lot", "mandate", "nomination", "proposal", "suspension",
      ]
    ),
    (
      .thingExists,
      [
        "acceptance", "action", "agreement", "challenge", "complaint", "decision", "document",
        "draw", "election", "hearing", "instruction", "lot", "mandate", "meeting", "nomination",
        "seal", "statement", "statutes",
      ]
    ),
  ]

  @Test func everyCodeHasARow() {
    let codes = Set(Self.thrown.map(\.0)).union(Self.things.map(\.0))
    #expect(codes == Set(Refusal.Code.allCases))
  }

  @Test(arguments: Language.allCases, things.indices)
  func everyKindOfThingHasItsWords(language: Language, row: Int) {
    let (code, kinds) = Self.things[row]
    for kind in kinds {
      let sentence = Words(language).sentence(for: Refusal(code, ["kind": kind, "name": "X-1"]))
      #expect(sentence.contains("X-1") && !sentence.contains("{"), "\(sentence)")
      #expect(language == .en || !sentence.contains(kind), "\(sentence)")
    }
  }

  @Test func whatIsThereAlreadyIsNamedNaturally() {
    let agreement = ["kind": "agreement", "name": "G-1"]
    #expect(
      Words(.en).sentence(for: Refusal(.thingExists, agreement))
        == "there is an agreement G-1 already")
    #expect(
      Words(.uk).sentence(for: Refusal(.unknownThing, agreement)) == "чинної угоди G-1 немає")
  }

  /// Nobody has to read `take_part >= 1/2 of seats`.
  @Test func tooFewSignaturesAreSaidInWords() throws {
    let half = Refusal(
      .wrongSigners, clause: "rules.steering",
      ["missing": "steering", "yes": "4", "needed": "take_part >= 1/2 of seats"])
    #expect(
      Words(.en).sentence(for: half) == """
        4 signatures do not carry the rule steering, which asks for at least half of the seats \
        (§ rules.steering)
        """)
    #expect(
      Words(.uk).sentence(for: half) == """
        4 підписів замало для правила steering; потрібно: щонайменше половина усіх місць \
        (§ rules.steering)
        """)
    let board = Refusal(
      .wrongSigners, ["missing": "board", "yes": "1", "needed": "take_part >= 1/2 of seats"])
    #expect(
      Words(.en).sentence(for: board, in: try Forum().assembly) == """
        1 signature does not carry the rule board, which asks for at least half of the seats: \
        2 of 4
        """)
    let body = Refusal(
      .wrongSigners, clause: "bodies.appeals", ["missing": "appeals", "yes": "1", "needed": "2"])
    #expect(
      Words(.en).sentence(for: body) == """
        1 signature is not more than half of appeals; needed: at least 2 signatures \
        (§ bodies.appeals)
        """)
  }

  @Test(arguments: [
    (
      Refusal(.wrongRound, ["item": "P-1", "found": "majority 1", "expected": "majority 2"]),
      "P-1 is put as majority, round 1; by its course it is majority, round 2"
    ),
    (
      Refusal(.notAdopted, ["proposal": "P-1", "status": "lapsed"]),
      "P-1 is not in force as a decision: it was not ratified in time"
    ),
    (
      Refusal(.notOnBallot, ["item": "P-1", "ballot": "silence"]),
      "this does not stand on the ballot of P-1: silence, or an objection"
    ),
    (
      Refusal(.recused, ["key": "M01", "relation": "conflict", "application": "P-1"]),
      "M01 has to step aside from P-1: there is a tie, a declared conflict"
    ),
  ])
  func factsAreInWords(refusal: Refusal, expected: String) {
    #expect(Words(.en).sentence(for: refusal) == expected)
  }

  /// One code, several rules: the clause or the numbers say which sentence is meant.
  @Test(arguments: [
    (
      Refusal(
        .wrongWindow, clause: "bodies.board.chair",
        ["found": "2025-01-01T00:00:00Z", "expected": "2025-02-01T00:00:00Z"]),
      "1 January 2025, 00:00 UTC is too early; it may not be before 1 February 2025, 00:00 UTC (§ bodies.board.chair)"
    ),
    (
      Refusal(.notAHolder, clause: "bodies.board", ["seat": "board", "party": "M05"]),
      "M05 does not sit on board, nor for anybody there (§ bodies.board)"
    ),
    (
      Refusal(.wrongPlaces, ["seat": "L-1", "found": "9", "expected": "1..7"]),
      "L-1 has 9 places; allowed are 1..7"
    ),
    (
      Refusal(.wrongDraw, ["found": "1", "expected": "3"]),
      "numbers of 1 source are given; the lot announced 3"
    ),
    (
      Refusal(
        .wrongSigners, clause: "seats.guest.electors",
        ["missing": "seats.guest.electors", "yes": "1", "needed": "2"]),
      "1 signature is not more than half of the electors of guest; needed: at least 2 signatures (§ seats.guest.electors)"
    ),
  ])
  func rulesThatShareACodeHaveTheirOwnSentences(refusal: Refusal, expected: String) {
    #expect(Words(.en).sentence(for: refusal) == expected)
  }

  @Test(arguments: Language.allCases, thrown.indices)
  func everyPlaceIsFilledByTheFacts(language: Language, row: Int) {
    let (code, names) = Self.thrown[row]
    let facts = Dictionary(uniqueKeysWithValues: names.map { ($0, "3") })
    let sentence = Words(language).sentence(for: Refusal(code, clause: "rules.x", facts))
    #expect(!sentence.contains("{") && sentence.hasSuffix(" (§ rules.x)"))
    #expect(!sentence.hasPrefix("refusal."))
  }

  @Test(arguments: Language.allCases, Refusal.Code.allCases)
  func everyCodeSaysWhatToDo(language: Language, code: Refusal.Code) {
    #expect(Words(language).hint(for: Refusal(code)) != nil)
  }

  @Test func timesAreCivilAndSignersHaveNames() throws {
    let calendar = try #require(try Small.founded().calendar)
    let over = Refusal(
      .votingOver, clause: "windows.vote", ["vote": "V1", "until": "2024-12-05T18:00:00Z"])
    #expect(
      Words(.uk).sentence(for: over, calendar)
        == "голосування V1 закрилося 5 грудня 2024, 20:00 (§ windows.vote)")
    let missing = Refusal(.wrongSigners, ["missing": "one of the two", "signers": "a"])
    #expect(
      Words(.en).sentence(for: missing)
        == "the signature that is needed is missing: one of the two tied organisations")
  }

  /// A dash stands where the rules found nothing to name.
  @Test func anEmptyFactChoosesTheOtherSentence() {
    let tally = Refusal(.wrongTally, ["application": "–", "found": "1", "expected": "2"])
    #expect(Words(.en).sentence(for: tally) == "the tally has 1 result; recomputed, 2")
    let refusal = Refusal(.wrongRefusal, ["found": "late", "expected": "–"])
    #expect(Words(.en).sentence(for: refusal).hasSuffix("is not refused"))
    let tellers = Refusal(.wrongTellers, ["found": "", "expected": "t1, t2"])
    #expect(Words(.en).sentence(for: tellers) == "ballots are sealed to t1, t2; named: “”")
    let challenge = Refusal(.challengeOpen, ["vote": "V1", "challenge": "H1", "until": "–"])
    #expect(Words(.en).sentence(for: challenge) == "the challenge H1 of V1 waits for a ruling")
  }

  @Test func thePageListsEveryCodeInOrder() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Governance/Governance.docc/Refusals.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let headings = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    #expect(headings == ["Overview"] + Refusal.Code.allCases.map(\.rawValue))
  }
}
