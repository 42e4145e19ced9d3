// SPDX-License-Identifier: Apache-2.0
// Applications: submission, screening, repair, diligence.

import { needSame } from "../differences.js";
import { Fault, need } from "../errors.js";
import { Course } from "../records.js";
import { decodeTime } from "../times.js";
import { at, object, unique } from "../values.js";
import { Signers } from "./signers.js";

const TOLD = new Map([[true, "true"], [false, "false"], [null, "unknown"]]);

export const applications = {
  "application.submitted"(s) {
    const call = this.call(s);
    need(!call.digest, "call_closed");
    need(!this.applications.has(s.application) && !this.parties.has(s.application), "application_exists");
    this.needNewName(s.application);
    let name = null;
    if ("key" in s) {
      const enrolled = this.enrolledKeys();
      const earlier = [...this.applications.values()].map((a) => a.key).filter((key) => key && !enrolled.has(key));
      name = this.needNewKey(s.key, earlier);
    }
    this.checkFacts(s, this.statutes);
    need(name || "received_at" in s, "receipt_not_attested");
    const application = this.newApplication(s, call, name);
    const desk = "received_at" in s ? this.by(s, "registrar") : [];
    return [[new Signers([...desk, ...(name ? [[name]] : [])])], () => {
      if (name) this.register(s.key);
      this.applications.set(s.application, application);
    }];
  },

  /** As it is submitted; `key` is the name of the applicant's own key, or null. */
  newApplication(s, call, key) {
    const matter = this.statutes.matters[this.stage(call, "decide").matter ?? ""] ?? {};
    return {
      id: s.application, kind: "application", law: call.law, call, number: this.number, name: s.name,
      effective: this.effective, key, channel: s.channel, sealed: "sealed_at" in s ? decodeTime(s.sealed_at) : null,
      facts: s.facts, relations: s.relations, withdrawn: false, door: null, disposition: null,
      screened: null, mayScreen: true, mayRepair: false, repairOpened: null, repairUntil: null, tier: null,
      reviewers: null, reviewUntil: null, reviews: new Map(), selected: false, mayVote: false, vote: null,
      objectionsUntil: null, outcome: null, certified: null, enrolled: null, done: new Set(), member: null,
      appealed: new Set(), course: new Course(matter.rule ?? null) };
  },

  application(s) {
    return this.under(this.find(this.applications, s.application, "unknown_application"));
  },

  "application.withdrawn"(s) {
    const application = this.application(s);
    need(!application.withdrawn, "already_withdrawn");
    need(application.outcome !== "carried" && application.outcome !== "lost", "already_decided");
    return [this.byApplicant(application, s), () => (application.withdrawn = true)];
  },

  /** {disposition, tests, reasons, related}, computed. */
  screening(application) {
    const screen = at(this.stage(application.call, "screen"), "test");
    const fix = at(this.stage(application.call, "fix"), "test");
    const [subject, { place, disposition, related }] = [this.applicantSubject(application), application.door];
    const tests = unique([screen, fix]);
    const values = new Map(tests.map((test) => [test, this.statutes.holds(test, subject)]));
    if (![...values.values()].every((value) => TOLD.has(value))) throw new Fault("a test that is no predicate");
    return {
      ...this.disposed(application, place, disposition, values.get(screen), values, subject),
      tests: object(tests.map((test) => [test, TOLD.get(values.get(test))])), related };
  },

  disposed(application, place, disposition, screened, values, subject) {
    if (disposition === "early") return { disposition, reasons: ["before_open"] };
    if (disposition === "late") return { disposition, reasons: [place] };
    if (disposition || application.withdrawn) {
      return { disposition: disposition || "withdrawn", reasons: [disposition || "withdrawn"] };
    }
    if ([...values.values()].every((value) => value === true)) {
      return { disposition: "eligible", reasons: place === "grace" ? ["grace"] : [] };
    }
    return {
      disposition: screened === false ? "ineligible" : "incomplete",
      reasons: this.statutes.shortcomings([...values.keys()], subject) };
  },

  "application.screened"(s) {
    const application = this.application(s);
    need(application.call.digest, "call_still_open");
    need(application.mayScreen, "already_screened");
    const { disposition, tests, reasons, related } = this.screening(application);
    const told = { disposition: s.disposition, tests: s.tests, reasons: s.reasons, related: s.related ?? null };
    needSame(told, { disposition, tests, reasons, related }, "wrong_screening");
    return [this.byRegistrar(s), () => {
      application.disposition = s.disposition;
      application.screened = { entry: this.number, time: this.now };
      application.mayScreen = false;
      application.mayRepair = s.disposition === "incomplete";
      if (application.mayRepair && application.repairUntil === null) this.openRepair(application);
      if (this.selects(application.call)) return;
      application.selected = application.mayVote = s.disposition === "eligible";
      application.objectionsUntil = this.objectionsEnd(application.call);
    }];
  },

  /** When objections are over that begin now. */
  objectionsEnd(call) {
    const stage = this.stage(call, "objections");
    return "id" in stage ? this.windowEnd(this.now, at(stage, "window")) : this.now;
  },

  /** When objections to an application are over; null before they begin. */
  objectionsUntil(application) {
    return (this.selects(application.call) ? application.call : application).objectionsUntil;
  },

  openRepair(application) {
    const window = at(this.stage(application.call, "fix"), "window");
    application.mayRepair = true;
    application.repairOpened = this.number;
    application.repairUntil = this.windowEnd(this.now, window);
  },

  "application.repaired"(s) {
    const application = this.application(s);
    need(application.mayRepair && !application.withdrawn, "not_incomplete");
    need(this.effective < application.repairUntil, "repair_window_over");
    this.checkFacts(s, this.statutes);
    return [this.byApplicant(application, s), () => {
      application.facts = object(Object.entries(application.facts).concat(Object.entries(s.facts)));
      application.relations = object(Object.entries(application.relations).concat(Object.entries(s.relations)));
      application.mayScreen = true;
    }];
  },

  isEligible(application) {
    return application.disposition === "eligible" && !application.mayScreen && !application.withdrawn;
  },

  "diligence.found"(s) {
    const application = this.application(s);
    need(this.isEligible(application), "not_eligible");
    need((this.stage(application.call, "diligence").tiers ?? []).includes(s.tier), "unknown_tier");
    need(application.tier === null, "tier_found");
    return [this.byRegistrar(s), () => (application.tier = s.tier)];
  },
};
