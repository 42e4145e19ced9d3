// SPDX-License-Identifier: Apache-2.0
import Foundation
import Governance
import Ledger
import Signing
import SystemPackage

/// The parts that are measured, each in a process of its own.
enum Parts {
  /// Verifies the whole log as `viche verify` does.
  static func verify(_ path: String) throws -> Measurement {
    try .of { try Log.verify(FilePath(path)).counts.signatures }
  }

  /// Verifies a log as `viche verify --remember` does: the first time whole, then what is new.
  static func remember(_ path: String, in memoryPath: String) throws -> Measurement {
    let (file, log) = (FilePath(memoryPath), FilePath(path))
    var loading = Swift.Duration.zero
    var measured = try Measurement.of {
      let start = ContinuousClock.now
      let memory = try LogMemory.read(file, as: "benchmark")?.get()
      loading = ContinuousClock.now - start
      let state: VerifiedState
      if let memory {
        let found = try Log.verify(log, remembering: memory)
        guard found.standing == .continued else { return 0 }
        state = found.state
      } else {
        state = try Log.verify(log)
      }
      try LogMemory(of: state, at: Coalition.time(0), by: "benchmark").write(to: file)
      return state.counts.signatures
    }
    measured.loading = loading / .seconds(1)
    return measured
  }

  /// Commits one statement at a time to the log.
  static func commit(_ path: String, count: Int) throws -> Measurement {
    try commit(path, count: count, atOnce: 1) { number, key in
      try Coalition.statement(number, member: 1, key: key)
    }
  }

  /// Commits ballots in batches as `viche inbox` does; the log is that of a vote that is open.
  static func takeIn(_ path: String, count: Int) throws -> Measurement {
    let on = Hex.encode(try Coalition.openVote(ballots: 0)[2].digest)
    return try commit(path, count: count, atOnce: 256) { number, key in
      try Coalition.ballot(number, on: on, member: 1, last: true, key)
    }
  }

  /// Makes statements of member 1, which is not measured, and commits so many at once.
  private static func commit(
    _ path: String, count: Int, atOnce: Int,
    _ make: (Int, borrowing SigningKey) throws -> SignedStatement
  ) throws -> Measurement {
    let head = FilePath(path + ".head")
    let operatorKey = try Coalition.key(0)
    var writer = try LogWriter.open(
      FilePath(path), signedHead: head, operatorKey: operatorKey, adoptHead: true)
    let size = writer.log.head.size
    let member = try Coalition.key(1)
    let drafts = try (size..<(size + count)).map { try make($0, member) }
    return try .of {
      for start in stride(from: 0, to: count, by: atOnce) {
        _ = try writer.commit(
          Array(drafts[start..<min(start + atOnce, count)]),
          received: Coalition.time(size + start), operatorKey: operatorKey)
      }
      return count
    }
  }

  /// Appends and syncs as many bytes as so many commits do, in the same two steps.
  static func append(_ path: String, count: Int) throws -> Measurement {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
    let (entry, checkpoint) = (
      [UInt8](repeating: 0x78, count: 350), [UInt8](repeating: 0x78, count: 220)
    )
    return try .of {
      for _ in 0..<count {
        for bytes in [entry, checkpoint] {
          try file.writeAll(bytes)
          guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
        }
      }
      return count
    }
  }
}
