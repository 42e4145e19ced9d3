// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Entries {
  /// One line for each type of statement, and the words in it in English.
  static let english: [String: String] = [
    // A line: number, time, what happened.
    "entry.line": "{index}  {received}  {summary}",
    "entry.ledger.founded":
      "{name} is founded by {count|member|members}, under {policy} version {version}",
    "entry.ledger.founded.rehearsal": """
    {name} is founded as a rehearsal with {count|member|members}, under {policy} version \
    {version}
    """,
    "entry.office.assigned": "{key} becomes {role}",
    "entry.secretariat.handed_over": "the secretariat is handed over to {key}",
    "entry.secretariat.handed_over.log_key":
      "the secretariat is handed over to {key}, with a new key of the log",
    "entry.key.enrolled": "the key {key} is registered for {holder}",
    "entry.key.enrolled.alternate":
      "the key {key} is registered for {holder}, as its alternate's",
    "entry.key.rotated": "the key {key} is replaced by {to}",
    "entry.key.revoked": "the key {key} is revoked: {reason}",
    "entry.key.revoked.from": "the key {key} is revoked as of {from}: {reason}",
    "entry.relation.declared": "{actor} declares a tie, {kind}, from {from} to {to}",
    "entry.member.reinstated": "the suspension of {member} ends early: {ground}",
    "entry.member.resigned": "{member} resigns",
    // Calls and applications.
    "entry.call.opened": "the call {call} is set from {opens} until {closes}",
    "entry.call.extended": "the call {call} is extended until {closes}: {ground}",
    "entry.call.closed":
      "the call {call} is closed: {total|application|applications}, of which {standing} stand",
    "entry.application.submitted": "{application} applies in {call}: {name}",
    "entry.application.withdrawn": "{application} is withdrawn",
    "entry.application.screened": "{application} is found {disposition}",
    "entry.application.screened.reasons": "{application} is found {disposition}: {reasons}",
    "entry.application.repaired": "{application} is mended: {facts}",
    "entry.diligence.found": "{application} was checked at tier {tier}",
    "entry.review.assigned": "reviews in {call} are assigned for {count|application|applications}",
    "entry.review.submitted": "{actor} reviews {application}",
    "entry.shortlist.published":
      "the shortlist of {call} is published: {selected} of {count|application|applications}",
    "entry.objection.raised": "{actor} objects to {application} ({objection})",
    "entry.objection.answered": "the objection {objection} is answered",
    "entry.objection.withdrawn": "the objection {objection} is withdrawn",
    "entry.appeal.filed": "{application} appeals ({appeal})",
    "entry.appeal.filed.proposal": "{actor} appeals against {proposal} ({appeal})",
    "entry.appeal.ruled": "the appeal {appeal} is ruled on: {verdict}",
    "entry.representative.appointed": "{holder} appoints {representative}",
    "entry.document.signed": "{application} signs {document}",
    "entry.member.admitted": "{application} joins as {member}",
    "entry.member.admitted.rolls": "{application} joins as {member}, one of {rolls}",
    "entry.act.refused": "{kind} is turned away: {reason}",
    "entry.act.refused.reference": "{kind} {reference} is turned away: {reason}",
    // Proposals.
    "entry.proposal.submitted": "{actor} proposes {proposal} ({matter}): {title}",
    "entry.proposal.submitted.about":
      "{actor} proposes {proposal} ({matter}, about {about}): {title}",
    "entry.proposal.seconded": "{actor} seconds {proposal}",
    "entry.proposal.withdrawn": "{actor} withdraws {proposal}",
    "entry.amendment.proposed": "{actor} offers {amendment}, another text of {proposal}: {title}",
    "entry.amendment.accepted": "{actor} takes over {amendment}",
    "entry.amendment.withdrawn": "{actor} withdraws {amendment}",
    "entry.text.frozen": "the debate on {proposal} is over, and its text stays as it is",
    "entry.text.revised": "{actor} revises the text of {proposal} between rounds",
    "entry.hearing.held": "the hearing on {proposal}: the organisation concerned was heard",
    "entry.hearing.held.absent":
      "the hearing on {proposal}: the organisation concerned did not come",
    "entry.escalation.requested": "the fallback rule on {proposal} is asked for by {actor}",
    // Votes.
    "entry.vote.opened": "the vote {vote} is set on {items}, by {rule}, until {closes}",
    "entry.vote.opened.round":
      "the vote {vote} is set on {items}, by {rule}, round {round}, until {closes}",
    "entry.vote.opened.call":
      "the vote {vote} is set on {count|application|applications}, until {closes}",
    "entry.vote.extended": "the vote {vote} is extended until {closes}: {ground}",
    "entry.ballot.cast": "{actor} votes in {vote}: {choices}",
    "entry.ballot.cast.sealed": "{actor} casts a sealed ballot in {vote}",
    "entry.ballot.revoked": "{actor} takes back what it cast in {vote}",
    "entry.voter.named": "{voter} casts the one vote of {parties}",
    "entry.proxy.given": "{actor} lets {to} vote for it in {vote}",
    "entry.conflict.declared": "{actor} declares a conflict and steps aside from {item} in {vote}",
    "entry.block.tested": "the block by {party} on {item} in {vote}: {verdict} ({ground})",
    "entry.seal.opened": "{actor} opens its share of the sealed ballots of {vote}",
    "entry.tally.published": "the tally of {vote} is published: {outcomes}",
    "entry.vote.challenged": "{actor} challenges the vote {vote} ({challenge}): {ground}",
    "entry.challenge.ruled": "the challenge {challenge} is ruled on: {verdict} ({ground})",
    "entry.outcome.certified": "the outcome of {vote} is certified: {outcomes}",
    "entry.vote.opened.election":
      "the vote {vote} is set on {items} in the election {election}, until {closes}",
    "entry.tally.published.election": "the tally of {vote} is published: {elected}",
    "entry.outcome.certified.election":
      "the outcome of {vote} is certified: {count|term begins|terms begin} {from}",
    "entry.elected": "{seat}: {names}",
    "entry.elected.nobody": "{seat}: nobody",
    // Elections and seats.
    "entry.election.called": """
    the election {election} is called for {places}; nominations until {closes}, terms from {from}
    """,
    "entry.nomination.made": "{actor} nominates {label} of {party} for {seat} ({nomination})",
    "entry.nomination.accepted": "{actor} accepts: {nomination} stands",
    "entry.nomination.withdrawn": "{actor} withdraws {nomination}",
    "entry.seat.vacated": "{party} gives up its {seat}: {ground}",
    "entry.seat.filled": "{party} takes the vacant {seat} until {until}, by the count of {vote}",
    // What was decided.
    "entry.statutes.adopted":
      "the statutes become version {version} by {proposal}, in force from {effective}",
    "entry.mandate.granted": "{holder} is given the mandate {mandate} until {until}: {scope}",
    "entry.mandate.reported": "{actor} reports on {occasion} under the mandate {mandate}",
    "entry.mandate.ended": "the mandate {mandate} ends early: {ground}",
    "entry.statement.issued": "{statement} goes out in the name of all, by {proposal}: {channel}",
    "entry.statement.disavowed": "the text {digest}… is disavowed: {ground}",
    "entry.agreement.signed": "the agreement {agreement} by {proposal} is signed: {parties}",
    "entry.agreement.ended": "the agreement {agreement} ends: {ground}",
    "entry.action.assigned": "{owner} is to do {action} by {due}: {text}",
    "entry.action.updated": "{action} is {state}: {note}",
    "entry.external.recorded":
      "what {body} decided is on record as its own decision, {decision}: {title}",
    "entry.document.registered": "a document is registered ({kind}, {digest}…): {title}",
    "entry.complaint.filed": "{actor} complains, with a receipt ({complaint}): {ground}",
    "entry.complaint.answered": "the complaint {complaint} is answered: {answer}",
    // Who a party, key or holder is.
    "entry.applicant": "applicant {application}",
    "entry.nobody": "somebody",
  ]
}
