// SPDX-License-Identifier: Apache-2.0
// Agreements and actions.

import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { at, int } from "../values.js";
import { Signers } from "./signers.js";

export const agreements = {
  "agreement.signed"(s) {
    this.needNew(this.agreements, s, "agreement");
    const [proposal, { parties }] = [this.adopted(s), s];
    need(Object.values(proposal.texts).includes(s.sha256), "other_text");
    need(parties.length || "mandate" in s, "no_mandate");
    const mandate = "mandate" in s ? this.mandate(s) : null;
    need(mandate === null || mandate.proposal === proposal, "no_mandate");
    for (const party of parties) this.needMember(party);
    const wanted = at(this.statutes.roles, "registrar").cosign?.[s.type] ?? 0;
    need(new Set(parties).size === parties.length && parties.length >= int(wanted), "wrong_signers",
      "too few parties, or one twice");
    const actions = new Map(s.obligations.map((each) => [each.action, this.newAction(each)]));
    need(actions.size === s.obligations.length, "thing_exists", "an action twice");
    const holder = mandate ? [this.keysOf(mandate.holder)] : [];
    const slots = [this.holders("registrar"), ...parties.map((party) => this.votingKeys(party)), ...holder];
    return [[new Signers(slots)], () => {
      const until = "until" in s ? decodeTime(s.until) : Infinity;
      this.agreements.set(s.agreement, { law: proposal.law, until, ended: false });
      actions.forEach((action, name) => this.actions.set(name, action));
    }];
  },

  "agreement.ended"(s) {
    const agreement = this.under(this.known(this.agreements, s, "agreement"));
    need(!agreement.ended && this.now < agreement.until, "unknown_thing", "not in force");
    return [this.byTwo(s), () => (agreement.ended = true)];
  },

  newAction(s) {
    this.needNew(this.actions, s, "action");
    this.needMember(s.owner);
    return { law: this.statutes, owner: s.owner, state: "assigned" };
  },

  "action.assigned"(s) {
    this.adopted(s);
    const action = this.newAction(s);
    return [this.byRegistrar(s), () => this.actions.set(s.action, action)];
  },

  "action.updated"(s) {
    const action = this.under(this.known(this.actions, s, "action"));
    need(action.state !== "done" && action.state !== "dropped", "unknown_thing", "the action is over");
    const ways = s.state === "dropped" ? this.byRegistrar(s) : [new Signers([this.keysOf(action.owner)])];
    return [ways, () => (action.state = s.state)];
  },
};
