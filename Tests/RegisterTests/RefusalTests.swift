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
    (.partyExists, ["party"]), (.unknownParty, ["party"]), (.unknownRole, ["role"]),
    (.unknownSeat, ["seat"]), (.tooManyHolders, ["role"]), (.tooManyHolders, ["seat"]),
    (.incompatibleOffice, ["holder"]), (.incompatibleOffice, ["holder", "other"]),
    (.keyInForce, ["key"]), (.unknownFact, ["fact"]), (.unknownRelation, ["relation"]),
    (.suspensionTooLong, ["found", "expected"]), (.unknownProcedure, ["procedure"]),
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
    (.unknownObjection, ["objection"]), (.unknownMatter, ["matter"]), (.voteExists, ["vote"]),
    (.objectionsOpen, ["until"]), (.notToBeVoted, ["application"]),
    (.debatedSeparately, ["application"]), (.objectionUnanswered, ["objection"]),
    (.noticeTooShort, ["found", "expected"]), (.wrongElectorate, ["found", "expected"]),
    (.unknownVote, ["vote"]), (.otherText, ["vote"]), (.notOpenYet, ["vote", "from"]),
    (.votingOver, ["vote", "until"]), (.notAnElector, ["key", "vote"]),
    (.suspended, ["party", "until"]), (.unknownChoice, ["application", "vote"]),
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

  @Test func everyCodeHasARow() {
    #expect(Set(Self.thrown.map(\.0)) == Set(Refusal.Code.allCases))
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
  }

  @Test func thePageListsEveryCodeInOrder() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Governance/Governance.docc/Refusals.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let headings = lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    #expect(headings == ["Overview"] + Refusal.Code.allCases.map(\.rawValue))
  }
}
