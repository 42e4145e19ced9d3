// SPDX-License-Identifier: Apache-2.0

import Counting

/// Numbers that a seed repeats (splitmix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A small election with everything that a method may meet.
struct RandomContest {
  var contest: Contest
  var constraints: Constraints
  var ties: Ties

  /// `weak` says whether ballots may rank candidates equally.
  init(_ seed: Int, weak: Bool = false) {
    var random = Seeded(seed)
    let count = Int.random(in: 1...7, using: &random)
    let seats = Int.random(in: 1...4, using: &random)
    let ballots = (0..<Int.random(in: 1...25, using: &random)).map { _ in
      var names = Array(0..<count).shuffled(using: &random)
      names = Array(names.prefix(Int.random(in: 0...count, using: &random)))
      var ranking: [[Int]] = []
      for name in names {
        if weak, !ranking.isEmpty, Bool.random(using: &random) {
          ranking[ranking.count - 1].append(name)
        } else {
          ranking.append([name])
        }
      }
      return Contest.Ballot(papers: Int.random(in: 1...3, using: &random), ranking: ranking)
    }
    contest = Contest(
      seats: seats, candidates: (0..<count).map { "\($0)" },
      withdrawn: Set((0..<count).filter { _ in Int.random(in: 0..<8, using: &random) == 0 }),
      ballots: ballots)
    constraints = Constraints(
      (0..<Int.random(in: 1...3, using: &random)).map { group in
        let members = Set((0..<count).filter { _ in Bool.random(using: &random) })
        let least = Int.random(in: 0...min(2, seats), using: &random)
        let most = Bool.random(using: &random) ? least + Int.random(in: 0...1, using: &random) : nil
        return Constraint(name: "\(group)", members: members, atLeast: least, atMost: most)
      })
    ties = Ties(lot: Array(0..<count).shuffled(using: &random))
  }

  /// Every method, each with its variants.
  static let methods: [Method] = [
    .plurality, .mostApproved, .stv, .meek, .schulze(Schulze()),
    .schulze(Schulze(unranked: .noComparison, strength: .winningFewestAgainst)),
    .borda(.last), .borda(.zero), .borda(.modified), .points(.sum(scale: [3, 2, 1])),
    .points(.mean(scale: [3, 2, 1])), .lot,
  ]

  var standing: [Int] { contest.candidates.indices.filter { !contest.withdrawn.contains($0) } }

  /// All sets of so many who stand that satisfy the constraints: by trying every set.
  func permitted(_ size: Int) -> [Set<Int>] {
    subsets(of: standing[...], size).filter { outcome in
      constraints.sitting.isSubset(of: outcome)
        && constraints.list.allSatisfy { constraint in
          let elected = outcome.intersection(constraint.members).count
          return elected >= constraint.atLeast && elected <= constraint.atMost ?? Int.max
        }
    }
  }

  private func subsets(of rest: ArraySlice<Int>, _ size: Int) -> [Set<Int>] {
    guard size > 0 else { return [[]] }
    guard let first = rest.first else { return [] }
    let others = rest.dropFirst()
    return subsets(of: others, size - 1).map { $0.union([first]) } + subsets(of: others, size)
  }
}
