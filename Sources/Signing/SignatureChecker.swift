// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Verifies many signatures at libcrypto's own rate: sets each key up once, and keeps it.
///
/// For one thread; a second thread makes a second one. It remembers every key that it met, so it
/// lives as long as one reading of one log.
@safe public final class SignatureChecker {
  private let context: OpaquePointer
  private var handles: [PublicKey: KeyHandle] = [:]

  /// A checker that knows no key yet.
  public init() throws(SigningError) {
    guard let context = unsafe EVP_MD_CTX_new() else { throw .libcrypto("EVP_MD_CTX_new") }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Whether `signature` is `key`'s over exactly `message`; false if it is not 64 bytes long.
  public func isValid(
    _ signature: [UInt8], for message: [UInt8], by key: PublicKey
  ) throws(SigningError) -> Bool {
    let handle = try handle(of: key)
    guard signature.count == 64 else { return false }
    guard unsafe EVP_MD_CTX_reset(context) == 1,
      unsafe EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, handle.pointer, nil) == 1
    else { throw .libcrypto("EVP_DigestVerifyInit_ex") }
    let answer = unsafe signature.withUnsafeBufferPointer { signature in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_DigestVerify(
          context, signature.baseAddress, signature.count, message.baseAddress, message.count)
      }
    }
    guard answer >= 0 else { throw .libcrypto("EVP_DigestVerify") }
    if answer == 0 { LibcryptoError.clear() }
    return answer == 1
  }

  private func handle(of key: PublicKey) throws(SigningError) -> KeyHandle {
    if let handle = handles[key] { return handle }
    let handle = try KeyHandle(key)
    handles[key] = handle
    return handle
  }
}
