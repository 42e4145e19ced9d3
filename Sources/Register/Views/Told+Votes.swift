// SPDX-License-Identifier: Apache-2.0

import Governance

extension VoteOpened: Told {
  var variant: String? {
    if call != nil { return "call" }
    if election != nil { return "election" }
    return round > 1 ? "round" : nil
  }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "vote": vote, "count": "\(items.count)", "items": summary.words.list(items),
      "rule": rule, "round": "\(round)", "closes": summary.moment.text(closes),
      "election": election ?? "",
    ]
  }
}

extension VoteExtended: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["vote": vote, "closes": summary.moment.text(closes), "ground": summary.brief(ground)]
  }
}

extension BallotCast: Told {
  var variant: String? {
    switch marking {
    case .open: nil
    case .sealed: "sealed"
    }
  }

  func facts(_ summary: Summary) -> [String: String] {
    switch marking {
    case .open(let content): ["vote": vote, "choices": summary.choices(content, in: vote)]
    case .sealed: ["vote": vote]
    }
  }
}

extension Summary {
  /// One choice in words; of several, how many of each: `14 yes, 1 no`.
  fileprivate func choices(_ content: BallotCast.Content, in id: String) -> String {
    let vote = assembly?.votes[id]
    if let vote, vote.election != nil { return lists(content, in: vote) }
    if content.choices.count == 1, let choice = content.choices.values.first {
      return words.text(of: choice)
    }
    let choices = Array(content.choices.values)
    var parts = BallotCast.Word.allCases.compactMap { word -> String? in
      let count = choices.count { $0 == .word(word) }
      return count == 0 ? nil : words("choice.\(word.rawValue)", ["count": "\(count)"])
    }
    let approvals = choices.count { if case .list = $0 { true } else { false } }
    if approvals > 0 { parts.append(words("choice.approve", ["count": "\(approvals)"])) }
    return parts.joined(separator: ", ")
  }

  /// `small_seat: approval of a and b; open_seat: approval of none`.
  private func lists(_ content: BallotCast.Content, in vote: Vote) -> String {
    let rule = assembly?.edition(vote.version)?.rule(of: vote)
    let parts = vote.items.compactMap { item in
      content.choices[item].map {
        words(
          "entry.elected",
          ["seat": item, "names": words.text(of: $0, isRanked: rule?.ballot == .ranked)])
      }
    }
    return parts.joined(separator: "; ")
  }
}

extension Words {
  /// What a ballot says to one question: `stands aside`, `approves of a and b`, `a, b, the best first`.
  func text(of choice: BallotCast.Choice, isRanked: Bool = false) -> String {
    let key = isRanked ? "ballot_word.ranked" : "ballot_word.approve"
    switch choice {
    case .word(let word): return self("ballot_word.\(word.rawValue)")
    case .list([]): return self("\(key).none")
    case .list(let options):
      return self(key, ["options": isRanked ? options.joined(separator: ", ") : list(options)])
    }
  }
}

extension BallotRevoked: Told {
  func facts(_ summary: Summary) -> [String: String] { ["vote": vote] }
}

extension VoterNamed: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["voter": voter, "parties": summary.words.list(parties)]
  }
}

extension ProxyGiven: Told {
  func facts(_ summary: Summary) -> [String: String] { ["vote": vote, "to": to] }
}

extension ConflictDeclared: Told {
  func facts(_ summary: Summary) -> [String: String] { ["vote": vote, "item": item] }
}

extension BlockTested: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "vote": vote, "item": item, "party": party, "ground": summary.brief(ground),
      "verdict": summary.words.term("verdict", verdict.rawValue),
    ]
  }
}

extension SealOpened: Told {
  func facts(_ summary: Summary) -> [String: String] { ["vote": vote] }
}

extension TallyPublished: Told {
  var variant: String? { results.contains { $0.elected != nil } ? "election" : nil }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "vote": vote, "outcomes": summary.outcomes(results.map(\.outcome)),
      "elected": results.map(summary.elected).joined(separator: "; "),
    ]
  }
}

extension Summary {
  /// `small_seat: E1-M05, E1-M02`: those elected to a class, in order.
  fileprivate func elected(_ result: TallyPublished.Result) -> String {
    let names = result.elected?.candidates ?? []
    return words(
      names.isEmpty ? "entry.elected.nobody" : "entry.elected",
      ["seat": result.item, "names": names.joined(separator: ", ")])
  }
}

extension VoteChallenged: Told {
  func facts(_ summary: Summary) -> [String: String] {
    ["vote": vote, "challenge": challenge, "ground": summary.brief(ground)]
  }
}

extension ChallengeRuled: Told {
  func facts(_ summary: Summary) -> [String: String] {
    [
      "challenge": challenge, "verdict": summary.words.term("verdict", verdict.rawValue),
      "ground": summary.brief(ground),
    ]
  }
}

extension OutcomeCertified: Told {
  var variant: String? { terms?.isEmpty == false ? "election" : nil }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "vote": vote, "outcomes": summary.outcomes(Array(outcomes.values)),
      "count": "\(terms?.count ?? 0)",
      "from": terms?.map(\.from).min().map(summary.moment.text) ?? "",
    ]
  }
}
