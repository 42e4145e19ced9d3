// SPDX-License-Identifier: Apache-2.0

import Counting
import Testing

@Suite struct RankedFills {
  typealias Candidate = RankedFill.Candidate

  /// One candidate from `a 80 small K`: id, score, the floors met by name, the group of the cap.
  private func candidate(_ text: String) -> Candidate {
    let words = text.split(separator: " ").map(String.init)
    return Candidate(
      id: words[0], score: Fraction(words[1]) ?? Fraction(0),
      belowCriterionMinimum: words.contains("weak"), floorsMet: words.contains("small") ? [0] : [],
      capGroups: [words.first { $0.uppercased() == $0 && Int($0) == nil }])
  }

  private func fill(
    _ candidates: [String], places: Int, small: Int = 0, oblast: Int = 9, minScore: Int? = nil,
    unmet: RankedFill.Unmet = .leaveVacant
  ) -> [String] {
    let fill = RankedFill(
      places: places, minScore: minScore.map { Fraction($0) },
      floors: [.init(name: "small", atLeast: small)], caps: [.init(name: "oblast", atMost: oblast)],
      unmet: unmet)
    return fill.fill(candidates.map(candidate)).map { "\($0.id) \(word($0.reason))" }
  }

  private func word(_ reason: RankedFill.Reason) -> String {
    switch reason {
    case .taken: "taken"
    case .cap(let name): "cap_\(name)"
    case .keptFor(let name): "kept_\(name)"
    case .below(let score): "below_\(score.text)"
    case .criterionMinimum: "minimum"
    case .noPlaceLeft: "full"
    }
  }

  @Test func takeTheBestFirst() {
    #expect(fill(["a 1", "b 3", "c 2"], places: 2) == ["b taken", "c taken", "a full"])
  }

  @Test func keepPlacesForAFloor() {
    #expect(
      fill(["a 9", "b 8", "c 7", "d 6 small"], places: 2, small: 1)
        == ["a taken", "b kept_small", "c kept_small", "d taken"])
  }

  @Test func leavePlacesVacantWhenAFloorIsNotMet() {
    #expect(fill(["a 9", "b 8"], places: 2, small: 1) == ["a taken", "b kept_small"])
  }

  @Test func releasePlacesInASecondWalk() {
    #expect(
      fill(["a 9", "b 8", "c 7"], places: 2, small: 1, unmet: .release)
        == ["a taken", "b taken", "c full"])
  }

  @Test func releaseKeepsCaps() {
    #expect(
      fill(["a 9 K", "b 8 K", "c 7 L"], places: 2, small: 1, oblast: 1, unmet: .release)
        == ["a taken", "b cap_oblast", "c taken"])
  }

  @Test func neverCountAnUnknownGroup() {
    #expect(
      fill(["a 9 K", "b 8 K", "c 7", "d 6"], places: 4, oblast: 1)
        == ["a taken", "b cap_oblast", "c taken", "d taken"])
  }

  @Test func rankThoseBelowToo() {
    #expect(
      fill(["a 9 weak", "b 8", "c 5", "d 4 weak"], places: 3, minScore: 6)
        == ["a minimum", "b taken", "c below_6", "d minimum"])
  }

  @Test func separateEqualScoresByKeysAndThenById() {
    let fill = RankedFill(places: 1)
    let tied = [
      Candidate(id: "c", score: Fraction(1), tieKeys: [.integer(1), .bytes([0])]),
      Candidate(id: "b", score: Fraction(1), tieKeys: [.integer(0), .bytes([2])]),
      Candidate(id: "a", score: Fraction(1), tieKeys: [.integer(0), .bytes([2])]),
      Candidate(id: "d", score: Fraction(1), tieKeys: [.integer(0), .bytes([1])]),
    ]
    #expect(fill.fill(tied).map(\.id) == ["d", "a", "b", "c"])
    #expect(fill.fill(tied.reversed()) == fill.fill(tied))
  }

  /// Whatever the candidates, nobody is above a cap, and no floor is missed that could be met.
  @Test(arguments: 0..<200)
  func keepTheirLimits(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let candidates = (0..<20).map { index in
      Candidate(
        id: "\(index)", score: Fraction(next(50)), floorsMet: next(3) == 0 ? [0] : [],
        capGroups: [next(5) == 0 ? nil : "\(next(4))"])
    }
    let fill = RankedFill(
      places: 8, floors: [.init(name: "small", atLeast: 3)],
      caps: [.init(name: "oblast", atMost: 2)], unmet: seed % 2 == 0 ? .release : .leaveVacant)
    let result = fill.fill(candidates)
    let taken = result.filter(\.selected).compactMap { placing in
      candidates.first { $0.id == placing.id }
    }
    #expect(result.map(\.rank) == Array(1...20))
    #expect(taken.count <= 8)
    for group in 0..<4 { #expect(taken.count { $0.capGroups == ["\(group)"] } <= 2) }
    let small = taken.count { $0.floorsMet == [0] }
    if fill.unmet == .leaveVacant { #expect(taken.count - small <= 5) }
  }
}
