// SPDX-License-Identifier: Apache-2.0

import Counting

/// A count's working as it stands in a statement (`Elections.md`, "The count").
extension Count {
  /// The stages, with candidates by name; `out` are those who do not stand.
  ///
  /// `limits` are the names of the constraints.
  func stagesJSON(names: [String], out: Set<Int>, limits: [String]) -> JSON {
    .array(stages.map { $0.json(names: names, out: out, limits: limits, self) })
  }

  /// A number in the count's own decimals, or as a fraction.
  fileprivate func text(_ number: Fraction) -> String {
    switch method {
    case .stv, .meek: number.decimal(places: decimals ?? 0)
    case .plurality, .mostApproved, .schulze, .borda, .points, .lot: number.text
    }
  }
}

extension Constraints {
  /// The names of the constraints, as the stages of a count give them.
  var names: [String] { list.map(\.name) }
}

extension Count.Stage {
  fileprivate func json(
    names: [String], out: Set<Int>, limits: [String], _ count: Count
  ) -> JSON {
    func candidates(_ indices: [Int]) -> JSON { .array(indices.map { .string(names[$0]) }) }
    let (word, moved) = action.told
    let standing = names.indices.filter { !out.contains($0) }
    var members: [String: JSON] = [
      "action": .string(word),
      "votes": .object(
        Dictionary(
          uniqueKeysWithValues: standing.map { (names[$0], .string(count.text(votes[$0]))) })),
      "decisions": .array(decisions.map { $0.json(names, limits) }),
    ]
    if !moved.isEmpty { members["candidates"] = candidates(moved) }
    if nonTransferable.numerator != 0 {
      members["non_transferable"] = .string(count.text(nonTransferable))
    }
    if lost.numerator != 0 { members["lost"] = .string(count.text(lost)) }
    if !ties.isEmpty {
      members["ties"] = .array(
        ties.map { tie in
          [
            "purpose": .string(tie.purpose.rawValue), "tied": candidates(tie.tied),
            "chosen": .string(names[tie.chosen]), "by": .string(tie.decidedBy.told),
          ]
        })
    }
    return .object(members)
  }
}

extension Count.Action {
  /// The word, and whose papers moved.
  fileprivate var told: (String, [Int]) {
    switch self {
    case .firstPreferences: ("first_preferences", [])
    case .surplus(let one): ("surplus", [one])
    case .exclusion(let one): ("exclusion", [one])
    case .exclusionOfDoomed(let all): ("exclusion_of_doomed", all)
    case .round: ("round", [])
    case .ranking: ("ranking", [])
    }
  }
}

extension Count.Decision {
  fileprivate func json(_ names: [String], _ limits: [String]) -> JSON {
    let (one, word, bounds): (Int, String, [Count.Bound]) =
      switch self {
      case .elected(let one, _): (one, "elected", [])
      case .excluded(let one): (one, "excluded", [])
      case .guarded(let one, let bounds): (one, "guarded", bounds)
      case .doomed(let one, let bounds): (one, "doomed", bounds)
      }
    let reasons = bounds.map { $0.told(limits) }
    return .array(([names[one], word] + reasons).map(JSON.string))
  }
}

extension Count.Bound {
  /// `at_most 1 family M01`, or `sitting`.
  fileprivate func told(_ limits: [String]) -> String {
    constraint.map { "\(kind.rawValue) \(number) \(limits[$0])" } ?? kind.rawValue
  }
}

extension Count.Tie.Step {
  fileprivate var told: String {
    switch self {
    case .earlierStage(let stage): "stage \(stage)"
    case .lot: "lot"
    }
  }
}
