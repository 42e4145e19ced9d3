// SPDX-License-Identifier: Apache-2.0
import Signing
public import SystemPackage

/// The longest tree that the operator has ever signed, remembered beside the operator's key.
///
///     alliance.example.org/ledger
///     6
///     OC/RrW61i/2LynSraqOzTgq+xSc/wdNSq/GCXQR0l94=
///
/// It is written before the checkpoint is signed. A log that does not hold this tree is never
/// signed again: an old copy that was put back would become a second history.
public struct SignedHead: Sendable, Equatable {
  /// The log's origin.
  public let origin: String
  /// How many entries the tree has.
  public let size: Int
  /// Its root hash.
  public let root: [UInt8]

  init(origin: String, size: Int, root: [UInt8]) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The file of the head: beside the operator's key, unless another is chosen.
  public static func path(besideKey key: FilePath) -> FilePath { File.path(key, with: ".head") }

  /// Reads the file, or nil where there is none.
  public static func read(_ path: FilePath) throws(LedgerError) -> SignedHead? {
    guard let bytes = try File.contentsIfPresent(of: path) else { return nil }
    guard let head = SignedHead(parsing: bytes) else { throw .malformedSignedHead(path) }
    return head
  }

  init?(parsing bytes: [UInt8]) {
    let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty, let size = Decimal.decode(lines[1]),
      let root = Base64.decode(lines[2]), root.count == Hash.length
    else { return nil }
    self.init(origin: String(decoding: lines[0], as: UTF8.self), size: size, root: root)
    guard VerifierKey.isValidName(origin) else { return nil }
  }

  var bytes: [UInt8] { Array("\(origin)\n\(size)\n\(Base64.encode(root))\n".utf8) }

  /// Puts this head in place of the one before it, and returns once it is on the disk.
  func write(to path: FilePath) throws(LedgerError) {
    try File.replace(path, with: bytes)
  }
}
