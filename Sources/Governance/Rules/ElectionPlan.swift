// SPDX-License-Identifier: Apache-2.0

/// What the vote of an election would be if it were opened at a moment.
public struct ElectionPlan: Sendable {
  /// The election's name.
  public let election: String
  /// The matter of the statutes.
  public let matter: String
  /// The selection of the statutes that decides; the round is always 1.
  public let rule: String
  /// The classes or mandates that somebody stands for, in order.
  public let items: [String]
  /// The candidates of each item, sorted by bytes.
  public let candidates: [String: [String]]
  /// The window of the statutes.
  public let window: Statutes.Window
  /// The earliest opening that the notice allows.
  public let earliest: Instant
  /// When the vote closes if it opens at the earliest.
  public let closes: Instant
  /// Groups that have one vote each.
  public let electorate: [[String]]
  /// Key names of those to whom ballots are sealed, sorted; empty for open ballots.
  public let tellers: [String]
}

extension Assembly {
  /// What `vote.opened` of an election says if it is received at a moment, by the statutes of the election.
  ///
  /// Throws `unknown_thing`, `not_to_be_voted` or `unknown_matter`.
  public func electionPlan(_ id: String, at now: Instant) throws(Refusal) -> ElectionPlan {
    guard let election = elections[id] else { throw unknown("election", id) }
    return try under(election.version).plan(election, at: now)
  }

  private func plan(_ election: Election, at now: Instant) throws(Refusal) -> ElectionPlan {
    let items = contested(in: election)
    guard now >= election.nominationsClose, !items.isEmpty, election.vote == nil else {
      throw Refusal(.notToBeVoted, ["item": items.first ?? "–"])
    }
    let (rule, window) = try ballot(of: election)
    let earliest = earliestOpening(window, at: now)
    let pairs = items.map { ($0, candidates(for: $0, in: election)) }
    return ElectionPlan(
      election: election.id, matter: election.matter, rule: rule.name, items: items,
      candidates: Dictionary(pairs, uniquingKeysWith: { first, _ in first }), window: window,
      earliest: earliest, closes: closing(of: window, from: earliest) ?? earliest,
      electorate: electorate(of: items, in: election, at: now),
      tellers: rule.secrecy == .sealed ? holders(of: "teller").sorted(by: Self.inOrder) : [])
  }

  /// The rule and the window by which an election's ballots are cast.
  func ballot(
    of election: Election
  ) throws(Refusal) -> (rule: Statutes.Rule, window: Statutes.Window) {
    guard
      let rule = selection(ofElection: election.matter).flatMap({ statutes?.elections[$0.name] }),
      let window = statutes?.windows[rule.window]
    else { throw Refusal(.unknownMatter, clause: "matters", ["matter": election.matter]) }
    return (rule, window)
  }

  /// The first moment that a window's notice allows.
  func earliestOpening(_ window: Statutes.Window, at now: Instant) -> Instant {
    max(now, window.notice.flatMap { calendar?.closing(of: $0, from: now) } ?? now)
  }
}
