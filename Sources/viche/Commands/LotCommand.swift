// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Signing

struct LotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lot",
    abstract: "Lots that anybody can draw again from public numbers (RFC 3797).",
    subcommands: [Announce.self, Draw.self, Show.self, List.self])

  struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Announce among whom will be drawn, and which numbers, not known yet, will do it.",
      discussion: """
        Take sources that nobody can steer and everybody can look up: state lotteries,
        the trade volume of a stock on a day. Signed by the registrar and a teller.

        Example:
          viche lot announce L-1 --title "Who goes to the forum" --among members.txt --places 3 \\
            --source "State lottery, 12 May 2025" --source "Power exchange, MWh, 12 May 2025" \\
            --draws 2025-05-13T10:00:00+03:00 --key keys/registrar.pem --key keys/m03.pem
        """)
    @Argument(help: "The lot's own name, such as L-1.") var lot: String
    @Option(help: "What it is about.") var title: String
    @Option(help: "A file with the list that is drawn from, a name on each line.")
    var among: String
    @Option(help: "How many are drawn.") var places: Int
    @Option(
      name: .customLong("source"),
      help: "What will publish numbers; may be repeated, in the order of the draw's --values.")
    var sources: [String]
    @Option(help: "From when it may be drawn: all sources have published.") var draws: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let names = try lines(of: among, desk)
      guard !names.isEmpty else {
        throw Failure(.malformed, desk.words("lot.empty_list", ["path": among]))
      }
      try desk.perform(
        .lotAnnounced,
        [
          "lot": .string(lot), "title": .string(Text.clean(title)),
          "among": .array(names.map(JSON.string)), "places": .integer(places),
          "sources": .array(sources.map { .string(Text.clean($0)) }),
          "draws": .string(try desk.instant(draws).text),
        ])
    }

    /// The lines of a file that are not empty, in their order.
    private func lines(of path: String, _ desk: Desk) throws -> [String] {
      let bytes = try desk.files.read(path)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.malformed, desk.words("lot.empty_list", ["path": path]))
      }
      return text.split(whereSeparator: \.isNewline).map { Text.clean(String($0)) }
        .filter { !$0.isEmpty }
    }
  }

  struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draw a lot by the numbers that its sources published; who is drawn is computed.",
      discussion: """
        --values once for each source, in the order of the announcement. Signed by the
        registrar and a teller.

        Example:
          viche lot draw L-1 --values 9,18,26,34,41,45 --values 8012 \\
            --key keys/registrar.pem --key keys/m03.pem
        """)
    @Argument(help: "The lot.") var lot: String
    @Option(help: "The numbers of a source: 9,18,26; once for each.") var values: [String]
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let lot = try desk.found.lot(lot)
      let values = try self.values.map { try numbers($0, desk) }
      let drawn = desk.assembly.drawn(from: lot, by: values)
      try desk.perform(
        .lotDrawn,
        [
          "lot": .string(lot.id),
          "values": .array(values.map { .array($0.map(JSON.integer)) }),
          "drawn": .array(drawn.map(JSON.string)),
        ])
    }

    private func numbers(_ text: String, _ desk: Desk) throws -> [Int] {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { Int(Text.clean(String($0))) }.filter { $0 >= 0 }
      guard numbers.count == parts.count else {
        throw Failure(.usage, desk.words("lot.malformed", ["text": text]))
      }
      return numbers
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A lot with every step of its draw, to be followed by hand.",
      discussion: """
        Example:
          viche lot show L-1
        """)
    @Argument(help: "The lot.") var lot: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let shown = LotView(try view.found.lot(lot), view)
      if options.talk.json { return Terminal.say(JSON.object(shown.json).canonicalText) }
      for line in shown.lines { Terminal.say(line) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "All lots, drawn or waiting.",
      discussion: """
        Example:
          viche lot list
        """)
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      var listing = Listing(columnCount: 2)
      for lot in view.assembly.lots.inOrder {
        let it = LotView(lot, view)
        listing.add([it.head, lot.title], it.json)
      }
      listing.say(options.talk)
    }
  }
}

/// A lot as people and programs read it.
private struct LotView {
  let lot: Lot
  let view: LogView
  let working: LotWorking?

  init(_ lot: Lot, _ view: LogView) {
    self.lot = lot
    self.view = view
    self.working = lot.draw.flatMap { LotWorking(lot, by: $0.values) { Hash.md5($0) } }
  }

  private var words: Words { view.words }

  /// One line: drawn whom, or to be drawn when.
  var head: String {
    guard let draw = lot.draw else {
      return words("lot.waits", ["lot": lot.id, "when": view.text(lot.draws)])
    }
    return words(
      "lot.drawn",
      [
        "lot": lot.id, "when": view.text(draw.at), "drawn": draw.drawn.joined(separator: ", "),
      ])
  }

  var lines: [String] {
    let list = lot.among.enumerated().map { "  \($0 + 1). \(Plain.safe($1))" }
    let announced = ["  " + Plain.safe(lot.title), "  " + said("announced", lot.announced)]
    return [head] + announced + sources
      + [words("lot.among", ["count": "\(lot.among.count)"])] + list + steps
  }

  private func said(_ key: String, _ moment: Instant) -> String {
    words("lot.\(key)", ["when": view.text(moment)])
  }

  private var sources: [String] {
    [words("lot.heading.sources")]
      + lot.sources.enumerated().map { place, source in
        var values = ["number": "\(place + 1)", "source": source]
        guard let numbers = lot.draw?.values[place] else {
          return "  " + words("lot.sources", values)
        }
        values["values"] = numbers.map(String.init).joined(separator: ", ")
        values["sorted"] = numbers.sorted().map(String.init).joined(separator: ", ")
        return "  "
          + words(numbers == numbers.sorted() ? "lot.values" : "lot.values.sorted", values)
      }
  }

  private var steps: [String] {
    guard let working else { return [] }
    var table = TextTable(columnCount: 6)
    table.add(
      ["draw", "md5", "left", "place", "number", "name"].enumerated().map {
        ($0 == 0 ? "  " : "") + words("lot.column.\($1)")
      })
    for (place, step) in working.steps.enumerated() {
      table.add([
        "  \(place + 1)", step.digest.uppercased(), "\(step.remaining)", "\(step.remainder)",
        "\(step.selected)", step.name,
      ])
    }
    return [words("lot.key"), "  " + working.key, words("lot.steps")] + table.lines()
  }

  var json: [String: JSON] {
    var fields: [String: JSON] = [
      "lot": .string(lot.id), "title": .string(lot.title), "places": .integer(lot.places),
      "among": .array(lot.among.map(JSON.string)),
      "sources": .array(lot.sources.map(JSON.string)), "draws": .string(lot.draws.text),
      "announced": .string(lot.announced.text),
    ]
    guard let draw = lot.draw else { return fields }
    fields["drawn"] = .array(draw.drawn.map(JSON.string))
    fields["values"] = .array(draw.values.map { .array($0.map(JSON.integer)) })
    fields["key"] = (working?.key).map(JSON.string)
    fields["steps"] = .array((working?.steps ?? []).map(json))
    return fields
  }

  private func json(_ step: LotWorking.Step) -> JSON {
    [
      "digest": .string(step.digest), "remaining": .integer(step.remaining),
      "remainder": .integer(step.remainder), "selected": .integer(step.selected),
      "name": .string(step.name),
    ]
  }
}
