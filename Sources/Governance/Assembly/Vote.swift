// SPDX-License-Identifier: Apache-2.0

/// A vote: its items, its electorate as of its opening, and the ballots so far.
public struct Vote: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The matter of the statutes.
  public let matter: String
  /// The rule of the statutes that decides.
  public let rule: String
  /// From 1: how often this rule was tried on these items, this time included.
  public let round: Int
  /// The version of the statutes that governs it.
  public let version: Int
  /// SHA-256 of the `vote.opened` line with its LF: what a ballot must name.
  public let digest: [UInt8]
  /// The index of its entry.
  public let entry: Int
  /// The applications, proposals, amendments or classes of seats, in order.
  public let items: [String]
  /// The election whose classes the items are.
  public let election: String?
  /// The candidates of each class of an election, sorted by bytes.
  public let candidates: [String: [String]]
  /// The first moment inside.
  public let opens: Instant
  /// The closing before any extension.
  public let firstCloses: Instant
  /// The first moment outside.
  public var closes: Instant
  /// The first moment that grace does not reach.
  public var graceEnds: Instant
  /// Groups that have one vote each, by position.
  public let electorate: [[String]]
  /// Who sits for a group of the electorate where that is recused; their positions follow its groups'.
  public let alternates: [Alternate]
  /// The weight of each group, where the rule weighs.
  public let weights: [Int]?
  /// The groups in each roll that the rule asks by itself, by position, as of the opening's entry.
  let blocs: [String: Set<Int>]
  /// In an election: the groups that vote on each class, by position.
  public internal(set) var classElectors: [String: Set<Int>] = [:]
  /// To whom ballots are sealed, outermost first; empty for open ballots.
  public internal(set) var tellers: [VoteOpened.Teller]
  /// Age identities by teller's key, as they are given up.
  public var identities: [String: String] = [:]
  /// Every ballot and revocation, in the order of their entries.
  public internal(set) var ballots = GrowingList<Ballot>()
  /// Groups that stepped aside, by item.
  public var conflicts: [String: Set<Int>] = [:]
  /// Whom a group lets vote for it: group to group.
  public var proxies: [Int: Int] = [:]
  /// What the testing body said, by the ballot's id and the item.
  public var tests: [String: [String: BlockTested.Verdict]] = [:]
  /// The counts that were published.
  public var results: [TallyPublished.Result]?
  /// The ballots that did not count.
  public var excluded: [TallyPublished.Exclusion] = []
  /// When the counts were published.
  public var tallied: Instant?
  /// Ballots and revocations whose keys were not trusted any more when the counts were published:
  /// what becomes of a key later changes no count.
  var untrusted: Set<String>?
  /// When the outcome was certified.
  public var certified: Instant?
  /// When a ruling undid it.
  public var annulled: Instant?

  /// One ballot, or the revocation of all before it.
  public struct Ballot: Sendable, Equatable, Codable {
    /// The statement's id.
    public let id: String
    /// The group's position in the electorate, or its alternate's after those.
    public let group: Int
    /// The party that cast it.
    public let party: String
    /// The key that signed it.
    public let key: String
    /// The entry's time.
    public let received: Instant
    /// The author's own time.
    public let sealedAt: Instant?
    /// What it says; nothing for a revocation.
    public let marking: BallotCast.Marking?
    /// Items that the group was recused from when it cast a sealed ballot, and by what.
    let ties: [String: String]
  }

  /// The position of each party's group, and of each alternate.
  private let positions: [String: Int]

  /// Where the statutes say how it is decided: its rule, or an election's selection.
  public var clause: String { election == nil ? "rules.\(rule)" : "selections.\(rule)" }

  /// The group of a party, by its position.
  public func group(of party: String) -> Int? {
    position(of: party).flatMap { isAlternate($0) ? nil : $0 }
  }

  /// The position of a party's group, or its own as an alternate's.
  public func position(of party: String) -> Int? { positions[party] }

  /// Whether every teller has given up its identity, or none was needed.
  public var isUnsealed: Bool { tellers.allSatisfy { identities[$0.key] != nil } }

  /// Whether its items wait for it: neither certified nor annulled.
  public var isPending: Bool { certified == nil && annulled == nil }

  /// Groups that took part so far.
  public var turnout: Int { Set(ballots.map { place(of: $0.group) }).count }

  /// Puts a teller's key in the place of another.
  mutating func replace(_ old: String, with new: String) {
    tellers = tellers.map { $0.key == old ? .init(key: new, recipient: $0.recipient) : $0 }
    if let identity = identities.removeValue(forKey: old) { identities[new] = identity }
  }

  /// By which rule a vote is decided, and who may vote.
  struct Terms {
    let rule: String
    let round: Int
    let electorate: [[String]]
    let weights: [Int]?
    let blocs: [String: Set<Int>]
    let alternates: [Alternate]
  }

  /// A vote on these terms, before any ballot.
  init(
    _ it: VoteOpened, on terms: Terms, version: Int, entry: Int, digest: [UInt8], graceEnds: Instant
  ) {
    self.id = it.vote
    self.matter = it.matter
    self.rule = terms.rule
    self.round = terms.round
    self.version = version
    self.digest = digest
    self.entry = entry
    self.items = it.items
    self.election = it.election
    self.candidates = it.candidates ?? [:]
    self.opens = it.opens
    self.firstCloses = it.closes
    self.closes = it.closes
    self.graceEnds = graceEnds
    self.electorate = terms.electorate
    self.alternates = terms.alternates
    self.weights = terms.weights
    self.blocs = terms.blocs
    self.tellers = it.tellers ?? []
    let voters = terms.electorate + terms.alternates.map { [$0.party] }
    let places = voters.enumerated().flatMap { group in
      group.element.map { ($0, group.offset) }
    }
    self.positions = Dictionary(places, uniquingKeysWith: { first, _ in first })
  }
}

/// A member's word that a vote went wrong.
public struct Challenge: Sendable, Equatable, Codable {
  /// Its name.
  public let id: String
  /// The vote's name.
  public let vote: String
  /// The party that challenges.
  public let by: String
  /// The reasons, which are public.
  public let ground: String
  /// What the body said.
  public var verdict: ChallengeRuled.Verdict?
}
