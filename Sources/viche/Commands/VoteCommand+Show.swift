// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension VoteCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A vote: items, rule, window, turnout; not who voted how before it is over.",
      discussion: """
        Example:
          viche vote show V1
        """)
    @Argument(help: "The vote.") var vote: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let (vote, shown) = (try view.found.vote(vote), VoteView(view))
      Terminal.say(
        options.talk.json
          ? shown.json(vote).canonicalText : shown.lines(vote).joined(separator: "\n"))
    }
  }
}

/// A vote as people read it, and as programs do; no choices before the counts are published.
struct VoteView {
  let view: LogView

  init(_ view: LogView) { self.view = view }

  private var assembly: Assembly { view.assembly }
  private var words: Words { view.words }

  func lines(_ vote: Vote) -> [String] {
    [head(vote)] + items(vote) + rule(vote) + sealing(vote) + asides(vote) + challenges(vote)
  }

  private func head(_ vote: Vote) -> String {
    words(
      "vote.shown",
      [
        "vote": vote.id, "opens": view.text(vote.opens), "closes": view.text(vote.closes),
        "clause": vote.clause, "part": "\(vote.turnout)",
        "electors": "\(vote.electorate.count)", "state": state(vote),
      ])
  }

  /// How far it has come: `open`, `to be counted`, `certified`.
  func state(_ vote: Vote) -> String { words("vote.state.\(stage(vote))") }

  private func stage(_ vote: Vote) -> String {
    if vote.annulled != nil { return "annulled" }
    if vote.certified != nil { return "certified" }
    if vote.tallied != nil { return "tallied" }
    if view.now < vote.opens { return "announced" }
    if view.now < vote.closes { return "open" }
    if view.now < vote.graceEnds { return "grace" }
    return vote.isUnsealed ? "over" : "sealed"
  }

  /// What was decided on an item, or how far its vote has come.
  func outcome(of item: String, in vote: Vote) -> String {
    guard vote.annulled == nil, let result = vote.results?.first(where: { $0.item == item }) else {
      return state(vote)
    }
    let outcome = words.term("outcome", result.outcome.rawValue)
    return vote.certified == nil ? "\(outcome) (\(state(vote)))" : outcome
  }

  private func items(_ vote: Vote) -> [String] {
    let results = vote.results ?? []
    return vote.items.map { item in
      if let result = results.first(where: { $0.item == item }) {
        return "  " + TallyView(words).line(result, vote.id)
      }
      if let election = vote.election.flatMap({ assembly.elections[$0] }) {
        return "  " + candidates(for: item, vote, election)
      }
      return "  \(item)  \(words.translation(of: assembly.title(ofItem: item)))"
    }
  }

  /// `small_seat: 3 places; E1-M02 (Olena K.), …`, those left out who withdrew.
  private func candidates(for seat: String, _ vote: Vote, _ election: Election) -> String {
    let standing = (vote.candidates[seat] ?? []).compactMap { assembly.nominations[$0] }
      .filter { $0.withdrawn == nil }
    return words(
      "vote.class",
      [
        "seat": seat, "places": "\(election.places[seat] ?? 0)",
        "names": standing.map { "\($0.id) (\($0.label))" }.joined(separator: ", "),
      ])
  }

  /// The rule, a sentence a line, and what staying silent means.
  private func rule(_ vote: Vote) -> [String] {
    guard let statutes = assembly.under(vote.version).statutes,
      let rule = statutes.rule(of: vote)
    else { return [] }
    let values = ["matter": vote.matter, "rule": vote.rule, "round": "\(vote.round)"]
    let sentences = RuleWords(statutes, words.language).sentences(vote.clause)
    return [words("vote.matter", values)] + sentences.map { "  " + $0 }
      + [words.silence(under: rule)]
  }

  private func sealing(_ vote: Vote) -> [String] {
    guard !vote.tellers.isEmpty else { return [] }
    let opened = vote.tellers.filter { vote.identities[$0.key] != nil }
    return [
      words(
        "vote.sealed",
        [
          "tellers": vote.tellers.map(\.key).joined(separator: ", "),
          "opened": "\(opened.count)", "count": "\(vote.tellers.count)",
        ])
    ]
  }

  private func asides(_ vote: Vote) -> [String] {
    vote.items.flatMap { item in
      (vote.conflicts[item] ?? []).sorted().map { group in
        let alternate = vote.alternates.first { $0.group == group }
        return words(
          alternate == nil ? "vote.aside" : "vote.aside.alternate",
          [
            "item": item, "party": vote.parties(at: group).joined(separator: ", "),
            "alternate": alternate?.party ?? "",
          ])
      }
    }
  }

  private func challenges(_ vote: Vote) -> [String] {
    assembly.challenges.inOrder.filter { $0.vote == vote.id }.map { challenge in
      words(
        "vote.challenge",
        [
          "challenge": challenge.id, "party": challenge.by, "ground": challenge.ground,
          "verdict": challenge.verdict.map { words.term("verdict", $0.rawValue) }
            ?? words("decision.pending"),
        ])
    }
  }

  /// For programs: items, window, electorate, results where there are any.
  func json(_ vote: Vote) -> JSON {
    var fields: [String: JSON] = [
      "vote": .string(vote.id), "matter": .string(vote.matter), "rule": .string(vote.rule),
      "round": .integer(vote.round), "state": .string(stage(vote)),
      "items": .array(vote.items.map(JSON.string)), "opens": .string(vote.opens.text),
      "closes": .string(vote.closes.text), "grace_ends": .string(vote.graceEnds.text),
      "electorate": .array(vote.electorate.map { .array($0.map(JSON.string)) }),
      "took_part": .integer(vote.turnout),
    ]
    fields["weights"] = vote.weights.map { .array($0.map(JSON.integer)) }
    if !vote.tellers.isEmpty {
      fields["tellers"] = .array(
        vote.tellers.map {
          [
            "key": .string($0.key), "recipient": .string($0.recipient),
            "opened": .bool(vote.identities[$0.key] != nil),
          ]
        })
    }
    if let results = vote.results {
      fields["results"] = .array(results.map(\.json))
      fields["excluded"] = .array(vote.excluded.map(\.json))
    }
    return .object(fields)
  }
}
