// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register

extension StatutesCommand {
  struct Adopt: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put statutes that were adopted into the log, whole.",
      discussion: """
        Signed by the registrar, every teller, and whoever else the statutes ask for an
        amendment. They are in force from --effective on; without it as early as the
        statutes allow. What goes round with --out comes later: then leave it a day, or
        name a time.

        Example:
          viche statutes adopt P-9 new.yaml --key keys/registrar.pem --key keys/m03.pem \\
            --key keys/m09.pem
        """)
    @Argument(help: "The adopted proposal of the matter statutes.") var proposal: String
    @Argument(help: "The new statutes in YAML, exactly those that were proposed.") var file: String
    @Option(help: "The first moment under them.") var effective: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let new = try Sources(files: desk.files).statutes(file)
      try desk.perform(
        .statutesAdopted,
        [
          "proposal": .string(proposal), "statutes": new.tree,
          "effective": .string(try time(desk).text),
        ])
    }

    /// What was told, or the earliest that is allowed; a day more for a statement that travels.
    private func time(_ desk: Desk) throws -> Instant {
      if let effective { return try desk.instant(effective) }
      let now = try desk.now()
      let soon = options.out == nil ? now : now + 86_400
      let assembly = desk.assembly
      guard let proposal = assembly.proposals[proposal], let adopted = proposal.adopted,
        let after = assembly.edition(proposal.version)?.amendment.effectiveAfter,
        let earliest = assembly.calendar?.closing(of: after, from: adopted)
      else { return soon }
      return max(earliest, soon)
    }
  }

  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The versions of the statutes, and from when each is in force.",
      discussion: """
        Example:
          viche statutes history
        """)
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let editions = view.assembly.editions.sorted { $0.key < $1.key }.map(\.value)
      let inForce = view.assembly.inForce(at: view.now)?.version
      var listing = Listing(columnCount: 4)
      for edition in editions {
        let source = source(of: edition, view)
        let key = standing(edition, inForce)
        var fields: [String: JSON] = [
          "policy": .string(edition.statutes.policy), "version": .integer(edition.statutes.version),
          "effective": .string(edition.effective.text), "entry": .integer(source.entry),
          "standing": .string(key),
        ]
        fields["proposal"] = source.proposal.map(JSON.string)
        listing.add(
          [
            "\(edition.statutes.policy) \(edition.statutes.version)",
            view.words("deed.edition.from", ["when": view.text(edition.effective)]),
            view.words("deed.edition.\(key)"),
            view.words(
              source.proposal == nil ? "deed.edition.founding" : "deed.edition.proposal",
              ["entry": "\(source.entry)", "proposal": source.proposal ?? ""]),
          ], fields)
      }
      listing.say(options.talk)
    }

    private func standing(_ edition: Edition, _ inForce: Int?) -> String {
      guard let inForce, edition.statutes.version != inForce else { return "in_force" }
      return edition.statutes.version < inForce ? "past" : "to_come"
    }

    /// The entry that brought a version, and the proposal that it was adopted by.
    private func source(of edition: Edition, _ view: LogView) -> (entry: Int, proposal: String?) {
      for place in view.log.entries where place.kind == .statutesAdopted {
        guard let it = view.log.entries.statement(place.index).body as? StatutesAdopted,
          it.statutes == edition.statutes.tree
        else { continue }
        return (place.index, it.proposal)
      }
      return (0, nil)
    }
  }
}
