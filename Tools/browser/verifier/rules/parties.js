// SPDX-License-Identifier: Apache-2.0
// Members and applicants: rolls, relations, suspension, resignation.

import { need } from "../errors.js";
import { Subject } from "../statutes.js";
import { Day } from "../times.js";
import { at, names, object } from "../values.js";
import { Signers } from "./signers.js";

export const parties = {
  isMember(party) {
    return this.parties.has(party) && this.wasMember(party, this.now);
  },

  wasMember(party, time) {
    const { since, left } = this.parties.get(party);
    return since <= time && (left === null || time < left);
  },

  members() {
    return [...this.parties.keys()].filter((party) => this.isMember(party));
  },

  needMember(party) {
    need(this.isMember(party), "unknown_party", "no member: " + party);
    return this.parties.get(party);
  },

  isSuspended(party, time = this.now) {
    return this.parties.get(party).suspensions.some((proposal) => this.isStanding(proposal)
      && proposal.adopted <= time && time < proposal.suspendedUntil);
  },

  isActive(party) {
    return this.isMember(party) && !this.isSuspended(party);
  },

  /** Of a founder's or an applicant's facts, relations and names; `updates` are [time, facts] that replace some. */
  newParty({ name, facts, relations }, since, key) {
    return { name, facts, updates: [], relations, since, left: null, suspensions: [], key, alternates: new Set() };
  },

  /** What a member states now; a count looks back to an earlier moment. */
  factsOf(party) {
    const { facts, updates } = this.parties.get(party);
    if (!updates.length) return facts;
    const until = updates.filter(([time]) => time <= this.now).map(([, changed]) => changed);
    return object([facts, ...until].flatMap((each) => Object.entries(each)));
  },

  /** The facts of the member or application that an id means. */
  stated(name) {
    const id = this.alias.get(name) ?? name;
    return this.parties.has(id) ? this.factsOf(id) : this.applications.get(id).facts;
  },

  /** What follows from the log for a member, or for who is looked at as one. */
  derived(status, since) {
    const today = this.calendar.day(this.now);
    return { status, today: new Day(today), member_days: BigInt(today - this.calendar.day(since)) };
  },

  /** What the statutes' expressions see of a member, with these facts of its nominee. */
  partySubject(party, facts = {}) {
    const record = this.parties.get(party);
    const own = this.factsOf(party);
    const all = names(facts).length ? object([...Object.entries(own), ...Object.entries(facts)]) : own;
    return new Subject(all, this.derived(this.isSuspended(party) ? "suspended" : "member", record.since));
  },

  /** What the statutes' expressions see of an applicant. */
  applicantSubject(application) {
    const [today, closes] = [this.now, application.call.closes - 1].map((time) => new Day(this.calendar.day(time)));
    return new Subject(application.facts, { status: "applicant", today, closes_on: closes });
  },

  onRoll(name, subject) {
    const roll = this.findIn(this.statutes.rolls, name, "unsupported");
    return (!("of" in roll) || this.onRoll(roll.of, subject))
      && this.statutes.holds(at(roll, "where"), subject) === true;
  },

  roll(name) {
    return this.members().filter((party) => this.onRoll(name, this.partySubject(party)));
  },

  /** The member or application that an id means; an admitted application is its member. */
  owner(name) {
    const id = this.alias.get(name) ?? name;
    return this.parties.get(id) ?? this.applications.get(id) ?? null;
  },

  /** Whether a and b stand in one of these relations, in either direction. */
  tied(kinds, one, other) {
    const [a, b] = [one, other].map((name) => this.alias.get(name) ?? name);
    return a !== b && kinds.some((kind) => this.stands(kind, a, b) || this.stands(kind, b, a));
  },

  /** Whether a stands in the relation to b: as b stated it, or as it was declared. */
  stands(kind, a, b) {
    const now = (name) => this.alias.get(name) ?? name;
    if (this.ties.some(([k, x, y]) => k === kind && now(x) === a && now(y) === b)) return true;
    const stated = [...(this.owner(b).relations[kind] ?? [])];
    if (at(this.statutes.relations, kind).symmetric === "true") {
      return stated.some((each) => (this.owner(a).relations[kind] ?? []).includes(each));
    }
    const { attributes } = this.statutes;
    for (const name of names(attributes)) {
      if (at(attributes, name, "type") === "parties" && name.slice(0, -1) + "_of" === kind) {
        stated.push(...(this.statutes.fact(name, new Subject(this.stated(b))) ?? []));
      }
    }
    return stated.map(now).includes(a);
  },

  checkFacts(s, statutes) {
    for (const name of names(s.facts)) {
      need(name in statutes.attributes && !("subject" in statutes.attributes[name]), "unknown_fact", name);
    }
    for (const kind of names(s.relations)) need(kind in statutes.relations, "unknown_relation", kind);
  },

  "relation.declared"(s) {
    const kind = this.findIn(this.statutes.relations, s.kind, "unknown_relation");
    need(this.owner(s.from) && this.owner(s.to), "unknown_party");
    const ties = [[s.kind, s.from, s.to], ...(kind.symmetric === "true" ? [[s.kind, s.to, s.from]] : [])];
    return [[new Signers([[...this.keysOf(s.from), ...this.keysOf(s.to)]])], () => this.ties.push(...ties)];
  },

  "member.reinstated"(s) {
    const party = this.parties.get(s.member);
    need(party && this.isMember(s.member), "unknown_thing", "not suspended");
    const suspensions = party.suspensions.filter((p) => this.now < p.suspendedUntil && this.isStanding(p));
    need(suspensions.length, "unknown_thing", "not suspended");
    need(![...this.appeals.values()].some((a) => suspensions.includes(a.proposal) && a.pending), "appeal_exists");
    const { rule } = this.matter(this.under(suspensions.at(-1)).matter);
    const resolution = this.resolution(rule, s.member);
    return [[new Signers(this.by(s, "registrar"), { resolution })], () => {
      for (const proposal of suspensions) proposal.suspendedUntil = this.now;
    }];
  },

  "member.resigned"(s) {
    const party = this.needMember(s.member);
    const { matters } = this.statutes;
    const name = names(matters).find((each) => matters[each].rule === "none" && matters[each].by === "party");
    const notice = (name === undefined ? null : matters[name].notice) ?? "PT0H";
    const left = Math.max(this.now, this.calendar.noticeEnd(this.now, notice));
    return [[this.byParty(s.member)], () => (party.left = party.left === null ? left : Math.min(left, party.left))];
  },
};
