// SPDX-License-Identifier: Apache-2.0
// How an admitted applicant becomes a member.

import { needSame } from "../differences.js";
import { need } from "../errors.js";
import { Subject } from "../statutes.js";
import { at, names } from "../values.js";
import { Signers } from "./signers.js";

function appointedOrSigned(s) {
  if ("party" in s) return [[new Signers([[this.needMember(s.party).key]])], () => {}];
  const [application, what] = [this.onboarding(s), s.document ?? s.type];
  const own = application.enrolled === null ? [] : [application.enrolled];
  return [[new Signers([own])], () => application.done.add(what)];
}

export const joining = {
  /** The application, if it is admitted and there is still time to complete it. */
  onboarding(s) {
    const application = this.application(s);
    need(application.outcome === "carried", "not_admitted");
    const within = at(this.stage(application.call, "onboard"), "within");
    need(this.now < this.calendar.end(application.certified.time, within), "onboarding_over");
    need(application.member === null, "already_member");
    return application;
  },

  "representative.appointed": appointedOrSigned,
  "document.signed": appointedOrSigned,

  "member.admitted"(s) {
    need(!this.parties.has(s.member) && !this.applications.has(s.member), "party_exists");
    this.needNewName(s.member);
    const application = this.onboarding(s);
    const needs = at(this.stage(application.call, "onboard"), "needs");
    const { enrolled, done } = application;
    need(needs.every((each) => done.has(each)) && enrolled !== null && !this.revoked.has(enrolled), "needs_missing");
    const subject = new Subject(application.facts, this.derived("member", this.now));
    const rolls = names(this.statutes.rolls)
      .filter((name) => "of" in this.statutes.rolls[name] && this.onRoll(name, subject));
    needSame(s.rolls, rolls, "wrong_rolls");
    return [[new Signers(this.by(s, "registrar", "teller"))], () => {
      application.member = s.member;
      this.alias.set(application.id, s.member);
      this.parties.set(s.member, this.newParty(application, this.now, enrolled));
    }];
  },
};
