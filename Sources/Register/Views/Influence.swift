// SPDX-License-Identifier: Apache-2.0

public import Governance

/// How much say each group of members has: seats, chair days, proposals, ballots (`Influence.md`).
///
/// Whoever acts is counted in the group to which it belonged when it acted.
public struct Influence: Sendable {
  /// Part of a whole.
  public struct Share: Sendable, Equatable {
    /// The part.
    public var part = 0
    /// The whole; a share of nothing has no value.
    public var whole = 0

    /// Whole percent, halves rounded up; nil of nothing.
    public var percent: Int? { whole == 0 ? nil : (200 * part + whole) / (2 * whole) }
  }

  /// The numbers of one group.
  public struct Row: Sendable, Equatable {
    /// The group.
    public let group: MemberGroups.Group
    /// Members at the end.
    public var members = 0
    /// Seats held at the end, of all seats of the bodies looked at.
    public var seats = Share()
    /// Days on which one of the group presided, of all such days of all groups.
    public var chairDays = Share()
    /// Proposals that one of the group submitted in the period.
    public var proposals = 0
    /// Those of them that stand adopted at the end, or were adopted and have run out.
    public var carried = 0
    /// Ballots that count, of all that the group's electors could have cast.
    public var ballots = Share()
    /// Ballots for what was decided, of those that took a side.
    public var majority = Share()

    init(_ group: MemberGroups.Group) { self.group = group }
  }

  /// By what members are told apart.
  public let grouping: MemberGroups
  /// The body whose seats and chairs are counted; nil for all bodies.
  public let body: String?
  /// The first moment inside the period; nil from the founding on.
  public let from: Instant?
  /// The first moment that is outside; nil for a period that goes on until now.
  public let until: Instant?
  /// The moment at which members, seats and proposals are looked at.
  public let end: Instant
  /// The groups of which anything is counted, in their order.
  public private(set) var rows: [Row] = []
  /// How many decisions by ballot were certified in the period.
  public private(set) var decisions = 0
  /// How many elections were; their ballots are not among those of ``rows``.
  public private(set) var elections = 0

  /// Counts a whole history from its beginning; `now` is the moment at which it is asked.
  public init(
    _ acts: some Sequence<Act>, from beginning: Assembly, by grouping: MemberGroups,
    body: String? = nil, since: Instant? = nil, until: Instant? = nil, now: Instant
  ) {
    self.grouping = grouping
    self.body = body
    self.from = since
    self.until = until
    self.end = until ?? now
    var counting = InfluenceCounting(beginning, grouping, body, since)
    for act in acts where until.map({ act.received < $0 }) ?? true { counting.add(act) }
    // Until now includes now.
    counting.days(before: until ?? now + 1)
    counting.finish(at: end)
    self.decisions = counting.decisions
    self.elections = counting.elections
    self.rows = counting.rows.values.sorted { MemberGroups.Group.precedes($0.group, $1.group) }
  }

  /// The numbers of one member, where they go by ``MemberGroups/each``.
  public func row(of party: String) -> Row {
    let empty = Row(.named(party))
    return rows.first { $0.group == empty.group } ?? empty
  }
}
