// SPDX-License-Identifier: Apache-2.0

/// `review.assigned`: who reviews which application, by the registrar; opens the review window.
public struct ReviewAssigned: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.reviewAssigned
  /// The call's name.
  public let call: String
  /// Who reviews what.
  public let assignments: [Assignment]

  /// An application and the key names of its reviewers.
  public struct Assignment: Sendable, Equatable {
    /// The application's name.
    public let application: String
    /// Key names of its reviewers.
    public let reviewers: [String]

    /// An application and the key names of its reviewers.
    public init(application: String, reviewers: [String]) {
      self.application = application
      self.reviewers = reviewers
    }
  }

  /// The name of what it brings or is about.
  public var reference: String? { call }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.call = try fields.name("call")
    self.assignments = try fields.list("assignments") { (f) throws(MalformedStatement) in
      Assignment(
        application: try f.name("application"),
        reviewers: try f.names("reviewers", where: Identifier.isKeyName, shape: "key names"))
    }
  }
}

/// `review.submitted`: one reviewer's scores of one application, signed by the reviewer.
public struct ReviewSubmitted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.reviewSubmitted
  /// The review's own name, such as V-001.
  public let review: String
  /// The application's name.
  public let application: String
  /// Criterion to score, from 0 to the criterion's scale.
  public let scores: [String: Int]
  /// The written justification, committed.
  public let commitments: [String: String]
  /// When it came, by the registrar's attestation.
  public let receivedAt: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { review }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.review = try fields.name("review")
    self.application = try fields.name("application")
    self.scores = try fields.map("scores") { (f, key) throws(MalformedStatement) in
      try f.integer(key, in: -1_000_000...1_000_000)
    }
    self.commitments = try fields.commitments("commitments")
    self.receivedAt = try fields.receivedAt()
  }
}

/// `shortlist.published`: the ranking with its exact scores and reasons; recomputed.
public struct ShortlistPublished: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.shortlistPublished
  /// The call's name.
  public let call: String
  /// In order of rank.
  public let ranking: [Place]
  /// The third party's value that seeds the lot, when the call announced one.
  public let lot: String?

  /// One line of the ranking.
  public struct Place: Sendable, Equatable, Codable {
    /// The application's name.
    public let application: String
    /// Exact: "293/3".
    public let score: String
    /// Whether it was selected.
    public let selected: Bool
    /// Why not, when not selected: `cap_oblast`, `kept_for_small`, `no_place_left` and so on; else empty.
    public let reason: String

    /// One line of the ranking.
    public init(application: String, score: String, selected: Bool, reason: String) {
      self.application = application
      self.score = score
      self.selected = selected
      self.reason = reason
    }
  }

  /// The name of what it brings or is about.
  public var reference: String? { call }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.call = try fields.name("call")
    self.ranking = try fields.list("ranking") { (f) throws(MalformedStatement) in
      Place(
        application: try f.name("application"), score: try f.text("score", atMost: 64),
        selected: try f.bool("selected"),
        reason: try f.optional("reason") { (f) throws(MalformedStatement) in try f.name("reason") }
          ?? "")
    }
    self.lot = try fields.optional("lot") { (f) throws(MalformedStatement) in try f.text("lot") }
  }
}
