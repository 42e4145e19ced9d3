// SPDX-License-Identifier: Apache-2.0

/// A seat of a class in the hands of one party, from when until when (`Elections.md`, "Terms").
public struct Term: Sendable, Equatable {
  /// The class of seats.
  public let seat: String
  /// Who holds it.
  public let party: String
  /// The first moment inside.
  public let from: Instant
  /// The first moment outside; none for a term of the founding until an election ends it.
  public internal(set) var until: Instant?
  /// The vote that elected; none for a term of the founding.
  public let vote: String?
  /// The candidate's nomination; none for a term of the founding.
  public let nomination: String?
  /// The place, among all terms, of the term that ended early and whose rest this one is.
  public let predecessor: Int?
  /// When it ended before its time: the seat was vacated, or the party left.
  public internal(set) var ended: Instant?
}

/// A free place of a class at some moment, and when a term on it would end.
struct Place: Equatable {
  let until: Instant
  /// The place, among all terms, of the one that ended early and left it.
  let predecessor: Int?
}

/// A call for candidates, and what stands in it so far.
public struct Election: Sendable, Equatable {
  /// Its name.
  public let id: String
  /// The matter of the statutes.
  public let matter: String
  /// The version of the statutes that governs it.
  public let version: Int
  /// The body whose seats are filled.
  public let body: String
  /// Class to how many places.
  public let places: [String: Int]
  /// The first moment at which nobody is nominated or accepts any more.
  public let nominationsClose: Instant
  /// When the terms begin.
  public let termsFrom: Instant
  /// The vote, once it is open; an annulled one is forgotten.
  public var vote: String?
  /// When its outcome was certified.
  public var certified: Instant?
}

/// Somebody who is to stand for a class of seats.
public struct Nomination: Sendable, Equatable {
  /// Its name, by which ballots name the candidate.
  public let id: String
  /// The election.
  public let election: String
  /// The class of seats.
  public let seat: String
  /// The party that would hold the seat.
  public let party: String
  /// The name of the key of who would sit.
  public let nominee: String
  /// By what name people know who would sit.
  public let label: String
  /// Facts about who would sit.
  public let facts: [String: String]
  /// SHA-256 of what the candidate says, lower-case hex.
  public let statement: String?
  /// When the nominee and the party accepted.
  public var accepted: Instant?
  /// When it was withdrawn.
  public var withdrawn: Instant?
}
