// SPDX-License-Identifier: Apache-2.0

public import Counting

/// What the ballots of a vote add up to (`Decisions.md`, "Results" and "Outcome").
extension Assembly {
  /// The counts of every item, in the vote's order, and the ballots that do not count.
  public func count(_ vote: Vote) -> (
    results: [TallyPublished.Result], excluded: [TallyPublished.Exclusion]
  ) {
    under(vote.version).count(governed: vote)
  }

  private func count(governed vote: Vote) -> (
    results: [TallyPublished.Result], excluded: [TallyPublished.Exclusion]
  ) {
    guard let rule = statutes?.rule(of: vote) else { return ([], []) }
    let poll = poll(of: vote)
    if let election = vote.election.flatMap({ elections[$0] }) {
      return (elect(vote, election, poll), poll.excluded)
    }
    let results = vote.items.map { Tallying(self, vote, rule, $0, poll.standing[$0] ?? [:]).result }
    return (results, poll.excluded)
  }

  /// The choice of every group that stands in the end, by item, and the ballots that do not count.
  func poll(of vote: Vote) -> Poll {
    var poll = Poll()
    let identities = vote.tellers.compactMap { vote.identities[$0.key] }
    let opener = identities.isEmpty || !vote.isUnsealed ? nil : seals.opener(identities)
    for ballot in vote.ballots {
      let distrusted = vote.untrusted?.contains(ballot.id) ?? isDistrusted(ballot)
      guard let marking = ballot.marking else {
        if !distrusted { poll.revoke(ballot.group) }
        continue
      }
      if distrusted {
        poll.exclude(ballot, "revoked_key")
      } else if hasLeft(ballot.party, before: vote.closes) {
        poll.exclude(ballot, "left")
      } else {
        read(marking, of: ballot, in: vote, opener, into: &poll)
      }
    }
    return poll
  }

  private func read(
    _ marking: BallotCast.Marking, of ballot: Vote.Ballot, in vote: Vote, _ opener: Seals.Opener?,
    into poll: inout Poll
  ) {
    switch marking {
    case .open(let content): poll.add(content, of: ballot)
    case .sealed(let sealed):
      guard let bytes = opener?(sealed),
        let content = BallotCast.Content(unsealed: bytes, for: ballot.id)
      else { return poll.exclude(ballot, "not_opened") }
      // Whether an alternate has the vote on an item shows only now.
      let tied = vote.isAlternate(ballot.group) ? ties(of: ballot.group, in: vote) : ballot.ties
      do { try check(content, in: vote, tied: tied) } catch {
        return poll.exclude(ballot, error.code.rawValue)
      }
      poll.add(content, of: ballot)
    }
  }

  /// Whether a ballot's key was revoked with effect from before the ballot.
  func isDistrusted(_ ballot: Vote.Ballot) -> Bool {
    guard let key = keys[ballot.key], let from = key.distrusted else { return false }
    // Whoever stole a key can date a ballot back; whoever found it lost cannot be told apart, but
    // then the owner's word is all there is.
    let time =
      key.revocation == .compromised ? ballot.received : ballot.sealedAt ?? ballot.received
    return from <= time
  }

  func hasLeft(_ party: String, before closes: Instant) -> Bool {
    parties[party]?.left.map { $0 < closes } ?? false
  }

  /// All seats of a rule's body, filled or not; none where the body is a roll.
  func seatCount(of rule: Statutes.Rule) -> Int? {
    guard case .body(let name) = rule.electors,
      case .seats(let classes)? = statutes?.bodies[name]?.composition
    else { return nil }
    return classes.reduce(0) { $0 + (statutes?.seats[$1]?.count ?? 0) }
  }
}

/// The ballots that count, as they stand in the end.
struct Poll {
  /// A group's choice on one item, and the ballot that it stands on.
  struct Standing {
    let choice: BallotCast.Choice
    let ballot: String
  }

  private(set) var standing: [String: [Int: Standing]] = [:]
  private var out: [(group: Int, exclusion: TallyPublished.Exclusion)] = []

  /// The ballots that do not count, in the order of their entries.
  var excluded: [TallyPublished.Exclusion] { out.map(\.exclusion) }

  mutating func add(_ content: BallotCast.Content, of ballot: Vote.Ballot) {
    for (item, choice) in content.choices {
      standing[item, default: [:]][ballot.group] = Standing(choice: choice, ballot: ballot.id)
    }
  }

