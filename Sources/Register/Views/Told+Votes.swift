// SPDX-License-Identifier: Apache-2.0

import Governance

extension VoteOpened: Told {
  var variant: String? {
    if call != nil { return "call" }
    return round > 1 ? "round" : nil
  }

  func facts(_ summary: Summary) -> [String: String] {
    [
      "vote": vote, "count": "\(items.count)", "items": summary.words.list(items),
      "rule": rule, "round": "\(round)", "closes": summary.moment.text(closes),
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
    case .open(let content): ["vote": vote, "choices": summary.choices(content)]
    case .sealed: ["vote": vote]
    }
  }
}

extension Summary {
  /// One choice in words; of several, how many of each: `14 yes, 1 no`.
  fileprivate func choices(_ content: BallotCast.Content) -> String {
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
}

extension Words {
  /// What a ballot says to one question: `stands aside`, `approves of a and b`.
  func text(of choice: BallotCast.Choice) -> String {
    switch choice {
    case .word(let word): self("ballot_word.\(word.rawValue)")
    case .list([]): self("ballot_word.approve.none")
    case .list(let options): self("ballot_word.approve", ["options": list(options)])
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
  func facts(_ summary: Summary) -> [String: String] {
    ["vote": vote, "outcomes": summary.outcomes(results.map(\.outcome))]
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
  func facts(_ summary: Summary) -> [String: String] {
    ["vote": vote, "outcomes": summary.outcomes(Array(outcomes.values))]
  }
}
