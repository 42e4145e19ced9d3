// SPDX-License-Identifier: Apache-2.0

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
}
