// SPDX-License-Identifier: Apache-2.0

import Counting
import Foundation
import Testing

/// Constraints under every method, compared with trying every outcome.
@Suite struct ConstrainedCounts {
  /// A permitted outcome is found when there is one, and the count is refused when there is none.
  ///
  /// Whoever was doomed or guarded is in no permitted outcome or in all that were left then.
  @Test(arguments: RandomContest.methods)
  func findAPermittedOutcome(method: Method) throws {
    var (found, refused) = (0, 0)
    for seed in 0..<1_000 {
      let random = RandomContest(seed)
      let places = min(random.contest.seats, random.standing.count)
      let permitted = random.permitted(places)
      let result = Result { () throws(Uncountable) in
        try random.contest.count(method, constraints: random.constraints, ties: random.ties)
      }
      switch result {
      case .success(let count):
        if count.vacant.first?.reason == .noBallots { continue }
        found += 1
        #expect(permitted.contains(Set(count.elected)), "seed \(seed)")
        #expect(count.elected.count == places, "seed \(seed)")
        checkMarks(count, permitted, "seed \(seed)")
      case .failure(.infeasible(let named, false)):
        refused += 1
        #expect(permitted.isEmpty, "seed \(seed)")
        checkConflict(random, named, places, "seed \(seed)")
      case .failure(let other): Issue.record(other, "seed \(seed)")
      }
    }
    #expect(found > 400 && refused > 200)
  }

  /// Each mark holds among the outcomes that agree with all that was decided before it.
  private func checkMarks(_ count: Count, _ permitted: [Set<Int>], _ seed: String) {
    var (elected, out, marked) = (Set<Int>(), Set<Int>(), Set<Int>())
    for stage in count.stages {
      switch stage.action {
      case .exclusion(let candidate): out.insert(candidate)
      case .exclusionOfDoomed(let candidates):
        #expect(marked.isSuperset(of: candidates), "\(seed)")
        out.formUnion(candidates)
      case .firstPreferences, .surplus, .round, .ranking: break
      }
      for decision in stage.decisions {
        let left = permitted.filter { $0.isSuperset(of: elected) && $0.isDisjoint(with: out) }
        switch decision {
        case .elected(let candidate, _): elected.insert(candidate)
        case .excluded(let candidate): out.insert(candidate)
        case .guarded(let candidate, let bounds):
          #expect(left.allSatisfy { $0.contains(candidate) } && !bounds.isEmpty, "\(seed)")
        case .doomed(let candidate, let bounds):
          #expect(!left.contains { $0.contains(candidate) } && !bounds.isEmpty, "\(seed)")
          marked.insert(candidate)
        }
      }
    }
  }

  /// The constraints named cannot hold together, and without any one of them they can.
  private func checkConflict(
    _ random: RandomContest, _ named: [Int], _ places: Int, _ seed: String
  ) {
    var some = random
    func isPossible(_ list: [Int]) -> Bool {
      some.constraints.list = list.map { random.constraints.list[$0] }
      return !some.permitted(places).isEmpty
    }
    #expect(!isPossible(named), "\(seed)")
    for index in named { #expect(isPossible(named.filter { $0 != index }), "\(seed)") }
  }

  /// A constraint that every outcome satisfies changes nothing but says so nowhere.
  @Test(arguments: RandomContest.methods)
  func changeNothingWhenTheyDoNotBind(method: Method) throws {
    for seed in 0..<500 {
      let random = RandomContest(seed)
      let slack = Constraints(
        random.constraints.list.map {
          Constraint(name: $0.name, members: $0.members, atMost: random.contest.seats)
        })
      let free = try random.contest.count(method, ties: random.ties)
      let bound = try random.contest.count(method, constraints: slack, ties: random.ties)
      #expect(bound == free, "seed \(seed)")
    }
  }

  /// Nor does one that the free outcome happens to satisfy, as long as nobody is marked.
  @Test(arguments: RandomContest.methods)
  func changeNothingWhileNobodyIsMarked(method: Method) throws {
    var unmarked = 0
    for seed in 0..<1_000 {
      let random = RandomContest(seed)
      guard
        let bound = try? random.contest.count(
          method, constraints: random.constraints, ties: random.ties), bound.marks.isEmpty
      else { continue }
      unmarked += 1
      #expect(try bound == random.contest.count(method, ties: random.ties), "seed \(seed)")
    }
    #expect(unmarked > 50)
  }

  /// Where too few stand, the fewest seats are taken from floors, and as many are filled as can be.
  @Test(arguments: [RankedFill.Unmet.leaveVacant, .release])
  func yieldAsLittleAsPossible(unmet: RankedFill.Unmet) throws {
    var lowered = 0
    for seed in 0..<2_000 {
      var random = RandomContest(seed)
      random.constraints.unmet = unmet
      let count = try? random.contest.count(
        .lot, constraints: random.constraints, ties: random.ties)
      let best = leastLowering(random, unmet)
      #expect((count != nil) == (best != nil), "seed \(seed)")
      guard let count, let best else { continue }
      if !count.lowered.isEmpty { lowered += 1 }
      var by = [Int](repeating: 0, count: random.constraints.list.count)
      for lowering in count.lowered { by[lowering.constraint] = lowering.by }
      #expect(by == best.by, "seed \(seed)")
      #expect(count.elected.count == best.places, "seed \(seed)")
      #expect(
        count.elected.count + count.vacant.reduce(0) { $0 + $1.seats } == count.seats,
        "seed \(seed)")
    }
    #expect(lowered > 100)
  }

