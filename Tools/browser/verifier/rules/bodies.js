// SPDX-License-Identifier: Apache-2.0
// Bodies, and who is entitled to vote.

import { need } from "../errors.js";
import { Subject } from "../statutes.js";
import { at, compareLists, unique } from "../values.js";

const WEIGHT_MAX = 10000n;

export const bodies = {
  /** A body; a roll and an `own_…` electorate are bodies, too. */
  body(name) {
    const { bodies: all, rolls } = this.statutes;
    need(name in all || name in rolls || name.startsWith("own_"), "unsupported", name);
    return all[name] ?? (name in rolls ? { roll: name } : { own: name });
  },

  /** The parties entitled to vote now, in the groups that have one vote each. */
  electorate(rule, item = null) {
    const body = this.body(at(rule, "electors"));
    const parties = "seats" in body ? this.acting(body.seats)
      : ("roll" in body ? [body.roll] : this.ownRolls(item)).flatMap((roll) => this.roll(roll));
    return this.groups(unique(parties).filter((party) => !this.isSuspended(party)), body.one_vote_per);
  },

  acting(seats) {
    return this.seatHolders(seats, this.now).filter((party) => this.isActive(party));
  },

  /** Those of the parties that a kind of tie joins stand together; all sorted. */
  groups(parties, kind) {
    if (!kind) return [...parties].sort().map((party) => [party]);
    let groups = [];
    for (const party of parties) {
      const joined = groups.filter((group) => group.some((other) => this.tied([kind], party, other)));
      groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), party].sort()];
    }
    return groups.sort(compareLists);
  },

  /** The rolls that an item is in, of those that part the members: `of` another, and blocs of some rule. */
  ownRolls(item) {
    const about = item && this.subject(item);
    const parting = unique(Object.values(this.statutes.rules).flatMap((rule) => rule.blocs?.by ?? [])).sort();
    if (!about || !this.owner(about)) return [];
    const subject = this.asMember(about);
    return parting.filter((roll) => "of" in at(this.statutes.rolls, roll) && this.onRoll(roll, subject));
  },

  /** What the statutes' expressions would see of an applicant that is a member. */
  asMember(id) {
    return new Subject(this.stated(id), this.derived("member", this.owner(id).since ?? this.now));
  },

  recused(rule, group, subject) {
    if (subject === null) return false;
    const kinds = [...(rule.recuse ?? []), ...(this.body(at(rule, "electors")).recuse ?? [])];
    return group.includes(subject) || group.some((party) => this.tied(kinds, party, subject));
  },

  weight(rule, group) {
    if (!("weight" in rule)) return 1;
    const values = group.map((party) => BigInt(
      this.statutes.fact(rule.weight, new Subject(this.factsOf(party))) ?? 1n));
    const most = values.reduce((a, b) => (a > b ? a : b), 1n);
    return Number(most > WEIGHT_MAX ? WEIGHT_MAX : most);
  },

  /** {roll: the groups, by number, that are in it} for each roll that has a say of its own. */
  blocs(rule, groups) {
    return new Map((rule.blocs?.by ?? []).map((roll) => {
      const parties = new Set(this.roll(roll));
      const inside = groups.map((group, n) => (group.some((party) => parties.has(party)) ? n : -1));
      return [roll, inside.filter((n) => n >= 0)];
    }));
  },
};
