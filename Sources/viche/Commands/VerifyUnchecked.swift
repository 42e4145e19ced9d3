// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// What a verification did not look at, and how it can be looked at.
struct VerifyUnchecked {
  private let report: VerifyReport
  private var log: VerifiedState { report.log }

  init(_ report: VerifyReport) { self.report = report }

  /// The names of what was not checked, as programs read them; the order is that of ``texts``.
  var names: [String] { items.map(\.name) }

  /// The same in words.
  var texts: [String] {
    items.map { report.words("unchecked.\($0.name)", $0.values) }
  }

  private var items: [(name: String, values: [String: String])] {
    var items: [(name: String, values: [String: String])] = []
    if !report.isKeyKnown { items.append(("log_key", [:])) }
    if let unread = report.memory?.unread(log, report.standing) {
      items.append(("remembered_entries", unread))
    }
    if report.since == nil, report.memory?.memory == nil { items.append(("earlier_copy", [:])) }
    if report.witnessed == nil { items.append(("witnesses", [:])) }
    if report.isInTiles { items.append(("older_checkpoints", [:])) }
    let tail = log.uncommittedBytes
    if tail > 0 { items.append(("uncommitted", ["count": "\(tail)"])) }
    let sealed = sealedBallots
    if sealed > 0 { items.append(("sealed_ballots", ["count": "\(sealed)"])) }
    if hasCommitments { items.append(("commitments", [:])) }
    if hasDocuments { items.append(("documents", [:])) }
    return items
  }

  /// Ballots of votes whose tellers have not given up their keys.
  private var sealedBallots: Int {
    log.assembly.votes.values.filter { !$0.isUnsealed }
      .reduce(0) { $0 + $1.ballots.count { $0.marking != nil } }
  }

  private var hasCommitments: Bool {
    log.kinds[.applicationSubmitted] != nil || log.kinds[.reviewSubmitted] != nil
  }

  private var hasDocuments: Bool {
    log.kinds[.documentRegistered] != nil
  }
}
