// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Ledger
import Signing
import Synchronization
import SystemPackage
import TestSupport
import Testing
import TransparencyLog

/// A log of nothing but leaves, whose key signs whatever a test wants.
struct Leaves {
  let origin: String
  let leafHashes: [[UInt8]]

  init(_ count: Int, origin: String = "example.org/leaves", from changed: Int = .max) {
    self.origin = origin
    self.leafHashes = (0..<count).map { MerkleTree.leafHash(Array("\($0 >= changed)\($0)".utf8)) }
  }

  init(origin: String, leafHashes: [[UInt8]]) {
    self.origin = origin
    self.leafHashes = leafHashes
  }

  static func signing() throws -> SigningKey {
    try SigningKey(seed: [UInt8](repeating: 50, count: 32))
  }

  func key() throws -> VerifierKey {
    try VerifierKey(name: origin, publicKey: Self.signing().publicKey)
  }

  func checkpoint(_ size: Int) -> Checkpoint {
    Checkpoint(
      origin: origin, size: size,
      root: MerkleTree.root(ofLeafHashes: Array(leafHashes[..<size])))
  }

  func note(_ size: Int) throws -> SignedNote { try Self.sign(checkpoint(size)) }

  static func sign(_ checkpoint: Checkpoint) throws -> SignedNote {
    SignedNote(
      text: checkpoint.text,
      signatures: [
        try NoteSignature(signing: checkpoint.text, as: checkpoint.origin, with: signing())
      ])
  }

  /// The request of a log that does as it should.
  func request(from old: Int, to size: Int) throws -> AddCheckpoint {
    let proof =
      old > 0 && old < size
      ? MerkleTree.consistencyProof(from: old, to: size, leafHashes: leafHashes) : []
    return try AddCheckpoint(oldSize: old, proof: proof, note: note(size))
  }
}

extension WitnessService {
  func post(_ request: AddCheckpoint, now: Int = 1_700_000_000) -> Answer {
    answer("POST", "/add-checkpoint", request.bytes, now: now)
  }
}

struct WitnessTests {
  let bench: Bench
  let log = Leaves(9)

  init() throws { bench = try Bench() }

  @Test(arguments: [1, 2, 3, 8, 255, 256, 300])
  func `it cosigns trees that others grew`(size: Int) throws {
    // The leaves and both roots are the vectors'; their key is not known, so ours signs the same texts.
    let old = try SignedNote(parsing: Vectors.all.bytes("logs/n\(size).old-checkpoint"))
    let new = try SignedNote(parsing: Vectors.all.bytes("logs/n\(size)/checkpoint"))
    let tiles = try Vectors.all.paths(below: "logs/n\(size)/tile/0", endingIn: "")
    let last = TilePath.all(size: size).filter {
      if case .hashes(0, _, _) = $0 { true } else { false }
    }
    let bytes = try last.flatMap { try Vectors.all.bytes("logs/n\(size)/\($0.text)") }
    #expect(!tiles.isEmpty && bytes.count == size * 32)
    let leafHashes = (0..<size).map { Array(bytes[($0 * 32)..<($0 * 32 + 32)]) }
    let (first, second) = (
      try Checkpoint(parsing: old.text), try Checkpoint(parsing: new.text)
    )
    let log = Leaves(origin: first.origin, leafHashes: leafHashes)
    let service = try bench.service([log.key()])
    #expect(first.size <= second.size && second.size == size)
    let start = try AddCheckpoint(oldSize: 0, proof: [], note: Leaves.sign(first))
    #expect(service.post(start).status == 200)
    let grown = try AddCheckpoint(
      oldSize: first.size, proof: log.request(from: first.size, to: size).proof,
      note: Leaves.sign(second))
    #expect(service.post(grown).status == 200)
  }

