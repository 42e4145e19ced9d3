// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Ledger
import Signing
import Synchronization
import SystemPackage

/// Verification of a log, and libcrypto alone on the same signatures, in turns within one process.
///
/// A turn is less than a second, so whatever else the machine does, and however fast its cores run,
/// falls on both.
struct Turns: Codable {
  var verify = Measurement.none
  var bare = Measurement.none

  /// How much of libcrypto's rate verification reaches, by the clock on the wall.
  var ratio: Double { bare.wall / verify.wall }
  /// The same by CPU time.
  var cpuRatio: Double { bare.cpu / verify.cpu }

  private static let entries = 5_000

  /// Verifies a log of our own making as `viche verify` does, and in between libcrypto alone.
  init(_ path: String) throws {
    var libcrypto = try Libcrypto(path)
    var (turns, done) = ([Measurement](), 0)
    var failure: (any Error)?
    var stopwatch = Stopwatch()
    let verified = try Log.verify(FilePath(path)) { entries, _ in
      guard entries - done >= Self.entries, failure == nil else { return }
      stopwatch.stop()
      do { turns.append(try libcrypto.verify(upTo: entries)) } catch { failure = error }
      done = entries
      stopwatch.start()
    }
    stopwatch.stop()
    if let failure { throw failure }
    turns.append(try libcrypto.verify(upTo: .max))
    self.verify = stopwatch.measured
    self.verify.count = verified.counts.signatures
    self.bare = turns.reduce(.none, +)
  }
}

/// libcrypto at its own rate: keys set up once for each thread, and nothing done but verifying.
private struct Libcrypto {
  private let keys: [String: PublicKey]
  private let checkers: [Checker]
  private let log: Data
  private var place: Int
  private var entries = 0

  private typealias Work = (signature: [UInt8], text: [UInt8], key: PublicKey)

  /// What one thread verifies with.
  private final class Checker: Sendable {
    let checker: Mutex<SignatureChecker>

    init(_ checker: sending SignatureChecker) { self.checker = Mutex(checker) }
  }

  init(_ path: String) throws {
    var keys: [String: PublicKey] = [:]
    for member in 1...Coalition.members {
      keys[Coalition.keyName(member)] = try Coalition.key(member).publicKey
    }
    self.keys = keys
    self.checkers = (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in
      Checker(SignatureChecker())
    }
    self.log = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    self.place = (log.firstIndex(of: 0x0A) ?? log.count) + 1
  }

  /// Verifies the signatures of the next entries; finding them in the file is not measured.
  mutating func verify(upTo count: Int) throws -> Measurement {
    var work: [Work] = []
    while entries < count, let entry = try next() {
      entries += 1
      for line in entry.signed.signatures {
        guard let key = keys[line.name] else { continue }
        work.append((line.signature, entry.signed.text, key))
      }
    }
    return Measurement.of { Self.verify(work, checkers) }
  }

  /// The next entry; checkpoints are passed over.
  private mutating func next() throws -> Entry? {
    while let end = log[place...].firstIndex(of: 0x0A) {
      let fields = String(decoding: log[place..<end], as: UTF8.self).split(separator: " ")
      guard fields.count == 2, let length = Int(fields[1]) else { return nil }
      place = end + 1 + length
      guard fields[0] == "entry" else { continue }
      return try Entry(parsing: Array(log[(end + 1)..<place]))
    }
    return nil
  }

  /// How many of some signatures are right.
  private static func verify(_ all: [Work], _ checkers: [Checker]) -> Int {
    let next = Atomic(0)
    let right = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: checkers.count) { thread in
      checkers[thread].checker.withLock { checker in
        while true {
          let start = next.add(8, ordering: .relaxed).oldValue
          guard start < all.count else { return }
          for (signature, text, key) in all[start..<min(start + 8, all.count)] {
            guard (try? checker.isValid(signature, for: text, by: key)) == true else { return }
            right.add(1, ordering: .relaxed)
          }
        }
      }
    }
    return right.load(ordering: .relaxed)
  }
}
