// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Governance
import Ledger
import Signing
import Synchronization
import TransparencyLog

/// Writes a log without the writer's syncs: a founding, and entries under a checkpoint a thousand.
enum Generate {
  static func log(entries: Int, at path: String) throws {
    let statements = try inParallel(1..<entries) { number, member, key in
      try Coalition.statement(number, member: member, key: key)
    }
    try write(statements, at: path)
  }

  /// A log of one vote with so many ballots, counted.
  static func vote(ballots: Int, at path: String) throws {
    try write(try Coalition.vote(ballots: ballots), lastAt: Coalition.closing, at: path)
  }

  /// A log of one vote with so many ballots, still open.
  static func openVote(ballots: Int, at path: String) throws {
    try write(try Coalition.openVote(ballots: ballots), at: path)
  }

  private static func write(
    _ statements: [SignedStatement], lastAt: Instant? = nil, at path: String
  ) throws {
    var bytes = LogHeader.encode(origin: Coalition.origin)
    var tree = CompactTree()
    func add(_ body: [UInt8]) {
      bytes += LogFrame.encode(.entry, body)
      tree.append(leafHash: MerkleTree.leafHash(body))
    }
    func seal() throws {
      bytes += LogFrame.encode(.checkpoint, try checkpoint(of: tree))
    }
    add(Entry(index: 0, received: Coalition.time(0), try Coalition.founding()).bytes)
    try seal()
    for (place, statement) in statements.enumerated() {
      let number = place + 1
      let received = number == statements.count ? lastAt : nil
      add(Entry(index: number, received: received ?? Coalition.time(number), statement).bytes)
      if number % 1_000 == 0 || number == statements.count { try seal() }
    }
    try Data(bytes).write(to: URL(filePath: path))
    // Or the first commit that is measured would wait for all of it.
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.synchronize()
    try file.close()
  }
}

extension Generate {
  /// The log's signed note over a tree.
  static func checkpoint(of tree: CompactTree) throws -> [UInt8] {
    let checkpoint = Checkpoint(origin: Coalition.origin, size: tree.size, root: tree.root)
    let line = try NoteSignature(
      signing: checkpoint.text, as: Coalition.origin, with: Coalition.key(0))
    return SignedNote(text: checkpoint.text, signatures: [line]).bytes
  }
}

/// Statements of some numbers; each member signs a run of its own, so that a key is set up once.
func inParallel(
  _ numbers: Range<Int>,
  _ make: @Sendable (Int, Int, borrowing SigningKey) throws -> SignedStatement
) throws -> [SignedStatement] {
  let made = Mutex<[Int: SignedStatement]>([:])
  DispatchQueue.concurrentPerform(iterations: Coalition.members) { place in
    let member = place + 1
    guard let key = try? Coalition.key(member) else { return }
    for number in stride(
      from: numbers.lowerBound + place, to: numbers.upperBound, by: Coalition.members)
    {
      let statement = try? make(number, member, key)
      made.withLock { $0[number] = statement }
    }
  }
  return made.withLock { made in numbers.compactMap { made[$0] } }
}
