// SPDX-License-Identifier: Apache-2.0

/// Settles ties: by an earlier stage where there are any, and then by the predetermined order.
struct Ladder {
  private let usesEarlierStages: Bool
  /// The place of each candidate in the predetermined order.
  private let place: [Int]

  init(_ ties: Ties, candidates: Int) {
    usesEarlierStages = ties.earlierStages
    var place = [Int](repeating: Int.max, count: candidates)
    for (position, candidate) in ties.lot.enumerated() { place[candidate] = position }
    self.place = place
  }

  /// Settles a tie between two or more; `history` holds the votes after each stage.
  func settle(_ tied: [Int], for purpose: Count.Tie.Purpose, history: [[Int]]) -> Count.Tie {
    let wantsFewest = purpose == .exclusion
    var left = tied
    if usesEarlierStages {
      for (stage, votes) in history.enumerated().reversed() {
        let figures = left.map { votes[$0] }
        guard let extreme = wantsFewest ? figures.min() : figures.max() else { break }
        left = left.filter { votes[$0] == extreme }
        if left.count == 1 {
          return Count.Tie(
            purpose: purpose, tied: tied, chosen: left[0], decidedBy: .earlierStage(stage))
        }
      }
    }
    let byLot = left.sorted { place[$0] < place[$1] }
    return Count.Tie(
      purpose: purpose, tied: tied, chosen: wantsFewest ? byLot[byLot.count - 1] : byLot[0],
      decidedBy: .lot)
  }
}
