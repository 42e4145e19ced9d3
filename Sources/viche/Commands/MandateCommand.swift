// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

struct MandateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandate",
    abstract: "Mandates: who may speak or act outside, what binds them, and reports on it.",
    subcommands: [
      Grant.self, Report.self, Recuse.self, Instruct.self, End.self, List.self, Show.self,
    ])

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Report on a meeting: the file stays with you, its SHA-256 is recorded.",
      discussion: """
        Signed by the mandate's holder or its alternate, after the meeting; not by who
        stepped aside there.

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

  struct Recuse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Step aside at a meeting, because of a conflict of interest.",
      discussion: """
        The alternate sits instead, if there is one that did not step aside. Signed by
        the holder or by the alternate, for itself.

        Example:
          viche mandate recuse MD-1 board-12 --key keys/m07.pem
        """)
    @Argument(help: "The mandate.") var mandate: String
    @Argument(help: "The meeting.") var occasion: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .mandateRecused, ["mandate": .string(mandate), "occasion": .string(occasion)])
    }
  }

  struct Instruct: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that an adopted proposal binds whoever acts under a mandate.",
      discussion: """
        Signed by the registrar and a teller.

        Example:
          viche mandate instruct MD-1 P-4 --key keys/registrar.pem --key keys/m03.pem
        """)
    @Argument(help: "The mandate.") var mandate: String
    @Argument(help: "The adopted proposal.") var proposal: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .mandateInstructed, ["mandate": .string(mandate), "proposal": .string(proposal)])
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
        for row in it.remarks { listing.add(["", "  " + row.name, row.text]) }
        for occasion in mandate.occasions { listing.add(it.cells(of: occasion)) }
      }
      listing.say(options.talk)
    }

    /// An unwritten report outlives its mandate.
    private func isShown(_ mandate: Mandate, _ view: LogView) -> Bool {
      let it = MandateView(mandate, view)
      return all || mandate.isInForce(at: view.now)
        || mandate.occasions.contains { [.due, .overdue].contains(it.standing(of: $0)) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One mandate: whence, until when, alternate, instructions, meetings and reports.",
      discussion: """
        Example:
          viche mandate show MD-1
        """)
    @Argument(help: "The mandate.") var mandate: String
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let it = MandateView(try view.found.mandate(mandate), view)
      if options.talk.json { return Terminal.say(JSON.object(it.json).canonicalText) }
      for line in it.lines { Terminal.say(line) }
    }
  }
}
