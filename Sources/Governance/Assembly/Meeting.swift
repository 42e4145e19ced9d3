// SPDX-License-Identifier: Apache-2.0

/// A meeting of a body, and who came.
public struct Meeting: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The body of the statutes.
  public let body: String
  /// When it was held.
  public let held: Instant
  /// Holders, or alternates of such, sorted by bytes.
  public let present: [String]
  /// SHA-256 of the minutes, lower-case hex.
  public let sha256: String?
  /// The index of its entry.
  public let entry: Int
}

/// A turn of a body's chairs; it goes on until the next one begins (`Bodies.md`, "Chairs").
public struct Turn: Sendable, Equatable, Codable {
  /// The body of the statutes.
  public let body: String
  /// When it begins.
  public let from: Instant
  /// Who presides, in the order of the rota.
  public let chairs: [String]
  /// The class of seats that each chair held at ``from``; none of a body that is a roll.
  public let seats: [String: String]
}

/// Who sits for a holder, for the term that ran when it was named (`Bodies.md`, "Alternates").
public struct NamedAlternate: Sendable, Equatable, Codable {
  /// The class of seats.
  public let seat: String
  /// The holder.
  public let party: String
  /// Its alternate.
  public let alternate: String
  /// When it was named.
  public let from: Instant
  /// The place of the holder's term among all terms.
  let term: Int
}
