// SPDX-License-Identifier: Apache-2.0

import Counting

extension Count {
  /// A number of this count, exactly: with the method's decimal places, or as `293/3`.
  func exact(_ number: Fraction) -> String {
    guard let decimals else { return number.text }
    return number.exact(places: decimals)
  }

  /// What a candidate's votes are after each stage, `nil` once the candidate is out.
  func standing(in contest: Contest) -> [[Fraction?]] {
    var out = contest.withdrawn
    return stages.map { stage in
      switch stage.action {
      case .exclusion(let candidate): out.insert(candidate)
      case .exclusionOfDoomed(let candidates): out.formUnion(candidates)
      case .firstPreferences, .surplus, .round, .ranking: break
      }
      let votes = contest.candidates.indices.map { out.contains($0) ? nil : stage.votes[$0] }
      // Meek's method counts the votes first, and excludes then.
      for case .excluded(let candidate) in stage.decisions { out.insert(candidate) }
      return votes
    }
  }

  /// The stage, from 0, in which each of the elected was elected, and why, in their order.
  var elections: [(candidate: Int, stage: Int, ground: Ground)] {
    stages.enumerated().flatMap { index, stage in
      stage.decisions.compactMap { decision in
        guard case .elected(let candidate, let ground) = decision else { return nil }
        return (candidate, index, ground)
      }
    }
  }
}

extension Fraction {
  /// The number with so many decimal places, which must hold it without rounding.
  func exact(places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    precondition(scale % denominator == 0, "\(exactText) has more than \(places) decimal places")
    let scaled = numerator * (scale / denominator)
    guard places > 0 else { return "\(scaled)" }
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let digits = "\(rest)"
    let zeros = String(repeating: "0", count: places - digits.count)
    return "\(scaled < 0 ? "-" : "")\(whole).\(zeros)\(digits)"
  }
}
