// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// Random bytes that nobody can foretell.
public enum SecureRandom {
  /// As many bytes of libcrypto's random generator as asked for.
  public static func bytes(_ count: Int) throws(SigningError) -> [UInt8] {
    precondition((0...65_536).contains(count), "random bytes for keys, not for disks")
    var bytes = [UInt8](repeating: 0, count: count)
    let done = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe RAND_bytes($0.baseAddress, Int32($0.count))
    }
    guard done == 1 else { throw .libcrypto("RAND_bytes") }
    return bytes
  }
}
