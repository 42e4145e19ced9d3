// SPDX-License-Identifier: Apache-2.0

public import Governance

/// One row of a form's table, sorted by what its columns are for; text trimmed and in NFC.
public struct FormRow: Sendable, Hashable {
  /// The line of the file on which the row begins.
  public let line: Int
  /// The name of the application or review.
  public let id: String
  /// When the letter-box received it.
  public let receivedAt: Instant
  /// When its author says it was made.
  public let sealedAt: Instant?
  /// When it was withdrawn.
  public let withdrawnAt: Instant?
  /// How it came.
  public let channel: String?
  /// Names by language, those that were stated.
  public let names: [String: String]
  /// Facts as texts; empty ones are left out.
  public let facts: [String: String]
  /// Group labels by relation.
  public let relations: [String: [String]]
  /// Personal data by column; empty ones are left out.
  public let personal: [String: String]
  /// The other answers by column; empty ones are left out.
  public let dossier: [String: String]
  /// For reviews: application, reviewer, party and scores as texts.
  public let application: String?
  /// The reviewer's key name.
  public let reviewer: String?
  /// The party's id.
  public let party: String?
  /// Criterion to points.
  public let scores: [String: String]
}

/// What is wrong with a row: the line, the column, and the text that was found.
public struct RowFault: Error, Hashable, Sendable {
  /// The line of the file on which the row begins.
  public let line: Int
  /// The column's name.
  public let column: String
  /// The text that was found.
  public let found: String
  /// What is wrong with it.
  public let kind: Kind

  /// The kinds of fault.
  public enum Kind: String, Sendable, CaseIterable {
    case notAName, notATime, missing, repeated, notAnInteger, tooLong
  }

  /// A fault in a cell.
  public init(line: Int, column: String, found: String, kind: Kind) {
    self.line = line
    self.column = column
    self.found = found
    self.kind = kind
  }
}

/// Every faulty row, in the order of the file.
public struct RowFaults: Error, Hashable, Sendable {
  /// At least one.
  public let faults: [RowFault]
}

extension FormColumns {
  /// Sorts every row by what its columns are for; all faults are told at once.
  public func rows(of table: CSVTable) throws(RowFaults) -> [FormRow] {
    var rows: [FormRow] = []
    var faults: [RowFault] = []
    var seen: Set<String> = []
    for row in table.rows {
      var reader = RowReader(line: row.line)
      for column in columns {
        reader.read(table.field(column.name, of: row) ?? "", column)
      }
      if let id = reader.id?.text, !seen.insert(id).inserted { reader.fault(reader.id, .repeated) }
      if let row = reader.row { rows.append(row) }
      faults += reader.faults
    }
    if !faults.isEmpty { throw RowFaults(faults: faults) }
    return rows
  }
}

/// Takes one row apart.
private struct RowReader {
  let line: Int
  var faults: [RowFault] = []
  var id: (column: String, text: String)?
  private var receivedAt: Instant?
  private var sealedAt: Instant?
  private var withdrawnAt: Instant?
  private var texts: [String: String] = [:]
  private var names: [String: String] = [:]
  private var facts: [String: String] = [:]
  private var sets: [String: [String]] = [:]
  private var relations: [String: [String]] = [:]
  private var personal: [String: String] = [:]
  private var dossier: [String: String] = [:]
  private var scores: [String: String] = [:]

  init(line: Int) { self.line = line }

  /// Facts and names stay short; long texts belong to the dossier.
  private static let textMax = 512

  mutating func read(_ raw: String, _ column: FormColumns.Column) {
    let text = Text.clean(raw)
    switch column.use {
    case .id: name(text, column) { $0.id = (column.name, text) }
    case .application, .reviewer, .party: name(text, column) { $0.texts[column.use.key] = text }
    case .receivedAt: time(text, column, required: true) { $0.receivedAt = $1 }
    case .sealedAt: time(text, column) { $0.sealedAt = $1 }
    case .withdrawnAt: time(text, column) { $0.withdrawnAt = $1 }
    case .channel: texts["channel"] = text.isEmpty ? nil : text
    case .name(let language): short(text, column) { $0.names[language] = text }
    case .fact(let attribute): short(text, column) { $0.facts[attribute] = text }
    case .member(let set, let value): if text == "yes" { sets[set, default: []].append(value) }
    case .element(let set): short(text, column) { $0.sets[set, default: []].append(text) }
    case .group(let relation):
      name(text, column, required: false) { $0.relations[relation] = [text] }
    case .personal: if !text.isEmpty { personal[column.name] = text }
    case .dossier: if !text.isEmpty { dossier[column.name] = text }
    case .score(let criterion): scores[criterion] = text
    }
  }

  private mutating func name(
    _ text: String, _ column: FormColumns.Column, required: Bool = true,
    _ set: (inout Self) -> Void
  ) {
    if text.isEmpty, !required { return }
    guard Identifier.isValid(text) else {
      return fault((column.name, text), text.isEmpty ? .missing : .notAName)
    }
    set(&self)
  }

  private mutating func time(
    _ text: String, _ column: FormColumns.Column, required: Bool = false,
    _ set: (inout Self, Instant) -> Void
  ) {
    if text.isEmpty, !required { return }
    guard let instant = Instant(text, canonical: false) else {
      return fault((column.name, text), text.isEmpty ? .missing : .notATime)
    }
    set(&self, instant)
  }

  private mutating func short(
    _ text: String, _ column: FormColumns.Column, _ set: (inout Self) -> Void
  ) {
    if text.isEmpty { return }
    guard text.utf8.count <= Self.textMax else { return fault((column.name, text), .tooLong) }
    set(&self)
  }

  mutating func fault(_ cell: (column: String, text: String)?, _ kind: RowFault.Kind) {
    guard let cell else { return }
    let found = String(cell.text.prefix(40))
    faults.append(RowFault(line: line, column: cell.column, found: found, kind: kind))
  }

  /// The row, unless something that every row needs is missing.
  var row: FormRow? {
    guard faults.isEmpty, let id, let receivedAt else { return nil }
    var facts = facts
    for (name, elements) in sets { facts[name] = elements.joined(separator: ";") }
    return FormRow(
      line: line, id: id.text, receivedAt: receivedAt, sealedAt: sealedAt, withdrawnAt: withdrawnAt,
      channel: texts["channel"], names: names, facts: facts, relations: relations,
      personal: personal, dossier: dossier, application: texts["application"],
      reviewer: texts["reviewer"], party: texts["party"], scores: scores)
  }
}

extension FormColumns.Use {
  /// The key under which a single text is kept.
  fileprivate var key: String {
    switch self {
    case .application: "application"
    case .reviewer: "reviewer"
    case .party: "party"
    case .id, .receivedAt, .sealedAt, .withdrawnAt, .channel, .name, .fact, .member, .element,
      .group, .personal, .dossier, .score:
      ""
    }
  }
}
