// SPDX-License-Identifier: Apache-2.0

/// An organisation that is or was a member.
public struct Party: Sendable, Equatable {
  /// Its name.
  public let id: String
  /// The name by language code.
  public let name: [String: String]
  /// Attribute to text, as stated; typed by the statutes.
  public let facts: [String: String]
  /// Group labels or tied parties by kind of relation, as stated on joining.
  public let relations: [String: [String]]
  /// From when it is a member.
  public let since: Instant
  /// The application that it came by; `nil` for a founder.
  public let application: String?
  /// Until when it has no vote.
  public var suspendedUntil: Instant?

  /// `member` or `suspended`, as the statutes' expressions see it.
  public func status(at now: Instant) -> String {
    if let suspendedUntil, now < suspendedUntil { return "suspended" }
    return "member"
  }
}
