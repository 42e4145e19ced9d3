// SPDX-License-Identifier: Apache-2.0

/// Chairs that move on (`Bodies.md`, "Chairs").
extension Assembly {
  func admit(_ it: ChairRotated, _ act: Act) throws(Refusal) {
    let (body, rotates) = try rota(of: it.body)
    let last = turns(of: it.body).last
    let earliest = max(act.received, last?.from ?? act.received)
    guard it.from >= earliest else {
      throw Refusal(
        .wrongWindow, clause: "bodies.\(it.body).chair",
        ["found": it.from.text, "expected": earliest.text])
    }
    if let over = turnEnd(of: last, rotates), it.from < over, isComplete(last, body, at: it.from) {
      throw Refusal(
        .tooEarly, clause: "bodies.\(it.body).chair.rotates",
        ["found": it.from.text, "expected": over.text])
    }
    let expected = nextTurn(of: body, from: it.from, after: turns(of: it.body)).chairs
    guard !expected.isEmpty, it.chairs == expected else {
      throw Refusal(
        .wrongChair, clause: "bodies.\(it.body).chair",
        [
          "body": it.body, "found": it.chairs.joined(separator: ", "),
          "expected": expected.joined(separator: ", "),
        ])
    }
    let chairs = it.chairs.map { SignerNeed.some(1, of: votingKeys(of: [$0]), as: $0) }
    try require([registrar] + chairs, of: act)
  }

  /// A body whose chair moves on, and how often.
  private func rota(of name: String) throws(Refusal) -> (Statutes.Body, Duration) {
    guard let body = statutes?.bodies[name], let rotates = body.chair?.rotates else {
      throw Refusal(.noRota, clause: "bodies.\(name).chair", ["body": name])
    }
    return (body, rotates)
  }

  private func turnEnd(of turn: Turn?, _ rotates: Duration) -> Instant? {
    turn.flatMap { calendar?.closing(of: rotates, from: $0.from) }
  }

  /// Whether each chair of a turn still belongs to the body.
  private func isComplete(_ turn: Turn?, _ body: Statutes.Body, at moment: Instant) -> Bool {
    let members = members(of: body, at: moment)
    return turn?.chairs.allSatisfy(members.contains) ?? true
  }

  mutating func record(_ it: ChairRotated, _ act: Act) {
    guard let body = statutes?.bodies[it.body] else { preconditionFailure("not admitted") }
    turns.append(nextTurn(of: body, from: it.from, after: turns(of: it.body)))
    declined[it.body] = nil
  }

  func admit(_ it: ChairDeclined, _ act: Act) throws(Refusal) {
    let (body, _) = try rota(of: it.body)
    guard let party = signingParty(act), members(of: body, at: act.received).contains(party) else {
      throw Refusal(
        .notAHolder, clause: "bodies.\(it.body)",
        ["seat": it.body, "party": signingParty(act) ?? act.signers.joined(separator: ", ")])
    }
    try require([.some(1, of: votingKeys(of: [party]), as: party)], of: act)
  }

  mutating func record(_ it: ChairDeclined, _ act: Act) {
    guard let party = signingParty(act) else { preconditionFailure("not admitted") }
    declined[it.body, default: []].append(party)
  }
}

/// What is known of chairs.
extension Assembly {
  /// The turns of a body's chairs so far, in order, also one that is still to begin.
  public func turns(of body: String) -> [Turn] { turns.filter { $0.body == body } }

  /// Who presides over a body at a moment; who does not belong to it any more does not.
  public func chairs(of body: String, at moment: Instant) -> [String] {
    guard let turn = turns(of: body).last(where: { $0.from <= moment }),
      let own = statutes?.bodies[body]
    else { return [] }
    return turn.chairs.filter(members(of: own, at: moment).contains)
  }

  /// When the last turn of a body is over by the statutes; none without a turn or a rota.
  public func turnEnds(of body: String) -> Instant? {
    statutes?.bodies[body]?.chair?.rotates.flatMap { turnEnd(of: turns(of: body).last, $0) }
  }
}
