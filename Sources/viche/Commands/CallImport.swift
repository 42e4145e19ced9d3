// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Authoring
import Governance
import Ledger
import Register
import Signing
import SystemPackage

extension CallCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in the table that the call's web form exports: all rows or none.",
      discussion: """
        Each row's received_at is the registrar's attested word for when the form
        received it; it decides, not the hour of the import. Personal columns stay
        outside the log: it gets salted commitments, their openings go to --private
        (default: private/ beside the log).

        Example:
          viche call import 2024-1 applications.csv --form Policies/forms/alliance-cso-application.yaml \\
            --dry-run
          viche call import 2024-1 applications.csv --form Policies/forms/alliance-cso-application.yaml \\
            --key keys/registrar.pem
        """)
    @Argument(help: "The call.") var call: String
    @Argument(help: "The CSV file.") var file: String
    @Option(help: "The form's description.") var form: String
    @Option(name: .customLong("private"), help: "The folder for what must not be in the log.")
    var privateFolder: String?
    @OptionGroup var options: ActOptions

    func run() throws {
      let desk = try Desk(options)
      let sources = Sources(files: desk.files)
      let rows = try sources.rows(file, form: try sources.form(form))
      try check(rows, desk)
      let keys = options.dryRun && options.keys.isEmpty ? [] : try desk.authorKeys()
      let imports = try rows.map { try ImportedRow($0, call: call, desk: desk) }
      var statements = try imports.map { try desk.statement(.applicationSubmitted, $0.fields) }
      statements += try imports.compactMap(\.withdrawal).map {
        try desk.statement(.applicationWithdrawn, $0)
      }
      let trial = try judge(statements, keys, desk)
      report(rows, trial, desk)
      if options.dryRun { return Terminal.say(desk.words("dry.nothing")) }
      let signed = try statements.map { try desk.sign($0, with: keys) }
      let folder = privateFolder ?? besideLog("private")
      try desk.makeFolder(folder)
      for row in imports {
        try desk.files.write(
          row.opening, to: row.path(in: folder), isPrivate: true, replacing: true)
      }
      let receipt = try desk.commit(signed)
      if options.talk.json {
        let entries = receipt.entries.map(JSON.integer)
        return Terminal.say(JSON.object(["entries": .array(entries)]).canonicalText)
      }
      Terminal.say(
        desk.words(
          "import.done",
          [
            "count": "\(rows.count)", "first": "\(receipt.entries.lowerBound)",
            "last": "\(receipt.entries.upperBound - 1)", "folder": folder,
          ]))
    }

    private func besideLog(_ name: String) -> String {
      let folder = FilePath(options.reading.path).removingLastComponent()
      return (folder.isEmpty ? FilePath(".") : folder).appending(name).string
    }

    /// What the engine would refuse anyway, said with the row's line.
    private func check(_ rows: [FormRow], _ desk: Desk) throws {
      let now = try desk.now()
      let call = try desk.found.call(call)
      if let digest = call.formDigest {
        let found = Hex.encode(Hash.sha256(try desk.files.read(form)))
        guard found == digest else {
          throw Failure(.refused, desk.words("form.other", ["call": call.id]))
        }
      }
      for row in rows {
        for time in [row.receivedAt, row.withdrawnAt].compactMap(\.self) where time > now {
          throw Failure(
            .refused,
            desk.words(
              "import.future", ["line": "\(row.line)", "id": row.id, "time": desk.moment(time)]))
        }
        if row.names.isEmpty {
          throw Failure(
            .malformed, desk.words("import.no_name", ["line": "\(row.line)", "id": row.id]))
        }
        if let channel = row.channel, ApplicationSubmitted.Channel(rawValue: channel) == nil {
          throw Failure(
            .malformed,
            desk.words(
              "import.channel",
              [
                "line": "\(row.line)", "found": Plain.safe(channel),
                "known": ApplicationSubmitted.Channel.allCases.map(\.rawValue).joined(
                  separator: ", "),
              ]))
        }
      }
    }

    /// Runs the statements through the engine; signatures are not needed to know what it says.
    private func judge(_ statements: [Statement], _ keys: [NamedKey], _ desk: Desk) throws
      -> Assembly
    {
      var trial = desk.assembly
      let received = try desk.now()
      let registrar = trial.offices["registrar"]?.first ?? ""
      let signers = keys.isEmpty ? [registrar] : keys.map(\.vkey.name).sorted()
      for (number, statement) in statements.enumerated() {
        let act = Act(
          index: desk.log.entries.count + number, received: received, statement: statement,
          signers: signers)
        do { try trial.accept(act) } catch { throw desk.refused(error) }
      }
      return trial
    }

    private func report(_ rows: [FormRow], _ trial: Assembly, _ desk: Desk) {
      guard let call = trial.calls[call], !options.talk.json else { return }
      let notes = ImportNotes(rows: rows, call: call, trial: trial, desk: desk)
      Terminal.say(notes.headline)
      let counts = trial.doorCounts(of: call).filter { $0.value > 0 }.sorted { $0.key < $1.key }
      let parts = counts.map { desk.words("call.count.\($0.key)", ["count": "\($0.value)"]) }
      Terminal.say("  " + parts.joined(separator: ", "))
      for line in notes.lines { Terminal.say("  " + line) }
    }
  }
}

