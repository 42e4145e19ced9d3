// SPDX-License-Identifier: Apache-2.0

import Counting
public import Governance

extension Words {
  /// What staying silent means under a rule, in one sentence for everybody.
  public func silence(under rule: Statutes.Rule) -> String { self(silenceKey(rule)) }

  private func silenceKey(_ rule: Statutes.Rule) -> String {
    if rule.ballot == .silence { return "vote.silence.agrees" }
    let clauses = rule.pass.clauses + (rule.blocs?.each?.clauses ?? [])
    if clauses.contains(where: \.asksForApproval) { return "vote.silence.against" }
    return rule.quorum == nil && rule.blocs?.quorum == nil ? "vote.silence.nothing" : "vote.silence"
  }
}

extension Condition.Clause {
  /// Whether so many of all who could vote must agree, so that who stays away stands against it.
  var asksForApproval: Bool {
    guard base == .electors || base == .seats, comparison == .atLeast || comparison == .more else {
      return false
    }
    return count == .yes || count == .consent
  }
}
