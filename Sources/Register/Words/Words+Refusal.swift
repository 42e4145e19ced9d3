// SPDX-License-Identifier: Apache-2.0

import Counting
public import Governance

extension Words {
  /// A refusal in one sentence, with the clause that stands in the way: `… (§ windows.vote_5d)`.
  ///
  /// Times in it are written in the calendar's civil time, and in UTC where there is none.
  public func sentence(for refusal: Refusal, _ calendar: CivilCalendar? = nil) -> String {
    sentence(for: refusal, calendar, nil)
  }

  /// The same for a ledger that is at hand: shares of seats are told with their numbers too.
  public func sentence(for refusal: Refusal, in assembly: Assembly) -> String {
    sentence(for: refusal, assembly.calendar, assembly)
  }

  private func sentence(
    for refusal: Refusal, _ calendar: CivilCalendar?, _ assembly: Assembly?
  ) -> String {
    let facts = refusal.facts.filter { !$0.value.isEmpty && $0.value != "–" }
    var inWords = facts.reduce(into: [:]) {
      $0[$1.key] = shown($1.value, as: $1.key, refusal, calendar)
    }
    if let needed = facts["needed"], facts["yes"] != nil {
      inWords["needed"] = self.needed(needed, by: facts["missing"], assembly)
    }
    inWords.merge(recomputed(refusal)) { $1 }
    if refusal.code == .wrongSigners, let assembly, let missing = inWords["missing"] {
      inWords["missing"] = named(missing, holders(missing: refusal, assembly))
    }
    if let kind = facts["kind"] {
      inWords["thing"] = term("thing", kind)
      inWords["none"] = term("thing.none", kind)
      inWords["member"] = inWords["name"]
    }
    let key = messageKey(beside: refusal, assembly) ?? messageKey(of: refusal.code, facts)
    let what = self(key, refusal.facts.merging(inWords) { $1 })
    return refusal.clause.map { "\(what) (§ \(Plain.safe($0)))" } ?? what
  }

  /// What can be done about a refusal, if anything is known to help.
  public func hint(for refusal: Refusal) -> String? {
    let sentence = messageKey(beside: refusal, nil) ?? "refusal.\(refusal.code.rawValue)"
    let keys = [sentence, "refusal.\(refusal.code.rawValue)"].map {
      $0.replacing("refusal.", with: "hint.")
    }
    return keys.first(where: has).map { self($0) }
  }

  /// One refusal may have several sentences; the facts that are there say which.
  private func messageKey(of code: Refusal.Code, _ facts: [String: String]) -> String {
    let key = "refusal.\(code.rawValue)"
    if let kind = facts["kind"], has("\(key).\(kind)") { return "\(key).\(kind)" }
    if facts["yes"] != nil, facts["needed"].flatMap(Int.init) != nil { return "\(key).majority" }
    let isOfItem = ["application", "class", "stage"].contains { facts[$0] != nil }
    if code == .wrongTally, !isOfItem, !isCounted(facts) {
      return "\(key).excluded"
    }
    return facts.keys.sorted().lazy.map { "\(key).\($0)" }.first(where: has) ?? key
  }

  /// The sentence of a code that several rules share, where the clause or the numbers say which.
  private func messageKey(beside refusal: Refusal, _ assembly: Assembly?) -> String? {
    let key = "refusal.\(refusal.code.rawValue)"
    let isOfBody = refusal.clause?.hasPrefix("bodies.") ?? false
    switch refusal.code {
    case .wrongWindow: return isOfBody || refusal.clause == nil ? "\(key).before" : nil
    case .notAHolder: return isOfBody ? "\(key).body" : nil
    case .wrongPlaces:
      return refusal.facts["expected"]?.contains("..") == true ? "\(key).range" : nil
    case .notAnElector:
      let vote = refusal.facts["vote"].flatMap { assembly?.votes[$0] }
      let isItem = refusal.facts["key"].map { vote?.items.contains($0) == true } ?? false
      return isItem ? "\(key).item" : nil
    case .wrongDraw: return isCounted(refusal.facts) ? "\(key).count" : nil
    case .noVacancy:
      let seat = refusal.facts["seat"].flatMap { assembly?.statutes?.seats[$0] }
      return seat?.vacancy == .named ? "\(key).named" : nil
    case _: return nil
    }
  }

  private func isCounted(_ facts: [String: String]) -> Bool {
    ["found", "expected"].allSatisfy { facts[$0].flatMap(Int.init) != nil }
  }

  /// A fact as people read it: times by the calendar, names of signers and outcomes in words.
  private func shown(
    _ value: String, as name: String, _ refusal: Refusal, _ calendar: CivilCalendar?
  ) -> String {
    if let instant = Instant(value) { return Moment(language, calendar).text(instant) }
    switch (refusal.code, name) {
    case (.wrongSigners, _):
      return value.split(separator: ", ").map { signer(String($0)) }.joined(separator: ", ")
    case (.wrongOutcome, _): return term("outcome", value)
    case (.wrongScreening, _): return term("disposition", value)
    case (.notOnBallot, "ballot"): return term("ballot", value)
    case (.notAdopted, "status"): return term("status", value)
    case (.recused, "relation"): return term("relation", value)
    case (.mayNotPropose, "matter"), (.unknownMatter, "matter"): return term("matter", value)
    case (.ownStatement, "sha256"): return "\(value.prefix(12))…"
    case (.wrongRound, "found"), (.wrongRound, "expected"): return round(value)
    case (_, _): return value
    }
  }

  /// Who has to sign: a word, a name, or a path of the statutes: `bodies.steering`.
  private func signer(_ name: String) -> String {
    let parts = name.split(separator: ".").map(String.init)
    if parts.count == 2, parts[0] == "bodies" { return Plain.safe(parts[1]) }
    if parts.count == 3, parts[0] == "seats", parts[2] == "electors" {
      return self("signer.electors_of", ["seat": parts[1]])
    }
    return term("signer", name)
  }

  /// `two_thirds 2`: a rule and a round; `two_thirds 2 1`: and the version of the statutes.
  private func round(_ value: String) -> String {
    let parts = value.split(separator: " ").map(String.init)
    guard parts.count == 2 || parts.count == 3 else { return value }
    let key = parts.count == 2 ? "refusal.wrong_round.round" : "refusal.wrong_round.version"
    return self(key, ["rule": parts[0], "round": parts[1], "version": parts.last ?? ""])
  }

  /// What a written resolution asks of those who sign; they all take part and say yes.
  private func needed(_ text: String, by rule: String?, _ assembly: Assembly?) -> String {
    if Int(text) != nil { return self("need.signatures", ["count": text]) }
    guard let condition = try? Condition(text) else { return text }
    let statutes = assembly?.statutes
    let seats = rule.flatMap { statutes?.rules[$0] }.flatMap { statutes?.seatCount(of: $0) }
    return condition.clauses.map { clause in
      if clause.base == .seats, let seats { return need(clause, of: seats) }
      return need(clause)
    }
    .joined(separator: " \(self("list.and")) ")
  }
}

extension Statutes {
  /// All seats of the body that decides by a rule, filled or not; `nil` where it has none.
  func seatCount(of rule: Rule) -> Int? {
    guard case .body(let name) = rule.electors,
      case .seats(let classes)? = bodies[name]?.composition
    else { return nil }
    return classes.reduce(0) { $0 + (seats[$1]?.count ?? 0) }
  }
}
