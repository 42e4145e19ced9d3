// SPDX-License-Identifier: Apache-2.0
public import Governance
import Signing
import TransparencyLog

/// One entry of a log: the operator's line, the author's statement and the signatures.
///
///     1 2024-10-02T10:00:00Z
///     {"choices":{"A-014":"yes"},"id":"…","ledger":"…","on":"…","type":"ballot.cast","vote":"V1"}
///
///     — alliance.example.org/m01 PRWFlDwElCQeB0oNyigCxTx9xq2LZLGFfvEkTate60rYuCfSBfz46xszGxap…
///
/// It has one encoding: what ``init(parsing:)`` accepts, ``bytes`` gives back unchanged.
public struct Entry: Sendable, Equatable {
  /// 0, 1, 2 … without gaps.
  public let index: Int
  /// When the operator received it.
  public let received: Instant
  /// What the author says, with the signatures.
  public let signed: SignedStatement

  /// Puts a signed statement in order.
  public init(index: Int, received: Instant, _ signed: SignedStatement) {
    self.index = index
    self.received = received
    self.signed = signed
  }

  /// Reads an entry's body; checks its form, neither what it says nor who signed.
  public init(parsing body: [UInt8]) throws(LogFault.Finding) {
    guard body.count <= LogFrame.bodyMax else { throw .bodyTooLong(bytes: body.count) }
    guard let end = body.firstIndex(of: .lineFeed) else { throw .badIndex }
    guard let space = body[..<end].firstIndex(of: .space),
      let index = Decimal.decode(body[..<space])
    else { throw .badIndex }
    guard let received = Instant(body[(space + 1)..<end]) else { throw .badReceived }
    self.index = index
    self.received = received
    self.signed = try SignedStatement(parsing: Array(body[(end + 1)...]))
  }

  /// The body: what the tree's leaf is made of.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128 + signed.text.count + signed.signatures.count * 256)
    bytes += "\(index) \(received.text)\n".utf8
    signed.write(to: &bytes)
    return bytes
  }

  /// The hash of this entry's leaf.
  public var leafHash: [UInt8] { MerkleTree.leafHash(bytes) }
}
