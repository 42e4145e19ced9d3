// SPDX-License-Identifier: Apache-2.0

/// All strict rankings as a tree of common beginnings, in flat arrays.
///
/// A node stands for all papers that begin with the path to it. Nodes come in preorder: the nodes
/// below node `i` are those from `i + 1` up to `next[i]`. Equal ballots end at the same node.
struct BallotTree {
  /// The candidate at the end of each node's path.
  private(set) var candidate: [Int] = []
  /// How many papers begin with that path.
  private(set) var papers: [Int] = []
  /// The first node that is not below this one.
  private(set) var next: [Int] = []
  /// The node above, or -1.
  private(set) var parent: [Int] = []
  /// How many papers there are of each kind.
  private(set) var counts = Count.Papers()

  init(_ contest: Contest) throws(Uncountable) {
    let rankings = try Rankings(contest)
    counts = rankings.counts
    var path: [Int] = []
    var previous: ArraySlice<Int32> = []
    for pile in rankings.sorted() {
      let ranking = rankings.ranking(pile)
      let common = zip(previous, ranking).prefix { $0 == $1 }.count
      close(&path, downTo: common)
      for name in ranking.dropFirst(common) {
        parent.append(path.last ?? -1)
        path.append(candidate.count)
        candidate.append(Int(name))
        papers.append(0)
        next.append(0)
      }
      if let node = path.last { papers[node] += rankings.papers[pile] }
      previous = ranking
    }
    close(&path, downTo: 0)
  }

  /// Finishes the nodes of a path beyond a depth.
  private mutating func close(_ path: inout [Int], downTo depth: Int) {
    while path.count > depth {
      let node = path.removeLast()
      next[node] = candidate.count
      if let above = path.last { papers[above] += papers[node] }
    }
  }
}

/// The strict rankings of a contest, one after another.
private struct Rankings {
  private var names: [Int32] = []
  private var starts: [Int] = [0]
  private(set) var papers: [Int] = []
  private(set) var counts = Count.Papers()

  init(_ contest: Contest) throws(Uncountable) {
    var reader = BallotReader(contest)
    for (index, ballot) in contest.ballots.enumerated() {
      try reader.readRanking(ballot.ranking)
      guard zip(reader.groups, reader.groups.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw .equalRanks(ballot: index)
      }
      guard !reader.names.isEmpty else {
        counts.blank += ballot.papers
        continue
      }
      for name in reader.names { names.append(Int32(name)) }
      starts.append(names.count)
      papers.append(ballot.papers)
      counts.valid += ballot.papers
    }
  }

  func ranking(_ pile: Int) -> ArraySlice<Int32> { names[starts[pile]..<starts[pile + 1]] }

  /// The piles in the order of their rankings, equal ones side by side.
  func sorted() -> [Int] {
    let keys = papers.indices.map { key($0) }
    return papers.indices.sorted { a, b in
      if keys[a] != keys[b] { return keys[a] < keys[b] }
      return ranking(a).lexicographicallyPrecedes(ranking(b))
    }
  }

  /// The first six names in ten bits each, since most pairs of rankings differ in them; a shorter
  /// ranking goes first, as it does lexicographically.
  private func key(_ pile: Int) -> UInt64 {
    let first = ranking(pile).prefix(6)
    let key = first.reduce(UInt64(0)) { $0 << 10 | UInt64($1 + 1) }
    return key << (10 * UInt64(6 - first.count))
  }
}
