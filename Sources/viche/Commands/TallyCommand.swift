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
        viche tally V1 --publish --key keys/registrar.pem
      """)

  @Argument(help: "The vote.") var vote: String
  @Flag(help: "Record the counts in the log.") var publish = false
  @OptionGroup var options: ActOptions

  func run() throws {
    let desk = try Desk(options)
    let vote = try desk.found.vote(vote)
    guard try desk.now() >= vote.graceEnds else {
      throw desk.refused(Refusal(.votingOpen, ["vote": vote.id, "until": vote.graceEnds.text]))
    }
    let (results, excluded) = desk.assembly.count(vote)
    if options.talk.json, !publish {
      return Terminal.say(JSON.array(results.map(\.json)).canonicalText)
    }
    if !options.talk.json {
      for result in results { Terminal.say(TallyView(desk.words).line(result, vote.id)) }
    }
    if let rule = desk.assembly.statutes?.rules[vote.rule], !options.talk.json {
      Terminal.say(
        desk.words(
          "tally.rule",
          [
            "clause": "rules.\(vote.rule)", "quorum": rule.quorum?.text ?? "–",
            "pass": rule.pass.text,
          ]))
    }
    guard publish else { return }
    try desk.perform(
      .tallyPublished,
      [
        "vote": .string(vote.id), "results": .array(results.map(\.json)),
        "excluded": .array(excluded.map(\.json)),
      ])
  }
}

/// Counts as people read them.
struct TallyView {
  let words: Words

  init(_ words: Words) { self.words = words }

  func line(_ result: TallyPublished.Result, _ vote: String) -> String {
    words(
      "tally.\(result.outcome.rawValue)",
      [
        "application": result.item, "vote": vote, "yes": "\(result.whole.tally.yes)",
        "no": "\(result.whole.tally.no)", "abstain": "\(result.whole.tally.abstain)",
        "electors": "\(result.whole.electors)",
      ])
  }
}

struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Certify a vote's outcome: registrar and every teller sign.",
    discussion: """
      With --out the certificate goes round: each teller checks the tally and signs (viche sign).

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
    try desk.perform(
      .outcomeCertified,
      [
        "vote": .string(vote.id),
        "outcomes": .object(Dictionary(outcomes, uniquingKeysWith: { first, _ in first })),
      ])
  }
}
