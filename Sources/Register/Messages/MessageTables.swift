// SPDX-License-Identifier: Apache-2.0

/// All messages, by language: the union of a table for each subject.
enum MessageTables {
  enum Command {}
  enum Deeds {}
  enum Entries {}
  enum Due {}
  enum Faults {}
  enum Moments {}
  enum Refusals {}
  enum Statutes {}
  enum Terms {}

  /// The messages of a language by key.
  static func messages(in language: Language) -> [String: String] {
    switch language {
    case .en: english
    case .uk: ukrainian
    }
  }

  /// The tables of a language, one for each subject.
  static func tables(in language: Language) -> [[String: String]] {
    switch language {
    case .en:
      [
        Command.english, Deeds.english, Due.english, Entries.english, Faults.english,
        Moments.english, Refusals.english, Statutes.english, Terms.english,
      ]
    case .uk:
      [
        Command.ukrainian, Deeds.ukrainian, Due.ukrainian, Entries.ukrainian, Faults.ukrainian,
        Moments.ukrainian, Refusals.ukrainian, Statutes.ukrainian, Terms.ukrainian,
      ]
    }
  }

  private static let english = union(.en)
  private static let ukrainian = union(.uk)

  private static func union(_ language: Language) -> [String: String] {
    tables(in: language).reduce(into: [:]) { union, table in
      union.merge(table) { first, _ in first }
    }
  }
}
