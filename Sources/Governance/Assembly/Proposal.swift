// SPDX-License-Identifier: Apache-2.0

/// A proposal and everything that happened to it.
public struct Proposal: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The matter of the statutes, or `statutes`.
  public let matter: String
  /// The version of the statutes that governs it to its end.
  public let version: Int
  /// The key that submitted it.
  public private(set) var key: String
  /// The party of that key; none for a role's holder from outside.
  public let proposer: String?
  /// The title by language.
  public let title: [String: String]
  /// SHA-256 of the text by language, as it now is.
  public var texts: [String: String]
  /// SHA-256 of each paper by its name.
  public let papers: [String: String]
  /// The member that it is about.
  public let about: String?
  /// SHA-256 of the new statutes' canonical JSON.
  public var statutes: String?
  /// What an approval ballot offers.
  public let options: [String: [String: String]]
  /// When an adopted text ends by itself.
  public let validUntil: Instant?
  /// When it came.
  public let submitted: Instant
  /// Parties that seconded it, in order.
  public var seconds: [String] = []
  /// When the debate opened: it had its seconds.
  public var debated: Instant?
  /// When the text was frozen.
  public var frozen: Instant?
  /// When the text was last changed between rounds.
  public var revised: Instant?
  /// Whether the member concerned came to its hearing; nothing before it was held.
  public var heard: Bool?
  /// When it was withdrawn.
  public var withdrawn: Instant?
  /// By which rule it is decided now, and how often that was tried.
  public var course: Course
  /// The vote that is open or awaits its certificate.
  public var vote: String?
  /// Every vote on it, in order, ratifications included.
  public var votes: [String] = []
  /// When it was adopted.
  public var adopted: Instant?
  /// The last outcome, once nothing more can follow.
  public var failed: VoteOutcome?
  /// What a later decision still has to confirm.
  public var ratification: Ratification?
  /// Amendments, in order.
  public var amendments: [String] = []
  /// The appeal against it.
  public var appeal: String?
  /// Whether new statutes were taken from it.
  public var carriedOut = false

  /// Puts a key in the place of another.
  mutating func replace(_ old: String, with new: String) {
    if key == old { key = new }
  }

  /// Whose turn it is, by which rule, for how many times.
  public struct Course: Sendable, Equatable, Codable {
    /// The rule.
    public var rule: String
    /// The next round under it, from 1.
    public var round = 1
    /// The last certified outcome, under whichever rule.
    public var last: VoteOutcome?
    /// When that was certified.
    public var certified: Instant?
    /// Whether the rounds are used up and somebody may ask for the fallback.
    public var awaitsEscalation = false
  }

  /// A confirmation that an adopted proposal needs.
  public struct Ratification: Sendable, Equatable, Codable {
    /// By which rule, and how often that was tried.
    public var course: Course
    /// The first moment at which it is too late.
    public let before: Instant
    /// When it was confirmed.
    public var carried: Instant?
    /// When it was lost for good.
    public var lost: Instant?
  }

  /// How far a proposal has come.
  public enum Status: String, Sendable, CaseIterable {
    case debated, frozen, adopted, lost, inquorate, blocked, void, withdrawn
    /// It was adopted, and not ratified in time.
    case lapsed
    /// It was adopted, and its time is over.
    case expired
  }

  /// How far it has come at a moment.
  public func status(at now: Instant) -> Status {
    if withdrawn != nil { return .withdrawn }
    if adopted != nil {
      if let ratification, ratification.hasLapsed(at: now) { return .lapsed }
      if let validUntil, now >= validUntil { return .expired }
      return .adopted
    }
    switch failed {
    case .lost?, .carried?: return .lost
    case .inquorate?: return .inquorate
    case .blocked?: return .blocked
    case .void?: return .void
    case nil: return frozen == nil ? .debated : .frozen
    }
  }
}

extension Proposal.Ratification {
  /// Whether the decision ended for want of it.
  public func hasLapsed(at now: Instant) -> Bool {
    carried == nil && (lost != nil || now >= before)
  }
}

/// Another text in place of a proposal's.
public struct Amendment: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The proposal's name.
  public let proposal: String
  /// The party that offers it.
  public let author: String
  /// The title by language.
  public let title: [String: String]
  /// SHA-256 of the text by language.
  public let texts: [String: String]
  /// SHA-256 of other new statutes, where the proposal is about statutes.
  public let statutes: String?
  /// The vote that is open or awaits its certificate.
  public var vote: String?
  /// What became of it; nothing while it is pending.
  public var end: End?

  /// What becomes of an amendment.
  public enum End: String, Sendable, Codable { case accepted, carried, lost, withdrawn }
}
