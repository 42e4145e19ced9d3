// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "The entries of the log; the evidence of a fork.",
    subcommands: [Show.self, Head.self, ForkEvidenceCommand.self])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show entries, one line each; with --raw the bytes as they were signed.",
      discussion: """
        Example:
          viche log show --last 20
          viche log show --entry 42 --raw
        """)
    @Option(help: "Only this entry.") var entry: Int?
    @Option(help: "Only the last so many.") var last: Int?
    @Flag(help: "The bytes of the entry, as they are in the log.") var raw = false
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      if let entry, !(0..<log.entries.count).contains(entry) {
        throw Failure(
          .refused, words("log.no_entry", ["entry": "\(entry)", "count": "\(log.entries.count)"]))
      }
      let count = log.entries.count
      let range = entry.map { $0..<($0 + 1) } ?? max(0, count - max(0, last ?? count))..<count
      for index in range { show(index, log, words) }
    }

    private func show(_ index: Int, _ log: VerifiedLog, _ words: Words) {
      if raw { return Terminal.print(log.entries.body(index)) }
      let entry = log.entries.entry(index)
      let signers = entry.signed.signatures.map(\.name)
      guard !options.talk.json else {
        let statement = String(decoding: entry.signed.line, as: UTF8.self)
        return Terminal.say(
          JSON.object([
            "index": .integer(index), "received": .string(entry.received.text),
            "signers": .array(signers.map(JSON.string)), "statement": .string(statement),
          ]).canonicalText)
      }
      Terminal.say(
        Summary(words, of: log.assembly).line(
          index: index, received: entry.received, statement: log.entries.statement(index),
          signers: signers))
    }
  }
}

struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Write the receipt of an entry: a proof that it is in the signed tree.",
    discussion: """
      The file is a c2sp.org/tlog-proof@v1 that other tools read.

      Example:
        viche prove 42 --out entry-42.tlog-proof
      """)

  @Argument(help: "The entry's index.") var entry: Int
  @Option(help: "The file to write (default: standard output).") var out: String?
  @OptionGroup var options: LogOptions

  func run() throws {
    let log = try Reading(options).log()
    let words = options.talk.words
    guard (0..<log.entries.count).contains(entry) else {
      throw Failure(
        .refused, words("log.no_entry", ["entry": "\(entry)", "count": "\(log.entries.count)"]))
    }
    let bytes = log.prove(entry).bytes
    guard let out else { return Terminal.print(bytes) }
    try Files(words: words).write(bytes, to: out)
    Terminal.say(words("receipt.written", ["path": out]))
  }
}
