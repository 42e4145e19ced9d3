// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Due {
  /// What is due, by whom and until when in English.
  static let english: [String: String] = [
    "due.line": "{when}  {who}: {what} (§ {clause})",
    "due.now": "now",
    // Who.
    "who.registrar": "registrar",
    "who.teller": "tellers",
    "who.applicants": "applicants",
    "who.applicant": "applicant {application}",
    "who.members": "members",
    // What.
    "due.call_opens": "the call {call} opens",
    "due.call_open": "the call {call} is open: {count|application|applications} so far",
    "due.call_grace":
      "the call {call} is closed but for what was sealed in time: {count|application|applications}",
    "due.call_close": "close the call {call}: {count|application|applications}",
    "due.screen": "screen {count|application|applications} in {call}",
    "due.rescreen": "screen {count|application|applications} in {call} again",
    "due.repair": "mend {application}: {reasons}",
    "due.diligence": "find the tier of {count|application|applications} in {call}",
    "due.assign": "assign reviewers to {count|application|applications} in {call}",
    "due.reviews": "review {count|application|applications}: {applications}",
    "due.reviews_short": "too few reviews of {applications}, and the window is over",
    "due.shortlist": "publish the shortlist of {call}",
    "due.objections": "objections in {call} are open: {count|objection|objections} so far",
    "due.answer": "answer the objection {objection}",
    "due.open_vote": "open the vote on {count|application|applications} in {call}",
    "due.vote_opens": "the vote {vote} opens",
    "due.voting": "vote in {vote}: {tookPart} of {electors} took part",
    "due.voting.quorum":
      "vote in {vote}: {tookPart} of {electors} took part, the quorum is {quorum}",
    "due.ballots_grace":
      "{vote} is closed but for ballots sealed in time: {tookPart} of {electors} took part",
    "due.tally": "publish the tally of {vote}",
    "due.certify": "certify the outcome of {vote}",
    "due.appeal": "rule on the appeal {appeal} of {application}",
    "due.onboarding": "still to provide: {missing}",
    "due.admit": "record {application} as a member",
    "need.key.enrolled": "a registered key",
    "need.representative.appointed": "a representative",
  ]
}
