// SPDX-License-Identifier: Apache-2.0

/// The rules of a coalition as data, read and checked as a whole.
///
/// A value of this type has no open question: every name resolves, every expression and condition
/// parses and has the right types, no definition is circular, no number is out of range.
///
/// A class only because every act is judged under statutes: passing them on copies one reference
/// and not two dozen. Nothing in it changes.
public final class Statutes: Sendable, Hashable {
  /// What was read: the tree that the log carries, every scalar a text.
  public let tree: JSON
  /// The number of this version, from 1.
  public let version: Int
  /// The identifier of these statutes: `alliance-cso`.
  public let policy: String
  /// The title by language.
  public let title: [String: String]
  /// The language that decides when translations differ.
  public let authoritativeLanguage: String
  /// The other languages.
  public let otherLanguages: [String]
  /// The time zone of all deadlines, by its IANA name.
  public let timezone: String
  /// Numbers with a name.
  public let parameters: [String: Amount]
  /// Facts that are asked.
  public let attributes: [String: Attribute]
  /// What predicates with a name stand for, resolved; ``predicate(_:)`` gives one with its name.
  public let definitions: [String: Expression]
  /// Declared ties between parties.
  public let relations: [String: Relation]
  /// Named signers of acts.
  public let roles: [String: Role]
  /// Sets of parties by predicate.
  public let rolls: [String: Roll]
  /// Those who decide together.
  public let bodies: [String: Body]
  /// Places that are elected, and for how long.
  public let seats: [String: Seat]
  /// When something opens and closes.
  public let windows: [String: Window]
  /// How a ballot decides.
  public let rules: [String: Rule]
  /// How an election decides: the selections by ballot, by their names.
  public let elections: [String: Rule]
  /// How some are chosen among many.
  public let selections: [String: Selection]
  /// Stages that follow one another.
  public let procedures: [String: Procedure]
  /// What can be decided, and by which rule.
  public let matters: [String: Matter]
  /// Who may speak and act outside.
  public let mandates: [String: Mandate]
  /// Who sees what and when: kind of entry, audience, words.
  public let disclosure: [String: [String: [String]]]
  /// How these statutes change.
  public let amendment: Amendment
  /// What deserves a second look and is no fault.
  public let warnings: [StatutesFault]

  /// Reads statutes; every fault is reported, not only the first.
  public init(_ tree: JSON) throws(StatutesFaults) {
    let reading = Reading(tree)
    let top = reading.top(Self.sections)
    let policy = top.required("policy")?.identifier()
    let version = top.required("version")?.integer(1...1_000_000)
    let language = top.required("language")?.form(["authoritative", "also"])
    let authoritative = language?.required("authoritative")?.identifier()
    let others = language?.optional("also")?.identifiers() ?? []
    let title = top.required("title")?.titles()
    let timezone = top.required("timezone")?.timezone()
    let definitions = reading.readDefinitions()
    let relations = reading.section("relations", Relation.init)
    let roles = reading.section("roles", Role.init)
    let rolls = reading.section("rolls", Roll.init)
    let bodies = reading.section("bodies", Body.init)
    let seats = reading.section("seats", Seat.init)
    let windows = reading.section("windows", Window.init)
    let rules = reading.section("rules", Rule.init)
    let selections = reading.section("selections", Selection.init)
    let procedures = reading.section("procedures", Procedure.init)
    let matters = reading.section("matters", Matter.init)
    let mandates = reading.section("mandates", Mandate.init)
    let disclosure = reading.section("disclosure", Self.audiences)
    let amendment = top.required("amend").flatMap(Amendment.init)
    reading.checkCycles(rolls, rules, selections)
    reading.checkTitles(title ?? [:], [authoritative].compactMap(\.self) + others)
    for name in bodies.keys.sorted() {
      if let body = bodies[name] { reading.checkFloors(of: body, seats) }
    }
    guard reading.faults.isEmpty, let policy, let version, let authoritative, let title,
      let timezone, let amendment
    else { throw StatutesFaults(reading.faults) }

    self.tree = tree
    self.version = version
    self.policy = policy
    self.title = title
    self.authoritativeLanguage = authoritative
    self.otherLanguages = others
    self.timezone = timezone
    self.parameters = reading.parameters
    self.attributes = reading.attributes
    self.definitions = definitions
    self.relations = relations
    self.roles = roles
    self.rolls = rolls
    self.bodies = bodies
    self.seats = seats
    self.windows = windows
    self.rules = rules
    self.elections = selections.compactMapValues(Rule.init(electing:))
    self.selections = selections
    self.procedures = procedures
    self.matters = matters
    self.mandates = mandates
    self.disclosure = disclosure
    self.amendment = amendment
    self.warnings = reading.warnings(
      rolls: rolls, seats: seats, bodies: bodies, selections: selections)
  }

  /// The rule that decides a vote; in an election its selection.
  public func rule(of vote: Vote) -> Rule? {
    vote.election == nil ? rules[vote.rule] : elections[vote.rule]
  }

  /// The tree decides: all else follows from it.
  public static func == (a: Statutes, b: Statutes) -> Bool { a.tree == b.tree }

  /// Hashes the tree, as equality does.
  public func hash(into hasher: inout Hasher) { hasher.combine(tree) }

  /// The predicate of that name; its shortcomings then go by that name.
  public func predicate(_ name: String) -> Expression? {
    definitions[name].map { .defined(name, $0) }
  }

  /// The sections, all of them required, in their order.
  public static let sections = [
    "policy", "version", "title", "language", "timezone", "parameters", "attributes", "define",
    "relations", "roles", "rolls", "bodies", "seats", "windows", "rules", "selections",
    "procedures", "matters", "mandates", "disclosure", "amend",
  ]

  /// The words that `status` can be compared with.
  public static let statuses = [
    "applicant", "enrolled", "external", "former", "member", "observer", "suspended",
  ]

  static func sectionIndex(_ path: String) -> Int {
    let section = path.prefix { $0 != "." && $0 != "[" }
    return sections.firstIndex { $0 == section } ?? sections.count
  }

  /// By bytes, but a longer index after a shorter one: `[2]` before `[10]`.
  static func pathGoesBefore(_ a: String, _ b: String) -> Bool {
    let (left, right) = (pathParts(a), pathParts(b))
    for (x, y) in zip(left, right) where x != y {
      if let i = Int(x), let j = Int(y) { return i < j }
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return left.count < right.count
  }

  private static func pathParts(_ path: String) -> [Substring] {
    path.split { $0 == "." || $0 == "[" || $0 == "]" }
  }
}
