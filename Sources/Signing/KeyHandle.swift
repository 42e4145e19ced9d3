// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// The one owner of a key inside libcrypto; frees it with its last user.
///
/// An `EVP_PKEY` is only read once it is made, and its count of users is atomic: threads may share.
@safe final class KeyHandle: @unchecked Sendable {
  let pointer: OpaquePointer

  /// Takes over `pointer`, which nobody else may free.
  init(owning pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  /// Sets a public key up for verifying.
  init(_ key: PublicKey) throws(SigningError) {
    let pointer = unsafe key.rawBytes.withUnsafeBufferPointer {
      unsafe EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, $0.baseAddress, $0.count)
    }
    guard let pointer = unsafe pointer else { throw .libcrypto("EVP_PKEY_new_raw_public_key_ex") }
    unsafe self.pointer = pointer
  }

  deinit { unsafe EVP_PKEY_free(pointer) }
}
