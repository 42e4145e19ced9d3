// SPDX-License-Identifier: Apache-2.0

public import Governance

/// The statutes in sentences, each with the place in them that it comes from.
public enum StatutesExplained {
  /// Sentences under one heading.
  public struct Section: Sendable, Equatable {
    /// What the sentences are about.
    public let heading: String
    /// The sentences in the order of the statutes.
    public let sentences: [Sentence]
  }

  /// One sentence and the path behind it.
  public struct Sentence: Sendable, Equatable {
    /// Without capital and full stop.
    public let text: String
    /// `rules.two_thirds`.
    public let clause: String
  }

  /// All sections: members, procedures, rules, matters, bodies, seats, roles, amendment.
  public static func sections(_ statutes: Statutes, _ language: Language) -> [Section] {
    let teller = StatutesTeller(statutes, Words(language))
    let sections =
      [teller.theText, teller.members, teller.conditions] + teller.procedures
      + [
        teller.rules, teller.matters, teller.bodies, teller.seats, teller.roles, teller.amendment,
      ]
    return sections.filter { !$0.sentences.isEmpty }
  }

  /// The title, then every section under its heading: `  …  (§ rules.two_thirds)`.
  public static func text(_ statutes: Statutes, _ language: Language) -> String {
    let words = Words(language)
    let title = words(
      "statutes.title",
      [
        "title": words.translation(of: statutes.title), "version": "\(statutes.version)",
        "policy": statutes.policy,
      ])
    let sections = sections(statutes, language).map { section in
      let lines = section.sentences.map { "  \($0.text) (§ \($0.clause))\n" }
      return "\n\(section.heading)\n\(lines.joined())"
    }
    return "\(title)\n\(sections.joined())"
  }
}

/// Makes the sentences; one extension for each part of the statutes.
struct StatutesTeller {
  typealias Section = StatutesExplained.Section
  typealias Sentence = StatutesExplained.Sentence

  let statutes: Statutes
  let words: Words

  init(_ statutes: Statutes, _ words: Words) {
    self.statutes = statutes
    self.words = words
  }

  func section(
    _ heading: String, _ values: [String: String] = [:], _ sentences: [Sentence]
  ) -> Section {
    Section(heading: words("statutes.heading.\(heading)", values), sentences: sentences)
  }

  /// A sentence of `statutes.<key>`.
  func say(_ clause: String, _ key: String, _ values: [String: String] = [:]) -> Sentence {
    Sentence(text: words("statutes.\(key)", values), clause: Plain.safe(clause))
  }

  func list(_ names: [String]) -> String { words.list(names.map(Plain.safe)) }
}

extension StatutesTeller {
  var theText: Section {
    let others = words.list(statutes.otherLanguages.map { words.term("language_name", $0) })
    let language = words.term("language_name", statutes.authoritativeLanguage)
    let values = ["language": language, "others": others]
    let key = others.isEmpty ? "language" : "language.also"
    return section(
      "text", [:],
      [
        say("language", key, values),
        say("timezone", "timezone", ["timezone": statutes.timezone]),
      ])
  }

  var members: Section {
    let rolls = statutes.rolls.inOrder.map { roll in
      let values = ["roll": roll.name, "of": roll.of ?? "", "test": test(roll.members)]
      return say("rolls.\(roll.name)", roll.of == nil ? "roll" : "roll.of", values)
    }
    return section("members", [:], rolls)
  }

  var conditions: Section {
    let sentences = statutes.definitions.keys.sorted().compactMap { name in
      statutes.definitions[name].map { expression in
        let meaning = if case .defined(name, let inner) = expression { inner } else { expression }
        return say("define.\(name)", "condition", ["name": name, "test": test(meaning)])
      }
    }
    return section("conditions", [:], sentences)
  }

  var amendment: Section {
    let amendment = statutes.amendment
    let values = [
      "rule": amendment.rule, "frozen": span(amendment.textFrozen),
      "effective": span(amendment.effectiveAfter),
    ]
    let also = amendment.byAlso.map {
      say("amend.by_also", "amendment.also", ["role": words.term("role", $0)])
    }
    return section(
      "amendment", [:], [say("amend", "amendment", values)] + [also].compactMap(\.self))
  }
}
