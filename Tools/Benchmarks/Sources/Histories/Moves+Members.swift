// SPDX-License-Identifier: Apache-2.0
import Governance

/// Members who leave, come back from a suspension, and declare their ties.
extension Moves {
  func changeMember(_ chance: inout Chance) -> Move? {
    let party = party(&chance)
    let other = self.party(&chance)
    switch chance.below(4) {
    case 0 where chance.once(in: 3):
      return Move(
        .memberResigned, ["member": .string(party)], by: [key(of: party, &chance)])
    case 1:
      return Move(
        .memberReinstated, ["member": .string(party), "ground": "Так."],
        by: [registrar] + steering.map { key(of: $0, &chance) })
    default:
      return Move(
        .relationDeclared,
        [
          "kind": chance.once(in: 2) ? "family" : "funds", "from": .string(party),
          "to": .string(other),
        ], by: [key(of: party, &chance)])
    }
  }
}
