// SPDX-License-Identifier: Apache-2.0

extension Contest {
  /// Counts the same ballots again to fill seats that have fallen vacant.
  ///
  /// Those who `left` count as withdrawn; those still `sitting` are guarded and keep their seats even
  /// above a cap. Whoever is elected besides, ``Count/newlyElected``, fills the vacancies. All other
  /// constraints hold for the body as it will be.
  public func countback(
    _ method: Method, left: Set<Int>, sitting: Set<Int>, constraints: Constraints = Constraints(),
    ties: Ties
  ) throws(Uncountable) -> Count {
    var contest = self
    contest.withdrawn.formUnion(left)
    var constraints = constraints
    constraints.sitting = sitting
    return try contest.count(method, constraints: constraints, ties: ties)
  }
}
