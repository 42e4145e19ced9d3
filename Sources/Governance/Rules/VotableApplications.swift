// SPDX-License-Identifier: Apache-2.0

/// Which applications may be put to the vote, alone or together.
extension Assembly {
  /// Selected or remitted, undecided, not in another vote; without a shortlist, eligible.
  public func isVotable(_ application: Application) -> Bool {
    let undecided = application.decision.map { $0.outcome == .inquorate || $0.outcome == .void }
    guard
      isChosen(application) || application.remitted || undecided == true, !application.withdrawn
    else { return false }
    if undecided == false, !application.remitted { return false }
    guard let vote = application.vote.flatMap({ votes[$0] }) else { return true }
    return !vote.isPending
  }

  /// On the shortlist as selected; where the procedure has no shortlist, found eligible.
  func isChosen(_ application: Application) -> Bool {
    if application.selected { return true }
    guard let call = calls[application.call], !hasShortlist(call) else { return false }
    return application.screening?.disposition == .eligible && !application.rescreen
  }

  private func hasShortlist(_ call: Call) -> Bool {
    edition(call.version)?.procedures[call.procedure]?.stages.contains { $0.select != nil } ?? false
  }

  /// The first moment at which an objection to an application is too late; `nil` before it counts.
  func objectionsClose(for application: Application) -> Instant? {
    guard let call = calls[application.call] else { return nil }
    if hasShortlist(call) { return call.objectionsClose }
    guard isChosen(application), let screened = application.screening?.at else { return nil }
    let window = stage("objections", of: call.id)?.window.flatMap { statutes?.windows[$0] }
    return window.flatMap { closing(of: $0, from: screened) } ?? screened
  }

  /// Objections' time is over; much objected ones stand alone and are answered.
  func checkObjections(
    _ id: String, _ call: String, _ it: VoteOpened, at now: Instant
  ) throws(Refusal) {
    let application = try application(id)
    let closes = objectionsClose(for: application)
    guard closes.map({ now >= $0 }) ?? (calls[call]?.shortlisted != nil) else {
      throw Refusal(.objectionsOpen, ["until": closes?.text ?? "–"])
    }
    let open = openObjections(to: id)
    guard let pullAt = stage("objections", of: call)?.pullAt, Set(open.map(\.by)).count >= pullAt
    else { return }
    let clause = "procedures.\(calls[call]?.procedure ?? "")"
    if it.items.count > 1 { throw Refusal(.debatedSeparately, clause: clause, ["application": id]) }
    if let unanswered = open.first(where: { !$0.answered }) {
      throw Refusal(.objectionUnanswered, clause: clause, ["objection": unanswered.id])
    }
  }

  /// Applications that may be put to one vote together, in the order of the shortlist.
  public func votableTogether(in call: Call) -> [Application] {
    let pullAt = stage("objections", of: call.id)?.pullAt ?? Int.max
    let ranked = call.shortlist.compactMap { applications[$0.application] }
    let others = call.applications.compactMap { applications[$0] }.filter { other in
      !ranked.contains { $0.id == other.id }
    }
    return (ranked + others).filter {
      isVotable($0) && Set(openObjections(to: $0.id).map(\.by)).count < pullAt
    }
  }
}
