// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

struct ForkEvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fork-evidence",
    abstract: "Prove to anybody that the log's key signed two histories.",
    discussion: """
      A and B are logs (files, folders of tiles, URLs), kept checkpoints or receipts.
      Where both bear the log's signature and cannot be of one history, writes a small
      text file with both signed notes and, of two sizes, the hashes that show it.
      Whoever has the log's verifier key checks it with --check, or by hand:
      Witnesses.md says how. Where one is the beginning of the other, says so and
      writes nothing.

      Exit code 0 only where a fork is proved.

      Example:
        viche log fork-evidence alliance.viche from-the-donor.viche --out fork.evidence
        viche log fork-evidence --check fork.evidence --log-key log.vkey
      """)

  @Argument(help: "A log, a checkpoint or a receipt.") var first: String?
  @Argument(help: "Another.") var second: String?
  @Option(help: "Check this file instead.") var check: String?
  @Option(help: "The log's verifier key, or its file; may be repeated.") var logKey: [String] = []
  @Option(help: "The file to write (default: standard output).") var out: String?
  @OptionGroup var web: WebOptions
  @OptionGroup var talk: TalkOptions

  mutating func validate() throws {
    guard check == nil ? second != nil : first == nil && out == nil else {
      throw ValidationError("Name two logs or checkpoints, or one file with --check.")
    }
  }

  func run() throws {
    let words = talk.words
    let keys = try logKey.map { try Keyring.logKey($0, words) }
    if let check { return try self.check(check, keys, words) }
    guard let first, let second else { return }
    let sources = try [first, second].map { try ForkSource($0, web, words) }
    let comparison = ForkComparison(sources[0], sources[1], keys: keys, words)
    let (evidence, signers) = try comparison.evidence()
    if let out { try Files(words: words).write(evidence.bytes, to: out) }
    try tell(evidence, signers, words)
    guard out == nil, !talk.json else { return }
    Terminal.print(evidence.bytes)
  }

  private func check(_ path: String, _ keys: [VerifierKey], _ words: Words) throws {
    guard !keys.isEmpty else {
      throw Failure(.usage, words("fork.no_key"), hint: words("fork.hint.no_key"))
    }
    let bytes = try Files(words: words).read(path, atMost: ForkEvidence.lengthMax)
    do {
      try tell(try ForkEvidence(parsing: bytes), keys, words)
    } catch is MalformedNote {
      throw Failure(.malformed, words("fork.malformed", ["path": path]))
    } catch let error as UnprovenFork {
      throw Failure(
        .refused, words("fork.unproven", ["why": ForkWords(words).sentence(for: error)]))
    }
  }

  /// Checks the evidence, as everybody would, and says what it proves.
  private func tell(_ evidence: ForkEvidence, _ keys: [VerifierKey], _ words: Words) throws {
    let (first, second) = try evidence.check(keys: keys)
    let say = out == nil && check == nil ? Terminal.remark : Terminal.say
    guard !talk.json else {
      return Terminal.say(
        JSON.object([
          "ok": true, "origin": .string(first.origin),
          "sizes": [.integer(first.size), .integer(second.size)],
          "roots": [
            .string(Base64.encode(first.root)), .string(Base64.encode(second.root)),
          ],
          "evidence": .string(String(decoding: evidence.bytes, as: UTF8.self)),
        ]).canonicalText)
    }
    say(words("fork.proved", ["origin": first.origin]))
    for checkpoint in [first, second] {
      say(
        words(
          "fork.tree",
          ["size": "\(checkpoint.size)", "root": Base64.encode(checkpoint.root)]))
    }
    if let beginning = evidence.beginning {
      say(
        words(
          "fork.beginning",
          [
            "size": "\(first.size)", "larger": "\(second.size)",
            "root": Base64.encode(beginning.root),
          ]))
    }
    if let out { say(words("fork.written", ["path": out])) }
  }
}
