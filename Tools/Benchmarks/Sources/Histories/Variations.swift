// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Other readings of the statutes' clauses, so that histories differ in their rules too.
enum Variations {
  /// The text with some of its clauses read otherwise.
  static func varied(_ policy: String, _ chance: inout Chance) -> String {
    var text = policy
    for (old, others) in decisions where chance.once(in: 3) {
      replace(old, by: others, in: &text, &chance)
    }
    for (old, others) in elections where !chance.once(in: 3) {
      replace(old, by: others, in: &text, &chance)
    }
    return text
  }

  private static func replace(
    _ old: String, by others: [String], in text: inout String, _ chance: inout Chance
  ) {
    guard let place = text.range(of: old), let other = chance.one(of: others) else { return }
    text.replaceSubrange(place, with: other)
  }

  private static let decisions = [
    (
      "take_part >= 1/2 of seats\", pass: \"yes > 1/2 of cast\", window: vote_5d, tie",
      ["take_part >= 1/4 of seats\", pass: \"yes > 1/2 of cast\", window: vote_5d, tie"]
    ),
    (
      "pass: \"yes >= 2/3 of cast\", window: vote_5d}",
      [
        "pass: \"yes >= 2/3 of cast\", window: vote_5d, weight: paid_staff}",
        "pass: \"yes > 1/2 of electors\", window: vote_5d, proxies: {at_most: 1}}",
        "pass: \"yes >= 1/2 of taking_part\", window: vote_5d, challenge: P2D}",
      ]
    ),
    ("secrecy: sealed}", ["secrecy: open}"]), ("rounds: 2,", ["rounds: 1,"]),
    ("pass: \"object < 3\"", ["pass: \"object <= 0\""]), ("seconds: 2,", ["seconds: 1,"]),
    ("hearing: P7D", ["hearing: PT30H"]),
    ("tie: fails, retry: {once_after: P7D", ["tie: fails, retry: {once_after: P2D"]),
    ("or_members: 5", ["or_members: 2"]), ("text_frozen: P14D", ["text_frozen: P2D"]),
  ]

  private static let elections = [
    (
      "ballot: approval, method: most_approved, electors: seat, window: vote_5d, ties: [lot], "
        + "secrecy: sealed",
      [
        "ballot: approval, method: most_approved, picks: 2, electors: seat, window: vote_5d, "
          + "ties: [lot], unmet: release",
        "ballot: approval, method: most_approved, electors: seat, window: vote_5d, ties: [lot]",
        "ballot: ranked, method: stv, electors: seat, window: vote_5d, ties: [lot]",
        "ballot: ranked, method: stv, electors: seat, window: vote_5d, ties: [lot], "
          + "unmet: release, secrecy: sealed",
        "ballot: ranked, method: borda, electors: seat, window: vote_5d, ties: [lot]",
        "ballot: ranked, method: points, picks: 3, electors: seat, window: vote_5d, ties: [lot], "
          + "unmet: release",
        "ballot: ranked, method: most_approved, electors: seat, window: vote_5d, ties: [lot]",
        "ballot: approval, method: stv, electors: seat, window: vote_5d, ties: [lot]",
      ]
    ),
    (
      "caps: [{at_most: 1, per: family}, {at_most: \"1/3\", per: oblast}]",
      [
        "caps: [{at_most: 2, per: family}, {at_most: 2, per: oblast}]",
        "caps: [{at_most: 1, per: family}, {at_most: 2, where: small}]",
        "caps: [{at_most: \"1/4\", per: oblast}]",
      ]
    ),
    (
      "floors: [{at_least: \"2/5\", where: nominee_woman}]",
      [
        "floors: [{at_least: 2, where: small}]",
        "floors: [{at_least: \"1/2\", where: nominee_woman}, {at_least: 1, where: frontline}]",
        "floors: [{at_least: 4, where: nominee_woman}]",
      ]
    ),
    (
      "appeals: {seats: [appeal_seat],",
      ["appeals: {seats: [appeal_seat], caps: [{at_most: 1, per: family}],"]
    ),
    (", never: [steering]}", ["}"]),
    ("small_seat: {count: 3,", ["small_seat: {count: 2,", "small_seat: {count: 1,"]),
    ("frontline_seat: {count: 2,", ["frontline_seat: {count: 1,"]),
    ("open_seat: {count: 4,", ["open_seat: {count: 5,"]),
    (
      "holder: \"seat_ready\"",
      ["holder: \"seat_ready or nominee_woman\"", "holder: \"status == member\""]
    ),
    (
      "electors: small_members, term: P12M, max_terms: 2, rest: P12M, stagger: 2",
      [
        "electors: members, term: P6M, max_terms: 1, rest: P3M, stagger: 2",
        "electors: small_members, term: P100D, max_terms: 2, stagger: 3",
        "electors: assembly, term: P12M, max_terms: 1, stagger: 1",
      ]
    ),
    (
      "electors: frontline_members, term: P12M, max_terms: 2, rest: P12M, stagger: 2, "
        + "vacancy: runner_up",
      [
        "electors: members, term: P12M, max_terms: 1, rest: P30D, stagger: 2, vacancy: named",
        "electors: assembly, term: P5M, max_terms: 2, rest: P6M, stagger: 2, vacancy: runner_up",
      ]
    ),
    (
      "electors: members, term: P12M, max_terms: 2, rest: P12M, stagger: 2, vacancy: by_election",
      [
        "electors: members, term: P12M, max_terms: 2, rest: P12M, stagger: 2, vacancy: runner_up",
        "electors: assembly, term: P6M, max_terms: 1, rest: P6M, stagger: 3, vacancy: runner_up",
        "electors: assembly, term: P9M, max_terms: 2, stagger: 2, vacancy: runner_up",
      ]
    ),
    (
      "term: P24M, max_terms: 1, rest: P24M, stagger: 1",
      ["term: P6M, max_terms: 1, stagger: 1", "term: P12M, max_terms: 2, rest: P6M, stagger: 2"]
    ),
  ]
}
