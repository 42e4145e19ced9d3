// SPDX-License-Identifier: Apache-2.0

/// `appeal.filed`: an applicant contests a refusal, signed by it or attested by the registrar.
public struct AppealFiled: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.appealFiled
  /// The appeal's name.
  public let appeal: String
  /// What was decided.
  public enum Against: Sendable, Hashable, Codable {
    case application(String)
    case proposal(String)
  }
  /// The decision about an application, or the decided proposal.
  public let against: Against
  /// The reasons, which are public.
  public let ground: String
  /// When it came, by the registrar's attestation.
  public let receivedAt: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { appeal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.appeal = try fields.name("appeal")
    self.against =
      fields.has("proposal")
      ? .proposal(try fields.name("proposal")) : .application(try fields.name("application"))
    self.ground = try fields.text("ground")
    self.receivedAt = try fields.receivedAt()
  }
}

/// `appeal.ruled`: signed by enough of the appeals body, none of them recused.
public struct AppealRuled: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.appealRuled
  /// What the body may say.
  public enum Verdict: String, Sendable, CaseIterable, Codable {
    /// The decision appealed against stands.
    case uphold
    /// The decision is taken anew.
    case remit
  }
  /// The appeal's name.
  public let appeal: String
  /// What the body said.
  public let verdict: Verdict
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { appeal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.appeal = try fields.name("appeal")
    self.verdict = try fields.word("verdict", Verdict.self)
    self.ground = try fields.text("ground")
  }
}
