// SPDX-License-Identifier: Apache-2.0

import Governance
import Ledger
import Register
import Signing
import SystemPackage
import TransparencyLog

/// One run through an inbox: judge, commit, hand out receipts and notes, tell.
struct InboxRun {
  private let options: ActOptions
  private let receipts: String?
  private var words: Words { options.talk.words }
  private var files: Files { Files(words: words) }

  init(_ options: ActOptions, receipts: String?) {
    self.options = options
    self.receipts = receipts
  }

  func run(_ folder: String) throws {
    let inbox = try Inbox(folder, files)
    let keyring = Keyring(files: files, passphraseFile: options.passphraseFile)
    let registrar = try options.keys.first.map(keyring.open)
    if options.dryRun {
      let log = try Reading(options.reading).log()
      let desk = Desk(options, log: log)
      var intake = try Intake(desk, registrar: registrar)
      for letter in inbox.letters { try intake.take(letter, log) }
      return try finish(inbox, intake, desk, isDry: true)
    }
    let operatorKey = try Operating(options).key()
    var writer = try Operating(options).writer(operatorKey)
    let desk = Desk(options, log: writer.log)
    if let receipts { try desk.makeFolder(receipts) }
    var intake = try Intake(desk, registrar: registrar)
    for (number, letter) in inbox.letters.enumerated() {
      try intake.take(letter, writer.log)
      if intake.isFull { try commit(&intake, &writer, operatorKey) }
      progress(number + 1, of: inbox.letters.count)
    }
    try commit(&intake, &writer, operatorKey)
    Terminal.progress("", done: true)
    if let receipts { try hand(out: receipts, inbox, intake, writer.log) }
    try finish(inbox, intake, desk, isDry: false)
  }

  private func progress(_ done: Int, of total: Int) {
    guard total > 100, done.isMultiple(of: 50) else { return }
    Terminal.progress(words("inbox.batch", ["done": "\(done)", "total": "\(total)"]))
  }

  /// One commit for the batch; where the log finds a fault in it, one for each statement.
  private func commit(
    _ intake: inout Intake, _ writer: inout LogWriter, _ key: NamedKey
  ) throws {
    let (drafts, received) = try intake.takeBatch()
    guard !drafts.isEmpty else { return }
    do {
      _ = try writer.commit(drafts.map(\.signed), received: received, operatorKey: key.key)
    } catch {
      guard Self.isFaultOfADraft(error) else { throw Reading(options.reading).failure(error) }
      try commitOneByOne(drafts, received, &intake, &writer, key)
    }
  }

  private func commitOneByOne(
    _ drafts: [Intake.Draft], _ received: Instant, _ intake: inout Intake,
    _ writer: inout LogWriter, _ key: NamedKey
  ) throws {
    let reading = Reading(options.reading)
    for draft in drafts {
      do {
        let receipt = try writer.commit(
          [draft.signed], received: received, operatorKey: key.key)
        intake.settle(draft, at: receipt.entries.lowerBound)
      } catch {
        guard Self.isFaultOfADraft(error) else { throw reading.failure(error) }
        intake.reject(draft, reading.failure(error))
      }
    }
    intake.restart(from: writer.log)
  }

  private static func isFaultOfADraft(_ error: LedgerError) -> Bool {
    switch error {
    case .badDraft, .refused: true
    default: false
    }
  }
}

// Receipts and notes.
extension InboxRun {
  private func hand(
    out folder: String, _ inbox: Inbox, _ intake: Intake, _ log: VerifiedLog
  ) throws {
    var wanted: [(path: String, entry: Int)] = []
    for letter in inbox.letters {
      let stem = FilePath(folder).appending(Self.stem(letter.name)).string
      if case .refused(let wrong)? = intake.fates[letter.name] {
        try note(wrong, of: letter, at: stem + ".refused")
      } else if let entry = intake.entry(of: letter) {
        try? System.remove(FilePath(stem + ".refused"))
        // An older receipt proves as much, and may be in somebody's hands.
        let isThere = try? System.isRegularFile(FilePath(stem + ".tlog-proof"))
        if isThere != true { wanted.append((stem + ".tlog-proof", entry)) }
      }
    }
    for (receipt, proof) in zip(wanted, log.prove(wanted.map(\.entry))) {
      try files.write(proof.bytes, to: receipt.path, replacing: true)
    }
  }

  /// The file's name without `.statement`; other endings stay, so that no two files share a name.
  private static func stem(_ name: String) -> String {
    name.hasSuffix(".statement") ? String(name.dropLast(".statement".count)) : name
  }

