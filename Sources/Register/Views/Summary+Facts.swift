// SPDX-License-Identifier: Apache-2.0

import Governance

extension Summary {
  /// The values of a statement's message; one switch over all types, so that none is forgotten.
  func facts(of body: any Payload) -> [String: String] {
    switch body {
    case let it as LedgerFounded: founding(it)
    case let it as OfficeAssigned:
      ["key": keyName(it.office.key), "role": words.term("role", it.office.role)]
    case let it as KeyEnrolled: ["key": keyName(it.key), "holder": holder(it.holder)]
    case let it as KeyRevoked:
      ["key": it.key, "reason": words.term("reason", it.reason.rawValue)]
    case let it as RelationDeclared: ["kind": it.kind, "from": it.from, "to": it.to]
    case let it as CallOpened:
      ["call": it.call, "opens": moment.text(it.opens), "closes": moment.text(it.closes)]
    case let it as CallExtended:
      ["call": it.call, "closes": moment.text(it.closes), "ground": it.ground]
    case let it as CallClosed:
      [
        "call": it.call, "total": "\(it.counts.values.reduce(0, +))",
        "standing": "\(it.counts["standing"] ?? 0)",
      ]
    case let it as ApplicationSubmitted:
      ["application": it.application, "call": it.call, "name": words.translation(of: it.name)]
    case let it as ApplicationWithdrawn: ["application": it.application]
    case let it as ApplicationScreened:
      [
        "application": it.application,
        "disposition": words.term("disposition", it.disposition.rawValue),
        "reasons": it.reasons.map(words.reason).joined(separator: "; "),
      ]
    case let it as ApplicationRepaired:
      [
        "application": it.application,
        "facts": (Array(it.facts.keys) + Array(it.relations.keys)).sorted()
          .joined(separator: ", "),
      ]
    case let it as DiligenceFound: ["application": it.application, "tier": it.tier]
    case let it as ReviewAssigned: ["call": it.call, "count": "\(it.assignments.count)"]
    case let it as ReviewSubmitted: ["application": it.application]
    case let it as ShortlistPublished:
      [
        "call": it.call, "count": "\(it.ranking.count)",
        "selected": "\(it.ranking.count { $0.selected })",
      ]
    case let it as ObjectionRaised:
      ["application": it.application, "objection": it.objection]
    case let it as ObjectionAnswered: ["objection": it.objection]
    case let it as ObjectionWithdrawn: ["objection": it.objection]
    case let it as VoteOpened:
      ["vote": it.vote, "count": "\(it.items.count)", "closes": moment.text(it.closes)]
    case let it as BallotCast: ["vote": it.vote]
    case let it as TallyPublished:
      ["vote": it.vote, "outcomes": outcomes(it.results.map(\.outcome))]
    case let it as OutcomeCertified:
      ["vote": it.vote, "outcomes": outcomes(Array(it.outcomes.values))]
    case let it as AppealFiled: ["appeal": it.appeal]
    case let it as AppealRuled:
      ["appeal": it.appeal, "verdict": words.term("verdict", it.verdict.rawValue)]
    case let it as RepresentativeAppointed: ["representative": it.representative]
    case let it as DocumentSigned: ["application": it.application, "document": it.document]
    case let it as MemberAdmitted:
      [
        "application": it.application, "member": it.member,
        "rolls": it.rolls.joined(separator: ", "),
      ]
    case let it as ActRefused: refused(it)
    default: [:]
    }
  }

  private func founding(_ it: LedgerFounded) -> [String: String] {
    let version = it.statutes["version"]
    return [
      "name": words.translation(of: it.name), "count": "\(it.founders.count)",
      "policy": it.statutes["policy"]?.string ?? "",
      "version": version?.string ?? version?.integer.map(String.init) ?? "",
    ]
  }

  private func refused(_ it: ActRefused) -> [String: String] {
    let inner = it.inner
    return [
      "kind": words.term("kind", inner?.kind.rawValue ?? ""), "reference": inner?.reference ?? "",
      "reason": it.reason,
    ]
  }

  private func outcomes(_ outcomes: [VoteOutcome]) -> String {
    VoteOutcome.allCases.compactMap { outcome in
      let count = outcomes.count { $0 == outcome }
      let word = words.term("outcome", outcome.rawValue)
      return count == 0 ? nil : words("outcome.count", ["count": "\(count)", "outcome": word])
    }
    .joined(separator: ", ")
  }

  private func holder(_ holder: KeyEnrolled.Holder) -> String {
    switch holder {
    case .application(let id), .party(let id), .alternate(let id): id
    }
  }

  /// A verifier key's name.
  private func keyName(_ vkey: String) -> String { String(vkey.prefix { $0 != "+" }) }
}
