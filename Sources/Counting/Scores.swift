// SPDX-License-Identifier: Apache-2.0

/// Points or names added up for each candidate, and the papers that they come from.
struct Scores {
  private(set) var scores: [Fraction]
  private(set) var papers = Count.Papers()
  /// Whether nobody said anything.
  private(set) var isVoid: Bool

  /// How often each candidate is named; a paper with more than `namesMax` names is invalid.
  init(naming contest: Contest, namesMax: Int?, blanksCount: Bool) throws(Uncountable) {
    var sums = [Int](repeating: 0, count: contest.candidates.count)
    var reader = BallotReader(contest)
    for ballot in contest.ballots {
      try reader.readNames(ballot.ranking)
      if let namesMax, reader.named > namesMax {
        papers.invalid += ballot.papers
      } else if reader.names.isEmpty, !blanksCount {
        papers.blank += ballot.papers
      } else {
        papers.valid += ballot.papers
        for name in reader.names { sums[name] += ballot.papers }
      }
    }
    scores = sums.map { Fraction($0) }
    isVoid = papers.valid == 0
  }

  /// Scores made elsewhere.
  init(given scores: [Fraction]) {
    self.scores = scores
    isVoid = false
  }

  /// Borda's points.
  init(_ contest: Contest, _ unranked: Borda) throws(Uncountable) {
    let standing = contest.candidates.count - contest.withdrawn.count
    var halves = [Int](repeating: 0, count: contest.candidates.count)
    var reader = BallotReader(contest)
    for ballot in contest.ballots where try reader.ranks(ballot, counting: &papers) {
      unranked.add(reader, papers: ballot.papers, standing: standing, to: &halves)
    }
    scores = halves.indices.map {
      Fraction(contest.withdrawn.contains($0) ? 0 : halves[$0], 2)
    }
    isVoid = papers.valid == 0
  }

  /// Points by place on the ballot.
  init(_ contest: Contest, scale: [Int], mean: Bool) throws(Uncountable) {
    var sums = [Int](repeating: 0, count: contest.candidates.count)
    var givers = sums
    var reader = BallotReader(contest)
    for ballot in contest.ballots where try reader.ranks(ballot, counting: &papers) {
      for (name, group) in zip(reader.names, reader.groups) {
        sums[name] += ballot.papers * (group < scale.count ? scale[group] : 0)
        givers[name] += ballot.papers
      }
    }
    scores = zip(sums, givers).map { Fraction($0, mean ? max($1, 1) : 1) }
    isVoid = papers.valid == 0
  }
}
