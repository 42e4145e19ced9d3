// SPDX-License-Identifier: Apache-2.0

import Counting
import Governance
import Register

/// A rule of the statutes in words.
struct RuleWords {
  private let sentences: [StatutesExplained.Sentence]

  init(_ statutes: Statutes, _ language: Language) {
    self.sentences = StatutesExplained.sections(statutes, language).flatMap(\.sentences)
  }

  /// Every sentence about a rule: who votes, what counts, what carries.
  func sentences(_ rule: String) -> [String] { sentences(rule, of: nil) }

  /// Those sentences about a rule that a voter needs most: quorum, majority, blocs, secrecy.
  func essentials(_ rule: String) -> [String] {
    sentences(rule, of: ["quorum", "pass", "blocs", "secrecy"])
  }

  private func sentences(_ rule: String, of parts: [String]?) -> [String] {
    let path = "rules.\(rule)"
    return sentences.filter { sentence in
      guard let parts else {
        return sentence.clause == path || sentence.clause.hasPrefix(path + ".")
      }
      return parts.contains { sentence.clause == "\(path).\($0)" }
    }
    .map(\.text)
  }

  /// The key of the message that says what staying silent means.
  static func silence(_ rule: Statutes.Rule) -> String {
    if rule.ballot == .silence { return "vote.silence.agrees" }
    if asksAll(rule.pass) || asksAll(rule.blocs?.each) { return "vote.silence.against" }
    return rule.quorum == nil && rule.blocs?.quorum == nil ? "vote.silence.nothing" : "vote.silence"
  }

  /// Whether those in favour must be a share of everybody, so that whoever is silent is missing.
  private static func asksAll(_ condition: Condition?) -> Bool {
    (condition?.clauses ?? []).contains { clause in
      [.yes, .consent].contains(clause.count) && [.more, .atLeast].contains(clause.comparison)
        && (clause.base == .electors || clause.base == .seats)
    }
  }
}
