// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Explained {
  /// How a vote was counted, in English.
  static let english: [String: String] = [
    // One line for each step, from the ballots to the outcome.
    "working.head": "{item}: {outcome}, by the rule {rule} (§ rules.{rule}, version {version})",
    "working.head.election":
      "{item}: {outcome}, by {rule} (§ selections.{rule}, version {version})",
    "working.elected": "elected, in order: {names}",
    "working.elected.nobody": "nobody is elected",
    "working.head.round":
      "{item}: {outcome}, by the rule {rule}, round {round} (§ rules.{rule}, version {version})",
    "working.head.retry": """
    {item}: {outcome}, by the rule {rule}, tried again for its quorum (§ rules.{rule}, \
    version {version})
    """,
    "working.count": "{word} {count}",
    "working.bases": "{electors|elector|electors}, {ballots} took part",
    "working.bases.cast": "{electors|elector|electors}, {ballots} took part, {cast} cast",
    "working.part": "{ballots} of {electors} took part",
    "working.seats": "{seats|seat|seats} in all, filled or not",
    "working.weights": "all numbers are sums of weights, by {attribute}",
    "working.recused": "{count|elector|electors} stepped aside and {=count|is|are} not counted",
    "working.recused.named": """
    {count|elector|electors} stepped aside and {=count|is|are} not counted; a conflict was \
    declared by {names}
    """,
    "working.proxies":
      "{count|elector|electors} let another vote for them unless they did themselves",
    "working.set_aside":
      "{count|block was|blocks were} set aside by a ruling and {=count|counts|count} as standing aside",
    "working.winner": "{option} has {count|approval|approvals}, more than every other",
    "working.tie": "as many for as against: a tie fails",
    "working.tie.options": "{options} have {count|approval|approvals} each, and a tie fails",
    "working.no_approval": "nobody approved of anything",
    "working.void.none": "nobody was left who could vote on it: it is void",
    "working.void.one":
      "somebody stepped aside and one elector was left: one does not decide, it is void",
    "working.excluded": "the ballot {ballot}… of {party} does not count: {reason}",
    "working.label.quorum": "quorum",
    "working.label.retry": "quorum of the second try",
    "working.label.pass": "to carry",
    "working.label.bloc": "{label} in {roll}",
    "working.clause":
      "{label}: {word} {left} of {base}; needs {need}: {bound} – {met}",
    "working.clause.limit":
      "{label}: {word} {left} of {base}; may be {need}: {bound} – {met}",
    "working.clause.number": "{label}: {word} {left}; needs {need} – {met}",
    "working.clause.number.limit": "{label}: {word} {left}; may be {need} – {met}",
    "working.clause.nobody":
      "{label}: {word} {left} of {base}; a share of nobody is never met – {met}",
    "working.bloc": "{roll}: {bases}; {counts}",
    "working.met": "met",
    "working.not_met": "not met",
    "tally_word.take_part": "took part",
    "whole.cast": "{whole|vote cast|votes cast}",
    "whole.taking_part": "{whole|who took part|who took part}",
    "whole.electors": "{whole|elector|electors}",
    "whole.seats": "{whole|seat|seats}",
    "excluded.left": "its party left before the closing",
    "excluded.not_opened":
      "it does not open with the tellers' keys, or was sealed for another ballot",
    "excluded.revoked_key": "its key had been lost or stolen before",
    "excluded.recused": "its organisation is tied to the subject, or declared a conflict",
    "excluded.unknown_choice": "it names something that is not in this vote",
    "excluded.not_on_ballot": "it says something that does not stand on this ballot",
    "excluded.reason_missing": "it blocks without a reason",
    "excluded.ground_missing": "it blocks without one of the grounds of the rule",
  ]
}
