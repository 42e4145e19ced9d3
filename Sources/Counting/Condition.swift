// SPDX-License-Identifier: Apache-2.0

/// A test of a tally as the statutes write it: `yes >= 3/4 of cast and yes > 1/2 of electors`.
///
///     condition := clause { "and" clause }
///     clause    := count ("<" | "<=" | ">" | ">=") (integer | fraction) [ "of" base ]
///
/// A fraction needs a base. A share of nobody is never met: where no one could vote, no one agreed.
public struct Condition: Sendable, Hashable {
  /// The clauses, all of which must hold, in the order of the text.
  public let clauses: [Clause]
  /// The text as it was read.
  public let text: String

  /// What is counted on the left.
  public enum Count: String, Sendable, CaseIterable {
    case yes, no, abstain, consent
    case standAside = "stand_aside"
    case block, object
    case takePart = "take_part"
  }

  /// What a share is a share of.
  public enum Base: String, Sendable, CaseIterable {
    case cast
    case takingPart = "taking_part"
    case electors, seats
  }

  /// How the two sides are compared.
  public enum Operator: String, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
  }

  /// One comparison of a count with a number or with a share of a base.
  public struct Clause: Sendable, Hashable {
    /// What is counted.
    public let count: Count
    /// How it is compared.
    public let comparison: Operator
    /// The number, or the share of the base.
    public let share: Fraction
    /// The base; none when the number stands by itself.
    public let base: Base?
  }
}

/// One clause with its numbers filled in, for certificates and explanations.
public struct ClauseWorking: Sendable, Hashable {
  /// The clause.
  public let clause: Condition.Clause
  /// How many were counted.
  public let left: Int
  /// How many the base is; none when the number stands by itself.
  public let baseCount: Int?
  /// What the count is compared with: the share times the base.
  public let right: Fraction
  /// Whether the clause holds.
  public let met: Bool
}

extension Condition {
  /// Whether every clause holds.
  public func isMet(by tally: Tally, bases: Bases) -> Bool {
    working(by: tally, bases: bases).allSatisfy(\.met)
  }

  /// Every clause with its numbers, in the order of the text.
  public func working(by tally: Tally, bases: Bases) -> [ClauseWorking] {
    clauses.map { clause in
      let left = tally[clause.count]
      let baseCount = clause.base.map { bases[$0] }
      let right = clause.share * (baseCount ?? 1)
      let met = baseCount != 0 && clause.comparison.holds(Fraction(left), right)
      return ClauseWorking(
        clause: clause, left: left, baseCount: baseCount, right: right, met: met)
    }
  }
}

extension Condition.Operator {
  /// Whether the comparison holds between two numbers.
  public func holds(_ left: Fraction, _ right: Fraction) -> Bool {
    switch self {
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    case .atLeast: left >= right
    }
  }
}

extension Tally {
  /// The count of that name.
  public subscript(count: Condition.Count) -> Int {
    switch count {
    case .yes: yes
    case .no: no
    case .abstain: abstain
    case .consent: consent
    case .standAside: standAside
    case .block: block
    case .object: object
    case .takePart: takePart
    }
  }
}

extension Bases {
  /// The base of that name.
  public subscript(base: Condition.Base) -> Int {
    switch base {
    case .cast: cast
    case .takingPart: takingPart
    case .electors: electors
    case .seats: seats
    }
  }
}
