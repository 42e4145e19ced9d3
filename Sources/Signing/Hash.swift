// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// SHA-256 (FIPS 180-4), the only hash of the log; and MD5, which draws lots and guards nothing.
public enum Hash {
  /// The length of every hash, in bytes.
  public static let length = 32

  /// The SHA-256 of `bytes`: 32 bytes.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    unsafe digest(bytes, by: sha256Algorithm, length: length)
  }

  /// The MD5 of `bytes`: 16 bytes (RFC 1321).
  ///
  /// Only for RFC 3797, which draws with it: it is broken wherever somebody could choose both of two
  /// texts.
  public static func md5(_ bytes: [UInt8]) -> [UInt8] {
    unsafe digest(bytes, by: md5Algorithm, length: 16)
  }

  private static func digest(
    _ bytes: [UInt8], by algorithm: OpaquePointer, length: Int
  ) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: length) { hash, count in
      let done = unsafe bytes.withUnsafeBytes {
        unsafe EVP_Digest($0.baseAddress, $0.count, hash.baseAddress, nil, algorithm, nil)
      }
      precondition(done == 1, "libcrypto could not hash")
      count = length
    }
  }

  // Fetched once: a fetch for each hash (EVP_sha256) doubles what a short one costs. Never written
  // again and never freed, so threads may share it.
  private nonisolated(unsafe) static let sha256Algorithm = unsafe fetch("SHA256")
  private nonisolated(unsafe) static let md5Algorithm = unsafe fetch("MD5")

  private static func fetch(_ name: String) -> OpaquePointer {
    guard let fetched = unsafe EVP_MD_fetch(nil, name, nil) else {
      preconditionFailure("libcrypto has no \(name)")
    }
    return unsafe fetched
  }
}
