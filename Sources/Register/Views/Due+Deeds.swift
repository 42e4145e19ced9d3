// SPDX-License-Identifier: Apache-2.0

import Governance

extension Due {
  /// What follows from decisions: reports, tasks, complaints to answer, statutes that begin.
  var deeds: [DueItem] {
    assembly.mandates.inOrder.flatMap(reports) + assembly.actions.inOrder.flatMap(items)
      + assembly.complaints.inOrder.flatMap(items) + statutesToCome
  }

  /// Meetings that are over and not reported on.
  func reports(under mandate: Mandate) -> [DueItem] {
    let kind = assembly.kind(of: mandate)
    let open = mandate.occasions.filter {
      $0.on <= now && mandate.reports[$0.occasion] == nil
        && !mandate.reporters(on: $0.occasion).isEmpty
    }
    return open.map { occasion in
      let due = assembly.reportDue(on: occasion, under: mandate)
      let isOverdue = due.map { now >= $0 } ?? false
      return DueItem(
        isOverdue ? "report_overdue" : "report",
        ["mandate": mandate.id, "occasion": occasion.occasion],
        who: mandate.reporters(on: occasion.occasion).joined(separator: ";"),
        when: due ?? occasion.on,
        clause: kind.map { "mandates.\($0.name).report_within" } ?? "",
        silence: .init("shown"))
    }
  }

  func items(of action: Action) -> [DueItem] {
    guard action.isOpen else { return [] }
    let task = action.task
    return [
      DueItem(
        action.isOverdue(at: now) ? "action_overdue" : "action",
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
