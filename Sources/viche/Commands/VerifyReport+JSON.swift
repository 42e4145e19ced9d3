// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing

extension VerifyReport {
  /// The same for programs, on one line.
  var json: String {
    let counts = log.counts
    let fields: [String: JSON] = [
      "ok": .bool(failure == nil), "origin": .string(log.origin),
      "entries": .integer(counts.entries), "signatures": .integer(counts.signatures),
      "checkpoints": .integer(counts.checkpoints), "rehearsal": .bool(log.isRehearsal),
      "size": .integer(log.head.size), "root": .string(Base64.encode(log.head.root)),
      "log_key": .string(log.logKey.text),
      "log_keys": .array(log.logKeys.map { .string($0.text) }),
      "uncommitted_bytes": .integer(log.uncommittedBytes), "checked": checked,
      "not_checked": .array(VerifyUnchecked(self).names.map(JSON.string)),
      "receipts": .integer(receiptCount),
    ]
    return JSON.object(
      fields.merging(decisions) { $1 }.merging(asked) { $1 }.merging(failed) { $1 }
    ).canonicalText
  }

  /// A failure to verify for programs.
  static func json(of failure: Failure) -> String {
    let told: [String: JSON] = ["ok": false, "message": .string(failure.message)]
    return JSON.object(told.merging(failure.details) { $1 }).canonicalText
  }

  private var checked: JSON {
    let counts = VerifyCounts(log)
    return [
      "state_changes": .integer(counts.entries), "statutes_versions": .integer(counts.versions),
      "members": .integer(counts.members.count), "ballots": .integer(counts.ballots),
      "counts": .integer(counts.tallies),
      "cosignatures": .integer(witnessed.map { $0.cosigned($0.last).count } ?? 0),
    ]
  }

  private var asked: [String: JSON] {
    var fields = witnesses?.json ?? [:]
    fields["since"] = since?.json
    fields["remembered"] = memory?.json(standing)
    return fields
  }

  private var failed: [String: JSON] {
    guard let failure else { return [:] }
    return ["message": .string(failure.message)].merging(failure.details) { $1 }
  }

  /// What was decided until the last entry, as a second verifier can say it too.
  private var decisions: [String: JSON] {
    guard let now = log.received else { return [:] }
    let (assembly, members) = (log.assembly, VerifyCounts(log).members)
    let counted = assembly.votes.compactMapValues { vote in
      vote.results.map { results in (vote, results) }
    }
    return [
      "members": .array(members.map { .string($0.id) }),
      "suspended": .array(members.filter { $0.isSuspended(at: now) }.map { .string($0.id) }),
      "statutes_version": .integer(assembly.inForce(at: now)?.version ?? 0),
      "proposals": .object(
        assembly.proposals.mapValues { .string($0.status(at: now).rawValue) }),
      "votes": .object(
        counted.mapValues { _, results in
          .object(
            Dictionary(uniqueKeysWithValues: results.map { ($0.item, rest(of: $0)) }))
        }),
      "decisions": .object(
        counted.filter { $0.value.0.certified != nil }.mapValues { _, results in
          .object(
            Dictionary(
              uniqueKeysWithValues: results.map { ($0.item, .string($0.outcome.rawValue)) }))
        }),
    ]
  }

  /// A row of a tally without the item's name.
  private func rest(of result: TallyPublished.Result) -> JSON {
    guard case .object(var fields) = result.json else { return result.json }
    fields["item"] = nil
    return .object(fields)
  }
}
