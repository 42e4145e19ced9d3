// SPDX-License-Identifier: Apache-2.0

import Governance

extension ProposalSubmitted: Told {
  var variant: String? { about == nil ? nil : "about" }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "proposal": proposal, "matter": summary.words.term("matter", matter),
      "title": summary.words.translation(of: title), "about": about ?? "",
    ]
  }
}

extension ProposalSeconded: Told {
  func facts(_ summary: Summary) -> [String: String] { ["proposal": proposal] }
}

extension ProposalWithdrawn: Told {
  func facts(_ summary: Summary) -> [String: String] { ["proposal": proposal] }
}

extension AmendmentProposed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "amendment": amendment, "proposal": proposal,
      "title": summary.words.translation(of: title),
    ]
  }
}

extension AmendmentAccepted: Told {
  func facts(_ summary: Summary) -> [String: String] { ["amendment": amendment] }
}

extension AmendmentWithdrawn: Told {
  func facts(_ summary: Summary) -> [String: String] { ["amendment": amendment] }
}

extension TextFrozen: Told {
  func facts(_ summary: Summary) -> [String: String] { ["proposal": proposal] }
}

extension TextRevised: Told {
  func facts(_ summary: Summary) -> [String: String] { ["proposal": proposal] }
}

extension HearingHeld: Told {
  var variant: String? { attended ? nil : "absent" }

  func facts(_ summary: Summary) -> [String: String] { ["proposal": proposal] }
}

extension EscalationRequested: Told {
  func facts(_ summary: Summary) -> [String: String] { ["proposal": proposal] }
}
