// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import SystemPackage

struct MirrorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mirror", abstract: "Keep a verified copy of a published log.",
    discussion: """
      Reads a folder or URL that `viche publish tiles` wrote, verifies the whole log,
      and keeps it in a folder of the same form. Run it again to go on: what is there
      is not asked for a second time, and one that broke off goes on where it stopped.
      A source that was cut, or that parts from your copy, is refused, and both signed
      heads are printed: show them to the members.

      The first time, say with --log-key whose log it must be; without it the key is
      only shown.

      Example:
        viche mirror https://alliance.example.org/ledger copy --log-key log.vkey
        viche verify copy
      """)

  @Argument(help: "The folder or URL to copy from.") var source: String
  @Argument(help: "The folder of the copy; it is made where it is missing.") var copy: String
  @Option(help: "The verifier key that the log must have, or its file.") var logKey: String?
  @OptionGroup var web: WebOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let words = talk.words
    let report = TilesReport(talk)
    guard let place = try TilesPlace(source, web, words) else {
      throw Failure(.noInput, words("tiles.no_source", ["path": source]))
    }
    let key = try logKey.map { try Keyring.logKey($0, words) }
    let progress = Progress(words)
    defer { progress.end() }
    let update = try report.reporting {
      try place.mirror(to: FilePath(copy), expecting: key, progress)
    }
    guard !talk.json else { return Terminal.say(json(update, report)) }
    report.remark(update.counts)
    let values = report.values(update.log, update.counts).merging(
      ["path": copy, "new": "\(update.log.head.size - update.sizeBefore)"]) { $1 }
    Terminal.say(words("tiles.mirrored", values))
    Terminal.say(words("tiles.unchecked"))
    if key == nil, update.sizeBefore == 0 {
      Terminal.say(words("tiles.first_key", ["key": update.log.logKeys[0].text]))
    }
  }

  private func json(_ update: Mirror.Update, _ report: TilesReport) -> String {
    JSON.object(
      [
        "ok": true, "origin": .string(update.log.origin),
        "size_before": .integer(update.sizeBefore),
        "log_key": .string(update.log.logKey.text),
        "not_checked": ["older_checkpoints"],
      ].merging(report.fields(update.log, update.counts)) { $1 }
    ).canonicalText
  }
}