  /// A request that breaks several rules gets the status of the first in the specification's order.
  @Test func `the rules are asked in their order`() throws {
    let service = try bench.service([log.key()])
    #expect(service.post(try log.request(from: 0, to: 5)).status == 200)
    let stranger = Leaves(9, origin: "example.org/strangers")
    // 404 before everything, though it is unsigned by any key that is known, and its old size is wrong.
    #expect(service.post(try stranger.request(from: 7, to: 3)).status == 404)
    // 403 before 400: old is beyond the size, and the line is not the log's.
    let note = try log.note(3)
    let line = note.signatures[0]
    let forged = SignedNote(
      text: note.text,
      signatures: [
        NoteSignature(
          name: line.name, keyID: line.keyID, signature: [UInt8](repeating: 1, count: 64))
      ])
    #expect(
      service.post(try AddCheckpoint(oldSize: 7, proof: [], note: forged)).status == 403)
    // 400 before 409.
    #expect(service.post(try AddCheckpoint(oldSize: 7, proof: [], note: note)).status == 400)
    // 409 before 422: the old size is wrong, and there is no proof.
    let conflict = service.post(try AddCheckpoint(oldSize: 4, proof: [], note: log.note(9)))
    #expect(conflict.status == 409 && conflict.body == Array("5\n".utf8))
    #expect(conflict.contentType == "text/x.tlog.size")
    // 422: no proof; a proof between equal sizes; from nothing to something with a proof.
    #expect(
      service.post(try AddCheckpoint(oldSize: 5, proof: [], note: log.note(9))).status == 422)
    let hash = [[UInt8](repeating: 3, count: 32)]
    #expect(
      service.post(try AddCheckpoint(oldSize: 5, proof: hash, note: log.note(5))).status == 422)
    // And what holds is cosigned, the same size again too.
    #expect(service.post(try log.request(from: 5, to: 5)).status == 200)
    #expect(service.post(try log.request(from: 5, to: 9)).status == 200)
  }

  @Test func `an empty log has one root, and nothing is proved from it`() throws {
    let service = try bench.service([log.key()])
    let wrong = Checkpoint(origin: log.origin, size: 0, root: [UInt8](repeating: 0, count: 32))
    let request = try AddCheckpoint(oldSize: 0, proof: [], note: Leaves.sign(wrong))
    #expect(service.post(request).status == 422)
    #expect(service.post(try log.request(from: 0, to: 0)).status == 200)
    let hash = [[UInt8](repeating: 3, count: 32)]
    let proved = try AddCheckpoint(oldSize: 0, proof: hash, note: log.note(3))
    #expect(service.post(proved).status == 422)
    #expect(service.post(try log.request(from: 0, to: 3)).status == 200)
  }

  @Test func `requests that are not in their form are refused`() throws {
    let service = try bench.service([log.key()])
    let good = String(decoding: try log.request(from: 0, to: 2).bytes, as: UTF8.self)
    let hash = Base64.encode([UInt8](repeating: 3, count: 32)) + "\n"
    let note = String(good.dropFirst(6))
    var bad: [String] = ["", "old", "old 0", "old 0\n", "old 0\n\n", "old -1\n\n"]
    bad += ["old 00\n" + note, "OLD 0\n" + note, "old 0\nAAAA\n" + note, "\u{FEFF}" + good]
    bad += [String(good.dropLast()), good + "\n", good.replacing("\n", with: "\r\n")]
    bad += ["old 9223372036854775808\n" + note]
    bad += ["old 0\n" + String(repeating: hash, count: 64) + note]
    for text in bad {
      let answer = service.answer("POST", "/add-checkpoint", Array(text.utf8), now: 1)
      #expect(answer.status == 400, "\(text.debugDescription)")
    }
    for bytes in [[0xFF] + Array(good.utf8), Array(good.utf8) + [0]] {
      #expect(service.answer("POST", "/add-checkpoint", bytes, now: 1).status == 400)
    }
    let many = "old 0\n" + String(repeating: hash, count: 63) + note
    #expect(service.answer("POST", "/add-checkpoint", Array(many.utf8), now: 1).status == 422)
    #expect(try bench.files() == [])
    #expect(service.answer("POST", "/add-checkpoint", Array(good.utf8), now: 1).status == 200)
  }

  @Test func `what it cosigned last is served, and nothing else`() throws {
    let service = try bench.service([log.key()])
    let hash = Hex.encode(Hash.sha256(Array(log.origin.utf8)))
    #expect(service.answer("GET", "/\(hash)/checkpoint", [], now: 1).status == 404)
    #expect(service.post(try log.request(from: 0, to: 4)).status == 200)
    let answer = service.answer("GET", "/\(hash)/checkpoint", [], now: 1)
    #expect(answer.status == 200 && answer.contentType == "text/plain; charset=utf-8")
    let note = try SignedNote(parsing: answer.body)
    let keys = [try log.key(), try Bench.key().verifier]
    #expect(try note.verified(by: keys) == keys && note.text == log.checkpoint(4).text)
    for path in [
      "/", "//checkpoint", "/\(hash)", "/\(hash)/fork-1", "/\(hash.uppercased())/checkpoint",
      "/../../etc/passwd", "/\(hash)/checkpoint/", "/%2e%2e/checkpoint", "/add-checkpoint/",
    ] {
      #expect(service.answer("GET", path, [], now: 1).status == 404, "\(path)")
    }
    #expect(service.answer("GET", "/add-checkpoint", [], now: 1).status == 405)
    #expect(service.answer("POST", "/\(hash)/checkpoint", [], now: 1).status == 405)
  }
}

/// What a witness remembers, whatever happens.
struct WitnessMemoryTests {
  let bench: Bench
  let log = Leaves(9)

  init() throws { bench = try Bench() }

