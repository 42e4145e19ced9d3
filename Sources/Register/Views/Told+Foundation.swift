// SPDX-License-Identifier: Apache-2.0

import Governance

extension LedgerFounded: Told {
  var variant: String? { rehearsal ? "rehearsal" : nil }

  func facts(_ summary: Summary) -> [String: String] {
    let version = statutes["version"]
    return [
      "name": summary.words.translation(of: name), "count": "\(founders.count)",
      "policy": statutes["policy"]?.string ?? "",
      "version": version?.string ?? version?.integer.map(String.init) ?? "",
    ]
  }
}

extension OfficeAssigned: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["key": summary.keyName(office.key), "role": summary.words.term("role", office.role)]
  }
}

extension SecretariatHandedOver: Told {
  var variant: String? { logKey == nil ? nil : "log_key" }

  func facts(_ summary: Summary) -> [String: String] { ["key": summary.keyName(key)] }
}

extension KeyEnrolled: Told {
  var variant: String? {
    switch holder {
    case .application, .party: nil
    case .alternate: "alternate"
    }
  }

  func facts(_ summary: Summary) -> [String: String] {
    switch holder {
    case .application(let id), .party(let id), .alternate(let id):
      ["key": summary.keyName(key), "holder": id]
    }
  }
}

extension KeyRotated: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["key": key, "to": summary.keyName(to)]
  }
}

extension KeyRevoked: Told {
  var variant: String? { from == nil ? nil : "from" }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "key": key, "reason": summary.words.term("reason", reason.rawValue),
      "from": from.map(summary.moment.text) ?? "",
    ]
  }
}

extension RelationDeclared: Told {
  func facts(_ summary: Summary) -> [String: String] { ["kind": kind, "from": from, "to": to] }
}

extension MemberReinstated: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["member": member, "ground": summary.brief(ground)]
  }
}

extension MemberResigned: Told {
  func facts(_ summary: Summary) -> [String: String] { ["member": member] }
}
