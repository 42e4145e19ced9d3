// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct ChairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chair", abstract: "The chair of a body that moves on by a rota.",
    subcommands: [Show.self, Rotate.self, Decline.self])

  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record the next chair; who it is and from when is computed.",
      discussion: """
        Without --from: when the turn is over, or now where it is or nobody chairs.
        Signed by the registrar and a voting key of each who is next; viche chair show
        says who that is.

        Example:
          viche chair rotate steering --key keys/registrar.pem --key keys/m12.pem
        """)
    @Argument(help: "The body of the statutes.") var body: String
    @Option(help: "When the turn begins.") var from: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let begins = try self.from.map(desk.instant) ?? first(desk)
      let next = desk.assembly.rota(of: body, from: begins, turns: 1).first?.chairs ?? []
      if next.isEmpty, desk.assembly.statutes?.bodies[body]?.chair?.rotates != nil {
        throw Failure(.refused, desk.words("chair.presumed", ["body": body]))
      }
      try desk.perform(
        .chairRotated,
        [
          "body": .string(body), "chairs": .array(next.map(JSON.string)),
          "from": .string(begins.text),
        ])
    }

    /// When the next turn may begin; now where the body has no rota, which is then refused.
    private func first(_ desk: Desk) throws -> Instant {
      let now = try desk.now()
      return desk.assembly.nextTurnBegins(of: body, at: now) ?? now
    }
  }

  struct Decline: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Decline the next turn; it goes to whoever comes after you.",
      discussion: """
        Signed by a voting key of a member that sits on the body.

        Example:
          viche chair decline steering --key keys/m02.pem
        """)
    @Argument(help: "The body of the statutes.") var body: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(.chairDeclined, ["body": .string(body)])
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Who chairs a body now, past turns, and the rota ahead with its reasons.",
      discussion: """
        Example:
          viche chair show steering
          viche chair show steering --months 12
        """)
    @Argument(help: "The body of the statutes.") var body: String
    @Option(help: "How many months ahead.") var months = 36
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      guard (1...ForecastLimits.monthsMax).contains(months) else {
        throw Failure(
          .usage, view.words("forecast.months", ["max": "\(ForecastLimits.monthsMax)"]))
      }
      let body = try view.found.body(body)
      guard body.chair?.rotates != nil else {
        let refusal = Refusal(
          .noRota, clause: "bodies.\(body.name).chair", ["body": body.name])
        throw Failure(
          .refused, view.words.sentence(for: refusal), hint: view.words.hint(for: refusal))
      }
      let shown = ChairView(body.name, months: months, view)
      if options.talk.json { return Terminal.say(JSON.object(shown.json).canonicalText) }
      for line in shown.lines { Terminal.say(line) }
    }
  }
}

/// Past, present and coming chairs of a body, as people and programs read them.
private struct ChairView {
  let body: String
  let view: LogView
  let turns: [Turn]
  let rota: ChairRota

  init(_ body: String, months: Int, _ view: LogView) {
    let horizon = view.assembly.calendar?.closing(of: .months(months), from: view.now)
    self.body = body
    self.view = view
    self.turns = view.assembly.turns(of: body)
    self.rota = ChairRota(view.assembly, of: body, from: view.now, to: horizon ?? view.now)
  }

  private var words: Words { view.words }
  private var chairs: [String] { view.assembly.chairs(of: body, at: view.now) }
  private var declined: [String] { view.assembly.declined[body] ?? [] }

  var lines: [String] {
    var lines = [now]
    if !declined.isEmpty {
      lines.append(words("chair.declined", ["parties": words.list(declined)]))
    }
    if !turns.isEmpty { lines += [words("chair.past")] + past.lines() }
    return lines + [words("chair.ahead")] + ahead
  }

  private var now: String {
    let chairs = chairs
    guard !chairs.isEmpty, let ends = view.assembly.turnEnds(of: body) else {
      return words("chair.nobody", ["body": body])
    }
    return words(
      view.now < ends ? "chair.now" : "chair.now.over",
      [
        "chairs": words.list(chairs), "count": "\(chairs.count)", "body": body,
        "until": view.text(ends),
      ])
  }

  private var past: TextTable {
    var table = TextTable(columnCount: 3)
    for turn in turns {
      table.add([
        "  " + view.text(turn.from), turn.chairs.joined(separator: ", "),
        turn.chairs.compactMap { turn.seats[$0] }.joined(separator: ", "),
      ])
    }
    return table
  }

  private var ahead: [String] {
    var table = TextTable(columnCount: 3)
    for coming in rota.coming {
      for (place, reason) in coming.reasons.enumerated() {
        let when = place == 0 ? view.text(coming.turn.from) : ""
        table.add(["  " + when, reason.party, text(reason)])
      }
    }
    let unknown = rota.unknownFrom.map {
      "  " + words("chair.unknown", ["when": view.text($0)])
    }
    return (rota.coming.isEmpty ? [] : table.lines()) + [unknown].compactMap(\.self)
  }

  private func text(_ reason: ChairRota.Reason) -> String { words.sentence(for: reason, view) }

  var json: [String: JSON] {
    var fields: [String: JSON] = [
      "body": .string(body), "chairs": .array(chairs.map(JSON.string)),
      "declined": .array(declined.map(JSON.string)), "turns": .array(turns.map(json)),
      "ahead": .array(rota.coming.map { json($0) }),
    ]
    fields["until"] = view.assembly.turnEnds(of: body).map { .string($0.text) }
    fields["unknown_from"] = rota.unknownFrom.map { .string($0.text) }
    return fields
  }

  private func json(_ turn: Turn) -> JSON {
    [
      "from": .string(turn.from.text), "chairs": .array(turn.chairs.map(JSON.string)),
      "seats": .object(turn.seats.mapValues(JSON.string)),
    ]
  }

  private func json(_ coming: ChairRota.Coming) -> JSON {
    [
      "from": .string(coming.turn.from.text),
      "chairs": .array(
        coming.reasons.map { reason in
          var fields: [String: JSON] = [
            "party": .string(reason.party), "owed": .bool(reason.isOwed),
          ]
          fields["seat"] = reason.seat.map(JSON.string)
          fields["last"] = reason.last.map { .string($0.text) }
          return .object(fields)
        }),
    ]
  }
}

extension Words {
  /// Why somebody is next: `small_seat, never chair before; a turn from small_seat is due`.
  func sentence(for reason: ChairRota.Reason, _ view: LogView) -> String {
    let key = reason.seat == nil ? "chair.since.roll" : "chair.since"
    let values = ["seat": reason.seat ?? "", "from": reason.last.map(view.text) ?? ""]
    let never = reason.seat == nil ? "chair.since.roll_never" : "chair.since.never"
    let since = self(reason.last == nil ? never : key, values)
    return reason.isOwed ? since + "; " + self("chair.owed", values) : since
  }
}
