// SPDX-License-Identifier: Apache-2.0

import Governance

extension Due {
  /// How long before the end of a turn the next chair is asked for: 14 days, in seconds.
  private static let chairAhead = 14 * 86_400

  /// Chairs that move on, holders who keep away, and lots to draw.
  var bodies: [DueItem] {
    let statutes = assembly.inForce(at: now)
    return (statutes?.bodiesWithRota ?? []).compactMap(rotation)
      + (statutes?.bodies ?? [:]).inOrder.flatMap(absences) + assembly.lots.inOrder.flatMap(items)
  }

  /// The next chair, where somebody could be it.
  private func rotation(in body: String) -> DueItem? {
    // Where no turn was ever recorded, nobody asked for one.
    guard let last = assembly.turns(of: body).last,
      let begins = assembly.nextTurnBegins(of: body, at: now), begins <= now + Self.chairAhead,
      let next = assembly.rota(of: body, from: begins, turns: 1).first, !next.chairs.isEmpty
    else { return nil }
    let values = [
      "body": body, "chairs": last.chairs.joined(separator: ", "),
      "next": next.chairs.joined(separator: ", "),
    ]
    return DueItem(
      "rotate" + variant(of: last, begins: begins), values, who: "registrar",
      when: begins > now ? begins : nil, clause: "bodies.\(body).chair")
  }

  private func variant(of last: Turn, begins: Instant) -> String {
    if begins > now { return "" }
    return assembly.chairs(of: last.body, at: now).isEmpty ? ".gone" : ".over"
  }

  private func absences(from body: Statutes.Body) -> [DueItem] {
    assembly.absences(from: body.name, at: now).map {
      DueItem(
        "absent",
        ["party": $0.party, "seat": $0.seat, "meetings": $0.meetings.joined(separator: ", ")],
        who: "registrar", when: nil, clause: "bodies.\(body.name).absent")
    }
  }

  private func items(of lot: Lot) -> [DueItem] {
    guard lot.draw == nil else { return [] }
    let values = ["lot": lot.id, "sources": lot.sources.joined(separator: "; ")]
    return [DueItem("draw", values, who: "registrar", when: lot.draws, clause: "")]
  }
}
