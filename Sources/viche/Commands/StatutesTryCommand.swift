// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Counting
import Governance
import Ledger
import Register

extension StatutesCommand {
  struct Try: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Decide the past again under new statutes: what would have come out otherwise?",
      discussion: """
        Every vote that was counted is counted again: the same matter and step, the
        electors that the new statutes name, the ballots that those electors cast. Every
        screening is tested again. Windows stay as they were, and each decision is taken
        alone: nothing follows from an outcome that did not happen.

        Example:
          viche statutes try new.yaml --log alliance.viche
        """)
    @Argument(help: "The statutes to try, in YAML.") var file: String
    @OptionGroup var options: LogOptions

    func run() throws {
      let words = options.talk.words
      let statutes = try Sources(files: Files(words: words)).statutes(file)
      let log = try Reading(options).log()
      var retrial = Retrial(under: statutes)
      log.retell { retrial.observe($0, before: $1) }
      let report = RetrialReport(retrial, words)
      Terminal.say(options.talk.json ? report.json.canonicalText : report.text)
    }
  }
}

/// What a retrial found, for people and programs.
struct RetrialReport {
  let retrial: Retrial
  let words: Words

  init(_ retrial: Retrial, _ words: Words) {
    self.retrial = retrial
    self.words = words
  }

  private var undecided: [Retrial.Decision] {
    retrial.decisions.filter { if case .failure = $0.instead { true } else { false } }
  }

  private var compared: Int { retrial.decisions.count - undecided.count }
  private var same: Int { retrial.decisions.count { $0.isSame } }

  var text: String {
    var lines = [
      words(
        "deed.retrial.counts",
        [
          "policy": retrial.statutes.policy, "version": "\(retrial.statutes.version)",
          "compared": "\(compared)", "same": "\(same)", "otherwise": "\(compared - same)",
        ])
    ]
    for decision in retrial.decisions where !decision.isSame {
      if case .success(let verdict) = decision.instead {
        lines += difference(decision, instead: verdict)
      }
    }
    if !undecided.isEmpty {
      lines.append(words("deed.retrial.undecided", ["count": "\(undecided.count)"]))
      lines += undecided.map(line)
    }
    return lines.joined(separator: "\n")
  }

  private func difference(_ decision: Retrial.Decision, instead: Retrial.Verdict) -> [String] {
    let title = words(
      decision.vote == nil ? "deed.retrial.screening" : "deed.retrial.vote",
      [
        "entry": "\(decision.entry)", "item": decision.item, "vote": decision.vote ?? "",
        "was": outcome(decision.recorded), "would": outcome(instead),
      ])
    let counted = [("deed.retrial.was", decision.recorded), ("deed.retrial.would", instead)]
      .compactMap { key, verdict in counts(verdict).map { words(key, ["counts": $0]) } }
    return [title] + counted + needs(instead)
  }

  /// What the rule that was tried asks for.
  private func needs(_ verdict: Retrial.Verdict) -> [String] {
    guard case .counted(let name, _) = verdict, let rule = retrial.statutes.rules[name] else {
      return []
    }
    return ["      " + TallyView(words).rule(name, rule.quorum, rule.pass)]
  }

  private func line(_ decision: Retrial.Decision) -> String {
    guard case .failure(let obstacle) = decision.instead else { return "" }
    return words(
      "deed.retrial.line",
      [
        "entry": "\(decision.entry)", "item": decision.item, "why": sentence(for: obstacle),
      ])
  }

  private func outcome(_ verdict: Retrial.Verdict) -> String {
    switch verdict {
    case .screened(let disposition): words.term("disposition", disposition.rawValue)
    case .counted(_, let result): words.outcome(of: result)
    }
  }

  /// `two_thirds: yes 12, no 3, abstain 1; 16 of 16`.
  private func counts(_ verdict: Retrial.Verdict) -> String? {
    guard case .counted(let rule, let result) = verdict else { return nil }
    let parts = result.blocs.pairsInOrder.map { "; \($0.key): \(numbers($0.value))" }
    return "\(rule): \(numbers(result.whole))" + parts.joined()
  }

  private func numbers(_ count: TallyPublished.Count) -> String {
    words.counts(count.counts) + " ("
      + words(
        "working.part", ["ballots": "\(count.ballots)", "electors": "\(count.electors)"]) + ")"
  }

  private func sentence(for obstacle: Retrial.Obstacle) -> String {
    switch obstacle {
    case .noMatter(let matter): words("deed.retrial.no_matter", ["matter": matter])
    case .noStep(let matter, let step):
      words("deed.retrial.no_\(step.rawValue)", ["matter": matter])
    case .otherBallot(let rule): words("deed.retrial.other_ballot", ["rule": rule])
    case .noScreening(let procedure):
      words("deed.retrial.no_screening", ["procedure": procedure])
    }
  }

  var json: JSON {
    [
      "policy": .string(retrial.statutes.policy), "version": .integer(retrial.statutes.version),
      "compared": .integer(compared), "same": .integer(same),
      "decisions": .array(retrial.decisions.filter { !$0.isSame }.map(json)),
    ]
  }

  private func json(_ decision: Retrial.Decision) -> JSON {
    var fields: [String: JSON] = [
      "entry": .integer(decision.entry), "item": .string(decision.item),
      "recorded": json(decision.recorded),
    ]
    fields["vote"] = decision.vote.map(JSON.string)
    switch decision.instead {
    case .success(let verdict): fields["instead"] = json(verdict)
    case .failure(let obstacle): fields["undecided"] = .string(sentence(for: obstacle))
    }
    return .object(fields)
  }

  private func json(_ verdict: Retrial.Verdict) -> JSON {
    switch verdict {
    case .screened(let disposition): ["disposition": .string(disposition.rawValue)]
    case .counted(let rule, let result): ["rule": .string(rule), "result": result.json]
    }
  }
}

extension VerifiedLog {
  /// Tells the acts again from the first, each with the coalition before it.
  func retell(_ observe: (Act, Assembly) -> Void) {
    var assembly = beginning
    for act in acts {
      observe(act, assembly)
      assembly.apply(act)
    }
  }
}
