// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// An Ed25519 private key.
///
/// Not copyable: whoever holds it may sign. libcrypto keeps it, and wipes it with its last user.
public struct SigningKey: ~Copyable, Sendable {
  /// The key that verifies what this one signs.
  public let publicKey: PublicKey
  let handle: KeyHandle

  /// Takes a key of libcrypto's over, if it is an Ed25519 key.
  init(_ handle: KeyHandle) throws(SigningError) {
    var rawBytes = [UInt8](repeating: 0, count: 32)
    var count = rawBytes.count
    let name = unsafe EVP_PKEY_get0_type_name(handle.pointer).map { unsafe String(cString: $0) }
    guard name == "ED25519" else { throw .otherAlgorithm(name ?? "unknown") }
    let done = unsafe rawBytes.withUnsafeMutableBufferPointer {
      unsafe EVP_PKEY_get_raw_public_key(handle.pointer, $0.baseAddress, &count)
    }
    guard done == 1, count == 32 else { throw .libcrypto("EVP_PKEY_get_raw_public_key") }
    self.publicKey = try PublicKey(rawBytes: rawBytes)
    self.handle = handle
  }

  /// A new key from 32 random bytes.
  public static func generate() throws(SigningError) -> SigningKey {
    var seed = try SecureRandom.bytes(32)
    defer { Secret.wipe(&seed) }
    return try SigningKey(seed: seed)
  }

  /// The key of a known seed (RFC 8032 section 5.1.5), for tests and examples that must repeat.
  public init(seed: [UInt8]) throws(SigningError) {
    guard seed.count == 32 else { throw .malformedPrivateKey }
    let pointer = unsafe seed.withUnsafeBufferPointer {
      unsafe EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, $0.baseAddress, $0.count)
    }
    guard let pointer = unsafe pointer else { throw .libcrypto("EVP_PKEY_new_raw_private_key_ex") }
    try self.init(unsafe KeyHandle(owning: pointer))
  }

  /// The 64 bytes (RFC 8032 section 5.1.6) with which this key signs exactly `message`.
  public func signature(for message: [UInt8]) throws(SigningError) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new() else { throw .libcrypto("EVP_MD_CTX_new") }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestSignInit_ex(context, nil, nil, nil, nil, handle.pointer, nil) == 1
    else { throw .libcrypto("EVP_DigestSignInit_ex") }
    var signature = [UInt8](repeating: 0, count: 64)
    var count = signature.count
    let done = unsafe signature.withUnsafeMutableBufferPointer { signature in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_DigestSign(
          context, signature.baseAddress, &count, message.baseAddress, message.count)
      }
    }
    guard done == 1, count == 64 else { throw .libcrypto("EVP_DigestSign") }
    return signature
  }
}
