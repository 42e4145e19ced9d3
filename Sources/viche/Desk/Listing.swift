// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

/// Rows for people, and the same as objects for programs.
struct Listing {
  private var table: TextTable
  private var objects: [JSON] = []

  init(columnCount: Int) { table = TextTable(columnCount: columnCount) }

  mutating func add(_ cells: [String], _ object: [String: JSON]) {
    table.add(cells)
    objects.append(.object(object))
  }

  /// A row that only people need: it belongs to the one above it.
  mutating func add(_ cells: [String]) { table.add(cells) }

  /// Prints the one or the other; people are told where there is nothing.
  func say(_ talk: TalkOptions) {
    if talk.json { return Terminal.say(JSON.array(objects).canonicalText) }
    Terminal.say(objects.isEmpty ? talk.words("deed.none") : table.text)
  }
}

/// Options of commands that tell how things stand at a moment.
struct AsOfOptions: ParsableArguments {
  @Option(help: "The time, for a rehearsal ledger only.") var now: String?
  @OptionGroup var reading: LogOptions

  var talk: TalkOptions { reading.talk }

  /// The system's time; of a rehearsal, that of its last entry, unless it is told another.
  func instant(of log: VerifiedLog) throws -> Instant {
    guard let now else { return log.isRehearsal ? log.received ?? System.now : System.now }
    let words = talk.words
    guard log.isRehearsal else {
      throw Failure(.refused, words("now.not_rehearsal"), hint: words("now.not_rehearsal.hint"))
    }
    guard let instant = Instant(now, canonical: false) else {
      throw Failure(.usage, words("time.malformed", ["text": Plain.safe(now)]))
    }
    return instant
  }

  /// The log, the moment, and the words for both.
  func view() throws -> LogView {
    let log = try Reading(reading).log()
    return LogView(log: log, words: talk.words, now: try instant(of: log))
  }
}

/// A log as it is read at a moment.
struct LogView {
  let log: VerifiedLog
  let words: Words
  let now: Instant

  var assembly: Assembly { log.assembly }

  /// A moment as people of this coalition read it.
  func text(_ instant: Instant) -> String {
    Moment(words.language, assembly.calendar).text(instant)
  }

  /// Values in the order of their names, which is that of their bytes.
  func inOrder<Value>(_ values: [String: Value]) -> [Value] {
    values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }
}
