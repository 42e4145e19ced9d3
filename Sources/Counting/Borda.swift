// SPDX-License-Identifier: Apache-2.0

/// What those get whom a ballot leaves unranked, under Borda's count.
///
/// With `n` candidates standing, a ballot that ranks all of them gives `n - 1` points to the first,
/// one less to each next, and none to the last. Equally ranked candidates share the points of their
/// places equally, always. For ballots that rank only `m` of them see P. Emerson, "The original
/// Borda count and partial voting", Social Choice and Welfare 40 (2013).
public enum Borda: String, Sendable, Hashable, CaseIterable {
  /// They are equal last and share the points that are left over: `(n - m - 1) / 2` each.
  case last
  /// They get none; those ranked get what they would have got on a full ballot.
  case zero
  /// They get none, and the `m` ranked get `m`, `m - 1`, … 1: who ranks few gives little.
  case modified

  /// Adds a ballot's points, in halves.
  func add(_ ballot: BallotReader, papers: Int, standing: Int, to halves: inout [Int]) {
    let ranked = ballot.names.count
    let places = self == .modified ? ranked + 1 : standing
    var start = 0
    while start < ranked {
      var end = start + 1
      while end < ranked, ballot.groups[end] == ballot.groups[start] { end += 1 }
      // The mean of the points from the best of these places to the worst, doubled.
      let doubled = (places - 1 - start) + (places - end)
      for index in start..<end { halves[ballot.names[index]] += papers * doubled }
      start = end
    }
    guard self == .last, ranked < standing else { return }
    // Everyone gets what the unranked share; those ranked give it back.
    for index in halves.indices { halves[index] += papers * (standing - ranked - 1) }
    for name in ballot.names { halves[name] -= papers * (standing - ranked - 1) }
  }
}
