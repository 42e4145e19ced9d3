// SPDX-License-Identifier: Apache-2.0
// The founding of the ledger, and new statutes after it.

import { hex, utf8 } from "../bytes.js";
import { encodeJSON } from "../encoding.js";
import { need } from "../errors.js";
import { sha256 } from "../hashes.js";
import { decodeVkey } from "../notes.js";
import { Statutes } from "../statutes.js";
import { Calendar, decodeTime } from "../times.js";
import { at, int, names } from "../values.js";
import { Signers } from "./signers.js";

export const foundation = {
  "ledger.founded"(s) {
    const logKey = decodeVkey(s.log_key);
    need(logKey.name === this.origin, "other_ledger", "the log's key does not bear the log's name");
    const statutes = this.newStatutes(s.statutes);
    need(s.calendar.timezone === statutes.timezone, "outside_calendar", "for another time zone");
    const founders = new Map(s.founders.map((founder) => [founder.party, founder]));
    need(founders.size && founders.size === s.founders.length, "party_exists", "founders that are not different");
    const held = s.offices.filter((office) => founders.get(office.party)?.key !== office.key);
    const keys = [...s.founders, ...held].map((each) => decodeVkey(each.key));
    for (const part of ["name", "publicKey"]) {
      const values = [...keys, logKey].map((key) => key[part]);
      need(new Set(values).size === values.length, "key_used_before", "one key or name twice");
    }
    for (const founder of s.founders) this.checkFacts(founder, statutes);
    this.checkFirstOffices(s.offices, founders, statutes);
    this.checkSeats(s.seats, founders, statutes);
    this.found(s, statutes, founders, logKey);
    return [[new Signers([], { every: keys.map((key) => key.name) })], () => (this.rehearsal = s.rehearsal)];
  },

  newStatutes(tree) {
    return new Statutes(tree, (name) => this.roll(name));
  },

  /** Relations can be looked up only when the founders are there; a refusal ends the log anyway. */
  found(s, statutes, founders, logKey) {
    Object.assign(this, {
      name: s.name, statutes, calendar: new Calendar(s.calendar), versions: [[this.now, statutes]] });
    this.keys.set(logKey.name, { id: null, publicKey: logKey.publicKey, offices: new Map() });
    this.publics.set(logKey.publicKey, logKey.name);
    for (const [party, founder] of founders) {
      this.parties.set(party, this.newParty(founder, this.now, this.register(founder.key)));
    }
    for (const office of s.offices) {
      this.checkOffice(office.role, office.party ?? null, decodeVkey(office.key).name);
      this.register(office.key, office.role, office.party ?? null);
    }
    this.terms = s.seats.map((each) => this.newTerm(each.seat, each.party, this.now, { elected: false }));
  },

  checkFirstOffices(offices, founders, statutes) {
    for (const office of offices) {
      need(!("party" in office) || founders.has(office.party), "unknown_party");
      need(office.role in statutes.roles, "unknown_role");
    }
    need(offices.some((office) => office.role === "registrar"), "unknown_role", "no registrar");
    for (const role of names(statutes.roles)) {
      const [terms, held] = [statutes.roles[role], offices.filter((office) => office.role === role).length];
      need(!("count" in terms) || "per" in terms || held <= int(terms.count), "too_many_holders", role);
    }
  },

  checkSeats(seats, founders, statutes) {
    for (const seat of seats) {
      need(founders.has(seat.party), "unknown_party");
      need(seat.seat in statutes.seats, "unknown_seat");
    }
    for (const name of names(statutes.seats)) {
      const held = seats.filter((seat) => seat.seat === name).length;
      need(held <= int(at(statutes.seats, name, "count")), "too_many_holders", name);
    }
    const on = new Map(names(statutes.bodies).map((name) => [
      name, seats.filter((seat) => (statutes.bodies[name].seats ?? []).includes(seat.seat))
        .map((seat) => seat.party)]));
    for (const [name, parties] of on) {
      need(new Set(parties).size === parties.length, "too_many_holders", "twice on the body " + name);
      for (const other of statutes.bodies[name].never ?? []) {
        need(!parties.some((party) => on.get(other).includes(party)), "incompatible_office", "on two bodies");
      }
    }
  },

  "statutes.adopted"(s) {
    const proposal = this.adopted(s);
    this.statutes = this.inForce();
    need(proposal.matter === "statutes", "not_adopted");
    need(!proposal.enacted, "thing_exists");
    need(hex(sha256(utf8(encodeJSON(s.statutes)))) === proposal.statutes, "other_text");
    const [law, [since, last], { amend }] = [this.newStatutes(s.statutes), this.versions.at(-1), this.statutes];
    need(law.policy === last.policy && law.timezone === last.timezone && int(law.version) === int(last.version) + 1,
      "wrong_version");
    const earliest = this.calendar.noticeEnd(proposal.adopted, amend.effective_after ?? "PT0H");
    const effective = decodeTime(s.effective);
    need(effective >= Math.max(earliest, this.now, since), "too_early");
    const slots = [...this.by(s, "registrar"), ...("by_also" in amend ? [this.holders(amend.by_also)] : [])];
    return [[new Signers(slots, { every: this.holders("teller") })], () => {
      proposal.enacted = true;
      this.versions.push([effective, law]);
    }];
  },
};
