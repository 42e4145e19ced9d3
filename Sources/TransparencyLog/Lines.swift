// SPDX-License-Identifier: Apache-2.0
import Signing

/// Takes whole lines off the front of bytes.
struct Lines {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8], from start: Int = 0) { self.rest = bytes[start...] }

  /// The next line without its line feed; nil where none is whole.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: .lineFeed) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  /// Hashes in base 64, a line each, up to the blank line, which is read too.
  mutating func hashes(atMost limit: Int) throws(MalformedNote) -> [[UInt8]] {
    var hashes: [[UInt8]] = []
    while let line = next() {
      guard !line.isEmpty else { return hashes }
      guard hashes.count < limit else { throw .tooManyProofHashes }
      guard let hash = Base64.decode(line), hash.count == Hash.length else {
        throw .badProofHash(hashes.count + 1)
      }
      hashes.append(hash)
    }
    throw .noCheckpoint
  }
}
