// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Counting
import Governance
import Register

struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Count a vote that is over; with --publish record the counts.",
    discussion: """
      Example:
        viche tally V1
        viche tally V1 --why
        viche tally V1 --publish --key keys/registrar.pem
      """)

  @Argument(help: "The vote.") var vote: String
  @Flag(help: "How each outcome follows from the counts, clause by clause.") var why = false
  @Flag(help: "Record the counts in the log.") var publish = false
  @OptionGroup var options: ActOptions

  func run() throws {
    let desk = try Desk(options)
    let vote = try desk.found.vote(vote)
    try check(vote, desk)
    let (results, excluded) = desk.assembly.count(vote)
    let counts: [String: JSON] = [
      "vote": .string(vote.id), "results": .array(results.map(\.json)),
      "excluded": .array(excluded.map(\.json)),
    ]
    if options.talk.json, !publish { return Terminal.say(JSON.object(counts).canonicalText) }
    if !options.talk.json { show(vote, results, excluded, desk) }
    guard publish else { return }
    try desk.perform(.tallyPublished, counts)
  }

  /// Throws unless the vote can be counted now.
  private func check(_ vote: Vote, _ desk: Desk) throws {
    guard try desk.now() >= vote.graceEnds else {
      throw desk.refused(Refusal(.votingOpen, ["vote": vote.id, "until": vote.graceEnds.text]))
    }
    guard vote.isUnsealed else {
      let missing = vote.tellers.map(\.key).filter { vote.identities[$0] == nil }
      throw desk.refused(
        Refusal(
          .sealsClosed, clause: "\(vote.clause).secrecy",
          ["missing": missing.joined(separator: ", ")]))
    }
    if vote.annulled != nil {
      throw Failure(.refused, desk.words("tally.annulled", ["vote": vote.id]))
    }
  }

  private func show(
    _ vote: Vote, _ results: [TallyPublished.Result], _ excluded: [TallyPublished.Exclusion],
    _ desk: Desk
  ) {
    let view = TallyView(desk.words)
    if why {
      let explained = TallyExplained(desk.words, desk.assembly)
      for result in results {
        for line in explained.lines(of: vote, result) { Terminal.say(line) }
      }
    } else {
      for result in results {
        Terminal.say(view.line(result, vote.id))
        for line in view.blocs(result) { Terminal.say("  " + line) }
      }
    }
    for exclusion in excluded { Terminal.say(desk.words.line(for: exclusion, in: vote)) }
    // An election has neither quorum nor majority.
    if !why, vote.election == nil, let rule = desk.assembly.rule(of: vote) {
      Terminal.say(view.rule(vote.rule, rule.quorum(inRound: vote.round), rule.pass))
    }
  }
}

/// Counts as people read them.
struct TallyView {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// `P-7: carried. yes 12, no 3, abstain 1, of 16 electors (V2)`.
  func line(_ result: TallyPublished.Result, _ vote: String) -> String {
    words(
      "tally.line",
      [
        "item": result.item, "vote": vote, "counts": words.counts(result.whole.counts),
        "electors": "\(result.whole.electors)", "outcome": words.outcome(of: result),
      ])
  }

  /// What a rule asks for: `quorum: those who take part are at least 1/2 of the electors; …`.
  func rule(_ name: String, _ quorum: Condition?, _ pass: Condition) -> String {
    words(
      "tally.rule",
      [
        "clause": "rules.\(name)", "quorum": quorum.map(words.sentence) ?? "–",
        "pass": words.sentence(for: pass),
      ])
  }

  /// The same of each bloc that the rule asks.
  func blocs(_ result: TallyPublished.Result) -> [String] {
    result.blocs.pairsInOrder.map { roll, count in
      words(
        "tally.bloc",
        ["roll": roll, "counts": words.counts(count.counts), "electors": "\(count.electors)"])
    }
  }
}

struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Certify a vote's outcome: registrar and every teller sign.",
    discussion: """
      With --out the certificate goes round: each teller checks the tally and signs
      (viche sign).

      Example:
        viche certify V1 --key keys/registrar.pem --out v1.statement
        viche sign v1.statement --key keys/m03.pem
        viche submit v1.statement
      """)

  @Argument(help: "The vote.") var vote: String
  @OptionGroup var options: ActOptions

  func run() throws {
    let desk = try Desk(options)
    let vote = try desk.found.vote(vote)
    guard let results = vote.results else {
      throw desk.refused(Refusal(.noTally, ["vote": vote.id]))
    }
    let outcomes = results.map { ($0.item, JSON.string($0.outcome.rawValue)) }
    var fields: [String: JSON] = [
      "vote": .string(vote.id),
      "outcomes": .object(Dictionary(outcomes, uniquingKeysWith: { first, _ in first })),
    ]
    if vote.election != nil {
      let terms = desk.assembly.newTerms(vote, at: try desk.now())
      fields["terms"] = .array(terms.map(\.json))
    }
    try desk.perform(.outcomeCertified, fields)
  }
}
