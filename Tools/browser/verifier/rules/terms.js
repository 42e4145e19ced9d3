// SPDX-License-Identifier: Apache-2.0
// Seats and their terms: who holds one when, which places there are, and who rests.

import { Fault } from "../errors.js";
import { at, int, object, range } from "../values.js";

export const NEVER = Infinity; // the end of what has none

const SEVERAL = new Map([["W", [7, "D"]], ["Y", [12, "M"]]]);

/** A part of a duration, in its unit (of weeks days, of years months), rounded down. */
function partOf(duration, numerator, denominator) {
  const number = int(duration.replace(/^[PTDHMWY]+|[PTDHMWY]+$/g, ""));
  if (!denominator) throw new Fault("a part of nothing");
  const [several, unit] = SEVERAL.get(duration.at(-1)) ?? [1, duration.at(-1)];
  return `P${duration.includes("T") ? "T" : ""}${Math.floor((number * several * numerator) / denominator)}${unit}`;
}

export const terms = {
  /**
   * All but those of the founding are elected; `vote` is by which, `facts` are the nominee's.
   *
   * `successor` takes the rest of a term that ended early, `alternates` were named while it ran.
   */
  newTerm(seat, party, start, { until = NEVER, elected = true, vote = null, nomination = null } = {}) {
    const facts = nomination?.facts ?? object();
    return {
      seat, party, start, until, ended: NEVER, elected, vote, nomination, facts, successor: null, alternates: [] };
  },

  /** When it is, or was, over: by its time, by `seat.vacated`, or because its party left. */
  endOf(term) {
    return Math.min(term.until, term.ended, this.parties.get(term.party).left ?? NEVER);
  },

  runs(term, time) {
    return term.start <= time && time < this.endOf(term);
  },

  /** The terms of these classes that run at a moment. */
  termsOf(seats, time) {
    return this.terms.filter((term) => seats.includes(term.seat) && this.runs(term, time));
  },

  /** The terms of a body that have not begun. */
  waitingTerms(body) {
    const seats = at(this.statutes.bodies, body, "seats");
    return this.terms.filter((term) => seats.includes(term.seat) && this.now < term.start && term.start < this.endOf(term));
  },

  seatHolders(seats, time) {
    return this.termsOf(seats, time).map((term) => term.party);
  },

  electedTerms(seat) {
    return this.terms.filter((term) => term.seat === seat && term.elected);
  },

  /** The terms of who is expelled, begun or not, end. */
  endTerms(party) {
    for (const term of this.terms) {
      if (term.party === party && this.endOf(term) > this.now) term.ended = this.now;
    }
  },

  // Places.

  /** [{until, early: the term that ended early or null}] of the places of a class, the latest end first. */
  seatPlaces(seat, time) {
    const [terms, elected] = [at(this.statutes.seats, seat), this.electedTerms(seat)];
    const number = int(at(terms, "count")) - elected.filter((term) => this.runs(term, time)).length;
    let places;
    if (elected.length) {
      const early = elected.filter((term) => term.successor === null && this.endOf(term) <= time && time < term.until);
      const until = this.calendar.end(time, at(terms, "term"));
      const rest = range(Math.max(0, number - early.length)).map(() => ({ until, early: null }));
      places = [...early.map((term) => ({ until: term.until, early: term })), ...rest];
    } else {
      places = this.cohortEnds(terms, time, number).map((until) => ({ until, early: null }));
    }
    return places.sort((a, b) => b.until - a.until).slice(0, Math.max(number, 0));
  },

  /** The ends of the places of a class that has had no election: its cohorts follow each other. */
  cohortEnds(terms, time, number) {
    const cohorts = int(terms.stagger ?? "1");
    return range(Math.max(0, cohorts)).flatMap((cohort) => {
      const size = Math.floor(number / cohorts) + (cohort < ((number % cohorts) + cohorts) % cohorts ? 1 : 0);
      const length = partOf(at(terms, "term"), cohorts - cohort, cohorts);
      const end = this.calendar.end(time, length.replace(/^(PT?)0([DHM])$/, "$11$2"));
      return range(Math.max(0, size)).map(() => end);
    });
  },

  // Rest.

  /** Whether a moment follows an end before the rest is over; without `rest`, without a gap. */
  isNear(end, time, terms) {
    return "rest" in terms ? time < this.calendar.end(end, terms.rest) : time <= end;
  },

  /** Whether the party's last terms in a row were so many that it cannot begin one at this moment. */
  isResting(party, seat, time) {
    const terms = at(this.statutes.seats, seat);
    const past = this.electedTerms(seat).filter((term) => term.party === party).sort((a, b) => a.start - b.start);
    if (!("max_terms" in terms) || !past.length) return false;
    const row = [past.pop()];
    while (past.length && this.isNear(this.endOf(past.at(-1)), row[0].start, terms)) row.unshift(past.pop());
    const half = partOf(at(terms, "term"), 1, 2);
    const long = row.filter((term) => this.endOf(term) >= this.calendar.end(term.start, half));
    return long.length >= int(terms.max_terms) && this.isNear(this.endOf(row.at(-1)), time, terms);
  },
};
