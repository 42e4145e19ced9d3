// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// What was checked of a log that holds, in numbers, and what was not.
struct VerifyReport {
  let log: VerifiedState
  let words: Words
  let isInTiles: Bool
  let isKeyExpected: Bool
  let receiptCount: Int
  let since: SinceFinding?
  let witnessed: WitnessFinding?
  let memory: VerifyMemory?
  let standing: RememberedLog.Standing?

  /// Whose log, what holds in numbers, the head, what was asked for, what was not checked.
  ///
  /// The last line is OK, where all is well; else the failure says why not.
  var text: String {
    var lines: [String] = []
    if log.isRehearsal { lines.append(words("verify.rehearsal")) }
    let name = Plain.safe(words.translation(of: log.assembly.name))
    lines.append("\(log.origin)  \(name)")
    if !isKeyKnown { lines.append(words("verify.key", ["key": log.logKeys[0].text])) }
    lines += [counts, level, head].compactMap(\.self)
    if log.logKeys.count > 1 {
      lines.append(words("deed.log_keys", ["count": "\(log.logKeys.count)"]))
      lines += log.logKeys.map { "  \($0.text)" }
    }
    if receiptCount > 0 { lines.append(words("verify.receipts", ["count": "\(receiptCount)"])) }
    lines += since?.lines(words) ?? []
    if failure == nil { lines += memory?.lines(log, standing) ?? [] }
    lines += witnesses?.lines() ?? []
    let unchecked = VerifyUnchecked(self).texts
    if !unchecked.isEmpty {
      lines.append(words("unchecked", ["list": unchecked.joined(separator: "; ")]))
    }
    if failure == nil { lines.append("OK") }
    return lines.joined(separator: "\n")
  }

  /// Why the log, which holds, is not what was asked for.
  var failure: Failure? { witnesses?.failure }

  var witnesses: WitnessReport? {
    witnessed.map { WitnessReport(finding: $0, log: log, words: words, isInTiles: isInTiles) }
  }

  /// Whether its key was named on the command line or in a policy.
  var isKeyKnown: Bool {
    isKeyExpected || witnessed.map { !$0.policy.logs.isEmpty } ?? false
  }

  private var counts: String {
    let counts = log.counts
    return words(
      "verify.counts",
      [
        "entries": "\(counts.entries)", "signatures": "\(counts.signatures)",
        "checkpoints": "\(counts.checkpoints)", "members": "\(VerifyCounts(log).members.count)",
      ])
  }

  private var level: String {
    let counts = VerifyCounts(log)
    return words(
      "verify.level",
      [
        "versions": "\(counts.versions)", "changes": "\(counts.entries)",
        "ballots": "\(counts.ballots)", "counts": "\(counts.tallies)",
      ])
  }

  private var head: String? {
    log.received.map { received in
      words(
        "verify.head",
        [
          "size": "\(log.head.size)", "root": Base64.encode(log.head.root),
          "time": Moment(words.language, log.assembly.calendar).text(received),
        ])
    }
  }
}

/// What replaying a log recomputed, in numbers.
struct VerifyCounts {
  /// Every entry is one change of the state, judged by the statutes.
  let entries: Int
  /// Versions of the statutes that were adopted, the founding's among them.
  let versions: Int
  /// Ballots, also those that were replaced later.
  let ballots: Int
  /// Published counts, each counted again.
  let tallies: Int
  /// Who belonged to the coalition when the last entry was received, by id.
  let members: [Party]

  init(_ log: VerifiedState) {
    entries = log.size
    versions = log.assembly.editions.count
    ballots = log.kinds[.ballotCast] ?? 0
    tallies = log.kinds[.tallyPublished] ?? 0
    guard let now = log.received else {
      members = []
      return
    }
    members = log.assembly.parties.values.filter { $0.isMember(at: now) }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
