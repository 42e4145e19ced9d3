// SPDX-License-Identifier: Apache-2.0
// Appeals against what was decided on an application or a proposal.

import { need } from "../errors.js";
import { Course } from "../records.js";
import { at } from "../values.js";
import { Signers } from "./signers.js";

const PROPOSAL_APPEAL = 30 * 86400;

export const appeals = {
  /** {what, entry, time} of the last decision against the application, or null. */
  adverse(application) {
    const [a, { call }] = [application, application];
    if (a.outcome === "lost") return { what: "lost", ...a.certified };
    if (a.disposition === "eligible" && call.shortlisted && a.reviewers?.length && !a.selected && a.vote === null) {
      return { what: "not_selected", ...call.shortlisted };
    }
    if (a.disposition === "ineligible") return { what: "ineligible", ...a.screened };
    if (a.disposition === "incomplete" && !a.mayScreen && this.effective >= a.repairUntil) {
      return { what: "lapsed", entry: a.repairOpened, time: a.repairUntil };
    }
    return null;
  },

  "appeal.filed"(s) {
    if ("proposal" in s) return this.proposalAppealed(s);
    const application = this.application(s);
    const [stage, decision] = [this.stage(application.call, "appeal"), this.adverse(application)];
    need("id" in stage && decision && !application.withdrawn, "nothing_to_appeal");
    need(this.effective < this.calendar.end(decision.time, at(stage, "within")), "appeal_window_over");
    const name = `${decision.what} ${decision.entry} ${decision.time}`;
    const pending = [...this.appeals.values()].some((a) => a.application === application && a.pending);
    need(!this.appeals.has(s.appeal) && !application.appealed.has(name) && !pending, "appeal_exists");
    return [this.byApplicant(application, s), () => {
      application.appealed.add(name);
      this.appeals.set(s.appeal, { application, proposal: null, what: decision.what, pending: true });
    }];
  },

  "appeal.ruled"(s) {
    const appeal = this.find(this.appeals, s.appeal, "unknown_appeal");
    need(appeal.pending, "unknown_appeal");
    if (appeal.proposal) return this.proposalAppealRuled(appeal.proposal, appeal, s.verdict);
    const application = this.under(appeal.application);
    const stage = this.stage(application.call, "appeal");
    return [[new Signers([], { resolution: this.resolution(at(stage, "rule"), application.id) })], () => {
      appeal.pending = false;
      if (s.verdict !== "remit") return;
      if (appeal.what === "ineligible" || appeal.what === "lapsed") {
        application.mayScreen = true;
        this.openRepair(application);
      } else {
        application.mayVote = true;
        application.course = new Course(application.course.rule);
      }
    }];
  },

  proposalAppealed(s) {
    const proposal = this.proposal(s);
    const may = "appeal" in this.matter(proposal.matter) && proposal.about;
    need(may && this.isAdopted(proposal), "nothing_to_appeal");
    need(!this.appeals.has(s.appeal) && !proposal.appealed, "appeal_exists");
    need(this.now < proposal.adopted + PROPOSAL_APPEAL, "appeal_window_over");
    return [[new Signers([this.keysOf(proposal.about)])], () => {
      proposal.appealed = true;
      this.appeals.set(s.appeal, { application: null, proposal, pending: true });
    }];
  },

  proposalAppealRuled(proposal, appeal, verdict) {
    const matter = this.matter(this.under(proposal).matter);
    const parties = [proposal.about, proposal.party].filter((party) => party !== null);
    return [[new Signers([], { resolution: this.ruling(at(matter, "appeal"), parties) })], () => {
      appeal.pending = false;
      if (verdict !== "remit") return;
      Object.assign(proposal, {
        adopted: null, ratifyBy: null, ratification: null, ratified: false, course: new Course(matter.rule) });
      if (proposal.expelled) {
        this.parties.get(proposal.about).left = null;
        proposal.expelled = false;
      }
    }];
  },
};
