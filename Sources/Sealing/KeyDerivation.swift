// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// HKDF and HMAC with SHA-256 (RFC 5869, RFC 2104), as the age format uses them.
enum KeyDerivation {
  /// 32 bytes of HKDF; the caller wipes them.
  static func hkdf(
    key: [UInt8], salt: ArraySlice<UInt8>, info: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    let done = unsafe key.withUnsafeBytes { key in
      unsafe salt.withUnsafeBytes { salt in
        unsafe info.withUnsafeBytes { info in
          unsafe output.withUnsafeMutableBufferPointer { output in
            unsafe viche_hkdf_sha256(
              algorithm, key.baseAddress, key.count, salt.baseAddress, salt.count,
              info.baseAddress, info.count, output.baseAddress)
          }
        }
      }
    }
    guard done == 1 else { throw .libcrypto("EVP_KDF_derive") }
    return output
  }

  /// The 32 bytes of HMAC over `message`.
  static func hmac(
    key: [UInt8], message: ArraySlice<UInt8>
  ) throws(SealingError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: 32)
    var count = 0
    let done = unsafe key.withUnsafeBytes { key in
      unsafe message.withUnsafeBufferPointer { message in
        unsafe output.withUnsafeMutableBufferPointer { output in
          unsafe EVP_Q_mac(
            nil, "HMAC", nil, "SHA256", nil, key.baseAddress, key.count, message.baseAddress,
            message.count, output.baseAddress, output.count, &count)
        }
      }
    }
    guard unsafe done != nil, count == 32 else { throw .libcrypto("EVP_Q_mac") }
    return output
  }

  /// Whether two hashes are equal, in a time that does not tell where they differ.
  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe left.withUnsafeBytes { left in
      unsafe right.withUnsafeBytes { right in
        unsafe CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
      }
    }
  }

  // Fetched once, as in Signing's Hash. Never written again and never freed: threads may share it.
  private nonisolated(unsafe) static let algorithm: OpaquePointer = {
    guard let fetched = unsafe EVP_KDF_fetch(nil, "HKDF", nil) else {
      preconditionFailure("libcrypto has no HKDF")
    }
    return unsafe fetched
  }()
}
