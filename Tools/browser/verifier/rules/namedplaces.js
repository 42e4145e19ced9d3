// SPDX-License-Identifier: Apache-2.0
// Seats that are given by name.

import { need } from "../errors.js";
import { decodeTime, encodeTime } from "../times.js";
import { at, int, object } from "../values.js";
import { Signers } from "./signers.js";

export const namedPlaces = {
  "seat.named"(s) {
    const { seat, party } = s;
    const terms = this.findIn(this.statutes.seats, seat, "unknown_seat");
    need(!("per" in terms) && this.bodiesOf(seat).length, "unknown_seat", "a seat of each group, or of no body");
    const free = int(at(terms, "count")) - this.termsOf([seat], this.now).length;
    need(terms.vacancy === "named" && free > 0, "no_vacancy");
    this.needMember(party);
    this.needSeatFor(party, seat, object(), this.now);
    need(!this.isCapped(party, seat), "cap_broken");
    const until = this.calendar.end(this.now, at(terms, "term"));
    need(decodeTime(s.until) === until, "wrong_terms", "computed: " + encodeTime(until));
    const term = this.newTerm(seat, party, this.now, { until });
    return [[this.byNamers(s)], () => this.terms.push(term)];
  },

  /** Whether a cap of the class's body leaves no place for the party. */
  isCapped(party, seat) {
    const body = this.statutes.bodies[this.bodiesOf(seat)[0]];
    return this.caps(body, [{ party, facts: object() }], this.staying(body, this.now)).some((cap) => cap.cap === 0);
  },

  /** The registrar, the party, and more than half of the class's electors; the party's own counts for both. */
  byNamers(s) {
    const groups = this.electorate({ electors: at(this.statutes.seats, s.seat, "electors") });
    const resolution = this.byGroups(groups, (signing) => 2 * signing.size > groups.length);
    return new Signers([...this.by(s, "registrar"), this.votingKeys(s.party)], { resolution });
  },
};
