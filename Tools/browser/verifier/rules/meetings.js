// SPDX-License-Identifier: Apache-2.0
// Meetings of bodies, and seats that are lost by staying away.

import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { at, int, same, unique, within } from "../values.js";
import { Signers } from "./signers.js";

export const meetings = {
  "meeting.held"(s) {
    this.needNew(this.meetings, s, "meeting");
    need(s.body in this.statutes.bodies, "unknown_thing", "unknown body: " + s.body);
    const [body, held, { present }] = [this.statutes.bodies[s.body], decodeTime(s.held), s];
    need(held <= this.now, "received_in_future");
    need(this.meetingsOf(s.body).every((other) => other.held <= held), "wrong_window", "before the last meeting");
    need(present.length && same(present, unique(present).sort()) && within(present, this.mayAttend(body, held)),
      "not_a_holder");
    const keys = present.flatMap((party) => this.votingKeys(party));
    const meeting = { name: s.meeting, body: s.body, held, present };
    return [[new Signers([...this.by(s, "registrar"), keys])], () => this.meetings.set(s.meeting, meeting)];
  },

  /** The meetings of a body, in their order. */
  meetingsOf(body) {
    return [...this.meetings.values()].filter((meeting) => meeting.body === body);
  },

  /** Who was of a body at a moment, and their alternates. */
  mayAttend(body, time) {
    const alternates = this.termsOf(body.seats ?? [], time).map((term) => this.alternateOf(term, time));
    return [...this.ofBody(body, time), ...alternates.filter((party) => party !== null)];
  },

  /** The parties that hold a seat of a body at a moment, or are in its roll. */
  ofBody(body, time) {
    if ("seats" in body) return unique(this.seatHolders(body.seats, time));
    const now = this.now;
    this.now = time;
    try {
      return this.roll(at(body, "roll"));
    } finally {
      this.now = now;
    }
  },

  // Absence.

  /** The names of the meetings by which the seat is lost; none where it is not. */
  missed(term) {
    const [name] = this.bodiesOf(term.seat);
    const { absent } = at(this.statutes.bodies, name);
    if (!absent || !("missed" in absent)) return [];
    const number = int(absent.missed);
    const held = this.meetingsOf(name).filter((meeting) => term.start <= meeting.held);
    const last = held.slice(Math.max(0, held.length - number));
    const wasThere = last.some((meeting) => meeting.present.includes(term.party)
      || meeting.present.includes(this.alternateOf(term, meeting.held)));
    return wasThere || last.length < number ? [] : last.map((meeting) => meeting.name);
  },

  /** `seat.vacated` by absence. */
  seatLost(s, term) {
    const expected = this.missed(term);
    need(expected.length && same(s.meetings, expected), "wrong_meetings", "computed: " + expected.join(" "));
    return [new Signers(this.by(s, "registrar", "teller"))];
  },
};
