// SPDX-License-Identifier: Apache-2.0

/// `key.enrolled`: a key for an admitted applicant, for a member that has none, or an alternate's.
public struct KeyEnrolled: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.keyEnrolled
  /// Whose key it is.
  public enum Holder: Sendable, Equatable {
    case application(String)
    case party(String)
    /// A further key that casts the party's vote.
    case alternate(of: String)
  }
  /// The key's verifier key.
  public let key: String
  /// Whose key it is.
  public let holder: Holder

  /// The name of what it brings or is about.
  public var reference: String? { KeyText.name(key) }
  /// The verifier keys that it brings.
  public var introducedKeys: [String] { [key] }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.key = try fields.text("key")
    if fields.has("application") {
      self.holder = .application(try fields.name("application"))
    } else if fields.has("alternate") {
      guard try fields.bool("alternate") else { throw .badField("alternate", expected: "true") }
      self.holder = .alternate(of: try fields.name("party"))
    } else {
      self.holder = .party(try fields.name("party"))
    }
  }
}

/// `key.revoked`: by its holder, or by the registrar with a second signature; signs nothing from here.
public struct KeyRevoked: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.keyRevoked
  /// Why a key no longer counts.
  public enum Reason: String, Sendable, CaseIterable, Codable { case lost, left, compromised }
  /// The key's name.
  public let key: String
  /// Why.
  public let reason: Reason
  /// Since when uncounted ballots of it do not count; this entry's time where absent.
  public let from: Instant?

  /// The name of what it brings or is about.
  public var reference: String? { key }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.key = try fields.keyName("key")
    self.reason = try fields.word("reason", Reason.self)
    self.from = try fields.optional("from") { (f) throws(MalformedStatement) in
      try f.instant("from")
    }
  }
}

/// `key.rotated`: a new key takes over everything that the old one was; both sign.
public struct KeyRotated: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.keyRotated
  /// The old key's name.
  public let key: String
  /// The new key's verifier key.
  public let to: String

  /// The name of what it brings or is about.
  public var reference: String? { key }

  /// The verifier keys that it brings.
  public var introducedKeys: [String] { [to] }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.key = try fields.keyName("key")
    self.to = try fields.text("to", atMost: 512)
  }
}

/// `secretariat.handed_over`: a successor takes the place of every registrar so far, and of the log's own key.
public struct SecretariatHandedOver: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.secretariatHandedOver
  /// The successor's verifier key.
  public let key: String
  /// The successor's organisation, for recusal.
  public let party: String?
  /// The verifier key that signs checkpoints from now on; of the same name.
  public let logKey: String?

  /// The name of what it brings or is about.
  public var reference: String? { KeyText.name(key) }

  /// The verifier keys that it brings.
  public var introducedKeys: [String] { [key] }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.key = try fields.text("key", atMost: 512)
    self.party = try fields.optional("party") { (f) throws(MalformedStatement) in
      try f.name("party")
    }
    self.logKey = try fields.optional("log_key") { (f) throws(MalformedStatement) in
      try f.text("log_key", atMost: 512)
    }
  }
}
