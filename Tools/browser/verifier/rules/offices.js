// SPDX-License-Identifier: Apache-2.0
// Offices, and the hand-over of the secretariat.

import { need } from "../errors.js";
import { equals } from "../expressions.js";
import { decodeVkey } from "../notes.js";
import { Subject } from "../statutes.js";
import { at, int } from "../values.js";
import { Signers } from "./signers.js";

export const offices = {
  /** Whether the key may hold the role besides those who hold it. */
  checkOffice(roleName, party, key, replaced = []) {
    const role = at(this.statutes.roles, roleName);
    const others = this.holders(roleName).filter((name) => !replaced.includes(name));
    const parties = others.map((name) => this.keys.get(name).offices.get(roleName));
    need(!others.includes(key), "too_many_holders", "the key holds the role already");
    for (const place of this.places(role, party)) {
      const taken = parties.filter((other) => this.places(role, other).some((each) => equals(each, place)));
      need(taken.length < int(at(role, "count")), "too_many_holders");
    }
    for (const other of parties) {
      need(!("not_from" in role) || other === null || party === null
        || !(party === other || this.tied(role.not_from, party, other)), "incompatible_office");
    }
  },

  /** What a holder of this party counts for where a role has a `count`: the role, or each that it is `per`. */
  places(role, party) {
    const per = role.per ?? null;
    if (!("count" in role) || per === null) return "count" in role ? ["role"] : [];
    if (party === null || per === "party") return party === null ? [] : [party];
    if (Array.isArray(per)) return per.filter((roll) => this.roll(roll).includes(party));
    const value = this.statutes.fact(per, new Subject(this.factsOf(party)));
    return value === null ? [] : [value];
  },

  /** {name, slots, resolution}: who names to the role, of a key that takes an office. */
  checkNewOffice(s, roleName, replaced = []) {
    const party = s.party ?? null;
    need(party === null || this.isMember(party), "unknown_party");
    const name = this.needNewKey(s.key, party === null ? [] : this.keysOf(party));
    const role = this.findIn(this.statutes.roles, roleName, "unknown_role");
    this.checkOffice(roleName, party, name, replaced);
    if (role.named_by === "each_party") {
      return { name, slots: [party === null ? [] : this.votingKeys(party)], resolution: null };
    }
    return { name, slots: [], resolution: role.named_by ? this.resolution(role.named_by, party) : null };
  },

  "office.assigned"(s) {
    const { name, slots, resolution } = this.checkNewOffice(s, s.role);
    return [[new Signers([...this.by(s, "registrar"), [name], ...slots], { resolution })],
      () => this.register(s.key, s.role, s.party ?? null)];
  },

  "secretariat.handed_over"(s) {
    const { name, slots, resolution } = this.checkNewOffice(s, "registrar", this.holders("registrar"));
    const log = decodeVkey(s.log_key ?? s.key);
    need(!("log_key" in s) || log.name === this.origin, "other_ledger", "the log's key does not bear its name");
    need(!("log_key" in s) || (!this.publics.has(log.publicKey) && decodeVkey(s.key).publicKey !== log.publicKey),
      "key_used_before");
    const carried = this.resolution(at(this.statutes.amend, "matter_rule"), s.party ?? null);
    const ways = [
      new Signers([...this.by(s, "registrar"), [name], ...slots], { resolution }),
      new Signers([[name]], { resolution: carried })];
    return [ways, () => {
      for (const key of this.keys.values()) key.offices.delete("registrar");
      this.register(s.key, "registrar", s.party ?? null);
      if ("log_key" in s) this.publics.set(log.publicKey, log.name);
    }];
  },
};
