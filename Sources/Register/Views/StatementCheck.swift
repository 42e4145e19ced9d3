// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What this ledger knows of a text, by its SHA-256.
///
///     adopted as P-412, A common position, on 3 March 2025, 17:00 (vote V2): in force now
public struct StatementCheck: Sendable {
  /// What a text is, as far as the ledger says.
  public enum Standing: Sendable, Equatable {
    /// The text of a decision that is in force.
    case adopted(proposal: String)
    /// The text of a proposal that is no decision in force, or not any more.
    case notInForce(proposal: String, Proposal.Status)
    /// The text of an amendment.
    case amendment(String)
    /// A text that several parties signed.
    case agreement(String)
    /// Issued, disavowed, another body's decision, or a paper.
    case registered(RegisteredText)
  }

  private let words: Words
  private let assembly: Assembly
  private let now: Instant
  private let moment: Moment

  /// Answers in a language, as things stand at a moment.
  public init(_ words: Words, _ assembly: Assembly, now: Instant) {
    self.words = words
    self.assembly = assembly
    self.now = now
    self.moment = Moment(words.language, assembly.calendar)
  }

  /// Everything that the ledger says of a digest of 64 lower-case hex digits; nothing if unknown.
  public func standings(of digest: String) -> [Standing] {
    let proposals = assembly.proposals.inOrder.filter { $0.texts.values.contains(digest) }
    let decided = proposals.map { proposal -> Standing in
      let status = proposal.status(at: now)
      return status == .adopted
        ? .adopted(proposal: proposal.id) : .notInForce(proposal: proposal.id, status)
    }
    // What was accepted or carried is the proposal's own text now, if nothing changed it since.
    let amendments = assembly.amendments.inOrder.filter {
      $0.texts.values.contains(digest)
        && assembly.proposals[$0.proposal]?.texts.values.contains(digest) != true
    }
    let agreements = assembly.agreements.inOrder.filter { $0.sha256 == digest }
    return decided + amendments.map { .amendment($0.id) }
      + agreements.map { .agreement($0.id) }
      + (assembly.texts[digest] ?? []).map(Standing.registered)
  }

  /// One line for each thing that the ledger says of a digest; one if it says nothing.
  public func lines(of digest: String) -> [String] {
    let standings = standings(of: digest)
    guard !standings.isEmpty else { return [words("check.unknown")] }
    return standings.map(line(for:))
  }

  private func line(for standing: Standing) -> String {
    switch standing {
    case .adopted(let id), .notInForce(let id, _): line(forProposal: id)
    case .amendment(let id): line(forAmendment: id)
    case .agreement(let id): line(forAgreement: id)
    case .registered(let text): line(for: text)
    }
  }

  private func line(forProposal id: String) -> String {
    guard let proposal = assembly.proposals[id] else { return "" }
    let status = proposal.status(at: now)
    var values = [
      "proposal": id, "title": words.translation(of: proposal.title),
      "status": words.term("status", status.rawValue),
      "at": proposal.adopted.map(moment.text) ?? "", "vote": adoptingVote(of: proposal) ?? "–",
    ]
    values["until"] = proposal.validUntil.map(moment.text)
    guard proposal.adopted != nil else { return words("check.proposal", values) }
    guard status == .adopted else { return words("check.ended", values) }
    return words(proposal.validUntil == nil ? "check.adopted" : "check.adopted.until", values)
  }

  /// The vote whose certificate adopted it.
  private func adoptingVote(of proposal: Proposal) -> String? {
    proposal.votes.first { assembly.votes[$0]?.certified == proposal.adopted }
  }

  private func line(forAmendment id: String) -> String {
    guard let amendment = assembly.amendments[id] else { return "" }
    return words(
      "check.amendment",
      [
        "amendment": id, "proposal": amendment.proposal,
        "state": words("decision.amendment.\(amendment.end?.rawValue ?? "pending")"),
      ])
  }

  private func line(forAgreement id: String) -> String {
    guard let agreement = assembly.agreements[id] else { return "" }
    let values = [
      "agreement": id, "parties": words.list(agreement.parties + agreement.with),
      "at": moment.text(agreement.signed), "until": agreement.end.map(moment.text) ?? "",
    ]
    guard agreement.end != nil else { return words("check.agreement", values) }
    return words(
      agreement.isInForce(at: now) ? "check.agreement.until" : "check.agreement.ended", values)
  }

  private func line(for text: RegisteredText) -> String {
    words(
      "check.\(text.standing.rawValue)",
      [
        "id": text.id, "proposal": text.proposal ?? "–", "entry": "\(text.entry)",
        "at": moment.text(text.at), "note": text.note,
      ])
  }

}
