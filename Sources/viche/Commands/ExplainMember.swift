// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register

/// A member's part in the coalition, from its application to now.
struct ExplainedMember {
  /// Who a name stands for.
  enum Named {
    case party(Party)
    case application(Application)
  }

  private let party: Party
  private let view: LogView
  private let shown: MemberView
  private let numbers: Influence.Row
  private let history: MemberHistory

  init(_ party: Party, _ view: LogView) {
    self.party = party
    self.view = view
    self.shown = MemberView(party, view)
    let influence = Influence(
      view.log.acts, from: view.log.beginning, by: .each, now: view.now)
    self.numbers = influence.row(of: party.id)
    self.history = MemberHistory(
      of: party, view.log.acts, from: view.log.beginning, view.words, at: view.assembly)
  }

  private var id: String { party.id }
  private var words: Words { view.words }

  // MARK: Rows

  private var rows: [(key: String, lines: [String])] {
    [
      ("joined", [joined]), ("seats", seats), ("days", days), ("proposals", proposals),
      ("ballots", [share("ballots", numbers.ballots)]),
      ("majority", [share("majority", numbers.majority)]),
      ("mandates", mandates), ("actions", actions),
    ]
  }

  private var joined: String {
    guard let application = party.application else { return words("part.founder") }
    let vote = view.assembly.applications[application]?.vote.flatMap { view.assembly.votes[$0] }
    return words(
      "part.joined",
      [
        "application": application, "entry": history.admission.map(String.init) ?? "–",
        "rule": vote.map { "§ \($0.clause)" } ?? "–",
      ])
  }

  private var seats: [String] {
    view.assembly.terms.filter { $0.party == id }.map { term in
      let end = view.assembly.end(of: term)
      let origin: String
      switch term.origin {
      case .founding: origin = words("part.origin.founding")
      case .named: origin = words("part.origin.named")
      case .elected(let vote, _): origin = words("part.origin.elected", ["vote": vote])
      }
      return words(
        "part.seat",
        [
          "seat": term.seat, "from": view.text(term.from),
          "until": end.map(view.text) ?? words("part.until.open"), "origin": origin,
        ])
    }
  }

  private var days: [String] {
    let share = numbers.chairDays
    if share.part == 0 { return [] }
    return [words("part.days", ["count": "\(share.part)", "whole": "\(share.whole)"])]
  }

  private func share(_ key: String, _ share: Influence.Share) -> String {
    guard let percent = share.percent else { return "–" }
    let values = ["part": "\(share.part)", "whole": "\(share.whole)"]
    return words("part.\(key)", values) + " (\(percent) %)"
  }

  private var proposed: [Proposal] {
    view.assembly.proposals.inOrder.filter { $0.proposer == id }
  }

  private var proposals: [String] {
    proposed.map {
      words(
        "part.proposal",
        [
          "proposal": $0.id, "title": words.translation(of: $0.title),
          "status": words.term("standing", $0.status(at: view.now).rawValue),
        ])
    }
  }

  private var held: [Mandate] { view.assembly.mandates.inOrder.filter { $0.holder == id } }

  private var mandates: [String] {
    held.map { MandateView($0, view).cells.filter { $0 != id }.joined(separator: ", ") }
  }

  private var open: [Action] {
    view.assembly.actions.inOrder.filter { $0.task.owner == id && $0.isOpen }
  }

  private var actions: [String] { open.map { "\($0.task.action): \($0.task.text)" } }

  // MARK: Text and JSON

  var text: String {
    let more = rows.flatMap { row in
      row.lines.enumerated().map { index, line in
        (index == 0 ? words("part.heading.\(row.key)") : "", line)
      }
    }
    let history = ["  " + words("part.history")] + history.lines.map { "    \($0)" }
    return shown.text(adding: more) + history.map { "\($0)\n" }.joined()
  }

  var json: [String: JSON] {
    var fields = shown.fullJSON
    fields["application"] = party.application.map(JSON.string)
    fields["admitted"] = history.admission.map(JSON.integer)
    fields["terms"] = .array(
      view.assembly.terms.filter { $0.party == id }.map { .object(TermView($0, view).json) })
    fields["chair_days"] = .integer(numbers.chairDays.part)
    fields["votes"] = .integer(numbers.ballots.whole)
    fields["cast"] = .integer(numbers.ballots.part)
    fields["sides"] = .integer(numbers.majority.whole)
    fields["majority"] = .integer(numbers.majority.part)
    fields["proposals"] = .array(proposed.map { .string($0.id) })
    fields["mandates"] = .array(held.map { .string($0.id) })
    fields["actions"] = .array(open.map { .string($0.task.action) })
    fields["entries"] = .array(history.entries.map(JSON.integer))
    return fields
  }
}

// Finding who is meant.
extension ExplainedMember {
  /// The member or applicant of that name in the log, else the one whose own name has it.
  ///
  /// An applicant that joined is found as the member that it is.
  static func named(_ name: String, _ view: LogView) throws -> Named {
    let assembly = view.assembly
    if let party = assembly.parties[name] { return .party(party) }
    if let application = assembly.applications[name] {
      return application.member.flatMap { assembly.parties[$0] }.map(Named.party)
        ?? .application(application)
    }
    let isMeant = { (names: [String: String]) in
      names.values.contains { Alphabet.matches($0, name) }
    }
    let found =
      assembly.parties.inOrder.filter { isMeant($0.name) }.map(Named.party)
      + assembly.applications.inOrder.filter { $0.member == nil && isMeant($0.name) }
      .map(Named.application)
    switch found.count {
    case 1: return found[0]
    case 0:
      throw Failure(
        .refused, view.words("part.unknown", ["name": name]),
        hint: view.words("part.unknown.hint"))
    case _: throw several(found, name, view)
    }
  }

  private static func several(_ found: [Named], _ name: String, _ view: LogView) -> Failure {
    let shownMax = 10
    let ids = found.map { one in
      switch one {
      case .party(let party): party.id
      case .application(let application): application.id
      }
    }
    let more = ids.count > shownMax ? ["…"] : []
    let names = (ids.prefix(shownMax) + more).joined(separator: ", ")
    return Failure(
      .refused, view.words("part.several", ["name": name, "names": names]),
      hint: view.words("part.several.hint", ["first": ids[0]]))
  }
}
