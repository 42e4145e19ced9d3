// SPDX-License-Identifier: Apache-2.0
// How far a decision has come. What statements speak of besides is plain objects.

import { at, int } from "./values.js";

/** How far the decision on an item has come: the rule and the round of the next vote on it. */
export class Course {
  constructor(rule) {
    Object.assign(this, { rule, round: 1, retry: false });
    this.last = this.time = this.entry = null; // the last outcome, when and where it was certified
    this.final = this.waits = false; // `waits`: until somebody asks for the fallback
  }

  /** What follows from a certificate for this kind of item. */
  advance(kind, outcome, time, entry, rules) {
    const rule = at(rules, this.rule);
    Object.assign(this, { last: outcome, time, entry });
    if (outcome === "void") return;
    if (kind === "application") { // again only when inquorate: without limit, but after a retry no more
      this.final = outcome !== "inquorate" || this.retry;
      this.round += 1;
      this.retry = "retry" in rule;
    } else if (kind === "amendment" || outcome === "carried") {
      this.final = true;
    } else if (this.round < int(rule.rounds ?? "1")) {
      this.round += 1;
    } else if (outcome === "inquorate" && this.round === 1 && "retry" in rule) {
      Object.assign(this, { round: 2, retry: true });
    } else if (!("fallback" in rule)) {
      this.final = true;
    } else if ("fallback_by" in rule) {
      this.waits = true;
    } else {
      this.fallBack(rule);
    }
  }

  fallBack(rule) {
    Object.assign(this, { rule: at(rule, "fallback"), round: 1, retry: false, waits: false });
  }
}
