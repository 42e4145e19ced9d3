// SPDX-License-Identifier: Apache-2.0

/// One application and everything that happened to it.
public struct Application: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The call's name.
  public let call: String
  /// The index of its entry.
  public let entry: Int
  /// How it came.
  public let channel: ApplicationSubmitted.Channel
  /// The name by language code.
  public let name: [String: String]
  /// Attribute to text, as stated; typed by the statutes.
  public var facts: [String: String]
  /// Group labels or tied parties by kind of relation.
  public var relations: [String: [String]]
  /// When it was received, by attestation or by the entry's time.
  public let effective: Instant
  /// When its author says it was made.
  public let sealedAt: Instant?
  /// The name of the key that signed it, if the applicant did.
  public let key: String?
  /// Whether it was withdrawn.
  public var withdrawn = false
  /// What became of it at the door; computed when the call is closed.
  public var door: Door?
  /// What the last screening found.
  public var screening: Screening?
  /// Until when facts may be stated anew; set by an incomplete screening or a remitted refusal.
  public var repairCloses: Instant?
  /// Whether something happened since the last screening that asks for another.
  public var rescreen = false
  /// The tier in which it was checked.
  public var tier: String?
  /// Key names of those who review it.
  public var reviewers: [String] = []
  /// The first moment at which a review is too late.
  public var reviewCloses: Instant?
  /// Accepted reviews in the order of their entries.
  public var reviews: [Review] = []
  /// When it was left off the shortlist.
  public var notSelected: Instant?
  /// Whether it is on the shortlist as selected.
  public var selected = false
  /// Whether the appeals body sent it back to the members.
  public var remitted = false
  /// The vote that it is or was last in.
  public var vote: String?
  /// Certified votes that decided nothing, since it was last remitted.
  public var rounds = 0
  /// The members' decision.
  public var decision: Decision?
  /// Appeals, in order.
  public var appeals: [String] = []
  /// Name of the key enrolled for it on joining.
  public var enrolledKey: String?
  /// The public label of its representative.
  public var representative: String?
  /// Papers signed on joining, by name, with their SHA-256.
  public var documents: [String: String] = [:]
  /// The member id, once it has joined.
  public var member: String?

  /// Puts a key in the place of another, wherever it stands.
  mutating func replace(_ old: String, with new: String) {
    if enrolledKey == old { enrolledKey = new }
    reviewers = reviewers.map { $0 == old ? new : $0 }
    reviews = reviews.map { $0.reviewer == old ? $0.by(new) : $0 }
  }

  /// What screening found.
  public struct Screening: Sendable, Equatable, Codable {
    /// What became of it.
    public let disposition: Disposition
    /// Predicates tested, by name: `true`, `false` or `unknown`.
    public let tests: [String: String]
    /// Why, as codes.
    public let reasons: [String]
    /// The application that it yields to or follows.
    public let related: String?
    /// When.
    public let at: Instant
  }

  /// An accepted review.
  public struct Review: Sendable, Equatable, Codable {
    /// Its name.
    public let id: String
    /// The reviewer's key name.
    public let reviewer: String
    /// Criterion to points.
    public let scores: [String: Int]

    fileprivate func by(_ reviewer: String) -> Review {
      Review(id: id, reviewer: reviewer, scores: scores)
    }
  }

  /// The members' certified decision.
  public struct Decision: Sendable, Equatable, Codable {
    /// What was decided.
    public let outcome: VoteOutcome
    /// When.
    public let at: Instant
  }
}

/// A member's objection to an application on the shortlist.
public struct Objection: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The application's name.
  public let application: String
  /// The party that raised it.
  public let by: String
  /// The reasons, which are public.
  public let ground: String
  /// Whether the applicant answered.
  public var answered = false
  /// Whether it was withdrawn.
  public var withdrawn = false
}

/// An appeal against a refusal.
public struct Appeal: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// What was decided: about an application, or a proposal.
  public let subject: AppealFiled.Against
  /// The reasons, which are public.
  public let ground: String
  /// Which refusal: `screening`, `shortlist` or `vote`; `vote` for a proposal.
  public let against: Adverse
  /// When.
  public let at: Instant
  /// What the body said.
  public var verdict: AppealRuled.Verdict?

  /// The kinds of refusal that can be appealed against.
  public enum Adverse: String, Sendable, CaseIterable, Codable { case screening, shortlist, vote }
}
