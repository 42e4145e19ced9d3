// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Decisions {
  /// The story of a decision, and what a text is, in English.
  static let english: [String: String] = [
    "decision.head": "{id}, {title}: {status}",
    "decision.head.adopted": "{id}, {title}: {status} ({adopted})",
    "standing.debated": "in debate",
    "standing.frozen": "waiting for its vote",
    "standing.voting": "being voted on",
    "standing.adopted": "adopted",
    "standing.lost": "lost",
    "standing.inquorate": "no quorum",
    "standing.blocked": "blocked",
    "standing.void": "void",
    "standing.withdrawn": "withdrawn",
    "standing.lapsed": "adopted, and not ratified",
    "standing.expired": "adopted, and its time is over",
    // Where it comes from.
    "decision.application": "came by the call {call} on {at}",
    "decision.origin":
      "matter: {matter} (§ {clause}, version {version}), proposed by {proposer} on {at}",
    "decision.origin.seconded": """
    matter: {matter} (§ {clause}, version {version}), proposed by {proposer} on {at}, \
    seconded by {seconds}
    """,
    "decision.about": "it is about {party}",
    "decision.about.heard": "it is about {party}, which was heard",
    "decision.about.absent": "it is about {party}, which did not come to its hearing",
    "decision.frozen": "text frozen {at}",
    "decision.revised": "text revised between two rounds, {at}",
    "decision.text": "text, {language}: {digest}",
    "decision.text.binding": "text, {language}, which binds: {digest}",
    "decision.paper": "paper {name}: {digest}",
    "decision.amendment": "amendment {amendment} by {party}, {title}: {state}",
    "decision.amendment.pending": "not decided yet",
    "decision.amendment.accepted": "taken over by the proposer",
    "decision.amendment.carried": "carried",
    "decision.amendment.lost": "lost",
    "decision.amendment.withdrawn": "withdrawn",
    "decision.objection": "objection {objection} by {party}, {state}: “{ground}”",
    "decision.objection.answered": "answered",
    "decision.objection.unanswered": "not answered",
    "decision.objection.withdrawn": "withdrawn",
    "language_adjective.en": "English",
    "language_adjective.uk": "Ukrainian",
    // Votes.
    "decision.vote": "{vote}: {outcome}, by {rule}, round {round} (§ rules.{rule}), {at}",
    "decision.vote.annulled": "{vote}: annulled by a ruling, {at}",
    "decision.vote.counted":
      "{vote}: {outcome} by the count, not certified yet, by {rule}, round {round} (§ rules.{rule})",
    "decision.vote.open":
      "{vote}: open until {at}, by {rule}, round {round} (§ rules.{rule}); {part} of {electors} took part",
    "decision.vote.closed":
      "{vote}: closed since {at}, not counted yet; {part} of {electors} took part",
    "decision.block": "{party} blocks",
    "decision.block.reason": "{party} blocks: “{text}”",
    "decision.block.ground": "{party} blocks ({ground}): “{text}”",
    "decision.stand_aside": "{party} stands aside",
    "decision.stand_aside.reason": "{party} stands aside: “{text}”",
    "decision.stand_aside.ground": "{party} stands aside ({ground}): “{text}”",
    "decision.object": "{party} objects",
    "decision.object.reason": "{party} objects: “{text}”",
    "decision.object.ground": "{party} objects ({ground}): “{text}”",
    "decision.set_aside": "{line} – by a ruling this counts as standing aside",
    "decision.challenge": "challenge {challenge} by {party}, {verdict}: “{ground}”",
    "decision.appeal": "appeal {appeal} on {at}, {verdict}: “{ground}”",
    "decision.pending": "no ruling yet",
    "decision.escalation": "the rounds are used up: the rule {rule} can be asked for",
    // In force or not, and what hangs on it.
    "decision.ratification": "it lapses unless it is ratified by {rule} before {before}",
    "decision.ratification.lost": "not ratified by {rule}, {at}",
    "decision.ratification.over": "not ratified by {rule} before {before}",
    "decision.ratified": "ratified by {rule}, {at}",
    "decision.in_force": "in force now",
    "decision.in_force.until": "in force now, until {until}",
    "decision.not_in_force": "not in force now: {status}",
    "decision.statutes.taken": "the new statutes have been taken from it",
    "decision.statutes.waiting": "the new statutes have not been taken from it yet",
    "decision.issued": "statement {statement}, {channel}, {at} (entry {entry})",
    "decision.mandate": "mandate {mandate} of {holder} until {until}: {scope}",
    "decision.mandate.ended": "mandate {mandate} of {holder}, ended {until}: {scope}",
    "decision.agreement": "agreement {agreement} with {parties}, signed {signed}",
    "decision.agreement.until":
      "agreement {agreement} with {parties}, signed {signed}, until {until}",
    "decision.agreement.ended":
      "agreement {agreement} with {parties}, signed {signed}, ended {until}",
    "decision.action": "task {action} of {owner} by {due}, {state}: {text}",
    "decision.overdue": "overdue",
    "decision.not_started": "not accepted yet",
    // What a text is.
    "check.unknown": "unknown: nothing in this ledger names this text",
    "check.adopted": "adopted as {proposal}, {title}, on {at} (vote {vote}): in force now",
    "check.adopted.until":
      "adopted as {proposal}, {title}, on {at} (vote {vote}): in force now, until {until}",
    "check.ended":
      "adopted as {proposal}, {title}, on {at} (vote {vote}), and not in force any more: {status}",
    "check.proposal": "no decision: the text of the proposal {proposal}, {title}: {status}",
    "check.amendment": "no decision: the text of the amendment {amendment} to {proposal}: {state}",
    "check.agreement": "the agreement {agreement} with {parties}, signed {at}: in force",
    "check.agreement.until":
      "the agreement {agreement} with {parties}, signed {at}: in force until {until}",
    "check.agreement.ended":
      "the agreement {agreement} with {parties}, signed {at}: ended {until}",
    "check.issued":
      "issued in the name of all as {id}, by {proposal}, on {at} (entry {entry}): {note}",
    "check.disavowed": "disavowed on {at} (entry {entry}): {note}",
    "check.external":
      "another body's decision, {id}, put on record on {at} (entry {entry}); it was taken by {note}",
    "check.document": "a document, {note}, registered on {at} (entry {entry}), and no decision",
  ]
}
