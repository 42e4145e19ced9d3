// SPDX-License-Identifier: Apache-2.0

import Governance

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
          options: proposals[item]?.options ?? [:])
      },
      ballot: rule(of: vote)?.ballot ?? .yesNo, recipients: vote.tellers.map(\.recipient))
  }

  /// The rule of a vote, by the statutes that govern it.
  func rule(of vote: Vote) -> Statutes.Rule? { under(vote.version).statutes?.rules[vote.rule] }
}
