// SPDX-License-Identifier: Apache-2.0

/// A draw from a numbered list that anyone can repeat from public numbers (RFC 3797).
public struct PublicDraw: Sendable, Hashable {
  /// How many are in the list, from 1 up to ``poolMax``.
  public let pool: Int
  /// The key string, in ASCII: `9319./2.5.8.10.12./9.18.26.34.41.45./`.
  public let key: [UInt8]

  /// The largest list: indices are two bytes (RFC 3797, section 4.2).
  public static let poolMax = 65_535

  /// One name drawn.
  public struct Drawing: Sendable, Hashable {
    /// The digest.
    public let digest: [UInt8]
    /// How many were in the list still: what the digest was divided by.
    public let remaining: Int
    /// The number in the published list, from 1.
    public let selected: Int
  }

  /// A draw from public numbers: each source's numbers are sorted (RFC 3797, section 4.1).
  ///
  /// Nil if the list is empty or too long, or if a number is negative.
  public init?(pool: Int, sources: [[Int]]) {
    guard sources.joined().allSatisfy({ $0 >= 0 }) else { return nil }
    let text = sources.map { $0.sorted().map { "\($0)." }.joined() + "/" }.joined()
    self.init(pool: pool, key: Array(text.utf8))
  }

  /// A draw by a key string that is known; nil if the list is empty or too long.
  public init?(pool: Int, key: [UInt8]) {
    guard (1...Self.poolMax).contains(pool) else { return nil }
    self.pool = pool
    self.key = key
  }

  /// Draws so many, or all if there are fewer, one after another.
  ///
  /// `md5` gives the 16 bytes of RFC 1321; each draw puts its number before the key and after it.
  public func draw(_ count: Int, md5: ([UInt8]) -> [UInt8]) -> [Drawing] {
    var left = Array(1...pool)
    return (0..<max(0, min(count, pool))).map { index in
      let number = [UInt8(index >> 8), UInt8(index & 0xFF)]
      let digest = md5(number + key + number)
      // The digest is a whole number, most significant byte first.
      let position = digest.reduce(0) { ($0 * 256 + Int($1)) % left.count }
      return Drawing(
        digest: digest, remaining: left.count, selected: left.remove(at: position))
    }
  }
}
