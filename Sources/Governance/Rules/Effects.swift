// SPDX-License-Identifier: Apache-2.0

/// What follows from a certificate, item by item (`Decisions.md`, "Effects").
extension Assembly {
  mutating func settle(_ item: String, _ outcome: VoteOutcome, _ vote: Vote, at now: Instant) {
    if applications[item] != nil {
      change(&applications, item) {
        $0.decision = .init(outcome: outcome, at: now)
        if outcome == .inquorate { $0.rounds += 1 }
      }
    } else if amendments[item] != nil {
      settleAmendment(item, outcome)
    } else if proposals[item]?.adopted != nil {
      settleRatification(item, outcome, at: now)
    } else {
      settleProposal(item, outcome, at: now)
    }
  }

  private mutating func settleAmendment(_ id: String, _ outcome: VoteOutcome) {
    switch outcome {
    case .void: change(&amendments, id) { $0.vote = nil }
    case .carried: end(id, as: .carried)
    case .lost, .inquorate, .blocked: end(id, as: .lost)
    }
  }

  private mutating func settleRatification(
    _ id: String, _ outcome: VoteOutcome, at now: Instant
  ) {
    guard let proposal = proposals[id], var ratification = proposal.ratification else { return }
    if outcome == .carried, now < ratification.before {
      ratification.carried = now
    } else if outcome == .carried {
      ratification.lost = now
    } else if let next = next(after: outcome, ratification.course, at: now) {
      ratification.course = next
    } else {
      ratification.lost = now
    }
    change(&proposals, id) {
      $0.vote = nil
      $0.ratification = ratification
    }
    if let about = proposal.about, parties[about]?.suspension?.proposal == id {
      let until = suspensionEnds(proposals[id], from: proposal.adopted ?? now)
      change(&parties, about) { $0.suspension?.until = until }
    }
  }

  private mutating func settleProposal(_ id: String, _ outcome: VoteOutcome, at now: Instant) {
    guard let proposal = proposals[id] else { return }
    let next = outcome == .carried ? nil : next(after: outcome, proposal.course, at: now)
    change(&proposals, id) {
      $0.vote = nil
      $0.course.last = outcome
      $0.course.certified = now
      if let next { $0.course = next } else if outcome != .carried { $0.failed = outcome }
    }
    if outcome == .carried { adopt(id, at: now) }
  }

  private mutating func adopt(_ id: String, at now: Instant) {
    guard let proposal = proposals[id] else { return }
    // What the ratifying rule has carried itself needs no second vote by it.
    let ratify = statutes?.matters[proposal.matter]?.ratify.flatMap {
      $0.rule == proposal.course.rule ? nil : $0
    }
    let before = ratify.flatMap { calendar?.closing(of: $0.within, from: now) }
    change(&proposals, id) {
      $0.adopted = now
      if let ratify, let before {
        $0.ratification = .init(course: .init(rule: ratify.rule), before: before)
      }
    }
    guard let about = proposal.about else { return }
    switch proposal.matter {
    case "suspension":
      let until = suspensionEnds(proposals[id], from: now)
      change(&parties, about) { $0.suspension = .init(proposal: id, until: until) }
    case "expulsion": leave(about, at: now)
    default: break
    }
  }

  /// A suspension's end: after its time, or when it was not ratified, whichever is first.
  private func suspensionEnds(_ proposal: Proposal?, from adopted: Instant) -> Instant {
    guard let proposal else { return adopted }
    let lasts = statutes?.matters[proposal.matter]?.lasts
    let ends = lasts.flatMap { calendar?.closing(of: $0, from: adopted) } ?? calendar?.until
    let ratification = proposal.ratification
    let latest = ratification?.carried == nil ? ratification?.lost ?? ratification?.before : nil
    return [ends, latest].compactMap(\.self).min() ?? adopted
  }

  /// Ends a membership with its seats and offices; what it did stays.
  mutating func leave(_ party: String, at now: Instant) {
    // Before it is marked as gone, since with that its terms are over already.
    for index in terms.indices where terms[index].party == party && !isOver(terms[index], at: now) {
      terms[index].ended = now
    }
    change(&parties, party) { $0.left = now }
    let keys = Set(keysByParty[party] ?? [])
    for role in offices.keys { offices[role]?.removeAll { keys.contains($0) } }
  }
}
