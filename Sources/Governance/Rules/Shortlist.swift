// SPDX-License-Identifier: Apache-2.0

public import Counting

extension Assembly {
  /// The ranking of a call's applications that have been reviewed, with the reason for each.
  ///
  /// `lot` is the third party's value that was announced when the call opened; without it a tie that
  /// only the lot can settle throws `lot_needed`.
  public func ranking(of call: Call, lot: String?, at now: Instant) throws(Refusal) -> [RankedFill
    .Placing]
  {
    guard let selection = selection(of: call.id), let rubric = rubric(of: call.id) else {
      throw Refusal(.unknownProcedure, clause: "selections", ["procedure": call.procedure])
    }
    let pool = applications(of: call).filter { $0.isInPool && !$0.reviewers.isEmpty }
    var candidates: [RankedFill.Candidate] = []
    for application in pool {
      candidates.append(candidate(application, call, selection, rubric, lot: lot, at: now))
    }
    if lot == nil, let tied = firstTie(among: candidates), selection.ties.contains(.lot) {
      throw Refusal(.lotNeeded, clause: "selections", ["applications": tied])
    }
    return fill(selection).fill(candidates)
  }

  private func fill(_ selection: Statutes.Selection) -> RankedFill {
    let places = if case .places(let count)? = selection.take { count } else { 0 }
    return RankedFill(
      places: places, minScore: selection.minPoints,
      floors: selection.floors.map {
        .init(name: $0.name, atLeast: $0.atLeast.atLeast(of: places))
      },
      caps: selection.caps.map { .init(name: $0.name, atMost: $0.atMost.atMost(of: places)) },
      unmet: selection.unmet)
  }

  private func candidate(
    _ application: Application, _ call: Call, _ selection: Statutes.Selection,
    _ rubric: Statutes.Rubric, lot: String?, at now: Instant
  ) -> RankedFill.Candidate {
    let means = rubric.criteria.map { mean(of: $0.id, in: application.reviews) }
    let scope = scope(of: application, at: now)
    let floors = selection.floors.indices.filter { index in
      scope.map { selection.floors[index].members.evaluate(in: $0) == .yes } ?? false
    }
    return RankedFill.Candidate(
      id: application.id, score: rubric.score(means: means),
      belowCriterionMinimum: rubric.isBelowMinimum(means: means),
      floorsMet: Set(floors),
      capGroups: selection.caps.map { capGroup($0.group, of: application, scope) },
      tieKeys: selection.ties.map { tieKey($0, application, call, scope, lot: lot) })
  }

  private func mean(of criterion: String, in reviews: [Application.Review]) -> Fraction {
    guard !reviews.isEmpty else { return Fraction(0) }
    return Fraction(reviews.reduce(0) { $0 + ($1.scores[criterion] ?? 0) }, reviews.count)
  }

  /// The value of an attribute, or the group of a symmetric relation.
  private func capGroup(
    _ group: Statutes.Cap.Group, of application: Application, _ scope: FactScope?
  ) -> String? {
    switch group {
    case .per(.attribute(let name)):
      if case .name(let value)? = scope?.fact(name) { value } else { nil }
    case .per(.relation(let kind)): application.relations[kind]?.min(by: Self.inOrder)
    case .per(.role), .per(.rolls), .per(.party): application.id
    case .meeting(let predicate):
      scope.map { predicate.evaluate(in: $0) == .yes } == true ? "meeting" : nil
    }
  }

  private func tieKey(
    _ tie: Statutes.Selection.TieBreak, _ application: Application, _ call: Call,
    _ scope: FactScope?,
    lot: String?
  ) -> RankedFill.TieKey {
    switch tie {
    case .predicate(let predicate):
      .integer(scope.map { predicate.evaluate(in: $0) == .yes } == true ? 0 : 1)
    case .earliest: .integer(application.effective.seconds)
    case .least(let name): .integer(number(name, scope) ?? Int.max)
    case .most(let name): .integer(number(name, scope).map { -$0 } ?? Int.max)
    case .lot: .bytes(lot.map { self.lot(application.id, call, value: $0) } ?? [])
    }
  }

  private func number(_ name: String, _ scope: FactScope?) -> Int? {
    if case .integer(let value)? = scope?.fact(name) { value } else { nil }
  }

  /// SHA-256("viche/lot/v1" ‖ 0 ‖ digest of `call.closed` ‖ 0 ‖ value ‖ 0 ‖ id): anyone can repeat it.
  private func lot(_ id: String, _ call: Call, value: String) -> [UInt8] {
    let seed = Array("viche/lot/v1".utf8) + [0] + (call.closedDigest ?? []) + [0]
    return sha256(seed + Array(value.utf8) + [0] + Array(id.utf8))
  }

  /// Two candidates that nothing but the lot separates, in words.
  private func firstTie(among candidates: [RankedFill.Candidate]) -> String? {
    var seen: [String: String] = [:]
    for candidate in candidates {
      let key = candidate.score.exactText + candidate.tieKeys.map { "\($0)" }.joined()
      if let other = seen.updateValue(candidate.id, forKey: key) {
        return "\(other), \(candidate.id)"
      }
    }
    return nil
  }
}

extension RankedFill.Placing {
  /// As `shortlist.published` writes it.
  public var place: ShortlistPublished.Place {
    .init(application: id, score: score.exactText, selected: selected, reason: reason.code)
  }
}

extension RankedFill.Reason {
  /// The reason's code in `shortlist.published`; empty when taken.
  public var code: String {
    switch self {
    case .taken: ""
    case .cap(let name): "cap_\(name)"
    case .keptFor(let name): "kept_for_\(name)"
    case .below(let least):
      "below_\(least.denominator == 1 ? "\(least.numerator)" : least.exactText)"
    case .criterionMinimum: "criterion_minimum"
    case .noPlaceLeft: "no_place_left"
    }
  }
}
