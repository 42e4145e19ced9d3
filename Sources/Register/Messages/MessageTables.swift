// SPDX-License-Identifier: Apache-2.0

/// All messages, by language: the union of a table for each subject.
enum MessageTables {
  enum Bodies {}
  enum Changes {}
  enum Command {}
  enum Deeds {}
  enum Entries {}
  enum Decisions {}
  enum Due {}
  enum Elections {}
  enum Explained {}
  enum Faults {}
  enum Fields {}
  enum Influence {}
  enum Moments {}
  enum Refusals {}
  enum Seats {}
  enum Statutes {}
  enum Stories {}
  enum Terms {}
  enum Tiles {}
  enum Verify {}
  enum Voting {}

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
        Bodies.english, Command.english, Decisions.english, Deeds.english, Due.english,
        Elections.english, Entries.english, Explained.english, Faults.english, Moments.english,
        Refusals.english, Seats.english,
        Changes.english, Fields.english, Influence.english, Stories.english,
        Statutes.english, Terms.english, Tiles.english, Voting.english,
        Verify.english,
      ]
    case .uk:
      [
        Bodies.ukrainian, Command.ukrainian, Decisions.ukrainian, Deeds.ukrainian, Due.ukrainian,
        Elections.ukrainian, Entries.ukrainian, Explained.ukrainian, Faults.ukrainian,
        Moments.ukrainian, Refusals.ukrainian,
        Changes.ukrainian, Fields.ukrainian, Influence.ukrainian, Stories.ukrainian,
        Seats.ukrainian, Statutes.ukrainian, Terms.ukrainian, Tiles.ukrainian, Voting.ukrainian,
        Verify.ukrainian,
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
