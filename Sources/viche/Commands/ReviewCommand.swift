// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Authoring
import Governance
import Ledger
import Register
import Signing
import SystemPackage
import TransparencyLog

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Reviews: assign, submit, import, report.",
    subcommands: [Assign.self, Submit.self, Import.self, Report.self])

  struct Assign: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Assign reviewers without a conflict, with equal load; opens the review window.",
      discussion: """
        --from takes an assignment from a table of reviews and keeps what breaks no rule
        of it.

        Example:
          viche review assign 2024-1 --dry-run
          viche review assign 2024-1 --key keys/registrar.pem
        """)
    @Argument(help: "The call.") var call: String
    @Option(help: "A CSV of reviews whose reviewers are kept where no rule forbids it.") var from:
      String?
    @Option(help: "The description of that table.") var form: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let call = try desk.found.call(call)
      let pool = desk.assembly.awaitingReview(in: call)
      guard !pool.isEmpty else { throw Failure(.refused, desk.words("nothing.to_do")) }
      let standard = desk.assembly.standardAssignment(of: pool)
      let proposed = try proposal(pool, standard, desk)
      report(proposed, desk)
      try desk.perform(
        .reviewAssigned,
        ["call": .string(call.id), "assignments": .array(proposed.map(\.json))])
    }

    private func proposal(
      _ pool: [Application], _ standard: [ReviewAssigned.Assignment], _ desk: Desk
    ) throws -> [ReviewAssigned.Assignment] {
      guard let from else { return standard }
      guard let form else { throw Failure(.usage, desk.words("form.needed")) }
      let sources = Sources(files: desk.files)
      let rows = try sources.rows(from, form: try sources.form(form))
      let panel = Panel(desk.assembly)
      let kept = zip(pool, standard).map { application, assignment in
        panel.keeping(rows, of: application, standard: assignment)
      }
      let trial = try desk.statement(
        .reviewAssigned, ["call": .string(call), "assignments": .array(kept.map(\.json))])
      let signers = desk.assembly.offices["registrar"]?.prefix(1).map { $0 } ?? []
      let act = Act(
        index: desk.log.entries.count, received: try desk.now(), statement: trial,
        signers: signers)
      do { try desk.assembly.admit(act) } catch {
        Terminal.remark(desk.words("review.not_kept") + " " + desk.words.sentence(for: error))
        return standard
      }
      return kept
    }

    private func report(_ assignments: [ReviewAssigned.Assignment], _ desk: Desk) {
      guard !options.talk.json else { return }
      var load: [String: Int] = [:]
      for reviewer in assignments.flatMap(\.reviewers) { load[reviewer, default: 0] += 1 }
      Terminal.say(
        desk.words(
          "review.assigned",
          [
            "count": "\(assignments.count)", "reviewers": "\(load.count)",
            "least": "\(load.values.min() ?? 0)", "most": "\(load.values.max() ?? 0)",
          ]))
    }
  }

  struct Submit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sign your scores of one application.",
      discussion: """
        Example:
          viche review submit A-014 --review V-019 --score motivation=5 --score localisation=5 \\
            --score presence=5 --score capacity=4 --score network=5 --key keys/r2.pem --out v019.statement
        """)
    @Argument(help: "The application.") var application: String
    @Option(help: "The review's own name, such as V-019.") var review: String
    @Option(name: .customLong("score"), help: "criterion=points; once for each criterion.")
    var scores: [String]
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      var points: [String: JSON] = [:]
      for score in scores {
        let parts = score.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let number = Int(parts[1]) else {
          throw Failure(.usage, desk.words("score.malformed", ["text": Plain.safe(score)]))
        }
        points[parts[0]] = .integer(number)
      }
      try desk.perform(
        .reviewSubmitted,
        [
          "review": .string(review), "application": .string(application), "scores": .object(points),
          "commitments": [:],
        ])
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in a table of reviews: each signed by its reviewer, receipt attested.",
      discussion: """
        --keys is a folder with the reviewers' keys (r1.pem for R1); --key is the
        registrar's, which attests the times of receipt. What the rules refuse is
        recorded with its reason. One commit.

        Example:
          viche review import 2024-1 reviews.csv --form Policies/forms/alliance-cso-review.yaml \\
            --keys keys/ --key keys/registrar.pem
        """)
    @Argument(help: "The call.") var call: String
    @Argument(help: "The CSV file.") var file: String
    @Option(help: "The description of the table.") var form: String
    @Option(name: .customLong("keys"), help: "The folder with the reviewers' keys.") var keyFolder:
      String
    @Option(name: .customLong("private"), help: "The folder for what must not be in the log.")
    var privateFolder: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let sources = Sources(files: desk.files)
      let rows = try sources.rows(file, form: try sources.form(form))
      let registrar = try desk.authorKeys()
      let now = try desk.now()
      for row in rows where row.receivedAt > now {
        throw Failure(
          .refused,
          desk.words(
            "import.future",
            ["line": "\(row.line)", "id": row.id, "time": desk.moment(row.receivedAt)]))
      }
      var batch = ReviewBatch(
        desk: desk, registrar: registrar, keyFolder: keyFolder,
        privateFolder: privateFolder)
      for row in rows { try batch.add(row) }
      Terminal.say(
        desk.words(
          "review.imported",
          ["count": "\(rows.count)", "accepted": "\(rows.count - batch.refused.count)"]))
      for line in batch.refused { Terminal.say("  " + line) }
      if options.dryRun { return Terminal.say(desk.words("dry.nothing")) }
      try batch.keepOpenings()
      _ = try desk.commit(batch.statements)
    }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every review that came, accepted or refused.",
      discussion: """
        Example:
          viche review report 2024-1 > reviews.csv
        """)
    @Argument(help: "The call.") var call: String
    @OptionGroup var options: LogOptions

    func run() throws {
      let log = try Reading(options).log()
      let call = try Found(log.assembly, options.talk.words).call(call)
      let table = CallTables(log.assembly)
      if options.talk.json {
        return Terminal.say(table.reviewsJSON(call, in: log).canonicalText)
      }
      Terminal.print(table.reviews(call, in: log))
    }
  }
}

