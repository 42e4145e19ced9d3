// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check everything that a log says: bytes, signatures, tree, statutes.",
    discussion: """
      Trusts nothing: every signature is checked and every decision is computed
      again. --log-key says whose log it must be; --since proves that nothing was
      taken out since a head that you kept (viche log head --out FILE); --policy
      and --witness ask for witnesses' cosignatures; --receipt checks that an entry
      you kept the receipt of is still there; --remember keeps what was verified in
      a file of yours, reads only what is new the next time, and raises the alarm
      if the histories differ. A folder or URL that `viche publish tiles` wrote is
      read as the file is.

      Exit code 0: the log holds, and all that was asked for is there; 1: it does
      not hold, or not all is there.

      Example:
        viche verify alliance.viche
        viche verify alliance.viche --log-key log.vkey --since my-head.txt
        viche verify alliance.viche --policy policy.txt
        viche verify alliance.viche --receipt my-ballot.tlog-proof
        viche verify alliance.viche --remember ~/alliance.memory
        viche verify https://alliance.example.org/ledger --log-key log.vkey
      """)

  @Argument(help: "The log's file, folder of tiles or URL (default: as for --log).")
  var file: String?
  @Option(help: "The verifier key that the log must have, or its file.") var logKey: String?
  @Option(help: "A head or a receipt that you kept: nothing before it may have changed.")
  var since: String?
  @Option(help: "A witness policy (c2sp.org/tlog-policy) that the last checkpoint must satisfy.")
  var policy: String?
  @Option(help: "A witness's verifier key, or its file; all that are named must have cosigned.")
  var witness: [String] = []
  @Option(help: "A receipt (*.tlog-proof) to check against the log; may be repeated.")
  var receipt: [String] = []
  @Option(
    help: "A private file that remembers what was verified: the next time only what is new is read."
  )
  var remember: String?
  @OptionGroup var web: WebOptions
  @OptionGroup var options: LogOptions

  func validate() throws {
    guard policy == nil || witness.isEmpty else {
      throw ValidationError("--policy and --witness do not go together: name all in the policy.")
    }
  }

  func run() throws {
    let options = options.at(file)
    let words = options.talk.words
    do {
      let asked = try VerifyQuestions(self, words)
      let report = try asked.report(on: options, web)
      Terminal.say(options.talk.json ? report.json : report.text)
      guard let failure = report.failure else { return }
      if options.talk.json { throw ExitCode(failure.kind.rawValue) }
      throw failure
    } catch let failure as Failure {
      guard options.talk.json else { throw failure }
      Terminal.say(VerifyReport.json(of: failure))
      throw ExitCode(failure.kind.rawValue)
    }
  }
}
