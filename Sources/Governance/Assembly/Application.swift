// SPDX-License-Identifier: Apache-2.0

/// One application and everything that happened to it.
public struct Application: Sendable, Equatable {
  public let id: String
  public let call: String
  /// The index of its entry.
  public let entry: Int
  public let channel: ApplicationSubmitted.Channel
  public let name: [String: String]
  public var facts: [String: String]
  public var relations: [String: [String]]
  /// When it was received, by attestation or by the entry's time.
  public let effective: Instant
  public let sealedAt: Instant?
  /// The name of the key that signed it, if the applicant did.
  public let key: String?
  public var withdrawn = false
  /// What became of it at the door; computed when the call is closed.
  public var door: Door?
  public var screening: Screening?
  /// Until when facts may be stated anew; set by an incomplete screening or a remitted refusal.
  public var repairCloses: Instant?
  /// Whether something happened since the last screening that asks for another.
  public var rescreen = false
  public var tier: String?
  /// Key names of those who review it.
  public var reviewers: [String] = []
  public var reviewCloses: Instant?
  /// Accepted reviews in the order of their entries.
  public var reviews: [Review] = []
  /// When it was left off the shortlist.
  public var notSelected: Instant?
  public var selected = false
  /// Whether the appeals body sent it back to the members.
  public var remitted = false
  /// The vote that it is or was last in.
  public var vote: String?
  public var decision: Decision?
  public var appeals: [String] = []
  /// Name of the key enrolled for it on joining.
  public var enrolledKey: String?
  public var representative: String?
  /// Papers signed on joining, by name, with their SHA-256.
  public var documents: [String: String] = [:]
  /// The member id, once it has joined.
  public var member: String?

  /// What screening found.
  public struct Screening: Sendable, Equatable {
    public let disposition: Disposition
    public let tests: [String: String]
    public let reasons: [String]
    public let related: String?
    public let at: Instant
  }

  /// An accepted review.
  public struct Review: Sendable, Equatable {
    public let id: String
    /// The reviewer's key name.
    public let reviewer: String
    public let scores: [String: Int]
  }

  /// The members' certified decision.
  public struct Decision: Sendable, Equatable {
    public let outcome: VoteOutcome
    public let at: Instant
  }
}

/// A member's objection to an application on the shortlist.
public struct Objection: Sendable, Equatable {
  public let id: String
  public let application: String
  public let by: String
  public let ground: String
  public var answered = false
  public var withdrawn = false
  /// What became of it at the door; computed when the call is closed.
  public var door: Door?
}

/// An appeal against a refusal.
public struct Appeal: Sendable, Equatable {
  public let id: String
  public let application: String
  public let ground: String
  /// Which refusal: `screening`, `shortlist` or `vote`.
  public let against: Adverse
  public let at: Instant
  public var verdict: AppealRuled.Verdict?

  /// The kinds of refusal that can be appealed against.
  public enum Adverse: String, Sendable, CaseIterable { case screening, shortlist, vote }
}
