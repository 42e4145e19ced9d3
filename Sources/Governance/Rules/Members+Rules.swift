// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: MemberReinstated, _ act: Act) throws(Refusal) {
    guard let party = parties[it.member], let suspension = party.suspension,
      party.status(at: act.received) == "suspended",
      case .rule(let rule)? = statutes?.matters["suspension"]?.decision
    else { throw unknown("suspension", it.member) }
    let open = appeals.values.contains {
      $0.subject == .proposal(suspension.proposal) && $0.verdict == nil
    }
    if open { throw Refusal(.appealExists, ["appeal": suspension.proposal]) }
    try require([registrar, .resolution(rule: rule, on: .party(it.member))], of: act)
  }

  mutating func record(_ it: MemberReinstated, _ act: Act) {
    change(&parties, it.member) { $0.suspension = nil }
  }

  func admit(_ it: MemberResigned, _ act: Act) throws(Refusal) {
    guard let party = parties[it.member], party.left == nil else {
      throw Refusal(.unknownParty, ["party": it.member])
    }
    try require([.some(1, of: votingKeys(of: [it.member]), as: it.member)], of: act)
  }

  mutating func record(_ it: MemberResigned, _ act: Act) {
    let exits = (statutes?.matters ?? [:]).values.filter {
      $0.decision == .unilateral && $0.proposedBy == .anyParty
    }
    let notice = exits.min { Self.inOrder($0.name, $1.name) }?.notice
    if let until = notice.flatMap({ calendar?.closing(of: $0, from: act.received) }) {
      change(&parties, it.member) { $0.left = until }
    } else {
      leave(it.member, at: act.received)
    }
  }
}

/// Members that change (`Bodies.md`).
extension Assembly {
  func admit(_ it: PartyUpdated, _ act: Act) throws(Refusal) {
    try checkMember(it.party, at: act.received)
    guard !it.facts.isEmpty, let statutes else {
      throw Refusal(.unknownFact, clause: "attributes", ["fact": "–"])
    }
    try checkFacts(it.facts, [:], statutes)
    try require([registrar, .some(1, of: votingKeys(of: [it.party]), as: it.party)], of: act)
  }

  mutating func record(_ it: PartyUpdated, _ act: Act) {
    change(&parties, it.party) { $0.update(it.facts, at: act.received) }
  }

  func admit(_ it: PartyMerged, _ act: Act) throws(Refusal) {
    try checkMember(it.party, at: act.received)
    try checkMember(it.into, at: act.received)
    if it.party == it.into { throw Refusal(.mayNotPropose, ["signer": it.party]) }
    let both = [it.party, it.into].map { SignerNeed.some(1, of: votingKeys(of: [$0]), as: $0) }
    try require([registrar] + both, of: act)
  }

  mutating func record(_ it: PartyMerged, _ act: Act) {
    leave(it.party, at: act.received)
    change(&parties, it.party) { $0.mergedInto = it.into }
  }

  func checkMember(_ id: String, at now: Instant) throws(Refusal) {
    guard parties[id]?.isMember(at: now) == true else {
      throw Refusal(.unknownParty, ["party": id])
    }
  }
}
