// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Authoring
import Governance
import Ledger
import Register

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Numbers that anyone can recount from the log.",
    subcommands: [InfluenceCommand.self])

  struct InfluenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "influence",
      abstract: "How much say each group of members has: seats, chairs, proposals, ballots.",
      discussion: """
        Groups are told apart by size, region, class, member, or by an attribute or
        predicate of the statutes. A date means its first moment; the period ends before
        --until.

        Example:
          viche stats influence
          viche stats influence --by region --from 2025-01-01 --until 2026-01-01
          viche stats influence --by size --body steering --csv
        """)
    @Option(
      help: "size, region, class, member, or a name of the statutes (default: size, if known).")
    var by: String?
    @Option(help: "Count the seats and chairs of this body only.") var body: String?
    @Option(help: "The period's first moment or date (default: the founding).") var from: String?
    @Option(help: "The first moment or date after the period (default: it goes on until now).")
    var until: String?
    @Flag(help: "CSV for programs.") var csv = false
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      if let body { _ = try view.found.body(body) }
      let (since, end) = (
        try from.map { try moment($0, view) }, try until.map { try moment($0, view) }
      )
      if let since, let end, end < since {
        throw Failure(.usage, view.words("influence.period", ["until": view.text(end)]))
      }
      let influence = Influence(
        view.log.acts, from: view.log.beginning, by: try grouping(view), body: body, since: since,
        until: end, now: view.now)
      say(InfluenceTable(influence, view.words, view.assembly.calendar))
    }

    private func say(_ table: InfluenceTable) {
      guard csv else {
        return Terminal.say(options.talk.json ? table.json.canonicalText : table.text)
      }
      var writer = CSVWriter(forSpreadsheet: false)
      for row in table.csv { writer.write(row) }
      Terminal.print(writer.bytes)
    }

    private func grouping(_ view: LogView) throws -> MemberGroups {
      guard let statutes = view.assembly.inForce(at: view.now) else {
        preconditionFailure("a log begins with its founding")
      }
      guard let by else { return .standard(in: statutes) }
      guard let grouping = MemberGroups(by, in: statutes) else {
        let names = MemberGroups.known(in: statutes).joined(separator: ", ")
        throw Failure(
          .refused, view.words("influence.unknown", ["name": by]),
          hint: view.words("influence.unknown.hint", ["names": names]))
      }
      return grouping
    }

    /// A moment, or the first one of a date by the coalition's calendar.
    private func moment(_ text: String, _ view: LogView) throws -> Instant {
      if let day = Day(text), let calendar = view.assembly.calendar {
        return calendar.start(of: day)
      }
      return try ToldTime(view.words).instant(text)
    }
  }
}
