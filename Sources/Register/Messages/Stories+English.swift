// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Stories {
  /// What an entry, a decision and a member's part are told with, in English.
  static let english: [String: String] = [
    // Who signed, by which clause.
    "story.allowed": "allowed by",
    "story.allowed.always": "no clause: every ledger has it, whatever its statutes say",
    "story.clauses": "{clauses} (statutes, version {version})",
    "story.signer": "{key} – {as}",
    "story.as.votes": "casts the vote of {party}",
    "story.as.alternate": "casts the vote of {party} as its alternate",
    "story.as.member": "belongs to {party}, without its vote",
    "story.as.applicant": "the applicant's, {application}",
    "story.as.new": "registered by this entry",
    "story.as.nobody": "nobody's in the register",
    "story.refusal": "why",
    "story.changed": "changed",
    // Values in a statement.
    "story.yes": "yes",
    "story.no": "no",
    "story.empty": "–",
    "story.sealed": "sealed ({count|digit|digits} of base64)",
    "story.receipt": "a receipt of {count|byte|bytes}",
    "story.statutes": "{policy}, version {version}: viche statutes explain tells them",
    "story.refused": "turned away",
    "ranked.true": "selected",
    // How each group voted, and by which statutes.
    "story.division": "by {by}, {group}: {counts}; {count} of {electors} took part",
    "story.division.turnout": "by {by}, {group}: {count} of {electors} took part",
    "decision.statutes": """
    statutes {policy}, version {version}; binding in {binding}, also in {others}; SHA-256 \
    {digest}
    """,
    "decision.statutes.one":
      "statutes {policy}, version {version}, in {binding} only; SHA-256 {digest}",
    "decision.entries": """
    opened by entry {opened}, counted by {tally}, certified by {certificate}; viche explain \
    entry {certificate}
    """,
    "decision.term": "{party} holds {seat} from {from} until {until} ({nomination})",
    "story.decision.unknown": """
    there is no decision {name}: no proposal, amendment, application, election, vote, \
    challenge or appeal
    """,
    // A member's part.
    "part.joined": """
    joined by the application {application}, admitted by entry {entry} ({rule}); viche explain \
    decision {application}
    """,
    "part.founder": "a founder, by entry 0",
    "part.seat": "{seat} from {from} until {until}, {origin}",
    "part.origin.founding": "of the founding",
    "part.origin.named": "named",
    "part.origin.elected": "elected in {vote}",
    "part.until.open": "the first election",
    "part.days": "{count|day|days} (of {whole} chair days so far)",
    "part.ballots": "{part} of {whole} in which it had a vote",
    "part.majority": "{part} of {whole} in which it took a side",
    "part.proposal": "{proposal}, {title}: {status}",
    "part.heading.seats": "seats held",
    "part.heading.days": "chair days",
    "part.heading.ballots": "ballots cast",
    "part.heading.majority": "in the majority",
    "part.heading.proposals": "proposals",
    "part.heading.mandates": "mandates",
    "part.heading.actions": "open tasks",
    "part.heading.joined": "joined",
    "part.history": "what concerns it, without its ballots; viche explain entry N tells more:",
    "part.unknown": "there is no member and no applicant {name}",
    "part.unknown.hint": "viche member list --all tells their names",
    "part.several": "{name} may be several: {names}",
    "part.several.hint": "give the name in the log, such as {first}",
  ]
}
