// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Governance
import Ledger
import Signing
import Synchronization
import SystemPackage

/// The parts that are measured, each in a process of its own.
enum Parts {
  /// Verifies the whole log as `viche verify` does.
  static func verify(_ path: String) throws -> Measurement {
    try .of { try Log.read(FilePath(path)).counts.signatures }
  }

  /// Verifies the same signatures and does nothing else: keys set up once for each thread.
  static func bare(_ path: String) throws -> Measurement {
    let outline = try LogOutline(Array(Data(contentsOf: URL(filePath: path))))
    var keys: [String: PublicKey] = [:]
    for member in 1...Coalition.members {
      keys[Coalition.keyName(member)] = try Coalition.key(member).publicKey
    }
    var work: [(signature: [UInt8], text: [UInt8], key: PublicKey)] = []
    for entry in outline.entries {
      for line in entry.signed.signatures {
        guard let key = keys[line.name] else { continue }
        work.append((line.signature, entry.signed.text, key))
      }
    }
    let all = work
    let next = Atomic(0)
    let right = Atomic(0)
    return .of {
      let threads = ProcessInfo.processInfo.activeProcessorCount
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        guard let checker = try? SignatureChecker() else { return }
        while true {
          let start = next.add(64, ordering: .relaxed).oldValue
          guard start < all.count else { return }
          for (signature, text, key) in all[start..<min(start + 64, all.count)] {
            guard (try? checker.isValid(signature, for: text, by: key)) == true else { return }
            right.add(1, ordering: .relaxed)
          }
        }
      }
      return right.load(ordering: .relaxed)
    }
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
