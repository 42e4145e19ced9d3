// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import TransparencyLog

/// Why a log in tiles is not believed, or why a folder is not written to, in words.
struct TilesWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// The failure of an error that a log's file cannot have.
  func failure(_ error: TilesError) -> Failure {
    Failure(kind(of: error), sentence(for: error), hint: hint(for: error), details: details(error))
  }

  private func sentence(for error: TilesError) -> String {
    switch error {
    case .noCheckpoint: words("tiles.no_checkpoint")
    case .badCheckpoint(let why):
      words("tiles.not_a_log", ["finding": words.sentence(for: .badCheckpoint(why))])
    case .empty: words("tiles.not_a_log", ["finding": words("tiles.empty")])
    case .missing(let path): words("tiles.missing", ["resource": path.text])
    case .tooLong(let resource, let max):
      words("tiles.too_long", ["resource": resource, "max": "\(max)"])
    case .tooManyEntries(let count, let max):
      words("tiles.too_many_entries", ["count": "\(count)", "max": "\(max)"])
    case .tooManyBytes(let max): words("tiles.too_many_bytes", ["max": "\(max)"])
    case .tile(let fault): sentence(for: fault)
    case .damaged(let finding, let entry, let resource):
      words(
        "tiles.damaged",
        ["entry": "\(entry)", "resource": resource, "finding": words.sentence(for: finding)])
    case .log(let error): words.sentence(for: error)
    case .web(let resource, let trouble):
      words("tiles.web", ["resource": resource, "why": sentence(for: trouble)])
    case .otherLog(let path): words("tiles.other_log", ["path": "\(path)"])
    case .notSigned(let head):
      words("tiles.not_signed", ["size": "\(head.size)", "root": Base64.encode(head.root)])
    case .forked(let kept, let found): words("tiles.forked", heads(kept, found))
    case .shorter(let kept, let found): words("tiles.shorter", heads(kept, found))
    case .inCopy(let error): words("tiles.in_copy", ["why": sentence(for: error)])
    }
  }

  private func sentence(for fault: TileFault) -> String {
    switch fault {
    case .tileLength(let path, let bytes):
      words(
        "tiles.tile_length",
        ["resource": path.text, "bytes": "\(bytes)", "expected": "\(path.width * Hash.length)"])
    case .bundleForm(let path, let entry):
      words("tiles.bundle_form", ["resource": path.text, "entry": "\(entry)"])
    case .tileHash(let path, let above):
      words("tiles.tile_hash", ["resource": path.text, "above": above.text])
    case .entryHash(let path, let entry, let tile):
      words(
        "tiles.entry_hash", ["resource": path.text, "entry": "\(entry)", "tile": tile.text])
    case .root(let expected, let found):
      words(
        "tiles.damaged_checkpoint",
        ["finding": words.sentence(for: .checkpointRoot(expected: expected, found: found))])
    }
  }

  /// What a server did instead of answering.
  func sentence(for trouble: WebTrouble) -> String {
    switch trouble {
    case .status(let code): words("web.status", ["code": "\(code)"])
    case .timeout(let seconds): words("web.timeout", ["seconds": "\(seconds)"])
    case .redirect(let url): words("web.redirect", ["url": url])
    case .connection(let why): words("web.connection", ["why": why])
    }
  }

  private func heads(_ kept: VerifiedLog.Head, _ found: VerifiedLog.Head) -> [String: String] {
    [
      "kept": "\(kept.size)", "kept_root": Base64.encode(kept.root),
      "found": "\(found.size)", "found_root": Base64.encode(found.root),
    ]
  }

  private func hint(for error: TilesError) -> String? {
    switch error {
    case .noCheckpoint: words("tiles.hint.no_checkpoint")
    case .missing, .tile, .damaged, .badCheckpoint, .empty: words("fault.hint.damaged")
    case .log(let error): words.hint(for: error)
    case .web: words("tiles.hint.web")
    case .otherLog: words("tiles.hint.other_log")
    case .notSigned: words("fault.hint.foreign")
    case .forked: words("tiles.hint.forked")
    case .shorter: words("tiles.hint.shorter")
    case .inCopy: words("tiles.hint.in_copy")
    case .tooLong, .tooManyEntries, .tooManyBytes: nil
    }
  }

  private func kind(of error: TilesError) -> Failure.Kind {
    switch error {
    case .noCheckpoint: .noInput
    case .badCheckpoint, .empty, .tooLong, .tooManyEntries, .tooManyBytes: .malformed
    case .damaged(let finding, _, _): finding.isAnotherKindOfFile ? .malformed : .refused
    case .missing, .tile, .otherLog, .notSigned, .forked, .shorter: .refused
    case .web: .trouble
    case .inCopy(let error): kind(of: error)
    case .log: .trouble
    }
  }

  /// For programs: what kind of fault, where; and of two histories both signed heads, whole.
  private func details(_ error: TilesError) -> [String: JSON] {
    switch error {
    case .damaged(let finding, let entry, let resource):
      ["kind": "tampered", "entry": .integer(entry), "resource": .string(resource)]
        .merging(finding.details) { $1 }
    case .tile(.entryHash(let path, let entry, _)), .tile(.bundleForm(let path, let entry)):
      ["kind": "tampered", "entry": .integer(entry), "resource": .string(path.text)]
    case .tile(.tileHash(let path, _)), .tile(.tileLength(let path, _)):
      ["kind": "tampered", "resource": .string(path.text)]
    case .tile(.root): ["kind": "tampered", "resource": "checkpoint"]
    case .missing(let path): ["kind": "missing", "resource": .string(path.text)]
    case .forked(let kept, let found): ["kind": "forked"].merging(notes(kept, found)) { $1 }
    case .shorter(let kept, let found): ["kind": "shorter"].merging(notes(kept, found)) { $1 }
    case .notSigned(let head): ["kind": "not_signed", "found": text(head)]
    case .otherLog: ["kind": "other_log"]
    case .web: ["kind": "web"]
    case .noCheckpoint, .badCheckpoint, .empty, .tooLong, .tooManyEntries, .tooManyBytes, .log,
      .inCopy:
      [:]
    }
  }

  private func notes(_ kept: VerifiedLog.Head, _ found: VerifiedLog.Head) -> [String: JSON] {
    ["kept": text(kept), "found": text(found)]
  }

  private func text(_ head: VerifiedLog.Head) -> JSON {
    .string(String(decoding: head.note, as: UTF8.self))
  }
}

extension TilesError {
  /// The two signed heads that show that a log was cut or forked: what is kept, what was found.
  var heads: [VerifiedLog.Head] {
    switch self {
    case .forked(let kept, let found), .shorter(let kept, let found): [kept, found]
    default: []
    }
  }
}
