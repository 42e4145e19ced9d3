// SPDX-License-Identifier: Apache-2.0

extension Rules {
  /// Somebody whom no permitted outcome leaves out, or whom none takes.
  struct Mark {
    let candidate: Int
    let isDoom: Bool
    let by: [Count.Bound]
  }

  /// Marks among some candidates, given who is taken and who is left.
  ///
  /// They are those of I. D. Hill, Voting matters 9 (1998).
  /// `feasibility` is that of all rules, and some outcome is possible.
  func marks(
    _ feasibility: Feasibility, among candidates: [Int], taken: [Bool], left: [Bool]
  ) throws(Uncountable) -> [Mark] {
    guard let kinds = try Kinds(feasibility, taken: taken, left: left) else {
      preconditionFailure("a count never leaves what is feasible")
    }
    var reasons: [Int: [Count.Bound]] = [:]
    var marks: [Mark] = []
    for candidate in candidates {
      let cell = feasibility.cellOf[candidate]
      guard let isDoom = kinds.isDoom[cell] else { continue }
      if reasons[cell] == nil {
        let needed = try needed { rules throws(Uncountable) in
          let alone = try outcomes(of: rules)
          let kinds = try Kinds(alone, taken: taken, left: left)
          return kinds?.isDoom[alone.cellOf[candidate]] == isDoom
        }
        reasons[cell] = needed.map { $0.bound(taken: taken, left: left) }
      }
      marks.append(Mark(candidate: candidate, isDoom: isDoom, by: reasons[cell] ?? []))
    }
    return marks
  }

  /// For each cell: doomed (true), guarded (false), or neither (nil).
  private struct Kinds {
    private(set) var isDoom: [Bool?]

    init?(_ feasibility: Feasibility, taken: [Bool], left: [Bool]) throws(Uncountable) {
      guard let ranges = try feasibility.ranges(taken: taken, left: left) else { return nil }
      var least = [Int](repeating: 0, count: feasibility.cells)
      var more = least
      for candidate in taken.indices {
        if taken[candidate] { least[feasibility.cellOf[candidate]] += 1 }
        if left[candidate] { more[feasibility.cellOf[candidate]] += 1 }
      }
      isDoom = ranges.indices.map { cell in
        guard more[cell] > 0 else { return nil }
        if ranges[cell].upperBound == least[cell] { return true }
        return ranges[cell].lowerBound == least[cell] + more[cell] ? false : nil
      }
    }
  }

  /// The constraints that contradict each other among those who stand, each of them needed for it.
  func contradiction(standing: [Bool]) throws(Uncountable) -> Uncountable {
    let needed = try conflict(standing: standing)
    return .infeasible(
      needed.compactMap(\.constraint).withoutRepeats,
      sitting: needed.contains { $0.kind == .sitting })
  }

  /// The rules that cannot hold together among those who stand, each of them needed for that.
  func conflict(standing: [Bool]) throws(Uncountable) -> [Rule] {
    let nobody = [Bool](repeating: false, count: candidates)
    return try needed { rules throws(Uncountable) in
      try !outcomes(of: rules).isPossible(taken: nobody, left: standing)
    }
  }
}

extension Rules.Rule {
  /// How the rule stands when those are taken and those are left.
  func bound(taken: [Bool], left: [Bool]) -> Count.Bound {
    Count.Bound(
      constraint: constraint, kind: kind, number: number,
      elected: members.indices.count { members[$0] && taken[$0] },
      left: members.indices.count { members[$0] && left[$0] })
  }
}
