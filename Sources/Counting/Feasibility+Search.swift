// SPDX-License-Identifier: Apache-2.0

extension Feasibility {
  /// How many different states one search may meet before the groups count as too entangled.
  static let statesMax = 1 << 20

  /// For each cell the fewest and the most that any feasible outcome takes of it, or nil if there is
  /// no feasible outcome.
  ///
  /// An outcome takes all who are `taken` and any of those who are `left`.
  func ranges(taken: [Bool], left: [Bool]) throws(Uncountable) -> [ClosedRange<Int>]? {
    guard hasMembers else { return nil }
    var least = [Int](repeating: 0, count: cells)
    var more = [Int](repeating: 0, count: cells)
    for candidate in cellOf.indices {
      if taken[candidate] { least[cellOf[candidate]] += 1 }
      if left[candidate] { more[cellOf[candidate]] += 1 }
    }
    var search = Search(layers: layers, least: least, most: zip(least, more).map { $0 + $1 })
    let found = search.completes(0, 0)
    if search.states > Self.statesMax { throw .tooEntangled }
    guard found else { return nil }
    return search.ranges.map { $0 ?? 0...0 }
  }

  /// Whether there is any feasible outcome.
  func isPossible(taken: [Bool], left: [Bool]) throws(Uncountable) -> Bool {
    try ranges(taken: taken, left: left) != nil
  }
}

/// One search, from the first layer to the last, that remembers the states it has met.
private struct Search {
  let layers: [Feasibility.Layer]
  let least: [Int]
  let most: [Int]
  /// For each change of each layer, how many of the group can still be taken in later layers.
  private let ahead: [[Int]]
  private var known: [[UInt64: Bool]]
  private(set) var ranges: [ClosedRange<Int>?]
  private(set) var states = 0

  init(layers: [Feasibility.Layer], least: [Int], most: [Int]) {
    self.layers = layers
    self.least = least
    self.most = most
    var sums: [Int: Int] = [:]
    var ahead: [[Int]] = []
    for layer in layers.reversed() {
      ahead.append(layer.changes.map { sums[$0.group, default: 0] })
      for change in layer.changes { sums[change.group, default: 0] += most[layer.cell] }
    }
    self.ahead = ahead.reversed()
    known = Array(repeating: [:], count: layers.count)
    ranges = Array(repeating: nil, count: layers.count)
  }

  /// Whether a feasible outcome continues from that state; widens the ranges by all that do.
  mutating func completes(_ number: Int, _ state: UInt64) -> Bool {
    guard number < layers.count else { return true }
    if let answer = known[number][state] { return answer }
    states += 1
    guard states <= Feasibility.statesMax else { return false }
    let cell = layers[number].cell
    var answer = false
    for count in least[cell]...most[cell] {
      guard let next = after(number, state, taking: count), completes(number + 1, next) else {
        continue
      }
      answer = true
      let range = ranges[cell] ?? count...count
      ranges[cell] = min(range.lowerBound, count)...max(range.upperBound, count)
    }
    known[number][state] = answer
    return answer
  }

  /// The state after taking so many of a layer's cell, or nil if a bound can no longer hold.
  private func after(_ number: Int, _ state: UInt64, taking count: Int) -> UInt64? {
    var state = state
    for (index, change) in layers[number].changes.enumerated() {
      let total = Int((state >> change.shift) & change.mask) + count
      guard total <= change.most, total + ahead[number][index] >= change.least else { return nil }
      let kept = change.closes ? 0 : UInt64(min(total, change.enough))
      state = (state & ~(change.mask << change.shift)) | (kept << change.shift)
    }
    return state
  }
}