/// One row on its way into the log: the statement's fields, and what stays outside.
struct ImportedRow {
  let id: String
  let fields: [String: JSON]
  let withdrawal: [String: JSON]?
  /// Salts and values behind the commitments, as one JSON object.
  let opening: [UInt8]

  init(_ row: FormRow, call: String, desk: Desk) throws {
    self.id = row.id
    var values = row.personal
    if !row.dossier.isEmpty {
      values["dossier"] = JSON.object(row.dossier.mapValues(JSON.string)).canonicalText
    }
    let committed = try Commitments(values)
    var fields: [String: JSON] = [
      "call": .string(call), "application": .string(row.id),
      "channel": .string(row.channel ?? "web"), "name": .object(row.names.mapValues(JSON.string)),
      "facts": .object(row.facts.mapValues(JSON.string)),
      "relations": .object(row.relations.mapValues { .array($0.map(JSON.string)) }),
      "commitments": .object(committed.hashes), "received_at": .string(row.receivedAt.text),
    ]
    if let sealed = row.sealedAt { fields["sealed_at"] = .string(sealed.text) }
    self.fields = fields
    self.withdrawal = row.withdrawnAt.map {
      ["application": .string(row.id), "received_at": .string($0.text)]
    }
    self.opening =
      JSON.object(["application": .string(row.id), "openings": .object(committed.openings)])
      .canonicalBytes
  }

  /// Where the opening is kept.
  func path(in folder: String) -> String { FilePath(folder).appending("\(id).json").string }
}

/// What a person should look at before or after an import.
struct ImportNotes {
  let rows: [FormRow]
  let call: Call
  let trial: Assembly
  let desk: Desk

  /// So many rows of so many organisations.
  var headline: String {
    let codes = Set(rows.map { $0.facts[codeAttribute] ?? $0.id })
    return desk.words("import.read", ["count": "\(rows.count)", "organisations": "\(codes.count)"])
  }

  private var codeAttribute: String { trial.statutes?.registryAttribute ?? "" }

  var lines: [String] { superseded + sameNames + doors + [personal].compactMap(\.self) }

  private var superseded: [String] {
    let doors = trial.doors(of: call)
    return rows.compactMap { row in
      guard let door = doors[row.id], door.turnedAway == .superseded, let other = door.related
      else {
        return nil
      }
      let differ =
        trial.applications[other].map { $0.name != trial.applications[row.id]?.name } ?? false
      let key = differ ? "import.superseded_names_differ" : "import.superseded"
      return desk.words(
        key, ["id": row.id, "other": other, "code": Plain.safe(row.facts[codeAttribute] ?? "")])
    }
  }

  /// The same name under different codes: kept apart, since names never identify.
  private var sameNames: [String] {
    var byName: [String: [FormRow]] = [:]
    for row in rows {
      guard let name = row.names.sorted(by: { $0.key < $1.key }).last?.value else { continue }
      byName[name, default: []].append(row)
    }
    return byName.filter { Set($0.value.map { $0.facts[codeAttribute] ?? $0.id }).count > 1 }
      .map { $0.value.map(\.id).sorted().joined(separator: ", ") }.sorted()
      .map { desk.words("import.same_name", ["ids": $0]) }
  }

  private var doors: [String] {
    let doors = trial.doors(of: call)
    return rows.compactMap { row in
      guard let door = doors[row.id] else { return nil }
      let key: String
      if door.byGrace {
        key = "import.grace"
      } else {
        switch door.turnedAway {
        case .early: key = "import.early"
        case .late: key = door.beyondGrace ? "import.beyond_grace" : "import.late"
        case nil, .superseded, .withdrawn, .ineligible, .eligible, .incomplete: return nil
        }
      }
      let clause = trial.receivingWindow(of: call.procedure)?.name ?? ""
      return desk.words(
        key,
        [
          "id": row.id, "received": desk.moment(row.receivedAt),
          "sealed": row.sealedAt.map { desk.moment($0) } ?? "–", "clause": "windows.\(clause)",
        ])
    }
  }

  private var personal: String? {
    let columns = Set(rows.flatMap { $0.personal.keys }).sorted()
    return columns.isEmpty
      ? nil : desk.words("import.personal", ["columns": columns.joined(separator: ", ")])
  }
}
