// SPDX-License-Identifier: Apache-2.0

/// Who casts a ballot where a group of the electorate may not (`Bodies.md`, "Alternates in a vote").
extension Vote {
  /// Somebody who sits for a group that is recused.
  public struct Alternate: Sendable, Equatable, Codable {
    /// The alternate.
    public let party: String
    /// The position of the group for which it sits.
    public let group: Int
  }

  /// Whether a position is an alternate's.
  public func isAlternate(_ position: Int) -> Bool { position >= electorate.count }

  /// The parties at a position: a group's, or an alternate.
  public func parties(at position: Int) -> [String] {
    isAlternate(position) ? [alternates[position - electorate.count].party] : electorate[position]
  }

  /// The group whose place a position is: its own, or that for which an alternate sits.
  public func place(of position: Int) -> Int {
    isAlternate(position) ? alternates[position - electorate.count].group : position
  }
}

extension Assembly {
  /// Whether an alternate has the vote on an item: who it sits for is recused, and it is not itself.
  ///
  /// Who has left is looked at in the count. False for a group's position.
  public func standsIn(_ position: Int, on item: String, in vote: Vote) -> Bool {
    vote.isAlternate(position) && isRecused(vote.place(of: position), from: item, in: vote)
      && !isRecused(position, from: item, in: vote)
  }

  /// Whether those at a position stepped aside from an item, or a tie bars them from it.
  public func isRecused(_ position: Int, from item: String, in vote: Vote) -> Bool {
    let view = under(vote.version)
    guard let rule = view.statutes?.rule(of: vote) else { return false }
    return vote.conflicts[item]?.contains(position) == true
      || view.tie(of: vote.parties(at: position), to: item, rule) != nil
  }

  /// The alternates in force of those who vote by a rule that lets them stand in, in their order.
  func alternates(
    of electorate: [[String]], by rule: Statutes.Rule, at now: Instant
  ) -> [Vote.Alternate] {
    guard rule.recusedSeatToAlternate, case .body(let body) = rule.electors else { return [] }
    let pairs = classes(ofBody: body).map { alternates(ofSeat: $0, at: now) }
    return electorate.enumerated().compactMap { group in
      let alternate = group.element.first.flatMap { party in
        pairs.lazy.compactMap { $0[party] }.first
      }
      guard let alternate, parties[alternate]?.status(at: now) == "member" else { return nil }
      return Vote.Alternate(party: alternate, group: group.offset)
    }
  }
}
