// SPDX-License-Identifier: Apache-2.0

extension RankedFill {
  /// Ranks all candidates and fills the places; the result is in the order of the ranks.
  public func fill(_ candidates: [Candidate]) -> [Placing] {
    let ranked = candidates.sorted(by: Self.goesBefore)
    var reasons = ranked.map(exclusion)
    var walk = Walk(self)
    walk.down(ranked, &reasons)
    if unmet == .release, walk.left > 0 {
      walk.needs = []
      walk.down(ranked, &reasons)
    }
    return zip(ranked, reasons).enumerated().map { index, pair in
      Placing(
        rank: index + 1, id: pair.0.id, score: pair.0.score, reason: pair.1 ?? .noPlaceLeft)
    }
  }

  /// The higher score; then the tie keys one after another; then the id's bytes.
  static func goesBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.score != b.score { return a.score > b.score }
    if a.tieKeys != b.tieKeys { return a.tieKeys.lexicographicallyPrecedes(b.tieKeys) }
    return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
  }

  private func exclusion(_ candidate: Candidate) -> Reason? {
    if candidate.belowCriterionMinimum { return .criterionMinimum }
    if let minScore, candidate.score < minScore { return .below(minScore) }
    return nil
  }
}

/// What has been taken so far.
private struct Walk {
  let fill: RankedFill
  /// Places not taken yet.
  var left: Int
  /// How many each floor still needs; emptied when unmet floors are released.
  var needs: [Int]
  private var taken: [[String: Int]]

  init(_ fill: RankedFill) {
    self.fill = fill
    left = fill.places
    needs = fill.floors.map(\.atLeast)
    taken = fill.caps.map { _ in [:] }
  }

  /// One walk from the top; a reason that no later walk can change stays.
  mutating func down(_ ranked: [RankedFill.Candidate], _ reasons: inout [RankedFill.Reason?]) {
    for (index, candidate) in ranked.enumerated() {
      switch reasons[index] {
      case .taken, .below, .criterionMinimum, .cap: continue
      case nil, .keptFor, .noPlaceLeft: reasons[index] = judge(candidate)
      }
    }
  }

  private mutating func judge(_ candidate: RankedFill.Candidate) -> RankedFill.Reason {
    guard left > 0 else { return .noPlaceLeft }
    if let cap = brokenCap(candidate) { return .cap(cap) }
    if let floor = keptFor(candidate) { return .keptFor(floor) }
    take(candidate)
    return .taken
  }

  private func brokenCap(_ candidate: RankedFill.Candidate) -> String? {
    for (index, cap) in fill.caps.enumerated() {
      guard let group = group(candidate, index) else { continue }
      if taken[index][group, default: 0] >= cap.atMost { return cap.name }
    }
    return nil
  }

  /// The first unmet floor that this candidate does not help, if the places left are needed.
  private func keptFor(_ candidate: RankedFill.Candidate) -> String? {
    var still = 0
    var first: String?
    for (index, need) in needs.enumerated() where need > 0 {
      let helps = candidate.floorsMet.contains(index)
      still += helps ? need - 1 : need
      if !helps, first == nil { first = fill.floors[index].name }
    }
    return left - 1 < still ? first : nil
  }

  private mutating func take(_ candidate: RankedFill.Candidate) {
    left -= 1
    for index in needs.indices where candidate.floorsMet.contains(index) { needs[index] -= 1 }
    for index in fill.caps.indices {
      if let group = group(candidate, index) { taken[index][group, default: 0] += 1 }
    }
  }

  private func group(_ candidate: RankedFill.Candidate, _ cap: Int) -> String? {
    cap < candidate.capGroups.count ? candidate.capGroups[cap] : nil
  }
}
