// SPDX-License-Identifier: Apache-2.0

public import Governance

/// What an election came to, beside the stages of its count.
extension DecisionExplained {
  /// One class: its count in numbers, who took part of each group, and the terms that began by it.
  public func lines(ofElected item: String, in vote: Vote) -> [String] {
    guard let result = vote.results?.first(where: { $0.item == item }) else { return [] }
    let working = TallyExplained(words, assembly).lines(of: vote, result).dropFirst()
    let terms = assembly.terms.filter { $0.vote == vote.id && $0.seat == item }.map { term in
      say(
        "term",
        [
          "party": term.party, "seat": term.seat, "from": moment.text(term.from),
          "until": (assembly.end(of: term) ?? term.until).map(moment.text) ?? "",
          "nomination": term.nomination ?? "",
        ])
    }
    return working + divisions(of: item, in: vote) + terms
  }

  /// The ballots that did not count, the challenges, and the statutes that held.
  public func lines(ofElection vote: Vote) -> [String] {
    vote.excluded.map { words.line(for: $0, in: vote) } + challenges(of: vote)
      + (vote.items.first.map { basis(of: $0, in: vote) } ?? [])
  }
}
