// SPDX-License-Identifier: Apache-2.0
// What the page shows of a log that holds, as plain data: it travels from the worker to the page.

import { encodeBase64 } from "../verifier/encoding.js";
import { clauses, isMet, parseClause } from "../verifier/expressions.js";
import { NEVER } from "../verifier/rules/terms.js";
import { encodeTime } from "../verifier/times.js";
import { names } from "../verifier/values.js";
import { callsOf, lotsOf, mandatesOf, meetingsOf } from "./deskview.js";

/** Everything that the page shows. */
export function viewOf(state) {
  const law = state.inForce();
  const when = (time) => moment(state, time);
  return {
    origin: state.origin, name: plain(state.name), rehearsal: state.rehearsal, zone: law.timezone,
    policy: law.policy, version: law.version, title: plain(law.title), first: moment(state, state.versions[0][0]),
    last: moment(state, state.lastTime), size: state.size, signatures: state.signatureCount,
    checkpoints: state.checkpoints, root: encodeBase64(state.root), logKey: state.logKey,
    uncommitted: state.uncommittedBytes, cosigners: state.cosigners, names: partyNames(state),
    members: membersOf(state), seats: seatsOf(state, law), chairs: chairsOf(state), elections: electionsOf(state),
    votes: [...state.votes].filter(([, vote]) => !vote.election).map(([id, vote]) => voteOf(state, id, vote)).reverse(),
    proposals: [...state.proposals.values()].map((each) => proposalOf(state, each)).reverse(),
    calls: callsOf(state, when), mandates: mandatesOf(state, when), lots: lotsOf(state, when),
    meetings: meetingsOf(state, when),
  };
}

/** An object by language, which the statutes may spell as a text. */
function plain(tree) {
  return typeof tree === "object" && tree !== null ? { ...tree } : { en: String(tree ?? "") };
}

/** A time as the log's own calendar has it: `2025-03-01 09:00`, or null where there is none. */
function moment(state, time) {
  if (time === null || time === NEVER) return null;
  return encodeTime(time + state.calendar.offset(time)).replace("T", " ").slice(0, 16);
}

/** {party: its name by language} of members and applicants, those who left among them. */
function partyNames(state) {
  const all = [...state.applications, ...state.parties];
  return new Map(all.map(([id, { name }]) => [id, { ...name }]));
}

