// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Agreements that members sign, and what follows from them.",
    subcommands: [Sign.self, End.self, List.self])

  struct Sign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign an adopted text: one statement with several signatures.",
      discussion: """
        Signed by the registrar, every member that is a party (--party), and the holder
        of the mandate if one signs for all (--mandate). With --out it goes round: each
        party looks at it and signs (viche sign), and the last one submits it.

        Example:
          viche agreement sign AG-1 P-3 agreement.pdf --with "Donor" --party M05 --party M07 \\
            --obligation "AC-2,M05,2025-06-01T18:00:00+03:00,First report" \\
            --key keys/registrar.pem --out outbox/ag-1.statement
          viche sign outbox/ag-1.statement --key keys/m05.pem
          viche sign outbox/ag-1.statement --key keys/m07.pem
          viche submit outbox/ag-1.statement
        """)
    @Argument(help: "The agreement's own name, such as AG-1.") var agreement: String
    @Argument(help: "The adopted proposal whose text it is.") var proposal: String
    @Argument(help: "The document; its SHA-256 is signed.") var file: String
    @Option(help: "A party outside this ledger; may be repeated.") var with: [String] = []
    @Option(name: .customLong("party"), help: "A member that signs; may be repeated.")
    var parties: [String] = []
    @Option(help: "The mandate of the one who signs for all.") var mandate: String?
    @Option(help: "When it ends by itself.") var until: String?
    @Option(
      name: .customLong("obligation"),
      help: "What a member owes under it: ACTION,MEMBER,TIME,TEXT; may be repeated.")
    var obligations: [String] = []
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var fields: [String: JSON] = [
        "agreement": .string(agreement), "proposal": .string(proposal),
        "sha256": .string(try desk.digest(of: file)),
        "with": .array(with.map { .string(Text.clean($0)) }),
        "parties": .array(parties.map(JSON.string)),
        "obligations": .array(try obligations.map { try obligation($0, desk) }),
      ]
      fields["mandate"] = mandate.map(JSON.string)
      fields["until"] = try until.map { .string(try desk.instant($0).text) }
      try desk.perform(.agreementSigned, fields)
    }

    private func obligation(_ text: String, _ desk: Desk) throws -> JSON {
      let parts = text.split(separator: ",", maxSplits: 3).map(String.init)
      guard parts.count == 4 else {
        throw Failure(
          .usage,
          desk.words(
            "option.shape",
            ["option": "--obligation", "shape": "ACTION,MEMBER,TIME,TEXT", "text": text]))
      }
      return [
        "action": .string(parts[0]), "owner": .string(parts[1]),
        "due": .string(try desk.instant(parts[2]).text), "text": .string(Text.clean(parts[3])),
      ]
    }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that an agreement binds no longer.",
      discussion: """
        Signed by the registrar and one more person.

        Example:
          viche agreement end AG-1 --ground "Carried out." --key keys/registrar.pem --key keys/m01.pem
        """)
    @Argument(help: "The agreement.") var agreement: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .agreementEnded, ["agreement": .string(agreement), "ground": .string(Text.clean(ground))])
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Agreements in force, with their parties.",
      discussion: """
        Example:
          viche agreement list
        """)
    @Flag(help: "Those that have ended too.") var all = false
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      var listing = Listing(columnCount: 4)
      for agreement in view.assembly.agreements.inOrder
      where all || agreement.isInForce(at: view.now) {
        listing.add(cells(agreement, view), json(agreement, view))
      }
      listing.say(options.talk)
    }

    private func cells(_ agreement: Agreement, _ view: LogView) -> [String] {
      let key = agreement.isInForce(at: view.now) ? "deed.agreement.until" : "deed.agreement.over"
      return [
        agreement.id, (agreement.parties + agreement.with).joined(separator: ", "),
        view.words("deed.agreement.signed", ["when": view.text(agreement.signed)])
          + (agreement.end.map { "; " + view.words(key, ["when": view.text($0)]) } ?? ""),
        agreement.proposal,
      ]
    }

    private func json(_ agreement: Agreement, _ view: LogView) -> [String: JSON] {
      var fields: [String: JSON] = [
        "agreement": .string(agreement.id), "proposal": .string(agreement.proposal),
        "sha256": .string(agreement.sha256), "signed": .string(agreement.signed.text),
        "parties": .array(agreement.parties.map(JSON.string)),
        "with": .array(agreement.with.map(JSON.string)),
        "in_force": .bool(agreement.isInForce(at: view.now)),
      ]
      fields["until"] = agreement.until.map { .string($0.text) }
      fields["ended"] = agreement.ended.map { .string($0.text) }
      return fields
    }
  }
}
