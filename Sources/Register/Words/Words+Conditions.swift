// SPDX-License-Identifier: Apache-2.0

public import Counting

extension Words {
  /// A condition of a vote: `those in favour are at least 2/3 of the votes cast`.
  public func sentence(for condition: Condition) -> String {
    condition.clauses.map(sentence(for:)).joined(separator: " \(self("test.and")) ")
  }

  private func sentence(for clause: Condition.Clause) -> String {
    var values = [
      "count": term("count", clause.count.rawValue),
      "comparison": self("comparison.\(clause.comparison.word)"),
    ]
    guard let base = clause.base else {
      values["number"] = clause.share.text
      return self("condition.number", values)
    }
    values["base"] = term("base", base.rawValue)
    values["share"] = clause.share.text
    return self(clause.share == Fraction(1) ? "condition.all" : "condition.share", values)
  }

  /// A share as people say it: `two thirds`, `7/10`; never a percentage.
  func share(_ share: Fraction) -> String { term("share", share.text) }

  /// What a clause of a condition asks for, whatever it counts: `at least half of the seats`.
  func need(_ clause: Condition.Clause) -> String {
    let base = clause.base.map { term("base", $0.rawValue) } ?? ""
    let values = ["share": share(clause.share), "base": base, "number": clause.share.text]
    let isWhole = clause.share == Fraction(1)
    let amount = clause.base == nil ? "number" : isWhole ? "all" : "of"
    let text = self("amount.\(amount)", values)
    // “At least all” is all.
    if isWhole, clause.base != nil, clause.comparison == .atLeast { return text }
    return self("need.\(clause.comparison.word)", ["amount": text])
  }

  /// The same with the whole number that follows: `at least half of the seats: 5 of 9`.
  func need(_ clause: Condition.Clause, of whole: Int) -> String {
    guard clause.base != nil, let bound = clause.bound(of: whole) else { return need(clause) }
    return self(
      "need.of_whole", ["need": need(clause), "least": "\(bound)", "whole": "\(whole)"])
  }
}

extension Condition.Operator {
  /// The word for messages.
  var word: String {
    switch self {
    case .less: "less"
    case .atMost: "at_most"
    case .more: "more"
    case .atLeast: "at_least"
    }
  }
}

extension Condition.Clause {
  /// The least whole number that meets it, or the greatest where it sets a limit.
  ///
  /// `nil` where no number can: below nothing, or a share of nobody.
  func bound(of whole: Int) -> Int? {
    if base != nil, whole == 0 { return nil }
    let right = share * (base == nil ? 1 : whole)
    let bound =
      switch comparison {
      case .atLeast: right.ceiling
      case .more: right.floor + 1
      case .atMost: right.floor
      case .less: right.ceiling - 1
      }
    return bound < 0 ? nil : bound
  }
}
