// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What a founding is made from, as people write it: names, files beside it, founders, offices.
///
///     origin: alliance.example.org/ledger
///     name: {uk: "Альянс", en: "The Alliance"}
///     rehearsal: true
///     statutes: Policies/alliance-cso.yaml
///     calendar: Policies/calendars/europe-kyiv.yaml
///     log_key: keys/log.vkey
///     founders:
///       - {party: M01, name: {uk: "ГО «Перша»"}, key: keys/m01.vkey, facts: {oblast: UA-30}}
///     offices:
///       - {role: registrar, key: keys/registrar.vkey}
///     seats:
///       - {seat: small_seat, party: M01}
public struct FoundingFile: Sendable {
  /// The ledger's origin.
  public let origin: String
  /// The files of statutes, calendar and log key, as written.
  public let statutes: String
  /// The file of the calendar.
  public let calendar: String
  /// The file of the log's verifier key.
  public let logKey: String
  private let tree: JSON

  /// Reads the founding's tree, as ``StrictYAML`` gives it.
  public init(_ tree: JSON) throws(MalformedFounding) {
    guard let members = tree.object else { throw MalformedFounding(path: "") }
    let known = [
      "origin", "name", "rehearsal", "statutes", "calendar", "log_key", "founders", "offices",
      "seats",
    ]
    for key in members.keys.sorted() where !known.contains(key) {
      throw MalformedFounding(path: key)
    }
    self.tree = tree
    self.origin = try Self.text(tree, "origin")
    self.statutes = try Self.text(tree, "statutes")
    self.calendar = try Self.text(tree, "calendar")
    self.logKey = try Self.text(tree, "log_key")
  }

  private static func text(_ tree: JSON, _ name: String) throws(MalformedFounding) -> String {
    guard let text = tree[name]?.string else { throw MalformedFounding(path: name) }
    return text
  }

  /// The fields of `ledger.founded`; `vkey` reads the verifier key in a file named by the founding.
  public func fields(
    statutes: JSON, calendar: JSON, vkey: (String) throws -> String
  ) throws -> [String: JSON] {
    let rehearsal = tree["rehearsal"]?.string ?? "false"
    guard let rehearsal = ["true": true, "false": false][rehearsal] else {
      throw MalformedFounding(path: "rehearsal")
    }
    return [
      "name": tree["name"] ?? [:], "rehearsal": .bool(rehearsal), "statutes": statutes,
      "calendar": try Self.calendarFields(calendar), "log_key": .string(try vkey(logKey)),
      "founders": .array(
        try list("founders").map { try Self.withKey($0, vkey, defaults: ["facts", "relations"]) }),
      "offices": .array(try list("offices").map { try Self.withKey($0, vkey, defaults: []) }),
      "seats": .array(try list("seats")),
    ]
  }

  private func list(_ name: String) throws(MalformedFounding) -> [JSON] {
    guard let value = tree[name] else { return [] }
    guard let list = value.array else { throw MalformedFounding(path: name) }
    return list
  }

  /// The same object with its key's file replaced by the verifier key in it.
  private static func withKey(
    _ item: JSON, _ vkey: (String) throws -> String, defaults: [String]
  ) throws -> JSON {
    guard var members = item.object, let file = members["key"]?.string else {
      throw MalformedFounding(path: "key")
    }
    members["key"] = .string(try vkey(file))
    for name in defaults where members[name] == nil { members[name] = [:] }
    return .object(members)
  }

  /// The calendar with its numbers as numbers.
  static func calendarFields(_ tree: JSON) throws(MalformedFounding) -> JSON {
    guard var members = tree.object, let weekend = members["weekend"]?.array,
      let offsets = members["offsets"]?.array
    else { throw MalformedFounding(path: "calendar") }
    members["weekend"] = .array(try weekend.map(integer))
    members["offsets"] = .array(
      try offsets.map { (offset) throws(MalformedFounding) in
        guard var fields = offset.object, let minutes = fields["minutes"] else {
          throw MalformedFounding(path: "calendar.offsets")
        }
        fields["minutes"] = try integer(minutes)
        return .object(fields)
      })
    return .object(members)
  }

  private static func integer(_ value: JSON) throws(MalformedFounding) -> JSON {
    guard let number = value.string.flatMap({ Int($0) }) else {
      throw MalformedFounding(path: "calendar")
    }
    return .integer(number)
  }
}

/// A founding file that is not understood, and where.
public struct MalformedFounding: Error, Hashable, Sendable {
  /// The field.
  public let path: String
}
