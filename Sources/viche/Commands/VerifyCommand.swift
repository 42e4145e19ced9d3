// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check everything that a log says: bytes, signatures, tree, statutes.",
    discussion: """
      Trusts nothing: every signature is checked and every decision is computed again. --log-key says
      whose log it must be; --receipt checks that an entry you kept the receipt of is still there.
      A folder or URL that `viche publish tiles` wrote is read as the file is.

      Example:
        viche verify alliance.viche
        viche verify alliance.viche --log-key log.vkey --receipt my-ballot.tlog-proof
        viche verify https://alliance.example.org/ledger --log-key log.vkey
      """)

  @Argument(help: "The log's file, folder of tiles or URL (default: as for --log).")
  var file: String?
  @Option(help: "The verifier key that the log must have, or its file.") var logKey: String?
  @Option(help: "A receipt (*.tlog-proof) to check against the log; may be repeated.")
  var receipt: [String] = []
  @OptionGroup var web: WebOptions
  @OptionGroup var options: LogOptions

  func run() throws {
    var options = options
    if let file { options.log = file }
    let words = options.talk.words
    do {
      let key = try logKey.map { try Keyring.logKey($0, words) }
      let log = try Reading(options, web).verifiedLog(expecting: key)
      try checkReceipts(log, words)
      let isInTiles = try TilesPlace(options.path, web, words) != nil
      Terminal.say(options.talk.json ? json(log, isInTiles) : text(log, words, isInTiles))
    } catch let failure as Failure {
      guard options.talk.json else { throw failure }
      let told: [String: JSON] = ["ok": false, "message": .string(failure.message)]
      Terminal.say(JSON.object(told.merging(failure.details) { $1 }).canonicalText)
      throw ExitCode(failure.kind.rawValue)
    }
  }

  private func checkReceipts(_ log: VerifiedLog, _ words: Words) throws {
    let files = Files(words: words)
    for path in receipt {
      do {
        try log.check(try TlogProof(parsing: try files.read(path, atMost: 1_048_576)))
      } catch let error as ReceiptError {
        throw Failure(
          .refused, "\(Plain.safe(path)): " + ReceiptWords(words).sentence(for: error),
          hint: words("receipt.hint"))
      } catch is MalformedNote {
        throw Failure(.malformed, words("receipt.malformed", ["path": Plain.safe(path)]))
      }
    }
  }

  private func text(_ log: VerifiedLog, _ words: Words, _ isInTiles: Bool) -> String {
    let counts = log.counts
    var lines: [String] = []
    if log.isRehearsal { lines.append(words("verify.rehearsal")) }
    let name = Plain.safe(words.translation(of: log.assembly.name))
    lines.append("\(log.origin)  \(name)")
    lines.append(
      words(
        "verify.counts",
        [
          "entries": "\(counts.entries)", "signatures": "\(counts.signatures)",
          "checkpoints": "\(counts.checkpoints)", "members": "\(members(log).count)",
        ]))
    lines.append(words("verify.level"))
    if isInTiles { lines.append(words("tiles.unchecked")) }
    if let received = log.received {
      let moment = Moment(words.language, log.assembly.calendar).text(received)
      lines.append(
        words(
          "verify.head",
          ["size": "\(log.head.size)", "root": Base64.encode(log.head.root), "time": moment]))
    }
    if log.logKeys.count > 1 {
      lines.append(words("deed.log_keys", ["count": "\(log.logKeys.count)"]))
      lines += log.logKeys.map { "  \($0.text)" }
    }
    if !receipt.isEmpty { lines.append(words("verify.receipts", ["count": "\(receipt.count)"])) }
    lines.append("OK")
    return lines.joined(separator: "\n")
  }

  private func json(_ log: VerifiedLog, _ isInTiles: Bool) -> String {
    let counts = log.counts
    return JSON.object(
      [
        "ok": true, "origin": .string(log.origin), "entries": .integer(counts.entries),
        "signatures": .integer(counts.signatures), "checkpoints": .integer(counts.checkpoints),
        "rehearsal": .bool(log.isRehearsal), "size": .integer(log.head.size),
        "root": .string(Base64.encode(log.head.root)), "log_key": .string(log.logKey.text),
        "log_keys": .array(log.logKeys.map { .string($0.text) }),
        "uncommitted_bytes": .integer(log.tail?.count ?? 0),
        "not_checked": isInTiles ? ["older_checkpoints"] : [],
      ].merging(decisions(log)) { $1 }
    ).canonicalText
  }

  /// Who belongs to the coalition when the last entry was received.
  private func members(_ log: VerifiedLog) -> [Party] {
    guard let now = log.received else { return [] }
    return log.assembly.parties.values.filter { $0.isMember(at: now) }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// What was decided until the last entry, as a second verifier can say it too.
  private func decisions(_ log: VerifiedLog) -> [String: JSON] {
    guard let now = log.received else { return [:] }
    let (assembly, members) = (log.assembly, members(log))
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

/// Why a kept receipt does not agree with a log, in words.
struct ReceiptWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  func sentence(for error: ReceiptError) -> String {
    switch error {
    case .malformed: words("receipt.malformed", ["path": "–"])
    case .foreign(let log, let receipt):
      words("receipt.foreign", ["expected": Plain.safe(receipt), "found": Plain.safe(log)])
    case .notSigned: words("receipt.not_signed")
    case .provesNothing: words("receipt.proves_nothing")
    case .olderThanReceipt(let size, let receipt):
      words("receipt.older", ["size": "\(size)", "receipt": "\(receipt)"])
    case .droppedEntry(let entry): words("receipt.dropped", ["entry": "\(entry)"])
    case .forked(let size): words("receipt.forked", ["size": "\(size)"])
    case .unchecked(let error): "\(error)"
    }
  }
}
