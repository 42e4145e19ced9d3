// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What is asked of one member at a moment, until when, and what its silence means.
public func memberItems(for party: String, _ assembly: Assembly, now: Instant) -> [DueItem] {
  guard let member = assembly.parties[party] else { return [] }
  return Asked(member: member, due: Due(assembly: assembly, now: now)).items.inOrder(at: now)
}

/// Looks through an assembly with the eyes of one member.
struct Asked {
  let member: Party
  let due: Due

  var assembly: Assembly { due.assembly }
  var now: Instant { due.now }

  var items: [DueItem] {
    guard member.isMember(at: now) else { return own }
    let votes = assembly.votes.inOrder.flatMap(items(of:))
    let proposals = assembly.proposals.inOrder.flatMap(items(of:))
    let calls = assembly.calls.inOrder.flatMap(items(of:))
    let elections = assembly.elections.inOrder.flatMap(items(of:))
    return suspension + votes + elections + proposals + calls + own + ofOffice + ofOthers
  }

  func item(
    _ what: String, _ values: [String: String], until when: Instant?, _ clause: String,
    _ silence: DueItem.Silence? = nil
  ) -> DueItem {
    DueItem(
      "member.\(what)", values, who: member.id, when: when, clause: clause, silence: silence)
  }

  private var suspension: [DueItem] {
    guard member.isSuspended(at: now), let suspension = member.suspension else { return [] }
    return [
      item(
        "suspended", ["proposal": suspension.proposal], until: suspension.until,
        "matters.suspension")
    ]
  }

  /// Its reports and tasks, even of a member that has left.
  private var own: [DueItem] {
    assembly.mandates.inOrder.flatMap(due.reports).filter(isOwn)
      + assembly.actions.inOrder.filter { $0.task.owner == member.id }
      .flatMap { due.items(of: $0) }
  }

  private func isOwn(_ item: DueItem) -> Bool {
    item.who.split(separator: ";").contains { $0 == member.id }
  }

  /// What others promised and are late with.
  private var ofOthers: [DueItem] {
    due.deeds.filter { $0.isShownToAll && !isOwn($0) }.map(\.ofSomebodyElse)
  }

  /// What is due from its people as reviewers and officers, and from bodies on which it sits.
  private var ofOffice: [DueItem] {
    let keys = Set(
      assembly.keys.filter { $0.value.party == member.id && $0.value.revoked == nil }.keys)
    let roles = assembly.offices.filter { !keys.isDisjoint(with: $0.value) }.map(\.key)
    let bodies = (assembly.statutes?.bodies ?? [:]).filter { _, body in
      guard case .seats(let seats) = body.composition else { return false }
      return seats.contains { assembly.holders(ofSeat: $0, at: assembly.now).contains(member.id) }
    }
    let names = keys.union(roles).union(bodies.keys)
    return dueItems(assembly, now: now).filter { item in
      item.who.split(separator: ";").contains { names.contains(String($0)) }
    }
  }

  /// Objections to those on a shortlist.
  private func items(of call: Call) -> [DueItem] {
    guard let closes = call.objectionsClose, now < closes, !member.isSuspended(at: now) else {
      return []
    }
    return [
      item(
        "object", ["call": call.id], until: closes, due.clause("objections", of: call),
        .init("no_objection"))
    ]
  }
}