function membersOf(state) {
  return [...state.parties].map(([id, party]) => {
    const left = party.left !== null && party.left <= state.now;
    return {
      id, since: moment(state, party.since), left: moment(state, party.left),
      status: left ? "left" : state.isSuspended(id) ? "suspended" : "member",
      seats: state.terms.filter((term) => term.party === id && state.runs(term, state.now)).map((term) => term.seat) };
  }).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function seatsOf(state, law) {
  const classes = [...new Set([...names(law.seats), ...state.terms.map((term) => term.seat)])];
  return classes.map((seat) => {
    const bodies = names(law.bodies).filter((name) => (law.bodies[name].seats ?? []).includes(seat));
    const terms = state.terms.filter((term) => term.seat === seat).map((term) => termOf(state, term));
    return { seat, bodies, count: Number(law.seats[seat]?.count ?? 0), terms: terms.reverse() };
  });
}

function termOf(state, term) {
  const end = state.endOf(term);
  const when = end <= state.now ? "past" : term.start > state.now ? "next" : "now";
  return {
    party: term.party, alternate: when === "now" ? state.alternateOf(term, state.now) : null,
    person: term.nomination?.label ?? null, when, elected: term.elected,
    from: moment(state, term.start), until: moment(state, term.until),
    ended: end < term.until ? moment(state, end) : null };
}

/** [{body, chairs, since}] of the turns that go on. */
function chairsOf(state) {
  const current = [...state.turns].map(([body, turns]) => [body, turns.findLast((turn) => turn.start <= state.now)]);
  return current.filter(([, turn]) => turn).map(([body, turn]) => ({
    body, chairs: turn.chairs, since: moment(state, turn.start) }));
}

function proposalOf(state, proposal) {
  return {
    id: proposal.id, title: plain(proposal.title), matter: proposal.matter, party: proposal.party,
    status: state.status(proposal), adopted: moment(state, proposal.adopted) };
}

// Decisions.

function voteOf(state, id, vote) {
  state.statutes = vote.law;
  return {
    id, matter: vote.matter, rule: vote.ruleName, round: vote.round, retry: vote.retry, sealed: vote.tellers.length > 0,
    opens: moment(state, vote.opens), closes: moment(state, vote.closes), certified: moment(state, vote.certified),
    standing: standingOf(state, vote), weighted: "weight" in vote.rule, electors: vote.electorate.length,
    excluded: vote.excluded.map(({ ballot, reason }) => ({ ballot, reason, party: partyOf(vote, ballot) })),
    items: vote.items.map((item, n) => itemOf(state, vote, item, vote.results?.[n] ?? null)) };
}

function partyOf(vote, id) {
  return vote.ballots.find((ballot) => ballot.id === id)?.party ?? null;
}

/** In one word, how far a vote has come. */
function standingOf(state, vote) {
  if (vote.annulled) return "annulled";
  if (vote.certified !== null) return "certified";
  if (vote.results !== null) return "counted";
  return state.now < vote.opens ? "announced" : state.now < vote.closes ? "open" : "closed";
}

function itemOf(state, vote, item, row) {
  const about = item.kind === "application" ? item.name : item.title;
  const told = { id: item.id, kind: item.kind, title: plain(about), row: null };
  if (!row) return told;
  const blocs = names(row.blocs).map((name) => ({ name, ...figuresOf(row.blocs[name]) }));
  return {
    ...told, outcome: row.outcome, winner: row.winner ?? null, row: figuresOf(row), blocs,
    workings: row.outcome === "void" ? [] : workingsOf(state, vote, row), ballots: ballotsOf(state, vote, item) };
}

function figuresOf({ electors, ballots, counts }) {
  return { electors, ballots, counts: Object.entries(counts) };
}

/** Every clause of the rule with its numbers: quorum, majority, and what it asks of each bloc. */
function workingsOf(state, vote, row) {
  const [rule, total] = [vote.rule, state.bases(vote.rule, row)];
  const quorum = (vote.retry ? rule.retry : rule).quorum ?? rule.quorum;
  const found = [
    ...told(vote.retry ? "retry" : "quorum", null, quorum, total), ...told("pass", null, rule.pass, total)];
  for (const name of names(row.blocs)) {
    const part = state.bases(rule, row.blocs[name]);
    found.push(...told("quorum", name, rule.blocs?.quorum, part), ...told("pass", name, rule.blocs?.each, part));
  }
  return found;
}

function told(label, bloc, text, counts) {
  return clauses(text).map((clause) => {
    const parsed = parseClause(clause);
    const { tally, operator, top, bottom, base } = parsed;
    const share = bottom === 1n && base === null ? String(top) : bottom === 1n ? `${top}/1` : `${top}/${bottom}`;
    return {
      label, bloc, tally, operator, share, base, found: counts[tally], of: base === null ? null : counts[base],
      bound: base === null ? null : boundOf(parsed, BigInt(counts[base])), met: isMet(parsed, counts) };
  });
}

/** The whole number that a share asks for: the least that is enough, or the most that may be. */
function boundOf({ operator, top, bottom }, of) {
  const [whole, exact] = [(top * of) / bottom, (top * of) % bottom === 0n];
  if (operator === ">=") return Number(exact ? whole : whole + 1n);
  if (operator === ">") return Number(whole + 1n);
  return Number(operator === "<" && exact ? whole - 1n : whole);
}

/** Who cast what, as it was counted: [{parties, choice, by: whose vote it followed, recused}]. */
function ballotsOf(state, vote, item) {
  const own = vote.own.get(item.id);
  const voters = state.electorsOf(vote, item, [...vote.electorate.keys()]);
  const isFree = (n) => voters.get(n) === n;
  return vote.electorate.map((parties, n) => {
    const voter = voters.get(n) ?? null;
    const proxy = isFree(n) && !own.has(n) && isFree(vote.proxies.get(n)) ? vote.proxies.get(n) : null;
    const choice = own.get(proxy ?? voter) ?? null;
    const by = choice === null || (proxy === null && isFree(n)) ? null
      : proxy === null ? [voter] : vote.electorate[proxy];
    return { parties, choice, by, recused: voter === null, weight: vote.weights[n] };
  });
}

// Elections.

function electionsOf(state) {
  return [...state.elections.values()].map((election) => {
    const vote = state.voteOf(election);
    const candidates = vote ? vote.candidates : state.candidatesOf(election);
    const method = election.law.selections[election.selection];
    return {
      id: election.id, matter: election.matter, method: method.method ?? null, ballot: method.ballot,
      closes: moment(state, election.nominationsClose), from: moment(state, election.termsFrom),
      certified: moment(state, election.certified), standing: vote ? standingOf(state, vote) : "nominations",
      vote: vote && {
        opens: moment(state, vote.opens), closes: moment(state, vote.closes), electors: vote.electorate.length,
        excluded: vote.excluded.map(({ ballot, reason }) => ({ ballot, reason, party: partyOf(vote, ballot) })) },
      classes: names(election.places).map((seat) => classOf(state, election, vote, seat, candidates[seat] ?? [])) };
  }).reverse();
}

function classOf(state, election, vote, seat, candidates) {
  const row = vote?.results?.find((each) => each.item === seat) ?? null;
  return {
    seat, places: election.places[seat], elected: row?.elected ?? [],
    candidates: candidates.map((id) => {
      const { party, label, withdrawn } = state.nominations.get(id);
      return { id, party, label, withdrawn };
    }),
    row: row && {
      electors: row.electors, ballots: row.ballots, outcome: row.outcome, counts: Object.entries(row.counts) },
    stages: (row?.stages ?? []).map((stage) => ({ ...stage, votes: Object.entries(stage.votes) })) };
}
