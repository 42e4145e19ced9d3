// SPDX-License-Identifier: Apache-2.0

import Authoring
import Counting
import Governance
import Register

/// A count in full for programs and spreadsheets; candidates by their numbers in the file, from 1.
struct CountExport {
  let contest: Contest
  let count: Count
  let constraints: [Constraint]
  /// The predetermined order, the most preferred first.
  let lot: [Int]

  /// The whole count as one object; numbers that need not be whole are texts.
  var json: JSON {
    var object: [String: JSON] = [
      "title": .string(contest.title), "method": .string(count.method.name.rawValue),
      "parameters": parameters, "seats": .integer(count.seats),
      "candidates": .array(contest.candidates.map(JSON.string)),
      "withdrawn": numbers(contest.withdrawn.sorted()),
      "papers": [
        "valid": .integer(count.papers.valid), "blank": .integer(count.papers.blank),
        "invalid": .integer(count.papers.invalid),
      ],
      "constraints": .array(constraints.map(json)), "lot": numbers(lot),
      "elected": .array(
        count.elections.map { election in
          [
            "candidate": .integer(election.candidate + 1),
            "name": .string(contest.candidates[election.candidate]),
            "stage": .integer(election.stage + 1), "ground": .string(election.ground.rawValue),
          ]
        }),
      "stages": .array(count.stages.enumerated().map { json($1, number: $0 + 1) }),
      "lowered": .array(
        count.lowered.map {
          ["constraint": .string(constraints[$0.constraint].name), "by": .integer($0.by)]
        }),
      "vacant": .array(count.vacant.map(json)),
    ]
    object["quota"] = count.quota.map { .string(count.exact($0)) }
    object["comparison"] = count.comparison.map(json)
    return .object(object)
  }

  private func numbers(_ candidates: [Int]) -> JSON { .array(candidates.map { .integer($0 + 1) }) }

  private var parameters: JSON {
    switch count.method {
    case .plurality, .mostApproved, .stv, .meek, .lot, .points(.given): [:]
    case .schulze(let schulze): ["unranked": .string(schulze.unranked.rawValue)]
    case .borda(let borda): ["unranked": .string(borda.rawValue)]
    case .points(.sum(let scale)), .points(.mean(let scale)):
      ["scale": .array(scale.map(JSON.integer))]
    }
  }

  private func json(_ constraint: Constraint) -> JSON {
    var object: [String: JSON] = [
      "name": .string(constraint.name), "members": numbers(constraint.members.sorted()),
      "at_least": .integer(constraint.atLeast),
    ]
    object["at_most"] = constraint.atMost.map(JSON.integer)
    return .object(object)
  }

  private func json(_ stage: Count.Stage, number: Int) -> JSON {
    let action = ActionColumns(stage.action)
    var object: [String: JSON] = [
      "stage": .integer(number), "action": .string(action.name),
      "candidates": numbers(action.candidates),
      "votes": .array(stage.votes.map { .string(count.exact($0)) }),
      "non_transferable": .string(count.exact(stage.nonTransferable)),
      "lost": .string(count.exact(stage.lost)), "ties": .array(stage.ties.map(json)),
      "decisions": .array(stage.decisions.map(json)),
    ]
    object["quota"] = stage.quota.map { .string(count.exact($0)) }
    if case .round(let iterations) = stage.action {
      object["iterations"] = .integer(iterations)
      object["keep_factors"] = .array(stage.keepFactors.map { .string(count.exact($0)) })
    }
    return .object(object)
  }

  private func json(_ tie: Count.Tie) -> JSON {
    var object: [String: JSON] = [
      "purpose": .string(tie.purpose.rawValue), "tied": numbers(tie.tied),
      "chosen": .integer(tie.chosen + 1),
    ]
    switch tie.decidedBy {
    case .earlierStage(let stage): object["by_stage"] = .integer(stage + 1)
    case .lot: object["by_lot"] = true
    }
    return .object(object)
  }

  private func json(_ decision: Count.Decision) -> JSON {
    switch decision {
    case .elected(let candidate, let ground):
      ["elected": .integer(candidate + 1), "ground": .string(ground.rawValue)]
    case .excluded(let candidate): ["excluded": .integer(candidate + 1)]
    case .guarded(let candidate, let bounds):
      ["guarded": .integer(candidate + 1), "bounds": .array(bounds.map(json))]
    case .doomed(let candidate, let bounds):
      ["doomed": .integer(candidate + 1), "bounds": .array(bounds.map(json))]
    }
  }

  private func json(_ bound: Count.Bound) -> JSON {
    var object: [String: JSON] = [
      "kind": .string(bound.kind.rawValue), "number": .integer(bound.number),
      "elected": .integer(bound.elected), "left": .integer(bound.left),
    ]
    object["constraint"] = bound.constraint.map { .string(constraints[$0].name) }
    return .object(object)
  }

  private func json(_ vacancy: Count.Vacancy) -> JSON {
    let names: (String, [Int]) =
      switch vacancy.reason {
      case .noBallots: ("no_ballots", [])
      case .noCandidates: ("no_candidates", [])
      case .keptFor(let constraint): ("kept_for", [constraint])
      case .constraints(let broken): ("constraints", broken)
      }
    return [
      "seats": .integer(vacancy.seats), "reason": .string(names.0),
      "constraints": .array(names.1.map { .string(constraints[$0].name) }),
    ]
  }

  private func json(_ comparison: Comparison) -> JSON {
    [
      "preferring": rows(comparison.pairwise.preferring), "paths": rows(comparison.paths),
      "dropped": numbers(comparison.dropped), "order": .array(comparison.tiers.map(numbers)),
    ]
  }

  private func rows(_ square: [Int]) -> JSON {
    let size = contest.candidates.count
    return .array(
      (0..<size).map { row in
        .array(square[(row * size)..<((row + 1) * size)].map(JSON.integer))
      })
  }
}

/// What a stage began with, as a name and those it was done to.
struct ActionColumns {
  let name: String
  let candidates: [Int]

  init(_ action: Count.Action) {
    switch action {
    case .firstPreferences: (name, candidates) = ("first_preferences", [])
    case .surplus(let candidate): (name, candidates) = ("surplus", [candidate])
    case .exclusion(let candidate): (name, candidates) = ("exclusion", [candidate])
    case .exclusionOfDoomed(let all): (name, candidates) = ("exclusion_of_doomed", all)
    case .round: (name, candidates) = ("round", [])
    case .ranking: (name, candidates) = ("ranking", [])
    }
  }
}
