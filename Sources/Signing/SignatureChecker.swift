// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Verifies many signatures at libcrypto's own rate: sets each key up once, and keeps it.
///
/// For one thread; a second thread makes a second one. It remembers every key that it met, so it
/// lives as long as one reading of one log.
public final class SignatureChecker {
  private var contexts: [PublicKey: VerifyContext] = [:]

  /// A checker that knows no key yet.
  public init() {}

  /// Whether `signature` is `key`'s over exactly `message`; false if it is not 64 bytes long.
  public func isValid(
    _ signature: [UInt8], for message: [UInt8], by key: PublicKey
  ) throws(SigningError) -> Bool {
    let context = try context(of: key)
    guard signature.count == 64 else { return false }
    return try context.isValid(signature, for: message)
  }

  private func context(of key: PublicKey) throws(SigningError) -> VerifyContext {
    if let context = contexts[key] { return context }
    let context = try VerifyContext(key)
    contexts[key] = context
    return context
  }
}

/// What libcrypto verifies one key's signatures with, one after the other.
///
/// Setting a key up in a context is a fiftieth of what a signature costs, so that is done once.
@safe private final class VerifyContext {
  private let pointer: OpaquePointer

  init(_ key: PublicKey) throws(SigningError) {
    let key = try KeyHandle(key)
    guard let pointer = unsafe EVP_MD_CTX_new() else { throw .libcrypto("EVP_MD_CTX_new") }
    unsafe self.pointer = pointer
    // The context keeps the key alive.
    guard unsafe EVP_DigestVerifyInit_ex(pointer, nil, nil, nil, nil, key.pointer, nil) == 1
    else { throw .libcrypto("EVP_DigestVerifyInit_ex") }
  }

  deinit { unsafe EVP_MD_CTX_free(pointer) }

  func isValid(_ signature: [UInt8], for message: [UInt8]) throws(SigningError) -> Bool {
    // Without a key it begins again with the one that it has.
    guard unsafe EVP_DigestVerifyInit_ex(pointer, nil, nil, nil, nil, nil, nil) == 1
    else { throw .libcrypto("EVP_DigestVerifyInit_ex") }
    let answer = unsafe signature.withUnsafeBufferPointer { signature in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe EVP_DigestVerify(
          pointer, signature.baseAddress, signature.count, message.baseAddress, message.count)
      }
    }
    guard answer >= 0 else { throw .libcrypto("EVP_DigestVerify") }
    if answer == 0 { LibcryptoError.clear() }
    return answer == 1
  }
}
