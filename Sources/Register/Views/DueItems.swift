// SPDX-License-Identifier: Apache-2.0

public import Governance

/// Everything that is due and for whom at a moment, by time and then by whom; undated things count as now.
public func dueItems(_ assembly: Assembly, now: Instant) -> [DueItem] {
  let due = Due(assembly: assembly, now: now)
  let items =
    assembly.calls.inOrder.flatMap { due.items(of: $0) }
    + assembly.votes.inOrder.flatMap { due.items(of: $0) }
    + assembly.appeals.inOrder.flatMap { due.items(of: $0) }
    + assembly.proposals.inOrder.flatMap { due.items(of: $0) }
    + assembly.elections.inOrder.flatMap { due.items(of: $0) } + due.endsOfTerms
    + due.emptyPlaces + due.bodies + due.deeds
  return items.inOrder(at: now)
}

extension [DueItem] {
  /// By time and then by whom; sorting is not promised to be stable, so the position decides last.
  func inOrder(at now: Instant) -> [DueItem] {
    enumerated().sorted { a, b in
      let (left, right) = (a.element.when ?? now, b.element.when ?? now)
      if left != right { return left < right }
      if a.element.who != b.element.who {
        return a.element.who.utf8.lexicographicallyPrecedes(b.element.who.utf8)
      }
      return a.offset < b.offset
    }
    .map(\.element)
  }
}

/// Looks through one assembly at one moment.
struct Due {
  let assembly: Assembly
  let now: Instant

  func stage(_ id: String, of call: Call) -> Statutes.Stage? {
    assembly.edition(call.version)?.procedures[call.procedure]?.stage(id)
  }

  /// `windows.call_30d` where the stage has a window, else the procedure.
  func clause(_ id: String, of call: Call) -> String {
    stage(id, of: call)?.window.map { "windows.\($0)" } ?? "procedures.\(call.procedure)"
  }

  func names(_ applications: [Application]) -> [String: String] {
    [
      "count": "\(applications.count)",
      "applications": applications.map(\.id).joined(separator: ", "),
    ]
  }

  /// An item for several applications, if there are any.
  func item(
    _ what: String, _ applications: [Application], in call: Call, who: String,
    when: Instant? = nil, clause: String
  ) -> [DueItem] {
    guard !applications.isEmpty else { return [] }
    let values = names(applications).merging(["call": call.id]) { $1 }
    return [DueItem(what, values, who: who, when: when, clause: clause)]
  }
}
