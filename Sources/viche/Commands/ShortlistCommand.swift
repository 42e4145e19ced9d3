// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Counting
import Governance
import Ledger
import Register

struct ShortlistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortlist",
    abstract: "Rank the reviewed applicants; publish or show the ranking.",
    subcommands: [Publish.self, Show.self])

  struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Publish the ranking to the members; opens the window for objections.",
      discussion: """
        Example:
          viche shortlist publish 2024-1 --dry-run
          viche shortlist publish 2024-1 --key keys/registrar.pem
        """)
    @Argument(help: "The call.") var call: String
    @Option(help: "The value that the call's lot source published, if a lot is needed.") var lot:
      String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let call = try desk.found.call(call)
      let places: [ShortlistPublished.Place]
      do {
        places = try desk.assembly.ranking(of: call, lot: lot, at: desk.now()).map(\.place)
      } catch let refusal as Refusal {
        throw desk.refused(refusal)
      }
      var fields: [String: JSON] = [
        "call": .string(call.id), "ranking": .array(places.map(\.json)),
      ]
      if let lot { fields["lot"] = .string(lot) }
      let signed = try desk.sign(
        try desk.statement(.shortlistPublished, fields), with: try desk.authorKeys())
      // Judged first: a ranking that may not be published yet would look like one that was.
      if options.out == nil { try desk.judge([signed]) }
      if !options.talk.json { Terminal.say(ShortlistTable(desk.words, desk.assembly).text(places)) }
      try desk.finish([signed])
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a published ranking, or write it as CSV.",
      discussion: """
        Example:
          viche shortlist show 2024-1
          viche shortlist show 2024-1 --csv --form Policies/forms/alliance-cso-application.yaml
        """)
    @Argument(help: "The call.") var call: String
    @Flag(help: "CSV: rank,application_id,oblast,size_class,score_exact,score,selected,reason.")
    var csv = false
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      let call = try Found(log.assembly, options.talk.words).call(call)
      if csv { return Terminal.print(CallTables(log.assembly).shortlist(call)) }
      if options.talk.json {
        return Terminal.say(JSON.array(call.shortlist.map(\.json)).canonicalText)
      }
      Terminal.say(ShortlistTable(words, log.assembly).text(call.shortlist))
    }
  }
}

extension ShortlistPublished.Place {
  /// As it stands in the statement.
  var json: JSON {
    var fields: [String: JSON] = [
      "application": .string(application), "score": .string(score), "selected": .bool(selected),
    ]
    if !reason.isEmpty { fields["reason"] = .string(reason) }
    return .object(fields)
  }
}

/// The ranking as people read it.
struct ShortlistTable {
  let words: Words
  let assembly: Assembly

  init(_ words: Words, _ assembly: Assembly) {
    self.words = words
    self.assembly = assembly
  }

  func text(_ places: [ShortlistPublished.Place]) -> String {
    var table = TextTable([
      .init("", .right), .init(""), .init(""), .init("", .right), .init(""), .init(""),
    ])
    for (rank, place) in places.enumerated() {
      let application = assembly.applications[place.application]
      table.add([
        "\(rank + 1)", place.application,
        Plain.safe(words.translation(of: application?.name ?? [:])),
        Fraction(place.score)?.decimal(places: 2) ?? place.score,
        place.selected ? words("shortlist.selected") : words("shortlist.not_selected"),
        place.reason.isEmpty ? "" : words.reason(place.reason),
      ])
    }
    return table.text
  }
}