  /// What the group has cast so far is as not cast: neither counted nor excluded.
  mutating func revoke(_ group: Int) {
    for item in standing.keys { standing[item]?[group] = nil }
    out.removeAll { $0.group == group }
  }

  mutating func exclude(_ ballot: Vote.Ballot, _ reason: String) {
    out.append((ballot.group, .init(ballot: ballot.id, reason: reason)))
  }
}

extension BallotCast.Content {
  /// What is sealed is as long as a multiple of this, in bytes.
  private static let step = 96

  /// Reads what a sealed ballot held: canonical JSON, spaces to a multiple of 96 bytes, and the id
  /// of its own statement, so that nobody can cast a copy of another's.
  init?(unsealed bytes: [UInt8], for id: String) {
    guard bytes.count % Self.step == 0, let end = bytes.lastIndex(where: { $0 != 0x20 }),
      let json = try? JSON(canonical: Array(bytes[...end])), let members = json.object
    else { return nil }
    var fields = Fields(members)
    do {
      guard try fields.hex("id", digits: 32) == id else { return nil }
      try self.init(&fields)
      try fields.end()
    } catch {
      return nil
    }
  }

  /// The bytes that are sealed, for a ballot with that id.
  ///
  /// They are as long as if every word were the longest, so that their length tells no choice.
  public static func plain(
    choices: [String: JSON], reasons: [String: JSON], id: String
  ) -> [UInt8] {
    var members: [String: JSON] = ["choices": .object(choices), "id": .string(id)]
    if !reasons.isEmpty { members["reasons"] = .object(reasons) }
    let bytes = JSON.object(members).canonicalBytes
    let longest = BallotCast.Word.allCases.map(\.rawValue.utf8.count).max() ?? 0
    let shorter = choices.values.compactMap(\.string).map { max(longest - $0.utf8.count, 0) }
    let length = bytes.count + shorter.reduce(0, +)
    let padded = (length + step - 1) / step * step
    return bytes + Array(repeating: 0x20, count: padded - bytes.count)
  }
}

/// One item's count: who may vote on it, what they said, and what that means by the rule.
struct Tallying {
  let vote: Vote
  let rule: Statutes.Rule
  let item: String
  /// Groups that may vote on the item, and alternates that stand in, by position.
  let eligible: Set<Int>
  let someoneRecused: Bool
  /// The standing choice of each eligible group, proxies filled in, blocks as tested.
  let choices: [Int: BallotCast.Choice]
  let blocs: [String: Set<Int>]
  let options: [String]
  let seats: Int?

  init(
    _ assembly: Assembly, _ vote: Vote, _ rule: Statutes.Rule, _ item: String,
    _ standing: [Int: Poll.Standing]
  ) {
    self.vote = vote
    self.rule = rule
    self.item = item
    let hasLeft = { (party: String) in assembly.hasLeft(party, before: vote.closes) }
    let present = vote.electorate.indices.filter { !vote.electorate[$0].allSatisfy(hasLeft) }
    let own = Set(present.filter { !assembly.isRecused($0, from: item, in: vote) })
    let standIns = vote.alternates.enumerated().map {
      ($0.offset + vote.electorate.count, $0.element)
    }
    .filter { position, alternate in
      present.contains(alternate.group) && !hasLeft(alternate.party)
        && assembly.standsIn(position, on: item, in: vote)
    }
    let eligible = own.union(standIns.map(\.0))
    self.eligible = eligible
    self.someoneRecused = own.count < present.count
    self.choices = Self.choices(vote, item, eligible, standing)
    self.options = (assembly.proposals[item]?.options ?? [:]).keys.sorted(by: Assembly.inOrder)
    self.seats = assembly.seatCount(of: rule)
    self.blocs = vote.blocs.mapValues { bloc in
      eligible.filter { bloc.contains(vote.place(of: $0)) }
    }
  }

  private static func choices(
    _ vote: Vote, _ item: String, _ eligible: Set<Int>, _ standing: [Int: Poll.Standing]
  ) -> [Int: BallotCast.Choice] {
    var choices: [Int: BallotCast.Choice] = [:]
    for (group, standing) in standing where eligible.contains(group) {
      let setAside = vote.tests[standing.ballot]?[item] == .setAside
      choices[group] =
        setAside && standing.choice == .word(.block) ? .word(.standAside) : standing.choice
    }
    let own = choices
    for (giver, holder) in vote.proxies
    where own[giver] == nil && eligible.contains(giver) { choices[giver] = own[holder] }
    return choices
  }

