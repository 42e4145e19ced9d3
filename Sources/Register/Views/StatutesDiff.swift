// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What differs between two versions of statutes, as an amendment sheet says it.
public enum StatutesDiff {
  /// One line for each place, in the order of the statutes: `§ windows.call_30d.open: was P30D, …`.
  public static func text(_ changes: [StatutesChange], _ language: Language) -> String {
    let words = Words(language)
    guard !changes.isEmpty else { return "\(words("diff.none"))\n" }
    return changes.map { "\(line($0, words))\n" }.joined()
  }

  private static func line(_ change: StatutesChange, _ words: Words) -> String {
    let values = ["path": change.path, "old": change.old ?? "", "new": change.new ?? ""]
    if change.old == nil { return words("diff.added", values) }
    return words(change.new == nil ? "diff.deleted" : "diff.changed", values)
  }
}
