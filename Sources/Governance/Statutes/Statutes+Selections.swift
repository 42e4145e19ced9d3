// SPDX-License-Identifier: Apache-2.0

public import Counting

extension Statutes {
  /// How some are chosen among many: by rubric, by ballot, or among those chosen before.
  public struct Selection: Sendable, Hashable {
    /// The selection's name.
    public let name: String
    /// What the order comes from.
    public let source: Source
    /// How many are taken; none where the seats in question say it.
    public let take: Take?
    /// How many more wait in reserve.
    public let reserve: Int
    /// The least score, as a share of full marks.
    public let minScore: Fraction?
    /// Minimums among those taken, in the order of the text.
    public let floors: [Floor]
    /// Limits among those taken, in the order of the text.
    public let caps: [Cap]
    /// What separates equal scores, in the order of the text.
    public let ties: [TieBreak]
    /// What happens to places of a floor that is not met.
    public let unmet: RankedFill.Unmet
    /// Whether one who costs more than what is left is skipped and the walk goes on.
    public let skipTooBig: Bool
    /// How ballots are kept.
    public let secrecy: Secrecy
    /// Rolls whose ballots are shown beside and decide nothing.
    public let alsoHear: [String]

    /// What the order comes from.
    public enum Source: Sendable, Hashable {
      case rubric(Rubric)
      case ballot(Election)
      case selection(Succession)
    }

    /// How many are taken.
    public enum Take: Sendable, Hashable {
      case places(Int)
      /// Until the sum of an attribute reaches a share of a named amount: `call.envelope_uah`.
      case sum(of: String, upTo: Fraction, ofAmount: String)
    }

    /// What separates equal scores.
    public enum TieBreak: Sendable, Hashable {
      /// Those of whom the predicate is true go first.
      case predicate(Expression)
      case least(String)
      case most(String)
      /// Who came first.
      case earliest
      /// By hash of the ledger's head, a beacon and the id.
      case lot
    }
  }

  /// Criteria with weights, and the reviews that score them.
  public struct Rubric: Sendable, Hashable {
    /// The criteria in the order of the text.
    public let criteria: [Criterion]
    /// How many reviews, and how they are put together.
    public let reviews: Reviews

    /// One thing that reviewers score from 0 to its scale.
    public struct Criterion: Sendable, Hashable {
      /// The criterion's name.
      public let id: String
      /// How many points full marks are worth.
      public let weight: Int
      /// The highest score.
      public let scale: Int
      /// The least mean.
      public let min: Int?
    }

    /// How many reviews, and how they are put together.
    public struct Reviews: Sendable, Hashable {
      /// How many each candidate should have.
      public let each: Int
      /// How many are enough.
      public let least: Int
      /// Groups that must each give one.
      public let per: Grouping?
      /// Whether each score needs a reason.
      public let justified: Bool
    }
  }

  /// An order made by ballots.
  public struct Election: Sendable, Hashable {
    /// What stands on the ballot.
    public let ballot: Ballot
    /// How ballots are counted.
    public let method: Method
    /// Who may vote.
    public let electors: Electorate
    /// How many an elector may pick.
    public let picks: Int?
    /// When votes are taken.
    public let window: String
  }

  /// An order among what another selection took.
  public struct Succession: Sendable, Hashable {
    /// The other selection.
    public let from: String
    /// Who of them counts.
    public let members: Expression?
    /// How their points are counted.
    public let method: Method
  }

  /// How ballots are counted.
  public enum Method: String, Sendable, CaseIterable {
    case mostApproved = "most_approved"
    case stv, borda, points
  }
}

extension Statutes.Rubric {
  /// What full marks are worth: the sum of the weights.
  public var fullMarks: Int { criteria.reduce(0) { $0 + $1.weight } }

  /// The exact score, from the mean of each criterion in the order of the criteria.
  public func score(means: [Fraction]) -> Fraction {
    zip(criteria, means).reduce(Fraction(0)) { $0 + $1.1 * $1.0.weight / $1.0.scale }
  }

  /// Whether some mean is under its criterion's minimum.
  public func isBelowMinimum(means: [Fraction]) -> Bool {
    zip(criteria, means).contains { criterion, mean in
      criterion.min.map { mean < Fraction($0) } ?? false
    }
  }
}

extension Statutes.Selection {
  /// The least score in points, when the order comes from a rubric.
  public var minPoints: Fraction? {
    guard let minScore, case .rubric(let rubric) = source else { return nil }
    return minScore * rubric.fullMarks
  }
}
