// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Ledger
import Register
import Signing

extension LogCommand {
  struct Head: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print or keep the log's signed head, to verify --since it later.",
      discussion: """
        The head is the last checkpoint: how many entries, their root, the log's
        signature and the witnesses'. Whoever keeps it can prove later that nothing
        before it was taken out or changed.

        Example:
          viche log head --out my-head.txt
          viche verify alliance.viche --since my-head.txt
        """)
    @Option(help: "The file to write (default: standard output).") var out: String?
    @Argument(help: "The log's file, folder of tiles or URL (default: as for --log).")
    var file: String?
    @OptionGroup var web: WebOptions
    @OptionGroup var options: LogOptions

    func run() throws {
      let options = options.at(file)
      let words = options.talk.words
      let head = try Reading(options, web).verified(expecting: nil).log.head
      guard let out else { return Terminal.print(head.note) }
      try Files(words: words).write(head.note, to: out)
      Terminal.say(
        words(
          "head.written",
          ["size": "\(head.size)", "root": Base64.encode(head.root), "path": out]))
    }
  }
}
