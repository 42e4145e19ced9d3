// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import Register

extension CountExport {
  /// The stages as a table for spreadsheets: a row for each, a column for each candidate.
  ///
  /// Rows `keep_factors` stand below the rounds of `meek`, rows `preferring` and `path` above the
  /// order of `schulze`. Names are safe to show, and cells that a spreadsheet would run are not run.
  var csv: [UInt8] {
    var csv = CSVWriter(forSpreadsheet: true)
    csv.write(
      ["stage", "action", "on"] + contest.candidates.map(Plain.safe)
        + [
          "non_transferable", "lost", "quota", "elected", "excluded", "guarded", "doomed", "ties",
        ])
    if let comparison = count.comparison {
      write(comparison.pairwise.preferring, as: "preferring", to: &csv)
      write(comparison.paths, as: "path", to: &csv)
    }
    for (index, stage) in count.stages.enumerated() { write(stage, number: index + 1, to: &csv) }
    return csv.bytes
  }

  private func write(_ square: [Int], as action: String, to csv: inout CSVWriter) {
    let size = contest.candidates.count
    for row in 0..<size {
      let cells = (0..<size).map { $0 == row ? "" : "\(square[row * size + $0])" }
      csv.write(["1", action, names([row])] + cells + Array(repeating: "", count: 8))
    }
  }

  private func write(_ stage: Count.Stage, number: Int, to csv: inout CSVWriter) {
    let action = ActionColumns(stage.action)
    var columns = DecisionColumns()
    for decision in stage.decisions { columns.add(decision) }
    csv.write(
      ["\(number)", action.name, names(action.candidates)] + stage.votes.map(count.exact)
        + [
          count.exact(stage.nonTransferable), count.exact(stage.lost),
          stage.quota.map(count.exact) ?? "", names(columns.elected), names(columns.excluded),
          names(columns.guarded), names(columns.doomed),
          stage.ties.map(text).joined(separator: "; "),
        ])
    if !stage.keepFactors.isEmpty {
      csv.write(
        ["\(number)", "keep_factors", ""] + stage.keepFactors.map(count.exact)
          + Array(repeating: "", count: 8))
    }
  }

  /// `Ann = Bob: Ann by lot`, `Ann = Bob: Ann by stage 2`.
  private func text(of tie: Count.Tie) -> String {
    let by =
      switch tie.decidedBy {
      case .earlierStage(let stage): "stage \(stage + 1)"
      case .lot: "lot"
      }
    let tied = tie.tied.map { names([$0]) }.joined(separator: " = ")
    return "\(tied): \(names([tie.chosen])) by \(by)"
  }

  private func names(_ candidates: [Int]) -> String {
    candidates.map { Plain.safe(contest.candidates[$0]) }.joined(separator: "; ")
  }
}

/// The decisions of a stage, by what was decided.
private struct DecisionColumns {
  private(set) var elected: [Int] = []
  private(set) var excluded: [Int] = []
  private(set) var guarded: [Int] = []
  private(set) var doomed: [Int] = []

  mutating func add(_ decision: Count.Decision) {
    switch decision {
    case .elected(let candidate, _): elected.append(candidate)
    case .excluded(let candidate): excluded.append(candidate)
    case .guarded(let candidate, _): guarded.append(candidate)
    case .doomed(let candidate, _): doomed.append(candidate)
    }
  }
}
