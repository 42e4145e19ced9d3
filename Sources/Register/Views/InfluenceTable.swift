// SPDX-License-Identifier: Apache-2.0

public import Governance

/// ``Influence`` as people and programs read it.
public struct InfluenceTable: Sendable {
  private let influence: Influence
  private let words: Words
  private let moment: Moment

  /// A table in a language, its times by the coalition's calendar.
  public init(_ influence: Influence, _ words: Words, _ calendar: CivilCalendar?) {
    self.influence = influence
    self.words = words
    self.moment = Moment(words.language, calendar)
  }

  /// What is counted, the rows, and what one has to know to read them.
  public var text: String {
    var table = TextTable(
      [.init("")]
        + ["members", "seats", "days", "proposals", "carried", "ballots", "majority"].map {
          .init(words("influence.\($0)"), .right)
        })
    for row in influence.rows { table.add(cells(row)) }
    return ([head] + table.lines() + notes).map { "\($0)\n" }.joined()
  }

  private var head: String {
    let values = [
      "from": influence.from.map(moment.text) ?? words("influence.founding"),
      "until": moment.text(influence.end), "body": influence.body ?? "",
      "by": words.term("influence.by", influence.grouping.name),
    ]
    return words(influence.body == nil ? "influence.head" : "influence.head.body", values)
  }

  private func cells(_ row: Influence.Row) -> [String] {
    [
      GroupLabel(influence.grouping, words).text(row.group), "\(row.members)", fraction(row.seats),
      fraction(row.chairDays),
      "\(row.proposals)", row.proposals == 0 ? "–" : "\(row.carried)", percent(row.ballots),
      percent(row.majority),
    ]
  }

  private func fraction(_ share: Influence.Share) -> String {
    share.whole == 0 ? "–" : "\(share.part)/\(share.whole)"
  }

  /// `22/25 88 %`, the percent in a column of its own width.
  private func percent(_ share: Influence.Share) -> String {
    guard let percent = share.percent else { return "–" }
    let number = "\(percent)"
    let space = String(repeating: " ", count: 3 - number.count)
    return "\(share.part)/\(share.whole) \(space)\(number)\u{A0}%"
  }

  /// The clause of the statutes that tells the groups apart.
  private var clause: String? {
    switch influence.grouping.measure {
    case .predicate(let name): "define.\(name)"
    case .attribute(let name): "attributes.\(name)"
    case .classes: "rolls"
    case .each, .everybody: nil
    }
  }

  private var notes: [String] {
    let counted = words(
      influence.elections == 0 ? "influence.counted" : "influence.counted.elections",
      ["count": "\(influence.decisions)", "elections": "\(influence.elections)"])
    let groups = clause.map { [words("influence.groups", ["clause": $0])] } ?? []
    let classes = influence.grouping.measure == .classes ? [words("influence.several")] : []
    return [counted] + groups + classes + [words("influence.reading")]
  }
}

// For programs: whole numbers only, so that every share can be recomputed.
extension InfluenceTable {
  /// The columns of ``csv``, and the fields of each row of ``json``.
  public static let fields = [
    "group", "members", "seats", "seats_total", "chair_days", "chair_days_total", "proposals",
    "carried", "ballots", "ballots_total", "majority", "majority_total",
  ]

  /// The header and a row for each group.
  public var csv: [[String]] {
    [Self.fields]
      + influence.rows.map { [code($0.group)] + numbers($0).map(String.init) }
  }

  /// The period, what was counted, and the rows.
  public var json: JSON {
    var fields: [String: JSON] = [
      "by": .string(influence.grouping.name), "end": .string(influence.end.text),
      "decisions": .integer(influence.decisions), "elections": .integer(influence.elections),
      "rows": .array(influence.rows.map(json)),
    ]
    fields["clause"] = clause.map(JSON.string)
    fields["body"] = influence.body.map(JSON.string)
    fields["from"] = influence.from.map { .string($0.text) }
    fields["until"] = influence.until.map { .string($0.text) }
    return .object(fields)
  }

  private func json(_ row: Influence.Row) -> JSON {
    let values = [JSON.string(code(row.group))] + numbers(row).map(JSON.integer)
    return .object(Dictionary(uniqueKeysWithValues: zip(Self.fields, values)))
  }

  private func numbers(_ row: Influence.Row) -> [Int] {
    [
      row.members, row.seats.part, row.seats.whole, row.chairDays.part, row.chairDays.whole,
      row.proposals, row.carried, row.ballots.part, row.ballots.whole, row.majority.part,
      row.majority.whole,
    ]
  }

  /// A group's name for programs; sizes by the words of a call's tables.
  private func code(_ group: MemberGroups.Group) -> String {
    let isSize = influence.grouping.name == "size"
    return switch group {
    case .all: "all"
    case .named(let name): name
    case .none: "none"
    case .unknown: "unknown"
    case .holds: isSize ? "small" : influence.grouping.measured
    case .fails: isSize ? "standard" : "not \(influence.grouping.measured)"
    }
  }
}
