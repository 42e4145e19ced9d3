// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct MandateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandate", abstract: "Mandates: who may speak or act outside, and reports on it.",
    subcommands: [Grant.self, Report.self, End.self, List.self])

  struct Grant: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Grant a mandate that an adopted proposal gives.",
      discussion: """
        Signed by the registrar and a teller. Without --until it ends when its kind's term does.

        Example:
          viche mandate grant MD-1 P-1 M07 --kind spokesperson --scope "Speaks on reservation" \\
            --occasion hearing=2025-05-10T12:00:00+03:00 --key keys/registrar.pem --key keys/m03.pem
        """)
    @Argument(help: "The mandate's own name, such as MD-1.") var mandate: String
    @Argument(help: "The adopted proposal that it comes from.") var proposal: String
    @Argument(help: "The member whose people may act.") var holder: String
    @Option(help: "What it allows; what it says is public.") var scope: String
    @Option(help: "The mandate of the statutes that this is one of.") var kind: String?
    @Option(help: "When it ends.") var until: String?
    @Option(
      name: .customLong("occasion"),
      help: "A meeting to report on, and when it ends: NAME=TIME; may be repeated.")
    var occasions: [String] = []
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var fields: [String: JSON] = [
        "mandate": .string(mandate), "proposal": .string(proposal), "holder": .string(holder),
        "scope": .string(Text.clean(scope)), "until": .string(try end(desk).text),
        "occasions": .array(
          try desk.tagged(occasions, option: "--occasion", shape: "NAME=TIME") { name, time in
            ["occasion": .string(name), "on": .string(try desk.instant(time).text)] as JSON
          }.sorted { $0.key < $1.key }.map(\.value)),
      ]
      fields["kind"] = kind.map(JSON.string)
      try desk.perform(.mandateGranted, fields)
    }

    private func end(_ desk: Desk) throws -> Instant {
      if let until { return try desk.instant(until) }
      let version = desk.assembly.proposals[proposal]?.version
      guard let term = kind.flatMap({ desk.assembly.edition(version)?.mandates[$0]?.term }),
        let end = desk.assembly.calendar?.closing(of: term, from: try desk.now())
      else {
        throw Failure(.usage, desk.words("deed.until"), hint: desk.words("deed.until.hint"))
      }
      return end
    }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Report on a meeting: the file stays with you, its SHA-256 is recorded.",
      discussion: """
        Signed by the mandate's holder, after the meeting.

        Example:
          viche mandate report MD-1 hearing report.pdf --key keys/m07.pem
        """)
    @Argument(help: "The mandate.") var mandate: String
    @Argument(help: "The occasion.") var occasion: String
    @Argument(help: "The report.") var file: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .mandateReported,
        [
          "mandate": .string(mandate), "occasion": .string(occasion),
          "sha256": .string(try desk.digest(of: file)),
        ])
    }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End a mandate before its time.",
      discussion: """
        Signed by its holder; or by the registrar and a teller.

        Example:
          viche mandate end MD-1 --ground "The talks are over." --key keys/m07.pem
        """)
    @Argument(help: "The mandate.") var mandate: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .mandateEnded, ["mandate": .string(mandate), "ground": .string(Text.clean(ground))])
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Mandates in force, with their reports, those that are overdue too.",
      discussion: """
        Example:
          viche mandate list
          viche mandate list --all --json
        """)
    @Flag(help: "Those that have ended too.") var all = false
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      var listing = Listing(columnCount: 4)
      for mandate in view.assembly.mandates.inOrder where isShown(mandate, view) {
        let it = MandateView(mandate, view)
        listing.add(it.cells, it.json)
        for occasion in mandate.occasions { listing.add(it.cells(of: occasion)) }
      }
      listing.say(options.talk)
    }

    /// An unwritten report outlives its mandate.
    private func isShown(_ mandate: Mandate, _ view: LogView) -> Bool {
      all || mandate.isInForce(at: view.now)
        || mandate.occasions.contains { mandate.reports[$0.occasion] == nil && $0.on <= view.now }
    }
  }
}

/// A mandate as people and programs read it.
struct MandateView {
  let mandate: Mandate
  let view: LogView

  init(_ mandate: Mandate, _ view: LogView) {
    self.mandate = mandate
    self.view = view
  }

  /// How a meeting's report stands.
  enum Standing: String { case reported, overdue, due, ahead }

  func standing(of occasion: MandateGranted.Occasion) -> Standing {
    if mandate.reports[occasion.occasion] != nil { return .reported }
    if view.now < occasion.on { return .ahead }
    let due = view.assembly.reportDue(on: occasion, under: mandate)
    return due.map { view.now >= $0 } ?? false ? .overdue : .due
  }

  /// When a report is due: by the statutes' time, or at once where they give none.
  func due(_ occasion: MandateGranted.Occasion) -> Instant {
    view.assembly.reportDue(on: occasion, under: mandate) ?? occasion.on
  }

  private var state: String {
    if let ended = mandate.ended {
      return view.words("deed.mandate.ended", ["when": view.text(ended)])
    }
    let key = mandate.isInForce(at: view.now) ? "deed.mandate.until" : "deed.mandate.over"
    return view.words(key, ["when": view.text(mandate.until)])
  }

  var cells: [String] {
    [
      mandate.id, mandate.holder, state,
      [mandate.kind, mandate.scope].compactMap(\.self)
        .joined(separator: ": "),
    ]
  }

  func cells(of occasion: MandateGranted.Occasion) -> [String] {
    let standing = standing(of: occasion)
    let when = standing == .ahead ? occasion.on : due(occasion)
    return [
      "", "  " + occasion.occasion,
      view.words("deed.report.\(standing.rawValue)", ["when": view.text(when)]),
      mandate.reports[occasion.occasion].map { "SHA-256 \($0)" } ?? "",
    ]
  }

  var json: [String: JSON] {
    var fields: [String: JSON] = [
      "mandate": .string(mandate.id), "proposal": .string(mandate.proposal ?? ""),
      "holder": .string(mandate.holder), "scope": .string(mandate.scope),
      "until": .string(mandate.until.text), "in_force": .bool(mandate.isInForce(at: view.now)),
      "occasions": .array(mandate.occasions.map(json)),
    ]
    fields["kind"] = mandate.kind.map(JSON.string)
    fields["ended"] = mandate.ended.map { .string($0.text) }
    return fields
  }

  private func json(_ occasion: MandateGranted.Occasion) -> JSON {
    var fields: [String: JSON] = [
      "occasion": .string(occasion.occasion), "on": .string(occasion.on.text),
      "report": .string(standing(of: occasion).rawValue), "due": .string(due(occasion).text),
    ]
    fields["sha256"] = mandate.reports[occasion.occasion].map(JSON.string)
    return .object(fields)
  }
}
