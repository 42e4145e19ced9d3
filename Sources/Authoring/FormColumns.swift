// SPDX-License-Identifier: Apache-2.0

public import Governance

/// A form's description: what each column of the table that it exports is for.
///
///     columns:
///       edrpou: {use: fact, attribute: edrpou}
///       contact_email: {use: personal}
public struct FormColumns: Sendable, Hashable {
  /// The form's name.
  public let form: String
  /// The columns, sorted by name.
  public let columns: [Column]

  /// One column of the table.
  public struct Column: Sendable, Hashable {
    /// The column's name in the table's first row.
    public let name: String
    /// What it is for.
    public let use: Use
  }

  /// What a column is for.
  public enum Use: Sendable, Hashable {
    /// The name of the application or review.
    case id
    case receivedAt, sealedAt, withdrawnAt, channel
    /// The organisation's name in a language.
    case name(language: String)
    /// A fact of the statutes.
    case fact(String)
    /// `yes` puts a value into a set.
    case member(of: String, value: String)
    /// The text, if any, is one element of a set.
    case element(of: String)
    /// The text, if any, is the label of a group of a symmetric relation.
    case group(String)
    /// Personal data: only a commitment reaches the log.
    case personal
    /// Part of the dossier, which stays outside; the log holds one commitment to all of it.
    case dossier
    /// The application that a review is of, its reviewer, and the reviewer's party.
    case application, reviewer, party
    /// A criterion's score.
    case score(String)
  }

  /// Reads a form's description from its tree, as ``StrictYAML`` gives it.
  public init(_ tree: JSON) throws(MalformedForm) {
    guard let form = tree["form"]?.string, let members = tree["columns"]?.object, !members.isEmpty
    else { throw MalformedForm(column: nil) }
    for key in (tree.object ?? [:]).keys.sorted()
    where !["form", "version", "columns"].contains(key) {
      throw MalformedForm(column: key)
    }
    self.form = form
    var columns: [Column] = []
    for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    {
      guard let use = Use(value) else { throw MalformedForm(column: name) }
      columns.append(Column(name: name, use: use))
    }
    self.columns = columns
  }

  /// The names of all columns.
  public var names: [String] { columns.map(\.name) }
}

extension FormColumns.Use {
  /// What a column is for, or `nil` if the description is not understood as a whole.
  init?(_ tree: JSON) {
    guard let members = tree.object, let use = members["use"]?.string else { return nil }
    func text(_ name: String) -> String? { members.count == 2 ? members[name]?.string : nil }
    switch use {
    case "name":
      guard let language = text("language") else { return nil }; self = .name(language: language)
    case "fact":
      guard let attribute = text("attribute") else { return nil }; self = .fact(attribute)
    case "element":
      guard let attribute = text("attribute") else { return nil }
      self = .element(of: attribute)
    case "group": guard let relation = text("relation") else { return nil }; self = .group(relation)
    case "score":
      guard let criterion = text("criterion") else { return nil }; self = .score(criterion)
    case "member":
      guard members.count == 3, let attribute = members["attribute"]?.string,
        let value = members["value"]?.string
      else { return nil }
      self = .member(of: attribute, value: value)
    default:
      guard members.count == 1, let plain = Self.plain[use] else { return nil }
      self = plain
    }
  }

  private static let plain: [String: Self] = [
    "id": .id, "received_at": .receivedAt, "sealed_at": .sealedAt, "withdrawn_at": .withdrawnAt,
    "channel": .channel, "personal": .personal, "dossier": .dossier, "application": .application,
    "reviewer": .reviewer, "party": .party,
  ]
}

/// A form's description that is not understood; names the column, or `nil` for the whole.
public struct MalformedForm: Error, Hashable, Sendable {
  /// The column whose description is not understood.
  public let column: String?
}
