// SPDX-License-Identifier: Apache-2.0

/// Reads one ballot after another into the same flat arrays.
///
/// Those who stood down are passed over. What follows a repetition does not count: a ranking ends
/// before the group in which somebody comes a second time.
struct BallotReader {
  private let candidates: Int
  private let withdrawn: [Bool]
  /// The number of the ballot that named each candidate last, from 1.
  private var seen: [Int]
  private var ballot = 0
  /// The candidates of the ballot read last, best first.
  private(set) var names: [Int] = []
  /// For each of them the number of the group, from 0, empty groups counted.
  private(set) var groups: [Int] = []
  /// How many different candidates are named, those who stood down too.
  private(set) var named = 0

  init(_ contest: Contest) {
    candidates = contest.candidates.count
    withdrawn = contest.candidates.indices.map { contest.withdrawn.contains($0) }
    seen = Array(repeating: 0, count: candidates)
  }

  /// Reads a ballot as a ranking.
  mutating func readRanking(_ ranking: [[Int]]) throws(Uncountable) {
    begin()
    for (group, members) in ranking.enumerated() {
      let before = (names.count, named)
      for candidate in members where try !note(candidate, group) {
        names.removeLast(names.count - before.0)
        groups.removeLast(groups.count - before.0)
        named = before.1
        try checkRest(ranking[group...])
        return
      }
    }
  }

  /// Reads a pile of ballots as rankings and counts its papers; false where it ranks nobody who stands.
  mutating func ranks(
    _ ballot: Contest.Ballot, counting papers: inout Count.Papers
  ) throws(Uncountable) -> Bool {
    try readRanking(ballot.ranking)
    if names.isEmpty { papers.blank += ballot.papers } else { papers.valid += ballot.papers }
    return !names.isEmpty
  }

  /// Reads a ballot as a set of names, in which a repetition says nothing new.
  mutating func readNames(_ ranking: [[Int]]) throws(Uncountable) {
    begin()
    for members in ranking { for candidate in members { _ = try note(candidate, 0) } }
  }

  private mutating func begin() {
    ballot += 1
    names.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    named = 0
  }

  /// Takes a candidate down; false if this ballot has named the candidate before.
  private mutating func note(_ candidate: Int, _ group: Int) throws(Uncountable) -> Bool {
    guard seen.indices.contains(candidate) else {
      throw .unknownCandidate(candidate, ballot: ballot - 1)
    }
    if seen[candidate] == ballot { return false }
    seen[candidate] = ballot
    named += 1
    if !withdrawn[candidate] {
      names.append(candidate)
      groups.append(group)
    }
    return true
  }

  private func checkRest(_ rest: ArraySlice<[Int]>) throws(Uncountable) {
    for members in rest {
      for candidate in members where !seen.indices.contains(candidate) {
        throw .unknownCandidate(candidate, ballot: ballot - 1)
      }
    }
  }
}
