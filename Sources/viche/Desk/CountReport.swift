// SPDX-License-Identifier: Apache-2.0

import Counting
import Register

/// A count as a person follows it.
struct CountReport {
  let contest: Contest
  let count: Count
  let constraints: [Constraint]
  /// The predetermined order, and where it is from in words.
  let lot: (order: [Int], origin: String)
  let words: Words

  /// The whole report.
  var text: String {
    let tables =
      switch count.method.name {
      case .schulze: count.comparison.map(pairs) ?? []
      case .lot: [order(lot.order.map { [$0] })]
      case .plurality, .mostApproved, .borda, .points, .stv, .meek: [votes]
      }
    let parts = [heading] + tables + [stages, outcome]
    return parts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
  }

  private var heading: String {
    var lines: [String] = []
    if !contest.title.isEmpty { lines.append(Plain.safe(contest.title)) }
    lines.append(
      words(
        "count.size",
        ["seats": "\(count.seats)", "candidates": "\(contest.candidates.count)"])
        + "; " + MethodWords(words).name(of: count.method))
    lines.append(
      words(
        "count.papers",
        [
          "valid": "\(count.papers.valid)", "blank": "\(count.papers.blank)",
          "invalid": "\(count.papers.invalid)",
        ]))
    if !contest.withdrawn.isEmpty {
      lines.append(words("count.withdrawn", ["names": names(contest.withdrawn.sorted())]))
    }
    if let quota = count.quota {
      lines.append(words("count.quota", ["quota": count.short([quota])[0]]))
    }
    return lines.joined(separator: "\n")
  }

  /// Who is elected, in order, and what else came out.
  private var outcome: String {
    var lines = [words(count.elected.isEmpty ? "count.elected.nobody" : "count.elected")]
    var table = TextTable([.init("", .right), .init(""), .init("")])
    for (place, election) in count.elections.enumerated() {
      table.add([
        "\(place + 1).", contest.candidates[election.candidate],
        words("count.elected.stage", ["stage": "\(election.stage + 1)"]),
      ])
    }
    lines += table.lines().map { "  " + $0 }
    let told = CountWords(words, contest, constraints)
    lines += count.lowered.map(told.sentence) + count.vacant.map(told.sentence)
    if count.ties.contains(where: { $0.decidedBy == .lot }) || count.method.name == .lot {
      lines.append(lot.origin)
    }
    return lines.joined(separator: "\n")
  }

  private func names(_ candidates: [Int]) -> String {
    candidates.map { contest.candidates[$0] }.joined(separator: ", ")
  }
}

// MARK: - Tables

extension CountReport {
  /// The votes of each candidate after each stage; who is elected in a stage has a star.
  private var votes: String {
    let rows = rowOrder
    let extra = count.method.name == .stv || count.method.name == .meek
    var heads = rows.map { ("\($0 + 1)", contest.candidates[$0]) }
    if extra { heads.append(("", words("count.row.non_transferable"))) }
    if count.method.name == .stv { heads.append(("", words("count.row.lost"))) }
    var table = WideTable(heads: heads.map { (number: $0.0, name: $0.1) })
    for (index, standing) in count.standing(in: contest).enumerated() {
      let stage = count.stages[index]
      var numbers = rows.map { standing[$0] }
      if extra { numbers.append(stage.nonTransferable) }
      if count.method.name == .stv { numbers.append(stage.lost) }
      var texts = count.short(numbers.compactMap(\.self))[...]
      var cells = numbers.map { $0 == nil ? "–" : texts.removeFirst() }
      let elected = stage.elected
      if !elected.isEmpty {
        for cell in cells.indices {
          cells[cell] += cell < rows.count && elected.contains(rows[cell]) ? "*" : " "
        }
      }
      table.add(title(of: stage, index) + (elected.isEmpty ? "" : " "), cells)
    }
    return table.text
  }

  /// The stage's number; in a method without stages what is in the column.
  private func title(of stage: Count.Stage, _ index: Int) -> String {
    guard case .ranking = stage.action else { return "\(index + 1)" }
    switch count.method.name {
    case .borda, .points: return words("count.column.points")
    case .plurality, .mostApproved, .stv, .meek, .schulze, .lot:
      return words("count.column.votes")
    }
  }

  /// By number; in a count of one stage those with more votes first.
  private var rowOrder: [Int] {
    let all = Array(contest.candidates.indices)
    guard count.stages.count == 1, case .ranking = count.stages[0].action else { return all }
    let votes = count.stages[0].votes
    let place = { count.elected.firstIndex(of: $0) ?? count.elected.count }
    return all.sorted { a, b in
      if votes[a] != votes[b] { return votes[a] > votes[b] }
      return (place(a), a) < (place(b), b)
    }
  }

  /// What an order of strongest paths was made from.
  private func pairs(_ comparison: Comparison) -> [String] {
    let lines = order(comparison.tiers)
    guard contest.candidates.count <= Self.pairsMax else {
      return [lines, words("count.pairs.too_wide")]
    }
    let size = contest.candidates.count
    return [
      words("count.pairs") + "\n" + square(comparison.pairwise.preferring, size),
      words("count.paths") + "\n" + square(comparison.paths, size), lines,
    ]
  }

  /// Who comes first, second and so on.
  private func order(_ tiers: [[Int]]) -> String {
    var table = TextTable([.init("", .right), .init("")])
    for (place, tier) in tiers.enumerated() {
      let names = names(tier)
      table.add([
        "\(place + 1).",
        tier.count > 1 ? words("count.order.equal", ["names": names]) : names,
      ])
    }
    return words("count.order") + "\n" + table.lines().map { "  \($0)\n" }.joined()
  }

  /// More candidates than these fill screens with numbers.
  private static let pairsMax = 26

  private func square(_ numbers: [Int], _ size: Int) -> String {
    let heads = contest.candidates.enumerated().map { (number: "\($0 + 1)", name: $1) }
    var table = WideTable(heads: heads)
    for column in 0..<size {
      table.add(
        "\(column + 1)",
        (0..<size).map { $0 == column ? "" : "\(numbers[$0 * size + column])" })
    }
    return table.text
  }

  /// Each stage in words: what was done, how ties were broken, what follows.
  private var stages: String {
    let told = CountWords(words, contest, constraints)
    var lines = [words("count.stages")]
    for (index, stage) in count.stages.enumerated() {
      lines.append("\(index + 1). " + told.sentence(for: stage.action, stage, count))
      lines += stage.ties.map { "   " + told.sentence(for: $0) }
      lines += told.sentences(for: stage.decisions).map { "   " + $0 }
    }
    return lines.joined(separator: "\n")
  }
}

extension Count {
  /// Numbers for a column: exactly, with as many decimal places as one of them needs.
  func short(_ numbers: [Fraction]) -> [String] {
    guard let decimals else { return numbers.map(\.text) }
    let needed = (0...decimals).first { places in
      let scale = (0..<places).reduce(1) { product, _ in product * 10 }
      return numbers.allSatisfy { scale % $0.denominator == 0 }
    }
    return numbers.map { $0.exact(places: needed ?? decimals) }
  }
}

extension Count.Stage {
  /// Those elected in this stage, in order.
  var elected: [Int] {
    decisions.compactMap { if case .elected(let candidate, _) = $0 { candidate } else { nil } }
  }
}
