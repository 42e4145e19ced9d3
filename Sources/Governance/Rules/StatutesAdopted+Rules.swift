// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: StatutesAdopted, _ act: Act) throws(Refusal) {
    let proposal = try adopted(it.proposal, at: act.received)
    guard proposal.matter == Self.statutesMatter, let adopted = proposal.adopted else {
      throw Refusal(.notAdopted, clause: "amend", ["proposal": proposal.id, "status": "–"])
    }
    if proposal.carriedOut { throw exists("statutes", proposal.id) }
    guard proposal.statutes == hex(sha256(it.statutes.canonicalBytes)) else {
      throw Refusal(.otherText, ["vote": proposal.id])
    }
    try checkSuccessor(try Self.lint(it.statutes), proposal)
    let time = statutes?.amendment.effectiveAfter
    let after = time.flatMap { calendar?.closing(of: $0, from: adopted) }
    let last = editions.values.map(\.effective).max()
    let earliest = [after, last].compactMap(\.self).reduce(act.received, max)
    guard it.effective >= earliest else {
      throw Refusal(
        .tooEarly, clause: "amend.effective_after",
        ["found": it.effective.text, "expected": earliest.text])
    }
    let also = statutes?.amendment.byAlso.map { SignerNeed.some(1, of: holders(of: $0), as: $0) }
    try require(
      [registrar, .all(holders(of: "teller"), as: "teller")] + [also].compactMap(\.self), of: act)
  }

  static func lint(_ tree: JSON) throws(Refusal) -> Statutes {
    do { return try Statutes(tree) } catch {
      throw Refusal(.statutesFaulty, ["fault": error.faults.first.map { "\($0)" } ?? ""])
    }
  }

  /// The next version of the same statutes, after every one that was adopted so far.
  private func checkSuccessor(_ new: Statutes, _ proposal: Proposal) throws(Refusal) {
    let last = editions.values.map(\.statutes).max { $0.version < $1.version }
    guard let last, new.version == last.version + 1, Text.areSameBytes(new.policy, last.policy),
      Text.areSameBytes(new.timezone, last.timezone)
    else {
      throw Refusal(
        .wrongVersion, clause: "version",
        ["found": "\(new.policy) \(new.version)", "expected": "\((last?.version ?? 0) + 1)"])
    }
  }

  mutating func record(_ it: StatutesAdopted, _ act: Act) {
    guard let new = try? Statutes(it.statutes) else { preconditionFailure("not admitted") }
    editions[new.version] = Edition(statutes: new, effective: it.effective)
    change(&proposals, it.proposal) { $0.carriedOut = true }
  }
}
