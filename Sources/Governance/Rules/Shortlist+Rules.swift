// SPDX-License-Identifier: Apache-2.0

extension Assembly {
  func admit(_ it: ShortlistPublished, _ act: Act) throws(Refusal) {
    let call = try call(it.call)
    if call.shortlisted != nil { throw Refusal(.shortlistExists, ["call": it.call]) }
    try checkReviewsComplete(call, at: act.received)
    let expected = try ranking(of: call, lot: it.lot, at: act.received).map(\.place)
    guard it.lot == nil || call.lotSource != nil else {
      throw Refusal(.lotNeeded, ["call": it.call])
    }
    for (rank, pair) in zip(it.ranking, expected).enumerated() where pair.0 != pair.1 {
      throw Refusal(
        .wrongShortlist, clause: "selections",
        ["rank": "\(rank + 1)", "found": pair.0.words, "expected": pair.1.words])
    }
    guard it.ranking.count == expected.count else {
      throw Refusal(
        .wrongShortlist, clause: "selections",
        ["rank": "–", "found": "\(it.ranking.count)", "expected": "\(expected.count)"])
    }
    try require([registrar], of: act)
  }

  /// Nobody may still be repaired, and every review is there or too late.
  private func checkReviewsComplete(_ call: Call, at now: Instant) throws(Refusal) {
    if call.closedDigest == nil {
      throw Refusal(.callStillOpen, ["call": call.id, "until": call.graceEnds.text])
    }
    let least = rubric(of: call.id)?.reviews.least ?? 0
    let inTime = applications(of: call).filter { $0.door?.turnedAway == nil }
    for application in inTime where !application.withdrawn && application.mayBeRepaired(at: now) {
      throw Refusal(
        .repairWindowOpen,
        ["application": application.id, "until": application.repairCloses?.text ?? ""])
    }
    for application in inTime {
      if application.screening == nil, !application.withdrawn {
        throw Refusal(.reviewsMissing, ["application": application.id])
      }
      guard application.isInPool else { continue }
      let complete = application.reviews.count == application.reviewers.count
      let over = application.reviewCloses.map { now >= $0 } ?? false
      guard !application.reviewers.isEmpty, complete || over, application.reviews.count >= least
      else {
        throw Refusal(
          .reviewsMissing,
          [
            "application": application.id, "found": "\(application.reviews.count)",
            "expected": "\(application.reviewers.count)",
          ])
      }
    }
  }

  mutating func record(_ it: ShortlistPublished, _ act: Act) {
    for place in it.ranking {
      change(&applications, place.application) {
        $0.selected = place.selected
        if !place.selected { $0.notSelected = act.received }
      }
    }
    let window = stage("objections", of: it.call)?.window.flatMap { statutes?.windows[$0] }
    let closes = window.flatMap { closing(of: $0, from: act.received) }
    change(&calls, it.call) {
      $0.shortlist = it.ranking
      $0.shortlisted = act.received
      $0.objectionsClose = closes
    }
  }

  func admit(_ it: ObjectionRaised, _ act: Act) throws(Refusal) {
    if objections[it.objection] != nil {
      throw Refusal(.objectionExists, ["objection": it.objection])
    }
    let application = try application(it.application)
    guard isChosen(application) else {
      throw Refusal(.notOnShortlist, ["application": it.application])
    }
    if let closes = objectionsClose(for: application), act.received >= closes {
      let clause = stage("objections", of: application.call)?.window.map { "windows.\($0)" }
      throw Refusal(.objectionsOver, clause: clause, ["until": closes.text])
    }
    let members = Set(parties.keys.flatMap { votingKeys(of: [$0]) })
    try require([.some(1, of: members, as: "member")], of: act)
    if let party = party(of: act.signers), parties[party]?.status(at: act.received) != "member" {
      throw suspended(party)
    }
  }

  /// A party without its rights, for a time or for good.
  func suspended(_ party: String) -> Refusal {
    let until = parties[party]?.left ?? parties[party]?.suspension?.until
    return Refusal(
      .suspended, clause: "matters.suspension", ["party": party, "until": until?.text ?? "–"])
  }

  /// The party of the first signer that has one.
  func party(of signers: [String]) -> String? {
    signers.lazy.compactMap { self.keys[$0]?.party }.first
  }

  mutating func record(_ it: ObjectionRaised, _ act: Act) {
    objections[it.objection] = Objection(
      id: it.objection, application: it.application, by: party(of: act.signers) ?? "",
      ground: it.ground)
  }

  func admit(_ it: ObjectionAnswered, _ act: Act) throws(Refusal) {
    let objection = try objection(it.objection)
    let application = try application(objection.application)
    _ = try effectiveTime(it.receivedAt, act)
    if application.vote != nil { throw Refusal(.objectionsOver, ["until": act.received.text]) }
    try require(try applicantNeeds(application, receivedAt: it.receivedAt, act), of: act)
  }

  mutating func record(_ it: ObjectionAnswered, _ act: Act) {
    change(&objections, it.objection) { $0.answered = true }
  }

  func admit(_ it: ObjectionWithdrawn, _ act: Act) throws(Refusal) {
    let objection = try objection(it.objection)
    try require([.some(1, of: votingKeys(of: [objection.by]), as: objection.by)], of: act)
  }

  mutating func record(_ it: ObjectionWithdrawn, _ act: Act) {
    change(&objections, it.objection) { $0.withdrawn = true }
  }

  private func objection(_ id: String) throws(Refusal) -> Objection {
    guard let objection = objections[id] else {
      throw Refusal(.unknownObjection, ["objection": id])
    }
    return objection
  }

  /// Objections to an application that were not withdrawn, in the order of their names.
  public func openObjections(to application: String) -> [Objection] {
    objections.values.filter { $0.application == application && !$0.withdrawn }
      .sorted { Self.inOrder($0.id, $1.id) }
  }
}

extension Application {
  /// Whether facts may still be stated anew, or were and wait for screening.
  func mayBeRepaired(at now: Instant) -> Bool {
    if rescreen { return true }
    guard screening?.disposition == .incomplete else { return false }
    return repairCloses.map { now < $0 } ?? false
  }
}

extension ShortlistPublished.Place {
  /// One line for messages: application, score, and whether it was selected or why not.
  var words: String { "\(application) \(score) \(selected ? "selected" : reason)" }
}
