// SPDX-License-Identifier: Apache-2.0

import Counting

extension Statutes.Selection {
  private static let keys = [
    "rubric", "reviews", "ballot", "method", "electors", "picks", "window", "from", "where",
    "take", "reserve", "min_score", "floors", "caps", "ties", "unmet", "skip_too_big", "secrecy",
    "also_hear",
  ]

  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(Self.keys) else { return nil }
    form.exactlyOne(of: ["rubric", "ballot", "from"])
    let source = Self.source(form)
    let ties = form.required("ties")?.items().compactMap { $0.tieBreak() }
    self.name = name
    self.take = form.optional("take")?.take()
    self.reserve = form.optional("reserve")?.integer(0...10_000) ?? 0
    self.minScore = form.optional("min_score")?.share()
    self.floors = form.optional("floors")?.floors() ?? []
    self.caps = form.optional("caps")?.caps() ?? []
    self.unmet = form.optional("unmet")?.choice() ?? .leaveVacant
    self.skipTooBig = form.optional("skip_too_big")?.boolean() ?? false
    self.secrecy = form.optional("secrecy")?.choice() ?? .open
    self.alsoHear = form.optional("also_hear")?.references(.roll) ?? []
    if form.has("floors") { _ = form.required("unmet") }
    if form.has("rubric") || form.has("from") { _ = form.required("take") }
    branch.reading.checkFloors(floors, take, at: "\(branch.path).floors")
    guard let source, let ties else { return nil }
    self.source = source
    self.ties = ties
  }

  private static func source(_ form: Form) -> Source? {
    if form.has("rubric") { return Statutes.Rubric(form).map(Source.rubric) }
    if form.has("ballot") { return Statutes.Election(form).map(Source.ballot) }
    return Statutes.Succession(form).map(Source.selection)
  }
}

extension Statutes.Rubric {
  init?(_ form: Form) {
    let criteria = form.required("rubric")?.items().compactMap(Criterion.init) ?? []
    let reviews = form.required("reviews").flatMap(Reviews.init)
    let ids = criteria.map(\.id)
    for (index, id) in ids.enumerated() where ids[..<index].contains(id) {
      form.reading.fault("\(form.path).rubric[\(index)].id", .repeated(id))
    }
    guard !criteria.isEmpty, let reviews else { return nil }
    self.criteria = criteria
    self.reviews = reviews
  }
}

extension Statutes.Rubric.Criterion {
  init?(_ branch: Branch) {
    guard let form = branch.form(["id", "weight", "scale", "min"]) else { return nil }
    let id = form.required("id")?.identifier()
    let weight = form.required("weight")?.integer(1...1_000)
    let scale = form.required("scale")?.integer(1...100)
    let min = form.optional("min")?.integer(0...(scale ?? 100))
    guard let id, let weight, let scale else { return nil }
    self.id = id
    self.weight = weight
    self.scale = scale
    self.min = min
  }
}

extension Statutes.Rubric.Reviews {
  init?(_ branch: Branch) {
    guard let form = branch.form(["each", "least", "combine", "per", "justification"]) else {
      return nil
    }
    let each = form.required("each")?.integer(1...100)
    let least = form.required("least")?.integer(1...(each ?? 100))
    _ = form.required("combine")?.word("mean")
    per = form.optional("per")?.grouping()
    justified = form.optional("justification")?.word("required") != nil
    guard let each, let least else { return nil }
    self.each = each
    self.least = least
  }
}

extension Statutes.Election {
  init?(_ form: Form) {
    let ballot: Statutes.Ballot? = form.required("ballot")?.choice()
    let method: Statutes.Method? = form.required("method")?.choice()
    let electors = form.required("electors")?.electorate()
    let window = form.required("window")?.reference(.window)
    picks = form.optional("picks")?.integer(1...1_000)
    guard let ballot, let method, let electors, let window else { return nil }
    self.ballot = ballot
    self.method = method
    self.electors = electors
    self.window = window
  }
}

extension Statutes.Succession {
  init?(_ form: Form) {
    let from = form.optional("from")?.reference(.selection)
    let method: Statutes.Method? = form.required("method")?.choice()
    members = form.optional("where")?.expression()
    guard let from, let method else { return nil }
    self.from = from
    self.method = method
  }
}

extension Branch {
  /// A number of places, or a sum of money up to a share of another.
  fileprivate func take() -> Statutes.Selection.Take? {
    guard value.object != nil else { return integer(1...10_000).map { .places($0) } }
    guard let form = form(["sum", "up_to"]) else { return nil }
    let sum = form.required("sum")?.measure()
    let limit = form.required("up_to").flatMap(ShareOf.init)
    guard let sum, let limit else { return nil }
    return .sum(of: sum, upTo: limit.share, ofAmount: limit.of)
  }

  /// `lot`, `earliest`, `least x`, `most x`, or a predicate.
  fileprivate func tieBreak() -> Statutes.Selection.TieBreak? {
    guard let text = text() else { return nil }
    if text == "lot" { return .lot }
    if text == "earliest" { return .earliest }
    let words = text.split(separator: " ").map(String.init)
    if words.count == 2, words[0] == "least" || words[0] == "most" {
      guard isMeasure(words[1]) else {
        fault(.unknownName(words[1], [.attribute, .criterion]))
        return nil
      }
      return words[0] == "least" ? .least(words[1]) : .most(words[1])
    }
    return expression().map { .predicate($0) }
  }

  private func isMeasure(_ name: String) -> Bool {
    reading.attributes[name]?.type == .integer || reading.isKnown(name, as: .criterion)
      || (Expression.derivedNames.contains(name) && name != "status" && name != "today")
  }
}

/// `{share: 10/100, of: fund_balance}`.
struct ShareOf {
  let share: Fraction
  let of: String

  init?(_ branch: Branch) {
    guard let form = branch.form(["share", "of"]) else { return nil }
    let share = form.required("share")?.share()
    let of = form.required("of")?.identifier()
    guard let share, let of else { return nil }
    self.share = share
    self.of = of
  }
}
