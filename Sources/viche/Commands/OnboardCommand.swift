// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Signing

struct OnboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onboard",
    abstract: "From admitted applicant to member: key, representative, papers.",
    subcommands: [Key.self, Representative.self, Document.self, Admit.self])

  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enrol the applicant's key.",
      discussion: """
        Signed by the new key, the registrar and one more person.

        Example:
          viche onboard key A-014 --new keys/a-014.vkey --key keys/a-014.pem \\
            --key keys/registrar.pem --key keys/m01.pem
        """)
    @Argument(help: "The application.") var application: String
    @Option(name: .customLong("new"), help: "The applicant's .vkey file.") var vkeyFile: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let vkey = try desk.keyring.verifierKey(atPath: vkeyFile)
      try desk.perform(
        .keyEnrolled, ["key": .string(vkey.text), "application": .string(application)])
    }
  }

  struct Representative: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name who votes for the organisation; the label is public and its own choice.",
      discussion: """
        Example:
          viche onboard representative A-014 "representative 1" --key keys/a-014.pem
        """)
    @Argument(help: "The application.") var application: String
    @Argument(help: "The label.") var label: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .representativeAppointed,
        ["application": .string(application), "representative": .string(Text.clean(label))])
    }
  }

  struct Document: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign a founding paper, such as the manifesto.",
      discussion: """
        Example:
          viche onboard document A-014 manifesto manifesto.pdf --key keys/a-014.pem
        """)
    @Argument(help: "The application.") var application: String
    @Argument(help: "The paper's name in the statutes.") var document: String
    @Argument(help: "The paper itself; its SHA-256 is signed.") var file: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let digest = Hex.encode(Hash.sha256(try desk.files.read(file)))
      try desk.perform(
        .documentSigned,
        [
          "application": .string(application), "document": .string(document),
          "sha256": .string(digest),
        ])
    }
  }

  struct Admit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record that an applicant has done everything and is a member.",
      discussion: """
        Signed by the registrar and a teller.

        Example:
          viche onboard admit A-014 --member M17 --key keys/registrar.pem --key keys/m03.pem
        """)
    @Argument(help: "The application.") var application: String
    @Option(help: "The id as a member.") var member: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let application = try desk.found.application(application)
      let rolls = desk.assembly.classes(of: application, at: try desk.now())
      try desk.perform(
        .memberAdmitted,
        [
          "application": .string(application.id), "member": .string(member),
          "rolls": .array(rolls.map(JSON.string)),
        ])
    }
  }
}
