// SPDX-License-Identifier: Apache-2.0

/// `statutes.adopted`: what the members decided about the statutes, whole, and from when.
public struct StatutesAdopted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.statutesAdopted
  /// The proposal's name.
  public let proposal: String
  /// The new statutes, every scalar a text.
  public let statutes: JSON
  /// The first moment under the new statutes.
  public let effective: Instant

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
    self.statutes = try fields.take("statutes")
    self.effective = try fields.instant("effective")
  }
}

/// `statement.issued`: a text goes out in the coalition's name.
public struct StatementIssued: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.statementIssued
  /// Its name in the register.
  public let statement: String
  /// SHA-256 of the document by language, lower-case hex.
  public let texts: [String: String]
  /// The proposal's name.
  public let proposal: String
  /// Where it appeared.
  public let channel: String
  /// The mandate of the one who speaks.
  public let mandate: String?

  /// The name of what it brings or is about.
  public var reference: String? { statement }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.statement = try fields.name("statement")
    self.texts = try fields.digests("texts")
    self.proposal = try fields.name("proposal")
    self.channel = try fields.text("channel")
    self.mandate = try fields.optional("mandate") { (f) throws(MalformedStatement) in
      try f.name("mandate")
    }
  }
}

/// `statement.disavowed`: a text that others put out is not the coalition's.
public struct StatementDisavowed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.statementDisavowed
  /// SHA-256 of the text.
  public let sha256: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { sha256 }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.sha256 = try fields.hex("sha256", digits: 64)
    self.ground = try fields.text("ground")
  }
}

/// `agreement.signed`: several parties sign one adopted text, each under the same line.
public struct AgreementSigned: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.agreementSigned
  /// Something that a member owes under an agreement.
  public struct Obligation: Sendable, Equatable, Codable {
    /// The action's name.
    public let action: String
    /// The party that does it.
    public let owner: String
    /// Until when.
    public let due: Instant
    /// What it is.
    public let text: String

    init(_ fields: inout Fields) throws(MalformedStatement) {
      self.action = try fields.name("action")
      self.owner = try fields.name("owner")
      self.due = try fields.instant("due")
      self.text = try fields.text("text")
    }
  }
  /// The agreement's name.
  public let agreement: String
  /// The proposal's name.
  public let proposal: String
  /// SHA-256 of the document.
  public let sha256: String
  /// Who signs outside this ledger.
  public let with: [String]
  /// Members that sign here.
  public let parties: [String]
  /// The mandate of the one who signs for all.
  public let mandate: String?
  /// When it ends.
  public let until: Instant?
  /// What follows from it, and who does it.
  public let obligations: [Obligation]

  /// The name of what it brings or is about.
  public var reference: String? { agreement }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.agreement = try fields.name("agreement")
    self.proposal = try fields.name("proposal")
    self.sha256 = try fields.hex("sha256", digits: 64)
    self.with = try fields.names(
      "with", where: { (1...512).contains($0.utf8.count) }, shape: "names of parties outside")
    self.parties = try fields.names("parties")
    self.mandate = try fields.optional("mandate") { (f) throws(MalformedStatement) in
      try f.name("mandate")
    }
    self.until = try fields.optional("until") { (f) throws(MalformedStatement) in
      try f.instant("until")
    }
    self.obligations = try fields.list("obligations") { (f) throws(MalformedStatement) in
      try Obligation(&f)
    }
  }
}

/// `agreement.ended`: it binds no longer.
public struct AgreementEnded: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.agreementEnded
  /// The agreement's name.
  public let agreement: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { agreement }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.agreement = try fields.name("agreement")
    self.ground = try fields.text("ground")
  }
}

/// `action.assigned`: somebody is to do something by a date, because of a decision.
public struct ActionAssigned: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.actionAssigned
  /// The decision.
  public let proposal: String
  /// What, who and until when.
  public let task: AgreementSigned.Obligation

  /// The name of what it brings or is about.
  public var reference: String? { task.action }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
    self.task = try AgreementSigned.Obligation(&fields)
  }
}

/// `action.updated`: its owner says how it stands; the registrar may drop it.
public struct ActionUpdated: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.actionUpdated
  /// How an action stands.
  public enum State: String, Sendable, CaseIterable, Codable { case accepted, done, dropped }
  /// The action's name.
  public let action: String
  /// How it stands.
  public let state: State
  /// A word about it.
  public let note: String

  /// The name of what it brings or is about.
  public var reference: String? { action }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.action = try fields.name("action")
    self.state = try fields.word("state", State.self)
    self.note = try fields.text("note")
  }
}

/// `external.recorded`: what another body decided, recorded as that and nothing else.
public struct ExternalRecorded: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.externalRecorded
  /// Its name in the register.
  public let decision: String
  /// Who decided.
  public let body: String
  /// When.
  public let decided: Instant
  /// The title by language.
  public let title: [String: String]
  /// SHA-256 of the evidence.
  public let sha256: String
  /// The mandate's name.
  public let mandate: String

  /// The name of what it brings or is about.
  public var reference: String? { decision }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.decision = try fields.name("decision")
    self.body = try fields.text("body")
    self.decided = try fields.instant("decided")
    self.title = try fields.translations("title")
    self.sha256 = try fields.hex("sha256", digits: 64)
    self.mandate = try fields.name("mandate")
  }
}

/// `document.registered`: a paper that can be cited.
public struct DocumentRegistered: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.documentRegistered
  /// SHA-256 of the paper.
  public let sha256: String
  /// What it is, such as `scan`, `minutes` or `consultation`.
  public let kind: String
  /// The language.
  public let language: String
  /// The title by language.
  public let title: [String: String]

  /// The name of what it brings or is about.
  public var reference: String? { sha256 }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.sha256 = try fields.hex("sha256", digits: 64)
    self.kind = try fields.name("kind")
    self.language = try fields.name("language")
    self.title = try fields.translations("title")
  }
}

/// `complaint.filed`: somebody holds a receipt and misses the entry.
public struct ComplaintFiled: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.complaintFiled
  /// The complaint's name.
  public let complaint: String
  /// The receipt, whole.
  public let receipt: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { complaint }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.complaint = try fields.name("complaint")
    self.receipt = try fields.text("receipt", atMost: 20_000)
    self.ground = try fields.text("ground")
  }
}

/// `complaint.answered`: by the registrar.
public struct ComplaintAnswered: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.complaintAnswered
  /// The complaint's name.
  public let complaint: String
  /// The answer.
  public let answer: String

  /// The name of what it brings or is about.
  public var reference: String? { complaint }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.complaint = try fields.name("complaint")
    self.answer = try fields.text("answer")
  }
}
