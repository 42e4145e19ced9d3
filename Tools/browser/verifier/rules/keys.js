// SPDX-License-Identifier: Apache-2.0
// Keys: who holds them, and their enrolment, rotation and revocation.

import { need } from "../errors.js";
import { decodeVkey } from "../notes.js";
import { decodeTime } from "../times.js";
import { unique } from "../values.js";
import { Signers } from "./signers.js";

/** Puts one name in another's place in a list, a set or a map. */
function replace(names, old, new_) {
  if (Array.isArray(names)) {
    if (names.includes(old)) names[names.indexOf(old)] = new_;
  } else if (names instanceof Map && names.has(old)) {
    names.set(new_, names.get(old)).delete(old);
  } else if (names instanceof Set && names.delete(old)) {
    names.add(new_);
  }
}

export const keys = {
  /** Records a key, and the office that it takes; gives its name. */
  register(vkey, role = null, party = null) {
    const { name, id, publicKey } = decodeVkey(vkey);
    if (!this.keys.has(name)) this.keys.set(name, { id, publicKey, offices: new Map() });
    this.publics.set(publicKey, name);
    if (role !== null) this.keys.get(name).offices.set(role, party);
    return name;
  },

  /** The key's name; never a key or a name that was used before, unless by one of `same`. */
  needNewKey(vkey, same = []) {
    const { name, publicKey } = decodeVkey(vkey);
    need((same.includes(name) && this.keys.get(name).publicKey === publicKey)
      || (!this.keys.has(name) && !this.publics.has(publicKey)), "key_used_before");
    return name;
  },

  /** {role: party or null} of a key, without the offices of who is a member no more. */
  offices(key) {
    const held = [...this.keys.get(key).offices].filter(([, party]) => party === null || this.isMember(party));
    return new Map(held);
  },

  inUse(names) {
    return unique(names).filter((name) => !this.revoked.has(name));
  },

  holders(role) {
    return this.inUse([...this.keys.keys()].filter((name) => this.offices(name).has(role)));
  },

  /** The keys in force that cast a member's vote: its own and its alternates'. */
  votingKeys(party) {
    return this.isMember(party) ? this.castKeys(party) : [];
  },

  castKeys(party) {
    const { key, alternates } = this.parties.get(party);
    return this.inUse([key, ...alternates]);
  },

  /** Every key in force of a member, its offices' among them, or of an applicant. */
  keysOf(name) {
    const [owner, id] = [this.owner(name), this.alias.get(name) ?? name];
    const held = [...this.keys].filter(([, key]) => this.parties.has(id) && [...key.offices.values()].includes(id));
    const own = [owner.key, owner.enrolled ?? null, ...(owner.alternates ?? [])].filter((key) => key !== null);
    return this.inUse([...held.map(([key]) => key), ...own]);
  },

  /** Every key in force of a member or an office. */
  anyKey() {
    const voting = this.members().flatMap((party) => this.votingKeys(party));
    return this.inUse([...voting, ...[...this.keys.keys()].filter((name) => this.offices(name).size)]);
  },

  "key.enrolled"(s) {
    const alternate = "party" in s && "alternate" in s;
    const owner = "party" in s ? this.needMember(s.party) : this.onboarding(s);
    let name;
    if ("party" in s) {
      need(alternate || this.revoked.has(owner.key), "key_in_force");
      name = this.needNewKey(s.key);
    } else {
      need(owner.enrolled === null || this.revoked.has(owner.enrolled), "key_in_force");
      name = this.needNewKey(s.key, this.enrolledKeys().has(owner.key) ? [] : [owner.key]);
    }
    const slots = alternate ? [this.holders("registrar"), [name], [owner.key]] : [...this.by(s, "registrar"), [name]];
    return [[new Signers(slots)], () => {
      this.register(s.key);
      if (alternate) {
        owner.alternates.add(name);
      } else if ("party" in s) {
        owner.key = name;
      } else {
        owner.enrolled = name;
        owner.done.add(s.type);
      }
    }];
  },

  /** The keys that are, or were, somebody's voting key. */
  enrolledKeys() {
    const enrolled = [...this.applications.values()].map((application) => application.enrolled);
    return new Set([...enrolled, ...[...this.parties.values()].flatMap((party) => [party.key, ...party.alternates])]);
  },

  needKeyInForce(name) {
    need(this.keys.has(name) && name !== this.origin, "unknown_key");
    need(!this.revoked.has(name), "revoked_key");
  },

  "key.rotated"(s) {
    const old = s.key;
    this.needKeyInForce(old);
    const new_ = this.needNewKey(s.to);
    return [[new Signers([[old], [new_]])], () => {
      this.register(s.to);
      this.keys.get(old).offices.forEach((party, role) => this.keys.get(new_).offices.set(role, party));
      this.revoked.set(old, { since: null, reason: "rotated" });
      const tellers = [...this.votes.values()].flatMap((vote) => vote.tellers);
      const tables = [this.parties, this.applications, this.proposals, this.nominations];
      for (const thing of [...tables.flatMap((table) => [...table.values()]), ...tellers]) {
        for (const field of ["key", "enrolled", "nominee"]) {
          if (thing[field] === old) thing[field] = new_;
        }
        for (const field of ["alternates", "reviewers", "reviews"]) replace(thing[field], old, new_);
      }
    }];
  },

  "key.revoked"(s) {
    this.needKeyInForce(s.key);
    const since = "from" in s ? decodeTime(s.from) : null;
    need(since === null || since <= this.now, "received_in_future");
    return [[new Signers([[s.key]]), new Signers([...this.by(s, "registrar"), this.anyKey()])],
      () => this.revoked.set(s.key, { since, reason: s.reason })];
  },
};
