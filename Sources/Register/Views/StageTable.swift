// SPDX-License-Identifier: Apache-2.0

public import Governance

/// The working of a count as a statement carries it (`Elections.md`, "The count"), for people.
///
/// Candidates stand by their names in the log; nothing is counted again here.
public struct StageTable: Sendable {
  let stages: [JSON]
  /// Candidate to label, in the order of the opening.
  let candidates: [(name: String, label: String)]
  let words: Words

  /// The stages as the statement has them, with the candidates' names and labels.
  public init(_ stages: JSON, candidates: [(name: String, label: String)], _ words: Words) {
    self.stages = stages.array ?? []
    self.candidates = candidates
    self.words = words
  }

  /// The votes of each candidate after each stage, then each stage in words.
  public var lines: [String] {
    guard !stages.isEmpty else { return [] }
    let sentences = stages.enumerated().flatMap { index, stage in
      let parts = [action(stage, number: index + 1)] + ties(stage) + decisions(stage)
      return ["\(index + 1). \(parts[0])"] + parts.dropFirst().map { "   " + $0 }
    }
    return table.text.split(separator: "\n").map(String.init) + sentences
  }

  private var table: WideTable {
    var heads = candidates.map { (number: $0.name, name: $0.label) }
    let moves = stages.contains { $0["non_transferable"] != nil }
    let loses = stages.contains { $0["lost"] != nil }
    if moves { heads.append((number: "", name: words("count.row.non_transferable"))) }
    if loses { heads.append((number: "", name: words("count.row.lost"))) }
    var table = WideTable(heads: heads)
    for (index, stage) in stages.enumerated() {
      let votes = stage["votes"]?.object ?? [:]
      var cells = candidates.map { votes[$0.name]?.string ?? "–" }
      if moves { cells.append(stage["non_transferable"]?.string ?? "0") }
      if loses { cells.append(stage["lost"]?.string ?? "0") }
      table.add(words("stages.column", ["stage": "\(index + 1)"]), cells)
    }
    return table
  }

  private func names(_ json: JSON?) -> String {
    (json?.array ?? []).compactMap(\.string).joined(separator: ", ")
  }

  private func action(_ stage: JSON, number: Int) -> String {
    let moved = names(stage["candidates"])
    return switch stage["action"]?.string {
    case "first_preferences": words("count.stage.first")
    case "surplus": words("count.stage.surplus", ["name": moved])
    case "exclusion": words("count.stage.exclusion", ["name": moved])
    case "exclusion_of_doomed": words("count.stage.doomed", ["names": moved])
    case "round": words("stages.round", ["stage": "\(number)"])
    case "ranking": words("count.stage.ranking")
    case let other: other ?? ""
    }
  }

  /// One line for each word and its reasons, with all whom it was said of in a row.
  private func decisions(_ stage: JSON) -> [String] {
    let said = (stage["decisions"]?.array ?? []).compactMap { decision in
      (decision.array?.compactMap(\.string)).flatMap { $0.count < 2 ? nil : Said($0) }
    }
    return ["guarded", "doomed", "elected"].flatMap { word in
      var rest = said.filter { $0.word == word }
      var lines: [String] = []
      while let first = rest.first {
        lines.append(
          line(word, rest.filter { $0.reasons == first.reasons }.map(\.name), first.reasons))
        rest.removeAll { $0.reasons == first.reasons }
      }
      return lines
    }
  }

  private func line(_ word: String, _ names: [String], _ reasons: [String]) -> String {
    let values = ["names": names.joined(separator: ", "), "bounds": words.list(reasons.map(bound))]
    return words(reasons.isEmpty ? "stages.\(word)" : "count.decision.\(word)", values)
  }

  /// `at_most 1 family M01`, or `sitting`, in words.
  private func bound(_ text: String) -> String {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3 else { return words("count.bound.sitting") }
    return words("stages.\(parts[0])", ["number": parts[1], "group": parts[2]])
  }

  /// What was decided of a candidate, and by which floors and caps.
  private struct Said {
    let name: String
    let word: String
    let reasons: [String]

    /// As it stands in a stage: the candidate, the word, the reasons.
    init(_ parts: [String]) {
      (name, word, reasons) = (parts[0], parts[1], Array(parts.dropFirst(2)))
    }
  }

  private func ties(_ stage: JSON) -> [String] {
    (stage["ties"]?.array ?? []).map { tie in
      let purpose = tie["purpose"]?.string ?? ""
      return words(
        "count.tie",
        [
          "names": names(tie["tied"]), "purpose": words("count.purpose.\(purpose)"),
          "chosen": tie["chosen"]?.string ?? "", "step": step(tie["by"]?.string ?? ""),
        ])
    }
  }

  /// `lot`, or `stage n`, which people count from 1.
  private func step(_ text: String) -> String {
    guard text.hasPrefix("stage "), let stage = Int(text.dropFirst(6)) else {
      return words("count.step.lot")
    }
    return words("count.step.stage", ["stage": "\(stage + 1)"])
  }
}