  @Test func `of requests that race, one is cosigned`() throws {
    let service = try bench.service([log.key()])
    #expect(service.post(try log.request(from: 0, to: 1)).status == 200)
    let requests = try (2...9).map { try log.request(from: 1, to: $0) }
    let statuses = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: requests.count) { number in
      let status = service.post(requests[number]).status
      statuses.withLock { $0.append(status) }
    }
    #expect(statuses.withLock { $0.sorted() } == [200] + [Int](repeating: 409, count: 7))
  }

  @Test func `a second process does not share its memory`() throws {
    let first = try bench.witness()
    do {
      _ = try bench.witness()
      Issue.record("two witnesses have one memory")
    } catch LedgerError.locked(let process, _) {
      #expect(process == Int(ProcessInfo.processInfo.processIdentifier))
    }
    _ = consume first
    _ = try bench.witness()
  }

  @Test func `its time never goes back, and is never zero`() throws {
    let service = try bench.service([log.key()])
    var times: [Int] = []
    for (old, size, now) in [(0, 1, 0), (1, 2, 2_000), (2, 3, 1_000), (3, 4, 2_001)] {
      let body = service.post(try log.request(from: old, to: size), now: now).body
      let note = try SignedNote(parsing: log.checkpoint(size).text + [0x0A] + body)
      _ = try note.verified(by: [Bench.key().verifier])
      times.append(try Cosignature(note.signatures[0]).timestamp)
    }
    #expect(times == [1, 2_000, 2_000, 2_001])
  }

  @Test func `a second witness of the same folder goes on where the first ended`() throws {
    #expect(try bench.service([log.key()]).post(log.request(from: 0, to: 5)).status == 200)
    let service = try bench.service([log.key()])
    #expect(service.post(try log.request(from: 0, to: 6)).body == Array("5\n".utf8))
    #expect(service.post(try log.request(from: 5, to: 6)).status == 200)
  }

  @Test func `a fork is kept as evidence that anybody can check`() throws {
    let service = try bench.service([log.key()])
    #expect(service.post(try log.request(from: 0, to: 6)).status == 200)
    let fork = Leaves(9, from: 4)
    // With its own size, and behind an old size that is refused first.
    #expect(service.post(try fork.request(from: 6, to: 6)).status == 422)
    #expect(service.post(try fork.request(from: 2, to: 6)).status == 409)
    let hash = Hex.encode(Hash.sha256(Array(log.origin.utf8)))
    #expect(try bench.files() == ["./\(hash)/checkpoint", "./\(hash)/fork-1"])
    let evidence = try ForkEvidence(parsing: bench.scratch.read("store/\(hash)/fork-1"))
    let (first, second) = try evidence.check(keys: [log.key()])
    #expect(first == log.checkpoint(6) && second == fork.checkpoint(6))
  }

  @Test func `what no proof connects is kept, so many times and no more`() throws {
    let log = Leaves(40)
    let service = try bench.service([log.key()])
    #expect(service.post(try log.request(from: 0, to: 6)).status == 200)
    for size in 7...40 {
      let request = try AddCheckpoint(oldSize: 6, proof: [], note: log.note(size))
      for _ in 1...2 { #expect(service.post(request).status == 422) }
    }
    #expect(try bench.files().count { $0.contains("unproven") } == 16)
    let hash = Hex.encode(Hash.sha256(Array(log.origin.utf8)))
    let kept = try ForkEvidence(parsing: bench.scratch.read("store/\(hash)/unproven-1"))
    #expect(kept.second == (try log.note(7)))
    #expect(throws: UnprovenFork.provesNothing) { try kept.check(keys: [log.key()]) }
  }

  @Test func `a memory that cannot be read is no empty memory`() throws {
    let hash = Hex.encode(Hash.sha256(Array(log.origin.utf8)))
    #expect(try bench.service([log.key()]).post(log.request(from: 0, to: 6)).status == 200)
    let good = try bench.scratch.read("store/\(hash)/checkpoint")
    for bad in [[], Array(good.dropLast()), try Leaves(3, origin: "example.org/b").note(3).bytes] {
      try bench.scratch.write(bad, to: "store/\(hash)/checkpoint")
      let answer = try bench.service([log.key()]).post(log.request(from: 0, to: 6))
      #expect(answer.status == 500 && answer.trouble != nil)
      #expect(try bench.scratch.read("store/\(hash)/checkpoint") == bad)
    }
  }

  @Test func `after trouble with the disk it cosigns no more`() throws {
    let service = try bench.service([log.key(), Leaves(3, origin: "example.org/b").key()])
    let hash = Hex.encode(Hash.sha256(Array(log.origin.utf8)))
    // Where the new file should be written, there is a folder.
    try bench.scratch.run("mkdir -p store/\(hash)/checkpoint.new")
    let answer = service.post(try log.request(from: 0, to: 6))
    #expect(answer.status == 500 && answer.trouble != nil)
    try bench.scratch.run("rmdir store/\(hash)/checkpoint.new")
    #expect(service.post(try log.request(from: 0, to: 6)).status == 500)
    #expect(try bench.files() == [])
    #expect(
      service.post(try Leaves(3, origin: "example.org/b").request(from: 0, to: 3)).status == 500)
  }
}
