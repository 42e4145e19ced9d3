// SPDX-License-Identifier: Apache-2.0

import Counting
import TestSupport
import Testing

/// The published example of guarded and doomed candidates: fourteen seats by nation and sex
/// (Hill, Voting matters 9; Otten, Voting matters 13).
@Suite struct HillsExample {
  struct Example: Decodable {
    let seats: Int
    let cells: [String: Int]
    let constraints: [String: [Int]]
    let feasibleCombinationsOrder: [String]
    let feasibleCombinations: [[Int]]
  }

  private let example: Example
  /// The cell of each candidate: `EM` for an English man.
  private let cells: [String]
  private let constraints: [Constraint]

  init() throws {
    example = try Vectors.votes.json("constraints/hill-otten-feasibility.json", as: Example.self)
    cells = example.feasibleCombinationsOrder.flatMap { [example] cell in
      Array(repeating: cell, count: example.cells[cell] ?? 0)
    }
    constraints = example.constraints.keys.sorted().map { [example, cells] group in
      // "English", "Men": the letter that the cells are named by.
      let letter = group.prefix(1)
      let members = cells.indices.filter {
        ["Men", "Women"].contains(group) ? cells[$0].hasSuffix(letter) : cells[$0].hasPrefix(letter)
      }
      let bounds = example.constraints[group] ?? []
      return Constraint(
        name: group, members: Set(members), atLeast: bounds[0], atMost: bounds[1])
    }
  }

  private func contest(withdrawn: Set<Int> = []) -> Contest {
    Contest(seats: example.seats, candidates: cells, withdrawn: withdrawn)
  }

  private func members(_ cell: String) -> [Int] { cells.indices.filter { cells[$0] == cell } }

  /// With three English men elected and one Scottish woman gone, the other two Scottish women are
  /// guarded and the other English men doomed; the Welsh woman and the Welsh man follow.
  @Test func guardsAndDoomsAsPublished() throws {
    let contest = contest(withdrawn: [members("SW")[0]])
    let first = members("EM").prefix(3)
    let ties = Ties(lot: Array(first) + cells.indices.filter { !first.contains($0) })
    let count = try contest.count(.lot, constraints: Constraints(constraints), ties: ties)

    var elected = 0
    var (guarded, doomed) = (Set<Int>(), Set<Int>())
    for decision in count.stages[0].decisions where elected <= 3 {
      switch decision {
      case .elected: elected += 1
      case .guarded(let candidate, _): guarded.insert(candidate)
      case .doomed(let candidate, _): doomed.insert(candidate)
      case .excluded: Issue.record("a lot excludes nobody")
      }
    }
    #expect(Set(count.elected.prefix(3)) == Set(first))
    #expect(guarded == Set(members("SW").dropFirst() + members("WW")))
    #expect(doomed == Set(members("EM").dropFirst(3) + members("WM")))
  }

  /// Of all ways to take seven English, six Scottish and one Welsh, those that were published are
  /// possible and no others.
  @Test func hasTheEightCombinations() throws {
    var possible: [[Int]] = []
    for numbers in combinations(example.feasibleCombinationsOrder[...], example.seats)
    where numbers[0] + numbers[1] == 7 && numbers[2] + numbers[3] == 6 {
      let exact = zip(example.feasibleCombinationsOrder, numbers).map { cell, number in
        Constraint(name: cell, members: Set(members(cell)), atLeast: number, atMost: number)
      }
      let count = try? contest().count(
        .lot, constraints: Constraints(constraints + exact), ties: Ties(lot: Array(cells.indices)))
      if count != nil { possible.append(numbers) }
    }
    #expect(possible.sorted { $0.lexicographicallyPrecedes($1) } == example.feasibleCombinations)
  }

  private func combinations(_ order: ArraySlice<String>, _ left: Int) -> [[Int]] {
    guard let cell = order.first else { return left == 0 ? [[]] : [] }
    return (0...min(left, example.cells[cell] ?? 0)).flatMap { number in
      combinations(order.dropFirst(), left - number).map { [number] + $0 }
    }
  }
}