  var result: TallyPublished.Result {
    let whole = count(eligible)
    let parts = blocs.mapValues { count($0) }
    let (outcome, winner) = outcome(whole, parts)
    return TallyPublished.Result(
      item: item, whole: whole, blocs: parts, outcome: outcome, winner: winner, elected: nil)
  }

  private func count(_ groups: Set<Int>) -> TallyPublished.Count {
    var counts = Dictionary(
      (rule.ballot == .approval ? options : rule.ballot.words.map(\.rawValue)).map { ($0, 0) },
      uniquingKeysWith: { first, _ in first })
    var (electors, ballots) = (0, 0)
    for group in groups {
      let weight = vote.weights?[vote.place(of: group)] ?? 1
      electors += weight
      guard let choice = choices[group] else { continue }
      ballots += weight
      switch choice {
      case .word(let word): counts[word.rawValue, default: 0] += weight
      case .list(let options): for option in options { counts[option, default: 0] += weight }
      }
    }
    return .init(electors: electors, ballots: ballots, counts: counts)
  }

  /// Quorums first, then majorities: of the whole and of every bloc.
  private func outcome(
    _ whole: TallyPublished.Count, _ parts: [String: TallyPublished.Count]
  ) -> (VoteOutcome, String?) {
    if eligible.isEmpty || eligible.count == 1 && someoneRecused { return (.void, nil) }
    let quorum = rule.quorum(inRound: vote.round)
    guard whole.meets(quorum, seats: seats),
      parts.values.allSatisfy({ $0.meets(rule.blocs?.quorum) })
    else { return (.inquorate, nil) }
    let passed =
      whole.meets(rule.pass, seats: seats) && parts.values.allSatisfy { $0.meets(rule.blocs?.each) }
    let winner = rule.ballot == .approval ? winner(whole.counts) : nil
    if passed, rule.ballot != .approval || winner != nil { return (.carried, winner) }
    let isBlocked = rule.ballot == .consent && whole.tally.block > 0
    return (isBlocked ? .blocked : .lost, nil)
  }

  /// The one option with more approvals than every other.
  private func winner(_ counts: [String: Int]) -> String? {
    guard let most = counts.values.max(), most > 0 else { return nil }
    let best = counts.filter { $0.value == most }.keys
    return best.count == 1 ? best.first : nil
  }
}

extension Statutes.Rule {
  /// The quorum of a round: a retry has its own.
  public func quorum(inRound round: Int) -> Condition? {
    isRetry(round: round) ? retry?.quorum : quorum
  }
}

extension TallyPublished.Count {
  /// The counts by name, for conditions.
  public var tally: Tally {
    var tally = Tally()
    tally.yes = counts["yes"] ?? 0
    tally.no = counts["no"] ?? 0
    tally.abstain = counts["abstain"] ?? 0
    tally.consent = counts["consent"] ?? 0
    tally.standAside = counts["stand_aside"] ?? 0
    tally.block = counts["block"] ?? 0
    tally.object = counts["object"] ?? 0
    tally.takePart = ballots
    return tally
  }

  /// What shares are taken of; without seats of its own a body has as many as electors.
  public func bases(seats: Int?) -> Bases {
    Bases(tally, electors: electors, seats: seats ?? electors)
  }

  /// Whether a condition holds; one that is not asked for does.
  func meets(_ condition: Condition?, seats: Int? = nil) -> Bool {
    condition?.isMet(by: tally, bases: bases(seats: seats)) ?? true
  }
}

extension Assembly {
  /// All seats of the body that decides by a vote's rule, filled or not; `nil` where it has none.
  public func seats(of vote: Vote) -> Int? {
    let view = under(vote.version)
    return view.statutes?.rule(of: vote).flatMap(view.seatCount)
  }
}

/// Lower-case hex.
func hex(_ bytes: [UInt8]) -> String {
  var digits: [UInt8] = []
  digits.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    digits.append(JSON.hex(byte >> 4))
    digits.append(JSON.hex(byte & 15))
  }
  return String(decoding: digits, as: UTF8.self)
}
