// SPDX-License-Identifier: Apache-2.0

/// `call.opened`: by the registrar and enough of the body that the procedure names.
public struct CallOpened: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.callOpened
  /// The call's name.
  public let call: String
  /// The procedure of the statutes that this call starts.
  public let procedure: String
  /// The first moment inside.
  public let opens: Instant
  /// The first moment that is outside; recomputed from the window of the first stage.
  public let closes: Instant
  /// SHA-256 of the form that applicants fill in, lower-case hex.
  public let form: String?
  /// Which value, published by a third party later, will seed a lot.
  public let lotSource: String?

  /// The name of what it brings or is about.
  public var reference: String? { call }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.call = try fields.name("call")
    self.procedure = try fields.name("procedure")
    self.opens = try fields.instant("opens")
    self.closes = try fields.instant("closes")
    self.form = try fields.optional("form") { (f) throws(MalformedStatement) in
      try f.hex("form", digits: 64)
    }
    self.lotSource = try fields.optional("lot_source") { (f) throws(MalformedStatement) in
      try f.text("lot_source")
    }
  }
}

/// `call.extended`: a longer window for everyone, after an outage; signed by the roles it names.
public struct CallExtended: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.callExtended
  /// The call's name.
  public let call: String
  /// The first moment outside.
  public let closes: Instant
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { call }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.call = try fields.name("call")
    self.closes = try fields.instant("closes")
    self.ground = try fields.text("ground")
  }
}

/// `call.closed`: window and grace are over; how many came, by what became of them; recomputed.
public struct CallClosed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.callClosed
  /// The call's name.
  public let call: String
  /// Applications by ``Disposition`` before the tests: `early`, `late`, `standing` and so on.
  public let counts: [String: Int]

  /// The name of what it brings or is about.
  public var reference: String? { call }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.call = try fields.name("call")
    self.counts = try fields.map("counts") { (f, key) throws(MalformedStatement) in
      try f.integer(key, in: 0...1_000_000)
    }
  }
}
