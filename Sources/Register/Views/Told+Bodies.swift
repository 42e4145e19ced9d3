// SPDX-License-Identifier: Apache-2.0

import Governance

extension PartyUpdated: Told {
  func facts(_ summary: Summary) -> [String: String] {
    let pairs = facts.pairsInOrder.map { "\($0.key) \(summary.brief($0.value))" }
    return ["party": party, "facts": pairs.joined(separator: ", ")]
  }
}

extension PartyMerged: Told {
  func facts(_ summary: Summary) -> [String: String] { ["party": party, "into": into] }
}

extension MeetingHeld: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "meeting": meeting, "body": body, "held": summary.moment.text(held),
      "present": present.joined(separator: ", "),
    ]
  }
}

extension SeatNamed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["party": party, "seat": seat, "until": summary.moment.text(until)]
  }
}

extension AlternateNamed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["party": party, "seat": seat, "alternate": alternate]
  }
}

extension ChairRotated: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "chairs": summary.words.list(chairs), "count": "\(chairs.count)", "body": body,
      "from": summary.moment.text(from),
    ]
  }
}

extension ChairDeclined: Told {
  func facts(_ summary: Summary) -> [String: String] { ["body": body] }
}

extension MandateRecused: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["mandate": mandate, "occasion": occasion]
  }
}

extension MandateInstructed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["mandate": mandate, "proposal": proposal]
  }
}

extension LotAnnounced: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "lot": lot, "title": summary.brief(title), "places": "\(places)", "count": "\(among.count)",
      "sources": sources.map(summary.brief).joined(separator: "; "),
      "draws": summary.moment.text(draws),
    ]
  }
}

extension LotDrawn: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["lot": lot, "drawn": drawn.map(summary.brief).joined(separator: ", ")]
  }
}
