// SPDX-License-Identifier: Apache-2.0

/// An Ed25519 public key (RFC 8032 section 5.1.5) for which only its owner can sign.
public struct PublicKey: Sendable, Hashable {
  /// The 32 bytes: y in little-endian order, the sign of x in the topmost bit.
  public let rawBytes: [UInt8]

  /// Takes 32 bytes, unless they are a key for which anyone can sign.
  ///
  /// libcrypto verifies with such keys, so this is the only door. Refused are an encoding whose y
  /// is not below 2^255 - 19, and, whatever the sign bit, the points of low order.
  public init(rawBytes: [UInt8]) throws(SigningError) {
    guard rawBytes.count == 32 else { throw .publicKeyLength(bytes: rawBytes.count) }
    guard !Self.isWeak(rawBytes) else { throw .weakPublicKey }
    self.rawBytes = rawBytes
  }

  /// Whether `signature` is this key's over exactly `message`; false if it is not 64 bytes long.
  public func isValidSignature(
    _ signature: [UInt8], for message: [UInt8]
  ) throws(SigningError) -> Bool {
    try SignatureChecker().isValid(signature, for: message, by: self)
  }

  private static func isWeak(_ rawBytes: [UInt8]) -> Bool {
    var y = rawBytes
    y[31] &= 0x7F
    return !isBelowPrime(y) || lowOrder.contains(y)
  }

  /// Whether `y`, little-endian and with a clear sign bit, is below 2^255 - 19 = 7fff…ffed.
  private static func isBelowPrime(_ y: [UInt8]) -> Bool {
    y[31] != 0x7F || y[0] < 0xED || !y[1..<31].allSatisfy { $0 == 0xFF }
  }

  // libsodium's list, ed25519_ref10.c, without the encodings that are not canonical anyway.
  private static let lowOrder: [[UInt8]] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  ].compactMap { Hex.decode($0) }
}
