// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing

struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Hand the secretariat over to another key, and the log's own key with it.",
    discussion: """
      Signed by the new key, the registrar so far and the body that names it; or,
      where the old key is lost or its holder refuses, by the new key and so many
      members as amend the statutes. --log-key is the key that signs the log from here
      on: a new one, which is made with the log's own name, or the one so far. The log
      is then committed with it on the successor's machine, and the old log key signs
      nothing more.

      Example:
        viche key new alliance.example.org/ledger --out new/log.pem
        viche handover --to new/office.pem --log-key new/log.pem --key keys/registrar.pem \\
          --key keys/m01.pem --key keys/m03.pem --key keys/m04.pem --key keys/m05.pem
        viche handover --to new/office.pem --log-key new/log.vkey --out handover.statement
        viche sign handover.statement --key keys/m01.pem
        viche submit handover.statement --log-key new/log.pem
      """)

  @Option(help: "The successor's private key, which signs too.") var to: String
  @Option(help: "The member that the successor belongs to.") var party: String?
  @OptionGroup var options: ActOptions

  func run() throws {
    let desk = try Desk(options)
    let successor = try desk.keyring.open(to)
    var fields: [String: JSON] = ["key": .string(successor.vkey.text)]
    fields["party"] = party.map(JSON.string)
    fields["log_key"] = try newLogKey(desk).map { .string($0.text) }
    let statement = try desk.statement(.secretariatHandedOver, fields)
    try desk.finish([try desk.sign(statement, with: [successor] + desk.authorKeys())])
  }

  /// The log key that was named, unless it is the log's already.
  private func newLogKey(_ desk: Desk) throws -> VerifierKey? {
    guard let path = options.logKey else { return nil }
    let key =
      path.hasSuffix(".pem")
      ? try desk.keyring.open(path).vkey : try desk.keyring.verifierKey(atPath: path)
    return key == desk.log.logKey ? nil : key
  }
}
