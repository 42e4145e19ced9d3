// SPDX-License-Identifier: Apache-2.0

import Governance

extension Asked {
  /// Seconds, debate, a hearing, an appeal.
  func items(of proposal: Proposal) -> [DueItem] {
    guard proposal.withdrawn == nil else { return [] }
    var items = concerned(by: proposal)
    guard proposal.frozen == nil, !member.isSuspended(at: now) else { return items }
    let values = ["proposal": proposal.id]
    if proposal.debated == nil {
      guard maySecond(proposal) else { return items }
      let missing = ["count": "\(due.secondsMissing(proposal))"]
      let clause = "\(due.clause(of: proposal)).seconds"
      items.append(item("second", values, until: nil, clause, .init("not_debated", missing)))
    } else if let closes = assembly.debateCloses(proposal), now < closes {
      let clause = due.matter(of: proposal)?.discuss.map { "windows.\($0)" }
      items.append(
        item(
          "discuss", values, until: closes, clause ?? due.clause(of: proposal),
          .init("text_stays")))
    }
    return items
  }

  /// What it may say about a decision that concerns it, suspended or not.
  private func concerned(by proposal: Proposal) -> [DueItem] {
    guard proposal.about == member.id else { return [] }
    let values = ["proposal": proposal.id]
    if proposal.adopted == nil, proposal.failed == nil, let closes = due.hearingCloses(proposal),
      now < closes
    {
      let clause = "\(due.clause(of: proposal)).hearing"
      return [item("hearing", values, until: closes, clause, .init("unheard"))]
    }
    guard let closes = appealCloses(proposal), now < closes else { return [] }
    let clause = "\(due.clause(of: proposal)).appeal"
    return [item("appeal", values, until: closes, clause, .init("stands"))]
  }

  /// A decision about a member can be appealed against for 30 days (`Decisions.md`, `appeal.filed`).
  private func appealCloses(_ proposal: Proposal) -> Instant? {
    guard due.matter(of: proposal)?.appeal != nil, proposal.appeal == nil,
      proposal.status(at: now) == .adopted
    else { return nil }
    return proposal.adopted.map { $0 + 30 * 86_400 }
  }

  /// Whether its second would be taken; the same rules that would take it say so.
  private func maySecond(_ proposal: Proposal) -> Bool {
    guard
      let trial = trial(
        .proposalSeconded, ["proposal": .string(proposal.id)], at: max(now, assembly.now))
    else { return false }
    return refusal(of: trial) == nil
  }

  /// A statement that the member could sign now, to ask whether it would be taken.
  func trial(_ kind: Statement.Kind, _ fields: [String: JSON], at time: Instant) -> Act? {
    let keys = assembly.keys.filter {
      $0.value.party == member.id && $0.value.votes && $0.value.revoked == nil
    }
    let id = String(repeating: "f", count: 32)
    guard let key = keys.keys.min(),
      let statement = try? Statement(kind, ledger: assembly.origin, id: id, fields)
    else { return nil }
    return Act(index: 0, received: time, statement: statement, signers: [key])
  }

  func refusal(of act: Act) -> Refusal? {
    do { try assembly.admit(act) } catch { return error }
    return nil
  }
}
