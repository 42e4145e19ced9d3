// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// The finding in words and for programs.
struct WitnessReport {
  let finding: WitnessFinding
  let log: VerifiedState
  let words: Words
  let isInTiles: Bool

  private var policy: WitnessPolicy { finding.policy }
  private var sinceCount: Int? { finding.newest.map { log.size - $0.size } }

  func lines() -> [String] {
    let count = [
      "count": "\(finding.cosigned(finding.last).count)", "all": "\(policy.witnesses.count)",
    ]
    return [words("witnessed.last", count)]
      + zip(policy.witnesses, finding.last.witnesses).map { "  " + line($0, $1) }
      + zip(policy.groups, finding.last.groups).map { "  " + line($0, $1) }
      + (finding.last.isSatisfied ? [words("witnessed.satisfied")] : newest)
  }

  /// The newest checkpoint that satisfies the policy, where the last one does not.
  private var newest: [String] {
    guard let newest = finding.newest else { return [] }
    let witnesses = finding.cosigned(newest.evaluation).map { it in
      words(
        "witnessed.by", ["name": it.witness.label, "time": moment(it.time)])
    }
    let size = ["size": "\(newest.size)", "by": witnesses.joined(separator: ", ")]
    return [words(witnesses.isEmpty ? "witnessed.newest.bare" : "witnessed.newest", size)]
  }

  private func line(
    _ witness: WitnessPolicy.Witness, _ finding: WitnessPolicy.Evaluation.Finding
  ) -> String {
    let isNamedSo = witness.name.elementsEqual(witness.key.name.utf8)
    let name = isNamedSo ? witness.label : "\(witness.label) (\(witness.key.name))"
    var values = ["name": name]
    switch finding {
    case .cosigned(let time):
      values["time"] = moment(time)
      return words("witnessed.cosigned", values)
    case .missing: return words("witnessed.missing", values)
    case .invalid: return words("witnessed.invalid", values)
    }
  }

  private func line(
    _ group: WitnessPolicy.Group, _ standing: WitnessPolicy.Evaluation.Standing
  ) -> String {
    words(
      standing.isMet ? "witnessed.group" : "witnessed.group.unmet",
      [
        "name": group.label, "count": "\(standing.count)", "all": "\(group.members.count)",
        "needed": "\(group.threshold)",
      ])
  }

  /// Why the last checkpoint is not to be believed yet; nil where it is.
  var failure: Failure? {
    guard !finding.last.isSatisfied else { return nil }
    let since =
      sinceCount.map { words("witnessed.since", ["count": "\($0)"]) }
      ?? words(isInTiles ? "witnessed.none.tiles" : "witnessed.none")
    return Failure(
      .refused, words("witnessed.unsatisfied", ["size": "\(log.size)", "since": since]),
      hint: words("witnessed.hint"), details: ["kind": "not_witnessed"])
  }

  var json: [String: JSON] {
    var policyFields: [String: JSON] = ["satisfied": .bool(finding.last.isSatisfied)]
    policyFields["newest"] = finding.newest.map { newest in
      [
        "size": .integer(newest.size),
        "witnesses": .array(
          zip(policy.witnesses, newest.evaluation.witnesses).map { json($0, $1) }),
      ]
    }
    policyFields["entries_since"] = sinceCount.map(JSON.integer)
    policyFields["groups"] = .array(
      zip(policy.groups, finding.last.groups).map { group, standing in
        [
          "name": .string(group.label), "cosigned": .integer(standing.count),
          "members": .integer(group.members.count), "needed": .integer(group.threshold),
          "met": .bool(standing.isMet),
        ]
      })
    return [
      "policy": .object(policyFields),
      "witnesses": .array(
        zip(policy.witnesses, finding.last.witnesses).map { json($0, $1) }),
    ]
  }

  private func json(
    _ witness: WitnessPolicy.Witness, _ finding: WitnessPolicy.Evaluation.Finding
  ) -> JSON {
    var fields: [String: JSON] = [
      "name": .string(witness.label), "key": .string(witness.key.text),
    ]
    switch finding {
    case .cosigned(let time):
      fields["finding"] = "cosigned"
      fields["time"] = .string(
        WitnessFinding.isCivil(time) ? Instant(seconds: time).text : "\(time)")
    case .missing: fields["finding"] = "missing"
    case .invalid: fields["finding"] = "invalid"
    }
    return .object(fields)
  }

  private func moment(_ time: Int) -> String {
    guard WitnessFinding.isCivil(time) else { return "\(time)" }
    return Moment(words.language, log.assembly.calendar).text(Instant(seconds: time))
  }
}
