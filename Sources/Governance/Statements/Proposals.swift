// SPDX-License-Identifier: Apache-2.0

/// `proposal.submitted`: a text and its papers by digest, put under a matter of the statutes; opens the debate.
public struct ProposalSubmitted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.proposalSubmitted
  /// The proposal's name.
  public let proposal: String
  /// The matter of the statutes, or `statutes` for a change of the statutes themselves.
  public let matter: String
  /// The title by language.
  public let title: [String: String]
  /// SHA-256 of the document by language, lower-case hex.
  public let texts: [String: String]
  /// SHA-256 of each paper by the name that the statutes give it.
  public let papers: [String: String]
  /// The member that it is about, for recusal and for what follows.
  public let about: String?
  /// SHA-256 of the new statutes' canonical JSON.
  public let statutes: String?
  /// What an approval ballot offers: name to title; empty for every other ballot.
  public let options: [String: [String: String]]
  /// When an adopted text ends by itself.
  public let validUntil: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
    self.matter = try fields.name("matter")
    self.title = try fields.translations("title")
    self.texts = try fields.digests("texts")
    self.papers = try fields.digests("papers")
    self.about = try fields.optional("about") { (f) throws(MalformedStatement) in
      try f.name("about")
    }
    self.statutes = try fields.optional("statutes") { (f) throws(MalformedStatement) in
      try f.hex("statutes", digits: 64)
    }
    self.options = try fields.options()
    self.validUntil = try fields.optional("valid_until") { (f) throws(MalformedStatement) in
      try f.instant("valid_until")
    }
  }
}

/// `proposal.seconded`: another member wants it debated.
public struct ProposalSeconded: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.proposalSeconded
  /// The proposal's name.
  public let proposal: String

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
  }
}

/// `proposal.withdrawn`: by its proposer, before the freeze or between rounds.
public struct ProposalWithdrawn: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.proposalWithdrawn
  /// The proposal's name.
  public let proposal: String

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
  }
}

/// `text.frozen`: the debate is over, and this is what will be voted on; recomputed.
public struct TextFrozen: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.textFrozen
  /// The proposal's name.
  public let proposal: String
  /// SHA-256 of the document by language, lower-case hex.
  public let texts: [String: String]

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
    self.texts = try fields.digests("texts")
  }
}

/// `text.revised`: the proposer changes the text between two rounds.
public struct TextRevised: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.textRevised
  /// The proposal's name.
  public let proposal: String
  /// SHA-256 of the document by language, lower-case hex.
  public let texts: [String: String]

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
    self.texts = try fields.digests("texts")
  }
}

/// `hearing.held`: the member concerned was heard, or did not come.
public struct HearingHeld: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.hearingHeld
  /// The proposal's name.
  public let proposal: String
  /// Whether it came or wrote.
  public let attended: Bool
  /// SHA-256 of what was said.
  public let sha256: String?

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
    self.attended = try fields.bool("attended")
    self.sha256 = try fields.optional("sha256") { (f) throws(MalformedStatement) in
      try f.hex("sha256", digits: 64)
    }
  }
}

/// `amendment.proposed`: another text in place of a proposal's.
public struct AmendmentProposed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.amendmentProposed
  /// The amendment's name.
  public let amendment: String
  /// The proposal's name.
  public let proposal: String
  /// The title by language.
  public let title: [String: String]
  /// SHA-256 of the document by language, lower-case hex.
  public let texts: [String: String]
  /// SHA-256 of other new statutes' canonical JSON, where the proposal is about statutes.
  public let statutes: String?

  /// The name of what it brings or is about.
  public var reference: String? { amendment }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.amendment = try fields.name("amendment")
    self.proposal = try fields.name("proposal")
    self.title = try fields.translations("title")
    self.texts = try fields.digests("texts")
    self.statutes = try fields.optional("statutes") { (f) throws(MalformedStatement) in
      try f.hex("statutes", digits: 64)
    }
  }
}

/// `amendment.accepted`: the proposer takes it over.
public struct AmendmentAccepted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.amendmentAccepted
  /// The amendment's name.
  public let amendment: String

  /// The name of what it brings or is about.
  public var reference: String? { amendment }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.amendment = try fields.name("amendment")
  }
}

/// `amendment.withdrawn`: by its author.
public struct AmendmentWithdrawn: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.amendmentWithdrawn
  /// The amendment's name.
  public let amendment: String

  /// The name of what it brings or is about.
  public var reference: String? { amendment }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.amendment = try fields.name("amendment")
  }
}
