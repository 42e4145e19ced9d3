// SPDX-License-Identifier: Apache-2.0
// What was found, as the JSON of `Tools/verify/verify.py --json`.

import { encodeBase64 } from "./encoding.js";
import { NEVER } from "./rules/terms.js";
import { encodeTime } from "./times.js";
import { int, object } from "./values.js";

/** The text with everything that a terminal or a browser obeys made visible. */
export function clean(text) {
  return String(text).replace(/[\p{C}\p{Z}]/gu, (c) => (c === " " ? c : `\\u{${c.codePointAt(0).toString(16)}}`));
}

/** Whether a log holds, has the quorum that was asked for, and all that was kept of it. */
export function isWell({ broken, witnessed, kept }) {
  return !broken && witnessed.satisfied && kept.every((word) => word === "holds");
}

export function asJSON(state, broken) {
  if (broken) {
    const { entry, offset, kind, reason, message, difference } = broken;
    const told = { ok: false, kind, reason, message: clean(message) };
    if (entry !== null) told.entry = entry;
    if (offset !== null) told.offset = offset;
    if (difference) Object.assign(told, { expected: difference.expected, found: difference.found });
    return told;
  }
  const members = state.members();
  const votes = [...state.votes];
  const byItem = (vote, told) => object(vote.results.map((row) => [row.item, told(row)]));
  return {
    ok: true, origin: state.origin, log_key: state.logKey, rehearsal: state.rehearsal,
    entries: state.size, signatures: state.signatureCount, checkpoints: state.checkpoints,
    size: state.size, root: encodeBase64(state.root), uncommitted_bytes: state.uncommittedBytes,
    members: [...members].sort(), suspended: members.filter((party) => state.isSuspended(party)).sort(),
    statutes_version: int(state.inForce().version),
    proposals: object([...state.proposals].map(([name, proposal]) => [name, state.status(proposal)])),
    decisions: object(votes.filter(([, vote]) => vote.certified !== null)
      .map(([name, vote]) => [name, byItem(vote, (row) => row.outcome)])),
    terms: state.terms.map((term) => termAsJSON(state, term)),
    alternates: state.terms.filter((term) => state.runs(term, state.now))
      .flatMap((term) => alternateAsJSON(state, term)),
    chairs: object([...state.turns].map(([body, turns]) => [
      body, turns.map((turn) => ({ from: encodeTime(turn.start), chairs: turn.chairs }))])),
    meetings: object([...state.meetings.values()].map(({ body }) => [body, state.meetingsOf(body).length])),
    lots: object([...state.lots].map(([name, { places, drawn }]) => [name, { places, drawn }])),
    elections: object([...state.elections].map(([name, election]) => [name, electionAsJSON(state, election)])),
    votes: object(votes.filter(([, vote]) => vote.results !== null)
      .map(([name, vote]) => [name, byItem(vote, ({ item, ...row }) => row)])),
  };
}

/** `until` is left out while nobody can know it, `ended` where the term was not cut short. */
export function termAsJSON(state, term) {
  const [told, end] = [{ seat: term.seat, party: term.party, from: encodeTime(term.start) }, state.endOf(term)];
  if (term.until < NEVER) told.until = encodeTime(term.until);
  if (end < term.until && end <= state.lastTime) told.ended = encodeTime(end);
  return told;
}

function alternateAsJSON(state, term) {
  const alternate = state.alternateOf(term, state.now);
  return alternate === null ? [] : [{ seat: term.seat, party: term.party, alternate }];
}

function electionAsJSON(state, election) {
  const vote = state.voteOf(election);
  const told = {
    places: election.places, candidates: vote ? vote.candidates : state.candidatesOf(election),
    nominations_close: encodeTime(election.nominationsClose), terms_from: encodeTime(election.termsFrom),
    certified: election.certified !== null };
  if (vote && vote.results !== null) {
    told.elected = object(vote.results.map((row) => [
      row.item, row.elected.map((candidate) => state.nominations.get(candidate).party)]));
  }
  return told;
}
