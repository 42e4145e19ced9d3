// SPDX-License-Identifier: Apache-2.0
// The terms that begin with a certificate, seats that fall vacant, and who follows.

import { needSame } from "../differences.js";
import { need } from "../errors.js";
import { decodeTime, encodeTime } from "../times.js";
import { at } from "../values.js";
import { Signers } from "./signers.js";
import { NEVER } from "./terms.js";

export const vacancies = {
  /** [{term, early: the term whose rest it takes or null}] that a certificate begins now; none of mandates. */
  beginningTerms(vote) {
    const start = Math.max(vote.election.termsFrom, this.now);
    return (vote.election.body === null ? [] : vote.results).flatMap(({ item, elected }) => {
      const places = this.seatPlaces(item, start);
      return elected.slice(0, places.length).map((candidate, n) => {
        const [nomination, { until, early }] = [this.nominations.get(candidate), places[n]];
        return { early, term: this.newTerm(item, nomination.party, start, { until, vote, nomination }) };
      });
    });
  },

  /** The terms that the certificate must name; none where there was no election. */
  needTerms(vote, s) {
    const begun = vote.election ? this.beginningTerms(vote) : [];
    const told = begun.map(({ term }) => ({
      seat: term.seat, party: term.party, from: encodeTime(term.start), until: encodeTime(term.until) }));
    needSame(s.terms ?? null, vote.election ? told : null, "wrong_terms");
    return begun;
  },

  /** The elected terms begin; the founding terms of the election's classes end. */
  beginTerms(vote, begun) {
    const start = Math.max(vote.election.termsFrom, this.now);
    for (const term of this.terms) {
      const ends = !term.elected && term.until === NEVER && vote.election.body !== null;
      if (ends && term.seat in vote.election.places) term.until = start; // by the first that is certified
    }
    for (const { term, early } of begun) this.beginTerm(term, early);
    vote.election.certified = this.now;
  },

  /** Of who has left already it is over at once, and no ruling gives it back. */
  beginTerm(term, early) {
    if (!this.isMember(term.party)) term.ended = this.now;
    this.terms.push(term);
    if (early) early.successor = term;
  },

  "seat.vacated"(s) {
    const term = this.runningTerm(s.seat, s.party);
    need(term, "not_a_holder");
    return ["meetings" in s ? this.seatLost(s, term) : [this.byParty(s.party)], () => (term.ended = this.now)];
  },

  "seat.filled"(s) {
    const [vote, { seat }] = [this.votes.get(s.vote), s];
    need(vote?.election, "no_vacancy", "no vote on seats: " + s.vote);
    const early = this.needVacancy(this.under(vote), seat);
    const { count, keeping } = this.countback(vote, seat);
    const elected = count ? count.elected.map((n) => vote.candidates[seat][n]) : [];
    const first = elected.find((candidate) => !keeping.includes(candidate));
    need(first !== undefined, "nobody_left");
    const nomination = this.nominations.get(first);
    need(s.party === nomination.party, "wrong_party", "computed: " + nomination.party);
    need(decodeTime(s.until) === early.until, "wrong_terms", "computed: " + encodeTime(early.until));
    needSame({ stages: s.stages }, { stages: this.stageRows(count, vote.candidates[seat]) }, "wrong_tally");
    const term = this.newTerm(seat, nomination.party, this.now, { until: early.until, vote, nomination });
    return [[new Signers(this.by(s, "registrar", "teller"))], () => this.beginTerm(term, early)];
  },

  /** The term that ended early and whose place is filled first. */
  needVacancy(vote, seat) {
    const certified = [...this.votes.values()]
      .filter((v) => v.certified !== null && v.election && seat in v.candidates);
    const last = certified.reduce((a, b) => (a !== null && a.certifiedBy > b.certifiedBy ? a : b), null);
    need(vote === last && this.statutes.seats[seat]?.vacancy === "runner_up", "no_vacancy");
    const place = this.seatPlaces(seat, this.now).find(({ early }) => early && !this.isForElection(early));
    need(place, "no_vacancy");
    return place.early;
  },

  /** Whether a pending election was called for the place, too: filled now, there would be too few for it. */
  isForElection(term) {
    return this.pendingElections(term.seat).some((election) => term.until > election.termsFrom
      && this.seatPlaces(term.seat, election.termsFrom).length <= election.places[term.seat]);
  },

  /** {count: of the class again with those who still sit, keeping: the candidates who keep their seats}. */
  countback(vote, seat) {
    const seatsHere = at(this.statutes.bodies, vote.election.body, "seats");
    const isOver = (term) => this.now >= this.endOf(term);
    const own = this.terms.filter((term) => term.vote === vote && term.seat === seat);
    const had = own.map((term) => term.party);
    const here = own.filter((term) => !isOver(term)).map((term) => term.party);
    const others = new Map(this.terms.filter((term) => !own.includes(term) && !isOver(term)
      && seatsHere.includes(term.seat) && !here.includes(term.party))
      .map((term) => [term.party, term.facts]));
    const candidates = vote.candidates[seat];
    const partyOf = (candidate) => this.nominations.get(candidate).party;
    const keeping = candidates.filter((candidate) => here.includes(partyOf(candidate)));
    const withdrawn = candidates.filter((candidate) => {
      const [party, { facts }] = [partyOf(candidate), this.nominations.get(candidate)];
      return !keeping.includes(candidate) && (had.includes(party) || others.has(party)
        || this.isWithdrawn(vote, candidate) || !this.isMember(party) || !this.mayHold(party, seat, facts));
    });
    const seats = Math.max(vote.election.places[seat], keeping.length + 1);
    const papers = vote.papers.get(seat);
    const count = this.countSeat(vote, seat, { papers, withdrawn, sitting: others, later: 0, seats, keeping });
    return { keeping, count };
  },
};