  /// With floors on disjoint groups and no caps, ranked fill's safe sum is exact.
  @Test(arguments: [RankedFill.Unmet.leaveVacant, .release])
  func takeWhomRankedFillTakesWhereFloorsAreDisjoint(unmet: RankedFill.Unmet) throws {
    for seed in 0..<500 {
      var random = Seeded(seed)
      let count = Int.random(in: 1...9, using: &random)
      let seats = Int.random(in: 4...7, using: &random)
      let groups = (0..<count).map { _ in Int.random(in: 0...2, using: &random) }
      let floors = (0..<2).map { _ in Int.random(in: 0...2, using: &random) }
      let scores = Array(1...count).shuffled(using: &random).map { Fraction($0) }
      let constraints = floors.enumerated().map { group, least in
        Constraint(
          name: "\(group)", members: Set(groups.indices.filter { groups[$0] == group }),
          atLeast: least)
      }
      let contest = Contest(seats: seats, candidates: groups.map { "\($0)" })
      let election = try contest.count(
        .points(.given(scores)), constraints: Constraints(constraints, unmet: unmet),
        ties: contest.paperOrder)
      let fill = RankedFill(
        places: seats, floors: floors.map { .init(name: "", atLeast: $0) }, unmet: unmet)
      let taken = fill.fill(
        groups.indices.map {
          .init(id: "\($0)", score: scores[$0], floorsMet: groups[$0] < 2 ? [groups[$0]] : [])
        })
      #expect(
        Set(election.elected.map { "\($0)" }) == Set(taken.filter(\.selected).map(\.id)),
        "seed \(seed)")
    }
  }

  /// The same by trying every way of lowering every floor.
  private func leastLowering(
    _ random: RandomContest, _ unmet: RankedFill.Unmet
  ) -> (by: [Int], places: Int)? {
    let seats = random.contest.seats
    let whole = min(seats, random.standing.count)
    if !random.permitted(whole).isEmpty {
      return (random.constraints.list.map { _ in 0 }, whole)
    }
    var best: (key: [Int], by: [Int], places: Int)?
    for by in ways(random.constraints.list.map(\.atLeast)[...]) {
      var some = random
      for index in by.indices { some.constraints.list[index].atLeast -= by[index] }
      let total = by.reduce(0, +)
      let open = unmet == .leaveVacant ? seats - total : seats
      guard open >= 0 else { continue }
      for places in 0...min(open, random.standing.count) where !some.permitted(places).isEmpty {
        let key = [total, -places] + by
        if let best, !key.lexicographicallyPrecedes(best.key) { continue }
        best = (key, by, places)
      }
    }
    return best.map { ($0.by, $0.places) }
  }

  private func ways(_ floors: ArraySlice<Int>) -> [[Int]] {
    guard let first = floors.first else { return [[]] }
    return (0...first).flatMap { by in ways(floors.dropFirst()).map { [by] + $0 } }
  }
}
