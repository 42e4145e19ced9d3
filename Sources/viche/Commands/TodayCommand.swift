// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
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
  @OptionGroup var options: AsOfOptions

  func run() throws {
    let view = try options.view()
    let words = view.words
    let due = dueItems(view.assembly, now: view.now)
      .filter { isAsked($0, view.assembly, view.now) }
    if options.talk.json {
      return Terminal.say(JSON.array(due.map { $0.json(words) }).canonicalText)
    }
    Terminal.say(words("today.title", ["now": view.text(view.now)]))
    if due.isEmpty { return Terminal.say("  " + words("today.nothing")) }
    var table = TextTable(columnCount: 3)
    for item in due {
      table.add([
        "  " + words.when(item, view.assembly.calendar), words.who(item), words.request(item),
      ])
    }
    Terminal.say(table.text)
  }

  /// Whether an item is for whoever `--for` names.
  ///
  /// A member is asked by its own name, by its rolls and seats, and by its keys and the roles they hold.
  private func isAsked(_ item: DueItem, _ assembly: Assembly, _ now: Instant) -> Bool {
    guard let who else { return true }
    var names: Set = [who, "applicant \(who)"]
    if assembly.parties[who] != nil {
      if item.isShownToAll { return true }
      let keys = Set(assembly.keys.filter { $0.value.party == who && $0.value.revoked == nil }.keys)
      names.formUnion(keys.union(["members"]))
      names.formUnion(assembly.rolls(of: who, at: now))
      names.formUnion(assembly.offices.filter { !keys.isDisjoint(with: $0.value) }.keys)
      for (name, body) in assembly.statutes?.bodies ?? [:] {
        guard case .seats(let seats) = body.composition else { continue }
        if seats.contains(where: { assembly.holders(ofSeat: $0, at: assembly.now).contains(who) }) {
          names.insert(name)
        }
      }
    }
    return item.who.split(separator: ";").contains { names.contains(String($0)) }
  }
}

extension DueItem {
  /// For programs: time, who, and what in words.
  func json(_ words: Words) -> JSON {
    var fields: [String: JSON] = [
      "who": .string(who), "what": .string(words.sentence(for: self)), "clause": .string(clause),
    ]
    if let when { fields["when"] = .string(when.text) }
    fields["silence"] = words.silence(self).map(JSON.string)
    return .object(fields)
  }
}
