// SPDX-License-Identifier: Apache-2.0

extension Statutes {
  /// Reads who sees one kind of entry, and when; the words are not closed yet.
  static func audiences(_ name: String, _ branch: Branch) -> [String: [String]]? {
    var audiences: [String: [String]] = [:]
    for member in branch.members() {
      switch member.name {
      case "keeper": audiences[member.name] = member.references(.role)
      case "erase_after": audiences[member.name] = (member.duration()?.text).map { [$0] }
      case "small_group_hidden_below":
        audiences[member.name] = member.integer(1...1_000).map { ["\($0)"] }
      case "languages": audiences[member.name] = member.identifiers()
      case _: audiences[member.name] = member.words()
      }
    }
    return audiences
  }
}

extension Branch {
  /// One word or a list of words.
  fileprivate func words() -> [String] {
    value.array == nil ? [identifier()].compactMap(\.self) : identifiers()
  }
}
