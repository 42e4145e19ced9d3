// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Command {
  /// What the command itself says in English.
  static let english: [String: String] = [
    "command.dry_run": "nothing was written"
  ]
}
