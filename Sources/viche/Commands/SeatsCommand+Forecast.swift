// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension SeatsCommand {
  struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forecast",
      abstract: "Whose terms end when, who may stand again, places to fill, and coming chairs.",
      discussion: """
        Who may stand is as the log knows it today; so are the chairs.

        Example:
          viche seats forecast
          viche seats forecast 12
        """)
    @Argument(help: "How many months ahead.") var months = 24
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      guard (1...ForecastLimits.monthsMax).contains(months) else {
        throw Failure(.usage, view.words("forecast.months", ["max": "\(ForecastLimits.monthsMax)"]))
      }
      let forecast = Forecast(view.assembly, from: view.now, months: months)
      let shown = ForecastView(forecast, view)
      if options.talk.json {
        return Terminal.say(JSON.array(shown.objects).canonicalText)
      }
      let lines = shown.table.lines()
      if lines.isEmpty { return Terminal.say(view.words("forecast.none", ["count": "\(months)"])) }
      for line in lines { Terminal.say(line) }
    }
  }
}

/// How far ahead commands look.
enum ForecastLimits {
  /// No calendar reaches further than this.
  static let monthsMax = 600
}

/// A forecast as people and programs read it.
private struct ForecastView {
  let forecast: Forecast
  let view: LogView

  init(_ forecast: Forecast, _ view: LogView) {
    self.forecast = forecast
    self.view = view
  }

  /// What happens at one moment: rows for people, an object for programs.
  private struct Happening {
    let at: Instant
    let rows: [String]
    let object: JSON
  }

  private var happenings: [Happening] {
    let all = forecast.endings.map(happening) + forecast.chairs.map(happening)
    return all.enumerated()
      .sorted { ($0.element.at.seconds, $0.offset) < ($1.element.at.seconds, $1.offset) }
      .map(\.element)
  }

  var objects: [JSON] { happenings.map(\.object) }

  var table: TextTable {
    var table = TextTable(columnCount: 2)
    for one in happenings {
      for (place, row) in one.rows.enumerated() {
        table.add([place == 0 ? view.text(one.at) : "", row])
      }
    }
    return table
  }

  private func happening(_ ending: Forecast.Ending) -> Happening {
    let places = ["seat": ending.seat, "places": "\(ending.places)"]
    let callBy = ending.callBy.map {
      "; " + view.words("forecast.call_by", ["when": view.text($0)])
    }
    let holders = ending.holders.map { "  \($0.party)  \(text($0.standing))" }
    return Happening(
      at: ending.at,
      rows: [view.words("forecast.ending", places) + (callBy ?? "")] + holders,
      object: json(ending))
  }

  private func happening(_ chair: Forecast.ChairTurn) -> Happening {
    let turn = chair.coming.turn
    let moves = view.words(
      "forecast.chair", ["body": chair.body, "chairs": view.words.list(turn.chairs)])
    let reasons = chair.coming.reasons.map { reason in
      "  \(reason.party)  \(view.words.sentence(for: reason, view))"
    }
    return Happening(
      at: turn.from, rows: [moves] + reasons,
      object: [
        "chair": .string(chair.body), "at": .string(turn.from.text),
        "chairs": .array(turn.chairs.map(JSON.string)),
      ])
  }

  private func text(_ standing: Forecast.Standing) -> String {
    switch standing {
    case .mayStand: view.words("forecast.may_stand")
    case .rests(nil): view.words("forecast.rests")
    case .rests(let until?):
      view.words("forecast.rests.until", ["until": view.text(until)])
    case .mayNot(let refusal):
      view.words(
        "forecast.may_not", ["why": view.words.sentence(for: refusal, view.assembly.calendar)])
    }
  }

  private func json(_ ending: Forecast.Ending) -> JSON {
    var fields: [String: JSON] = [
      "seat": .string(ending.seat), "at": .string(ending.at.text),
      "places": .integer(ending.places), "holders": .array(ending.holders.map(json)),
    ]
    fields["call_by"] = ending.callBy.map { .string($0.text) }
    return .object(fields)
  }

  private func json(_ holder: Forecast.Holder) -> JSON {
    var fields: [String: JSON] = ["party": .string(holder.party)]
    switch holder.standing {
    case .mayStand: fields["may_stand"] = true
    case .rests(let until):
      fields["may_stand"] = false
      fields["rests_until"] = until.map { .string($0.text) }
    case .mayNot(let refusal):
      fields["may_stand"] = false
      fields["refusal"] = .string(refusal.code.rawValue)
    }
    return .object(fields)
  }
}
