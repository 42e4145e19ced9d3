// SPDX-License-Identifier: Apache-2.0

/// The random key of one file, from which those for its header and its payload are derived.
enum FileKey {
  /// Its length in bytes.
  static let length = 16

  /// A new file key; the caller wipes it.
  static func fresh() throws(SealingError) -> [UInt8] {
    try randomBytes(length)
  }
}
