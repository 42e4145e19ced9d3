// SPDX-License-Identifier: Apache-2.0

import Governance
import Register

extension Nomination {
  /// `Olena K., M05`: who would sit, and for whom.
  var title: String { "\(label), \(party)" }
}

extension Assembly {
  /// The name of an application, or the title of a proposal or amendment, by language.
  func title(ofItem item: String) -> [String: String] {
    applications[item]?.name ?? proposals[item]?.title ?? amendments[item]?.title ?? [:]
  }

  /// A vote as its ballot puts it.
  func paper(of vote: Vote) -> BallotPaper {
    BallotPaper(
      ledger: origin, vote: vote.id, digest: vote.digest,
      items: vote.items.map { item in
        .init(
          id: item, title: title(ofItem: item),
          texts: proposals[item]?.texts ?? amendments[item]?.texts ?? [:],
          options: proposals[item]?.options ?? candidates(for: item, in: vote))
      },
      ballot: rule(of: vote)?.ballot ?? .yesNo, picks: rule(of: vote)?.picks,
      recipients: vote.tellers.map(\.recipient))
  }

  /// Who stands for a class, each by label and party; a person's name has no language.
  private func candidates(for item: String, in vote: Vote) -> [String: [String: String]] {
    let names = (vote.candidates[item] ?? []).compactMap { nominations[$0] }.map { one in
      (one.id, Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, one.title) }))
    }
    return Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  /// The rule of a vote, by the statutes that govern it.
  func rule(of vote: Vote) -> Statutes.Rule? { under(vote.version).statutes?.rule(of: vote) }
}
