// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "What is due, until when, and for whom.",
    discussion: """
      Example:
        viche today
        viche today --for M05
      """)

  @Option(name: .customLong("for"), help: "Only what is due for this role, member or applicant.")
  var who: String?
  @Option(help: "The time, for a rehearsal ledger only.") var now: String?
  @OptionGroup var options: LogOptions

  func run() throws {
    let log = try Reading(options).log()
    let words = options.talk.words
    let now = try time(log.isRehearsal, log.received, words)
    let due = dueItems(log.assembly, now: now)
      .filter { item in who.map { item.who.contains($0) } ?? true }
    if options.talk.json {
      return Terminal.say(JSON.array(due.map { $0.json(words) }).canonicalText)
    }
    let moment = Moment(words.language, log.assembly.calendar)
    Terminal.say(words("today.title", ["now": moment.text(now)]))
    if due.isEmpty { return Terminal.say("  " + words("today.nothing")) }
    var table = TextTable(columnCount: 3)
    for item in due {
      table.add([
        "  " + (item.when.map { moment.text($0) } ?? words("today.now")), words.who(item),
        words.sentence(for: item) + (item.clause.isEmpty ? "" : " (§ \(item.clause))"),
      ])
    }
    Terminal.say(table.text)
  }

  private func time(_ rehearsal: Bool, _ last: Instant?, _ words: Words) throws -> Instant {
    guard let told = now else { return rehearsal ? last ?? System.now : System.now }
    guard rehearsal else {
      throw Failure(.refused, words("now.not_rehearsal"), hint: words("now.not_rehearsal.hint"))
    }
    guard let instant = Instant(told, canonical: false) else {
      throw Failure(.usage, words("time.malformed", ["text": Plain.safe(told)]))
    }
    return instant
  }
}

extension DueItem {
  /// For programs: time, who, and what in words.
  func json(_ words: Words) -> JSON {
    var fields: [String: JSON] = [
      "who": .string(who), "what": .string(words.sentence(for: self)), "clause": .string(clause),
    ]
    if let when { fields["when"] = .string(when.text) }
    return .object(fields)
  }
}
