// SPDX-License-Identifier: Apache-2.0
// Amendments to a proposal.

import { need } from "../errors.js";
import { Course } from "../records.js";

export const amendments = {
  "amendment.proposed"(s) {
    const [proposal, party] = [this.proposal(s), this.signingParty()];
    this.needNewName(s.amendment);
    need(proposal.matter === "statutes" || "amendments" in this.matter(proposal.matter), "not_amendable");
    this.needDebate(proposal);
    this.needOpened(proposal);
    need(party && this.couldVote(party, proposal), "may_not_propose");
    this.needStatutesForTheirMatter(s, proposal.matter);
    this.needLanguage(s.title, s.texts);
    const amendment = {
      id: s.amendment, kind: "amendment", law: proposal.law, proposal, party, title: s.title, texts: s.texts,
      statutes: s.statutes ?? null, pending: true, course: new Course(this.matter(proposal.matter).rule) };
    return [[this.byParty(party)], () => this.amendments.set(s.amendment, amendment)];
  },

  pendingAmendment(s) {
    const amendment = this.under(this.known(this.amendments, s, "amendment"));
    need(amendment.pending, "unknown_thing", "the amendment is not pending");
    need(!this.isInVote(amendment), "not_amendable", "the members are voting on it");
    return amendment;
  },

  "amendment.accepted"(s) {
    const amendment = this.pendingAmendment(s);
    this.needDebate(amendment.proposal);
    return [[this.byProposer(amendment.proposal)], () => {
      amendment.pending = false;
      Object.assign(amendment.proposal, { texts: amendment.texts, statutes: amendment.statutes });
    }];
  },

  "amendment.withdrawn"(s) {
    const amendment = this.pendingAmendment(s);
    return [[this.byParty(amendment.party)], () => (amendment.pending = false)];
  },
};
