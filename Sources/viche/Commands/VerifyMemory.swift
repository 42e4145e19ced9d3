// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import SystemPackage

/// What `verify --remember FILE` keeps from one time to the next, and what is said of it.
struct VerifyMemory {
  let path: String
  /// What the file remembers; nil where there is none that can be used.
  let memory: LogMemory?
  private let isDamaged: Bool
  private let words: Words

  /// Reads the file; throws where it is something else, which is not to be overwritten.
  init(_ path: String, _ words: Words) throws {
    self.path = path
    self.words = words
    switch try Self.read(path, words) {
    case nil: (memory, isDamaged) = (nil, false)
    case .success(let memory): (self.memory, isDamaged) = (memory, false)
    case .failure(.damaged): (memory, isDamaged) = (nil, true)
    case .failure(.otherFile):
      throw Failure(.malformed, words("memory.other_file", ["path": path]))
    case .failure(.otherFormat(let format)):
      throw Failure(
        .malformed, words("memory.other_format", ["path": path, "found": Plain.safe(format)]),
        hint: words("memory.hint.other_format"))
    }
  }

  private static func read(
    _ path: String, _ words: Words
  ) throws -> Result<LogMemory, LogMemory.Fault>? {
    do {
      return try LogMemory.read(FilePath(path), as: Viche.program)
    } catch {
      throw LedgerFailures(words).failure(error)
    }
  }

  /// Throws an alarm, with both signed heads, where a log is not what is remembered or more.
  func check(_ log: VerifiedState, _ standing: RememberedLog.Standing?) throws {
    guard let memory, let standing else { return }
    switch standing {
    case .continued, .verifiedWhole: return
    case .forked: throw try alarm("forked", memory, log)
    case .shorter: throw try alarm("shorter", memory, log)
    case .otherLog:
      throw Failure(
        .refused,
        words(
          "memory.other_log",
          ["path": path, "expected": Plain.safe(memory.origin), "found": log.origin]),
        hint: words("memory.hint.other_log"), details: ["kind": "foreign"])
    }
  }

  /// The head that was verified is put in a file of its own, as evidence.
  private func alarm(_ kind: String, _ memory: LogMemory, _ log: VerifiedState) throws -> Failure {
    let headPath = path + ".kept-head"
    do {
      try memory.writeHead(to: FilePath(headPath))
    } catch {
      throw LedgerFailures(words).failure(error)
    }
    let (kept, found) = (text(memory.note), text(log.head.note))
    let values = [
      "path": path, "head": headPath, "kept": "\(memory.size)", "found": "\(log.size)",
      "time": moment(memory.verified, in: log),
    ]
    return Failure(
      .refused, words("memory.\(kind)", values), hint: words("memory.hint.\(kind)", values),
      details: ["kind": .string(kind), "kept": .string(kept), "found": .string(found)],
      remarks: [words("memory.kept")] + lines(kept) + [words("memory.found")] + lines(found))
  }

  private func text(_ note: [UInt8]) -> String { String(decoding: note, as: UTF8.self) }

  private func lines(_ note: String) -> [String] {
    note.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { "  " + Plain.safe(String($0)) }
  }

  private func moment(_ time: Instant, in log: VerifiedState) -> String {
    Moment(words.language, log.assembly.calendar).text(time)
  }

  /// Remembers a log that holds, in place of what was remembered before.
  func write(_ log: VerifiedState) throws {
    do {
      try LogMemory(of: log, at: System.now, by: Viche.program).write(to: FilePath(path))
    } catch {
      throw LedgerFailures(words).failure(error)
    }
  }

  /// What was made of the memory, a line each.
  func lines(_ log: VerifiedState, _ standing: RememberedLog.Standing?) -> [String] {
    var lines: [String] = []
    if let memory {
      let values = [
        "path": path, "size": "\(memory.size)", "new": "\(log.size - memory.size)",
        "program": Plain.safe(memory.program), "time": moment(memory.verified, in: log),
      ]
      if memory.program != Viche.program { lines.append(words("memory.other_program", values)) }
      let continued = log.size > memory.size ? "memory.continued" : "memory.nothing_new"
      lines.append(words(standing == .continued ? continued : "memory.whole", values))
    } else if isDamaged {
      lines.append(words("memory.damaged", ["path": path]))
    }
    return lines + [words("memory.written", ["path": path, "size": "\(log.size)"])]
  }

  /// What was not read, for whoever is told what was not checked.
  func unread(_ log: VerifiedState, _ standing: RememberedLog.Standing?) -> [String: String]? {
    guard standing == .continued, let memory else { return nil }
    return ["size": "\(memory.size)", "time": moment(memory.verified, in: log)]
  }

  /// The same for programs.
  func json(_ standing: RememberedLog.Standing?) -> JSON {
    var fields: [String: JSON] = ["file": .string(path), "not_read": .integer(0)]
    guard let memory else { return .object(fields) }
    if standing == .continued { fields["not_read"] = .integer(memory.size) }
    fields["size"] = .integer(memory.size)
    fields["verified"] = .string(memory.verified.text)
    return .object(fields)
  }
}
