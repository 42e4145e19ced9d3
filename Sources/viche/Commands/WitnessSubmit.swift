// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import SystemPackage
import TransparencyLog

struct WitnessSubmit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Have witnesses cosign the log's last checkpoint.",
    discussion: """
      Asks the witnesses that have a URL, all at once, and reads the files that others
      brought (cosigned checkpoints, of which each witness's line counts). Every
      cosignature is verified, over exactly this checkpoint, before it is added to the
      log. The log's key is not needed. Say it again for those that are missing; who
      has cosigned already is not asked again.

      Example:
        viche witness submit --policy witnesses.policy
        viche witness submit cosigned-by-press --policy witnesses.policy
        viche witness submit --witness w.vkey --witness-url https://w.example.org
      """)

  @Argument(help: "Files with cosignatures that others brought.") var files: [String] = []
  @Option(help: "A tlog-policy file: the witnesses, and which of them are enough.")
  var policy: String?
  @Option(help: "A witness's verifier key, or its file; may be repeated.") var witness: [String] =
    []
  @Option(help: "Where the witness is asked, one for each --witness, in their order.")
  var witnessURL: [String] = []
  @Option(help: "The seconds that one witness may take.") var timeout = 20
  @Flag(help: "Ask http:// on other machines too.") var allowHTTP = false
  @Flag(help: "Say who would be asked; send and write nothing.") var dryRun = false
  @OptionGroup var options: LogOptions

  mutating func validate() throws {
    guard (1...600).contains(timeout) else {
      throw ValidationError("--timeout takes 1 to 600 seconds.")
    }
    guard (policy == nil) != witness.isEmpty else {
      throw ValidationError("Name the witnesses with --policy or with --witness.")
    }
    guard witnessURL.isEmpty || witnessURL.count == witness.count else {
      throw ValidationError("Give one --witness-url for each --witness, or none.")
    }
  }

  func run() throws {
    let words = options.talk.words
    let policy = try witnessPolicy(words)
    // Only a file can be added to: a published folder, or a log elsewhere, is written anew by its owner.
    try Files(words: words).checkLog(options.path)
    let log = try Reading(options).verifiedLog(expecting: nil)
    if let tail = log.tail {
      throw LedgerFailures(words).failure(.uncommittedTail(bytes: tail.count))
    }
    let asked = policy.witnesses.enumerated().map { place, witness in
      AskedWitness(
        label: witness.label, key: witness.key,
        url: witness.url ?? (witnessURL.isEmpty ? nil : witnessURL[place]))
    }
    let head = try Submission(log, words)
    let brought = try files.map { try BroughtCosignatures($0, head, words) }
    guard !dryRun else { return tellPlan(asked, head, brought, words) }
    let inquiry = Inquiry(head, seconds: timeout, allowHTTP: allowHTTP)
    let outcomes = inquiry.outcomes(of: asked, brought: brought.flatMap(\.lines))
    let note = try write(outcomes, head, words)
    let report = SubmissionReport(
      talk: options.talk, head: head, witnesses: asked, outcomes: outcomes, policy: policy,
      isQuorumNamed: self.policy != nil, calendar: log.assembly.calendar)
    try report.tell(note, brought, written: note != head.note ? options.path : nil)
  }

  /// The policy's file, or a policy that asks for all of the witnesses that were named.
  private func witnessPolicy(_ words: Words) throws -> WitnessPolicy {
    if let policy { return try PolicyFile(words).read(policy) }
    return try PolicyFile(words).all(witness)
  }

  /// Adds what is new to the log's file, and returns the checkpoint as it stands there then.
  private func write(
    _ outcomes: [WitnessOutcome], _ head: Submission, _ words: Words
  ) throws -> SignedNote {
    let lines = outcomes.compactMap(\.newLine)
    guard !lines.isEmpty else { return head.note }
    do {
      guard let bytes = try Log.add(lines, to: head.log.head, at: FilePath(options.path)) else {
        return head.note
      }
      return try SignedNote(parsing: bytes)
    } catch let error as LedgerError {
      throw LedgerFailures(words).failure(error)
    }
  }

  private func tellPlan(
    _ asked: [AskedWitness], _ head: Submission, _ brought: [BroughtCosignatures], _ words: Words
  ) {
    let lines = brought.flatMap(\.lines)
    for witness in asked {
      let key: String
      if head.time(of: witness.key) != nil {
        key = "submit.plan.already"
      } else if lines.contains(where: { $0.isClaimed(by: witness.key) }) {
        key = "submit.plan.brought"
      } else {
        key = witness.url == nil ? "submit.plan.file" : "submit.plan.asked"
      }
      Terminal.say(
        words(
          key,
          [
            "name": witness.label, "url": witness.url ?? "",
            "old": "\(head.lastSize(of: witness.key))", "size": "\(head.checkpoint.size)",
          ]))
    }
    Terminal.say(words("dry.nothing"))
  }
}
