// SPDX-License-Identifier: Apache-2.0

/// Fills places from the top of a ranking under floors, caps and minimums, with a reason for all.
///
/// Statutes as data, 3.7: (1) drop those under a criterion's minimum or the least score, (2) sort
/// by score and then by the tie keys, (3) walk down and skip whoever breaks a cap or takes a place
/// that an unmet floor needs, (4) stop when full, (5) everyone gets a reason. Elections keep floors
/// and caps exactly, whatever their overlap: ``Constraints``.
public struct RankedFill: Sendable, Hashable {
  /// How many may be taken.
  public var places: Int
  /// The least score that counts, in the unit of the scores.
  public var minScore: Fraction?
  /// At least so many of a kind; for overlapping kinds their sum is only a safe bound.
  public var floors: [Floor]
  /// At most so many of one group, for each way of grouping.
  public var caps: [Cap]
  /// What happens to places kept for a floor that nobody is left to meet.
  public var unmet: Unmet

  /// At least so many of those who meet a predicate.
  public struct Floor: Sendable, Hashable {
    /// What the reason is called: `small`.
    public var name: String
    /// How many at least.
    public var atLeast: Int

    /// A floor of that name.
    public init(name: String, atLeast: Int) {
      self.name = name
      self.atLeast = atLeast
    }
  }

  /// At most so many of one group.
  public struct Cap: Sendable, Hashable {
    /// What the groups are called: `oblast`.
    public var name: String
    /// How many of one group at most.
    public var atMost: Int

    /// A cap on groups of that name.
    public init(name: String, atMost: Int) {
      self.name = name
      self.atMost = atMost
    }
  }

  /// What happens to places kept for a floor that nobody is left to meet.
  public enum Unmet: String, Sendable, CaseIterable {
    case leaveVacant = "leave_vacant"
    case release
  }

  /// One that stands for a place.
  public struct Candidate: Sendable, Hashable {
    /// The candidate's id, the last word between otherwise equal candidates.
    public var id: String
    /// The exact score; more is better.
    public var score: Fraction
    /// Whether some criterion's mean is under its minimum.
    public var belowCriterionMinimum: Bool
    /// The floors, by index, whose predicate is true of this candidate.
    public var floorsMet: Set<Int>
    /// The candidate's group under each cap; an unknown group is never counted against a cap.
    public var capGroups: [String?]
    /// What separates equal scores; the smaller key goes first.
    public var tieKeys: [TieKey]

    /// A candidate with all that the walk looks at.
    public init(
      id: String, score: Fraction, belowCriterionMinimum: Bool = false, floorsMet: Set<Int> = [],
      capGroups: [String?] = [], tieKeys: [TieKey] = []
    ) {
      self.id = id
      self.score = score
      self.belowCriterionMinimum = belowCriterionMinimum
      self.floorsMet = floorsMet
      self.capGroups = capGroups
      self.tieKeys = tieKeys
    }
  }

  /// One key of the tie list: a number, or bytes such as those of a lot; numbers go first.
  public enum TieKey: Sendable, Hashable, Comparable {
    case integer(Int)
    case bytes([UInt8])

    /// Numbers by value, bytes lexicographically, numbers before bytes.
    public static func < (a: TieKey, b: TieKey) -> Bool {
      switch (a, b) {
      case (.integer(let a), .integer(let b)): a < b
      case (.bytes(let a), .bytes(let b)): a.lexicographicallyPrecedes(b)
      case (.integer, .bytes): true
      case (.bytes, .integer): false
      }
    }
  }

  /// Where one candidate ended, and why.
  public struct Placing: Sendable, Hashable {
    /// The place in the order of scores, from 1.
    public let rank: Int
    /// The candidate.
    public let id: String
    /// The exact score.
    public let score: Fraction
    /// Why the candidate was taken or not.
    public let reason: Reason
    /// Whether the candidate was taken.
    public var selected: Bool { reason == .taken }
  }

  /// Why a candidate was taken or not.
  public enum Reason: Sendable, Hashable {
    case taken
    case cap(String)
    case keptFor(String)
    case below(Fraction)
    case criterionMinimum
    case noPlaceLeft
  }

  /// A fill with its limits.
  public init(
    places: Int, minScore: Fraction? = nil, floors: [Floor] = [], caps: [Cap] = [],
    unmet: Unmet = .leaveVacant
  ) {
    self.places = places
    self.minScore = minScore
    self.floors = floors
    self.caps = caps
    self.unmet = unmet
  }
}
