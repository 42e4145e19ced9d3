// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Register

@Suite struct Messages {
  static let keys = MessageTables.messages(in: .en).keys.sorted()

  @Test func bothLanguagesHaveTheSameKeys() {
    let (english, ukrainian) = (
      Set(MessageTables.messages(in: .en).keys), Set(MessageTables.messages(in: .uk).keys)
    )
    #expect(english.subtracting(ukrainian).sorted() == [])
    #expect(ukrainian.subtracting(english).sorted() == [])
  }

  @Test(arguments: Language.allCases)
  func noKeyStandsInTwoTables(language: Language) {
    let count = MessageTables.tables(in: language).reduce(0) { $0 + $1.count }
    #expect(count == MessageTables.messages(in: language).count)
  }

  @Test(arguments: keys)
  func bothLanguagesAskForTheSameValues(key: String) throws {
    let english = Template(try #require(MessageTables.messages(in: .en)[key]))
    let ukrainian = Template(try #require(MessageTables.messages(in: .uk)[key]))
    #expect(english.names == ukrainian.names)
  }

  @Test(arguments: Language.allCases)
  func templatesAreWellFormed(language: Language) {
    for (key, source) in MessageTables.messages(in: language) {
      let template = Template(source)
      #expect(template.isBalanced, "\(key)")
      #expect(!source.isEmpty && Plain.safe(source) == source, "\(key)")
      for case .plural(_, let forms, _) in template.pieces {
        #expect(forms.count == language.pluralFormCount, "\(key)")
      }
    }
  }

  @Test func aMissingKeyShowsItself() {
    #expect(Words(.en)("no.such.key") == "no.such.key")
  }
}

@Suite struct Templates {
  @Test func bracesWithoutPartnersAreFound() {
    #expect(Template("{a} {b|x|y}").isBalanced)
    #expect(!Template("{a").isBalanced)
    #expect(!Template("a}").isBalanced)
    #expect(!Template("{a{b}}").isBalanced)
  }

  @Test func valuesAreMadeSafeAndAreNoTemplates() {
    let text = Words(.en)("refusal.unknown_call", ["call": "{x}\u{1B}[2J\n"])
    #expect(text == #"there is no call {x}\u{1B}[2J\u{A}"#)
  }

  @Test func aValueThatIsNotGivenLeavesItsPlaceVisible() {
    #expect(Words(.en)("refusal.unknown_call") == "there is no call {call}")
  }
}

@Suite struct Numbers {
  /// CLDR's examples of the Ukrainian cardinal rules.
  @Test(arguments: [
    (0, "0 днів"), (1, "1 день"), (2, "2 дні"), (4, "4 дні"), (5, "5 днів"), (11, "11 днів"),
    (12, "12 днів"), (14, "14 днів"), (21, "21 день"), (22, "22 дні"), (25, "25 днів"),
    (101, "101 день"), (111, "111 днів"), (112, "112 днів"), (1_001, "1001 день"),
  ])
  func takeTheirUkrainianForm(number: Int, expected: String) {
    #expect(Words(.uk)("span.days", ["count": "\(number)"]) == expected)
  }

  @Test(arguments: [(0, "0 days"), (1, "1 day"), (2, "2 days"), (11, "11 days"), (21, "21 days")])
  func takeTheirEnglishForm(number: Int, expected: String) {
    #expect(Words(.en)("span.days", ["count": "\(number)"]) == expected)
  }

  @Test func areGroupedFromFiveDigitsOn() {
    #expect(Language.uk.number(9_999) == "9999")
    #expect(Language.uk.number(10_000) == "10\u{A0}000")
    #expect(Language.uk.number(-1_234_567) == "-1\u{A0}234\u{A0}567")
    #expect(Language.en.number(1_234_567) == "1,234,567")
  }
}

@Suite struct Languages {
  @Test(arguments: [
    ([:], Language.en), (["LANG": "uk_UA.UTF-8"], .uk),
    // The first that is not empty decides, whatever the later ones say.
    (["LC_ALL": "C.UTF-8", "LANG": "uk_UA.UTF-8"], .en),
    (["LC_ALL": "", "LC_MESSAGES": "uk", "LANG": "en_GB.UTF-8"], .uk),
  ])
  func comeFromTheEnvironment(environment: [String: String], expected: Language) {
    #expect(Language.chosen(flag: nil, environment: environment) == expected)
  }

  @Test func aFlagGoesBeforeTheEnvironment() {
    #expect(Language.chosen(flag: "en", environment: ["LANG": "uk_UA.UTF-8"]) == .en)
    #expect(Language.chosen(flag: "xx", environment: ["LANG": "uk_UA.UTF-8"]) == .uk)
  }

  @Test func aTextThatHadToStandInIsMarked() {
    let words = Words(.en)
    #expect(words.translation(of: ["uk": "Двір", "en": "Yard"]) == "Yard")
    #expect(words.translation(of: ["uk": "Двір"]) == "Двір (uk)")
    #expect(words.translation(of: ["crh": "Azbar"]) == "Azbar (crh)")
  }
}
