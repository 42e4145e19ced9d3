// SPDX-License-Identifier: Apache-2.0
import COpenSSL
import Signing

/// The one owner of an X25519 key inside libcrypto, which wipes it with its last user.
///
/// An `EVP_PKEY` is only read once it is made, and its count of users is atomic: threads may share.
@safe final class X25519Key: @unchecked Sendable {
  /// Length of private keys, of public keys and of what two of them share, in bytes.
  static let length = 32

  private let pointer: OpaquePointer

  /// Takes a private key's 32 bytes, of any value: clamping is X25519's own (RFC 7748 section 5).
  init(privateKey: [UInt8]) throws(SealingError) {
    precondition(privateKey.count == Self.length, "X25519 keys have 32 bytes")
    let pointer = unsafe privateKey.withUnsafeBufferPointer {
      unsafe EVP_PKEY_new_raw_private_key_ex(nil, "X25519", nil, $0.baseAddress, $0.count)
    }
    guard let pointer = unsafe pointer else { throw .libcrypto("EVP_PKEY_new_raw_private_key_ex") }
    unsafe self.pointer = pointer
  }

  private init(publicKey: [UInt8]) throws(SealingError) {
    precondition(publicKey.count == Self.length, "X25519 keys have 32 bytes")
    let pointer = unsafe publicKey.withUnsafeBufferPointer {
      unsafe EVP_PKEY_new_raw_public_key_ex(nil, "X25519", nil, $0.baseAddress, $0.count)
    }
    guard let pointer = unsafe pointer else { throw .libcrypto("EVP_PKEY_new_raw_public_key_ex") }
    unsafe self.pointer = pointer
  }

  deinit { unsafe EVP_PKEY_free(pointer) }

  /// A key from 32 random bytes.
  static func fresh() throws(SealingError) -> X25519Key {
    var bytes = try randomBytes(length)
    defer { Secret.wipe(&bytes) }
    return try X25519Key(privateKey: bytes)
  }

  /// The public key's 32 bytes.
  func publicBytes() throws(SealingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.length)
    var count = bytes.count
    let done = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe EVP_PKEY_get_raw_public_key(pointer, $0.baseAddress, &count)
    }
    guard done == 1, count == Self.length else { throw .libcrypto("EVP_PKEY_get_raw_public_key") }
    return bytes
  }

  /// The private key's 32 bytes as they were given; the caller wipes them.
  func privateBytes() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.length)
    var count = bytes.count
    let done = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe EVP_PKEY_get_raw_private_key(pointer, $0.baseAddress, &count)
    }
    precondition(done == 1 && count == Self.length, "libcrypto lost a private key")
    return bytes
  }

  /// What this private key shares with a public key; nil where that is a point of low order.
  ///
  /// The caller wipes the 32 bytes. libcrypto does what RFC 7748 section 6.1 asks for: it refuses
  /// a shared secret of zeros, and has no other reason to refuse.
  func sharedSecret(with publicKey: [UInt8]) throws(SealingError) -> [UInt8]? {
    let peer = try X25519Key(publicKey: publicKey)
    guard let context = unsafe EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil) else {
      throw .libcrypto("EVP_PKEY_CTX_new_from_pkey")
    }
    defer { unsafe EVP_PKEY_CTX_free(context) }
    guard unsafe EVP_PKEY_derive_init(context) == 1,
      unsafe EVP_PKEY_derive_set_peer(context, peer.pointer) == 1
    else { throw .libcrypto("EVP_PKEY_derive_set_peer") }
    var secret = [UInt8](repeating: 0, count: Self.length)
    var count = secret.count
    let done = unsafe secret.withUnsafeMutableBufferPointer {
      unsafe EVP_PKEY_derive(context, $0.baseAddress, &count)
    }
    guard done == 1, count == Self.length else {
      LibcryptoError.clear()
      return nil
    }
    return secret
  }
}
