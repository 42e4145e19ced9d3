// SPDX-License-Identifier: Apache-2.0

/// `ledger.founded`: the first entry, signed by every founder and every first office holder.
public struct LedgerFounded: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.ledgerFounded
  /// The coalition's name by language code.
  public let name: [String: String]
  /// Whether this ledger is a rehearsal that may be told the time; said for ever.
  public let rehearsal: Bool
  /// The statutes in force from the first entry, whole, every scalar a text.
  public let statutes: JSON
  /// Time zone, weekend and holidays, as data, so that no verifier needs a time zone database.
  public let calendar: CivilCalendar
  /// The verifier key of the log itself; its name is the origin.
  public let logKey: String
  /// The members that exist without an admission vote.
  public let founders: [Founder]
  /// The first holders of offices.
  public let offices: [Office]
  /// The first holders of seats, until an election.
  public let seats: [SeatHolder]

  /// A founding member with its facts, ties and key.
  public struct Founder: Sendable, Equatable {
    /// The party's id.
    public let party: String
    /// The name by language code.
    public let name: [String: String]
    /// Attribute to text, as stated; typed by the statutes.
    public let facts: [String: String]
    /// Group labels or tied parties by kind of relation.
    public let relations: [String: [String]]
    /// The key's verifier key or name.
    public let key: String
  }

  /// A seat of the statutes and the founding party that holds it.
  public struct SeatHolder: Sendable, Equatable {
    /// The class of seats.
    public let seat: String
    /// The party's id.
    public let party: String
  }

  /// The verifier keys that it brings.
  public var introducedKeys: [String] { [logKey] + founders.map(\.key) + offices.map(\.key) }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.name = try fields.translations("name")
    self.rehearsal = try fields.bool("rehearsal")
    self.statutes = try fields.take("statutes")
    self.calendar = try CivilCalendar(&fields, "calendar")
    self.logKey = try fields.text("log_key")
    self.founders = try fields.list("founders") { (f) throws(MalformedStatement) in
      Founder(
        party: try f.name("party"), name: try f.translations("name"), facts: try f.facts("facts"),
        relations: try f.relations("relations"), key: try f.text("key"))
    }
    self.offices = try fields.list("offices") { (f) throws(MalformedStatement) in try Office(&f) }
    self.seats = try fields.list("seats") { (f) throws(MalformedStatement) in
      SeatHolder(seat: try f.name("seat"), party: try f.name("party"))
    }
  }
}

/// A role of the statutes and who holds it: a key, and the party that the person belongs to.
public struct Office: Sendable, Equatable {
  /// The role's name.
  public let role: String
  /// The holder's verifier key; already registered or new.
  public let key: String
  /// The holder's organisation, for recusal; absent for an outsider such as a witness.
  public let party: String?

  /// An office that a successor will hold.
  init(role: String, key: String, party: String?) {
    self.role = role
    self.key = key
    self.party = party
  }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.role = try fields.name("role")
    self.key = try fields.text("key")
    self.party = fields.has("party") ? try fields.name("party") : nil
  }
}

/// `office.assigned`: signed by the registrar, the holder, and enough of the body that names it.
public struct OfficeAssigned: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.officeAssigned
  /// The office.
  public let office: Office
  /// The name of what it brings or is about.
  public var reference: String? { office.role }
  /// The verifier keys that it brings.
  public var introducedKeys: [String] { [office.key] }

  init(_ fields: inout Fields) throws(MalformedStatement) { self.office = try Office(&fields) }
}

/// `relation.declared`: a tie between a party and another party or an application.
public struct RelationDeclared: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.relationDeclared
  /// The kind, by its name.
  public let kind: String
  /// Where it begins.
  public let from: String
  /// The other party, or the application.
  public let to: String

  /// The name of what it brings or is about.
  public var reference: String? { from }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.kind = try fields.name("kind")
    self.from = try fields.name("from")
    self.to = try fields.name("to")
  }
}

extension Fields {
  /// Text by language code: `{"en":"…","uk":"…"}`, one at least.
  mutating func translations(_ name: String) throws(MalformedStatement) -> [String: String] {
    let texts = try map(name) { (f, key) throws(MalformedStatement) in try f.text(key, atMost: 512)
    }
    guard !texts.isEmpty else { throw .badField(name, expected: "text in one language at least") }
    return texts
  }

  /// Facts as they were stated: attribute name to text; the statutes give the text its type.
  mutating func facts(_ name: String) throws(MalformedStatement) -> [String: String] {
    try map(name) { (f, key) throws(MalformedStatement) in try f.text(key, atMost: 1_024) }
  }

  /// Ties by kind: party ids for a directed relation, group labels for a symmetric one.
  mutating func relations(_ name: String) throws(MalformedStatement) -> [String: [String]] {
    try map(name) { (f, key) throws(MalformedStatement) in try f.names(key) }
  }

  mutating func keyName(_ name: String) throws(MalformedStatement) -> String {
    let text = try text(name, atMost: 255)
    guard Identifier.isKeyName(text) else { throw .badField(name, expected: "a key name") }
    return text
  }

  /// A field that may be left out.
  mutating func optional<Value>(
    _ name: String, _ read: (inout Fields) throws(MalformedStatement) -> Value
  ) throws(MalformedStatement) -> Value? {
    has(name) ? try read(&self) : nil
  }
}
