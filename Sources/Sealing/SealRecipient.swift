// SPDX-License-Identifier: Apache-2.0
import Signing

/// The public half of an age key pair, for which anyone seals.
///
/// Source: c2sp.org/age, "The X25519 recipient type".
public struct SealRecipient: Sendable, Hashable {
  /// The 32 bytes of u in little-endian order (RFC 7748 section 5).
  let publicKey: [UInt8]

  private static let prefix = "age"

  /// Takes the public key of a private key, which is never of low order.
  init(publicKey: [UInt8]) {
    self.publicKey = publicKey
  }

  /// Reads a recipient in its one spelling, which is in lower case, and refuses weak ones.
  ///
  ///     age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj
  public init(parsing text: String) throws(SealingError) {
    guard let publicKey = Bech32.decode(text, prefix: Self.prefix) else {
      throw .malformedRecipient
    }
    guard !Self.isWeak(publicKey) else { throw .weakRecipient }
    self.publicKey = publicKey
  }

  /// The recipient's one spelling, without a line feed.
  public var text: String { Bech32.encode(publicKey, prefix: Self.prefix) }

  private static func isWeak(_ publicKey: [UInt8]) -> Bool {
    var u = publicKey
    u[31] &= 0x7F
    return lowOrder.contains(u)
  }

  // libsodium's list, x25519_ref10.c: 0, 1, the two of order 8, p - 1, p and p + 1.
  private static let lowOrder: [[UInt8]] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ].compactMap { Hex.decode($0) }
}
