// SPDX-License-Identifier: Apache-2.0

import Governance
import Register

/// A rule of the statutes, or an election's selection, in words; told by its place in them.
struct RuleWords {
  private let sentences: [StatutesExplained.Sentence]

  init(_ statutes: Statutes, _ language: Language) {
    self.sentences = StatutesExplained.sections(statutes, language).flatMap(\.sentences)
  }

  /// Every sentence about `rules.two_thirds`: who votes, what counts, what carries.
  func sentences(_ path: String) -> [String] { sentences(path, of: nil) }

  /// Those that a voter needs most: quorum, majority, blocs, secrecy; how many may be named.
  func essentials(_ path: String) -> [String] {
    sentences(path, of: ["quorum", "pass", "blocs", "picks", "secrecy", "ties"])
  }

  private func sentences(_ path: String, of parts: [String]?) -> [String] {
    sentences.filter { sentence in
      guard let parts else {
        return sentence.clause == path || sentence.clause.hasPrefix(path + ".")
      }
      return parts.contains { sentence.clause == "\(path).\($0)" }
    }
    .map(\.text)
  }
}
