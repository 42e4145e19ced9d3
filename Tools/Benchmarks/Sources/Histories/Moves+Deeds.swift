// SPDX-License-Identifier: Apache-2.0
import Governance

/// What is done on the strength of a proposal, adopted or not.
extension Moves {
  func deed(_ chance: inout Chance) -> Move? {
    guard let proposal = proposal(&chance, where: { $0.frozen != nil }) else { return nil }
    let holder = party(&chance)
    switch chance.below(4) {
    case 0: return grantMandate(under: proposal, to: holder, &chance)
    case 1: return reportMandate(&chance)
    case 2:
      return Move(
        .actionAssigned,
        [
          "action": .string("AC-\(number)"), "proposal": .string(proposal.id),
          "owner": .string(holder), "due": .string((now + 86_400).text), "text": "Так.",
        ], by: [registrar])
    default:
      return Move(
        .statementIssued,
        [
          "statement": .string("ST-\(number)"), "proposal": .string(proposal.id),
          "texts": texts(of: proposal), "channel": "сайт",
        ], by: [registrar])
    }
  }

  private func grantMandate(
    under proposal: Proposal, to holder: String, _ chance: inout Chance
  ) -> Move {
    Move(
      .mandateGranted,
      [
        "mandate": .string("MN-\(number)"), "proposal": .string(proposal.id),
        "holder": .string(holder), "scope": "Так.",
        "until": .string((now + chance.below(40) * 86_400).text),
        "occasions": [["occasion": "x", "on": .string((now + 86_400).text)]],
      ], by: [registrar] + tellers.prefix(1))
  }

  private func reportMandate(_ chance: inout Chance) -> Move? {
    guard let id = chance.one(of: assembly.mandates.keys.sorted()),
      let mandate = assembly.mandates[id]
    else { return nil }
    return Move(
      .mandateReported, ["mandate": .string(id), "occasion": "x", "sha256": digest],
      by: [key(of: mandate.holder, &chance)])
  }
}
