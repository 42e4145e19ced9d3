// SPDX-License-Identifier: Apache-2.0

/// How ties are settled: a ladder that always ends.
public struct Ties: Sendable, Hashable {
  /// Whether `stv` first looks at the latest earlier stage at which the tied were unequal.
  ///
  /// SSI 2007/42 wants it so for surpluses (rule 49) and exclusions (rule 51), not between those who
  /// reach the quota together; no other method has stages that could tell.
  public var earlierStages: Bool
  /// The predetermined order, the most preferred candidate first; all who stand are in it, once.
  ///
  /// It prefers the first of the tied to be elected and the last of them to be excluded.
  public var lot: [Int]

  /// A ladder that ends with that order.
  public init(earlierStages: Bool = true, lot: [Int]) {
    self.earlierStages = earlierStages
    self.lot = lot
  }
}
