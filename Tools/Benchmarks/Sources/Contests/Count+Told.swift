// SPDX-License-Identifier: Apache-2.0
import Counting

// A count in the form that `Tools/verify/count.py --json` documents.

extension Count {
  /// The whole count of a contest.
  func told(_ contest: Contest, standing: [Int]) -> JSON {
    var told: [String: JSON] = [
      "method": .text(method.name.rawValue),
      "names": .list(contest.candidates.map(JSON.text)),
      "seats": .number(seats),
      "papers": .number(
        looksAtBallots ? papers.valid + papers.blank + papers.invalid : cast(contest)),
      "valid": .number(papers.valid),
      "elected": .numbers(elected),
      "empty": .list(vacant.map(\.told)),
      "lowered": .list(
        lowered.map {
          .object(["constraint": .number($0.constraint), "by": .number($0.by)])
        }),
      "stages": .list(stages.map { tell($0, standing: standing) }),
    ]
    if method.name == .stv { told["quota"] = quota.map(figure) }
    if let comparison, !isVoid { told.merge(comparison.told(standing)) { first, _ in first } }
    return .object(told)
  }

  /// `lot` and given scores do not sort the papers into valid, blank and invalid ones.
  private var looksAtBallots: Bool {
    switch method {
    case .lot, .points(.given): false
    default: true
    }
  }

  private func cast(_ contest: Contest) -> Int { contest.ballots.reduce(0) { $0 + $1.papers } }

  private var isVoid: Bool { vacant.contains { $0.reason == .noBallots } }

  /// Votes with the decimals of `stv` and `meek`; any other score as p or p/q.
  private func figure(_ votes: Fraction) -> JSON {
    switch method.name {
    case .stv: .text(votes.decimal(places: 5))
    case .meek: .text(votes.decimal(places: 9))
    case .plurality, .mostApproved, .schulze, .borda, .points, .lot: .text(votes.text)
    }
  }

  private func tell(_ stage: Stage, standing: [Int]) -> JSON {
    var told = stage.told
    let votes = JSON.byCandidate(standing) { figure(stage.votes[$0]) }
    switch stage.action {
    case .ranking where isVoid:
      told["event"] = .text("void")
      told["votes"] = votes
    case .ranking:
      if method.name != .schulze, method.name != .lot { told["votes"] = votes }
    case .round(let iterations):
      told["votes"] = votes
      told["iterations"] = .number(iterations)
      told["nonTransferable"] = figure(stage.nonTransferable)
      told["quota"] = stage.quota.map(figure)
      told["keep"] = .byCandidate(standing) { figure(stage.keepFactors[$0]) }
    case .firstPreferences, .surplus, .exclusion, .exclusionOfDoomed:
      told["votes"] = votes
      told["nonTransferable"] = figure(stage.nonTransferable)
      told["lost"] = figure(stage.lost)
    }
    return .object(told)
  }
}

extension Count.Stage {
  /// What happened at the stage, without the figures.
  fileprivate var told: [String: JSON] {
    let (event, candidates): (String, [Int]) =
      switch action {
      case .firstPreferences: ("first", [])
      case .surplus(let candidate): ("surplus", [candidate])
      case .exclusion(let candidate): ("exclusion", [candidate])
      case .exclusionOfDoomed(let candidates): ("exclusionOfDoomed", candidates)
      case .round: ("round", decisions.compactMap(\.excluded))
      case .ranking: ("ranking", [])
      }
    return [
      "event": .text(event), "candidates": .numbers(candidates),
      "ties": .list(ties.map(\.told)), "decisions": .list(decisions.compactMap(\.told)),
    ]
  }
}

extension Count.Decision {
  fileprivate var excluded: Int? {
    if case .excluded(let candidate) = self { candidate } else { nil }
  }

  /// Nil for an exclusion, which is told as the stage's candidates.
  fileprivate var told: JSON? {
    switch self {
    case .elected(let candidate, let ground):
      .object(["elected": .number(candidate), "by": .text(ground.rawValue)])
    case .guarded(let candidate, let bounds):
      .object(["guarded": .number(candidate), "rules": .list(bounds.map(\.told))])
    case .doomed(let candidate, let bounds):
      .object(["doomed": .number(candidate), "rules": .list(bounds.map(\.told))])
    case .excluded: nil
    }
  }
}

extension Count.Bound {
  fileprivate var told: JSON {
    let rule =
      switch kind {
      case .atLeast: "floor"
      case .atMost: "cap"
      case .sitting: "sitting"
      }
    return .object([
      "rule": .text(rule), "constraint": constraint.map(JSON.number) ?? .null,
      "number": .number(number), "elected": .number(elected), "left": .number(left),
    ])
  }
}

extension Count.Tie {
  fileprivate var told: JSON {
    let step: JSON =
      switch decidedBy {
      case .earlierStage(let stage): .number(stage)
      case .lot: .text("order")
      }
    return .object([
      "for": .text(purpose.rawValue), "tied": .numbers(tied), "chosen": .number(chosen),
      "decidedBy": step,
    ])
  }
}

extension Count.Vacancy {
  fileprivate var told: JSON {
    let (why, constraints): (String, [Int]?) =
      switch reason {
      case .noBallots: ("noBallots", nil)
      case .noCandidates: ("noCandidates", nil)
      case .keptFor(let constraint): ("keptFor", [constraint])
      case .constraints(let constraints): ("constraints", constraints)
      }
    var told: [String: JSON] = ["seats": .number(seats), "why": .text(why)]
    told["constraints"] = constraints.map(JSON.numbers)
    return .object(told)
  }
}

extension Comparison {
  /// Tiers, pairs and paths; those who were dropped are in pairs only.
  fileprivate func told(_ standing: [Int]) -> [String: JSON] {
    let kept = standing.filter { !dropped.contains($0) }
    func table(_ candidates: [Int], _ value: (Int, Int) -> Int) -> JSON {
      .byCandidate(candidates) { a in
        .byCandidate(candidates.filter { $0 != a }) { .number(value(a, $0)) }
      }
    }
    return [
      "tiers": .list(tiers.map(JSON.numbers)),
      "pairwise": table(standing) { pairwise[$0, $1] },
      "paths": table(kept) { paths[$0 * pairwise.count + $1] },
    ]
  }
}

extension Uncountable {
  /// The reason's name, as the page Elections has it.
  var told: JSON {
    let name =
      switch self {
      case .badSize: "badSize"
      case .unknownWithdrawn: "unknownWithdrawn"
      case .emptyPile: "emptyPile"
      case .tooManyPapers: "tooManyPapers"
      case .unknownCandidate: "unknownCandidate"
      case .equalRanks: "equalRanks"
      case .badLot: "badLot"
      case .badConstraint: "badConstraint"
      case .badSitting: "badSitting"
      case .badMethod: "badMethod"
      case .infeasible: "infeasible"
      case .tooEntangled: "tooEntangled"
      }
    return .object(["uncountable": .text(name)])
  }
}
