// SPDX-License-Identifier: Apache-2.0

/// Who stands for how many places, and how people voted: what every method of counting is given.
public struct Contest: Sendable, Hashable {
  /// What the contest is called.
  public var title: String
  /// How many are to be elected.
  public var seats: Int
  /// The candidates' names; everywhere else a candidate is its index here, from 0.
  public var candidates: [String]
  /// Those who stood down; a count passes over them.
  public var withdrawn: Set<Int>
  /// The ballots, equal ones in one pile or apart.
  public var ballots: [Ballot]

  /// So many papers that say the same.
  public struct Ballot: Sendable, Hashable {
    /// How many papers, 1 or more.
    public var papers: Int
    /// The candidates from best to worst; those in one group are ranked equally.
    ///
    /// Who is in no group is unranked; on an approval ballot the one group holds those approved of.
    public var ranking: [[Int]]

    /// A pile of papers with that ranking.
    public init(papers: Int = 1, ranking: [[Int]]) {
      self.papers = papers
      self.ranking = ranking
    }
  }

  /// A contest with its ballots.
  public init(
    title: String = "", seats: Int, candidates: [String], withdrawn: Set<Int> = [],
    ballots: [Ballot] = []
  ) {
    self.title = title
    self.seats = seats
    self.candidates = candidates
    self.withdrawn = withdrawn
    self.ballots = ballots
  }
}
