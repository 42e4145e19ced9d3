// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing

struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "An open call, from its opening to the screened applications.",
    subcommands: [
      Open.self, Extend.self, Import.self, Close.self, Screen.self, Status.self, Report.self,
    ])

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open a call; the closing follows from the statutes' window.",
      discussion: """
        Signed by the registrar and enough of the body that the procedure names.

        Example:
          viche call open 2024-1 --opens 2024-11-01T09:00:00+02:00 --key keys/registrar.pem \\
            --key keys/m01.pem --key keys/m02.pem --key keys/m03.pem
        """)
    @Argument(help: "The call's own name, such as 2024-1.") var call: String
    @Option(help: "The procedure of the statutes.") var procedure = "admission"
    @Option(help: "When it opens.") var opens: String
    @Option(help: "The form's description; its SHA-256 is recorded.") var form: String?
    @Option(help: "Which value, published by a third party later, will seed a lot.")
    var lotSource: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let opens = try desk.instant(opens)
      guard let window = desk.assembly.receivingWindow(of: procedure)?.window,
        let closes = desk.assembly.closing(of: window, from: opens)
      else {
        throw desk.refused(
          Refusal(.unknownProcedure, clause: "procedures", ["procedure": procedure]))
      }
      var fields: [String: JSON] = [
        "call": .string(call), "procedure": .string(procedure), "opens": .string(opens.text),
        "closes": .string(closes.text),
      ]
      if let form { fields["form"] = .string(Hex.encode(Hash.sha256(try desk.files.read(form)))) }
      if let lotSource { fields["lot_source"] = .string(Text.clean(lotSource)) }
      try desk.perform(.callOpened, fields)
    }
  }

  struct Extend: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Extend a call after an outage, for everyone.",
      discussion: """
        Signed by the registrar and a witness.

        Example:
          viche call extend 2024-1 --until 2024-12-03T00:00:00+02:00 --ground "power cut in UA-63" \\
            --key keys/registrar.pem --key keys/w1.pem
        """)
    @Argument(help: "The call.") var call: String
    @Option(help: "The new closing.") var until: String
    @Option(help: "What happened, and where.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .callExtended,
        [
          "call": .string(call), "closes": .string(try desk.instant(until).text),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that the call is over, with the counts.",
      discussion: """
        Example:
          viche call close 2024-1 --key keys/registrar.pem
        """)
    @Argument(help: "The call.") var call: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let call = try desk.found.call(call)
      let counts = desk.assembly.doorCounts(of: call).mapValues(JSON.integer)
      try desk.perform(.callClosed, ["call": .string(call.id), "counts": .object(counts)])
    }
  }

  struct Screen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Screen every application that waits for it, by the statutes' tests.",
      discussion: """
        Example:
          viche call screen 2024-1 --dry-run --key keys/registrar.pem
          viche call screen 2024-1 --key keys/registrar.pem
        """)
    @Argument(help: "The call.") var call: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let call = try desk.found.call(call)
      let keys = try desk.authorKeys()
      let now = try desk.now()
      let waiting = call.applications.compactMap { desk.assembly.applications[$0] }
        .filter { $0.screening == nil || $0.rescreen }
      let statements = try waiting.compactMap { application -> Statement? in
        try desk.assembly.screening(of: application, at: now).map {
          try desk.statement(.applicationScreened, $0.fields(application.id))
        }
      }
      guard !statements.isEmpty else {
        let code: Refusal.Code = call.closedDigest == nil ? .callStillOpen : .alreadyScreened
        throw desk.refused(
          Refusal(code, ["call": call.id, "application": call.id, "until": call.graceEnds.text]))
      }
      try desk.finish(try statements.map { try desk.sign($0, with: keys) })
      if !options.talk.json { Terminal.say(CallSummary(desk.words).text(waiting, desk, at: now)) }
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How far a call has come.",
      discussion: """
        Example:
          viche call status 2024-1
        """)
    @Argument(help: "The call.") var call: String
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      let call = try Found(log.assembly, options.talk.words).call(call)
      let counts = CallSummary(words).counts(call, log.assembly)
      if options.talk.json {
        return Terminal.say(call.json(counts: counts).canonicalText)
      }
      let moment = Moment(words.language, log.assembly.calendar)
      Terminal.say(
        words(
          "call.window",
          [
            "call": call.id, "opens": moment.text(call.opens), "closes": moment.text(call.closes),
            "grace": moment.text(call.graceEnds),
          ]))
      for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count > 0 {
        Terminal.say("  " + words("call.count.\(name)", ["count": "\(count)"]))
      }
    }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What became of every application, as a table or CSV.",
      discussion: """
        Columns of the CSV: application_id, disposition, size_class, in_review_pool,
        reasons, related_application, note.

        Example:
          viche call report 2024-1 --csv > screening.csv
        """)
    @Argument(help: "The call.") var call: String
    @Flag(help: "CSV for programs.") var csv = false
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      let call = try Found(log.assembly, options.talk.words).call(call)
      if csv { return Terminal.print(CallTables(log.assembly).screening(call)) }
      var table = TextTable([
        .init(""), .init("", widthMax: 40), .init(""), .init("", widthMax: 60),
      ])
      for id in call.applications {
        guard let application = log.assembly.applications[id] else { continue }
        let screening = application.screening
        table.add([
          id, Plain.safe(words.translation(of: application.name)),
          words("disposition.\(screening?.disposition.rawValue ?? "unscreened")"),
          (screening?.reasons ?? []).map { words.reason($0) }.joined(separator: "; "),
        ])
      }
      Terminal.say(table.text)
    }
  }
}

