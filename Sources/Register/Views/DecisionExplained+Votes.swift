// SPDX-License-Identifier: Apache-2.0

import Governance

extension DecisionExplained {
  /// Every vote on an item in order, and how the last one was counted.
  func story(of item: String, _ votes: [Vote]) -> [String] {
    let counted = votes.last { $0.results != nil && $0.annulled == nil }
    return votes.flatMap { vote in
      [line(of: vote, item)] + (vote.tallied == nil ? [] : minority(in: vote, on: item))
        + (vote.id == counted?.id ? working(of: item, in: vote) : []) + challenges(of: vote)
    }
  }

  /// `V1, round 2: blocked, by consensus (§ rules.consensus), 16 February 2025, 12:30`.
  ///
  /// Of a vote that is not counted yet nothing but how many took part.
  private func line(of vote: Vote, _ item: String) -> String {
    let outcome = vote.results?.first { $0.item == item }?.outcome
    let values = [
      "vote": vote.id, "rule": vote.rule, "round": "\(vote.round)",
      "outcome": words.term("outcome", outcome?.rawValue ?? ""),
      "at": moment.text(vote.certified ?? vote.annulled ?? vote.tallied ?? vote.closes),
      "part": "\(vote.turnout)", "electors": "\(vote.electorate.count)",
    ]
    if vote.annulled != nil { return say("vote.annulled", values) }
    if vote.certified != nil { return say("vote", values) }
    if vote.tallied != nil { return say("vote.counted", values) }
    return say(now < vote.closes ? "vote.open" : "vote.closed", values)
  }

  private func working(of item: String, in vote: Vote) -> [String] {
    guard let result = vote.results?.first(where: { $0.item == item }) else { return [] }
    let lines = TallyExplained(words, assembly).lines(of: vote, result, excluded: vote.excluded)
    return (lines.dropFirst() + divisions(of: item, in: vote) + basis(of: item, in: vote))
      .map { "  \($0)" }
  }

  /// Blocks, stand-asides and objections, with the reasons that can be read.
  private func minority(in vote: Vote, on item: String) -> [String] {
    standing(in: vote, on: item).compactMap { ballot, content in
      guard case .word(let word)? = content.choices[item],
        [.block, .standAside, .object].contains(word)
      else { return nil }
      let reason = content.reasons[item]
      var values = ["party": ballot.party, "text": reason?.text ?? ""]
      values["ground"] = reason?.ground
      let isSetAside = vote.tests[ballot.id]?[item] == .setAside
      let variant = reason == nil ? "" : reason?.ground == nil ? ".reason" : ".ground"
      let line = say("\(word.rawValue)\(variant)", values)
      return "  " + (isSetAside ? say("set_aside", ["line": line]) : line)
    }
  }

  /// The open ballot of each group that counts in the end, in the order of the electorate.
  private func standing(
    in vote: Vote, on item: String
  ) -> [(ballot: Vote.Ballot, content: BallotCast.Content)] {
    let excluded = Set(vote.excluded.map(\.ballot))
    var last: [Int: (ballot: Vote.Ballot, content: BallotCast.Content)] = [:]
    for ballot in vote.ballots where !excluded.contains(ballot.id) {
      switch ballot.marking {
      case nil: last[ballot.group] = nil
      case .sealed?: break
      case .open(let content)?:
        if content.choices[item] != nil { last[ballot.group] = (ballot, content) }
      }
    }
    return last.sorted { $0.key < $1.key }.map(\.value)
  }

  func challenges(of vote: Vote) -> [String] {
    assembly.challenges.inOrder.filter { $0.vote == vote.id }.map { challenge in
      let verdict = challenge.verdict.map { words.term("verdict", $0.rawValue) }
      return "  "
        + say(
          "challenge",
          [
            "challenge": challenge.id, "party": challenge.by, "ground": challenge.ground,
            "verdict": verdict ?? say("pending"),
          ])
    }
  }

  func appeals(_ ids: [String]) -> [String] {
    ids.compactMap { assembly.appeals[$0] }.map { appeal in
      let verdict = appeal.verdict.map { words.term("verdict", $0.rawValue) }
      return say(
        "appeal",
        [
          "appeal": appeal.id, "at": moment.text(appeal.at), "ground": appeal.ground,
          "verdict": verdict ?? say("pending"),
        ])
    }
  }
}
