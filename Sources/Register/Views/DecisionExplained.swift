// SPDX-License-Identifier: Apache-2.0

public import Governance

/// The story of one decision, for everybody: what was asked, by which clause, and what followed.
///
///     P-412, A common position: adopted on 3 March 2025, 17:00
///     matter position (§ matters.position), proposed by M03 on 1 February 2025, 12:00
///     V1: blocked, by consensus (§ rules.consensus), 16 February 2025, 12:30
///       M05 blocks (purpose): “It is not what we are for.”
///     V2: carried, by two_thirds (§ rules.two_thirds), 3 March 2025, 17:00
public struct DecisionExplained: Sendable {
  let words: Words
  let assembly: Assembly
  let now: Instant
  let moment: Moment
  private let record: VotingRecord

  /// Stories in a language, as they stand at a moment; a record tells how each group voted.
  public init(
    _ words: Words, _ assembly: Assembly, now: Instant, record: VotingRecord = VotingRecord()
  ) {
    self.words = words
    self.record = record
    self.assembly = assembly
    self.now = now
    self.moment = Moment(words.language, assembly.calendar)
  }

  /// The story of a proposal, from its text to what hangs on it now.
  public func lines(of proposal: Proposal) -> [String] {
    let votes = proposal.votes.compactMap { assembly.votes[$0] }
    return [head(of: proposal)] + origin(of: proposal)
      + texts(of: proposal) + amendments(of: proposal)
      + story(of: proposal.id, votes) + standing(of: proposal) + following(proposal)
  }

  /// The story of an application's votes, with objections before and appeals after them.
  public func lines(of application: Application) -> [String] {
    let votes = assembly.votes.values.filter { $0.items.contains(application.id) }
      .sorted { $0.entry < $1.entry }
    let objections = assembly.objections.inOrder.filter { $0.application == application.id }
    return [head(of: application)] + [origin(of: application)] + objections.map(line(of:))
      + story(of: application.id, votes) + appeals(application.appeals)
  }

  /// The story of an amendment: what it is another text of, and its votes.
  public func lines(of amendment: Amendment) -> [String] {
    let votes = assembly.votes.values.filter { $0.items.contains(amendment.id) }
      .sorted { $0.entry < $1.entry }
    let proposal = assembly.proposals[amendment.proposal].map { [head(of: $0)] } ?? []
    return [line(of: amendment)] + story(of: amendment.id, votes) + proposal
  }

  /// How each group voted on an item.
  func divisions(of item: String, in vote: Vote) -> [String] {
    Divisions(record: record, words: words).lines(of: item, in: vote.id)
  }

  /// Which statutes decided: their version, digest and languages, and where a vote stands in the log.
  func basis(of item: String, in vote: Vote) -> [String] {
    guard let statutes = assembly.edition(vote.version) else { return [] }
    let languages = [statutes.authoritativeLanguage] + statutes.otherLanguages
    let text = say(
      statutes.otherLanguages.isEmpty ? "statutes.one" : "statutes",
      [
        "policy": statutes.policy, "version": "\(statutes.version)",
        "digest": assembly.digest(ofStatutes: vote.version) ?? "",
        "binding": words.term("language_adjective", languages[0]),
        "others": words.list(languages.dropFirst().map { words.term("language_adjective", $0) }),
      ])
    let decision = record.decisions.first { $0.vote.id == vote.id && $0.item == item }
    let entries = decision.map {
      [
        say(
          "entries",
          [
            "opened": "\($0.vote.entry)", "tally": "\($0.entries.tally)",
            "certificate": "\($0.entries.certificate)",
          ])
      ]
    }
    return [text] + (entries ?? [])
  }

  func say(_ key: String, _ values: [String: String] = [:]) -> String {
    words("decision.\(key)", values)
  }

  private func head(of proposal: Proposal) -> String {
    let status = proposal.status(at: now)
    let isOpen = proposal.vote.flatMap { assembly.votes[$0] }?.results == nil
    let isVotedOn = proposal.vote != nil && isOpen && status == .frozen
    let values = [
      "id": proposal.id, "title": words.translation(of: proposal.title),
      "status": words.term("standing", isVotedOn ? "voting" : status.rawValue),
      "adopted": proposal.adopted.map(moment.text) ?? "",
    ]
    return say(proposal.adopted == nil ? "head" : "head.adopted", values)
  }

  private func head(of application: Application) -> String {
    var standing = words("disposition.unscreened")
    if let screening = application.screening {
      standing = words.term("disposition", screening.disposition.rawValue)
    }
    if let decision = application.decision {
      standing = words.term("outcome", decision.outcome.rawValue)
    }
    if let member = application.member {
      standing = words("application.member", ["member": member])
    }
    return say(
      "head",
      [
        "id": application.id, "title": words.translation(of: application.name),
        "status": standing,
      ])
  }

  private func origin(of application: Application) -> String {
    say(
      "application",
      ["call": application.call, "at": moment.text(application.effective)])
  }

  private func line(of objection: Objection) -> String {
    let state =
      objection.withdrawn ? "withdrawn" : objection.answered ? "answered" : "unanswered"
    return say(
      "objection",
      [
        "objection": objection.id, "party": objection.by, "ground": objection.ground,
        "state": say("objection.\(state)"),
      ])
  }

  /// The matter, who brought it, who seconded it, whom it is about.
  private func origin(of proposal: Proposal) -> [String] {
    let isAmendment = proposal.matter == Assembly.statutesMatter
    let values = [
      "matter": words.term("matter", proposal.matter),
      "clause": isAmendment ? "amend" : "matters.\(proposal.matter)",
      "version": "\(proposal.version)",
      "proposer": proposal.proposer ?? Summary(words, of: assembly).name(ofKey: proposal.key),
      "at": moment.text(proposal.submitted), "seconds": words.list(proposal.seconds),
    ]
    var lines = [say(proposal.seconds.isEmpty ? "origin" : "origin.seconded", values)]
    if let about = proposal.about {
      let heard = proposal.heard.map { $0 ? ".heard" : ".absent" } ?? ""
      lines.append(say("about\(heard)", ["party": about]))
    }
    if let frozen = proposal.frozen {
      lines.append(say("frozen", ["at": moment.text(frozen)]))
    }
    return lines
  }

  /// One line for each language, the one that binds first.
  private func texts(of proposal: Proposal) -> [String] {
    let binding = assembly.edition(proposal.version)?.authoritativeLanguage
    let languages = proposal.texts.keys.sorted {
      ($0 == binding ? 0 : 1, $0) < ($1 == binding ? 0 : 1, $1)
    }
    let texts = languages.map { language in
      say(
        language == binding ? "text.binding" : "text",
        [
          "language": words.term("language_adjective", language),
          "digest": proposal.texts[language] ?? "",
        ])
    }
    let papers = proposal.papers.sorted { $0.key < $1.key }.map {
      say("paper", ["name": $0.key, "digest": $0.value])
    }
    let revised = proposal.revised.map { [say("revised", ["at": moment.text($0)])] } ?? []
    return texts + revised + papers
  }

  private func amendments(of proposal: Proposal) -> [String] {
    proposal.amendments.compactMap { assembly.amendments[$0] }.map(line(of:))
  }

  private func line(of amendment: Amendment) -> String {
    say(
      "amendment",
      [
        "amendment": amendment.id, "party": amendment.author,
        "title": words.translation(of: amendment.title),
        "state": say("amendment.\(amendment.end?.rawValue ?? "pending")"),
      ])
  }
}
