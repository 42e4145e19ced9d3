// SPDX-License-Identifier: Apache-2.0

import Governance

extension Summary {
  /// The values of a statement's message; one switch over all types, so that none is forgotten.
  func facts(of body: Statement.Body) -> [String: String] {
    switch body {
    case .ledgerFounded(let it): founding(it)
    case .officeAssigned(let it):
      ["key": keyName(it.office.key), "role": words.term("role", it.office.role)]
    case .keyEnrolled(let it): ["key": keyName(it.key), "holder": holder(it.holder)]
    case .keyRevoked(let it):
      ["key": it.key, "reason": words.term("reason", it.reason.rawValue)]
    case .relationDeclared(let it): ["kind": it.kind, "from": it.from, "to": it.to]
    case .memberSuspended(let it):
      ["member": it.member, "until": moment.text(it.until), "ground": it.ground]
    case .callOpened(let it):
      ["call": it.call, "opens": moment.text(it.opens), "closes": moment.text(it.closes)]
    case .callExtended(let it):
      ["call": it.call, "closes": moment.text(it.closes), "ground": it.ground]
    case .callClosed(let it):
      [
        "call": it.call, "total": "\(it.counts.values.reduce(0, +))",
        "standing": "\(it.counts["standing"] ?? 0)",
      ]
    case .applicationSubmitted(let it):
      ["application": it.application, "call": it.call, "name": words.translation(of: it.name)]
    case .applicationWithdrawn(let it): ["application": it.application]
    case .applicationScreened(let it):
      [
        "application": it.application,
        "disposition": words.term("disposition", it.disposition.rawValue),
        "reasons": it.reasons.map(words.reason).joined(separator: "; "),
      ]
    case .applicationRepaired(let it):
      [
        "application": it.application,
        "facts": (Array(it.facts.keys) + Array(it.relations.keys)).sorted()
          .joined(separator: ", "),
      ]
    case .diligenceFound(let it): ["application": it.application, "tier": it.tier]
    case .reviewAssigned(let it): ["call": it.call, "count": "\(it.assignments.count)"]
    case .reviewSubmitted(let it): ["application": it.application]
    case .shortlistPublished(let it):
      [
        "call": it.call, "count": "\(it.ranking.count)",
        "selected": "\(it.ranking.count { $0.selected })",
      ]
    case .objectionRaised(let it):
      ["application": it.application, "objection": it.objection]
    case .objectionAnswered(let it): ["objection": it.objection]
    case .objectionWithdrawn(let it): ["objection": it.objection]
    case .voteOpened(let it):
      ["vote": it.vote, "count": "\(it.applications.count)", "closes": moment.text(it.closes)]
    case .ballotCast(let it): ["vote": it.vote, "choices": choices(Array(it.choices.values))]
    case .tallyPublished(let it):
      ["vote": it.vote, "outcomes": outcomes(it.results.map(\.outcome))]
    case .outcomeCertified(let it):
      ["vote": it.vote, "outcomes": outcomes(Array(it.outcomes.values))]
    case .appealFiled(let it): ["application": it.application, "appeal": it.appeal]
    case .appealRuled(let it):
      ["appeal": it.appeal, "verdict": words.term("verdict", it.verdict.rawValue)]
    case .representativeAppointed(let it):
      ["application": it.application, "representative": it.representative]
    case .documentSigned(let it): ["application": it.application, "document": it.document]
    case .memberAdmitted(let it):
      [
        "application": it.application, "member": it.member,
        "rolls": it.rolls.joined(separator: ", "),
      ]
    case .actRefused(let it): refused(it)
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

  /// `14 yes, 2 no`: how many questions were answered how.
  private func choices(_ choices: [BallotCast.Choice]) -> String {
    BallotCast.Choice.allCases.compactMap { choice in
      let count = choices.count { $0 == choice }
      return count == 0 ? nil : words("choice.\(choice.rawValue)", ["count": "\(count)"])
    }
    .joined(separator: ", ")
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
    case .application(let id), .party(let id): id
    }
  }

  /// A verifier key's name.
  private func keyName(_ vkey: String) -> String { String(vkey.prefix { $0 != "+" }) }
}
