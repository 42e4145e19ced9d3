// SPDX-License-Identifier: Apache-2.0

import Counting
public import Governance

/// How the outcome of a vote follows from its ballots, step by step.
///
///     P-1: carried, by the rule two_thirds (§ rules.two_thirds, version 1)
///     yes 12, no 3, abstain 1
///     16 electors, 16 took part, 15 cast
///     quorum: took part 16 of 16 electors; needs at least half: 8 – met
///     to carry: yes 12 of 15 votes cast; needs at least two thirds: 10 – met
public struct TallyExplained: Sendable {
  let words: Words
  let assembly: Assembly

  /// Explanations in a language.
  public init(_ words: Words, _ assembly: Assembly) {
    self.words = words
    self.assembly = assembly
  }

  /// The working out of one item of a vote that is over, and the ballots that did not count.
  public func lines(
    of vote: Vote, _ result: TallyPublished.Result,
    excluded: [TallyPublished.Exclusion] = []
  ) -> [String] {
    guard let rule = assembly.edition(vote.version)?.rule(of: vote) else { return [] }
    let working = Working(self, vote, rule, result)
    let head = [working.head, words.counts(result.whole.counts)] + working.bases
    let verdict = result.elected.map { [working.elected($0.candidates)] } ?? working.verdict
    return head + verdict + excluded.map { words.line(for: $0, in: vote) }
  }
}

/// One item, its rule and its numbers.
private struct Working {
  let words: Words
  let teller: TallyExplained
  let vote: Vote
  let rule: Statutes.Rule
  let result: TallyPublished.Result
  let seats: Int?

  init(
    _ teller: TallyExplained, _ vote: Vote, _ rule: Statutes.Rule,
    _ result: TallyPublished.Result
  ) {
    self.words = teller.words
    self.teller = teller
    self.vote = vote
    self.rule = rule
    self.result = result
    self.seats = teller.assembly.seats(of: vote)
  }

  var head: String {
    if vote.election != nil {
      return words(
        "working.head.election",
        [
          "item": result.item, "outcome": words.term("outcome", result.outcome.rawValue),
          "rule": vote.rule, "version": "\(vote.version)",
        ])
    }
    let variant = rule.isRetry(round: vote.round) ? ".retry" : vote.round > 1 ? ".round" : ""
    return words(
      "working.head\(variant)",
      [
        "item": result.item, "outcome": words.term("outcome", result.outcome.rawValue),
        "rule": vote.rule, "round": "\(vote.round)", "version": "\(vote.version)",
      ])
  }

  /// Who could vote, who did, and who was not counted.
  var bases: [String] {
    var lines = [bases(of: result.whole)]
    if vote.election == nil, let seats {
      lines.append(words("working.seats", ["seats": "\(seats)"]))
    }
    if let attribute = rule.weight {
      lines.append(words("working.weights", ["attribute": attribute]))
    }
    if vote.election == nil, let recused { lines.append(recused) }
    if !vote.proxies.isEmpty {
      lines.append(words("working.proxies", ["count": "\(vote.proxies.count)"]))
    }
    let setAside = vote.tests.values.count { $0[result.item] == .setAside }
    if setAside > 0 { lines.append(words("working.set_aside", ["count": "\(setAside)"])) }
    return lines
  }

  private func bases(of count: TallyPublished.Count) -> String {
    let values = [
      "electors": "\(count.electors)", "ballots": "\(count.ballots)",
      "cast": "\(count.tally.cast)",
    ]
    let hasSides = rule.ballot == .yesNo || rule.ballot == .consent
    return words(hasSides ? "working.bases.cast" : "working.bases", values)
  }

  /// Who is elected, in order.
  func elected(_ names: [String]) -> String {
    words(
      names.isEmpty ? "working.elected.nobody" : "working.elected",
      ["names": names.joined(separator: ", ")])
  }

