// SPDX-License-Identifier: Apache-2.0
// Seats in other bodies: mandates that an election gives.

import { Constraint } from "../counting/constraints.js";
import { need } from "../errors.js";
import { range } from "../values.js";

const PLACES_MAX = 9;

export const seatsElsewhere = {
  needElsewhere(name, matter, places) {
    const mandate = this.statutes.mandates[name] ?? {};
    need(mandate.from === matter && !("per" in mandate), "unknown_seat", name);
    need(places >= 1 && places <= PLACES_MAX, "wrong_places", `${name}: ${places}, expected: 1..9`);
  },

  /** The floors of a mandate, and half of its places for each of its `pairs`. */
  constraintsElsewhere(mandate, candidates, places) {
    const half = Math.floor(places / 2);
    const pairs = (half ? mandate.pairs ?? [] : []).map((roll) => new Constraint(roll, range(candidates.length).filter(
      (n) => this.onRoll(roll, this.partySubject(candidates[n].party, candidates[n].facts))), half));
    return [...this.floors(mandate, candidates, new Map(), { seats: places, later: 0, all: places }), ...pairs];
  },

  /** `mandate.granted` to who was elected. */
  mandateWon(s) {
    const [vote, { holder, kind }] = [this.standingVote(s), s];
    const rows = vote.election ? (vote.results ?? []).filter((row) => row.item === kind) : [];
    const won = rows.flatMap((row) => row.elected.map((candidate) => this.nominations.get(candidate).party));
    const given = [...this.mandates.values()].some((m) => m.vote === vote && m.kind === kind && m.holder === holder);
    need(vote.certified !== null && (kind ?? "") in this.statutes.mandates && won.includes(holder) && !given,
      "not_elected");
    return this.mandateGranted(s, { vote });
  },
};
