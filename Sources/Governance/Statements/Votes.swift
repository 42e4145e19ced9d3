// SPDX-License-Identifier: Apache-2.0

/// `vote.opened`: one or more items, one rule, one electorate, one window, by the registrar.
public struct VoteOpened: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.voteOpened
  /// The vote's name.
  public let vote: String
  /// The matter of the statutes.
  public let matter: String
  /// The rule of the statutes that decides; recomputed.
  public let rule: String
  /// From 1: how often this rule has been tried on these items, this time included; recomputed.
  public let round: Int
  /// The applications, proposals, amendments or classes of seats, in order.
  public let items: [String]
  /// The election whose classes the items are.
  public let election: String?
  /// The candidates of each class of an election, which no other vote has; recomputed.
  public let candidates: [String: [String]]?
  /// The call that the applications came by.
  public let call: String?
  /// The first moment inside.
  public let opens: Instant
  /// The first moment that is outside, before grace; recomputed.
  public let closes: Instant
  /// Who may vote: each inner list has one vote between them; recomputed.
  public let electorate: [[String]]
  /// The weight of each group, where the rule weighs; recomputed.
  public let weights: [Int]?
  /// To whom ballots are sealed, where the rule seals; all of them are needed to open one.
  public let tellers: [Teller]?

  /// A teller and the age recipient that it made for this vote.
  public struct Teller: Sendable, Equatable, Codable {
    /// The teller's key name.
    public let key: String
    /// The age recipient, `age1…`.
    public let recipient: String
  }

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.matter = try fields.name("matter")
    self.rule = try fields.name("rule")
    self.round = try fields.integer("round", in: 1...1_000)
    self.items = try fields.names("items")
    self.election = try fields.optional("election") { (f) throws(MalformedStatement) in
      try f.name("election")
    }
    self.candidates =
      try fields.optional("candidates") { (f) throws(MalformedStatement) in
        try f.map("candidates") { (g, key) throws(MalformedStatement) in try g.names(key) }
      }
    self.call = try fields.optional("call") { (f) throws(MalformedStatement) in
      try f.name("call")
    }
    self.opens = try fields.instant("opens")
    self.closes = try fields.instant("closes")
    self.electorate = try fields.groups("electorate")
    self.weights = try fields.optional("weights") { (f) throws(MalformedStatement) in
      try f.integers("weights", in: 1...10_000)
    }
    self.tellers = try fields.optional("tellers") { (f) throws(MalformedStatement) in
      try f.list("tellers") { (g) throws(MalformedStatement) in
        Teller(key: try g.keyName("key"), recipient: try g.text("recipient", atMost: 128))
      }
    }
  }
}

extension Fields {
  /// Lists of parties, none of them empty.
  fileprivate mutating func groups(_ name: String) throws(MalformedStatement) -> [[String]] {
    guard let items = try take(name).array, items.count <= Self.listMax else {
      throw .badField(name, expected: "a list of lists of parties")
    }
    let groups = items.map { $0.array?.compactMap(\.string) ?? [] }
    guard zip(items, groups).allSatisfy({ $0.array?.count == $1.count && !$1.isEmpty }),
      groups.joined().allSatisfy(Identifier.isValid)
    else { throw .badField(name, expected: "a list of lists of parties") }
    return groups
  }
}

/// `vote.extended`: a declared outage moves the closing, as the window allows.
public struct VoteExtended: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.voteExtended
  /// The vote's name.
  public let vote: String
  /// The new closing, before grace.
  public let closes: Instant
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.closes = try fields.instant("closes")
    self.ground = try fields.text("ground")
  }
}

/// `block.tested`: the body that the rule names says whether a block stands.
public struct BlockTested: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.blockTested
  /// What becomes of the block.
  public enum Verdict: String, Sendable, CaseIterable, Codable {
    case stands
    /// It counts as standing aside.
    case setAside = "set_aside"
  }
  /// The vote's name.
  public let vote: String
  /// The item.
  public let item: String
  /// The party that blocks.
  public let party: String
  /// What the body said.
  public let verdict: Verdict
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.item = try fields.name("item")
    self.party = try fields.name("party")
    self.verdict = try fields.word("verdict", Verdict.self)
    self.ground = try fields.text("ground")
  }
}

/// `escalation.requested`: after the last round the fallback rule is to decide.
public struct EscalationRequested: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.escalationRequested
  /// The proposal's name.
  public let proposal: String

  /// The name of what it brings or is about.
  public var reference: String? { proposal }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.proposal = try fields.name("proposal")
  }
}
