// SPDX-License-Identifier: Apache-2.0

/// An elector of one item of a vote, and the choice that counts for it.
public struct CountedElector: Sendable, Equatable {
  /// The parties that have this one vote, or the alternate that stood in for them.
  public let parties: [String]
  /// The party whose ballot is counted; nil without one, and where another voted by proxy for it.
  public let caster: String?
  /// The choice that counts, blocks as they were tested and proxies filled in; nil without one.
  public let choice: BallotCast.Choice?

  /// The one party that stands for this elector: who cast, else the first by name.
  public var party: String { caster ?? parties[0] }
}

extension Assembly {
  /// The electors of each item of a vote, as its tally counts them, in the order of the electorate.
  ///
  /// Those recused, and groups of which everybody left, are none. Of a sealed vote nothing is known
  /// before every seal is open: no choice counts until then.
  public func countedElectors(of vote: Vote) -> [String: [CountedElector]] {
    under(vote.version).counted(governed: vote)
  }

  private func counted(governed vote: Vote) -> [String: [CountedElector]] {
    guard let rule = statutes?.rule(of: vote) else { return [:] }
    let poll = poll(of: vote)
    let casters = Dictionary(
      vote.ballots.map { ($0.id, $0.party) }, uniquingKeysWith: { first, _ in first })
    let pairs = vote.items.map { item in
      let standing = poll.standing[item] ?? [:]
      let places: Set<Int>
      let choices: [Int: BallotCast.Choice]
      if vote.election == nil {
        let counted = Tallying(self, vote, rule, item, standing)
        (places, choices) = (counted.eligible, counted.choices)
      } else {
        places = (vote.classElectors[item] ?? []).filter { place in
          !vote.electorate[place].allSatisfy { hasLeft($0, before: vote.closes) }
        }
        choices = standing.mapValues(\.choice)
      }
      let electors = places.sorted().map { place in
        CountedElector(
          parties: vote.parties(at: place),
          caster: standing[place].flatMap { casters[$0.ballot] }, choice: choices[place])
      }
      return (item, electors)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
