// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

/// What was recomputed, or is missing, as people read it: the difference, in words.
@Suite struct RecomputedInWords {
  @Test(arguments: [
    ("M01 M02 M99", "M01 M02 M03", "too many: M99; missing: M03"),
    ("M01", "M01 M02+M03 M04", "missing: M02+M03, M04"),
    ("M01 M02 M99", "M01 M02", "too many: M99"),
    ("M02 M01", "M01 M02", "the same, in another order"),
  ])
  func anElectorateIsToldByItsDifference(found: String, expected: String, difference: String) {
    let refusal = Refusal(
      .wrongElectorate, clause: "rules.plan.electors", ["found": found, "expected": expected])
    #expect(
      Words(.en).sentence(for: refusal)
        == "the electorate is not the one recomputed: \(difference) (§ rules.plan.electors)")
  }

  @Test func aTallyIsToldInWords() {
    let refusal = Refusal(
      .wrongTally,
      [
        "application": "P-1",
        "found": "P-1 abstain 1 no 0 yes 8, 9 of 16; small no 0 yes 2, 2 of 6: carried",
        "expected": "P-1 abstain 0 no 0 yes 7, 7 of 16; small no 0 yes 1, 1 of 6: inquorate",
      ])
    #expect(
      Words(.en).sentence(for: refusal) == """
        the tally says “P-1 yes 8, no 0, abstain 1, 9 of 16 took part; small yes 2, no 0, \
        2 of 6 took part: carried”; recomputed, “P-1 yes 7, no 0, abstain 0, 7 of 16 took part; \
        small yes 1, no 0, 1 of 6 took part: no quorum”
        """)
    let election = Refusal(
      .wrongTally,
      [
        "application": "P-1", "found": "P-1 north 1 south 3, 3 of 5: carried south",
        "expected": "P-1 north 3 south 1, 3 of 5: carried north",
      ])
    #expect(
      Words(.uk).sentence(for: election) == """
        у підсумку «P-1 south 3, north 1, участь 3 із 5: підтримано (south)», а за перерахунком — \
        «P-1 north 3, south 1, участь 3 із 5: підтримано (north)»
        """)
  }

  @Test func ballotsLeftOutAreToldWithTheirReasons() {
    let refusal = Refusal(
      .wrongTally, ["application": "–", "found": "", "expected": "00ab12cd left, 00ab12ce recused"])
    let reasons = ["left", "recused"].map { Words(.en).term("excluded", $0) }
    #expect(!reasons.contains("left"))
    #expect(
      Words(.en).sentence(for: refusal) == """
        the tally leaves these ballots out: “”; recomputed, “00ab12cd… (\(reasons[0])), \
        00ab12ce… (\(reasons[1]))”
        """)
  }

  /// Two hold the office of the reviewer, with keys of M02 and M03; M02's has signed.
  @Test func whoHasNotSignedIsNamed() throws {
    let founded = try Small.founded()
    let missing = Refusal(
      .wrongSigners, ["missing": "reviewer", "signers": Small.reviewer(1)])
    #expect(
      Words(.en).sentence(for: missing, in: founded)
        == "the signature that is needed is missing: the reviewer (M03)")
    let nobody = Refusal(.wrongSigners, ["missing": "reviewer", "signers": ""])
    #expect(
      Words(.uk).sentence(for: nobody, in: founded).hasSuffix("(M02, M03)"))
    // Who signs as a person of no office is known to the rules alone.
    let proposer = Refusal(.wrongSigners, ["missing": "proposer", "signers": Small.member(1)])
    #expect(
      Words(.en).sentence(for: proposer, in: founded)
        == "the signature that is needed is missing: the proposer")
  }

  @Test func aRuleIsToldWithoutItsFormulas() throws {
    let statutes = try #require(try Forum().assembly.statutes)
    let rule = try #require(statutes.rules["consensus"])
    #expect(
      Words(.en).sentence(for: rule.pass) == """
        blocks are at most 0 and those who stand aside are at most 1/4 of the electors
        """)
  }
}
