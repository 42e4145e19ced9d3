// SPDX-License-Identifier: Apache-2.0

/// `meeting.held`: who was present at a meeting of a body.
public struct MeetingHeld: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.meetingHeld
  /// The meeting's name.
  public let meeting: String
  /// The body of the statutes.
  public let body: String
  /// When it was held.
  public let held: Instant
  /// Holders of the body's seats, or alternates of such, sorted by bytes.
  public let present: [String]
  /// SHA-256 of the minutes, lower-case hex.
  public let sha256: String?

  /// The name of what it brings or is about.
  public var reference: String? { meeting }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.meeting = try fields.name("meeting")
    self.body = try fields.name("body")
    self.held = try fields.instant("held")
    self.present = try fields.names("present")
    self.sha256 = try fields.digest()
  }
}

/// `seat.named`: the electors of a class give a free place to a member, without an election.
public struct SeatNamed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.seatNamed
  /// The class of seats.
  public let seat: String
  /// Who takes the place.
  public let party: String
  /// When its term ends; recomputed.
  public let until: Instant

  /// The name of what it brings or is about.
  public var reference: String? { seat }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.seat = try fields.name("seat")
    self.party = try fields.name("party")
    self.until = try fields.instant("until")
  }
}

/// `alternate.named`: who sits for a holder where it may not or cannot.
public struct AlternateNamed: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.alternateNamed
  /// The class of seats.
  public let seat: String
  /// The holder.
  public let party: String
  /// Its alternate.
  public let alternate: String

  /// The name of what it brings or is about.
  public var reference: String? { seat }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.seat = try fields.name("seat")
    self.party = try fields.name("party")
    self.alternate = try fields.name("alternate")
  }
}

/// `chair.rotated`: the chair of a body moves on; recomputed.
public struct ChairRotated: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.chairRotated
  /// The body of the statutes.
  public let body: String
  /// Who presides, one or several together.
  public let chairs: [String]
  /// When the turn begins.
  public let from: Instant

  /// The name of what it brings or is about.
  public var reference: String? { body }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.body = try fields.name("body")
    self.chairs = try fields.names("chairs")
    self.from = try fields.instant("from")
  }
}

/// `chair.declined`: a holder does not want to preside in the next turn.
public struct ChairDeclined: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.chairDeclined
  /// The body of the statutes.
  public let body: String

  /// The name of what it brings or is about.
  public var reference: String? { body }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.body = try fields.name("body")
  }
}
