// SPDX-License-Identifier: Apache-2.0

/// An organisation that is or was a member.
public struct Party: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The name by language code.
  public let name: [String: String]
  /// Attribute to text, as last stated; typed by the statutes.
  public private(set) var facts: [String: String]
  /// Group labels or tied parties by kind of relation, as stated on joining.
  public let relations: [String: [String]]
  /// From when it is a member.
  public let since: Instant
  /// The application that it came by; `nil` for a founder.
  public let application: String?
  /// Why and until when it has no vote.
  public var suspension: Suspension?
  /// When it left, or will have left: it resigned or was expelled.
  public var left: Instant?
  /// The party that it became part of, if it left for that.
  public internal(set) var mergedInto: String?
  /// The public label of its representative.
  public var representative: String?
  /// What the facts were, and the first moment from which they were others, in order.
  private(set) var past: [PastFacts] = []

  /// Facts that were replaced.
  struct PastFacts: Equatable, Codable {
    let facts: [String: String]
    let until: Instant
  }

  /// A decided suspension.
  public struct Suspension: Sendable, Equatable, Codable {
    /// The proposal that decided it.
    public let proposal: String
    /// The first moment after it.
    public var until: Instant
  }

  /// The facts as they were at a moment, as far as entries so far say; later ones change nothing of it.
  public func facts(at moment: Instant) -> [String: String] {
    past.first { moment < $0.until }?.facts ?? facts
  }

  /// Replaces facts of the same name from a moment that is not before the last change.
  mutating func update(_ changes: [String: String], at now: Instant) {
    past.append(PastFacts(facts: facts, until: now))
    facts.merge(changes) { $1 }
  }

  /// `member`, `suspended` or `former`, as the statutes' expressions see it.
  public func status(at now: Instant) -> String {
    if let left, now >= left { return "former" }
    if isSuspended(at: now) { return "suspended" }
    return "member"
  }

  /// Whether it has no vote for a time.
  public func isSuspended(at now: Instant) -> Bool { suspension.map { now < $0.until } ?? false }

  /// Whether it belongs to the coalition, suspended or not.
  public func isMember(at now: Instant) -> Bool { left.map { now < $0 } ?? true }
}