extension ReviewAssigned.Assignment {
  /// As it stands in the statement.
  var json: JSON {
    ["application": .string(application), "reviewers": .array(reviewers.map(JSON.string))]
  }
}

/// The panel, and which key belongs to the short name that a table uses for a reviewer.
struct Panel {
  let assembly: Assembly

  init(_ assembly: Assembly) { self.assembly = assembly }

  /// The key name that ends in `/r1` for R1, among the holders of the role.
  func key(of reviewer: String) -> String? {
    assembly.offices["reviewer"]?.first {
      $0.split(separator: "/").last?.lowercased() == reviewer.lowercased()
    }
  }

  /// The table's reviewers of an application where no rule forbids them, then the standard ones.
  func keeping(
    _ rows: [FormRow], of application: Application, standard: ReviewAssigned.Assignment
  ) -> ReviewAssigned.Assignment {
    var kept: [String] = []
    for row in rows where row.application == application.id {
      guard let key = row.reviewer.flatMap({ self.key(of: $0) }), !kept.contains(key),
        assembly.conflict(of: key, with: application) == nil
      else { continue }
      kept.append(key)
    }
    let needed = standard.reviewers.count
    let rest = standard.reviewers.filter { !kept.contains($0) }
    let chosen = (kept.prefix(needed) + rest).prefix(needed)
    return .init(
      application: application.id,
      reviewers: chosen.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}

/// Reviews on their way into one commit, in the order of the table; refused ones leave a trace.
struct ReviewBatch {
  let desk: Desk
  let registrar: [NamedKey]
  let keyFolder: String
  let privateFolder: String?
  private(set) var statements: [SignedStatement] = []
  private(set) var refused: [String] = []
  private var trial: Assembly
  private var keys: [String: NamedKey] = [:]
  private var openings: [String: [UInt8]] = [:]

  init(desk: Desk, registrar: [NamedKey], keyFolder: String, privateFolder: String?) {
    self.desk = desk
    self.registrar = registrar
    self.keyFolder = keyFolder
    self.privateFolder = privateFolder
    self.trial = desk.assembly
  }

  mutating func add(_ row: FormRow) throws {
    let statement = try desk.statement(.reviewSubmitted, try fields(row))
    let signed = try desk.sign(statement, with: [try reviewerKey(row)] + registrar)
    if let refusal = refusal(of: try act(signed)) {
      refused.append("\(row.id): " + desk.words.sentence(for: refusal, in: trial))
      try append(try trace(signed, refusal))
    } else {
      try append(signed)
    }
  }

  private func refusal(of act: Act) -> Refusal? {
    do { try trial.admit(act) } catch { return error }
    return nil
  }

  private mutating func append(_ signed: SignedStatement) throws {
    let act = try act(signed)
    if let refusal = refusal(of: act) { throw desk.refused(refusal) }
    trial.apply(act)
    statements.append(signed)
  }

  private func act(_ signed: SignedStatement) throws -> Act {
    try desk.act(
      signed, index: desk.log.entries.count + statements.count, received: try desk.now())
  }

  private func trace(_ signed: SignedStatement, _ refusal: Refusal) throws -> SignedStatement {
    try desk.sign(try desk.traceStatement(signed, refusal), with: registrar)
  }

  private mutating func fields(_ row: FormRow) throws -> [String: JSON] {
    var scores: [String: JSON] = [:]
    for (criterion, text) in row.scores {
      guard let score = Int(text) else {
        throw Failure(
          .malformed,
          AuthoringWords(desk.words).sentence(
            for: RowFault(line: row.line, column: criterion, found: text, kind: .notAnInteger)))
      }
      scores[criterion] = .integer(score)
    }
    let committed = try Commitments(row.personal)
    if !committed.openings.isEmpty {
      openings[row.id] = JSON.object(committed.openings).canonicalBytes
    }
    return [
      "review": .string(row.id), "application": .string(row.application ?? ""),
      "scores": .object(scores), "commitments": .object(committed.hashes),
      "received_at": .string(row.receivedAt.text),
    ]
  }

  private mutating func reviewerKey(_ row: FormRow) throws -> NamedKey {
    let name = (row.reviewer ?? "").lowercased()
    if let key = keys[name] { return key }
    let key = try desk.keyring.open(FilePath(keyFolder).appending("\(name).pem").string)
    keys[name] = key
    return key
  }

  /// Writes what stays outside the log, before the log commits to it.
  func keepOpenings() throws {
    guard !openings.isEmpty else { return }
    let parent = FilePath(desk.options.reading.path).removingLastComponent()
    let folder =
      privateFolder ?? (parent.isEmpty ? FilePath(".") : parent).appending("private").string
    try desk.makeFolder(folder)
    for (id, bytes) in openings {
      try desk.files.write(
        bytes, to: FilePath(folder).appending("\(id).json").string, isPrivate: true, replacing: true
      )
    }
  }
}

extension Desk {
  /// The `act.refused` that records what was turned away and why.
  func traceStatement(_ signed: SignedStatement, _ refusal: Refusal) throws -> Statement {
    let lines = signed.signatures.map { String(decoding: $0.line.dropLast(), as: UTF8.self) }
    return try statement(
      .actRefused,
      [
        "statement": .string(String(decoding: signed.line, as: UTF8.self)),
        "signatures": .array(lines.map(JSON.string)), "reason": .string(refusal.code.rawValue),
      ])
  }
}
