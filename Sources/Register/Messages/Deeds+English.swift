// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Deeds {
  /// Deeds, members, the hand-over and statutes that are tried, in English.
  static let english: [String: String] = [
    "deed.action.accepted": "accepted",
    "deed.action.assigned": "assigned",
    "deed.action.done": "done",
    "deed.action.dropped": "dropped",
    "deed.action.overdue": "OVERDUE",
    "deed.agreement.over": "ended {when}",
    "deed.agreement.signed": "signed {when}",
    "deed.agreement.until": "until {when}",
    "deed.check.no": "no, this is not the members' position now",
    "deed.check.yes": "yes, the members stand by this text (entry {entry})",
    "deed.complain.forked": """
    this proves that the log was rewritten: of the entries up to the receipt for entry {entry} two \
    different histories are signed
    """,
    "deed.complain.forked.hint": """
    keep both files and show them to members and witnesses; --key files a complaint
    """,
    "deed.complain.kept": "the entry is there: nothing to complain about (entry {entry} of {size})",
    "deed.complain.missing": """
    this proves that the entry was promised and is not there: entry {entry}, signed by the log's key
    """,
    "deed.complain.missing.hint": """
    keep both files and show them to members and witnesses; --key files a complaint
    """,
    "deed.complain.nothing": "this proves nothing:",
    "deed.complain.nothing.hint": "check that receipt and log belong together",
    "deed.complain.replaced": """
    this proves that a key of the log signed for entry {entry} when it had been replaced already: \
    whoever holds it wrote a second history beside this one
    """,
    "deed.complain.replaced.hint": """
    keep the receipt and show it to members and witnesses; --key files a complaint
    """,
    "deed.complain.shorter": """
    this copy of the log has {size|entry|entries} and ends before the receipt for entry {entry} was \
    given: it is old or cut
    """,
    "deed.complain.shorter.hint": """
    ask for the newest copy and try again; keep this one if it was given out as the newest
    """,
    "deed.complaint.answer": "answer",
    "deed.complaint.forked": "the receipt proves another history",
    "deed.complaint.kept": "the entry is there",
    "deed.complaint.missing": "the receipt proves that the entry is missing",
    "deed.complaint.nothing": "the receipt proves nothing",
    "deed.complaint.replaced": "the receipt is of a key that was replaced",
    "deed.complaint.shorter": "the receipt is of a longer log",
    "deed.decision.unknown.hint": "check its name; viche today tells what is open",
    "deed.edition.founding": "founded with it (entry {entry})",
    "deed.edition.from": "from {when}",
    "deed.edition.in_force": "in force",
    "deed.edition.past": "past",
    "deed.edition.proposal": "adopted by {proposal} (entry {entry})",
    "deed.edition.to_come": "to come",
    "deed.entry.leaf": "leaf hash",
    "deed.entry.signer": "signed by",
    "deed.entry.type": "type",
    "deed.log_keys": "the log's {count|key|keys}, first to last:",
    "deed.mandate.ended": "ended {when}",
    "deed.mandate.over": "over since {when}",
    "deed.mandate.until": "until {when}",
    "deed.member.alternate": "(alternate)",
    "deed.member.leaves": "leaves {when}",
    "deed.member.left": "left {when}",
    "deed.member.member": "member",
    "deed.member.no_key": "no key in force",
    "deed.member.offices": "offices",
    "deed.member.representative": "representative",
    "deed.member.suspended": "suspended until {until}",
    "deed.none": "none",
    "deed.report.ahead": "on {when}",
    "deed.report.due": "report due {when}",
    "deed.report.overdue": "REPORT OVERDUE since {when}",
    "deed.report.reported": "reported",
    "deed.retrial.counts": """
    {compared|decision|decisions} taken again under {policy} version {version}: {same} the same, \
    {otherwise} otherwise
    """,
    "deed.retrial.line": "  entry {entry}, {item}: {why}",
    "deed.retrial.no_fallback": "the matter {matter} has no such fallback",
    "deed.retrial.no_first": "the matter {matter} has no rule",
    "deed.retrial.no_matter": "there is no matter {matter} that a rule decides",
    "deed.retrial.no_ratify": "the matter {matter} needs no ratification",
    "deed.retrial.no_retry": "the rule of the matter {matter} has no retry",
    "deed.retrial.no_screening": "there is no procedure {procedure} with a screening",
    "deed.retrial.other_ballot": "the rule {rule} has another ballot than was cast",
    "deed.retrial.screening": "  entry {entry}, screening of {item}: {was} → {would}",
    "deed.retrial.undecided": "{count|decision|decisions} could not be decided:",
    "deed.retrial.vote": "  entry {entry}, {item} in {vote}: {was} → {would}",
    "deed.retrial.was": "      was    {counts}",
    "deed.retrial.would": "      would  {counts}",
    "deed.until": "a mandate needs an end",
    "deed.until.hint": "name it with --until, or a --kind of the statutes that has a term",
  ]
}
