// SPDX-License-Identifier: Apache-2.0
import Signing

/// A log's statement of how long it is and what it holds (c2sp.org/tlog-checkpoint).
///
///     alliance.example.org/ledger
///     6
///     OC/RrW61i/2LynSraqOzTgq+xSc/wdNSq/GCXQR0l94=
///
/// It has one encoding: what ``init(parsing:)`` accepts, ``text`` gives back unchanged.
public struct Checkpoint: Sendable, Equatable {
  /// The log's identity: a URL without its scheme, by convention.
  public let origin: String
  /// How many entries the tree has.
  public let size: Int
  /// The 32 bytes of the tree's root hash.
  public let root: [UInt8]
  /// Further lines without their line feeds, none of them empty; ours never has any.
  public let extensions: [[UInt8]]

  /// Makes a checkpoint of its parts.
  public init(origin: String, size: Int, root: [UInt8], extensions: [[UInt8]] = []) {
    precondition(!origin.isEmpty && !origin.utf8.contains(.lineFeed), "an origin is one line")
    precondition(size >= 0 && root.count == Hash.length, "a root hash has 32 bytes")
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// Parses the text of a checkpoint's note, the last line feed included.
  public init(parsing text: [UInt8]) throws(MalformedNote) {
    let lines = text.split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[lines.count - 1].isEmpty else { throw .truncatedCheckpoint }
    guard !lines[0].isEmpty, let origin = String(validating: lines[0], as: UTF8.self) else {
      throw .badOrigin
    }
    guard let size = Decimal.decode(lines[1]) else { throw .badSize }
    guard let root = Base64.decode(lines[2]), root.count == Hash.length else { throw .badRoot }
    let extensions = lines[3..<(lines.count - 1)]
    guard extensions.allSatisfy({ !$0.isEmpty }) else { throw .emptyExtensionLine }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions.map { Array($0) }
  }

  /// The text that is signed, each line with its line feed.
  public var text: [UInt8] {
    let lines = Array("\(origin)\n\(size)\n\(Base64.encode(root))\n".utf8)
    return extensions.reduce(into: lines) { $0 += $1 + [.lineFeed] }
  }

  /// Whether both have the same text; an origin is compared by bytes.
  public static func == (one: Checkpoint, other: Checkpoint) -> Bool {
    one.size == other.size && one.root == other.root && one.extensions == other.extensions
      && one.origin.utf8.elementsEqual(other.origin.utf8)
  }
}
