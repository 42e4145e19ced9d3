// SPDX-License-Identifier: Apache-2.0

import Counting
import TestSupport
import Testing

/// Real wards under made-up constraints, counted by another program that was tested against brute
/// force (`Tests/Vectors/votes/constraints`).
@Suite struct ConstrainedWards {
  struct Published: Decodable {
    let quota: String
    let unconstrainedElected, electedInOrder: [Int]
    let stages: [Stage]

    struct Stage: Decodable {
      let event: String
      let candidates: [Int]
      let votes: [String: String]
      let nonTransferable, state: String
    }
  }

  static let wards = Result { try Vectors.votes.names("constraints", ".blt") }

  @Test(arguments: try wards.get())
  func agreeWithEveryFigure(ward: String) throws {
    let published = try Vectors.votes.json("\(ward).expected.json", as: Published.self)
    let contest = try Vectors.votes.blt(ward)
    let constraints = Constraints(try Vectors.votes.constraints(ward))
    let free = try contest.count(.stv, ties: contest.paperOrder)
    #expect(free.elected.map { $0 + 1 } == published.unconstrainedElected)

    let count = try contest.count(.stv, constraints: constraints, ties: contest.paperOrder)
    #expect(count.quota?.decimal(places: 5) == published.quota)
    #expect(count.elected.map { $0 + 1 } == published.electedInOrder)
    #expect(
      count.stages.map { Self.words($0.action) }
        == published.stages.map { "\($0.event) \($0.candidates)" })
    for (stage, expected) in zip(count.stages, published.stages) {
      for (number, votes) in expected.votes {
        let index = try #require(Int(number)) - 1
        #expect(stage.votes[index].decimal(places: 5) == votes)
      }
      #expect(stage.nonTransferable.decimal(places: 5) == expected.nonTransferable)
    }
    for (index, stage) in published.stages.enumerated() where !stage.state.isEmpty {
      #expect(Self.state(count, after: index, of: contest) == stage.state)
    }
  }

  private static func words(_ action: Count.Action) -> String {
    switch action {
    case .firstPreferences: "first []"
    case .surplus(let candidate): "surplus [\(candidate + 1)]"
    case .exclusion(let candidate): "exclude [\(candidate + 1)]"
    case .exclusionOfDoomed(let candidates): "doomed \(candidates.map { $0 + 1 })"
    case .round, .ranking: "unexpected"
    }
  }

  /// Who is guarded or doomed and neither elected at quota nor excluded yet.
  ///
  /// The other program also calls the last ones guarded when no more are left than seats.
  private static func state(_ count: Count, after stage: Int, of contest: Contest) -> String {
    var (guarded, doomed, gone) = (Set<Int>(), Set<Int>(), Set<Int>())
    for stage in count.stages[...stage] {
      switch stage.action {
      case .exclusion(let candidate): gone.insert(candidate)
      case .exclusionOfDoomed(let candidates): gone.formUnion(candidates)
      case .firstPreferences, .surplus, .round, .ranking: break
      }
      for decision in stage.decisions {
        switch decision {
        case .guarded(let candidate, _): guarded.insert(candidate)
        case .doomed(let candidate, _): doomed.insert(candidate)
        case .elected(let candidate, .remaining): guarded.insert(candidate)
        case .elected(let candidate, _): gone.insert(candidate)
        case .excluded: break
        }
      }
    }
    func text(_ candidates: Set<Int>) -> String {
      "[\(candidates.subtracting(gone).sorted().map { "\($0 + 1)" }.joined(separator: ", "))]"
    }
    return "guarded=\(text(guarded)) doomed=\(text(doomed))"
  }
}
