// SPDX-License-Identifier: Apache-2.0

/// The floors, caps and kept seats of one count, and how many seats it fills.
struct Rules {
  /// One bound of one constraint.
  struct Rule {
    let constraint: Int?
    let kind: Count.Bound.Kind
    let members: [Bool]
    /// The number of a floor may be lowered before the count.
    var number: Int

    var group: Feasibility.Group {
      .init(
        members: members, least: kind == .atMost ? 0 : number,
        most: kind == .atMost ? number : Int.max)
    }
  }

  /// Floors before caps of each constraint, in the order of the constraints; kept seats last.
  var rules: [Rule]
  /// How many are elected.
  var places: Int
  /// How many candidates there are, whether they stand or not.
  let candidates: Int

  init(_ constraints: Constraints, candidates: Int, places: Int) {
    self.candidates = candidates
    self.places = places
    rules = []
    for (index, constraint) in constraints.list.enumerated() {
      let members = (0..<candidates).map { constraint.members.contains($0) }
      if constraint.atLeast > 0 {
        rules.append(
          Rule(constraint: index, kind: .atLeast, members: members, number: constraint.atLeast))
      }
      // A cap that the whole group keeps binds nobody, and neither guards nor dooms.
      if let most = constraint.atMost, most < members.count(where: { $0 }) {
        // Whoever sits keeps the seat: a cap that they exceed only keeps others out.
        let sitting = constraints.sitting.count { constraint.members.contains($0) }
        rules.append(
          Rule(constraint: index, kind: .atMost, members: members, number: max(most, sitting)))
      }
    }
    if !constraints.sitting.isEmpty {
      let members = (0..<candidates).map { constraints.sitting.contains($0) }
      rules.append(
        Rule(constraint: nil, kind: .sitting, members: members, number: constraints.sitting.count))
    }
  }

  /// What these rules alone, or all of them, allow among so many places.
  func outcomes(of some: [Rule]? = nil) throws(Uncountable) -> Feasibility {
    let size = Feasibility.Group(
      members: Array(repeating: true, count: candidates), least: places, most: places)
    return try Feasibility([size] + (some ?? rules).map(\.group), candidates: candidates)
  }

  /// Leaves out, in order, each rule without which `holds` is still true of the others.
  func needed(
    for holds: ([Rule]) throws(Uncountable) -> Bool
  ) throws(Uncountable) -> [Rule] {
    for rule in rules where try holds([rule]) { return [rule] }
    var kept = rules
    var index = 0
    while index < kept.count {
      var others = kept
      others.remove(at: index)
      if try holds(others) { kept = others } else { index += 1 }
    }
    return kept
  }
}
