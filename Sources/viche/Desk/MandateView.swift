// SPDX-License-Identifier: Apache-2.0

import Governance
import Register

/// A mandate as people and programs read it.
struct MandateView {
  let mandate: Mandate
  let view: LogView

  init(_ mandate: Mandate, _ view: LogView) {
    self.mandate = mandate
    self.view = view
  }

  /// How a meeting's report stands.
  enum Standing: String { case reported, overdue, due, ahead, excused }

  func standing(of occasion: MandateGranted.Occasion) -> Standing {
    if mandate.reports[occasion.occasion] != nil { return .reported }
    if mandate.reporters(on: occasion.occasion).isEmpty { return .excused }
    if view.now < occasion.on { return .ahead }
    let due = view.assembly.reportDue(on: occasion, under: mandate)
    return due.map { view.now >= $0 } ?? false ? .overdue : .due
  }

  /// When a report is due: by the statutes' time, or at once where they give none.
  func due(_ occasion: MandateGranted.Occasion) -> Instant {
    view.assembly.reportDue(on: occasion, under: mandate) ?? occasion.on
  }

  private var state: String {
    if let ended = mandate.ended {
      return view.words("deed.mandate.ended", ["when": view.text(ended)])
    }
    let key = mandate.isInForce(at: view.now) ? "deed.mandate.until" : "deed.mandate.over"
    return view.words(key, ["when": view.text(mandate.until)])
  }

  var cells: [String] {
    [
      mandate.id, mandate.holder, state,
      [mandate.kind, mandate.scope].compactMap(\.self)
        .joined(separator: ": "),
    ]
  }

  func cells(of occasion: MandateGranted.Occasion) -> [String] {
    let standing = standing(of: occasion)
    let when = standing == .ahead ? occasion.on : due(occasion)
    let aside = mandate.recused[occasion.occasion].map {
      view.words("mandate.recused", ["parties": view.words.list($0)])
    }
    let report = mandate.reports[occasion.occasion].map { "SHA-256 \($0)" }
    return [
      "", "  " + occasion.occasion,
      view.words("deed.report.\(standing.rawValue)", ["when": view.text(when)]),
      [aside, report].compactMap(\.self).joined(separator: "; "),
    ]
  }

  /// The alternate and what binds them, with the words for each; empty ones left out.
  var remarks: [(name: String, text: String)] {
    [
      ("alternate", mandate.alternate ?? ""),
      ("instructions", mandate.instructions.joined(separator: ", ")),
    ]
    .filter { !$0.1.isEmpty }.map { (view.words("mandate.\($0.0)"), $0.1) }
  }

  private var source: String {
    switch mandate.source {
    case .proposal(let id): view.words("mandate.from.proposal", ["id": id])
    case .vote(let id): view.words("mandate.from.vote", ["id": id])
    }
  }

  var lines: [String] {
    var table = TextTable(columnCount: 2)
    let rows = [
      ("holder", mandate.holder), ("kind", mandate.kind ?? ""), ("from", source),
      ("state", state), ("scope", mandate.scope),
    ]
    for (name, text) in rows where !text.isEmpty {
      table.add(["  " + view.words("mandate.\(name)"), Plain.safe(text)])
    }
    for row in remarks { table.add(["  " + row.name, row.text]) }
    var meetings = TextTable(columnCount: 3)
    for occasion in mandate.occasions { meetings.add(Array(cells(of: occasion).dropFirst())) }
    return [mandate.id] + table.lines() + (mandate.occasions.isEmpty ? [] : meetings.lines())
  }

  var json: [String: JSON] {
    var fields: [String: JSON] = [
      "mandate": .string(mandate.id), "holder": .string(mandate.holder),
      "scope": .string(mandate.scope),
      "until": .string(mandate.until.text), "in_force": .bool(mandate.isInForce(at: view.now)),
      "occasions": .array(mandate.occasions.map(json)),
    ]
    fields["proposal"] = mandate.source.proposal.map(JSON.string)
    fields["vote"] = mandate.source.vote.map(JSON.string)
    fields["alternate"] = mandate.alternate.map(JSON.string)
    fields["instructions"] = .array(mandate.instructions.map(JSON.string))
    fields["kind"] = mandate.kind.map(JSON.string)
    fields["ended"] = mandate.ended.map { .string($0.text) }
    return fields
  }

  private func json(_ occasion: MandateGranted.Occasion) -> JSON {
    var fields: [String: JSON] = [
      "occasion": .string(occasion.occasion), "on": .string(occasion.on.text),
      "report": .string(standing(of: occasion).rawValue), "due": .string(due(occasion).text),
    ]
    fields["sha256"] = mandate.reports[occasion.occasion].map(JSON.string)
    fields["recused"] = mandate.recused[occasion.occasion].map { .array($0.map(JSON.string)) }
    return .object(fields)
  }
}
