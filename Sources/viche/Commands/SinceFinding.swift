// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// That a log begins with all that a kept head covered, and what came after it.
struct SinceFinding {
  let size: Int
  let root: [UInt8]
  /// How many entries are new, by type.
  let new: [Statement.Kind: Int]

  /// Throws an alarm, in words, where the log does not begin so.
  init(_ file: KeptFile, in log: LogPast, at path: String, _ words: Words) throws {
    do {
      try log.check(file.kept)
    } catch {
      throw SinceAlarm(file: file, log: log, path: path, words: words).failure(error)
    }
    size = file.kept.checkpoint.size
    root = file.kept.checkpoint.root
    new = log.new
  }

  /// How many entries are new.
  var count: Int { new.values.reduce(0, +) }

  func lines(_ words: Words) -> [String] {
    let head = words("since.ancestor", ["size": "\(size)", "root": Base64.encode(root)])
    guard count > 0 else { return [head, words("since.nothing_new")] }
    let kinds: [Statement.Kind] = [.ballotCast, .outcomeCertified, .proposalSubmitted]
    let among = kinds.compactMap { kind in
      new[kind].map { words("since.new.\(kind.rawValue)", ["count": "\($0)"]) }
    }
    let entries = words("since.new", ["count": "\(count)"])
    guard !among.isEmpty else { return [head, entries] }
    return [head, words("since.new.among", ["entries": entries, "among": words.list(among)])]
  }

  var json: JSON {
    [
      "size": .integer(size), "root": .string(Base64.encode(root)),
      "new_entries": .integer(count),
      "new": .object(
        Dictionary(uniqueKeysWithValues: new.map { ($0.key.rawValue, .integer($0.value)) })),
    ]
  }
}

/// What is to be said where a log does not begin with what somebody kept.
private struct SinceAlarm {
  let file: KeptFile
  let log: LogPast
  let path: String
  let words: Words

  func failure(_ error: ReceiptError) -> Failure {
    let (kind, expected, found) = facts(error)
    var values = [
      "kept": "\(file.kept.checkpoint.size)", "size": "\(log.size)",
      "expected": expected, "found": found, "head": file.path, "log": path,
    ]
    values["missing"] = "\(max(0, file.kept.checkpoint.size - log.size))"
    return Failure(
      .refused, words("since.\(kind)", values), hint: words("since.\(kind).hint", values),
      details: [
        "kind": .string(kind), "expected": .string(expected), "found": .string(found),
        "kept_head": .string(String(decoding: file.kept.note.bytes, as: UTF8.self)),
        "log_head": .string(String(decoding: log.head.note, as: UTF8.self)),
      ])
  }

  /// The kind of alarm, and what was expected and found.
  private func facts(_ error: ReceiptError) -> (kind: String, expected: String, found: String) {
    let kept = file.kept.checkpoint
    switch error {
    case .foreign(let log, let head): return ("foreign", head, log)
    case .notSigned:
      let lines = file.kept.note.signatures
      if lines.contains(where: { line in log.signingKeys.contains(where: line.isClaimed(by:)) }) {
        return ("altered", "–", "–")
      }
      let names = lines.map { "\($0.name)+\(Self.hex($0.keyID))" }
      return ("other_key", names.first ?? "–", log.logKeys.map(\.text).joined(separator: ", "))
    case .olderThanReceipt(let size, let receipt): return ("shorter", "\(receipt)", "\(size)")
    case .forked, .droppedEntry:
      return ("forked", Base64.encode(kept.root), Base64.encode(log.root(atSize: kept.size)))
    case .malformed, .provesNothing: return ("unsound", "–", "–")
    case .unchecked(let error): return ("unchecked", "–", "\(error)")
    }
  }

  private static func hex(_ id: UInt32) -> String {
    Hex.encode((0..<4).map { UInt8(truncatingIfNeeded: id >> (24 - 8 * $0)) })
  }
}
