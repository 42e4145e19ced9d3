// SPDX-License-Identifier: Apache-2.0
// Alternates of those who hold a seat.

import { need } from "../errors.js";
import { object } from "../values.js";
import { Signers } from "./signers.js";

export const alternates = {
  "alternate.named"(s) {
    const { seat, party, alternate } = s;
    const terms = this.findIn(this.statutes.seats, seat, "unknown_seat");
    need(terms.alternate === "true", "no_alternates");
    const term = this.runningTerm(seat, party);
    need(term, "not_a_holder");
    need(this.isMember(alternate) && alternate !== party, "unknown_party");
    need(this.mayHold(alternate, seat, object()), "not_a_holder", "the alternate may not hold the seat");
    for (const name of this.bodiesOf(seat)) {
      const running = this.termsOf(this.statutes.bodies[name].seats, this.now);
      need(!running.some((other) => alternate === other.party
        || (other.party !== party && alternate === this.alternateOf(other, this.now))), "too_many_holders", name);
    }
    return [[new Signers([this.votingKeys(party), this.votingKeys(alternate)])],
      () => term.alternates.push({ since: this.now, party: alternate })];
  },

  /** The term by which the party holds a seat of the class now, or null. */
  runningTerm(seat, party) {
    return this.termsOf([seat], this.now).find((term) => term.party === party) ?? null;
  },

  /** The alternate in force at a moment of a term, or null: the last one named, while it has no seat itself. */
  alternateOf(term, time) {
    const named = term.alternates.findLast((each) => each.since <= time)?.party;
    if (named === undefined || !this.wasMember(named, time)) return null;
    const seats = this.bodiesOf(term.seat).flatMap((name) => this.statutes.bodies[name].seats);
    return this.seatHolders(seats, time).includes(named) ? null : named;
  },
};
