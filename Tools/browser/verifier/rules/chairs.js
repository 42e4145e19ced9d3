// SPDX-License-Identifier: Apache-2.0
// Who chairs a body, by a rota.

import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { at, compareLists, int, same, unique } from "../values.js";
import { Signers } from "./signers.js";

export const chairs = {
  /** [the body, the terms of its rota] */
  rota(s) {
    const body = this.statutes.bodies[s.body];
    need(body?.chair && "rotates" in body.chair, "no_rota", s.body);
    return [body, body.chair];
  },

  "chair.rotated"(s) {
    const [[body, rota], turns, start] = [this.rota(s), this.turns.get(s.body) ?? [], decodeTime(s.from)];
    need(start >= Math.max(this.now, ...turns.map((turn) => turn.start)), "wrong_window");
    need(!turns.length || this.isTurnOver(turns.at(-1), body, rota, start), "too_early");
    const expected = this.nextChairs(s.body, body, rota, start);
    need(expected.length && same(s.chairs, expected), "wrong_chair", "computed: " + expected.join(" "));
    const here = this.termsOf(body.seats ?? [], start).filter((term) => expected.includes(term.party));
    const turn = { chairs: expected, start, classes: unique(here.map((term) => term.seat)) };
    const slots = [...this.by(s, "registrar"), ...expected.map((party) => this.votingKeys(party))];
    return [[new Signers(slots)], () => {
      this.turns.set(s.body, [...turns, turn]);
      this.declined.set(s.body, new Set());
    }];
  },

  "chair.declined"(s) {
    const [[body], party] = [this.rota(s), this.signingParty()];
    need(this.ofBody(body, this.now).includes(party), "not_a_holder");
    return [[this.byParty(party)],
      () => this.declined.set(s.body, (this.declined.get(s.body) ?? new Set()).add(party))];
  },

  /** Whether a turn is over at a moment, by its length or because a chair holds no seat any more. */
  isTurnOver(turn, body, rota, time) {
    const here = this.ofBody(body, time);
    return time >= this.calendar.end(turn.start, rota.rotates) || !turn.chairs.every((party) => here.includes(party));
  },

  // The rota.

  /** The chairs of the turn that begins at a moment. */
  nextChairs(name, body, rota, start) {
    const chosen = [];
    for (const seat of rota.co_chairs ?? [null]) {
      const eligible = this.eligibleChairs(name, body, rota, seat, start);
      const left = this.notLeftOut(name, [...eligible.keys()].filter((party) => !chosen.includes(party)));
      const place = (party) => [this.lastTurn(name, party), ...eligible.get(party), party];
      chosen.push(...left.sort((a, b) => compareLists(place(a), place(b))).slice(0, 1));
    }
    return chosen;
  },

  /** {party: what it comes by among those who chaired as lately} of who may chair, of one class or any. */
  eligibleChairs(name, body, rota, seat, start) {
    if (!("seats" in body)) {
      const free = this.ofBody(body, start).filter((party) => !this.isSuspended(party, start));
      return new Map(free.map((party) => [party, []]));
    }
    const running = this.termsOf(body.seats, start).filter((term) => (seat === null || term.seat === seat)
      && !this.isSuspended(term.party, start));
    const found = new Map();
    for (const term of this.ofClassDue(name, rota, running)) {
      const place = [body.seats.indexOf(term.seat), term.start];
      const other = found.get(term.party);
      if (!other || compareLists(place, other) < 0) found.set(term.party, place);
    }
    return found;
  },

  /** Those of the class that must chair every so many turns, where it is due and anybody is of it. */
  ofClassDue(name, rota, terms) {
    if (!("at_least_every" in rota)) return terms;
    const [often, before] = [rota.at_least_every, int(at(rota, "at_least_every", "turns")) - 1];
    const turns = this.turns.get(name) ?? [];
    const last = before ? turns.slice(Math.max(0, turns.length - before)) : [];
    const due = terms.filter((term) => term.seat === at(often, "from"));
    const isDue = turns.length >= before && !last.some((turn) => turn.classes.includes(often.from));
    return isDue && due.length ? due : terms;
  },

  /** Without the last chairs and those who declined, as far as anybody is left. */
  notLeftOut(name, parties) {
    const [last, declined] = [this.turns.get(name)?.at(-1).chairs ?? [], this.declined.get(name) ?? new Set()];
    const fresh = parties.filter((party) => !last.includes(party));
    const willing = fresh.filter((party) => !declined.has(party));
    return [willing, fresh, parties].find((each) => each.length) ?? [];
  },

  /** When the party's last turn began; before all others where it had none. */
  lastTurn(name, party) {
    const own = (this.turns.get(name) ?? []).filter((turn) => turn.chairs.includes(party));
    return Math.max(-1, ...own.map((turn) => turn.start));
  },
};