  /// Groups that were in the electorate and are no electors of this item, by weight.
  private var recused: String? {
    let left = { (party: String) in
      teller.assembly.parties[party]?.left.map { $0 < vote.closes } ?? false
    }
    let present = vote.electorate.indices.filter { !vote.electorate[$0].allSatisfy(left) }
    let all = present.reduce(0) { $0 + (vote.weights?[$1] ?? 1) }
    let count = all - result.whole.electors
    guard count > 0 else { return nil }
    let declared = (vote.conflicts[result.item] ?? []).sorted()
    let names = declared.map { vote.parties(at: $0).joined(separator: "+") }
    let values = ["count": "\(count)", "names": words.list(names)]
    return words(names.isEmpty ? "working.recused" : "working.recused.named", values)
  }

  /// Every clause with its numbers, and what else decided.
  var verdict: [String] {
    if result.outcome == .void {
      return [words("working.void.\(result.whole.electors == 0 ? "none" : "one")")]
    }
    let retry = rule.isRetry(round: vote.round)
    var lines = clauses(
      of: rule.quorum(inRound: vote.round), words("working.label.\(retry ? "retry" : "quorum")"),
      result.whole, seats)
    lines += clauses(of: rule.pass, words("working.label.pass"), result.whole, seats)
    for roll in rule.blocs?.by ?? [] { lines += bloc(roll) }
    return lines + choice
  }

  private func bloc(_ roll: String) -> [String] {
    guard let count = result.blocs[roll] else { return [] }
    func label(_ name: String) -> String {
      words("working.label.bloc", ["label": words("working.label.\(name)"), "roll": roll])
    }
    let head = words(
      "working.bloc",
      ["roll": roll, "bases": bases(of: count), "counts": words.counts(count.counts)])
    return [head] + clauses(of: rule.blocs?.quorum, label("quorum"), count, nil)
      + clauses(of: rule.blocs?.each, label("pass"), count, nil)
  }

  /// Which option won, or that nothing was ahead.
  private var choice: [String] {
    if rule.ballot == .approval { return [approval] }
    let tally = result.whole.tally
    let tied = rule.ballot == .yesNo && tally.yes == tally.no && tally.yes > 0
    return tied && result.outcome == .lost ? [words("working.tie")] : []
  }

  private var approval: String {
    let counts = result.whole.counts
    guard let most = counts.values.max(), most > 0 else { return words("working.no_approval") }
    let best = counts.filter { $0.value == most }.keys.sorted()
    let values = [
      "option": best[0], "options": words.list(best), "count": "\(most)",
    ]
    return words(best.count == 1 ? "working.winner" : "working.tie.options", values)
  }

  private func clauses(
    of condition: Condition?, _ label: String, _ count: TallyPublished.Count, _ seats: Int?
  ) -> [String] {
    let bases = count.bases(seats: seats)
    return (condition?.working(by: count.tally, bases: bases) ?? []).map {
      words.line(for: $0, label: label)
    }
  }
}

extension Words {
  /// One clause with its numbers: `quorum: took part 16 of 16 electors; needs at least half: 8 – met`.
  func line(for working: ClauseWorking, label: String) -> String {
    let clause = working.clause
    let whole = working.baseCount
    var values = [
      "label": label, "left": "\(working.left)", "word": counted(clause.count),
      "met": self(working.met ? "working.met" : "working.not_met"),
      "bound": clause.bound(of: whole ?? 1).map(String.init) ?? "–",
    ]
    let isLimit = clause.comparison == .atMost || clause.comparison == .less
    let limit = isLimit ? ".limit" : ""
    guard let base = clause.base, let whole else {
      values["need"] = need(clause)
      return self("working.clause.number\(limit)", values)
    }
    values["base"] = self("whole.\(base.rawValue)", ["whole": "\(whole)"])
    if whole == 0 { return self("working.clause.nobody", values) }
    values["need"] = needOfThem(clause)
    return self("working.clause\(limit)", values)
  }

  /// `at least half`, `all`: the base is said elsewhere.
  private func needOfThem(_ clause: Condition.Clause) -> String {
    let isAll = clause.share == Fraction(1)
    if isAll, clause.comparison == .atLeast { return self("share.all") }
    let amount = isAll ? self("share.all") : share(clause.share)
    return self("need.\(clause.comparison.word)", ["amount": amount])
  }

  /// What a clause counts, as it stands before a number.
  private func counted(_ count: Condition.Count) -> String {
    count == .takePart
      ? self("tally_word.take_part") : self("ballot_word.\(count.rawValue)")
  }
}
