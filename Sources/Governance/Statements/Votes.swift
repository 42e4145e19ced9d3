// SPDX-License-Identifier: Apache-2.0

/// `vote.opened`: one question per application, one electorate, one window, by the registrar.
public struct VoteOpened: Sendable, Equatable {
  /// The vote's name.
  public let vote: String
  /// The call's name.
  public let call: String
  /// The matter of the statutes, which names the rule.
  public let matter: String
  /// The applications, in order.
  public let applications: [String]
  /// The first moment inside.
  public let opens: Instant
  /// The first moment that is outside, before grace; recomputed.
  public let closes: Instant
  /// Who may vote: each inner list has one vote between them; recomputed.
  public let electorate: [[String]]

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.call = try fields.name("call")
    self.matter = try fields.name("matter")
    self.applications = try fields.names("applications")
    self.opens = try fields.instant("opens")
    self.closes = try fields.instant("closes")
    guard let groups = try fields.take("electorate").array else {
      throw .badField("electorate", expected: "a list of lists of parties")
    }
    self.electorate = groups.map { $0.array?.compactMap(\.string) ?? [] }
    guard zip(groups, electorate).allSatisfy({ $0.array?.count == $1.count && !$1.isEmpty }),
      electorate.joined().allSatisfy(Identifier.isValid)
    else { throw .badField("electorate", expected: "a list of lists of parties") }
  }
}

/// `ballot.cast`: a member's choices, on exactly the vote that the digest names; the last one counts.
public struct BallotCast: Sendable, Equatable {
  /// What a member can say to a yes/no question.
  public enum Choice: String, Sendable, CaseIterable { case yes, no, abstain }
  /// The vote's name.
  public let vote: String
  /// SHA-256 of the `vote.opened` statement's line with its LF, lower-case hex.
  public let on: String
  /// Application to choice.
  public let choices: [String: Choice]
  /// When the member says that the ballot was made; decides only inside the window's grace.
  public let sealedAt: Instant?

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.on = try fields.hex("on", digits: 64)
    self.choices = try fields.map("choices") { (f, key) throws(MalformedStatement) in
      try f.word(key, Choice.self)
    }
    self.sealedAt = try fields.sealedAt()
    if choices.isEmpty { throw .badField("choices", expected: "one choice at least") }
  }
}

/// `tally.published`: the counts of every question of a vote; recomputed.
public struct TallyPublished: Sendable, Equatable {
  /// The vote's name.
  public let vote: String
  /// In the order of the vote's applications.
  public let results: [Result]

  /// The counts and the verdict on one application.
  public struct Result: Sendable, Equatable {
    /// The application's name.
    public let application: String
    /// Votes in favour.
    public let yes: Int
    /// Votes against.
    public let no: Int
    /// Abstentions.
    public let abstain: Int
    /// How many had a vote; a family has one.
    public let electors: Int
    /// What was decided.
    public let outcome: VoteOutcome
  }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    let count = 0...1_000_000
    self.results = try fields.list("results") { (f) throws(MalformedStatement) in
      Result(
        application: try f.name("application"), yes: try f.integer("yes", in: count),
        no: try f.integer("no", in: count), abstain: try f.integer("abstain", in: count),
        electors: try f.integer("electors", in: count),
        outcome: try f.word("outcome", VoteOutcome.self))
    }
  }
}

/// What a vote decided.
public enum VoteOutcome: String, Sendable, CaseIterable {
  case carried, lost
  /// Too few took part: nothing was decided.
  case inquorate
}

/// `outcome.certified`: registrar and all tellers sign what the tally says; effects follow.
public struct OutcomeCertified: Sendable, Equatable {
  /// The vote's name.
  public let vote: String
  /// Application to outcome.
  public let outcomes: [String: VoteOutcome]

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.outcomes = try fields.map("outcomes") { (f, key) throws(MalformedStatement) in
      try f.word(key, VoteOutcome.self)
    }
  }
}
