// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import SystemPackage

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Write the log so that anybody can read it.",
    subcommands: [Tiles.self])

  struct Tiles: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the log into a folder that any web server serves (c2sp.org/tlog-tiles).",
      discussion: """
        Run it again after each commit: only what is new is written, the checkpoint
        last, so that readers may read meanwhile. A folder with another log, a fork or a
        longer log is refused.

        The folder carries every entry and the last checkpoint. Older checkpoints and
        receipts are not in it.

        Example:
          viche publish tiles /var/www/ledger --log alliance.viche
          viche verify https://alliance.example.org/ledger --log-key log.vkey
        """)

    @Argument(help: "The folder; it is made where it is missing.") var out: String
    @OptionGroup var options: LogOptions

    func run() throws {
      let words = options.talk.words
      let log = try Reading(options).log()
      let report = TilesReport(options.talk)
      let counts = try report.reporting {
        try TilePublisher.publish(log, to: FilePath(out))
      }
      guard !options.talk.json else {
        return Terminal.say(
          JSON.object(
            ["ok": true, "origin": .string(log.origin)].merging(report.fields(log, counts)) { $1 }
          ).canonicalText)
      }
      report.remark(counts)
      Terminal.say(
        words("tiles.published", report.values(log, counts).merging(["path": out]) { $1 }))
    }
  }
}

/// What writing a folder of tiles is told as.
struct TilesReport {
  let words: Words
  let json: Bool

  init(_ talk: TalkOptions) {
    self.words = talk.words
    self.json = talk.json
  }

  /// Runs something with tiles and puts its errors into words.
  ///
  /// Two signed heads that part are printed whole, as a result: they are evidence, for the members and
  /// witnesses to see.
  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as TilesError {
      let failure = LedgerFailures(words).failure(error)
      if json {
        let told: [String: JSON] = ["ok": false, "message": .string(failure.message)]
        Terminal.say(JSON.object(told.merging(failure.details) { $1 }).canonicalText)
        throw ExitCode(failure.kind.rawValue)
      }
      for head in error.heads { Terminal.print(head.note + [0x0A]) }
      throw failure
    }
  }

  /// Tells of what had been damaged in the folder.
  func remark(_ counts: TileCounts) {
    for resource in counts.mended {
      Terminal.remark(words("tiles.mended", ["resource": resource]))
    }
  }

  func values(_ log: VerifiedLog, _ counts: TileCounts) -> [String: String] {
    [
      "size": "\(log.head.size)", "root": Base64.encode(log.head.root),
      "written": "\(counts.written)", "kept": "\(counts.kept)",
    ]
  }

  func fields(_ log: VerifiedLog, _ counts: TileCounts) -> [String: JSON] {
    [
      "size": .integer(log.head.size), "root": .string(Base64.encode(log.head.root)),
      "written": .integer(counts.written), "kept": .integer(counts.kept),
      "mended": .array(counts.mended.map(JSON.string)),
    ]
  }
}
