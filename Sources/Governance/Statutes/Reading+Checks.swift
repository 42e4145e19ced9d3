// SPDX-License-Identifier: Apache-2.0

import Counting

extension Reading {
  /// Floors of a selection cannot ask for more than there is to take.
  func checkFloors(
    _ floors: [Statutes.Floor], _ take: Statutes.Selection.Take?, at path: String
  ) {
    switch take {
    case .places(let places)?: checkFloors(floors, places: places, at: path)
    case .sum?: checkFloors(floors, places: 100, at: path)
    case nil: break
    }
  }

  /// Floors of a body cannot ask for more than it has seats.
  func checkFloors(of body: Statutes.Body, _ seats: [String: Statutes.Seat]) {
    guard case .seats(let names) = body.composition else { return }
    let counts = names.compactMap { seats[$0].flatMap { $0.per == nil ? $0.count : nil } }
    guard counts.count == names.count else { return }
    checkFloors(body.floors, places: counts.reduce(0, +), at: "bodies.\(body.name).floors")
  }

  private func checkFloors(_ floors: [Statutes.Floor], places: Int, at path: String) {
    let sum = floors.reduce(0) { $0 + $1.atLeast.atLeast(of: places) }
    if sum > places { fault(path, .floorsAbovePlaces(floors: sum, places: places)) }
  }

  /// Rolls, fallbacks and selections rest on others of their kind, and in the end on none.
  func checkCycles(
    _ rolls: [String: Statutes.Roll], _ rules: [String: Statutes.Rule],
    _ selections: [String: Statutes.Selection]
  ) {
    checkCycles(in: "rolls", rolls.mapValues { [$0.of].compactMap(\.self) + $0.members.rolls })
    checkCycles(in: "rules", rules.mapValues { [$0.fallback].compactMap(\.self) })
    checkCycles(in: "selections", selections.mapValues { [$0.previous].compactMap(\.self) })
  }

  private func checkCycles(in section: String, _ edges: [String: [String]]) {
    var done: Set<String> = []
    for name in edges.keys.sorted() { follow([name], edges, section, &done) }
  }

  /// Goes on from the last name of a path; `done` are those from which no new cycle is found.
  private func follow(
    _ path: [String], _ edges: [String: [String]], _ section: String, _ done: inout Set<String>
  ) {
    guard let last = path.last, !done.contains(last) else { return }
    for next in edges[last] ?? [] {
      if let start = path.firstIndex(of: next) {
        reportCycle(Array(path[start...]), section: section)
      } else {
        follow(path + [next], edges, section, &done)
      }
    }
    done.insert(last)
  }

  /// Titles are in the languages of the statutes, the authoritative one among them.
  func checkTitles(_ titles: [String: String], _ languages: [String]) {
    for language in titles.keys where !languages.contains(language) {
      fault("title.\(language)", .unknownName(language, [.language]))
    }
    if let first = languages.first, titles[first] == nil { fault("title.\(first)", .missing) }
  }

  /// What deserves a second look, once there are no faults.
  func warnings(
    rolls: [String: Statutes.Roll], seats: [String: Statutes.Seat],
    bodies: [String: Statutes.Body], selections: [String: Statutes.Selection]
  ) -> [StatutesFault] {
    let floors =
      bodies.values.map { ("bodies.\($0.name).floors", $0.floors) }
      + selections.values.map { ("selections.\($0.name).floors", $0.floors) }
    let overlaps = floors.flatMap { path, floors in
      Self.overlaps(floors).map { StatutesFault(path: path, kind: $0) }
    }
    let silent = Self.classesWithoutSeat(rolls, seats).map {
      StatutesFault(path: "rolls.\($0)", kind: .classElectsNoSeat($0))
    }
    return (overlaps + silent).sortedBySection()
  }

  private static func overlaps(_ floors: [Statutes.Floor]) -> [StatutesFault.Kind] {
    floors.indices.flatMap { index in
      floors[(index + 1)...].filter { !floors[index].members.excludes($0.members) }.map {
        .floorsNotDisjoint(floors[index].name, $0.name)
      }
    }
  }

  /// Parts of a roll that have no part themselves, where seats are elected by rolls at all.
  private static func classesWithoutSeat(
    _ rolls: [String: Statutes.Roll], _ seats: [String: Statutes.Seat]
  ) -> [String] {
    let divided = Set(rolls.values.compactMap(\.of))
    return rolls.values.filter { roll in
      roll.of != nil && !divided.contains(roll.name)
        && !seats.values.contains { $0.electors.mayBe(roll) }
    }
    .map(\.name).sorted()
  }
}

extension Statutes.Electorate {
  /// Whether a roll is the electorate, or one of the groups that elect their own.
  fileprivate func mayBe(_ roll: Statutes.Roll) -> Bool {
    switch self {
    case .roll(let name): name == roll.name
    case .own("caucus"): true
    case .own(let attribute): roll.members.fixedValues(of: attribute) != nil
    case .body, .role, .seat: false
    }
  }
}

extension Statutes.Selection {
  fileprivate var previous: String? {
    if case .selection(let succession) = source { succession.from } else { nil }
  }
}

extension Expression {
  /// Whether it is plain that nobody meets both.
  func excludes(_ other: Expression) -> Bool {
    if self == .not(other) || other == .not(self) { return true }
    guard let (name, values) = fixed, let others = other.fixedValues(of: name) else { return false }
    return values.isDisjoint(with: others)
  }

  /// The values that an attribute must have for this to hold, if that is plain.
  func fixedValues(of name: String) -> Set<Operand>? {
    guard let (attribute, values) = fixed, attribute == name else { return nil }
    return values
  }

  private var fixed: (name: String, values: Set<Operand>)? {
    switch self {
    case .compare(.fact(let name), .equal, let value): (name, [value])
    case .isIn(.fact(let name), let values): (name, Set(values))
    case .defined(_, let meaning): meaning.fixed
    case .or, .and, .not, .isTrue, .compare, .isIn, .known, .hasAll: nil
    }
  }
}
