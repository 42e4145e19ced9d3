// SPDX-License-Identifier: Apache-2.0

extension Count {
  /// One line of the table: what was done, how the votes stand after it, and what follows.
  public struct Stage: Sendable, Hashable {
    /// What was done.
    public let action: Action
    /// The votes, points or scores of each candidate after it; of no use in `schulze` and `lot`.
    public let votes: [Fraction]
    /// The votes of papers on which nobody is left.
    public let nonTransferable: Fraction
    /// The votes that truncation has lost since the beginning.
    public let lost: Fraction
    /// The quota at this stage, in `stv` and `meek`.
    public let quota: Fraction?
    /// What each paper gives of itself to a candidate who still counts (`meek`), else empty.
    public let keepFactors: [Fraction]
    /// Ties settled on the way to this stage and in its decisions.
    public let ties: [Tie]
    /// What follows, in order.
    public let decisions: [Decision]
  }

  /// What was done at the beginning of a stage.
  public enum Action: Sendable, Hashable {
    /// Papers were sorted by their first preferences.
    case firstPreferences
    /// The surplus of an elected candidate was transferred.
    case surplus(Int)
    /// The candidate was excluded, and the papers were transferred.
    case exclusion(Int)
    /// All who were doomed were excluded together, and their papers were transferred.
    case exclusionOfDoomed([Int])
    /// Keep factors were adjusted so many times until the quota was met or the surplus was small.
    case round(iterations: Int)
    /// The candidates were put in order, once and for all.
    case ranking
  }

  /// What follows from the votes of a stage.
  public enum Decision: Sendable, Hashable {
    /// The candidate is elected.
    case elected(Int, Ground)
    /// The candidate is excluded (`meek`, where the next round redistributes the votes).
    case excluded(Int)
    /// No permitted outcome is left without the candidate, for that reason.
    case guarded(Int, [Bound])
    /// No permitted outcome is left with the candidate, for that reason.
    case doomed(Int, [Bound])

    /// Whether constraints made it.
    public var isMark: Bool {
      switch self {
      case .guarded, .doomed: true
      case .elected, .excluded: false
      }
    }
  }

  /// Why somebody is elected.
  public enum Ground: String, Sendable, Hashable {
    /// The votes reach the quota.
    case quota
    /// No more are left than there are seats.
    case remaining
    /// The next in order.
    case order
  }

  /// One constraint that takes part in a mark, and how it stood at that moment.
  ///
  /// The bounds of a mark are needed all of them: with any one left out there would be no mark.
  public struct Bound: Sendable, Hashable {
    /// The constraint by index; nil for those who keep their seats.
    public let constraint: Int?
    /// Whether it is the floor, the cap or the seats kept.
    public let kind: Kind
    /// How many it allows or wants, a lowered floor as lowered.
    public let number: Int
    /// How many of the group were elected then.
    public let elected: Int
    /// How many of the group were neither elected nor out.
    public let left: Int

    /// Which side of a constraint.
    public enum Kind: String, Sendable, Hashable {
      case atLeast = "at_least"
      case atMost = "at_most"
      case sitting
    }
  }

  /// Candidates whom nothing separated but the ladder.
  public struct Tie: Sendable, Hashable {
    /// What they were tied for.
    public let purpose: Purpose
    /// Who was tied, by index, ascending.
    public let tied: [Int]
    /// Who was elected, transferred or excluded.
    public let chosen: Int
    /// What decided.
    public let decidedBy: Step

    /// What somebody was chosen for.
    public enum Purpose: String, Sendable, Hashable {
      case election, surplus, exclusion
    }

    /// What decided a tie.
    public enum Step: Sendable, Hashable {
      /// The votes at that stage, from 0.
      case earlierStage(Int)
      /// The predetermined order.
      case lot
    }
  }
}
