// SPDX-License-Identifier: Apache-2.0

import Counting
import Register

/// What happens in a count, in words.
struct CountWords {
  private let words: Words
  private let contest: Contest
  private let constraints: [Constraint]

  init(_ words: Words, _ contest: Contest, _ constraints: [Constraint]) {
    self.words = words
    self.contest = contest
    self.constraints = constraints
  }

  private func name(_ candidate: Int) -> String { contest.candidates[candidate] }

  private func names(_ candidates: [Int]) -> String {
    candidates.map(name).joined(separator: ", ")
  }

  func sentence(for action: Count.Action, _ stage: Count.Stage, _ count: Count) -> String {
    switch action {
    case .firstPreferences: words("count.stage.first")
    case .surplus(let candidate): words("count.stage.surplus", ["name": name(candidate)])
    case .exclusion(let candidate): words("count.stage.exclusion", ["name": name(candidate)])
    case .exclusionOfDoomed(let candidates):
      words("count.stage.doomed", ["names": names(candidates)])
    case .round(let iterations):
      words(
        "count.stage.round",
        [
          "iterations": "\(iterations)",
          "quota": stage.quota.map { count.short([$0])[0] } ?? "–",
        ])
    case .ranking: words("count.stage.ranking")
    }
  }

  /// One sentence for each decision; those who are marked together for one reason share theirs.
  func sentences(for decisions: [Count.Decision]) -> [String] {
    var sentences: [String] = []
    var rest = decisions[...]
    while let first = rest.first {
      switch first {
      case .elected(let candidate, let ground):
        sentences.append(
          words(
            "count.decision.elected",
            ["name": name(candidate), "ground": words("count.ground.\(ground.rawValue)")]))
        rest.removeFirst()
      case .excluded(let candidate):
        sentences.append(words("count.decision.excluded", ["name": name(candidate)]))
        rest.removeFirst()
      case .guarded(_, let bounds), .doomed(_, let bounds):
        let same = rest.prefix { $0.isDoom == first.isDoom && $0.bounds == bounds }
        sentences.append(
          words(
            first.isDoom ? "count.decision.doomed" : "count.decision.guarded",
            ["names": names(same.compactMap(\.marked)), "bounds": text(of: bounds)]))
        rest = rest.dropFirst(same.count)
      }
    }
    return sentences
  }

  private func text(of bounds: [Count.Bound]) -> String {
    words.list(
      bounds.map { bound in
        words(
          "count.bound.\(bound.kind.rawValue)",
          [
            "number": "\(bound.number)", "group": group(bound.constraint),
            "elected": "\(bound.elected)", "left": "\(bound.left)",
          ])
      })
  }

  private func group(_ constraint: Int?) -> String {
    constraint.map { constraints[$0].name } ?? ""
  }

  func sentence(for tie: Count.Tie) -> String {
    let step =
      switch tie.decidedBy {
      case .earlierStage(let stage): words("count.step.stage", ["stage": "\(stage + 1)"])
      case .lot: words("count.step.lot")
      }
    return words(
      "count.tie",
      [
        "names": names(tie.tied), "purpose": words("count.purpose.\(tie.purpose.rawValue)"),
        "step": step, "chosen": name(tie.chosen),
      ])
  }

  func sentence(for lowered: Count.Lowered) -> String {
    words("count.lowered", ["group": group(lowered.constraint), "by": "\(lowered.by)"])
  }

  func sentence(for vacancy: Count.Vacancy) -> String {
    let why =
      switch vacancy.reason {
      case .noBallots: words("count.vacant.no_ballots")
      case .noCandidates: words("count.vacant.no_candidates")
      case .keptFor(let constraint):
        words("count.vacant.kept_for", ["group": group(constraint)])
      case .constraints(let broken):
        words("count.vacant.constraints", ["groups": groups(broken)])
      }
    return words("count.vacant", ["seats": "\(vacancy.seats)", "why": why])
  }

  private func groups(_ indices: [Int]) -> String {
    words.list(indices.map { Plain.safe(constraints[$0].name) })
  }

  /// Why a contest cannot be counted, as a failure of the right kind.
  func failure(for error: Uncountable, _ method: Method) -> Failure {
    switch error {
    case .badSize:
      Failure(.malformed, words("count.uncountable.bad_size", ["max": "\(Contest.countMax)"]))
    case .equalRanks(let ballot):
      Failure(
        .malformed,
        words(
          "count.uncountable.equal_ranks",
          ["ballot": "\(ballot + 1)", "method": method.name.rawValue]),
        hint: words("count.uncountable.equal_ranks.hint"))
    case .badConstraint(let index):
      Failure(
        .malformed, words("count.uncountable.bad_constraint", ["group": group(index)]))
    case .infeasible(let contradicting, sitting: _):
      Failure(
        .refused, words("count.uncountable.infeasible", ["groups": described(contradicting)]),
        hint: words("count.uncountable.infeasible.hint"))
    case .tooEntangled: Failure(.refused, words("count.uncountable.too_entangled"))
    case .badMethod: Failure(.usage, words("count.scale"))
    case .unknownWithdrawn, .emptyPile, .tooManyPapers, .unknownCandidate, .badLot, .badSitting:
      preconditionFailure("the readers let no such contest through: \(error)")
    }
  }

  /// Constraints with their bounds: `size small (2–9)`.
  private func described(_ indices: [Int]) -> String {
    words.list(
      indices.map { index in
        let constraint = constraints[index]
        let most = constraint.atMost.map { "\($0)" } ?? ""
        return Plain.safe("\(constraint.name) (\(constraint.atLeast)–\(most))")
      })
  }
}

/// The names of methods in words, with what each leaves open.
struct MethodWords {
  private let words: Words

  init(_ words: Words) { self.words = words }

  func name(of method: Method) -> String {
    switch method {
    case .plurality, .mostApproved, .stv, .meek, .lot:
      words("count.method.\(method.name.rawValue)")
    case .schulze(let schulze): words("count.method.schulze.\(schulze.unranked.rawValue)")
    case .borda(let borda): words("count.method.borda.\(borda.rawValue)")
    case .points(.sum(let scale)), .points(.mean(let scale)):
      words(
        "count.method.points", ["scale": scale.map { "\($0)" }.joined(separator: ", ")])
    case .points(.given): words("count.method.points", ["scale": ""])
    }
  }
}

extension Count.Decision {
  /// Whom constraints marked, if they did.
  fileprivate var marked: Int? {
    switch self {
    case .guarded(let candidate, _), .doomed(let candidate, _): candidate
    case .elected, .excluded: nil
    }
  }

  /// The reason of a mark, if it is one.
  fileprivate var bounds: [Count.Bound]? {
    switch self {
    case .guarded(_, let bounds), .doomed(_, let bounds): bounds
    case .elected, .excluded: nil
    }
  }

  fileprivate var isDoom: Bool { if case .doomed = self { true } else { false } }
}
