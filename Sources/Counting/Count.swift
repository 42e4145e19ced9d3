// SPDX-License-Identifier: Apache-2.0

/// What a count came to, with its working: a table that a person follows and a program checks.
///
/// Candidates are indices into ``Contest/candidates``. Numbers are exact; ``decimals`` says how many
/// places write them without rounding.
public struct Count: Sendable, Hashable {
  /// The method, with its parameters.
  public let method: Method
  /// The seats that the contest was for.
  public let seats: Int
  /// How many papers said what.
  public let papers: Papers
  /// How many decimal places write every number exactly; nil when the numbers are fractions.
  public let decimals: Int?
  /// The votes that elect: fixed in `stv`; of the last round in `meek`; nil in other methods.
  public let quota: Fraction?
  /// What happened, in order; never empty.
  public let stages: [Stage]
  /// Those elected, in the order in which they were.
  public let elected: [Int]
  /// Those of the elected who held a seat already (a countback).
  public let sitting: Set<Int>
  /// Floors that were lowered since too few stand for them, before any ballot was looked at.
  public let lowered: [Lowered]
  /// Seats that stay empty, with the reason.
  public let vacant: [Vacancy]
  /// What `schulze` was decided by.
  public let comparison: Comparison?

  /// How many papers said what.
  public struct Papers: Sendable, Hashable {
    /// Papers that were counted.
    public var valid = 0
    /// Papers on which nobody who stands is named.
    public var blank = 0
    /// Papers that the method cannot read: more names than seats in `plurality`.
    public var invalid = 0
  }

  /// A floor that was lowered.
  public struct Lowered: Sendable, Hashable {
    /// The constraint, by index.
    public let constraint: Int
    /// By how many.
    public let by: Int
  }

  /// Seats that stay empty for one reason.
  public struct Vacancy: Sendable, Hashable {
    /// How many seats.
    public let seats: Int
    /// Why.
    public let reason: Reason

    /// Why seats stay empty.
    public enum Reason: Sendable, Hashable {
      /// No valid ballot was cast.
      case noBallots
      /// Nobody is left who could be elected.
      case noCandidates
      /// The seats are kept for that group, by index, and too few of it stand.
      case keptFor(Int)
      /// Whoever is left would break these constraints, by index.
      case constraints([Int])
    }
  }

  /// Those who were elected and did not sit before.
  public var newlyElected: [Int] { elected.filter { !sitting.contains($0) } }

  /// Everyone whom the constraints guarded or doomed: with the stage, from 0, and by which of them.
  public var marks: [(stage: Int, decision: Decision)] {
    stages.enumerated().flatMap { stage in
      stage.element.decisions.filter(\.isMark).map { (stage.offset, $0) }
    }
  }

  /// All ties that were settled, in order.
  public var ties: [Tie] { stages.flatMap(\.ties) }
}
