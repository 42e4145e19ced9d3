// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What every ballot came to: each decision by ballot with its electors and the choice of each.
///
/// It watches the log go by, since who counts is settled at the tally, and who is small at the opening.
public struct VotingRecord: Sendable {
  /// A decision: one item of a vote that was certified.
  public struct Decision: Sendable {
    /// The vote, as it was certified.
    public let vote: Vote
    /// What came of the item.
    public let result: TallyPublished.Result
    /// Its electors and their choices, as the tally counted them.
    public let electors: [CountedElector]
    /// What the ballot asked, by the statutes that governed the vote.
    public let ballot: Statutes.Ballot
    /// The entries of the tally and of the certificate.
    public let entries: (tally: Int, certificate: Int)
    /// For each grouping: the groups that a party was in when the vote opened.
    let groups: [[String: [MemberGroups.Group]]]

    /// The item's name.
    public var item: String { result.item }

    /// The groups of an elector by one of the record's groupings, as of the opening.
    func groups(of elector: CountedElector, by grouping: Int) -> [MemberGroups.Group] {
      groups[grouping][elector.party] ?? []
    }
  }

  /// On which side of a decision a ballot was.
  public enum Side: Sendable { case prevailing, other }

  /// By what electors are told apart.
  public let groupings: [MemberGroups]
  /// The decisions so far, in the order of their certificates and then of the items.
  public private(set) var decisions: [Decision] = []
  private var opened: [String: [[String: [MemberGroups.Group]]]] = [:]
  private var counted: [String: (entry: Int, electors: [String: [CountedElector]])] = [:]

  /// Before the first act.
  public init(by groupings: [MemberGroups] = []) { self.groupings = groupings }

  /// The record of a whole history from its beginning.
  public init(_ acts: some Sequence<Act>, from beginning: Assembly, by groupings: [MemberGroups]) {
    self.init(by: groupings)
    var assembly = beginning
    for act in acts {
      assembly.apply(act)
      add(act, applied: assembly)
    }
  }

  /// Watches an act that an assembly has just applied.
  public mutating func add(_ act: Act, applied assembly: Assembly) {
    switch act.statement.body {
    case let opening as VoteOpened:
      guard let vote = assembly.votes[opening.vote] else { return }
      let parties = Set(vote.electorate.joined()).union(vote.alternates.map(\.party))
      opened[vote.id] = groupings.map { grouping in
        Dictionary(
          uniqueKeysWithValues: parties.map {
            ($0, grouping.groups(of: $0, in: assembly, at: act.received))
          })
      }
    case let tally as TallyPublished:
      guard let vote = assembly.votes[tally.vote] else { return }
      counted[vote.id] = (act.index, assembly.countedElectors(of: vote))
    case let certified as OutcomeCertified: decide(certified.vote, at: act.index, assembly)
    case _: break
    }
  }

  private mutating func decide(_ id: String, at entry: Int, _ assembly: Assembly) {
    guard let vote = assembly.votes[id], let rule = assembly.edition(vote.version)?.rule(of: vote),
      let tally = counted.removeValue(forKey: id)
    else { return }
    let groups = opened.removeValue(forKey: id) ?? []
    decisions += (vote.results ?? []).map { result in
      Decision(
        vote: vote, result: result, electors: tally.electors[result.item] ?? [],
        ballot: rule.ballot, entries: (tally.entry, entry), groups: groups)
    }
  }
}

extension VotingRecord.Decision {
  /// On which side a choice was; nil for one that takes no side, or where nothing was decided.
  ///
  /// Carried: yes, consent and an approval of what won prevail. Lost or blocked: no, block and
  /// objection prevail. Abstaining, standing aside and an empty list take no side (`Influence.md`).
  public func side(of choice: BallotCast.Choice) -> VotingRecord.Side? {
    guard vote.election == nil else { return nil }
    let isFor: Bool
    switch choice {
    case .word(.yes), .word(.consent): isFor = true
    case .word(.no), .word(.block), .word(.object): isFor = false
    case .word(.abstain), .word(.standAside): return nil
    case .list(let options):
      guard !options.isEmpty, let winner = result.winner else { return nil }
      isFor = options.contains(winner)
    }
    switch result.outcome {
    case .carried: return isFor ? .prevailing : .other
    case .lost, .blocked: return isFor ? .other : .prevailing
    case .inquorate, .void: return nil
    }
  }
}
