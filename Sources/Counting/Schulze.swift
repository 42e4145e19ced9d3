// SPDX-License-Identifier: Apache-2.0

/// The order of strongest paths, and what that method leaves open.
///
/// Source: M. Schulze, "The Schulze method of voting" (arXiv 1804.02973).
public struct Schulze: Sendable, Hashable {
  /// What a ballot says of those whom it does not rank.
  public var unranked: Unranked
  /// How strong a defeat is.
  public var strength: Strength
  /// The option that all others must beat; it takes no seat.
  public var standard: Standard?

  /// What a ballot says of those whom it does not rank.
  public enum Unranked: String, Sendable, Hashable, CaseIterable {
    /// They are equal last (Debian's constitution, A.5).
    case last
    /// Nothing: no pair with an unranked candidate is compared ("no opinion").
    case noComparison = "no_comparison"
  }

  /// How strong a defeat is; pairs without a strict majority are no defeats.
  public enum Strength: String, Sendable, Hashable, CaseIterable {
    /// By those who prefer the winner.
    case winning
    /// Likewise, and among equals the defeat with fewer against it is stronger (Debian, A.5.7).
    case winningFewestAgainst = "winning_fewest_against"
  }

  /// The default option, and what the others need against it (Debian, A.5.2 and A.5.3).
  public struct Standard: Sendable, Hashable {
    /// The default option, one of those who stand.
    public var option: Int
    /// How many papers must prefer an option to the default; fewer, and it is dropped.
    public var quorum: Int
    /// Options that need more than a simple majority against the default: 3 for three to one.
    public var ratios: [Int: Fraction]

    /// A default option.
    public init(option: Int, quorum: Int = 0, ratios: [Int: Fraction] = [:]) {
      self.option = option
      self.quorum = quorum
      self.ratios = ratios
    }
  }

  /// The method, by default with winning votes and without a default option.
  public init(
    unranked: Unranked = .last, strength: Strength = .winning, standard: Standard? = nil
  ) {
    self.unranked = unranked
    self.strength = strength
    self.standard = standard
  }
}

extension Schulze {
  /// Compares candidates by a matrix; those who do not stand are left out of everything.
  public func compare(_ pairwise: Pairwise, standing: [Int]) -> Comparison {
    let dropped = standing.filter { !$0.isAbove(standard, pairwise) }
    let left = standing.filter { !dropped.contains($0) }
    let paths = strongestPaths(pairwise, among: left)
    return Comparison(
      pairwise: pairwise, dropped: dropped,
      paths: paths.map { strength == .winning ? $0 : $0 / Self.scale },
      tiers: tiers(left, paths, count: pairwise.count))
  }

  /// More than any number of papers: it holds two counts in one number, the more important first.
  private static var scale: Int { Contest.papersMax + 1 }

  /// The strength of the defeat of `b` by `a`, or zero if there is none.
  private func defeat(_ a: Int, _ b: Int, _ pairwise: Pairwise) -> Int {
    let (winning, against) = (pairwise[a, b], pairwise[b, a])
    guard winning > against else { return 0 }
    switch strength {
    case .winning: return winning
    case .winningFewestAgainst: return winning * Self.scale + Contest.papersMax - against
    }
  }

  /// The strength of the strongest path between any two: that of its weakest defeat.
  private func strongestPaths(_ pairwise: Pairwise, among standing: [Int]) -> [Int] {
    let count = pairwise.count
    var paths = [Int](repeating: 0, count: count * count)
    for a in standing {
      for b in standing where a != b { paths[a * count + b] = defeat(a, b, pairwise) }
    }
    for via in standing {
      for a in standing where a != via {
        let first = paths[a * count + via]
        if first == 0 { continue }
        for b in standing where b != a {
          let through = min(first, paths[via * count + b])
          if through > paths[a * count + b] { paths[a * count + b] = through }
        }
      }
    }
    return paths
  }

  /// First those whom nobody beats by paths, then whom nobody of the rest beats, and so on.
  private func tiers(_ standing: [Int], _ paths: [Int], count: Int) -> [[Int]] {
    var rest = standing
    var tiers: [[Int]] = []
    while !rest.isEmpty {
      let unbeaten = rest.filter { a in
        !rest.contains { b in paths[b * count + a] > paths[a * count + b] }
      }
      tiers.append(unbeaten)
      rest.removeAll { unbeaten.contains($0) }
    }
    return tiers
  }
}

extension Int {
  /// Whether an option reaches quorum and majority against the default option, or is it.
  fileprivate func isAbove(_ standard: Schulze.Standard?, _ pairwise: Pairwise) -> Bool {
    guard let standard, self != standard.option else { return true }
    let (yes, no) = (pairwise[self, standard.option], pairwise[standard.option, self])
    let ratio = standard.ratios[self] ?? Fraction(1)
    return yes >= standard.quorum && yes > no && Fraction(yes) >= ratio * no
  }
}

/// What an order of strongest paths was made from.
public struct Comparison: Sendable, Hashable {
  /// How many papers prefer each candidate to each other one.
  public let pairwise: Pairwise
  /// Options that failed quorum or majority against the default option.
  public let dropped: [Int]
  /// The papers that make the weakest defeat of the strongest path from `a` to `b`, at index
  /// `a * count + b`; zero where there is no path.
  public let paths: [Int]
  /// The order: those in one tier are not separated.
  public let tiers: [[Int]]
}
