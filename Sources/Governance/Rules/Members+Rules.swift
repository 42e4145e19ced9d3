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
