// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Authoring
import Counting
import Governance
import Ledger
import Register
import Signing

struct ApplicationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "application", abstract: "One application: show, submit, withdraw, repair.",
    subcommands: [Show.self, Submit.self, Withdraw.self, Repair.self])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What became of an application, and with --why for which reasons.",
      discussion: """
        Example:
          viche application show A-050 --why
        """)
    @Argument(help: "The application.") var application: String
    @Flag(help: "Show tests, reasons and clauses.") var why = false
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let words = options.talk.words
      let application = try Found(log.assembly, options.talk.words).application(application)
      let view = ApplicationView(application, log.assembly, words)
      Terminal.say(options.talk.json ? view.json.canonicalText : view.text(why: why))
    }
  }

  struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make and sign your own application as a statement file, without a connection.",
      discussion: """
        ANSWERS is YAML: call, application, name, facts, relations, personal. Personal
        answers stay in the --private file; only commitments to them are signed.

        Example:
          viche application submit answers.yaml --ledger alliance.example.org/ledger \\
            --key our.pem --out application.statement --private openings.json
        """)
    @Argument(help: "The answers in YAML.") var answers: String
    @Option(help: "The ledger's origin.") var ledger: String
    @Option(help: "Your private key.") var key: String
    @Option(help: "A file whose first line is the passphrase.") var passphraseFile: String?
    @Option(help: "The statement file to write.") var out: String
    @Option(help: "When it is made (default: now); for rehearsal ledgers.") var sealedAt: String?
    @Option(name: .customLong("private"), help: "Where to keep the openings of personal answers.")
    var privateFile: String?
    @OptionGroup var talk: TalkOptions

    func run() throws {
      let files = Files(words: talk.words)
      let tree = try Sources(files: files).yaml(files.read(answers), from: answers)
      let key = try Keyring(files: files, passphraseFile: passphraseFile).open(key)
      var fields: [String: JSON] = [
        "channel": "statement", "key": .string(key.vkey.text), "facts": [:], "relations": [:],
        "sealed_at": .string(try sealed().text),
      ]
      for (name, value) in tree.object ?? [:] where name != "personal" { fields[name] = value }
      let openings = try commit(tree["personal"]?.object ?? [:], into: &fields)
      do {
        let statement = try Statement(
          .applicationSubmitted, ledger: ledger, id: Hex.encode(SecureRandom.bytes(16)), fields)
        let signed = try SignedStatement(signing: statement.bytes, as: key.vkey.name, with: key.key)
        if !openings.isEmpty, let privateFile {
          try files.write(JSON.object(openings).canonicalBytes, to: privateFile, isPrivate: true)
        }
        try files.write(signed.bytes, to: out)
        Terminal.say(
          talk.words("statement.written", ["path": out, "bytes": "\(signed.bytes.count)"]))
      } catch let error as MalformedStatement {
        throw Failure(.malformed, "\(Plain.safe(answers)): " + talk.words.sentence(for: error))
      }
    }

    private func sealed() throws -> Instant {
      try sealedAt.map(ToldTime(talk.words).instant) ?? System.now
    }

    private func commit(
      _ personal: [String: JSON], into fields: inout [String: JSON]
    ) throws -> [String: JSON] {
      if !personal.isEmpty, privateFile == nil {
        throw Failure(.usage, talk.words("application.private_needed"))
      }
      let committed = try Commitments(personal.mapValues { $0.string ?? "" })
      fields["commitments"] = .object(committed.hashes)
      return committed.openings
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw an application before it is decided.",
      discussion: """
        Signed by the applicant; or by the registrar with the time at which the letter
        came.

        Example:
          viche application withdraw A-010 --received-at 2024-11-21T10:00:00+02:00 \\
            --key keys/registrar.pem
        """)
    @Argument(help: "The application.") var application: String
    @Option(help: "When it came, attested by the registrar.") var receivedAt: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      try desk.perform(
        .applicationWithdrawn, try desk.attested(["application": .string(application)], receivedAt))
    }
  }

  struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "State facts anew while the window for repair is open.",
      discussion: """
        Signed by the applicant; or by the registrar with the time at which the repair
        came.

        Example:
          viche application repair A-030 --fact edrpou=99000380 \\
            --received-at 2024-12-10T12:00:00+02:00 --key keys/registrar.pem
        """)
    @Argument(help: "The application.") var application: String
    @Option(name: .customLong("fact"), help: "attribute=text; may be repeated.") var facts:
      [String] = []
    @Option(help: "When it came, attested by the registrar.") var receivedAt: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var stated: [String: JSON] = [:]
      for fact in facts {
        let parts = fact.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, Identifier.isValid(String(parts[0])) else {
          throw Failure(.usage, desk.words("fact.malformed", ["text": Plain.safe(fact)]))
        }
        stated[String(parts[0])] = .string(Text.clean(String(parts[1])))
      }
      let fields: [String: JSON] = [
        "application": .string(application), "facts": .object(stated), "relations": [:],
      ]
      try desk.perform(.applicationRepaired, try desk.attested(fields, receivedAt))
    }
  }
}

