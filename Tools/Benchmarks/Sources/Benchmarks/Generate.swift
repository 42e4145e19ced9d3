// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Ledger
import Signing
import Synchronization
import TransparencyLog

/// Writes a log without the writer's syncs: a founding, and entries under a checkpoint a thousand.
enum Generate {
  static func log(entries: Int, at path: String) throws {
    var bytes = LogHeader.encode(origin: Coalition.origin)
    var tree = CompactTree()
    let logKey = try Coalition.key(0)
    func add(_ body: [UInt8]) {
      bytes += LogFrame.encode(.entry, body)
      tree.append(leafHash: MerkleTree.leafHash(body))
    }
    func seal() throws {
      let checkpoint = Checkpoint(origin: Coalition.origin, size: tree.size, root: tree.root)
      let line = try NoteSignature(
        signing: checkpoint.text, as: Coalition.origin, with: logKey)
      let note = SignedNote(text: checkpoint.text, signatures: [line])
      bytes += LogFrame.encode(.checkpoint, note.bytes)
    }
    add(Entry(index: 0, received: Coalition.time(0), try Coalition.founding()).bytes)
    try seal()
    let statements = try statements(entries - 1)
    for (place, statement) in statements.enumerated() {
      let number = place + 1
      add(Entry(index: number, received: Coalition.time(number), statement).bytes)
      if number % 1_000 == 0 || number == entries - 1 { try seal() }
    }
    try Data(bytes).write(to: URL(filePath: path))
    // Or the first commit that is measured would wait for all of it.
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.synchronize()
    try file.close()
  }

  /// Each member signs a run of its own numbers, so that a key is set up once.
  private static func statements(_ count: Int) throws -> [SignedStatement] {
    let made = Mutex<[Int: SignedStatement]>([:])
    DispatchQueue.concurrentPerform(iterations: Coalition.members) { place in
      let member = place + 1
      guard let key = try? Coalition.key(member) else { return }
      for number in stride(from: member, through: count, by: Coalition.members) {
        let statement = try? Coalition.statement(number, member: member, key: key)
        made.withLock { $0[number] = statement }
      }
    }
    return made.withLock { made in (1...count).compactMap { made[$0] } }
  }
}
