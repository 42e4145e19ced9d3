// SPDX-License-Identifier: Apache-2.0

/// Why a contest cannot be counted; ballots and constraints are numbered from 0.
public enum Uncountable: Error, Hashable, Sendable {
  /// There is no seat, or more than ``Contest/countMax`` seats or candidates.
  case badSize
  /// Somebody who stood down is not among the candidates.
  case unknownWithdrawn(Int)
  /// A pile has no papers.
  case emptyPile(ballot: Int)
  /// There are more than ``Contest/papersMax`` papers.
  case tooManyPapers
  /// A ballot names a candidate that does not exist.
  case unknownCandidate(Int, ballot: Int)
  /// A ballot ranks candidates equally, which `stv` and `meek` do not know.
  case equalRanks(ballot: Int)
  /// The predetermined order lacks someone who stands, names one twice or one who does not exist.
  case badLot
  /// A constraint names someone unknown, or its numbers contradict each other or the seats.
  case badConstraint(Int)
  /// Someone sits who does not stand, or more sit than there are seats.
  case badSitting
  /// The scale, the scores or the default option do not fit the contest.
  case badMethod
  /// No outcome satisfies these constraints together, by index; each of them is needed for that.
  ///
  /// With `sitting`, those who keep their seats are part of the contradiction.
  case infeasible([Int], sitting: Bool)
  /// The groups overlap so much that the possible outcomes cannot be surveyed.
  case tooEntangled
}
