// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Governance
import Ledger
import Register
import Signing
import TransparencyLog

struct ComplaintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complaint", abstract: "Complaints about missing entries: file, answer, list.",
    subcommands: [File.self, Answer.self, List.self])

  struct File: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "File a complaint with the receipt that it rests on.",
      discussion: """
        Signed by any person of a member or an office. viche complain looks first
        whether the receipt proves anything.

        Example:
          viche complaint file C-1 m05.tlog-proof --ground "My ballot is missing." --key keys/m05.pem
        """)
    @Argument(help: "The complaint's own name, such as C-1.") var complaint: String
    @Argument(help: "The receipt (*.tlog-proof), which becomes public.") var receipt: String
    @Option(help: "The reasons; what they say is public.") var ground: String
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.complain(
        complaint, try desk.files.read(receipt, atMost: 20_000), Text.clean(ground))
    }
  }

  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Answer a complaint, once.",
      discussion: """
        Signed by the registrar.

        Example:
          viche complaint answer C-1 --answer "An old copy was published; it is replaced." \\
            --key keys/registrar.pem
        """)
    @Argument(help: "The complaint.") var complaint: String
    @Option(help: "The answer; what it says is public.") var answer: String
    @OptionGroup var options: ActOptions

    func run() throws {
      try Desk(options).perform(
        .complaintAnswered,
        ["complaint": .string(complaint), "answer": .string(Text.clean(answer))])
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Complaints, what their receipts prove in this log, and the answers.",
      discussion: """
        Example:
          viche complaint list
        """)
    @OptionGroup var options: AsOfOptions

    func run() throws {
      let view = try options.view()
      let summary = Summary(view.words, of: view.assembly)
      var listing = Listing(columnCount: 4)
      for it in view.assembly.complaints.inOrder {
        let finding = ReceiptFinding(Array(it.receipt.utf8), in: view.log)
        listing.add(
          [
            it.id, summary.name(ofKey: it.key),
            view.words("deed.complaint.\(finding.proof.rawValue)"), it.ground,
          ],
          json(it, finding))
        listing.add(["", "", view.words("deed.complaint.answer"), it.answer ?? "–"])
      }
      listing.say(options.talk)
    }

    private func json(_ it: Complaint, _ finding: ReceiptFinding) -> [String: JSON] {
      var fields: [String: JSON] = [
        "complaint": .string(it.id), "key": .string(it.key), "ground": .string(it.ground),
        "receipt": .string(finding.proof.rawValue),
      ]
      fields["entry"] = finding.entry.map(JSON.integer)
      fields["answer"] = it.answer.map(JSON.string)
      return fields
    }
  }
}

extension Desk {
  /// Makes a complaint of a receipt.
  func complain(_ name: String, _ receipt: [UInt8], _ ground: String) throws {
    guard (try? TlogProof(parsing: receipt)) != nil,
      let text = String(validating: receipt, as: UTF8.self)
    else { throw Failure(.malformed, words("receipt.malformed", ["path": "–"])) }
    try perform(
      .complaintFiled,
      ["complaint": .string(name), "receipt": .string(text), "ground": .string(ground)])
  }
}

/// What a receipt proves about a log: that it keeps its promise, breaks it, or nothing.
struct ReceiptFinding {
  enum Proof: String {
    /// The entry is in the log, and all that the receipt's checkpoint covered.
    case kept
    /// The log's key signed that the entry is there, and it is not.
    case missing
    /// The log is another history than the one that was signed, be its own entry there or not.
    case forked
    /// A key signed it that was the log's own before and no more when the receipt was given.
    case replaced
    /// The log that was looked at ends before the receipt's checkpoint.
    case shorter
    /// Not signed by this log's key, of another log, or it does not hold together.
    case nothing
  }
  let proof: Proof
  /// The entry that the receipt is for.
  let entry: Int?
  /// Why it proves nothing.
  let error: ReceiptError?

  init(_ bytes: [UInt8], in log: VerifiedLog) {
    guard let receipt = try? TlogProof(parsing: bytes) else {
      (proof, entry, error) = (.nothing, nil, nil)
      return
    }
    entry = receipt.index
    if log.isByReplacedKey(receipt) {
      (proof, error) = (.replaced, nil)
      return
    }
    do {
      try log.check(receipt)
      (proof, error) = (.kept, nil)
    } catch {
      self.error = error
      switch error {
      case .droppedEntry: proof = .missing
      case .forked: proof = .forked
      case .olderThanReceipt: proof = .shorter
      case .malformed, .foreign, .notSigned, .provesNothing, .unchecked: proof = .nothing
      }
    }
  }
}

