// SPDX-License-Identifier: Apache-2.0

/// `application.submitted`: by the applicant's own key, or by the registrar for one who used a form.
public struct ApplicationSubmitted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.applicationSubmitted
  /// How it came.
  ///
  /// Only an offline bundle can use the window's grace.
  public enum Channel: String, Sendable, CaseIterable, Codable {
    case web, paper, statement
    case offlineBundle = "offline_bundle"
  }
  /// The call's name.
  public let call: String
  /// The application's name.
  public let application: String
  /// How it came.
  public let channel: Channel
  /// The name by language code.
  public let name: [String: String]
  /// Attribute to text, as the applicant stated it; typed by the statutes.
  public let facts: [String: String]
  /// Group labels or tied parties by kind of relation.
  public let relations: [String: [String]]
  /// Personal data: field to commitment, 64 hex digits (log-format, "What is not in the log").
  public let commitments: [String: String]
  /// When the letter-box received it, by the registrar's attestation; else the entry's time counts.
  public let receivedAt: Instant?
  /// When the author says that it was made.
  public let sealedAt: Instant?
  /// The applicant's verifier key, when the applicant signs.
  public let key: String?

  /// The name of what it brings or is about.
  public var reference: String? { application }
  /// The verifier keys that it brings.
  public var introducedKeys: [String] { key.map { [$0] } ?? [] }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.call = try fields.name("call")
    self.application = try fields.name("application")
    self.channel = try fields.word("channel", Channel.self)
    self.name = try fields.translations("name")
    self.facts = try fields.facts("facts")
    self.relations = try fields.relations("relations")
    self.commitments = try fields.commitments("commitments")
    self.receivedAt = try fields.receivedAt()
    self.sealedAt = try fields.sealedAt()
    self.key = try fields.optional("key") { (f) throws(MalformedStatement) in try f.text("key") }
  }
}

/// `application.withdrawn`: by the applicant, or attested by the registrar, before the decision.
public struct ApplicationWithdrawn: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.applicationWithdrawn
  /// The application's name.
  public let application: String
  /// When it came, by the registrar's attestation.
  public let receivedAt: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { application }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.application = try fields.name("application")
    self.receivedAt = try fields.receivedAt()
  }
}

/// `application.screened`: what the tests of the statutes say of one application; recomputed.
public struct ApplicationScreened: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.applicationScreened
  /// The application's name.
  public let application: String
  /// What became of it.
  public let disposition: Disposition
  /// Every predicate tested, by name: `true`, `false` or `unknown`.
  public let tests: [String: String]
  /// Why it is not eligible or not complete, in the order of the statutes.
  public let reasons: [String]
  /// The application that superseded it, that stands in its place, or that it follows.
  public let related: String?

  /// The name of what it brings or is about.
  public var reference: String? { application }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.application = try fields.name("application")
    self.disposition = try fields.word("disposition", Disposition.self)
    self.tests = try fields.map("tests") { (f, key) throws(MalformedStatement) in
      try f.text(key, atMost: 16)
    }
    self.reasons = try fields.names(
      "reasons", where: { (1...256).contains($0.utf8.count) }, shape: "reason codes")
    self.related = try fields.optional("related") { (f) throws(MalformedStatement) in
      try f.name("related")
    }
  }
}

/// What became of an application at the door and in screening.
public enum Disposition: String, Sendable, CaseIterable, Codable {
  case early, late, superseded, withdrawn, ineligible, eligible, incomplete
}

/// `application.repaired`: facts stated anew while the window for repair is open.
public struct ApplicationRepaired: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.applicationRepaired
  /// The application's name.
  public let application: String
  /// Only what changes.
  public let facts: [String: String]
  /// Group labels or tied parties by kind of relation.
  public let relations: [String: [String]]
  /// When it came, by the registrar's attestation.
  public let receivedAt: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { application }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.application = try fields.name("application")
    self.facts = try fields.facts("facts")
    self.relations = try fields.relations("relations")
    self.receivedAt = try fields.receivedAt()
  }
}

/// `diligence.found`: the tier in which an eligible applicant was checked, by the registrar.
public struct DiligenceFound: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.diligenceFound
  /// The application's name.
  public let application: String
  /// The tier in which it was checked.
  public let tier: String
  /// SHA-256 of the report, lower-case hex.
  public let report: String?

  /// The name of what it brings or is about.
  public var reference: String? { application }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.application = try fields.name("application")
    self.tier = try fields.name("tier")
    self.report = try fields.optional("report") { (f) throws(MalformedStatement) in
      try f.hex("report", digits: 64)
    }
  }
}

extension Fields {
  mutating func receivedAt() throws(MalformedStatement) -> Instant? {
    has("received_at") ? try instant("received_at") : nil
  }

  mutating func sealedAt() throws(MalformedStatement) -> Instant? {
    has("sealed_at") ? try instant("sealed_at") : nil
  }

  mutating func commitments(_ name: String) throws(MalformedStatement) -> [String: String] {
    try map(name) { (f, key) throws(MalformedStatement) in try f.hex(key, digits: 64) }
  }
}
