// SPDX-License-Identifier: Apache-2.0

/// `election.called`: so many places of some classes are to be filled; candidates are asked for.
public struct ElectionCalled: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.electionCalled
  /// The election's name.
  public let election: String
  /// The matter of the statutes.
  public let matter: String
  /// Class of seats to the number of places; recomputed.
  public let places: [String: Int]
  /// The first moment at which nobody is nominated or accepts any more.
  public let nominationsClose: Instant
  /// When the terms begin.
  public let termsFrom: Instant

  /// The name of what it brings or is about.
  public var reference: String? { election }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.election = try fields.name("election")
    self.matter = try fields.name("matter")
    self.places = try fields.map("places") { (f, key) throws(MalformedStatement) in
      try f.integer(key, in: 0...1_000)
    }
    self.nominationsClose = try fields.instant("nominations_close")
    self.termsFrom = try fields.instant("terms_from")
  }
}

/// `nomination.made`: an elector of a class names a member, and who would sit for it.
public struct NominationMade: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.nominationMade
  /// The nomination's name; ballots name the candidate by it.
  public let nomination: String
  /// The election.
  public let election: String
  /// The class of seats.
  public let seat: String
  /// The party that would hold the seat.
  public let party: String
  /// The name of the key of who would sit.
  public let nominee: String
  /// By what name people know who would sit.
  public let label: String
  /// Facts about who would sit, by attribute.
  public let facts: [String: String]
  /// SHA-256 of what the candidate says, lower-case hex.
  public let statement: String?

  /// The name of what it brings or is about.
  public var reference: String? { nomination }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.nomination = try fields.name("nomination")
    self.election = try fields.name("election")
    self.seat = try fields.name("seat")
    self.party = try fields.name("party")
    self.nominee = try fields.keyName("nominee")
    self.label = try fields.text("label", atMost: 200)
    self.facts = try fields.facts("facts")
    self.statement = try fields.optional("statement") { (f) throws(MalformedStatement) in
      try f.hex("statement", digits: 64)
    }
  }
}

/// `nomination.accepted`: the nominee and the party are willing; from now it is a candidate.
public struct NominationAccepted: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.nominationAccepted
  /// The nomination's name.
  public let nomination: String

  /// The name of what it brings or is about.
  public var reference: String? { nomination }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.nomination = try fields.name("nomination")
  }
}

/// `nomination.withdrawn`: by the nominee or the party, until the voting is over.
public struct NominationWithdrawn: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.nominationWithdrawn
  /// The nomination's name.
  public let nomination: String

  /// The name of what it brings or is about.
  public var reference: String? { nomination }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.nomination = try fields.name("nomination")
  }
}

/// `seat.vacated`: a holder gives its seat up, or loses it because it kept away.
public struct SeatVacated: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.seatVacated
  /// The class of seats.
  public let seat: String
  /// The holder.
  public let party: String
  /// The reasons, which are public.
  public let ground: String
  /// The meetings that it missed, in order, where it loses the seat for that; recomputed.
  public let meetings: [String]?

  /// The name of what it brings or is about.
  public var reference: String? { seat }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.seat = try fields.name("seat")
    self.party = try fields.name("party")
    self.ground = try fields.text("ground")
    self.meetings = try fields.optional("meetings") { (f) throws(MalformedStatement) in
      try f.names("meetings")
    }
  }
}

/// `seat.filled`: the next in the last count takes a place that fell vacant; recomputed.
public struct SeatFilled: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.seatFilled
  /// The class of seats.
  public let seat: String
  /// Who takes the place.
  public let party: String
  /// When its term ends: with that of whom it succeeds.
  public let until: Instant
  /// The vote whose ballots are counted again.
  public let vote: String
  /// The count's working.
  public let stages: JSON

  /// The name of what it brings or is about.
  public var reference: String? { seat }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.seat = try fields.name("seat")
    self.party = try fields.name("party")
    self.until = try fields.instant("until")
    self.vote = try fields.name("vote")
    self.stages = try fields.stages()
  }
}

extension Fields {
  /// A count's working, whose form only the recomputation knows.
  mutating func stages() throws(MalformedStatement) -> JSON {
    let stages = try take("stages")
    guard stages.array != nil else { throw .badField("stages", expected: "a list of stages") }
    return stages
  }
}
