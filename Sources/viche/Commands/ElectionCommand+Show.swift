// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension ElectionCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "An election: places, candidates, who may vote, and every stage of its count.",
      discussion: """
        Example:
          viche election show E1
        """)
    @Argument(help: "The election.") var election: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let election = try Found(view.assembly, view.words).election(election)
      let shown = ElectionView(election, view)
      if options.talk.json { return Terminal.say(JSON.object(shown.json).canonicalText) }
      for line in shown.lines { Terminal.say(line) }
    }
  }
}

/// An election as people and programs read it.
struct ElectionView {
  let election: Election
  let view: LogView

  init(_ election: Election, _ view: LogView) {
    self.election = election
    self.view = view
  }

  private var assembly: Assembly { view.assembly }
  private var words: Words { view.words }
  private var vote: Vote? { election.vote.flatMap { assembly.votes[$0] } }

  private var classes: [String] { assembly.classes(of: election) }

  private func nominations(for seat: String) -> [Nomination] {
    assembly.nominations.inOrder.filter {
      $0.election == election.id && $0.seat == seat
    }
  }

  private func result(of seat: String) -> TallyPublished.Result? {
    vote?.results?.first { $0.item == seat }
  }

  private var isNominating: Bool { view.now < election.nominationsClose }

  private var state: String {
    if election.certified != nil { return words("election.state.certified") }
    if let vote {
      let state = VoteView(view).state(vote)
      return words("election.state.voting", ["vote": vote.id, "state": state])
    }
    return words(isNominating ? "election.state.called" : "election.state.nominated")
  }

  var lines: [String] {
    let closes = ["when": view.text(election.nominationsClose)]
    let head = [
      words(
        "election.shown",
        [
          "election": election.id, "body": election.body ?? words("election.other_bodies"),
          "matter": election.matter,
          "state": state,
        ]),
      "  " + words(isNominating ? "election.open" : "election.closed", closes),
      "  " + words("election.terms_from", ["when": view.text(election.termsFrom)]),
    ]
    return head + (vote.map { ["  " + electorate($0)] } ?? []) + classes.flatMap(lines)
  }

  private func electorate(_ vote: Vote) -> String {
    let seats = vote.items.map { "\($0) \(vote.classElectors[$0]?.count ?? 0)" }
    return words(
      "election.electorate",
      ["count": "\(vote.electorate.count)", "seats": seats.joined(separator: ", ")])
  }

  private func lines(of seat: String) -> [String] {
    let all = nominations(for: seat)
    let standing = all.filter { $0.accepted != nil && $0.withdrawn == nil }
    var lines = [
      words(
        "election.candidates",
        [
          "seat": seat, "places": "\(election.places[seat] ?? 0)",
          "count": "\(standing.count)",
        ])
    ]
    if all.isEmpty { lines.append("  " + words("election.none")) }
    var table = TextTable(columnCount: 4)
    for one in all { table.add(["  " + one.id, one.party, one.label, state(of: one)]) }
    lines += table.lines()
    guard let result = result(of: seat), let stages = result.elected?.stages else { return lines }
    let names = (vote?.candidates[seat] ?? []).map { name in
      (name: name, label: assembly.nominations[name]?.label ?? "")
    }
    return lines + StageTable(stages, candidates: names, words).lines.map { "  " + $0 }
  }

  private func state(of one: Nomination) -> String {
    if let withdrawn = one.withdrawn {
      return words("election.withdrawn", ["when": view.text(withdrawn)])
    }
    if let elected = result(of: one.seat)?.elected?.candidates {
      return words(elected.contains(one.id) ? "election.elected" : "election.not_elected")
    }
    return one.accepted.map { words("election.accepted", ["when": view.text($0)]) }
      ?? words("election.unaccepted")
  }

  var json: [String: JSON] {
    var fields: [String: JSON] = [
      "election": .string(election.id), "matter": .string(election.matter),
      "places": .object(election.places.mapValues(JSON.integer)),
      "nominations_close": .string(election.nominationsClose.text),
      "terms_from": .string(election.termsFrom.text),
      "nominations": .array(classes.flatMap(nominations).map(json)),
    ]
    fields["body"] = election.body.map(JSON.string)
    fields["certified"] = election.certified.map { .string($0.text) }
    if let vote {
      fields["vote"] = .string(vote.id)
      fields["electors"] = .object(
        vote.classElectors.mapValues { groups in
          .array(groups.sorted().map { .array(vote.electorate[$0].map(JSON.string)) })
        })
      fields["results"] = vote.results.map { .array($0.map(\.json)) }
    }
    return fields
  }

  private func json(_ one: Nomination) -> JSON {
    var fields: [String: JSON] = [
      "nomination": .string(one.id), "seat": .string(one.seat), "party": .string(one.party),
      "nominee": .string(one.nominee), "label": .string(one.label),
      "facts": .object(one.facts.mapValues(JSON.string)),
    ]
    fields["statement"] = one.statement.map(JSON.string)
    fields["accepted"] = one.accepted.map { .string($0.text) }
    fields["withdrawn"] = one.withdrawn.map { .string($0.text) }
    return .object(fields)
  }
}
