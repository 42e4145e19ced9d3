// SPDX-License-Identifier: Apache-2.0
import Signing

/// The encrypted part of a file: a nonce of 16 bytes, then chunks, each with a tag of its own.
///
/// Source: c2sp.org/age, "Payload".
enum Payload {
  /// What each chunk but the last holds, in bytes, its tag not counted.
  static let chunkLength = 65_536
  /// The length of the nonce at its start, in bytes.
  static let nonceLength = 16

  /// How many bytes the payload of `plainCount` bytes has.
  static func length(plainCount: Int) -> Int {
    nonceLength + plainCount + chunkCount(plainCount) * ChaCha20Poly1305.tagLength
  }

  /// Encrypts `plain` and appends it to the header in `file`.
  static func append(
    _ plain: [UInt8], to file: inout [UInt8], fileKey: [UInt8],
    _ cipher: borrowing ChaCha20Poly1305
  ) throws(SealingError) {
    let nonce = try randomBytes(nonceLength)
    var key = try key(fileKey: fileKey, nonce: nonce[...])
    defer { Secret.wipe(&key) }
    file += nonce
    var place = file.count
    file += [UInt8](repeating: 0, count: length(plainCount: plain.count) - nonceLength)
    var chunkNonce = ChunkNonce()
    let last = chunkCount(plain.count) - 1
    for chunk in 0...last {
      let start = chunk * chunkLength
      let part = plain[start..<min(start + chunkLength, plain.count)]
      let nonce = chunkNonce.next(isLast: chunk == last)
      try cipher.seal(part, key: key, nonce: nonce, into: &file, at: place)
      place += part.count + ChaCha20Poly1305.tagLength
    }
  }

  /// Decrypts a payload, all of it or nothing.
  static func open(
    _ payload: ArraySlice<UInt8>, fileKey: [UInt8], _ cipher: borrowing ChaCha20Poly1305
  ) throws(SealingError) -> [UInt8] {
    // C2SP's vectors count the nonce as the header's.
    guard payload.count >= nonceLength else {
      throw .malformedHeader(offset: payload.startIndex)
    }
    let chunks = payload.dropFirst(nonceLength)
    guard let plainCount = plainCount(sealedCount: chunks.count) else {
      throw .damagedPayload(chunk: 0)
    }
    var key = try key(fileKey: fileKey, nonce: payload.prefix(nonceLength))
    defer { Secret.wipe(&key) }
    var plain = [UInt8](repeating: 0, count: plainCount)
    var chunkNonce = ChunkNonce()
    let last = chunkCount(plainCount) - 1
    for chunk in 0...last {
      let start = chunks.startIndex + chunk * sealedLength
      let part = chunks[start..<min(start + sealedLength, chunks.endIndex)]
      let nonce = chunkNonce.next(isLast: chunk == last)
      let place = chunk * chunkLength
      guard try cipher.open(part, key: key, nonce: nonce, into: &plain, at: place) else {
        Secret.wipe(&plain)
        throw .damagedPayload(chunk: chunk)
      }
    }
    return plain
  }

  private static let sealedLength = chunkLength + ChaCha20Poly1305.tagLength

  /// One at least: nothing at all is one empty chunk, and no other chunk may be empty.
  private static func chunkCount(_ plainCount: Int) -> Int {
    max(1, (plainCount + chunkLength - 1) / chunkLength)
  }

  /// What chunks of this length hold, or nil where no chunks have it.
  private static func plainCount(sealedCount: Int) -> Int? {
    let full = sealedCount / sealedLength
    let rest = sealedCount % sealedLength
    guard rest != 0 else { return full == 0 ? nil : full * chunkLength }
    let isEmpty = rest == ChaCha20Poly1305.tagLength
    guard rest > ChaCha20Poly1305.tagLength || isEmpty && full == 0 else { return nil }
    return full * chunkLength + rest - ChaCha20Poly1305.tagLength
  }

  private static func key(
    fileKey: [UInt8], nonce: ArraySlice<UInt8>
  ) throws(SealingError) -> [UInt8] {
    try KeyDerivation.hkdf(key: fileKey, salt: nonce, info: info)
  }

  private static let info = Array("payload".utf8)
}
