// SPDX-License-Identifier: Apache-2.0

import Governance

extension StatutesAdopted: Told {
  func facts(_ summary: Summary) -> [String: String] {
    let version = statutes["version"]
    return [
      "proposal": proposal, "effective": summary.moment.text(effective),
      "version": version?.string ?? version?.integer.map(String.init) ?? "",
    ]
  }
}

extension MandateGranted: Told {
  var variant: String? {
    switch (source, alternate) {
    case (.proposal, nil): nil
    case (.proposal, _): "alternate"
    case (.vote, nil): "vote"
    case (.vote, _): "vote_alternate"
    }
  }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "mandate": mandate, "proposal": source.proposal ?? "", "vote": source.vote ?? "",
      "holder": holder, "alternate": alternate ?? "", "scope": summary.brief(scope),
      "until": summary.moment.text(until),
    ]
  }
}

extension MandateReported: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["mandate": mandate, "occasion": occasion]
  }
}

extension MandateEnded: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["mandate": mandate, "ground": summary.brief(ground)]
  }
}

extension StatementIssued: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["statement": statement, "proposal": proposal, "channel": summary.brief(channel)]
  }
}

extension StatementDisavowed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["digest": String(sha256.prefix(12)), "ground": summary.brief(ground)]
  }
}

extension AgreementSigned: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "agreement": agreement, "proposal": proposal,
      "parties": summary.words.list(parties + with.map(summary.brief)),
    ]
  }
}

extension AgreementEnded: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["agreement": agreement, "ground": summary.brief(ground)]
  }
}

extension ActionAssigned: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "action": task.action, "owner": task.owner, "due": summary.moment.text(task.due),
      "text": summary.brief(task.text),
    ]
  }
}

extension ActionUpdated: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "action": action, "state": summary.words.term("action_state", state.rawValue),
      "note": summary.brief(note),
    ]
  }
}

extension ExternalRecorded: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "decision": decision, "body": summary.brief(body),
      "title": summary.words.translation(of: title),
    ]
  }
}

extension DocumentRegistered: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "kind": kind, "digest": String(sha256.prefix(12)),
      "title": summary.words.translation(of: title),
    ]
  }
}

extension ComplaintFiled: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["complaint": complaint, "ground": summary.brief(ground)]
  }
}

extension ComplaintAnswered: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["complaint": complaint, "answer": summary.brief(answer)]
  }
}
