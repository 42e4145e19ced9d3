// SPDX-License-Identifier: Apache-2.0
import Signing

/// A file that proves, without the log, that one entry is in it (c2sp.org/tlog-proof@v1).
///
///     c2sp.org/tlog-proof@v1
///     index 1
///     KOBJtz793PTl7kMAfcgBAJR9UjDpXf6xvUMygQ9eOiY=
///
///     alliance.example.org/ledger
///     2
///     …
///
/// It has one encoding: what ``init(parsing:)`` accepts, ``bytes`` gives back unchanged.
public struct TlogProof: Sendable, Equatable {
  /// What the writer put beside the proof; nobody signed it, so nobody may believe it.
  public let extra: [UInt8]?
  /// The entry's index.
  public let index: Int
  /// The inclusion proof: hashes from the leaf's sibling up to the child of the root.
  public let proof: [[UInt8]]
  /// The checkpoint's signed note, byte for byte; not yet parsed or verified.
  public let checkpoint: [UInt8]

  /// Makes a proof of its parts.
  public init(extra: [UInt8]? = nil, index: Int, proof: [[UInt8]], checkpoint: [UInt8]) {
    precondition(index >= 0 && proof.count <= Self.hashesMax, "a proof of one entry")
    precondition(proof.allSatisfy { $0.count == Hash.length }, "a hash has 32 bytes")
    self.extra = extra
    self.index = index
    self.proof = proof
    self.checkpoint = checkpoint
  }

  /// Parses a proof that fills `bytes` exactly.
  ///
  /// Checks the form, not what it proves.
  public init(parsing bytes: [UInt8]) throws(MalformedNote) {
    guard bytes.starts(with: Self.header) else { throw .notAProof }
    var lines = Lines(bytes, from: Self.header.count)
    var line = lines.next()
    self.extra = try Self.extra(line)
    if extra != nil { line = lines.next() }
    guard let line, line.starts(with: Self.indexWord),
      let index = Decimal.decode(line.dropFirst(Self.indexWord.count))
    else { throw .badIndex }
    self.index = index
    self.proof = try lines.hashes(atMost: Self.hashesMax)
    guard !lines.rest.isEmpty else { throw .noCheckpoint }
    self.checkpoint = Array(lines.rest)
  }

  /// The proof as it is stored and sent.
  public var bytes: [UInt8] {
    var bytes = Self.header
    if let extra { bytes += Self.extraWord + Base64.encodedBytes(extra) + [.lineFeed] }
    bytes += Array("index \(index)\n".utf8)
    for hash in proof { bytes += Base64.encodedBytes(hash) + [.lineFeed] }
    return bytes + [.lineFeed] + checkpoint
  }

  /// Whether the entry with this leaf hash stands at the proof's index under a checkpoint.
  ///
  /// The checkpoint is that of this file, once its note is parsed and its signatures are verified.
  public func proves(_ leafHash: [UInt8], in checkpoint: Checkpoint) -> Bool {
    MerkleTree.verifyInclusion(
      index: index, size: checkpoint.size, leafHash: leafHash, proof: proof, root: checkpoint.root)
  }

  private static let hashesMax = 63
  private static let header = Array("c2sp.org/tlog-proof@v1\n".utf8)
  private static let extraWord = Array("extra ".utf8)
  private static let indexWord = Array("index ".utf8)

  private static func extra(_ line: ArraySlice<UInt8>?) throws(MalformedNote) -> [UInt8]? {
    guard let line, line.starts(with: extraWord) else { return nil }
    guard let extra = Base64.decode(line.dropFirst(extraWord.count)) else { throw .badExtra }
    return extra
  }
}
