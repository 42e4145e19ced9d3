// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Register
import Signing

struct DiligenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diligence",
    abstract: "Record in which tier eligible applicants were checked.",
    discussion: """
      Example:
        viche diligence standard A-014 A-018 --report report.pdf --key keys/registrar.pem
        viche diligence basic --all 2024-1 --key keys/registrar.pem
      """)

  @Argument(help: "The tier, as the statutes name it.") var tier: String
  @Argument(help: "Applications.") var applications: [String] = []
  @Option(
    name: .customLong("all"), help: "Every eligible applicant of a call that has no tier yet.")
  var call: String?
  @Option(help: "The report; its SHA-256 is recorded.") var report: String?
  @OptionGroup var options: ActOptions

  func run() throws {
    let desk = try Desk(options)
    var fields: [String: JSON] = ["tier": .string(tier)]
    if let report {
      fields["report"] = .string(Hex.encode(Hash.sha256(try desk.files.read(report))))
    }
    let keys = try desk.authorKeys()
    let statements = try names(desk.assembly).map { name in
      fields["application"] = .string(name)
      return try desk.sign(try desk.statement(.diligenceFound, fields), with: keys)
    }
    guard !statements.isEmpty else { throw Failure(.refused, desk.words("nothing.to_do")) }
    try desk.finish(statements)
  }

  private func names(_ assembly: Assembly) -> [String] {
    guard let call = call.flatMap({ assembly.calls[$0] }) else { return applications }
    let waiting = assembly.applications(of: call).filter { $0.isInPool && $0.tier == nil }
    return applications + waiting.map(\.id)
  }
}
