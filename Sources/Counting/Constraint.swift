// SPDX-License-Identifier: Apache-2.0

/// At least so many of a group, at most so many of it, or both; groups may overlap.
public struct Constraint: Sendable, Hashable {
  /// What the group is called: `small`, `oblast Kharkiv`.
  public var name: String
  /// Who belongs to it, by index; those who stood down do not count.
  public var members: Set<Int>
  /// How many of them must be elected: a floor, 0 or more and not above the seats.
  public var atLeast: Int
  /// How many of them may be elected: a cap, not below the floor; none when nil.
  public var atMost: Int?

  /// A constraint on the group of those members.
  public init(name: String, members: Set<Int>, atLeast: Int = 0, atMost: Int? = nil) {
    self.name = name
    self.members = members
    self.atLeast = atLeast
    self.atMost = atMost
  }
}

/// All that an outcome must satisfy besides the number of seats.
public struct Constraints: Sendable, Hashable {
  /// The constraints; a caller lists the more important ones first (it matters when floors yield).
  public var list: [Constraint]
  /// What happens to seats of a floor that too few stand for; an error when nil.
  ///
  /// `leaveVacant` keeps them empty, `release` gives them to the others. Caps never yield.
  public var unmet: RankedFill.Unmet?
  /// Those who hold a seat and keep it, whoever else is elected (a countback).
  public var sitting: Set<Int>

  /// Constraints, by default none.
  public init(
    _ list: [Constraint] = [], unmet: RankedFill.Unmet? = nil, sitting: Set<Int> = []
  ) {
    self.list = list
    self.unmet = unmet
    self.sitting = sitting
  }
}
