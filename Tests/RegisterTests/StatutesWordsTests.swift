// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Testing

@Suite struct StatutesInSentences {
  @Test(arguments: Language.allCases)
  func haveNoKeyAndNoEmptyPlaceInThem(language: Language) throws {
    let sections = StatutesExplained.sections(try Statutes(Small.statutes), language)
    for sentence in sections.flatMap(\.sentences) {
      #expect(!sentence.text.contains("statutes.") && !sentence.text.contains("{"))
      for key in ["condition.", "onward.", "test.", "ballot.", "holder.", "tie.", "span."] {
        #expect(!sentence.text.contains(key), "\(sentence.text)")
      }
    }
    #expect(sections.count == 10)
  }

  @Test(arguments: [
    "  small_members are those of members of whom this is true: small (§ rolls.small_members)",
    "  small means: budget ≤ 5,000,000 (§ define.small)",
    "  the window is open for 10 days (§ windows.call)",
    "  what was sealed in time may still arrive for 48 hours after the closing (§ windows.call.grace)",
    "  what is tested is eligible (§ procedures.admission.stages[screen].test)",
    "  there are 2 places (§ selections.intake.take)",
    "  the score must be 60 of 100 at least (§ selections.intake.min_score)",
    "  at least 1 are for those of whom this is true: small (§ selections.intake.floors)",
    "  at most 1 are of one oblast (§ selections.intake.caps)",
    "  equal scores are parted by: small first; who came first (§ selections.intake.ties)",
    "  the vote counts if those who take part are at least 1/2 of the electors (§ rules.majority.quorum)",
    "  it is carried if those in favour are more than 1/2 of the votes cast (§ rules.majority.pass)",
    "  judge: 3 places, elected by small_members for 12 months (§ seats.judge)",
    "  teller: an office, 1 holder (§ roles.teller)",
    "  registrar: an office (§ roles.registrar)",
    "  the text that binds is in Ukrainian; it is translated into English (§ language)",
    "  stage fix, by the applicant (§ procedures.admission.stages[fix])",
  ])
  func nameTheirClause(line: String) throws {
    let lines = StatutesExplained.text(try Statutes(Small.statutes), .en).split(separator: "\n")
    #expect(lines.contains(Substring(line)))
  }

  @Test func beginWithTheTitle() throws {
    let text = StatutesExplained.text(try Statutes(Small.statutes), .uk)
    #expect(text.hasPrefix("Зразкові правила, версія 1 (small)\n\nТекст\n"))
  }
}

@Suite struct AmendmentSheets {
  @Test func sayWhatWasAndWhatBecomes() throws {
    guard case .object(var members) = Small.statutes else { return }
    members["parameters"] = ["places": "3", "spare": "1"]
    members["attributes"] = [
      "edrpou": ["type": "edrpou"], "oblast": ["type": "oblast"], "budget": ["type": "integer"],
    ]
    members["relations"] = ["family": [:]]
    let sheet = StatutesDiff.text(
      from: try Statutes(Small.statutes), to: try Statutes(.object(members)), .en)
    for line in [
      "§ parameters.places: was 2, becomes 3", "§ parameters.spare: added, 1",
      "§ relations.family: added, {}", "§ relations.family.symmetric: deleted, was true",
    ] { #expect(sheet.contains("  \(line)\n")) }
  }

  private func statutes(_ change: (inout [String: JSON]) -> Void) throws -> Statutes {
    guard case .object(var tree) = Small.statutes else { return try Statutes(Small.statutes) }
    change(&tree)
    return try Statutes(.object(tree))
  }

  /// Sentences where there are any, the place itself where there are none, and nothing left out.
  @Test func goBySectionsAndInSentences() throws {
    let new = try statutes { tree in
      var rules = tree["rules"]?.object ?? [:]
      rules["majority"] = [
        "ballot": "yes_no", "electors": "assembly", "quorum": "take_part >= 1/2 of electors",
        "pass": "yes >= 2/3 of cast", "window": "fix", "challenge": "P2D",
      ]
      tree["rules"] = .object(rules)
      tree["parameters"] = ["places": "3"]
    }
    let old = try Statutes(Small.statutes)
    #expect(
      StatutesDiff.text(from: old, to: new, .en) == """
        Procedure admission
          § selections.intake.take: was “there are 2 places”, becomes “there are 3 places”

        How decisions are taken
          § rules.majority.window: was voting, becomes fix
          § rules.majority.pass: was “it is carried if those in favour are more than 1/2 of the \
        votes cast”, becomes “it is carried if those in favour are at least 2/3 of the votes cast”
          § rules.majority.challenge: added, “the count can be challenged for 2 days before it is \
        certified”

        Other places
          § parameters.places: was 2, becomes 3

        """)
    #expect(StatutesDiff.text(from: old, to: old, .uk) == "відмінностей немає\n")
  }

  @Test func sayWhatIsAddedAndDeleted() throws {
    let new = try statutes { tree in
      var rules = tree["rules"]?.object ?? [:]
      rules["silence"] = [
        "ballot": "silence", "electors": "assembly", "pass": "object < 3", "window": "voting",
      ]
      tree["rules"] = .object(rules)
    }
    let old = try Statutes(Small.statutes)
    let added = StatutesDiff.text(from: old, to: new, .uk)
    #expect(added.hasPrefix("Як ухвалюють рішення\n  § rules.silence: додано «silence: голосують"))
    #expect(added.contains("§ rules.silence.window: додано voting"))
    let deleted = StatutesDiff.text(from: new, to: old, .en)
    #expect(deleted.contains("§ rules.silence.pass: deleted, was “it is carried if objections"))
  }
}

@Suite struct RulesInSentences {
  @Test(arguments: [
    "a ballot counts as much as staff says, one at least (§ rules.weighed.weight)",
    "an organisation may vote for 1 other at most (§ rules.weighed.proxies)",
    "the count can be challenged for 2 days before it is certified (§ rules.sealed.challenge)",
    "it is discussed for 7 days before its text is frozen (§ matters.position.discuss)",
    "members may amend it until its text is frozen (§ matters.position.amendments)",
  ])
  func tellWhatIsNew(line: String) throws {
    let statutes = try #require(try Forum().assembly.statutes)
    #expect(StatutesExplained.text(statutes, .en).contains("  \(line)\n"))
  }
}
