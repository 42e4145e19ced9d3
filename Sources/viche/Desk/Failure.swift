// SPDX-License-Identifier: Apache-2.0

import Governance

/// Why a command ends without having done what was asked; the texts are already in the language.
struct Failure: Error {
  /// The exit code, by kind (sysexits(3), and 1 as in grep: the answer is no).
  enum Kind: Int32 {
    case refused = 1
    case usage = 64
    case malformed = 65
    case noInput = 66
    case trouble = 74
  }
  let kind: Kind
  /// What and why, by which clause.
  let message: String
  /// What else is known, a line each.
  let remarks: [String]
  /// What to do.
  let hint: String?
  /// The same for programs, where `--json` is asked for.
  let details: [String: JSON]

  init(
    _ kind: Kind, _ message: String, hint: String? = nil, details: [String: JSON] = [:],
    remarks: [String] = []
  ) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.details = details
    self.remarks = remarks
  }
}
