// SPDX-License-Identifier: Apache-2.0

/// Where the points of the method `points` come from.
public enum Points: Sendable, Hashable {
  /// Each ballot gives `scale[k]` to everyone in its group `k`, from 0, and nothing to the others.
  ///
  /// A ballot of scores from 0 to 5 has six groups, some of them empty, and the scale 5, 4, 3, 2, 1, 0.
  case sum(scale: [Int])
  /// The same divided by the papers that give the candidate a place, so that silence costs nothing.
  case mean(scale: [Int])
  /// Exact scores made elsewhere, one for each candidate: of a rubric, or of other counts.
  case given([Fraction])

  /// The largest number, up or down, that a scale may hold.
  public static let scaleMax = 1_000_000

  /// Whether scale or scores fit a contest with so many candidates.
  func fits(candidates: Int) -> Bool {
    switch self {
    case .sum(let scale), .mean(let scale):
      !scale.isEmpty && scale.count <= Contest.countMax
        && scale.allSatisfy { (-Self.scaleMax...Self.scaleMax).contains($0) }
    case .given(let scores): scores.count == candidates
    }
  }
}
