// SPDX-License-Identifier: Apache-2.0
public import Signing
public import TransparencyLog

/// A log's entries as a tree that kept heads and receipts are compared with.
public protocol LoggedTree {
  /// The ledger's name for ever.
  var origin: String { get }
  /// The log's own keys, first to last.
  var logKeys: [VerifierKey] { get }
  /// Those of them that signed a checkpoint of it.
  var signingKeys: [VerifierKey] { get }
  /// How many entries there are.
  var size: Int { get }
  /// The SHA-256 of a leaf of the tree: that of the entry's whole body after a zero byte.
  func leafHash(_ index: Int) -> [UInt8]
  /// The root hash of the first `size` entries.
  func root(atSize size: Int) -> [UInt8]
}

extension LoggedTree {
  /// Throws unless this log holds the entry of a receipt, and all that its checkpoint covered.
  public func check(_ receipt: TlogProof) throws(ReceiptError) {
    let kept: KeptHead
    do { kept = try KeptHead(of: receipt) } catch { throw .malformed(error) }
    try check(kept)
  }

  /// Throws unless this log begins with all that a kept head covered; of a receipt, its entry too.
  public func check(_ kept: KeptHead) throws(ReceiptError) {
    try checkOrigin(kept)
    let old = kept.checkpoint
    if let receipt = kept.receipt {
      if let body = receipt.extra, !receipt.proves(MerkleTree.leafHash(body), in: old) {
        throw .provesNothing
      }
      guard receipt.index < old.size else { throw .provesNothing }
    }
    guard old.size <= size else { throw .olderThanReceipt(size: size, receipt: old.size) }
    let isHere = kept.receipt.map { $0.proves(leafHash($0.index), in: old) } ?? true
    guard root(atSize: old.size) != old.root else {
      // Nobody signed a receipt's index and hashes: under the log's own root they accuse nobody.
      if !isHere { throw .provesNothing }
      return
    }
    guard isBySigner(kept) else { throw .notSigned }
    // Only a receipt that brings its entry shows which one was signed for.
    if let receipt = kept.receipt, receipt.extra != nil, !isHere {
      throw .droppedEntry(receipt.index)
    }
    throw .forked(atSize: old.size)
  }

  /// Whether a key that signed here signed the head too: only then are two histories its fault.
  ///
  /// A log that merely names somebody's key as one that it had was perhaps never theirs.
  private func isBySigner(_ kept: KeptHead) -> Bool {
    signingKeys.contains { key in kept.note.signatures.contains { $0.isClaimed(by: key) } }
  }

  /// Throws unless a kept head is of this log's origin and signed by one of its keys.
  private func checkOrigin(_ kept: KeptHead) throws(ReceiptError) {
    guard kept.checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
      throw .foreign(expected: origin, found: kept.checkpoint.origin)
    }
    // Which of the keys, by the key ID of the note's lines.
    let keys = logKeys.filter { key in kept.note.signatures.contains { $0.isClaimed(by: key) } }
    do {
      _ = try kept.note.verified(by: keys)
    } catch {
      if case .unchecked(let error) = error { throw .unchecked(error) }
      throw .notSigned
    }
  }
}

extension VerifiedLog: LoggedTree {
  /// How many entries there are.
  public var size: Int { head.size }
}
