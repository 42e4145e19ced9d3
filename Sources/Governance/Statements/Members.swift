// SPDX-License-Identifier: Apache-2.0

/// `member.reinstated`: a suspension ends early, by the rule that suspends.
public struct MemberReinstated: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.memberReinstated
  /// The id as a member.
  public let member: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { member }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.member = try fields.name("member")
    self.ground = try fields.text("ground")
  }
}

/// `member.resigned`: a member leaves, at once or after the notice of the statutes.
public struct MemberResigned: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.memberResigned
  /// The id as a member.
  public let member: String

  /// The name of what it brings or is about.
  public var reference: String? { member }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.member = try fields.name("member")
  }
}

/// `party.updated`: what a member is has changed; facts of the same name are replaced from now.
public struct PartyUpdated: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.partyUpdated
  /// The member.
  public let party: String
  /// Attribute to text, as stated.
  public let facts: [String: String]
  /// SHA-256 of the evidence, lower-case hex.
  public let sha256: String?

  /// The name of what it brings or is about.
  public var reference: String? { party }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.party = try fields.name("party")
    self.facts = try fields.facts("facts")
    self.sha256 = try fields.digest()
  }
}

/// `party.merged`: a member became part of another one, and leaves.
public struct PartyMerged: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.partyMerged
  /// The member that leaves.
  public let party: String
  /// The member that it became part of.
  public let into: String
  /// SHA-256 of the evidence, lower-case hex.
  public let sha256: String

  /// The name of what it brings or is about.
  public var reference: String? { party }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.party = try fields.name("party")
    self.into = try fields.name("into")
    self.sha256 = try fields.hex("sha256", digits: 64)
  }
}

extension Fields {
  /// The digest of a document that may be there.
  mutating func digest() throws(MalformedStatement) -> String? {
    has("sha256") ? try hex("sha256", digits: 64) : nil
  }
}
