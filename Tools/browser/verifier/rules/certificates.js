// SPDX-License-Identifier: Apache-2.0
// Challenges to a vote, its certificate, and what follows from it.

import { needSame } from "../differences.js";
import { need } from "../errors.js";
import { Course } from "../records.js";
import { at, int, object } from "../values.js";
import { Signers } from "./signers.js";

export const certificates = {
  /** The body that hears challenges, or null. */
  challengeBody(vote) {
    const matter = vote.election ? at(this.statutes.matters, vote.matter) : this.matter(vote.matter);
    return matter.appeal || vote.rule.block?.tested_by || this.appealStages().find((stage) => "body" in stage)?.body;
  },

  "vote.challenged"(s) {
    const [vote, party] = [this.standingVote(s), this.signingParty()];
    this.needNew(this.challenges, s, "challenge");
    need(this.graceOver(vote), "voting_open");
    need(vote.certified === null, "already_certified");
    const [body, leftOut] = [this.challengeBody(vote), this.groupIn(vote, party)];
    need(body && this.without(body, leftOut).length, "nobody_rules");
    const challenge = { law: vote.law, vote, body, leftOut, open: true };
    return [[this.byParty(party)], () => this.challenges.set(s.challenge, challenge)];
  },

  "challenge.ruled"(s) {
    const challenge = this.under(this.known(this.challenges, s, "challenge"));
    need(challenge.open, "thing_exists", "the challenge was ruled on");
    const { vote, body, leftOut } = challenge;
    return [[new Signers([], { resolution: this.ruling(body, leftOut) })], () => {
      challenge.open = false;
      if (s.verdict !== "annulled") return;
      vote.annulled = true;
      vote.items.forEach((item, n) => {
        if (item.kind === "application") Object.assign(item, { ...vote.before[n], mayVote: true });
      });
    }];
  },

  "outcome.certified"(s) {
    const vote = this.standingVote(s);
    need(vote.results !== null, "no_tally");
    need(vote.certified === null, "already_certified");
    need(![...this.challenges.values()].some((c) => c.open && c.vote === vote), "challenge_open");
    need(!("challenge" in vote.rule) || this.now >= this.calendar.end(vote.tallied, vote.rule.challenge),
      "challenge_open");
    needSame(s.outcomes, object(vote.results.map((row) => [row.item, row.outcome])), "wrong_outcome");
    const begun = this.needTerms(vote, s);
    need(this.holders("teller").length, "wrong_signers", "there is no teller");
    return [[new Signers(this.by(s, "registrar"), { every: this.holders("teller") })], () => {
      vote.certified = this.now;
      vote.certifiedBy = this.number;
      if (vote.election) this.beginTerms(vote, begun);
      vote.courses.forEach((course, n) => this.certify(vote.items[n], course, s.outcomes[vote.items[n].id]));
    }];
  },

  /** What follows from a certificate. */
  certify(item, course, outcome) {
    course.advance(item.kind, outcome, this.now, this.number, item.law.rules);
    const carried = outcome === "carried";
    if (item.kind === "application") {
      Object.assign(item, {
        outcome, certified: { entry: this.number, time: this.now }, mayVote: !course.final });
    } else if (item.kind === "amendment") {
      item.pending = !course.final;
      if (carried) Object.assign(item.proposal, { texts: item.texts, statutes: item.statutes });
    } else if (course === item.ratification) {
      item.ratified = item.ratified || (carried && this.now < item.ratifyBy);
    } else if (carried && course === item.course) {
      this.adopt(item);
    }
  },

  adopt(proposal) {
    const matter = this.matter(proposal.matter);
    proposal.adopted = this.now;
    if ("ratify" in matter && at(matter, "ratify", "rule") !== proposal.course.rule) {
      proposal.ratifyBy = this.calendar.end(this.now, at(matter, "ratify", "within"));
      proposal.ratification = new Course(matter.ratify.rule);
    }
    if (proposal.matter === "suspension") {
      proposal.suspendedUntil = matter.lasts ? this.calendar.end(this.now, matter.lasts) : Infinity;
      this.parties.get(proposal.about).suspensions.push(proposal);
    }
    if (proposal.matter === "expulsion" && this.isMember(proposal.about)) this.expel(proposal);
  },

  expel(proposal) {
    this.endTerms(proposal.about);
    proposal.expelled = true;
    this.parties.get(proposal.about).left = this.now;
    for (const key of this.keys.values()) {
      key.offices.forEach((party, role) => party === proposal.about && key.offices.delete(role));
    }
  },

  "escalation.requested"(s) {
    const proposal = this.proposal(s);
    const course = this.course(proposal);
    need(course && course.waits && !proposal.withdrawn, "rounds_left");
    const rule = at(this.statutes.rules, course.rule);
    const [by, groups, ways] = [at(rule, "fallback_by"), this.electorate(rule, proposal), []];
    if ("rule" in by) ways.push(new Signers([], { resolution: this.resolution(by.rule, proposal.about) }));
    if ("or_members" in by) {
      const count = int(by.or_members);
      const carries = (signing) => signing.size === this.signers.length && signing.size >= count;
      ways.push(new Signers([], { resolution: this.byGroups(groups, carries) }));
    }
    return [ways, () => course.fallBack(rule)];
  },
};
