// SPDX-License-Identifier: Apache-2.0

/// How many papers prefer each candidate to each other one.
public struct Pairwise: Sendable, Hashable {
  /// How many candidates there are.
  public let count: Int
  /// Papers that prefer `a` to `b` at index `a * count + b`; zero on the diagonal.
  public private(set) var preferring: [Int]

  /// A matrix that has been published: a row for each candidate, as long as there are rows.
  public init?(_ rows: [[Int]]) {
    guard rows.allSatisfy({ $0.count == rows.count }) else { return nil }
    guard rows.joined().allSatisfy({ (0...Contest.papersMax).contains($0) }) else { return nil }
    count = rows.count
    preferring = Array(rows.joined())
  }

  /// How many papers prefer `a` to `b`.
  public subscript(a: Int, b: Int) -> Int { preferring[a * count + b] }

  /// Compares all pairs on all ballots of a contest.
  init(
    _ contest: Contest, _ unranked: Schulze.Unranked, papers: inout Count.Papers
  ) throws(Uncountable) {
    count = contest.candidates.count
    preferring = Array(repeating: 0, count: count * count)
    let standing = contest.candidates.indices.filter { !contest.withdrawn.contains($0) }
    var reader = BallotReader(contest)
    for ballot in contest.ballots {
      try reader.readRanking(ballot.ranking)
      if reader.names.isEmpty {
        papers.blank += ballot.papers
      } else {
        papers.valid += ballot.papers
        add(reader, ballot.papers, over: unranked == .last ? standing : [])
      }
    }
  }

  /// Adds one pile: everyone ranked over those ranked lower, and over `others` who are unranked.
  private mutating func add(_ ballot: BallotReader, _ papers: Int, over others: [Int]) {
    let isRanked = ballot.names.reduce(into: [Bool](repeating: false, count: count)) {
      $0[$1] = true
    }
    let unranked = others.filter { !isRanked[$0] }
    for (place, name) in ballot.names.enumerated() {
      let row = name * count
      for lower in place + 1..<ballot.names.count where ballot.groups[lower] > ballot.groups[place]
      {
        preferring[row + ballot.names[lower]] += papers
      }
      for other in unranked { preferring[row + other] += papers }
    }
  }
}
