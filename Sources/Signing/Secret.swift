// SPDX-License-Identifier: Apache-2.0
import COpenSSL

/// What is done with bytes that nobody may find in memory later.
public enum Secret {
  /// Overwrites `bytes` with zeros in a way that the compiler cannot leave out, and empties it.
  ///
  /// An array that shares its memory with another is copied first, and the other stays as it is.
  public static func wipe(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
    bytes = []
  }
}