/// One application as people read it.
struct ApplicationView {
  let application: Application
  let assembly: Assembly
  let words: Words

  init(_ application: Application, _ assembly: Assembly, _ words: Words) {
    self.application = application
    self.assembly = assembly
    self.words = words
  }

  private var disposition: String { application.screening?.disposition.rawValue ?? "unscreened" }

  var json: JSON {
    var fields: [String: JSON] = [
      "application": .string(application.id), "call": .string(application.call),
      "name": .object(application.name.mapValues(JSON.string)),
      "disposition": .string(disposition), "entry": .integer(application.entry),
      "reasons": .array((application.screening?.reasons ?? []).map(JSON.string)),
      "tests": .object((application.screening?.tests ?? [:]).mapValues(JSON.string)),
      "reviews": .array(application.reviews.map { .string($0.id) }),
      "selected": .bool(application.selected), "withdrawn": .bool(application.withdrawn),
    ]
    if let decision = application.decision {
      fields["outcome"] = .string(decision.outcome.rawValue)
    }
    if let member = application.member { fields["member"] = .string(member) }
    return .object(fields)
  }

  func text(why: Bool) -> String {
    let name = Plain.safe(words.translation(of: application.name))
    // One withdrawn after its screening keeps what was found then, but is withdrawn all the same.
    let state = application.withdrawn ? Disposition.withdrawn.rawValue : disposition
    var lines = ["\(application.id)  \(name)  \(words("disposition.\(state)"))"]
    if why { lines += reasons }
    lines += course
    return lines.joined(separator: "\n")
  }

  /// Tests with their values, then each reason with what can be done until when.
  private var reasons: [String] {
    guard let screening = application.screening else { return [] }
    let procedure = assembly.calls[application.call]?.procedure ?? ""
    var lines = screening.tests.sorted { $0.key < $1.key }.map {
      "  \($0.key): \(words("truth.\($0.value)"))  (§ define.\($0.key))"
    }
    lines += screening.reasons.map { "  " + words.reason($0) + stated($0) }
    if let related = screening.related {
      lines.append("  " + words("application.related", ["other": related]))
    }
    if screening.disposition == .incomplete, let closes = application.repairCloses {
      let moment = Moment(words.language, assembly.calendar).text(closes)
      lines.append(
        "  → " + words("application.repair_until", ["until": moment])
          + " (§ procedures.\(procedure).fix)")
    }
    return lines
  }

  /// The text that was stated for an invalid fact: `: «9900380»`.
  private func stated(_ code: String) -> String {
    guard code.hasPrefix("invalid:"), let text = application.facts[String(code.dropFirst(8))] else {
      return ""
    }
    return ": «\(Plain.safe(text))»"
  }

  /// What happened after screening.
  private var course: [String] {
    var lines: [String] = []
    if let tier = application.tier { lines.append(words("application.tier", ["tier": tier])) }
    if !application.reviewers.isEmpty {
      lines.append(
        words(
          "application.reviews",
          ["count": "\(application.reviews.count)", "of": "\(application.reviewers.count)"]))
    }
    if let call = assembly.calls[application.call],
      let rank = call.shortlist.firstIndex(where: { $0.application == application.id })
    {
      let place = call.shortlist[rank]
      let score = Fraction(place.score)?.decimal(places: 2) ?? place.score
      let key = place.selected ? "application.selected" : "application.not_selected"
      lines.append(
        words(
          key,
          [
            "rank": "\(rank + 1)", "score": score,
            "reason": place.selected ? "" : words.reason(place.reason),
          ]))
    }
    if let vote = application.vote.flatMap({ assembly.votes[$0] }),
      let result = vote.results?.first(where: { $0.item == application.id })
    {
      lines.append(TallyView(words).line(result, vote.id))
    }
    if let member = application.member {
      lines.append(words("application.member", ["member": member]))
    }
    return lines.map { "  " + $0 }
  }
}
