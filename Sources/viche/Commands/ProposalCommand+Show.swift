// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension ProposalCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One proposal: texts, seconds, amendments, votes.",
      discussion: """
        Example:
          viche proposal show P-7
        """)
    @Argument(help: "The proposal.") var proposal: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let (proposal, shown) = (try view.found.proposal(proposal), ProposalView(view))
      Terminal.say(
        options.talk.json
          ? JSON.object(shown.json(proposal)).canonicalText : shown.text(proposal))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every proposal, and how far it has come.",
      discussion: """
        Example:
          viche proposal list
        """)
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let shown = ProposalView(try options.view())
      let proposals = shown.view.assembly.proposals.values.sorted {
        $0.submitted == $1.submitted
          ? $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) : $0.submitted < $1.submitted
      }
      var listing = Listing(columnCount: 5)
      for proposal in proposals { listing.add(shown.row(proposal), shown.json(proposal)) }
      listing.say(options.talk, nothing: "proposal.none")
    }
  }
}

/// A proposal and an amendment as people read them, and as programs do.
struct ProposalView {
  let view: LogView

  init(_ view: LogView) { self.view = view }

  private var assembly: Assembly { view.assembly }
  private var words: Words { view.words }

  /// Name, title, matter, how far it has come, the vote that runs.
  func row(_ proposal: Proposal) -> [String] {
    [
      proposal.id, words.translation(of: proposal.title), proposal.matter, status(proposal),
      proposal.vote ?? "",
    ]
  }

  /// The first line and a table of what is known.
  func text(_ proposal: Proposal) -> String {
    let title = words(
      "proposal.shown",
      [
        "proposal": proposal.id, "title": words.translation(of: proposal.title),
        "status": status(proposal),
      ])
    var table = TextTable(columnCount: 2)
    for (label, text) in rows(proposal) where !text.isEmpty { table.add(["  \(label)", text]) }
    return title + "\n" + table.text
  }

  private func status(_ proposal: Proposal) -> String {
    let status = proposal.status(at: view.now)
    let waits = status == .debated && proposal.debated == nil
    return words(waits ? "proposal.status.submitted" : "proposal.status.\(status.rawValue)")
  }

  private func rows(_ proposal: Proposal) -> [(String, String)] {
    facts(proposal) + debate(proposal)
      + proposal.amendments.compactMap { assembly.amendments[$0] }
      .map { (words("proposal.amendment"), line($0)) }
      + proposal.votes.compactMap { assembly.votes[$0] }
      .map { (words("proposal.vote"), line($0, on: proposal.id)) }
      + [(words("proposal.next"), next(proposal))]
  }

  private func facts(_ proposal: Proposal) -> [(String, String)] {
    var rows = [
      (words("proposal.matter"), proposal.matter),
      (words("proposal.by"), Summary(words, of: assembly).name(ofKey: proposal.key)),
      (words("proposal.submitted"), view.text(proposal.submitted)),
      (words("proposal.about"), proposal.about ?? ""),
    ]
    rows += proposal.texts.pairsInOrder.map { (words("proposal.text", ["language": $0]), $1) }
    rows += proposal.papers.pairsInOrder.map { (words("proposal.paper", ["name": $0]), $1) }
    rows.append((words("proposal.statutes"), proposal.statutes ?? ""))
    rows += proposal.options.pairsInOrder.map {
      (words("proposal.option", ["name": $0]), words.translation(of: $1))
    }
    rows.append((words("proposal.valid"), proposal.validUntil.map { view.text($0) } ?? ""))
    return rows
  }

  private func debate(_ proposal: Proposal) -> [(String, String)] {
    let needed = assembly.under(proposal.version).statutes?.matters[proposal.matter]?.seconds ?? 0
    let count = words(
      "proposal.seconds.count", ["count": "\(proposal.seconds.count)", "needed": "\(needed)"])
    let seconds = ([count] + proposal.seconds).joined(separator: ", ")
    let heard = proposal.heard.map { words($0 ? "proposal.attended" : "proposal.absent") }
    return [
      (words("proposal.seconds"), needed == 0 && proposal.seconds.isEmpty ? "" : seconds),
      (words("proposal.debate"), assembly.debateCloses(proposal).map { view.text($0) } ?? ""),
      (words("proposal.hearing"), heard ?? ""),
      (words("proposal.frozen"), proposal.frozen.map { view.text($0) } ?? ""),
      (words("proposal.revised"), proposal.revised.map { view.text($0) } ?? ""),
      (words("proposal.adopted"), proposal.adopted.map { view.text($0) } ?? ""),
    ]
  }

