// SPDX-License-Identifier: Apache-2.0
// Who may sign a statement.

import { need } from "../errors.js";
import { at, int, names, range } from "../values.js";

/**
 * One way in which a statement may be signed, by exactly these keys.
 *
 * Each slot needs a key of its own; all of `every` sign, who may fill a slot besides; and where there
 * is a written resolution, the keys of its electors, so many that they carry it.
 */
export class Signers {
  constructor(slots, { every = [], resolution = null } = {}) {
    Object.assign(this, { slots, every, resolution });
  }

  fit(signed) {
    return this.every.every((name) => signed.includes(name)) && this.place(signed, this.slots)
      && (this.resolution === null || this.resolution.carries(signed));
  }

  place(signed, slots) {
    if (!slots.length) return signed.every((name) => this.every.includes(name) || this.resolution?.keys.has(name));
    return signed.some((name) => slots[0].includes(name)
      && this.place(signed.filter((other) => other !== name), slots.slice(1)));
  }
}

/** The ways in which the statement at hand may be signed. */
export const signing = {
  /** The slots that these roles fill when they sign: their own, and those who must sign with them. */
  by(s, ...roles) {
    return roles.flatMap((role) => {
      const cosign = int(at(this.statutes.roles, role).cosign?.[s.type] ?? 0);
      return [this.holders(role), ...range(Math.max(0, cosign)).map(() => this.anyKey())];
    });
  },

  byRegistrar(s) {
    return [new Signers(this.by(s, "registrar"))];
  },

  /** The applicant's key (and the registrar for a letter-box), or the registrar for a letter-box. */
  byApplicant(application, s) {
    const key = [application.enrolled ?? application.key].filter((name) => name !== null);
    if (!("received_at" in s)) {
      need(key.some((name) => this.signers.includes(name)), "receipt_not_attested");
      return [new Signers([key])];
    }
    return [new Signers([key, ...this.by(s, "registrar")]), new Signers(this.by(s, "registrar"))];
  },

  /** The one party whose voting key signed, also one that left, or null. */
  signingParty() {
    const found = [...this.parties.keys()]
      .filter((party) => this.castKeys(party).some((key) => this.signers.includes(key)));
    return found.length === 1 ? found[0] : null;
  },

  /** One voting key of the party; nobody's where there is none. */
  byParty(party) {
    return new Signers(party ? [this.votingKeys(party)] : [[]]);
  },

  /** The registrar, and one more holder of a key of a member or an office. */
  byTwo(s) {
    return [new Signers([...this.by(s, "registrar"), this.anyKey()])];
  },

  /**
   * A written resolution: whose keys count, and whether so many of them carry the rule.
   *
   * With `leftOut` it is the ruling of a body without these parties.
   */
  resolution(ruleName, subject = null, leftOut = null) {
    const rule = this.findIn(this.statutes.rules, ruleName, "unsupported");
    const groups = leftOut === null
      ? this.electorate(rule).filter((group) => !this.recused(rule, group, subject))
      : this.without(at(rule, "electors"), leftOut);
    const found = this.words(rule);
    const words = found.length ? found : ["yes"];
    const weights = groups.map((group) => this.weight(rule, group));
    const among = [range(groups.length), ...this.blocs(rule, groups).values()];
    return this.byGroups(groups, (signing) => {
      const choices = new Map([...signing].map((n) => [n, words[0]]));
      const [row, ...blocs] = among.map((each) => this.row(each, choices, words, weights));
      return this.outcome(rule, row, blocs) === "carried";
    });
  },

  /** What `Signers` asks of a resolution; `carries` is given the set of the numbers of the groups that signed. */
  byGroups(groups, carries) {
    const keys = new Map(groups.flatMap((group, n) => group.flatMap((party) => this.votingKeys(party)
      .map((key) => [key, n]))));
    return {
      keys,
      carries: (signed) => carries(new Set(signed.filter((name) => keys.has(name)).map((name) => keys.get(name)))) };
  },

  /** The ruling of a body without some parties and those tied to them. */
  ruling(body, leftOut) {
    for (const stage of this.appealStages()) {
      if (stage.body === body && this.statutes.rules[stage.rule ?? ""]?.electors === body) {
        return this.resolution(stage.rule, null, leftOut);
      }
    }
    const groups = this.without(body, leftOut);
    return this.byGroups(groups, (signing) => 2 * signing.size > groups.length);
  },

  /** The stages of appeal, procedures in the order of their names. */
  appealStages() {
    const { procedures } = this.statutes;
    return names(procedures).flatMap((name) => at(procedures[name], "stages").filter((stage) => "body" in stage));
  },

  /** The groups of a body without these parties and those tied to them by what recuses there. */
  without(body, leftOut) {
    const kinds = this.body(body).recuse ?? [];
    return this.electorate({ electors: body }).filter((group) => !group.some(
      (party) => leftOut.includes(party) || leftOut.some((other) => this.tied(kinds, party, other))));
  },
};
