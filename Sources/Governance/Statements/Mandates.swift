// SPDX-License-Identifier: Apache-2.0

/// `mandate.granted`: a right to speak or act outside, for what was decided or to whom was elected.
public struct MandateGranted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.mandateGranted
  /// A meeting in another body.
  public struct Occasion: Sendable, Equatable, Codable {
    /// Its name within the mandate.
    public let occasion: String
    /// When it ends.
    public let on: Instant
  }
  /// What a mandate comes from.
  public enum Source: Sendable, Equatable, Codable {
    /// An adopted proposal.
    case proposal(String)
    /// The certified vote of an election to seats in another body.
    case vote(String)
  }
  /// The mandate's name.
  public let mandate: String
  /// What it comes from.
  public let source: Source
  /// The party whose people may act.
  public let holder: String
  /// The party whose people may act instead.
  public let alternate: String?
  /// The mandate of the statutes, if it is one of them.
  public let kind: String?
  /// What it allows.
  public let scope: String
  /// When it ends.
  public let until: Instant
  /// Meetings that are to be reported on.
  public let occasions: [Occasion]

  /// The name of what it brings or is about.
  public var reference: String? { mandate }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.mandate = try fields.name("mandate")
    self.source =
      fields.has("vote")
      ? .vote(try fields.name("vote")) : .proposal(try fields.name("proposal"))
    self.holder = try fields.name("holder")
    self.alternate = try fields.optional("alternate") { (f) throws(MalformedStatement) in
      try f.name("alternate")
    }
    self.kind = try fields.optional("kind") { (f) throws(MalformedStatement) in try f.name("kind") }
    self.scope = try fields.text("scope")
    self.until = try fields.instant("until")
    self.occasions = try fields.list("occasions") { (f) throws(MalformedStatement) in
      Occasion(occasion: try f.name("occasion"), on: try f.instant("on"))
    }
  }
}

extension MandateGranted.Source {
  /// The proposal's name, if it is one.
  public var proposal: String? {
    switch self {
    case .proposal(let id): id
    case .vote: nil
    }
  }

  /// The vote's name, if it is one.
  public var vote: String? {
    switch self {
    case .proposal: nil
    case .vote(let id): id
    }
  }
}

/// `mandate.reported`: the holder or its alternate reports on a meeting.
public struct MandateReported: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.mandateReported
  /// The mandate's name.
  public let mandate: String
  /// The meeting.
  public let occasion: String
  /// SHA-256 of the report.
  public let sha256: String

  /// The name of what it brings or is about.
  public var reference: String? { mandate }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.mandate = try fields.name("mandate")
    self.occasion = try fields.name("occasion")
    self.sha256 = try fields.hex("sha256", digits: 64)
  }
}

/// `mandate.ended`: before its time.
public struct MandateEnded: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.mandateEnded
  /// The mandate's name.
  public let mandate: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { mandate }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.mandate = try fields.name("mandate")
    self.ground = try fields.text("ground")
  }
}

/// `mandate.recused`: the holder or its alternate steps aside at a meeting.
public struct MandateRecused: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.mandateRecused
  /// The mandate's name.
  public let mandate: String
  /// The meeting.
  public let occasion: String

  /// The name of what it brings or is about.
  public var reference: String? { mandate }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.mandate = try fields.name("mandate")
    self.occasion = try fields.name("occasion")
  }
}

/// `mandate.instructed`: what was adopted binds the holder of a mandate.
public struct MandateInstructed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.mandateInstructed
  /// The mandate's name.
  public let mandate: String
  /// The proposal whose texts bind it.
  public let proposal: String

  /// The name of what it brings or is about.
  public var reference: String? { mandate }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.mandate = try fields.name("mandate")
    self.proposal = try fields.name("proposal")
  }
}
