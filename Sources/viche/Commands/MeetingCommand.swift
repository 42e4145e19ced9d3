// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct MeetingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "Meetings of bodies: who came, and who keeps away.",
    subcommands: [Record.self, List.self])

  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record a meeting with those who were present.",
      discussion: """
        Whoever is not named was absent. Signed by the registrar and a voting key of one
        of those present.

        Example:
          viche meeting record MT-1 --body steering --held 2025-04-02T15:00:00+03:00 \\
            --present M01,M03,M04 --minutes minutes.pdf --key keys/registrar.pem --key keys/m01.pem
        """)
    @Argument(help: "The meeting's own name, such as MT-1.") var meeting: String
    @Option(help: "The body of the statutes.") var body: String
    @Option(help: "When it was held.") var held: String
    @Option(help: "Holders who came, or their alternates: M01,M03.") var present: String
    @Option(help: "The minutes; the file stays with you, its SHA-256 is recorded.")
    var minutes: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let names = present.split(separator: ",").map { Text.clean(String($0)) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      var fields: [String: JSON] = [
        "meeting": .string(meeting), "body": .string(body),
        "held": .string(try desk.instant(held).text), "present": .array(names.map(JSON.string)),
      ]
      fields["sha256"] = try minutes.map { .string(try desk.digest(of: $0)) }
      try desk.perform(.meetingHeld, fields)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Meetings with who came, and how many each holder has missed in a row.",
      discussion: """
        Example:
          viche meeting list
          viche meeting list --body steering --json
        """)
    @Option(help: "Only this body.") var body: String?
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let known = Set(view.assembly.meetings.map(\.body))
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let bodies = try body.map { [try view.found.body($0).name] } ?? known
      let all = bodies.map { BodyMeetings($0, view) }
      if options.talk.json {
        return Terminal.say(JSON.array(all.map { .object($0.json) }).canonicalText)
      }
      let lines = all.flatMap(\.lines)
      Terminal.say(lines.isEmpty ? view.words("meeting.none") : lines.joined(separator: "\n"))
    }
  }
}

/// The meetings of a body and the attendance of its holders, as people and programs read them.
private struct BodyMeetings {
  let body: String
  let view: LogView
  let meetings: [Meeting]
  let attendance: [Attendance]

  init(_ body: String, _ view: LogView) {
    self.body = body
    self.view = view
    self.meetings = view.assembly.meetings(of: body)
    self.attendance = view.assembly.attendance(of: body, at: view.now)
  }

  var lines: [String] {
    guard !meetings.isEmpty else { return [] }
    var held = TextTable(columnCount: 3)
    for meeting in meetings {
      let present = meeting.present.joined(separator: ", ")
      held.add([
        "\(meeting.id)  \(body)", view.text(meeting.held),
        view.words("meeting.present", ["present": present]),
      ])
    }
    if attendance.isEmpty { return held.lines() }
    var holders = TextTable(columnCount: 3)
    for one in attendance { holders.add(["  " + one.party, one.seat, text(one)]) }
    return held.lines() + [view.words("meeting.of", ["body": body])] + holders.lines()
  }

  private func text(_ one: Attendance) -> String {
    if one.held == 0 { return view.words("meeting.not_yet") }
    if one.missed.isEmpty { return view.words("meeting.came") }
    let missed = view.words("meeting.missed", ["count": "\(one.missed.count)"])
    return one.losesSeat ? "\(missed): \(view.words("meeting.lost"))" : missed
  }

  var json: [String: JSON] {
    [
      "body": .string(body), "meetings": .array(meetings.map(json)),
      "attendance": .array(attendance.map(json)),
    ]
  }

  private func json(_ meeting: Meeting) -> JSON {
    var fields: [String: JSON] = [
      "meeting": .string(meeting.id), "held": .string(meeting.held.text),
      "present": .array(meeting.present.map(JSON.string)), "entry": .integer(meeting.entry),
    ]
    fields["sha256"] = meeting.sha256.map(JSON.string)
    return .object(fields)
  }

  private func json(_ one: Attendance) -> JSON {
    [
      "seat": .string(one.seat), "party": .string(one.party), "held": .integer(one.held),
      "missed": .array(one.missed.map(JSON.string)), "loses_seat": .bool(one.losesSeat),
    ]
  }
}