  /// Why a statement was refused, for whoever sent it; a note of the same code stays as it is.
  private func note(_ wrong: Intake.Wrong, of letter: Inbox.Letter, at path: String) throws {
    let code = words("inbox.code", ["code": wrong.code])
    let lines = [
      words("inbox.note", ["path": letter.name, "ledger": letter.statement.ledger]), wrong.sentence,
      wrong.hint.map { words("inbox.hint", ["hint": $0]) },
      wrong.trace.map { words("inbox.trace", ["entry": "\($0)"]) }, code,
    ]
    let text = lines.compactMap { $0.map { $0 + "\n" } }.joined()
    if let old = try? files.read(path, atMost: 65_536),
      String(decoding: old, as: UTF8.self).hasSuffix(code + "\n")
    {
      return
    }
    try files.write(Array(text.utf8), to: path, replacing: true)
  }
}

// Telling.
extension InboxRun {
  private func finish(_ inbox: Inbox, _ intake: Intake, _ desk: Desk, isDry: Bool) throws {
    let tally = Tally(inbox, intake)
    if options.talk.json {
      Terminal.say(tally.json.canonicalText)
    } else {
      tell(inbox, intake, desk, isDry: isDry)
      Terminal.say(
        words(
          "inbox.sum",
          [
            "count": "\(inbox.letters.count + inbox.others.count)",
            "committed": "\(tally.committed.count)", "known": "\(tally.known.count)",
            "refused": "\(tally.refused.count)", "others": "\(inbox.others.count)",
          ]))
      if isDry { Terminal.say(words("dry.nothing")) }
    }
    let wrong = tally.refused.count + inbox.others.count
    if wrong > 0 { throw Failure(.refused, words("inbox.wrong", ["count": "\(wrong)"])) }
  }

  /// A line for each one that is wrong; those taken in a line each as long as they are few.
  private func tell(_ inbox: Inbox, _ intake: Intake, _ desk: Desk, isDry: Bool) {
    let prefix = isDry ? words("dry.prefix") : ""
    var told = 0
    for letter in inbox.letters {
      guard let entry = intake.entry(of: letter) else { continue }
      switch intake.fates[letter.name] {
      case .committed?:
        told += 1
        if told <= Self.linesMax { Terminal.say(prefix + desk.line(entry, letter.signed)) }
      case .known?:
        told += 1
        let values = ["path": letter.name, "entry": "\(entry)"]
        if told <= Self.linesMax { Terminal.say(words("inbox.known", values)) }
      case .refused?, nil: break
      }
    }
    if told > Self.linesMax {
      Terminal.say(words("inbox.more", ["count": "\(told - Self.linesMax)"]))
    }
    tellWrong(inbox, intake)
    let traceless = inbox.letters.contains {
      if case .refused(let wrong)? = intake.fates[$0.name] { wrong.trace == nil } else { false }
    }
    if traceless, options.keys.isEmpty { Terminal.remark(words("inbox.no_key")) }
    for remark in intake.remarks { Terminal.remark(remark) }
  }

  private func tellWrong(_ inbox: Inbox, _ intake: Intake) {
    for letter in inbox.letters {
      guard case .refused(let wrong)? = intake.fates[letter.name] else { continue }
      let key =
        wrong.trace == nil
        ? "inbox.refused" : wrong.isOld ? "inbox.refused.again" : "inbox.refused.traced"
      Terminal.say(
        words(
          key,
          [
            "path": letter.name, "why": wrong.sentence,
            "entry": wrong.trace.map(String.init) ?? "–",
          ]))
    }
    for other in inbox.others {
      Terminal.say(words("inbox.not_a_statement", ["path": other.name, "why": other.why]))
    }
  }

  private static let linesMax = 12

  /// What became of how many, for the last line and for programs.
  private struct Tally {
    var committed: [JSON] = []
    var known: [JSON] = []
    var refused: [JSON] = []
    let others: [JSON]

    init(_ inbox: Inbox, _ intake: Intake) {
      others = inbox.others.map { ["file": .string($0.name), "reason": .string($0.why)] }
      for letter in inbox.letters {
        let file = JSON.string(letter.name)
        let taken: JSON = ["file": file, "entry": .integer(intake.entry(of: letter) ?? -1)]
        switch intake.fates[letter.name] {
        case .committed?: committed.append(taken)
        case .known?: known.append(taken)
        case .refused(let wrong)?:
          var fields: [String: JSON] = [
            "file": file, "code": .string(wrong.code), "reason": .string(wrong.sentence),
          ]
          fields["entry"] = wrong.trace.map(JSON.integer)
          refused.append(.object(fields))
        case nil: break
        }
      }
    }

    var json: JSON {
      [
        "committed": .array(committed), "known": .array(known), "refused": .array(refused),
        "not_statements": .array(others),
      ]
    }
  }
}