extension VerifiedLog {
  /// Whether a receipt is signed by a key of this log, but not by the one that was its own then.
  ///
  /// Whoever kept the old key after a hand-over can sign with it; that is a second history.
  func isByReplacedKey(_ receipt: TlogProof) -> Bool {
    guard logKeys.count > 1, let note = try? SignedNote(parsing: receipt.checkpoint),
      let checkpoint = try? Checkpoint(parsing: note.text), checkpoint.origin == origin
    else { return false }
    let own = logKey(atSize: checkpoint.size)
    let signers = logKeys.filter { key in
      key != own && (try? note.verified(by: [key])) != nil
    }
    return !signers.isEmpty && (try? note.verified(by: [own])) == nil
  }

  /// The key that signed, or has to sign, the checkpoint of that size.
  private func logKey(atSize size: Int) -> VerifierKey {
    let handovers = entries.prefix(size).count { place in
      guard place.kind == .secretariatHandedOver,
        let it = entries.statement(place.index).body as? SecretariatHandedOver
      else { return false }
      return it.logKey != nil
    }
    return logKeys[handovers]
  }
}

struct ComplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complain",
    abstract: "Check what a receipt proves about a log; with --key complain of it.",
    discussion: """
      Needs nobody's help and no connection: the receipt you kept and a copy of the
      log. Exit code 0: the entry is there; 1: the receipt proves that it is not, or
      proves nothing. With --key the complaint is filed, or written to --out, if there
      is something to complain about.

      Example:
        viche complain --receipt m05.tlog-proof --log alliance.viche
        viche complain --receipt m05.tlog-proof --name C-1 --key keys/m05.pem --out c1.statement
      """)

  @Option(help: "The receipt (*.tlog-proof).") var receipt: String
  @Option(help: "The complaint's own name (default: from the entry's number).") var name: String?
  @Option(help: "The reasons (default: what the receipt proves).") var ground: String?
  @OptionGroup var options: ActOptions

  func run() throws {
    let words = options.talk.words
    let bytes = try Files(words: words).read(receipt, atMost: 1_048_576)
    let log = try verifiedLog(words)
    let finding = ReceiptFinding(bytes, in: log)
    let sentence = sentence(for: finding, log, words)
    let isProof = [.missing, .forked, .replaced].contains(finding.proof)
    guard isProof, !options.keys.isEmpty else { return try tell(finding, sentence, words) }
    Terminal.remark(sentence)
    try Desk(options).complain(
      name ?? "entry-\(finding.entry ?? 0)", bytes, Text.clean(ground ?? sentence))
  }

  /// The log; where it does not hold, the receipt is compared with what is left of it.
  private func verifiedLog(_ words: Words) throws -> VerifiedLog {
    let kept = try? KeptFile(receipt: receipt, words)
    do {
      return try Reading(options.reading).verifiedLog(expecting: nil)
    } catch let failure as Failure {
      throw KeptAgainstRemains(words).told(
        failure, kept.map { [$0] } ?? [], options.reading.path, expecting: nil)
    }
  }

  private func tell(_ finding: ReceiptFinding, _ sentence: String, _ words: Words) throws {
    if options.talk.json {
      var fields: [String: JSON] = [
        "proof": .string(finding.proof.rawValue), "message": .string(sentence),
      ]
      fields["entry"] = finding.entry.map(JSON.integer)
      Terminal.say(JSON.object(fields).canonicalText)
      if finding.proof != .kept { throw ExitCode(Failure.Kind.refused.rawValue) }
    } else if finding.proof == .kept {
      Terminal.say(sentence)
    } else {
      throw Failure(
        finding.entry == nil ? .malformed : .refused, sentence,
        hint: words("deed.complain.\(finding.proof.rawValue).hint"))
    }
  }

  private func sentence(
    for finding: ReceiptFinding, _ log: VerifiedLog, _ words: Words
  ) -> String {
    guard let entry = finding.entry else {
      return words("receipt.malformed", ["path": Plain.safe(receipt)])
    }
    if finding.proof == .nothing, let error = finding.error {
      return words("deed.complain.nothing") + " " + ReceiptWords(words).sentence(for: error)
    }
    return words(
      "deed.complain.\(finding.proof.rawValue)",
      ["entry": "\(entry)", "size": "\(log.head.size)"])
  }
}
