// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import SystemPackage
import TransparencyLog

struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Commit statement files that others made and signed.",
    discussion: """
      Each file is committed by itself; a ballot, application, review, objection,
      proposal or appeal that the rules refuse leaves a trace with its reason if
      the registrar's key is given. Receipts go to --receipts. A folder is taken
      in as viche inbox does.

      Example:
        viche submit m05.statement --key keys/registrar.pem --receipts receipts/
      """)

  @Argument(help: "Statement files, or folders of them.") var paths: [String]
  @Option(help: "A folder for the receipts (*.tlog-proof).") var receipts: String?
  @OptionGroup var options: ActOptions

  func run() throws {
    var refused = 0
    for path in paths {
      do {
        try isFolder(path) ? InboxRun(options, receipts: receipts).run(path) : submit(path)
      } catch let failure as Failure where failure.kind == .refused || failure.kind == .malformed {
        if paths.count == 1, isFolder(path) { throw failure }
        refused += 1
        let name = "\(Plain.safe(path)): "
        let message = failure.message.hasPrefix(name) ? failure.message : name + failure.message
        Terminal.complain(Failure(failure.kind, message, hint: failure.hint))
      }
    }
    if refused > 0 {
      throw Failure(.refused, options.talk.words("submit.refused", ["count": "\(refused)"]))
    }
  }

  private func isFolder(_ path: String) -> Bool {
    (try? System.names(in: FilePath(path))) != nil
  }

  private func submit(_ path: String) throws {
    let desk = try Desk(options)
    let draft = try StatementFile(desk.files).read(path)
    guard let signed = draft.signed else {
      throw Failure(.malformed, desk.words("statement.unsigned"))
    }
    do {
      try desk.judge([signed])
    } catch let failure as Failure {
      try trace(signed, failure, desk)
      throw failure
    }
    if options.dryRun { return Terminal.say(desk.line(desk.log.entries.count, signed)) }
    let receipt = try desk.commit([signed])
    Terminal.say(desk.line(receipt.entries.lowerBound, signed))
    try keepReceipt(receipt.entries.lowerBound, of: path, desk)
  }

  /// Records that a statement came and was turned away, where the architecture asks for a trace.
  ///
  /// What is in the log already, was meant for another or comes from a stranger needs none: else
  /// anybody could make the log grow.
  private func trace(_ signed: SignedStatement, _ failure: Failure, _ desk: Desk) throws {
    guard let registrar = try desk.authorKeys().first, !options.dryRun,
      let refusal = try desk.refusal(of: signed), try signed.statement().kind.leavesTrace,
      ![.repeatedID, .otherLedger, .unknownKey].contains(refusal.code)
    else { return }
    let act = try desk.traceStatement(signed, refusal)
    let receipt = try desk.commit([try desk.sign(act, with: [registrar])])
    Terminal.say(desk.words("submit.traced", ["entry": "\(receipt.entries.lowerBound)"]))
  }

  private func keepReceipt(_ index: Int, of path: String, _ desk: Desk) throws {
    guard let receipts else { return }
    try desk.makeFolder(receipts)
    let log = try Reading(options.reading).log()
    let name = FilePath(path).lastComponent?.stem ?? "entry-\(index)"
    let file = FilePath(receipts).appending("\(name).tlog-proof").string
    try desk.files.write(log.prove(index).bytes, to: file, replacing: true)
    Terminal.say(desk.words("receipt.written", ["path": file]))
  }
}

extension Desk {
  /// Why a statement may not be committed now; `nil` if it may.
  func refusal(of signed: SignedStatement) throws -> Refusal? {
    let act = try act(signed, index: log.entries.count, received: try now())
    do { try assembly.admit(act) } catch { return error }
    return nil
  }
}
