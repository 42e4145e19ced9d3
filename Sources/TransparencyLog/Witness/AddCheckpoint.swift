// SPDX-License-Identifier: Apache-2.0
import Signing

/// What a log asks of a witness: to cosign a checkpoint, which adds to one that it has seen.
///
///     old 20852014
///     PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
///     jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
///
///     example.com/behind-the-sofa
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
///     — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
///
/// Source: c2sp.org/tlog-witness, "add-checkpoint". A request has one encoding: what
/// ``init(parsing:)`` accepts, ``bytes`` gives back unchanged.
public struct AddCheckpoint: Sendable, Equatable {
  /// The longest request that is read, in bytes.
  public static let lengthMax = 65_536
  /// The most hashes of a proof: a tree has at most 63 levels.
  public static let hashesMax = 63

  /// The size of the tree that the witness cosigned last; 0 where it never did.
  public let oldSize: Int
  /// The consistency proof from that size (RFC 6962 section 2.1.2).
  public let proof: [[UInt8]]
  /// The checkpoint's signed note.
  public let note: SignedNote
  /// What the note states; whose it is has not been verified.
  public let checkpoint: Checkpoint

  /// Makes a request of its parts.
  public init(
    oldSize: Int, proof: [[UInt8]], note: SignedNote
  ) throws(MalformedNote) {
    precondition(oldSize >= 0 && proof.count <= Self.hashesMax, "a proof of one tree")
    precondition(proof.allSatisfy { $0.count == Hash.length }, "a hash has 32 bytes")
    self.oldSize = oldSize
    self.proof = proof
    self.note = note
    self.checkpoint = try Checkpoint(parsing: note.text)
  }

  /// Parses a request that fills `bytes` exactly; the caller bounds the length.
  public init(parsing bytes: [UInt8]) throws(MalformedNote) {
    var lines = Lines(bytes)
    guard let line = lines.next(), line.starts(with: Self.oldWord),
      let oldSize = Decimal.decode(line.dropFirst(Self.oldWord.count))
    else { throw .badOldSize }
    let proof = try lines.hashes(atMost: Self.hashesMax)
    guard !lines.rest.isEmpty else { throw .noCheckpoint }
    try self.init(oldSize: oldSize, proof: proof, note: SignedNote(parsing: Array(lines.rest)))
  }

  /// The request as it is sent.
  public var bytes: [UInt8] {
    var bytes = Array("old \(oldSize)\n".utf8)
    for hash in proof { bytes += Base64.encodedBytes(hash) + [.lineFeed] }
    return bytes + [.lineFeed] + note.bytes
  }

  private static let oldWord = Array("old ".utf8)
}
