// SPDX-License-Identifier: Apache-2.0

public import Governance

/// By what members are told apart in numbers: a predicate, an attribute or the classes of the statutes.
public struct MemberGroups: Sendable, Equatable {
  /// What it goes by.
  public enum Measure: Sendable, Equatable {
    /// Those for whom a defined predicate holds, and the others.
    case predicate(String)
    /// The values of an attribute.
    case attribute(String)
    /// The rolls within a roll; a member may be in several, or in none.
    case classes
    /// Each member by itself.
    case each
    /// All in one group.
    case everybody
  }

  /// A group of members.
  public enum Group: Sendable, Hashable {
    /// The predicate holds.
    case holds
    /// It does not.
    case fails
    /// This value, or this class.
    case named(String)
    /// In no class.
    case none
    /// The facts do not tell.
    case unknown
    /// All.
    case all
  }

  /// The word that was asked for: `size`, `region`, `class`, or a name of the statutes.
  public let name: String
  /// What it goes by.
  public let measure: Measure

  /// What a word means under some statutes; nil where they know nothing of it.
  ///
  /// `size`: the attribute of that name, else the predicate `small`, else the first that begins with
  /// `small_`. `region`: the attribute `region`, else `oblast`. `class`: the rolls within a roll.
  /// `member`: each by itself. Any other word is an attribute with names or truth values, or a predicate.
  public init?(_ name: String, in statutes: Statutes) {
    let measure: Measure?
    switch name {
    case "size":
      let small = statutes.definitions.keys.sorted { $0.precedes($1) }
        .filter { $0 == "small" || $0.hasPrefix("small_") }
      measure = Self.attribute("size", statutes) ?? small.first.map(Measure.predicate)
    case "region":
      measure = Self.attribute("region", statutes) ?? Self.attribute("oblast", statutes)
    case "member": measure = .each
    case "class":
      measure = statutes.rolls.values.contains { $0.of != nil } ? .classes : nil
    case _:
      measure =
        Self.attribute(name, statutes)
        ?? (statutes.definitions[name] == nil ? nil : .predicate(name))
    }
    guard let measure else { return nil }
    self.name = name
    self.measure = measure
  }

  private init(name: String, measure: Measure) {
    self.name = name
    self.measure = measure
  }

  /// Each member by itself.
  public static let each = MemberGroups(name: "member", measure: .each)

  /// By size; where the statutes know none, by class; where they have none either, all in one.
  public static func standard(in statutes: Statutes) -> MemberGroups {
    MemberGroups("size", in: statutes) ?? MemberGroups("class", in: statutes)
      ?? MemberGroups(name: "members", measure: .everybody)
  }

  /// The words that these statutes know, for a hint.
  public static func known(in statutes: Statutes) -> [String] {
    let words = ["size", "region", "class", "member"].filter {
      MemberGroups($0, in: statutes) != nil
    }
    let attributes = statutes.attributes.keys.filter { attribute($0, statutes) != nil }
    return words + Array(attributes).sorted { $0.precedes($1) }
  }

  private static func attribute(_ name: String, _ statutes: Statutes) -> Measure? {
    guard let attribute = statutes.attributes[name], attribute.subject == nil else { return nil }
    switch attribute.type {
    case .enumeration, .boolean, .code, .text, .party: return .attribute(name)
    case .set, .date, .integer, .parties: return nil
    }
  }

  /// The groups of a party at a moment: one, or as many classes as it is in.
  public func groups(of party: String, in assembly: Assembly, at moment: Instant) -> [Group] {
    switch measure {
    case .everybody: return [.all]
    case .each: return [.named(party)]
    case .predicate(let name):
      switch assembly.value(of: name, forParty: party, at: moment) {
      case .yes: return [.holds]
      case .no: return [.fails]
      case .unknown: return [.unknown]
      }
    case .attribute(let name):
      switch assembly.fact(name, ofParty: party, at: moment) {
      case .name(let value): return [.named(value)]
      case .boolean(let value): return [value ? .holds : .fails]
      case .absent, .invalid, .integer, .date, .set: return [.unknown]
      }
    case .classes:
      let classes = assembly.classes(ofParty: party, at: moment)
      return classes.isEmpty ? [.none] : classes.map(Group.named)
    }
  }
}

extension MemberGroups.Group {
  /// The order of rows: what holds, values by the alphabet, the others, what is not known.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    if case .named(let left) = a, case .named(let right) = b {
      return Alphabet.precedes(left, right)
    }
    return a.place < b.place
  }

  private var place: Int {
    switch self {
    case .all, .holds: 0
    case .named: 1
    case .fails, .none: 2
    case .unknown: 3
    }
  }
}
