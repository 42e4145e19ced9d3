// SPDX-License-Identifier: Apache-2.0

import Governance

extension CallOpened: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["call": call, "opens": summary.moment.text(opens), "closes": summary.moment.text(closes)]
  }
}

extension CallExtended: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["call": call, "closes": summary.moment.text(closes), "ground": summary.brief(ground)]
  }
}

extension CallClosed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "call": call, "total": "\(counts.values.reduce(0, +))",
      "standing": "\(counts["standing"] ?? 0)",
    ]
  }
}

extension ApplicationSubmitted: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["application": application, "call": call, "name": summary.words.translation(of: name)]
  }
}

extension ApplicationWithdrawn: Told {
  func facts(_ summary: Summary) -> [String: String] { ["application": application] }
}

extension ApplicationScreened: Told {
  /// Why, unless the disposition says it already.
  var variant: String? {
    reasons.isEmpty || disposition == .superseded || disposition == .withdrawn ? nil : "reasons"
  }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "application": application,
      "disposition": summary.words.term("disposition", disposition.rawValue),
      "reasons": reasons.map(summary.words.reason).joined(separator: "; "),
    ]
  }
}

extension ApplicationRepaired: Told {
  func facts(_ summary: Summary) -> [String: String] {
    let names = (Array(facts.keys) + Array(relations.keys)).sorted()
    return ["application": application, "facts": names.joined(separator: ", ")]
  }
}

extension DiligenceFound: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["application": application, "tier": tier]
  }
}

extension ReviewAssigned: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["call": call, "count": "\(assignments.count)"]
  }
}

extension ReviewSubmitted: Told {
  func facts(_ summary: Summary) -> [String: String] { ["application": application] }
}

extension ShortlistPublished: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "call": call, "count": "\(ranking.count)", "selected": "\(ranking.count { $0.selected })",
    ]
  }
}

extension ObjectionRaised: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["application": application, "objection": objection]
  }
}

extension ObjectionAnswered: Told {
  func facts(_ summary: Summary) -> [String: String] { ["objection": objection] }
}

extension ObjectionWithdrawn: Told {
  func facts(_ summary: Summary) -> [String: String] { ["objection": objection] }
}

extension AppealFiled: Told {
  var variant: String? {
    switch against {
    case .application: nil
    case .proposal: "proposal"
    }
  }

  func facts(_ summary: Summary) -> [String: String] {
    switch against {
    case .application(let id): ["application": id, "appeal": appeal]
    case .proposal(let id): ["proposal": id, "appeal": appeal]
    }
  }
}

extension AppealRuled: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["appeal": appeal, "verdict": summary.words.term("verdict", verdict.rawValue)]
  }
}

extension RepresentativeAppointed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    switch holder {
    case .application(let id), .party(let id):
      ["holder": id, "representative": summary.brief(representative)]
    }
  }
}

extension DocumentSigned: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["application": application, "document": document]
  }
}

extension MemberAdmitted: Told {
  var variant: String? { rolls.isEmpty ? nil : "rolls" }

  func facts(_ summary: Summary) -> [String: String] {
    ["application": application, "member": member, "rolls": rolls.joined(separator: ", ")]
  }
}

extension ActRefused: Told {
  var variant: String? { inner?.reference == nil ? nil : "reference" }

  func facts(_ summary: Summary) -> [String: String] {
    let inner = inner
    return [
      "kind": summary.words.term("kind", inner?.kind.rawValue ?? ""),
      "reference": inner?.reference ?? "", "reason": reason,
    ]
  }

  /// The statement that was turned away, where it can be read.
  private var inner: (any Payload)? { try? Statement(parsing: Array(statement.utf8)).body }
}
