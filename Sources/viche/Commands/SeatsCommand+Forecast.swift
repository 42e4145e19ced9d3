// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension SeatsCommand {
  struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forecast",
      abstract: "Whose terms end when, who may stand again, and how many places are to be filled.",
      discussion: """
        Example:
          viche seats forecast
          viche seats forecast 12
        """)
    /// No calendar reaches further than this.
    private static let monthsMax = 600

    @Argument(help: "How many months ahead.") var months = 24
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      guard (1...Self.monthsMax).contains(months) else {
        throw Failure(.usage, view.words("forecast.months", ["max": "\(Self.monthsMax)"]))
      }
      let forecast = Forecast(view.assembly, from: view.now, months: months)
      var listing = Listing(columnCount: 2)
      for ending in forecast.endings {
        listing.add(
          [
            view.text(ending.at),
            view.words(
              "forecast.ending", ["seat": ending.seat, "places": "\(ending.places)"]),
          ], json(ending))
        for holder in ending.holders {
          listing.add(["", "  \(holder.party)  \(text(holder.standing, view))"])
        }
      }
      if forecast.endings.isEmpty, !options.talk.json {
        return Terminal.say(view.words("forecast.none", ["count": "\(months)"]))
      }
      listing.say(options.talk)
    }

    private func text(_ standing: Forecast.Standing, _ view: LogView) -> String {
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

    private func json(_ ending: Forecast.Ending) -> [String: JSON] {
      [
        "seat": .string(ending.seat), "at": .string(ending.at.text),
        "places": .integer(ending.places), "holders": .array(ending.holders.map(json)),
      ]
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
}
