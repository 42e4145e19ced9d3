// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

extension MandateCommand {
  struct Grant: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Grant a mandate that an adopted proposal or an election gives.",
      discussion: """
        Signed by the registrar and a teller, and by the alternate if one is named.
        Without --until it ends when its kind's term does. With --vote the holder is
        named alone, and the kind is what it was elected to.

        Example:
          viche mandate grant MD-1 P-1 M07 --kind spokesperson --scope "Speaks on reservation" \\
            --occasion hearing=2025-05-10T12:00:00+03:00 --key keys/registrar.pem --key keys/m03.pem
          viche mandate grant MD-2 M05 --vote E2 --alternate M08 --scope "Sits on the fund's board" \\
            --key keys/registrar.pem --key keys/m03.pem --key keys/m08.pem
        """)
    @Argument(help: "The mandate's own name, such as MD-1.") var mandate: String
    @Argument(
      help: ArgumentHelp(
        "The adopted proposal that it comes from, and the member whose people may act; with --vote only the member.",
        valueName: "proposal> <holder"))
    var names: [String]
    @Option(help: "The certified vote of the election that it comes from.") var vote: String?
    @Option(help: "The member whose people may act instead.") var alternate: String?
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
      guard names.count == (vote == nil ? 2 : 1), let holder = names.last else {
        throw Failure(.usage, desk.words("mandate.one_holder"))
      }
      let kind = try self.kind ?? vote.flatMap { try kindElected(holder, by: $0, desk) }
      var fields: [String: JSON] = [
        "mandate": .string(mandate), "holder": .string(holder),
        "scope": .string(Text.clean(scope)), "until": .string(try end(of: kind, desk).text),
        "occasions": .array(
          try desk.tagged(occasions, option: "--occasion", shape: "NAME=TIME") { name, time in
            ["occasion": .string(name), "on": .string(try desk.instant(time).text)] as JSON
          }.sorted { $0.key < $1.key }.map(\.value)),
      ]
      fields[vote == nil ? "proposal" : "vote"] = .string(vote ?? names[0])
      fields["alternate"] = alternate.map(JSON.string)
      fields["kind"] = kind.map(JSON.string)
      try desk.perform(.mandateGranted, fields)
    }

    /// The mandate of the statutes to which a vote elected the holder; the vote's, if it has one only.
    private func kindElected(_ holder: String, by name: String, _ desk: Desk) throws -> String? {
      let vote = try desk.found.vote(name)
      let kinds = vote.items.filter { desk.assembly.elected(to: $0, by: vote).contains(holder) }
      guard kinds.count < 2 else {
        throw Failure(
          .usage,
          desk.words(
            "mandate.kinds",
            ["party": holder, "kinds": desk.words.list(kinds), "vote": name]),
          hint: desk.words("mandate.kinds.hint"))
      }
      return kinds.first ?? (vote.items.count == 1 ? vote.items.first : nil)
    }

    private func end(of kind: String?, _ desk: Desk) throws -> Instant {
      if let until { return try desk.instant(until) }
      let version =
        vote.map { desk.assembly.votes[$0]?.version }
        ?? desk.assembly.proposals[names[0]]?.version
      guard let term = kind.flatMap({ desk.assembly.edition(version)?.mandates[$0]?.term }),
        let end = desk.assembly.calendar?.closing(of: term, from: try desk.now())
      else {
        throw Failure(.usage, desk.words("deed.until"), hint: desk.words("deed.until.hint"))
      }
      return end
    }
  }
}
