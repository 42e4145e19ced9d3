// SPDX-License-Identifier: Apache-2.0

/// `objection.raised`: a member's reasoned objection to an application on the shortlist.
public struct ObjectionRaised: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.objectionRaised
  /// The objection's name.
  public let objection: String
  /// The application's name.
  public let application: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { objection }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.objection = try fields.name("objection")
    self.application = try fields.name("application")
    self.ground = try fields.text("ground")
  }
}

/// `objection.answered`: the applicant's answer, signed by it or attested by the registrar.
public struct ObjectionAnswered: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.objectionAnswered
  /// The objection's name.
  public let objection: String
  /// The applicant's answer.
  public let answer: String
  /// When it came, by the registrar's attestation.
  public let receivedAt: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { objection }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.objection = try fields.name("objection")
    self.answer = try fields.text("answer")
    self.receivedAt = try fields.receivedAt()
  }
}

/// `objection.withdrawn`: by the member that raised it.
public struct ObjectionWithdrawn: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.objectionWithdrawn
  /// The objection's name.
  public let objection: String
  /// The name of what it brings or is about.
  public var reference: String? { objection }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.objection = try fields.name("objection")
  }
}
