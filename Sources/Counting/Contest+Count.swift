// SPDX-License-Identifier: Apache-2.0

extension Contest {
  /// How many candidates or seats there may be.
  public static let countMax = 1_000
  /// How many papers there may be.
  public static let papersMax = 1_000_000_000

  /// Counts the ballots by a method under constraints, down to the last tie.
  ///
  /// The same contest, method, constraints and order give the same count everywhere; `Elections`
  /// says how, to the last decimal.
  public func count(
    _ method: Method, constraints: Constraints = Constraints(), ties: Ties
  ) throws(Uncountable) -> Count {
    try check(method, constraints, ties)
    switch method {
    case .stv, .meek: return try countTransfers(method, constraints, ties)
    case .schulze(let schulze): return try count(schulze, constraints, ties)
    case .plurality, .mostApproved, .borda, .points:
      let scores = try scores(method)
      var working = OrderedCount(try Race(self, constraints, ties))
      if scores.isVoid { working.void() } else { try working.run(scores.scores) }
      return Count(
        method, working.race, working.stages, papers: scores.papers, decimals: method.decimals)
    case .lot:
      var working = OrderedCount(try Race(self, constraints, ties))
      try working.run(lot: ties.lot)
      return Count(method, working.race, working.stages, papers: Count.Papers(), decimals: 0)
    }
  }

  private func countTransfers(
    _ method: Method, _ constraints: Constraints, _ ties: Ties
  ) throws(Uncountable) -> Count {
    let tree = try BallotTree(self)
    let race = try Race(self, constraints, ties)
    guard tree.counts.valid > 0 else {
      var working = OrderedCount(race)
      working.void()
      return Count(
        method, working.race, working.stages, papers: tree.counts, decimals: method.decimals)
    }
    if case .meek = method {
      var working = MeekCount(self, tree, race)
      try working.run()
      return Count(
        method, working.race, working.stages, papers: tree.counts, decimals: method.decimals,
        quota: working.quotaText)
    }
    var working = ScottishCount(self, tree, race)
    try working.run()
    return Count(
      method, working.race, working.stages, papers: tree.counts, decimals: method.decimals,
      quota: working.quotaText)
  }

  private func count(
    _ schulze: Schulze, _ constraints: Constraints, _ ties: Ties
  ) throws(Uncountable) -> Count {
    var papers = Count.Papers()
    let pairwise = try Pairwise(self, schulze.unranked, papers: &papers)
    let comparison = schulze.compare(
      pairwise, standing: candidates.indices.filter { !withdrawn.contains($0) })
    let barred = comparison.dropped + (schulze.standard.map { [$0.option] } ?? [])
    var working = OrderedCount(try Race(self, constraints, ties, barred: Set(barred)))
    let scores = candidates.map { _ in Fraction(0) }
    if papers.valid > 0 {
      try working.run(tiers: comparison.tiers, scores: scores)
    } else {
      working.void()
    }
    return Count(
      .schulze(schulze), working.race, working.stages, papers: papers, decimals: 0,
      comparison: comparison)
  }

  private func scores(_ method: Method) throws(Uncountable) -> Scores {
    switch method {
    case .plurality: try Scores(naming: self, namesMax: seats, blanksCount: false)
    case .mostApproved: try Scores(naming: self, namesMax: nil, blanksCount: true)
    case .borda(let unranked): try Scores(self, unranked)
    case .points(.sum(let scale)): try Scores(self, scale: scale, mean: false)
    case .points(.mean(let scale)): try Scores(self, scale: scale, mean: true)
    case .points(.given(let scores)): Scores(given: scores)
    case .stv, .meek, .schulze, .lot: preconditionFailure("no scores in \(method.name)")
    }
  }
}

extension Method {
  /// How many decimals write this method's numbers exactly; nil when they are fractions.
  var decimals: Int? {
    switch self {
    case .plurality, .mostApproved, .schulze, .lot, .points(.sum): 0
    case .borda: 1
    case .stv: 5
    case .meek: 9
    case .points(.mean), .points(.given): nil
    }
  }
}
