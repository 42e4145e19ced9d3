// SPDX-License-Identifier: Apache-2.0

/// `representative.appointed`: an admitted applicant names who votes for it; signed by its key.
public struct RepresentativeAppointed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.representativeAppointed
  /// Whose representative it is.
  public enum Holder: Sendable, Equatable {
    case application(String)
    case party(String)
  }
  /// The admitted applicant, or the member.
  public let holder: Holder
  /// The public label that the organisation chose, such as "representative 1".
  public let representative: String

  /// The name of what it brings or is about.
  public var reference: String? { representative }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.holder =
      fields.has("party")
      ? .party(try fields.name("party")) : .application(try fields.name("application"))
    self.representative = try fields.text("representative", atMost: 256)
  }
}

/// `document.signed`: an admitted applicant signs a founding paper, named by SHA-256.
public struct DocumentSigned: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.documentSigned
  /// The application's name.
  public let application: String
  /// The paper's name.
  public let document: String
  /// SHA-256 of the paper, lower-case hex.
  public let sha256: String

  /// The name of what it brings or is about.
  public var reference: String? { application }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.application = try fields.name("application")
    self.document = try fields.name("document")
    self.sha256 = try fields.hex("sha256", digits: 64)
  }
}

/// `member.admitted`: an applicant that did all that was needed joins; registrar and a teller sign.
public struct MemberAdmitted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.memberAdmitted
  /// The application's name.
  public let application: String
  /// The party id under which it is a member.
  public let member: String
  /// The classes of members it belongs to by its facts: `small_members` and so on; recomputed.
  public let rolls: [String]

  /// The name of what it brings or is about.
  public var reference: String? { member }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.application = try fields.name("application")
    self.member = try fields.name("member")
    self.rolls = try fields.names("rolls")
  }
}

/// `act.refused`: a signed statement that came and was turned away, whole, with the reason; recomputed.
public struct ActRefused: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.actRefused
  /// The line that was signed, without its LF.
  public let statement: String
  /// Its signature lines, each as `— name base64`, without LF.
  public let signatures: [String]
  /// The refusal's code.
  public let reason: String

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.statement = try fields.text("statement", atMost: 40_000)
    self.signatures = try fields.names(
      "signatures", where: { (1...600).contains($0.utf8.count) }, shape: "signature lines")
    self.reason = try fields.name("reason")
  }
}
