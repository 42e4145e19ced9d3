// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct SeatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seats",
    abstract: "Seats: who holds which, until when; past terms, a forecast, a calendar file.",
    subcommands: [Now.self, History.self, ForecastCommand.self, Calendar.self],
    defaultSubcommand: Now.self)

  struct Now: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Who holds which seat from when until when, and which are empty (the default).",
      discussion: """
        Example:
          viche seats
          viche seats --at 2025-07-01T00:00:00+03:00
        """)
    @Option(help: "Another moment than now, as far as the log knows.") var at: String?
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let moment = try at.map { try instant($0, view.words) } ?? view.now
      SeatsTable(view).say(SeatsView(view.assembly, at: moment), at: moment, options.talk)
    }

    private func instant(_ text: String, _ words: Words) throws -> Instant {
      guard let instant = Instant(text, canonical: false) else {
        throw Failure(.usage, words("time.malformed", ["text": Plain.safe(text)]))
      }
      return instant
    }
  }

  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "All terms so far, of everybody, of a class of seats or of a member.",
      discussion: """
        Example:
          viche seats history
          viche seats history small_seat
          viche seats history M05
        """)
    @Argument(help: "A class of seats or a member.") var name: String?
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      var listing = Listing(columnCount: 5)
      for term in view.assembly.terms
      where name == nil || term.seat == name || term.party == name {
        let it = TermView(term, view)
        listing.add([term.seat] + it.cells, it.json)
      }
      listing.say(options.talk)
    }
  }

  struct Calendar: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Write terms, chairs, mandates and the deadlines of elections and votes as iCalendar.",
      discussion: """
        The same log gives the same file; an event keeps its UID when it moves.

        Example:
          viche seats calendar --out alliance.ics
        """)
    @Option(help: "The file to write; one that is there is replaced.") var out: String
    @OptionGroup var options: LogOptions

    func run() throws {
      let words = options.talk.words
      let calendar = CalendarFile(words, try Reading(options).log().assembly)
      try Files(words: words).write(calendar.bytes, to: out, replacing: true)
      if options.talk.json {
        return Terminal.say(
          JSON.object(["file": .string(out), "events": .integer(calendar.events.count)])
            .canonicalText)
      }
      Terminal.say(
        words("calendar.written", ["path": out, "count": "\(calendar.events.count)"]))
    }
  }
}

/// The classes of seats with those who hold them, as people and programs read them.
private struct SeatsTable {
  let view: LogView

  init(_ view: LogView) { self.view = view }

  private var words: Words { view.words }

  func say(_ seats: SeatsView, at moment: Instant, _ talk: TalkOptions) {
    if talk.json {
      return Terminal.say(JSON.array(seats.classes.map { json($0, at: moment) }).canonicalText)
    }
    guard !seats.classes.isEmpty else { return Terminal.say(words("seats.none")) }
    Terminal.say(words("seats.title", ["now": view.text(moment)]))
    for it in seats.classes {
      Terminal.say(head(it))
      var table = TextTable(columnCount: 5)
      for term in it.terms {
        table.add(["  "] + TermView(term, view, in: it.body, at: moment).cells)
      }
      if !it.terms.isEmpty { Terminal.say(table.text) }
      if let empty = it.empty, empty > 0 {
        Terminal.say("  " + words("seats.empty", ["count": "\(empty)"]))
      }
    }
  }

  private func head(_ it: SeatsView.Class) -> String {
    words(
      "seats.class",
      ["seat": it.seat.name, "held": "\(it.terms.count)", "count": "\(it.seat.count)"])
  }

  private func json(_ it: SeatsView.Class, at moment: Instant) -> JSON {
    var fields: [String: JSON] = [
      "seat": .string(it.seat.name), "count": .integer(it.seat.count),
      "terms": .array(
        it.terms.map { .object(TermView($0, view, in: it.body, at: moment).json) }),
    ]
    fields["body"] = it.body.map(JSON.string)
    fields["empty"] = it.empty.map(JSON.integer)
    return .object(fields)
  }
}

/// A term as people and programs read it.
struct TermView {
  let term: Term
  let view: LogView
  /// Who sits for the holder at the moment that is shown.
  let alternate: String?
  /// Whether the holder is chair of its body then.
  let isChair: Bool

  init(_ term: Term, _ view: LogView) {
    self.term = term
    self.view = view
    self.alternate = nil
    self.isChair = false
  }

  /// A term that runs at a moment, with the alternate and the chair of then.
  init(_ term: Term, _ view: LogView, in body: String?, at moment: Instant) {
    self.term = term
    self.view = view
    self.alternate = view.assembly.alternate(of: term.party, in: term.seat, at: moment)
    self.isChair =
      body.map { view.assembly.chairs(of: $0, at: moment) }?.contains(term.party) == true
  }

  private var label: String? { term.nomination.flatMap { view.assembly.nominations[$0]?.label } }

  private var end: Instant? { view.assembly.end(of: term) }

  /// Whether it ended before its time.
  private var endedEarly: Bool {
    guard let end else { return false }
    return term.until.map { end < $0 } ?? true
  }

  /// Party, who sits, from when, until when.
  var cells: [String] {
    let until =
      end.map { view.words("seats.until", ["until": view.text($0)]) }
      ?? view.words("seats.founding")
    return [
      term.party, label ?? "–", view.words("seats.from", ["from": view.text(term.from)]),
      until + (endedEarly ? ", " + view.words("seats.ended") : "") + remarks,
    ]
  }

  private var remarks: String {
    let alternate = alternate.map { view.words("seats.alternate", ["alternate": $0]) }
    return [isChair ? view.words("seats.chair") : nil, alternate].compactMap(\.self)
      .map { "; " + $0 }.joined()
  }

  var json: [String: JSON] {
    var fields: [String: JSON] = [
      "seat": .string(term.seat), "party": .string(term.party), "from": .string(term.from.text),
      "ended_early": .bool(endedEarly),
    ]
    fields["until"] = end.map { .string($0.text) }
    fields["label"] = label.map(JSON.string)
    fields["alternate"] = alternate.map(JSON.string)
    if isChair { fields["chair"] = true }
    fields["vote"] = term.vote.map(JSON.string)
    fields["nomination"] = term.nomination.map(JSON.string)
    return fields
  }
}
