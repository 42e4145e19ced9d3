// SPDX-License-Identifier: Apache-2.0
public import Signing
import TransparencyLog

/// A log read without its meaning: frames, the form of entries, the tree, the checkpoints.
///
/// For logs whose statements this version does not know, and for whoever only mirrors a log. No
/// author's signature is verified and nothing is judged: for that there is ``VerifiedLog``.
public struct LogOutline: Sendable {
  /// The ledger's name for ever.
  public let origin: String
  /// The entries that a checkpoint covers.
  public private(set) var entries: [Entry] = []
  /// The leaf hashes of these entries.
  public private(set) var leafHashes: [[UInt8]] = []
  /// The signed notes of the checkpoints, byte for byte.
  public private(set) var checkpoints: [[UInt8]] = []

  /// Reads a file; with the log's key, the checkpoints' signatures are verified too.
  public init(_ bytes: [UInt8], logKey: VerifierKey? = nil) throws(LedgerError) {
    let scan = try LogScan(bytes)
    self.origin = scan.origin
    let checker = SignatureChecker()
    var tree = CompactTree()
    for frame in try scan.frames {
      do {
        let body = Array(bytes[frame.body])
        switch frame.kind {
        case .entry: try add(Entry(parsing: body), MerkleTree.leafHash(body), to: &tree)
        case .checkpoint:
          let checkpoint = try ReadCheckpoint(frame, body)
          try add(checkpoint, body, tree)
          if let logKey { try checkpoint.verify(by: logKey, using: checker) }
        }
      } catch let finding as LogFault.Finding {
        throw .damaged(LogFault(finding, offset: frame.offset, entry: tree.size))
      } catch let error as LedgerError {
        throw error
      } catch {
        preconditionFailure("no other error is thrown above")
      }
    }
    if let fault = scan.fault { throw .damaged(fault) }
  }

  private mutating func add(
    _ entry: Entry, _ leafHash: [UInt8], to tree: inout CompactTree
  ) throws(LogFault.Finding) {
    guard entry.index == tree.size else {
      throw .indexGap(expected: tree.size, found: entry.index)
    }
    tree.append(leafHash: leafHash)
    entries.append(entry)
    leafHashes.append(leafHash)
  }

  private mutating func add(
    _ read: ReadCheckpoint, _ body: [UInt8], _ tree: CompactTree
  ) throws(LogFault.Finding) {
    let found = read.checkpoint
    guard found.origin.utf8.elementsEqual(origin.utf8) else {
      throw .checkpointOrigin(expected: origin, found: found.origin)
    }
    guard found.size == tree.size else {
      throw .checkpointSize(expected: tree.size, found: found.size)
    }
    guard found.root == tree.root else {
      throw .checkpointRoot(expected: tree.root, found: found.root)
    }
    checkpoints.append(body)
  }
}
