// SPDX-License-Identifier: Apache-2.0

/// A seat of a class in the hands of one party, from when until when (`Elections.md`, "Terms").
public struct Term: Sendable, Equatable, Codable {
  /// The class of seats.
  public let seat: String
  /// Who holds it.
  public let party: String
  /// The first moment inside.
  public let from: Instant
  /// The first moment outside; none for a term of the founding until an election ends it.
  public internal(set) var until: Instant?
  /// How it came to its holder.
  public let origin: Origin
  /// The place, among all terms, of the term that ended early and whose rest this one is.
  public let predecessor: Int?
  /// When it ended before its time: the seat was vacated, or the party left.
  public internal(set) var ended: Instant?

  /// How a seat comes to its holder.
  public enum Origin: Sendable, Equatable, Codable {
    /// The founding says so, until the first election of the class.
    case founding
    /// By a vote, to a candidate.
    case elected(vote: String, nomination: String)
    /// The electors of the class named the holder, without an election.
    case named
  }

  /// The vote that elected, if one did.
  public var vote: String? {
    if case .elected(let vote, _) = origin { vote } else { nil }
  }

  /// The candidate's nomination, if a vote elected.
  public var nomination: String? {
    if case .elected(_, let nomination) = origin { nomination } else { nil }
  }
}

/// A free place of a class at some moment, and when a term on it would end.
struct Place: Equatable {
  let until: Instant
  /// The place, among all terms, of the one that ended early and left it.
  let predecessor: Int?
}

/// A call for candidates, and what stands in it so far.
public struct Election: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The matter of the statutes.
  public let matter: String
  /// The version of the statutes that governs it.
  public let version: Int
  /// The body whose seats are filled; none where mandates are.
  public let body: String?
  /// Class of seats, or mandate of the statutes, to how many places.
  public let places: [String: Int]
  /// The first moment at which nobody is nominated or accepts any more.
  public let nominationsClose: Instant
  /// When the terms begin.
  public let termsFrom: Instant
  /// The vote, once it is open; an annulled one is forgotten.
  public var vote: String?
  /// When its outcome was certified.
  public var certified: Instant?

  /// Whether it fills places of a class of seats here, and not a mandate of that name.
  public func fills(_ seat: String) -> Bool { body != nil && places[seat] != nil }
}

/// Somebody who is to stand for a class of seats.
public struct Nomination: Sendable, Equatable, Codable {
  /// Its name, by which ballots name the candidate.
  public let id: String
  /// The election.
  public let election: String
  /// The class of seats.
  public let seat: String
  /// The party that would hold the seat.
  public let party: String
  /// The name of the key of who would sit; a rotated key has its successor's.
  public internal(set) var nominee: String
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
