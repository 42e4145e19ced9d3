// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// A private key as PKCS#8 has it (RFC 5958), of any algorithm, not encrypted.
@safe struct PKCS8: ~Copyable {
  private let document: OpaquePointer

  deinit { unsafe PKCS8_PRIV_KEY_INFO_free(document) }

  /// Decodes a `PRIVATE KEY` block.
  init(plain block: borrowing PEMBlock) throws(SigningError) {
    let document = unsafe Self.decode(block.content) { unsafe d2i_PKCS8_PRIV_KEY_INFO(nil, $0, $1) }
    guard let document = unsafe document else {
      LibcryptoError.clear()
      throw .malformedPrivateKey
    }
    unsafe self.document = document
  }

  /// Decrypts an `ENCRYPTED PRIVATE KEY` block.
  init(encrypted block: borrowing PEMBlock, passphrase: [UInt8]) throws(SigningError) {
    let sealed = unsafe Self.decode(block.content) { unsafe d2i_X509_SIG(nil, $0, $1) }
    guard let sealed = unsafe sealed else {
      LibcryptoError.clear()
      throw .malformedPrivateKey
    }
    defer { unsafe X509_SIG_free(sealed) }
    let document = unsafe passphrase.withUnsafeBytes { passphrase in
      unsafe PKCS8_decrypt(
        sealed, passphrase.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: passphrase.count))
    }
    guard let document = unsafe document else { throw Self.failedDecryption() }
    unsafe self.document = document
  }

  /// The document that holds an existing key.
  init(_ key: KeyHandle) throws(SigningError) {
    guard let document = unsafe EVP_PKEY2PKCS8(key.pointer) else {
      throw .libcrypto("EVP_PKEY2PKCS8")
    }
    unsafe self.document = document
  }

  /// The key in the document, of whatever algorithm.
  borrowing func key() throws(SigningError) -> KeyHandle {
    guard let key = unsafe EVP_PKCS82PKEY(document) else { throw .libcrypto("EVP_PKCS82PKEY") }
    return unsafe KeyHandle(owning: key)
  }

  /// The document as PEM, encrypted if there is a passphrase.
  borrowing func pem(passphrase: [UInt8]?) throws(SigningError) -> [UInt8] {
    guard let sink = unsafe BIO_new(BIO_s_mem()) else { throw .libcrypto("BIO_new") }
    defer { unsafe BIO_free(sink) }
    if let passphrase {
      try unsafe writeEncrypted(to: sink, passphrase: passphrase)
    } else {
      guard unsafe PEM_write_bio_PKCS8_PRIV_KEY_INFO(sink, document) == 1 else {
        throw .libcrypto("PEM_write_bio_PKCS8_PRIV_KEY_INFO")
      }
    }
    var pem = [UInt8](repeating: 0, count: unsafe BIO_ctrl_pending(sink))
    let count = unsafe pem.withUnsafeMutableBytes {
      unsafe BIO_read(sink, $0.baseAddress, Int32($0.count))
    }
    guard count == pem.count else { throw .libcrypto("BIO_read") }
    return pem
  }

  private func writeEncrypted(
    to sink: OpaquePointer, passphrase: [UInt8]
  ) throws(SigningError) {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    guard passphrase.count <= PassphrasePrompt.lengthMax else {
      throw .passphraseTooLong(bytes: passphrase.count)
    }
    let sealed = unsafe passphrase.withUnsafeBytes { passphrase in
      // -1: PBES2 of PKCS#5 with libcrypto's own choice of hash, HMAC with SHA-256.
      unsafe PKCS8_encrypt(
        -1, EVP_aes_256_cbc(), passphrase.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(passphrase.count), nil, 0, Self.iterations, document)
    }
    guard let sealed = unsafe sealed else { throw .libcrypto("PKCS8_encrypt") }
    defer { unsafe X509_SIG_free(sealed) }
    guard unsafe PEM_write_bio_PKCS8(sink, sealed) == 1 else {
      throw .libcrypto("PEM_write_bio_PKCS8")
    }
  }

  /// PBKDF2's iterations: what OWASP asks of HMAC with SHA-256 (2023); `openssl` writes 2,048.
  private static let iterations: Int32 = 600_000

  /// Decodes the DER at the start of `content`; as `openssl` does, what comes after it is ignored.
  private static func decode(
    _ content: [UInt8],
    _ decoder: (UnsafeMutablePointer<UnsafePointer<UInt8>?>, Int) -> OpaquePointer?
  ) -> OpaquePointer? {
    unsafe content.withUnsafeBufferPointer { content in
      var next = content.baseAddress
      return unsafe decoder(&next, content.count)
    }
  }

  /// Tells a wrong passphrase from a key that libcrypto cannot decrypt at all.
  ///
  /// A wrong passphrase leaves bad padding, or one time in 256 good padding around noise.
  private static func failedDecryption() -> SigningError {
    let queue = LibcryptoError.drain()
    let isWrong = queue.contains {
      $0.library == ERR_LIB_PKCS12
        && [PKCS12_R_PKCS12_CIPHERFINAL_ERROR, PKCS12_R_DECODE_ERROR].contains(Int32($0.reason))
    }
    return isWrong ? .wrongPassphrase : .libcrypto(function: "PKCS8_decrypt", queue: queue)
  }
}