  /// `AM-1  by M08: The shorter text  accepted`.
  private func line(_ amendment: Amendment) -> String {
    words(
      "amendment.line",
      [
        "amendment": amendment.id, "author": amendment.author,
        "title": words.translation(of: amendment.title), "status": status(amendment),
      ])
  }

  /// The same line, with the proposal and the texts.
  func text(_ amendment: Amendment) -> String {
    var table = TextTable(columnCount: 2)
    table.add(["  " + words("amendment.proposal"), amendment.proposal])
    for (language, digest) in amendment.texts.pairsInOrder {
      table.add(["  " + words("proposal.text", ["language": language]), digest])
    }
    return line(amendment) + "\n" + table.text
  }

  private func status(_ amendment: Amendment) -> String {
    words("decision.amendment.\(amendment.end?.rawValue ?? "pending")")
  }

  private func line(_ vote: Vote, on item: String) -> String {
    words(
      "proposal.vote.line",
      [
        "vote": vote.id, "rule": vote.rule, "round": "\(vote.round)",
        "state": VoteView(view).outcome(of: item, in: vote),
      ])
  }

  /// Under which rule it goes on, where something can follow.
  private func next(_ proposal: Proposal) -> String {
    let course = proposal.ratification.map { $0.course } ?? proposal.course
    switch proposal.status(at: view.now) {
    case .adopted:
      guard let ratification = proposal.ratification, ratification.carried == nil else { return "" }
      return words(
        "proposal.next.ratify",
        ["rule": course.rule, "until": view.text(ratification.before)])
    case .debated, .frozen:
      guard proposal.vote == nil else { return "" }
      return words(nextVote(proposal), ["rule": course.rule, "round": "\(course.round)"])
    case .lost, .inquorate, .blocked, .void, .withdrawn, .lapsed, .expired: return ""
    }
  }

  /// After a block the text has to change before the next round.
  private func nextVote(_ proposal: Proposal) -> String {
    let course = proposal.course
    if course.awaitsEscalation { return "proposal.next.escalate" }
    guard course.last == .blocked, course.round > 1, let certified = course.certified else {
      return "proposal.next.vote"
    }
    let isRevised = proposal.revised.map { $0 >= certified } ?? false
    return isRevised ? "proposal.next.vote" : "proposal.next.revise"
  }
}

extension ProposalView {
  /// For programs.
  func json(_ proposal: Proposal) -> [String: JSON] {
    var fields: [String: JSON] = [
      "proposal": .string(proposal.id), "matter": .string(proposal.matter),
      "title": strings(proposal.title), "texts": strings(proposal.texts),
      "papers": strings(proposal.papers), "key": .string(proposal.key),
      "submitted": .string(proposal.submitted.text),
      "status": .string(proposal.status(at: view.now).rawValue),
      "seconds": .array(proposal.seconds.map(JSON.string)),
      "amendments": .array(proposal.amendments.map(JSON.string)),
      "votes": .array(proposal.votes.map(JSON.string)),
      "rule": .string(proposal.course.rule), "round": .integer(proposal.course.round),
    ]
    fields["by"] = proposal.proposer.map(JSON.string)
    fields["about"] = proposal.about.map(JSON.string)
    fields["statutes"] = proposal.statutes.map(JSON.string)
    fields["options"] =
      proposal.options.isEmpty ? nil : .object(proposal.options.mapValues(strings))
    let times = [
      ("valid_until", proposal.validUntil), ("debated", proposal.debated),
      ("debate_closes", assembly.debateCloses(proposal)), ("frozen", proposal.frozen),
      ("revised", proposal.revised), ("adopted", proposal.adopted),
    ]
    for (name, time) in times { fields[name] = time.map { .string($0.text) } }
    fields["attended"] = proposal.heard.map(JSON.bool)
    return fields
  }

  /// For programs.
  func json(_ amendment: Amendment) -> JSON {
    [
      "amendment": .string(amendment.id), "proposal": .string(amendment.proposal),
      "by": .string(amendment.author), "title": strings(amendment.title),
      "texts": strings(amendment.texts),
      "status": .string(amendment.end?.rawValue ?? "pending"),
    ]
  }

  private func strings(_ texts: [String: String]) -> JSON { .object(texts.mapValues(JSON.string)) }
}
