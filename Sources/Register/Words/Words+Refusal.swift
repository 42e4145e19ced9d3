// SPDX-License-Identifier: Apache-2.0

public import Governance

extension Words {
  /// A refusal in one sentence, with the clause that stands in the way: `… (§ windows.vote_5d)`.
  ///
  /// Times in it are written in the calendar's civil time, and in UTC where there is none.
  public func sentence(for refusal: Refusal, _ calendar: CivilCalendar? = nil) -> String {
    let facts = refusal.facts.filter { !$0.value.isEmpty && $0.value != "–" }
    let inWords = facts.mapValues { shown($0, refusal, calendar) }
    let values = refusal.facts.merging(inWords) { $1 }
    let what = self(messageKey(of: refusal.code, facts.keys.sorted()), values)
    return refusal.clause.map { "\(what) (§ \(Plain.safe($0)))" } ?? what
  }

  /// What can be done about a refusal, if anything is known to help.
  public func hint(for refusal: Refusal) -> String? {
    let key = "hint.\(refusal.code.rawValue)"
    return has(key) ? self(key) : nil
  }

  /// One refusal may have several sentences; the facts that are there say which.
  private func messageKey(of code: Refusal.Code, _ facts: [String]) -> String {
    let key = "refusal.\(code.rawValue)"
    return facts.lazy.map { "\(key).\($0)" }.first(where: has) ?? key
  }

  /// A fact as people read it: times by the calendar, names of signers and outcomes in words.
  private func shown(
    _ fact: String, _ refusal: Refusal, _ calendar: CivilCalendar?
  ) -> String {
    if let instant = Instant(fact) { return Moment(language, calendar).text(instant) }
    if refusal.code == .wrongSigners {
      let parts = fact.split(separator: ", ").map(String.init)
      return parts.map { term("signer", $0) }.joined(separator: ", ")
    }
    if refusal.code == .wrongOutcome { return term("outcome", fact) }
    return refusal.code == .wrongScreening ? term("disposition", fact) : fact
  }
}
