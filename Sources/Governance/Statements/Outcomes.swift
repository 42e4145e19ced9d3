// SPDX-License-Identifier: Apache-2.0

/// `tally.published`: the counts of every item of a vote; recomputed.
public struct TallyPublished: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.tallyPublished
  /// The vote's name.
  public let vote: String
  /// In the order of the vote's items.
  public let results: [Result]
  /// Ballots that do not count, in the order of their entries.
  public let excluded: [Exclusion]

  /// The counts and the verdict on one item.
  public struct Result: Sendable, Equatable, Codable {
    /// The item's name.
    public let item: String
    /// The count of the whole electorate.
    public let whole: Count
    /// The count of each bloc that the rule asks, by roll.
    public let blocs: [String: Count]
    /// What was decided.
    public let outcome: VoteOutcome
    /// The option that won an approval ballot.
    public let winner: String?
    /// In an election: the candidates elected, in order, and the count's working.
    public let elected: Elected?
  }

  /// What an election's count of one class came to.
  public struct Elected: Sendable, Equatable, Codable {
    /// The candidates elected, in order.
    public let candidates: [String]
    /// The count's working, stage by stage (`Elections.md`, "The count").
    public let stages: JSON
  }

  /// What the ballots of some groups add up to, by weight.
  public struct Count: Sendable, Equatable, Codable {
    /// How many had a vote; a family has one.
    public let electors: Int
    /// How many took part.
    public let ballots: Int
    /// How many for each word of the ballot, or each option.
    public let counts: [String: Int]
  }

  /// A ballot that does not count, and why.
  public struct Exclusion: Sendable, Equatable, Codable {
    /// The ballot statement's id.
    public let ballot: String
    /// A refusal's code, or `not_opened`, `revoked_key`, `left`.
    public let reason: String
  }

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.results = try fields.list("results") { (f) throws(MalformedStatement) in
      try Result(&f)
    }
    self.excluded = try fields.list("excluded") { (f) throws(MalformedStatement) in
      Exclusion(ballot: try f.hex("ballot", digits: 32), reason: try f.name("reason"))
    }
  }
}

extension TallyPublished.Result {
  fileprivate init(_ fields: inout Fields) throws(MalformedStatement) {
    self.item = try fields.name("item")
    self.whole = try TallyPublished.Count(&fields)
    self.blocs = try fields.map("blocs") { (f, key) throws(MalformedStatement) in
      try f.object(key) { (g) throws(MalformedStatement) in try TallyPublished.Count(&g) }
    }
    self.outcome = try fields.word("outcome", VoteOutcome.self)
    self.winner = try fields.optional("winner") { (f) throws(MalformedStatement) in
      try f.name("winner")
    }
    self.elected = try fields.optional("elected") { (f) throws(MalformedStatement) in
      TallyPublished.Elected(candidates: try f.names("elected"), stages: try f.stages())
    }
  }

  /// As it stands in the statement.
  public var json: JSON {
    var members = whole.members
    members["item"] = .string(item)
    members["blocs"] = .object(blocs.mapValues { .object($0.members) })
    members["outcome"] = .string(outcome.rawValue)
    members["winner"] = winner.map(JSON.string)
    members["elected"] = elected.map { .array($0.candidates.map(JSON.string)) }
    members["stages"] = elected?.stages
    return .object(members)
  }
}

extension TallyPublished.Count {
  fileprivate init(_ fields: inout Fields) throws(MalformedStatement) {
    let range = 0...1_000_000_000
    self.electors = try fields.integer("electors", in: range)
    self.ballots = try fields.integer("ballots", in: range)
    self.counts = try fields.map("counts") { (f, key) throws(MalformedStatement) in
      try f.integer(key, in: range)
    }
  }

  fileprivate var members: [String: JSON] {
    [
      "electors": .integer(electors), "ballots": .integer(ballots),
      "counts": .object(counts.mapValues(JSON.integer)),
    ]
  }
}

extension TallyPublished.Exclusion {
  /// As it stands in the statement.
  public var json: JSON { ["ballot": .string(ballot), "reason": .string(reason)] }
}

/// What a vote decided.
public enum VoteOutcome: String, Sendable, CaseIterable, Codable {
  case carried, lost
  /// Too few took part: nothing was decided.
  case inquorate
  /// A block stands.
  case blocked
  /// Too few electors were left to decide.
  case void
}

/// `outcome.certified`: registrar and all tellers sign what the tally says; effects follow.
public struct OutcomeCertified: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.outcomeCertified
  /// The vote's name.
  public let vote: String
  /// Item to outcome.
  public let outcomes: [String: VoteOutcome]
  /// The terms that an election begins, in order, which no other certificate has; recomputed.
  public let terms: [NewTerm]?

  /// A term that begins.
  public struct NewTerm: Sendable, Equatable {
    /// The class of seats.
    public let seat: String
    /// Who will hold it.
    public let party: String
    /// The first moment inside.
    public let from: Instant
    /// The first moment outside.
    public let until: Instant

    /// As it stands in the statement.
    public var json: JSON {
      [
        "seat": .string(seat), "party": .string(party), "from": .string(from.text),
        "until": .string(until.text),
      ]
    }
  }

  /// The name of what it brings or is about.
  public var reference: String? { vote }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.vote = try fields.name("vote")
    self.outcomes = try fields.map("outcomes") { (f, key) throws(MalformedStatement) in
      try f.word(key, VoteOutcome.self)
    }
    self.terms =
      try fields.optional("terms") { (f) throws(MalformedStatement) in
        try f.list("terms") { (g) throws(MalformedStatement) in
          NewTerm(
            seat: try g.name("seat"), party: try g.name("party"), from: try g.instant("from"),
            until: try g.instant("until"))
        }
      }
  }
}

/// `vote.challenged`: a member says that a vote went wrong; no certificate before it is ruled on.
public struct VoteChallenged: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.voteChallenged
  /// The challenge's name.
  public let challenge: String
  /// The vote's name.
  public let vote: String
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { challenge }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.challenge = try fields.name("challenge")
    self.vote = try fields.name("vote")
    self.ground = try fields.text("ground")
  }
}

/// `challenge.ruled`: the body that hears challenges lets the vote stand or annuls it.
public struct ChallengeRuled: Payload {
  /// The `type` field.
  public static let kind = Statement.Kind.challengeRuled
  /// What the body may say.
  public enum Verdict: String, Sendable, CaseIterable, Codable {
    case dismissed
    /// The vote is as if it had not been.
    case annulled
  }
  /// The challenge's name.
  public let challenge: String
  /// What the body said.
  public let verdict: Verdict
  /// The reasons, which are public.
  public let ground: String

  /// The name of what it brings or is about.
  public var reference: String? { challenge }

  init(_ fields: inout Fields) throws(MalformedStatement) {
    self.challenge = try fields.name("challenge")
    self.verdict = try fields.word("verdict", Verdict.self)
    self.ground = try fields.text("ground")
  }
}
