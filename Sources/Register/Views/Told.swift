// SPDX-License-Identifier: Apache-2.0

import Governance

/// A statement that can be told in one line.
protocol Told {
  /// Which of several messages tells it; `nil` for the plain one, `entry.<type>`.
  var variant: String? { get }
  /// The values of the message.
  func facts(_ summary: Summary) -> [String: String]
}

extension Told {
  var variant: String? { nil }
}

/// What the facts of several types have in common.
extension Summary {
  /// How much of a text that somebody wrote stands in one line.
  static let briefMax = 100

  /// The beginning of a text that somebody wrote.
  func brief(_ text: String) -> String {
    guard text.count > Self.briefMax else { return text }
    return "\(text.prefix(Self.briefMax))…"
  }

  /// A verifier key's name.
  func keyName(_ vkey: String) -> String { String(vkey.prefix { $0 != "+" }) }

  /// `12 carried, 3 lost`.
  func outcomes(_ outcomes: [VoteOutcome]) -> String {
    VoteOutcome.allCases.compactMap { outcome in
      let count = outcomes.count { $0 == outcome }
      let word = words.term("outcome", outcome.rawValue)
      return count == 0 ? nil : words("outcome.count", ["count": "\(count)", "outcome": word])
    }
    .joined(separator: ", ")
  }
}
