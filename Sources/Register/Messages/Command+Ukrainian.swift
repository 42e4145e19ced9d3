// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Command {
  /// What the command itself says in Ukrainian.
  static let ukrainian: [String: String] = [
    "command.dry_run": "нічого не записано"
  ]
}
