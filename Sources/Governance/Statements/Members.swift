// SPDX-License-Identifier: Apache-2.0

/// `member.reinstated`: a suspension ends early, by the rule that suspends.
public struct MemberReinstated: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.memberReinstated
  /// The id as a member.
  public let member: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { member }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.member = try fields.name("member")
    self.ground = try fields.text("ground")
  }
}

/// `member.resigned`: a member leaves, at once or after the notice of the statutes.
public struct MemberResigned: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.memberResigned
  /// The id as a member.
  public let member: String

  /// The name of what it brings or is about.
  public var reference: String? { member }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.member = try fields.name("member")
  }
}
