// SPDX-License-Identifier: Apache-2.0

/// What is known while statutes are read, and the faults found so far.
///
/// Names are taken from the raw tree before anything is typed, so that one bad entry does not make
/// every mention of it a second fault.
final class Reading {
  let tree: JSON
  private(set) var faults: [StatutesFault] = []
  private(set) var parameters: [String: Amount] = [:]
  private(set) var attributes: [String: Statutes.Attribute] = [:]
  private var names: [StatutesFault.NameKind: Set<String>] = [:]

  /// Definitions as read; what is resolved so far; what is being resolved, to find a cycle.
  var definitionTexts: [String: String] = [:]
  var definitions: [String: Expression] = [:]
  var definitionSizes: [String: Int] = [:]
  var underway: [String] = []
  var failed: Set<String> = []

  /// At most so many members of a section or elements of a list.
  static let itemsMax = 500

  init(_ tree: JSON) {
    self.tree = tree
    for kind in StatutesFault.NameKind.allCases {
      guard let section = Self.section(of: kind) else { continue }
      names[kind] = Set((tree[section]?.object ?? [:]).keys)
    }
    // A selection's criteria can be named by its ties.
    for selection in (tree["selections"]?.object ?? [:]).values {
      for criterion in selection["rubric"]?.array ?? [] {
        if let id = criterion["id"]?.string { names[.criterion, default: []].insert(id) }
      }
    }
    for (name, value) in tree["parameters"]?.object ?? [:] {
      parameters[name] = value.string.flatMap(Amount.init)
    }
    for (name, value) in tree["attributes"]?.object ?? [:] {
      for member in value["values"]?.array ?? [] {
        if let member = member.string { names[.value, default: []].insert(member) }
      }
      attributes[name] = Statutes.Attribute(name: name, tree: value)
    }
    definitionTexts = (tree["define"]?.object ?? [:]).compactMapValues(\.string)
  }

  /// The section whose keys are the names of that kind.
  static func section(of kind: StatutesFault.NameKind) -> String? {
    switch kind {
    case .parameter: "parameters"
    case .attribute: "attributes"
    case .predicate: "define"
    case .relation: "relations"
    case .role: "roles"
    case .roll: "rolls"
    case .body: "bodies"
    case .seat: "seats"
    case .window: "windows"
    case .rule: "rules"
    case .selection: "selections"
    case .procedure: "procedures"
    case .matter: "matters"
    case .stage, .criterion, .language, .value: nil
    }
  }

  func fault(_ path: String, _ kind: StatutesFault.Kind) {
    faults.append(StatutesFault(path: path, kind: kind))
  }

  /// Whether something has that name; every name will do where the whole section is missing.
  func isKnown(_ name: String, as kind: StatutesFault.NameKind) -> Bool {
    if let section = Self.section(of: kind), tree[section] == nil { return true }
    return names[kind]?.contains(name) ?? false
  }

  /// The form at the root; parameters and attributes are checked here too.
  func top(_ sections: [String]) -> Form {
    guard let form = Branch(value: tree, path: "", reading: self).form(sections) else {
      return Form(members: [:], path: "", reading: self)
    }
    for parameter in form.required("parameters")?.members() ?? [] { _ = parameter.amount() }
    for attribute in form.required("attributes")?.members() ?? [] { attribute.checkAttribute() }
    return form
  }

  /// Reads all members of a section, in the order of their names.
  func section<Value>(_ name: String, _ read: (String, Branch) -> Value?) -> [String: Value] {
    guard let value = tree[name] else {
      fault(name, .missing)
      return [:]
    }
    var values: [String: Value] = [:]
    for member in Branch(value: value, path: name, reading: self).members() {
      values[member.name] = read(member.name, member)
    }
    return values
  }
}
