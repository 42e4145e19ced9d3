// SPDX-License-Identifier: Apache-2.0

/// All messages, by language: the union of a table for each subject.
enum MessageTables {
  enum Bodies {}
  enum Changes {}
  enum Command {}
  enum Decisions {}
  enum Deeds {}
  enum Due {}
  enum Elections {}
  enum Entries {}
  enum Explained {}
  enum Faults {}
  enum Fields {}
  enum Influence {}
  enum Memory {}
  enum Moments {}
  enum Refusals {}
  enum Seats {}
  enum Statutes {}
  enum Stories {}
  enum Terms {}
  enum Tiles {}
  enum Verify {}
  enum Voting {}
  enum Witnesses {}

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
        Bodies.english,
        Changes.english,
        Command.english,
        Decisions.english,
        Deeds.english,
        Due.english,
        Elections.english,
        Entries.english,
        Explained.english,
        Faults.english,
        Fields.english,
        Influence.english,
        Memory.english,
        Moments.english,
        Refusals.english,
        Seats.english,
        Statutes.english,
        Stories.english,
        Terms.english,
        Tiles.english,
        Verify.english,
        Voting.english,
        Witnesses.english,
      ]
    case .uk:
      [
        Bodies.ukrainian,
        Changes.ukrainian,
        Command.ukrainian,
        Decisions.ukrainian,
        Deeds.ukrainian,
        Due.ukrainian,
        Elections.ukrainian,
        Entries.ukrainian,
        Explained.ukrainian,
        Faults.ukrainian,
        Fields.ukrainian,
        Influence.ukrainian,
        Memory.ukrainian,
        Moments.ukrainian,
        Refusals.ukrainian,
        Seats.ukrainian,
        Statutes.ukrainian,
        Stories.ukrainian,
        Terms.ukrainian,
        Tiles.ukrainian,
        Verify.ukrainian,
        Voting.ukrainian,
        Witnesses.ukrainian,
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
