// SPDX-License-Identifier: Apache-2.0
// Reviews: who reviews what, and how it is scored.

import { need } from "../errors.js";
import { at, int, names, same, within } from "../values.js";
import { Signers } from "./signers.js";

const ROLE = "reviewer";

function spread(loads) {
  return loads.size ? Math.max(...loads.values()) - Math.min(...loads.values()) : 0;
}

/** The spread of the standard assignment: in the order of arrival, to those with the least load. */
function leastSpread(loads, clean, each) {
  const inOrder = [...clean.keys()].sort((a, b) => a.effective - b.effective || a.number - b.number);
  for (const application of inOrder) {
    const least = [...clean.get(application)].sort((a, b) => loads.get(a) - loads.get(b) || (a < b ? -1 : 1));
    for (const name of least.slice(0, each)) loads.set(name, loads.get(name) + 1);
  }
  return spread(loads);
}

export const reviews = {
  /** Whether the reviewer's party stands in a relation that recuses to the applicant. */
  isConflicted(reviewer, application) {
    const party = this.keys.get(reviewer).offices.get(ROLE);
    return party !== null && this.tied(at(this.statutes.roles, ROLE).recuse ?? [], party, application.id);
  },

  selection(call) {
    return at(this.statutes.selections, at(this.stage(call, "review"), "select"));
  },

  "review.assigned"(s) {
    const call = this.call(s);
    const panel = this.holders(ROLE).sort();
    const [each, clean] = [int(at(this.selection(call), "reviews", "each")), new Map()];
    for (const assignment of s.assignments) this.checkAssignment(call, panel, each, clean, assignment);
    const loads = this.loads(call, panel);
    const least = leastSpread(new Map(loads), clean, each);
    const assigned = s.assignments.flatMap((assignment) => assignment.reviewers);
    for (const name of assigned) loads.set(name, loads.get(name) + 1);
    need(spread(loads) <= Math.max(1, least), "unequal_load");
    return [this.byRegistrar(s), () => {
      const until = this.windowEnd(this.now, at(this.stage(call, "review"), "window"));
      for (const { application, reviewers } of s.assignments) {
        Object.assign(this.applications.get(application), { reviewers: [...reviewers], reviewUntil: until });
      }
    }];
  },

  /** One assignment; `clean` collects whom each application could be given to. */
  checkAssignment(call, panel, each, clean, assignment) {
    const [application, reviewers] = [this.application(assignment), assignment.reviewers];
    need(application.call === call && this.isEligible(application), "not_eligible");
    need(application.tier !== null || !("id" in this.stage(call, "diligence")), "no_tier");
    need(application.reviewers === null && !clean.has(application), "already_assigned");
    const free = panel.filter((name) => !this.isConflicted(name, application));
    clean.set(application, free);
    need(within(reviewers, panel), "not_a_reviewer");
    need(within(reviewers, free), "recused");
    need(new Set(reviewers).size === reviewers.length && reviewers.length === Math.min(each, free.length),
      "wrong_assignment");
  },

  /** {reviewer: how many applications of the call they have} */
  loads(call, panel) {
    const loads = new Map(panel.map((name) => [name, 0]));
    for (const name of this.applicationsOf(call).flatMap((application) => application.reviewers ?? [])) {
      if (loads.has(name)) loads.set(name, loads.get(name) + 1);
    }
    return loads;
  },

  "review.submitted"(s) {
    need(!this.reviews.has(s.review), "review_exists");
    const application = this.application(s);
    need(this.isEligible(application) && application.reviewers?.length && !application.call.shortlisted,
      "not_under_review");
    const desk = "received_at" in s ? this.by(s, "registrar") : [];
    const authors = this.signers.filter((name) => !desk.length || !desk[0].includes(name));
    need(authors.length === 1, "wrong_signers", "one reviewer signs a review");
    const [reviewer] = authors;
    need(this.holders(ROLE).includes(reviewer), "not_a_reviewer");
    need(!this.isConflicted(reviewer, application), "recused");
    need(!application.reviews.has(reviewer), "duplicate_review");
    const rubric = at(this.selection(application.call), "rubric");
    const scales = new Map(rubric.map((c) => [at(c, "id"), int(at(c, "scale"))]));
    need(same(names(s.scores), [...scales.keys()].sort())
      && names(s.scores).every((c) => s.scores[c] >= 0 && s.scores[c] <= scales.get(c)), "score_out_of_scale");
    need(this.effective < application.reviewUntil, "after_window");
    need(application.reviewers.includes(reviewer), "not_assigned");
    return [[new Signers([[reviewer], ...desk])], () => {
      application.reviews.set(reviewer, s.scores);
      this.reviews.add(s.review);
    }];
  },
};
