// SPDX-License-Identifier: Apache-2.0
import COpenSSL
import Signing

/// ChaCha20-Poly1305 (RFC 8439 section 2.8) without additional data, for one key after another.
@safe struct ChaCha20Poly1305: ~Copyable {
  /// What sealing adds, in bytes.
  static let tagLength = 16
  /// The length of a nonce, in bytes.
  static let nonceLength = 12

  private let context: OpaquePointer

  init() throws(SealingError) {
    guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .libcrypto("EVP_CIPHER_CTX_new") }
    unsafe self.context = context
  }

  // Wipes the key's schedule as well.
  deinit { unsafe EVP_CIPHER_CTX_free(context) }

  /// Writes `plain` encrypted, and its tag, into `sealed` from `place` on.
  func seal(
    _ plain: ArraySlice<UInt8>, key: [UInt8], nonce: [UInt8], into sealed: inout [UInt8],
    at place: Int
  ) throws(SealingError) {
    precondition(place + plain.count + Self.tagLength <= sealed.count, "no room for a chunk")
    try start(key: key, nonce: nonce, seals: true)
    let done = unsafe plain.withUnsafeBufferPointer { plain in
      unsafe sealed.withUnsafeMutableBufferPointer { sealed in
        var (count, rest): (Int32, Int32) = (0, 0)
        let output = unsafe sealed.baseAddress?.advanced(by: place)
        return unsafe EVP_EncryptUpdate(
          context, output, &count, plain.baseAddress, Int32(plain.count)) == 1
          && EVP_EncryptFinal_ex(context, output?.advanced(by: Int(count)), &rest) == 1
          && EVP_CIPHER_CTX_ctrl(
            context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagLength),
            output?.advanced(by: plain.count)) == 1
      }
    }
    guard done else { throw .libcrypto("EVP_EncryptUpdate") }
  }

  /// Writes what `sealed` and its tag hold into `plain` from `place` on.
  ///
  /// False where the tag is wrong: what then stands in `plain` is for nobody to read.
  func open(
    _ sealed: ArraySlice<UInt8>, key: [UInt8], nonce: [UInt8], into plain: inout [UInt8],
    at place: Int
  ) throws(SealingError) -> Bool {
    guard sealed.count >= Self.tagLength else { return false }
    let plainCount = sealed.count - Self.tagLength
    precondition(place + plainCount <= plain.count, "no room for a chunk")
    try start(key: key, nonce: nonce, seals: false)
    var tag = Array(sealed.suffix(Self.tagLength))
    let done = unsafe sealed.withUnsafeBufferPointer { sealed in
      unsafe plain.withUnsafeMutableBufferPointer { plain in
        unsafe tag.withUnsafeMutableBytes { tag in
          var (count, rest): (Int32, Int32) = (0, 0)
          let output = unsafe plain.baseAddress?.advanced(by: place)
          return unsafe EVP_CIPHER_CTX_ctrl(
            context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), tag.baseAddress) == 1
            && EVP_DecryptUpdate(context, output, &count, sealed.baseAddress, Int32(plainCount))
              == 1
            && EVP_DecryptFinal_ex(context, output?.advanced(by: Int(count)), &rest) == 1
        }
      }
    }
    if !done { LibcryptoError.clear() }
    return done
  }

  private func start(key: [UInt8], nonce: [UInt8], seals: Bool) throws(SealingError) {
    precondition(key.count == 32 && nonce.count == Self.nonceLength, "not a key and a nonce")
    let done = unsafe key.withUnsafeBufferPointer { key in
      unsafe nonce.withUnsafeBufferPointer { nonce in
        unsafe EVP_CipherInit_ex2(
          context, Self.algorithm, key.baseAddress, nonce.baseAddress, seals ? 1 : 0, nil)
      }
    }
    guard done == 1 else { throw .libcrypto("EVP_CipherInit_ex2") }
  }

  // Fetched once, as in Signing's Hash. Never written again and never freed: threads may share it.
  private nonisolated(unsafe) static let algorithm: OpaquePointer = {
    guard let fetched = unsafe EVP_CIPHER_fetch(nil, "ChaCha20-Poly1305", nil) else {
      preconditionFailure("libcrypto has no ChaCha20-Poly1305")
    }
    return unsafe fetched
  }()
}
