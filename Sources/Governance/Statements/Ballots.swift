// SPDX-License-Identifier: Apache-2.0

extension BallotCast {
  /// What a member says to one question.
  public enum Choice: Sendable, Hashable, Codable {
    /// One of the ballot's words: `yes`, `stand_aside`, …
    case word(Word)
    /// Options or candidates, possibly none: those approved of, sorted by bytes; or the best first.
    case list([String])
  }

  /// The words of all kinds of ballot; which of them stand on one, its rule says.
  public enum Word: String, Sendable, CaseIterable, Codable {
    case yes, no, abstain, consent
    case standAside = "stand_aside"
    case block, object
  }

  /// Why a member blocks, stands aside or objects.
  public struct Reason: Sendable, Hashable, Codable {
    /// The words, which are public.
    public let text: String
    /// One of the grounds that the rule names.
    public let ground: String?

    init(_ fields: inout Fields) throws(MalformedStatement) {
      self.text = try fields.text("text", atMost: 512)
      self.ground = try fields.optional("ground") { (f) throws(MalformedStatement) in
        try f.name("ground")
      }
    }
  }

  /// What a ballot says once it is readable.
  public struct Content: Sendable, Hashable, Codable {
    /// Item to choice; one at least.
    public let choices: [String: Choice]
    /// Item to reason.
    public let reasons: [String: Reason]

    init(_ fields: inout Fields) throws(MalformedStatement) {
      self.choices = try fields.choices()
      self.reasons = fields.has("reasons") ? try fields.reasons() : [:]
      guard !choices.isEmpty else { throw .badField("choices", expected: "one choice at least") }
      guard reasons.keys.allSatisfy({ choices[$0] != nil }) else {
        throw .badField("reasons", expected: "reasons for choices made")
      }
    }
  }
}

extension Fields {
  fileprivate mutating func choices() throws(MalformedStatement) -> [String: BallotCast.Choice] {
    try map("choices") { (f, key) throws(MalformedStatement) in
      if f.isList(key) { return .list(try f.names(key)) }
      return .word(try f.word(key, BallotCast.Word.self))
    }
  }

  fileprivate mutating func reasons() throws(MalformedStatement) -> [String: BallotCast.Reason] {
    try map("reasons") { (f, key) throws(MalformedStatement) in
      try f.object(key) { (g) throws(MalformedStatement) in try BallotCast.Reason(&g) }
    }
  }
}

/// `ballot.cast`: a member's choices, on exactly the vote that the digest names; the last one counts.
public struct BallotCast: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.ballotCast
  /// Choices for all to see, or encrypted to the tellers until grace is over.
  public enum Marking: Sendable, Equatable, Codable {
    case open(Content)
    /// An age v1 file in base64 (`Decisions.md`, "Sealed ballots").
    case sealed(String)
  }
  /// The vote's name.
  public let vote: String
  /// SHA-256 of the `vote.opened` statement's line with its LF, lower-case hex.
  public let on: String
  /// What it says.
  public let marking: Marking
  /// When the member says that the ballot was made; decides only inside the window's grace.
  public let sealedAt: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.on = try fields.hex("on", digits: 64)
    self.marking =
      fields.has("sealed")
      ? .sealed(try fields.text("sealed", atMost: 8_192)) : .open(try Content(&fields))
    self.sealedAt = try fields.sealedAt()
  }
}

/// `ballot.revoked`: what the member cast so far is as not cast.
public struct BallotRevoked: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.ballotRevoked
  /// The vote's name.
  public let vote: String
  /// When the member says that it was made; decides only inside the window's grace.
  public let sealedAt: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.sealedAt = try fields.sealedAt()
  }
}

/// `voter.named`: parties that have one vote between them say who casts it.
public struct VoterNamed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.voterNamed
  /// The party that casts the vote.
  public let voter: String
  /// All that name it, itself among them.
  public let parties: [String]

  /// The name of what it brings or is about.
  public var reference: String? { voter }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.voter = try fields.name("voter")
    self.parties = try fields.names("parties")
  }
}

/// `proxy.given`: another elector's ballot counts for this one too, unless it votes itself.
public struct ProxyGiven: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.proxyGiven
  /// The vote's name.
  public let vote: String
  /// The party that carries the vote.
  public let to: String

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.to = try fields.name("to")
  }
}

/// `conflict.declared`: an elector steps aside from one item.
public struct ConflictDeclared: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.conflictDeclared
  /// The vote's name.
  public let vote: String
  /// The item.
  public let item: String

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.item = try fields.name("item")
  }
}

/// `seal.opened`: a teller gives up the identity that its share of every sealed ballot was encrypted to.
public struct SealOpened: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.sealOpened
  /// The vote's name.
  public let vote: String
  /// The age identity, `AGE-SECRET-KEY-1…`.
  public let identity: String

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.identity = try fields.text("identity", atMost: 128)
  }
}
