// SPDX-License-Identifier: Apache-2.0
import Foundation
import Signing
import Testing
import TransparencyLog

/// Two histories of one log, and what proves them.
struct ForkEvidenceTests {
  let log = Leaves(9)
  /// Differs from entry 4 on.
  let fork = Leaves(9, from: 4)

  /// The evidence of a checkpoint of the one and a larger or equal one of the other.
  private func evidence(_ small: Int, _ large: Int) throws -> ForkEvidence {
    let proof = MerkleTree.consistencyProof(
      from: small, to: large, leafHashes: fork.leafHashes)
    let beginning = ForkEvidence.Beginning(root: fork.checkpoint(small).root, proof: proof)
    return ForkEvidence(
      first: try log.note(small), second: try fork.note(large),
      beginning: small == large ? nil : beginning)
  }

  @Test func `two sizes or one, a fork is proved by the log's key alone`() throws {
    for small in 1...9 {
      for large in small...9 {
        let evidence = try evidence(small, large)
        #expect(try ForkEvidence(parsing: evidence.bytes) == evidence)
        // Up to entry 4 the histories are one.
        if small > 4 {
          let (first, second) = try evidence.check(keys: [log.key()])
          #expect(first == log.checkpoint(small) && second == fork.checkpoint(large))
        } else {
          #expect(throws: small == large ? UnprovenFork.sameTree : .provesNothing) {
            try evidence.check(keys: [log.key()])
          }
        }
      }
    }
  }

  @Test func `what an honest log signed is never evidence`() throws {
    let honest = try ForkEvidence(first: log.note(5), second: log.note(9), beginning: nil)
    #expect(throws: UnprovenFork.provesNothing) { try honest.check(keys: [log.key()]) }
    // A root that nobody proved, and a proof of another root.
    let proof = MerkleTree.consistencyProof(from: 5, to: 9, leafHashes: log.leafHashes)
    for root in [fork.checkpoint(5).root, log.checkpoint(5).root] {
      let claimed = try ForkEvidence(
        first: log.note(5), second: log.note(9), beginning: .init(root: root, proof: proof))
      #expect(throws: UnprovenFork.provesNothing) { try claimed.check(keys: [log.key()]) }
    }
    // The smaller one second.
    let turned = try ForkEvidence(
      first: log.note(9), second: fork.note(5),
      beginning: .init(root: fork.checkpoint(5).root, proof: proof))
    #expect(throws: UnprovenFork.provesNothing) { try turned.check(keys: [log.key()]) }
  }

  @Test func `another log's checkpoint, or another key's, proves nothing`() throws {
    let other = Leaves(9, origin: "example.org/other", from: 4)
    let mixed = try ForkEvidence(first: log.note(6), second: other.note(6), beginning: nil)
    #expect(throws: UnprovenFork.otherOrigins(log.origin, other.origin)) {
      try mixed.check(keys: [log.key(), other.key()])
    }
    let stranger = try SigningKey(seed: [UInt8](repeating: 51, count: 32))
    let key = try VerifierKey(name: log.origin, publicKey: stranger.publicKey)
    #expect(throws: UnprovenFork.unverified(.noKnownKey)) {
      try evidence(6, 6).check(keys: [key])
    }
  }

  @Test func `every byte of it counts`() throws {
    let whole = try evidence(5, 9).bytes
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 1
      let proves = (try? ForkEvidence(parsing: bytes).check(keys: [log.key()])) != nil
      #expect(!proves, "\(place)")
    }
    for length in 0..<whole.count {
      // Without the third frame it is well made, and proves nothing.
      let cut = try? ForkEvidence(parsing: Array(whole[..<length]))
      #expect(cut == nil || cut?.beginning == nil)
    }
    #expect(throws: MalformedNote.badForkEvidence) { try ForkEvidence(parsing: whole + [0x0A]) }
  }

  /// The file that the page shows is one that the command wrote.
  @Test func `the example of the specification holds`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Ledger/Ledger.docc/Witnesses.md")
    let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "    viche-fork/1"))
    let block = lines[start...].prefix { $0.isEmpty || $0.hasPrefix("    ") }
    let text = block.map { String($0.dropFirst(4)) }.joined(separator: "\n")
    let key = try VerifierKey(
      parsing:
        "alliance.example.org/ledger+9fa10a19+AVteggEsgCCXN8VDv+LzLuidOJANOs4+Y8jiWN1UAr0j")
    // A blank line ends the block of the page, not the file.
    let evidence = try ForkEvidence(parsing: Array(text.utf8))
    #expect(try evidence.check(keys: [key]).second.size == 3)
  }
}
