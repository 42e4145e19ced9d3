// SPDX-License-Identifier: Apache-2.0

import Governance
import Register
import Signing

extension Files {
  /// SHA-256 of a file, as statements write it.
  func digest(of path: String) throws -> String { Hex.encode(Hash.sha256(try read(path))) }
}

extension Desk {
  /// `{language: digest}` from `uk=FILE`, as often as there are languages.
  func textDigests(_ pairs: [String]) throws -> [String: JSON] {
    try named(pairs, shape: "uk=FILE").mapValues { .string(try files.digest(of: $0)) }
  }

  /// `{language: title}` from `uk=TITLE`.
  func titles(_ pairs: [String]) throws -> [String: JSON] {
    try named(pairs, shape: "uk=TITLE").mapValues { .string(Text.clean($0)) }
  }

  /// What stands before and after the first equals sign of each.
  func named(_ pairs: [String], shape: String) throws -> [String: String] {
    var values: [String: String] = [:]
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      guard parts.count == 2, Identifier.isValid(parts[0]), values[parts[0]] == nil else {
        throw Failure(
          .usage, words("deed.pair", ["text": Plain.safe(pair), "shape": shape]))
      }
      values[parts[0]] = parts[1]
    }
    return values
  }
}
