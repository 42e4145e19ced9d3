// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Testing

@Suite struct FaultsInWords {
  static let root = [UInt8](repeating: 0xAB, count: 32)

  /// People act differently on each, so the first word already tells them apart.
  @Test(arguments: Language.allCases)
  func tamperedCutAndForeignBeginDifferently(language: Language) {
    let words = Words(language)
    let faults: [LedgerError] = [
      .damaged(LogFault(.wrongSignature(key: "x/m01"), offset: 12, entry: 3)), .cut(bytes: 40),
      .foreign(expected: "a", found: "b"),
    ]
    let first = faults.map { words.sentence(for: $0).prefix { $0.isLetter } }
    #expect(Set(first).count == 3)
    for fault in faults { #expect(words.hint(for: fault) != nil) }
  }

  @Test func aTamperedEntryIsNamed() {
    let fault = LogFault(.checkpointSize(expected: 4, found: 5), offset: 1_234, entry: 4)
    #expect(
      Words(.en).sentence(for: .damaged(fault))
        == "tampered: entry 4, byte 1234: the checkpoint counts 5 entries, expected 4")
    #expect(
      Words(.uk).sentence(for: .damaged(fault)).hasPrefix("змінено: запис 4, байт 1234: "))
  }

  @Test func aFileOfAnotherKindIsNotCalledTampered() {
    let fault = LogFault(.notALog, offset: 0, entry: 0)
    #expect(
      Words(.en).sentence(for: .damaged(fault))
        == "not a ledger: the first line is not that of a ledger")
  }

  /// Every kind of finding, so that none shows a key or an empty place.
  static let findings: [LogFault.Finding] = [
    .empty, .notALog, .otherVersion("2"), .badOrigin, .badFrameHeader, .unknownKind("x"),
    .emptyBody,
    .bodyTooLong(bytes: 1), .bodyWithoutLineFeed, .lengthBeyondEnd(bytes: 2), .badIndex,
    .badReceived, .indexGap(expected: 1, found: 2),
    .receivedRunsBack(previous: Instant(seconds: 1), found: Instant(seconds: 0)), .severalLines,
    .badKeyName, .signatureLength(key: "k"), .signaturesNotSorted(key: "k"),
    .badStatement(.missingField("vote")), .badRefusedStatement(.notAnObject), .notFounded,
    .otherKindOfKey("k"), .keyOfSameNameAndID("k"), .logKeyName(expected: "a", found: "b"),
    .unknownSigner(key: "k"), .wrongSignature(key: "k"), .wrongRefusedSignature(key: "k"),
    .checkpointExtension, .checkpointOrigin(expected: "a", found: "b"),
    .checkpointSize(expected: 1, found: 2), .checkpointRoot(expected: root, found: root),
    .checkpointUnsigned, .checkpointSignature,
  ]

  @Test(arguments: Language.allCases, findings.indices)
  func everyFindingHasWords(language: Language, index: Int) {
    let sentence = Words(language).sentence(for: Self.findings[index])
    #expect(!sentence.hasPrefix("finding.") && !sentence.contains("{"))
  }

  @Test(arguments: Language.allCases)
  func everyLedgerErrorHasWords(language: Language) {
    let refusal = Refusal(.unknownVote, ["vote": "V1"])
    let errors: [LedgerError] = [
      .refused(refusal, entry: 2), .noDraft, .badDraft(1, .badIndex), .notTheLogKey(expected: "k"),
    ]
    for error in errors {
      let sentence = Words(language).sentence(for: error)
      #expect(!sentence.hasPrefix("fault.") && !sentence.contains("{"))
    }
  }

  static let malformed: [MalformedStatement] = [
    .notAnObject, .unknownType("x"), .missingField("x"), .unknownField("x"),
    .badField("x", expected: "a list"), .json(.notUTF8(at: 1)), .json(.unexpected(at: 1)),
    .json(.truncated), .json(.trailing(at: 1)), .json(.tooDeep(at: 1)),
    .json(.integerOutOfRange(at: 1)), .json(.fractionOrExponent(at: 1)), .json(.nullValue(at: 1)),
    .json(.repeatedName("x", at: 1)), .json(.notCanonical), .json(.notNFC),
  ]

  @Test(arguments: Language.allCases, malformed)
  func everyMalformedStatementHasWords(language: Language, fault: MalformedStatement) {
    let sentence = Words(language).sentence(for: fault)
    #expect(!sentence.hasPrefix("statement.") && !sentence.hasPrefix("json."))
    #expect(!sentence.contains("{"))
  }
}

@Suite struct StatutesFaultsInWords {
  private func faults(_ changes: [String: JSON]) -> [StatutesFault] {
    guard case .object(let members) = Small.statutes else { return [] }
    do throws(StatutesFaults) {
      _ = try Statutes(.object(members.merging(changes) { $1 }))
      return []
    } catch {
      return error.faults
    }
  }

  @Test func nameThePlaceAndTheNearestName() throws {
    let faults = faults(["rolls": ["members": ["were": "status == member"]]])
    let sentences = faults.map { Words(.en).sentence(for: $0) }
    #expect(
      sentences.contains(
        "§ rolls.members.were: nothing of this name can stand here; perhaps where"))
  }

  @Test(arguments: Language.allCases)
  func haveWords(language: Language) {
    let faults = faults([
      "version": "x", "title": "x", "windows": ["w": ["open": "10", "days": "some"]],
      "rules": [
        "r": [
          "ballot": "yes_no", "electors": "nobody", "pass": "block > 1/2", "window": "w",
          "quorum": "",
        ]
      ],
      "define": ["a": "b", "b": "a", "c": "x ==", "d": "foo(x)"],
    ])
    #expect(faults.count > 8)
    for fault in faults {
      let sentence = Words(language).sentence(for: fault)
      #expect(sentence.hasPrefix("§ ") && !sentence.contains("{"), "\(sentence)")
      for key in ["statutes_fault.", "parse.", "expected."] { #expect(!sentence.contains(key)) }
    }
  }
}
