// SPDX-License-Identifier: Apache-2.0

public import Counting

extension Statutes {
  /// How a question is put and what carries it.
  public struct Rule: Sendable, Hashable {
    /// The rule's name.
    public let name: String
    /// What stands on the ballot.
    public let ballot: Ballot
    /// Who may vote.
    public let electors: Electorate
    /// What must be met for the vote to count at all.
    public let quorum: Condition?
    /// What carries the question.
    public let pass: Condition
    /// When votes are taken.
    public let window: String
    /// What a tie means; the only answer so far is that the question fails.
    public let tieFails: Bool
    /// Relations to the subject that take an elector out before any count.
    public let recuse: [String]
    /// Whether an alternate sits for someone recused.
    public let recusedSeatToAlternate: Bool
    /// How ballots are kept.
    public let secrecy: Secrecy
    /// How many times it is tried.
    public let rounds: Int
    /// What a block needs.
    public let block: Block?
    /// Groups that must each agree.
    public let blocs: Blocs?
    /// The rule that follows when this one fails.
    public let fallback: String?
    /// Who may call for that.
    public let fallbackBy: Fallback?
    /// A second try with a lower quorum.
    public let retry: Retry?
    /// Rolls whose ballots are shown beside and decide nothing.
    public let alsoHear: [String]
    /// What is done with the minority's reasons.
    public let dissent: Dissent?
    /// How long after the tally nobody may certify, so that it can be challenged.
    public let challenge: Duration?
    /// An integer attribute that says how much a party's ballot counts; one each without it.
    public let weight: String?
    /// How many others a party may vote for; proxies are refused without it.
    public let proxiesAtMost: Int?
    /// In an election: how many candidates a ballot may name.
    public let picks: Int?
  }

  /// What stands on a ballot.
  public enum Ballot: String, Sendable, CaseIterable {
    case yesNo = "yes_no"
    case consent, silence, approval, ranked
  }

  /// How ballots are kept: seen at the close, seen by tellers only, or counted elsewhere.
  public enum Secrecy: String, Sendable, CaseIterable {
    case open, sealed, external
  }

  /// What is done with the minority's reasons.
  public enum Dissent: String, Sendable, CaseIterable {
    case recorded, published
  }

  /// What a block needs to stand.
  public struct Block: Sendable, Hashable {
    /// The grounds it may rest on; any, if there are none.
    public let grounds: [String]
    /// The body that tests it.
    public let testedBy: String?
  }

  /// Rolls that must each meet conditions of their own.
  public struct Blocs: Sendable, Hashable {
    /// The rolls.
    public let by: [String]
    /// What must carry in each.
    public let each: Condition?
    /// What each must reach for the vote to count.
    public let quorum: Condition?
  }

  /// Who may call for the rule that follows.
  public struct Fallback: Sendable, Hashable {
    /// A decision under this rule.
    public let rule: String?
    /// Or so many members.
    public let orMembers: Int?
  }

  /// A second try when the quorum was missed.
  public struct Retry: Sendable, Hashable {
    /// Not before this has passed.
    public let onceAfter: Duration
    /// The quorum of the second try.
    public let quorum: Condition
  }
}

extension Statutes.Ballot {
  /// What can be counted on this ballot.
  public var counts: [Condition.Count] {
    switch self {
    case .yesNo: [.yes, .no, .abstain, .takePart]
    case .consent: [.consent, .standAside, .block, .takePart]
    case .silence: [.object, .takePart]
    case .approval, .ranked: [.takePart]
    }
  }
}

extension Statutes.Rule {
  private static let keys = [
    "ballot", "electors", "quorum", "pass", "window", "tie", "recuse", "recused_seat", "secrecy",
    "rounds", "block", "blocs", "fallback", "fallback_by", "retry", "also_hear", "dissent",
    "challenge", "weight", "proxies",
  ]

  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(Self.keys) else { return nil }
    let ballot: Statutes.Ballot? = form.required("ballot")?.choice()
    let electors = form.required("electors")?.electorate()
    let pass = form.required("pass")?.condition(on: ballot)
    let window = form.required("window")?.reference(.window)
    self.name = name
    self.quorum = form.optional("quorum")?.condition(on: ballot)
    self.tieFails = form.optional("tie")?.word("fails") != nil
    self.recuse = form.optional("recuse")?.references(.relation) ?? []
    self.recusedSeatToAlternate = form.optional("recused_seat")?.word("alternate") != nil
    self.secrecy = form.optional("secrecy")?.choice() ?? .open
    self.rounds = form.optional("rounds")?.integer(1...10) ?? 1
    self.block = form.optional("block").flatMap(Statutes.Block.init)
    self.blocs = form.optional("blocs").flatMap { Statutes.Blocs($0, ballot) }
    self.fallback = form.optional("fallback")?.reference(.rule)
    self.fallbackBy = form.optional("fallback_by").flatMap(Statutes.Fallback.init)
    self.retry = form.optional("retry").flatMap { Statutes.Retry($0, ballot) }
    self.alsoHear = form.optional("also_hear")?.references(.roll) ?? []
    self.dissent = form.optional("dissent")?.choice()
    self.challenge = form.optional("challenge")?.duration()
    self.weight = form.optional("weight")?.measure()
    self.proxiesAtMost = form.optional("proxies")?.proxies()
    self.picks = nil
    guard let ballot, let electors, let pass, let window else { return nil }
    self.ballot = ballot
    self.electors = electors
    self.pass = pass
    self.window = window
  }
}

extension Statutes.Block {
  init?(_ branch: Branch) {
    guard let form = branch.form(["reason", "grounds", "tested_by"]) else { return nil }
    _ = form.required("reason")?.word("required")
    grounds = form.optional("grounds")?.identifiers() ?? []
    testedBy = form.optional("tested_by")?.reference(.body)
  }
}

extension Statutes.Blocs {
  init?(_ branch: Branch, _ ballot: Statutes.Ballot?) {
    guard let form = branch.form(["by", "each", "quorum"]) else { return nil }
    if !form.has("each"), !form.has("quorum") { branch.fault(.oneOf(["each", "quorum"])) }
    let by = form.required("by")?.someReferences(.roll)
    each = form.optional("each")?.condition(on: ballot)
    quorum = form.optional("quorum")?.condition(on: ballot)
    guard let by else { return nil }
    self.by = by
  }
}

extension Statutes.Fallback {
  init?(_ branch: Branch) {
    guard let form = branch.form(["rule", "or_members"]) else { return nil }
    rule = form.optional("rule")?.reference(.rule)
    orMembers = form.optional("or_members")?.integer(1...10_000)
  }
}

extension Statutes.Retry {
  init?(_ branch: Branch, _ ballot: Statutes.Ballot?) {
    guard let form = branch.form(["once_after", "quorum"]) else { return nil }
    let onceAfter = form.required("once_after")?.duration()
    let quorum = form.required("quorum")?.condition(on: ballot)
    guard let onceAfter, let quorum else { return nil }
    self.onceAfter = onceAfter
    self.quorum = quorum
  }
}

extension Branch {
  /// `{at_most: 2}`.
  fileprivate func proxies() -> Int? {
    form(["at_most"])?.required("at_most")?.integer(1...10_000)
  }

  /// A condition that counts only what the ballot offers.
  func condition(on ballot: Statutes.Ballot?) -> Condition? {
    guard let condition = condition() else { return nil }
    for clause in condition.clauses {
      if let ballot, !ballot.counts.contains(clause.count) {
        fault(.notOnBallot(clause.count.rawValue))
      }
    }
    return condition
  }
}
