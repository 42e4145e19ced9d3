// SPDX-License-Identifier: Apache-2.0

/// The nonces of a payload's chunks: a big-endian counter of 11 bytes, and 1 for the last chunk.
///
/// Source: c2sp.org/age, "Payload".
struct ChunkNonce {
  private var count: UInt64 = 0
  private var bytes = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceLength)

  /// The next chunk's nonce.
  mutating func next(isLast: Bool) -> [UInt8] {
    for place in 0..<8 { bytes[10 - place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
    bytes[11] = isLast ? 1 : 0
    count += 1
    return bytes
  }
}
