// SPDX-License-Identifier: Apache-2.0
// Objections to applications.

import { need } from "../errors.js";

export const objections = {
  "objection.raised"(s) {
    const [application, party] = [this.application(s), this.signingParty()];
    need(application.selected, "not_on_shortlist");
    need(this.now < this.objectionsUntil(application), "objections_over");
    need(!this.objections.has(s.objection), "objection_exists");
    need(party === null || this.isActive(party), "suspended");
    const objection = { application, party, answered: false, withdrawn: false };
    return [[this.byParty(party)], () => this.objections.set(s.objection, objection)];
  },

  "objection.answered"(s) {
    const objection = this.find(this.objections, s.objection, "unknown_objection");
    this.under(objection.application);
    need(objection.application.vote === null, "objections_over");
    return [this.byApplicant(objection.application, s), () => (objection.answered = true)];
  },

  "objection.withdrawn"(s) {
    const objection = this.find(this.objections, s.objection, "unknown_objection");
    return [[this.byParty(objection.party)], () => (objection.withdrawn = true)];
  },
};
