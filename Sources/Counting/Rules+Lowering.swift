// SPDX-License-Identifier: Apache-2.0

extension Rules {
  /// What was done to floors that too few stand for.
  struct Lowering {
    /// By how many each rule was lowered, in the order of the rules.
    var by: [Int]
    /// How many are elected.
    var places: Int
    /// How many seats stay empty because they were kept.
    var kept: Int
  }

  /// The least lowering of floors that makes an outcome possible among those who stand.
  ///
  /// First as few seats as possible are taken from floors in all; then as many seats as possible
  /// are filled; then the floors named first lose least. Nothing of this depends on a ballot.
  func lowering(
    standing: [Bool], seats: Int, unmet: RankedFill.Unmet
  ) throws(Uncountable) -> Lowering? {
    let missingMax = rules.reduce(0) { $0 + ($1.kind == .atLeast ? $1.number : 0) }
    let standingCount = standing.count { $0 }
    for missing in 0...missingMax {
      let kept = unmet == .leaveVacant ? missing : 0
      guard kept <= seats else { break }
      for places in stride(from: min(standingCount, seats - kept), through: 0, by: -1) {
        guard let by = try split(missing, standing: standing, places: places) else { continue }
        return Lowering(by: by, places: places, kept: kept)
      }
    }
    return nil
  }

  /// How `missing` seats are taken from the floors, those named first losing least, if they can be.
  ///
  /// A missing seat is a stand-in who counts for one floor, for no cap and for no place.
  private func split(_ missing: Int, standing: [Bool], places: Int) throws(Uncountable) -> [Int]? {
    let slots = rules.map { $0.kind == .atLeast ? min($0.number, missing) : 0 }
    let owners = slots.indices.flatMap { Array(repeating: $0, count: slots[$0]) }
    let universe = candidates + owners.count
    func group(_ members: [Bool], _ standIns: (Int) -> Bool, _ least: Int, _ most: Int)
      -> Feasibility.Group
    {
      .init(members: members + owners.map(standIns), least: least, most: most)
    }
    let everyone = [Bool](repeating: true, count: candidates)
    var groups = [
      group(everyone, { _ in false }, places, places),
      group(everyone.map { !$0 }, { _ in true }, missing, missing),
    ]
    for (index, rule) in rules.enumerated() {
      let bounds = rule.group
      groups.append(group(rule.members, { $0 == index }, bounds.least, bounds.most))
    }
    let nobody = [Bool](repeating: false, count: universe)
    let left = standing + owners.map { _ in true }
    var by = [Int](repeating: 0, count: rules.count)
    for index in [nil] + slots.indices.filter({ slots[$0] > 0 }).map(Optional.some) {
      let feasibility = try Feasibility(groups, candidates: universe)
      guard let ranges = try feasibility.ranges(taken: nobody, left: left) else { return nil }
      guard let index, let first = owners.firstIndex(of: index) else { continue }
      by[index] = ranges[feasibility.cellOf[candidates + first]].lowerBound
      groups.append(
        group(everyone.map { !$0 }, { $0 == index }, by[index], by[index]))
    }
    return by
  }

  /// Lowers the floors and the places, and says by how many.
  mutating func lower(_ lowering: Lowering) -> [Count.Lowered] {
    places = lowering.places
    var lowered: [Count.Lowered] = []
    for (index, by) in lowering.by.enumerated() where by > 0 {
      rules[index].number -= by
      if let constraint = rules[index].constraint {
        lowered.append(.init(constraint: constraint, by: by))
      }
    }
    return lowered
  }

  /// Seats that stay empty, with the reasons, when so many places are filled.
  func vacancies(
    _ lowered: [Count.Lowered], kept: Int, seats: Int, standing: [Bool]
  ) throws(Uncountable) -> [Count.Vacancy] {
    var vacant: [Count.Vacancy] = []
    if kept > 0 {
      vacant = lowered.map { .init(seats: $0.by, reason: .keptFor($0.constraint)) }
    }
    let possible = min(seats - kept, standing.count { $0 })
    if places < possible {
      var fuller = self
      fuller.places = possible
      let named = try fuller.conflict(standing: standing).compactMap(\.constraint)
      vacant.append(.init(seats: possible - places, reason: .constraints(named.withoutRepeats)))
    }
    if possible < seats - kept {
      vacant.append(.init(seats: seats - kept - possible, reason: .noCandidates))
    }
    return vacant
  }
}

extension [Int] {
  /// The ascending numbers, each once.
  var withoutRepeats: [Int] {
    indices.filter { $0 == 0 || self[$0] != self[$0 - 1] }.map { self[$0] }
  }
}
