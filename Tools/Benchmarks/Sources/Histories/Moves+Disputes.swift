// SPDX-License-Identifier: Apache-2.0
import Governance

/// Challenges of votes and appeals against decisions: ruled on where one is open, else made.
extension Moves {
  func challenge(_ chance: inout Chance) -> Move? {
    let open = assembly.challenges.values.filter { $0.verdict == nil }.map(\.id).sorted()
    if let id = chance.one(of: open) {
      return Move(
        .challengeRuled,
        [
          "challenge": .string(id), "verdict": chance.once(in: 3) ? "annulled" : "dismissed",
          "ground": "Так.",
        ], by: judges(&chance))
    }
    guard let vote = vote(&chance, where: { $0.isPending && now >= $0.graceEnds }) else {
      return appeal(&chance)
    }
    return Move(
      .voteChallenged,
      ["challenge": .string("C-\(number)"), "vote": .string(vote.id), "ground": "Ні."],
      by: [anyKey(&chance)])
  }

  func appeal(_ chance: inout Chance) -> Move? {
    let open = assembly.appeals.values.filter { $0.verdict == nil }.map(\.id).sorted()
    if let id = chance.one(of: open) {
      return Move(
        .appealRuled,
        [
          "appeal": .string(id), "verdict": chance.once(in: 2) ? "remit" : "uphold",
          "ground": "Так.",
        ], by: judges(&chance))
    }
    guard let proposal = proposal(&chance, where: { $0.about != nil && $0.adopted != nil }),
      let about = proposal.about
    else { return nil }
    return Move(
      .appealFiled,
      ["appeal": .string("AP-\(number)"), "proposal": .string(proposal.id), "ground": "Ні."],
      by: [key(of: about, &chance)])
  }
}
