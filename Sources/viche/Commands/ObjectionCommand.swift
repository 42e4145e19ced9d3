// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register

struct ObjectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "objection", abstract: "Objections to applicants on the shortlist.",
    subcommands: [Raise.self, Answer.self, Withdraw.self])

  struct Raise: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Object to an applicant, with reasons.",
      discussion: """
        Example:
          viche objection raise O-1 A-014 --ground "…" --key keys/m05.pem --out o1.statement
        """)
    @Argument(help: "The objection's own name, such as O-1.") var objection: String
    @Argument(help: "The application.") var application: String
    @Option(help: "The reasons; what it says is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .objectionRaised,
        [
          "objection": .string(objection), "application": .string(application),
          "ground": .string(Text.clean(ground)),
        ])
    }
  }

  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record the applicant's answer.",
      discussion: """
        Signed by the applicant; or by the registrar with the time at which the answer
        came.

        Example:
          viche objection answer O-1 --answer "…" --received-at 2025-01-20T10:00:00Z \\
            --key keys/registrar.pem
        """)
    @Argument(help: "The objection.") var objection: String
    @Option(help: "The answer; what it says is public.") var answer: String
    @Option(help: "When it came, attested by the registrar.") var receivedAt: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let fields: [String: JSON] = [
        "objection": .string(objection), "answer": .string(Text.clean(answer)),
      ]
      try desk.perform(.objectionAnswered, try desk.attested(fields, receivedAt))
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw an objection.",
      discussion: """
        Example:
          viche objection withdraw O-1 --key keys/m05.pem
        """)
    @Argument(help: "The objection.") var objection: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(.objectionWithdrawn, ["objection": .string(objection)])
    }
  }
}

extension Desk {
  /// Fields with the registrar's attested time of receipt, where one is given.
  func attested(_ fields: [String: JSON], _ receivedAt: String?) throws -> [String: JSON] {
    guard let receivedAt else { return fields }
    let time = JSON.string(try instant(receivedAt).text)
    return fields.merging(["received_at": time]) { _, new in new }
  }
}
