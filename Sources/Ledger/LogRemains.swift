// SPDX-License-Identifier: Apache-2.0
public import Signing
public import SystemPackage
import TransparencyLog

/// What can still be read of a log that does not hold: its entries' bytes and its keys, unjudged.
///
/// Nothing of it is believed. It is for one question: is the fault the log's, or that of the
/// receipt that somebody holds against it?
public struct LogRemains: LoggedTree, Sendable {
  /// What the first line says.
  public let origin: String
  /// The key that was expected, or else those that the entries bring.
  public private(set) var logKeys: [VerifierKey]
  /// The same: which of them signed is not asked of what does not hold.
  public var signingKeys: [VerifierKey] { logKeys }
  /// How many entries there are up to the first fault of the file's form.
  public var size: Int { leafHashes.count }
  private var leafHashes: [[UInt8]] = []

  /// Reads what is there; nil where not even the first line or a key of the log can be read.
  public init?(_ bytes: [UInt8], expecting key: VerifierKey? = nil) {
    self.init(LogSource(bytes), expecting: key)
  }

  init?(_ source: LogSource, expecting key: VerifierKey?) {
    guard let scan = try? LogScan(source) else { return nil }
    origin = scan.origin
    var (keys, leaves) = (key.map { [$0] } ?? [], [[UInt8]]())
    var reader = LogReader(source)
    try? reader.forEachFrame(from: scan.verifiable.lowerBound, to: scan.verifiable.upperBound) {
      frame, body in
      guard frame.kind == .entry else { return true }
      leaves.append(MerkleTree.leafHash(body))
      guard key == nil, let entry = try? ReadEntry(frame, body) else { return true }
      let first = leaves.count == 1 ? entry.introduced.first : nil
      if let next = first ?? entry.nextLogKey { keys.append(next) }
      return true
    }
    (logKeys, leafHashes) = (keys, leaves)
    if logKeys.isEmpty { return nil }
  }

  /// The SHA-256 of a leaf of the tree: that of the entry's whole body after a zero byte.
  public func leafHash(_ index: Int) -> [UInt8] { leafHashes[index] }

  /// The root hash of the first `size` entries.
  public func root(atSize size: Int) -> [UInt8] {
    var tree = CompactTree()
    for hash in leafHashes.prefix(size) { tree.append(leafHash: hash) }
    return tree.root
  }
}

extension LogRemains {
  /// Reads the file at `path`; nil as above, and where there is no file to read.
  public static func read(_ path: FilePath, expecting key: VerifierKey? = nil) -> LogRemains? {
    (try? LogSource(path)).flatMap { LogRemains($0, expecting: key) }
  }
}
