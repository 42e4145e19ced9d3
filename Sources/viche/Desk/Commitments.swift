// SPDX-License-Identifier: Apache-2.0

import Governance
import Signing

/// What the log gets of personal values, and what stays outside to open it.
///
/// SHA-256("viche/commit/v1" ‖ 0 ‖ field ‖ 0 ‖ salt ‖ value): who deletes the salt erases the value.
struct Commitments {
  /// Field to hash, 64 hex digits: what a statement carries.
  private(set) var hashes: [String: JSON] = [:]
  /// Field to salt and value: what is kept beside the log.
  private(set) var openings: [String: JSON] = [:]

  init(_ values: [String: String]) throws(SigningError) {
    for (field, value) in values {
      let salt = try SecureRandom.bytes(32)
      let label = Array("viche/commit/v1".utf8) + [0] + Array(field.utf8) + [0]
      hashes[field] = .string(Hex.encode(Hash.sha256(label + salt + Array(value.utf8))))
      openings[field] = ["salt": .string(Hex.encode(salt)), "value": .string(value)]
    }
  }
}
