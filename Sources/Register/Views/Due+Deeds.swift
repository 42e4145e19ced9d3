// SPDX-License-Identifier: Apache-2.0

import Governance

extension Due {
  /// What follows from decisions: reports, tasks, complaints to answer, statutes that begin.
  var deeds: [DueItem] {
    inOrder(assembly.mandates).flatMap(reports) + inOrder(assembly.actions).flatMap(items)
      + inOrder(assembly.complaints).flatMap(items) + statutesToCome
  }

  /// Meetings that are over and not reported on.
  func reports(under mandate: Mandate) -> [DueItem] {
    let version = assembly.proposals[mandate.proposal]?.version
    let kind = mandate.kind.flatMap { assembly.edition(version)?.mandates[$0] }
    let open = mandate.occasions.filter { $0.on <= now && mandate.reports[$0.occasion] == nil }
    return open.map { occasion in
      let due = kind?.reportWithin
        .flatMap { assembly.calendar?.closing(of: $0, from: occasion.on) }
      let isOverdue = due.map { now >= $0 } ?? false
      return DueItem(
        isOverdue ? "report_overdue" : "report",
        ["mandate": mandate.id, "occasion": occasion.occasion], who: mandate.holder,
        when: due ?? occasion.on,
        clause: kind.map { "mandates.\($0.name).report_within" } ?? "",
        silence: .init("shown"))
    }
  }

  func items(of action: Action) -> [DueItem] {
    guard action.state != .done, action.state != .dropped else { return [] }
    let task = action.task
    return [
      DueItem(
        now < task.due ? "action" : "action_overdue",
        ["action": task.action, "text": task.text, "proposal": action.proposal],
        who: task.owner, when: task.due, clause: "", silence: .init("shown"))
    ]
  }

  private func items(of complaint: Complaint) -> [DueItem] {
    guard complaint.answer == nil else { return [] }
    let values = ["complaint": complaint.id]
    return [DueItem("complaint", values, who: "registrar", when: nil, clause: "")]
  }

  private var statutesToCome: [DueItem] {
    assembly.editions.values.filter { $0.effective > max(now, assembly.now) }
      .sorted { $0.statutes.version < $1.statutes.version }.map {
        DueItem(
          "statutes_begin", ["version": "\($0.statutes.version)"], who: "members",
          when: $0.effective, clause: "amend.effective_after")
      }
  }
}