extension Application.Screening {
  /// The fields of `application.screened`.
  func fields(_ application: String) -> [String: JSON] {
    var fields: [String: JSON] = [
      "application": .string(application), "disposition": .string(disposition.rawValue),
      "tests": .object(tests.mapValues(JSON.string)),
      "reasons": .array(reasons.map(JSON.string)),
    ]
    if let related { fields["related"] = .string(related) }
    return fields
  }
}

/// Counts of a call's applications by what became of them.
struct CallSummary {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// Before screening by the door, after it by disposition.
  func counts(_ call: Call, _ assembly: Assembly) -> [String: Int] {
    let applications = call.applications.compactMap { assembly.applications[$0] }
    guard applications.contains(where: { $0.screening != nil }) else {
      return assembly.doorCounts(of: call)
    }
    var counts: [String: Int] = [:]
    for application in applications {
      counts[application.screening?.disposition.rawValue ?? "standing", default: 0] += 1
    }
    return counts
  }

  /// One line: so many eligible, so many incomplete, and so on.
  func text(_ screened: [Application], _ desk: Desk, at now: Instant) -> String {
    var counts: [Disposition: Int] = [:]
    for application in screened {
      guard let found = desk.assembly.screening(of: application, at: now) else { continue }
      counts[found.disposition, default: 0] += 1
    }
    let parts = [
      Disposition.eligible, .incomplete, .ineligible, .late, .early, .superseded, .withdrawn,
    ]
    .filter { counts[$0] != nil }
    return parts.map { words("call.count.\($0.rawValue)", ["count": "\(counts[$0] ?? 0)"]) }
      .joined(separator: ", ")
  }
}

extension Call {
  /// For programs: the windows, and how many applications of each kind.
  func json(counts: [String: Int]) -> JSON {
    var fields: [String: JSON] = [
      "call": .string(id), "opens": .string(opens.text), "closes": .string(closes.text),
      "grace_ends": .string(graceEnds.text), "closed": .bool(closedDigest != nil),
      "counts": .object(counts.mapValues(JSON.integer)),
    ]
    if let objectionsClose { fields["objections_close"] = .string(objectionsClose.text) }
    return .object(fields)
  }
}
