// SPDX-License-Identifier: Apache-2.0
// Constraints on who is elected together, and whether an outcome that fits them is left.

import { range } from "../values.js";
import { must } from "./errors.js";

const STATES_MAX = 2 ** 20; // in one search; groups that overlap more are not decided

/** At least `floor` and at most `cap` of these candidates are elected; no cap is null. */
export class Constraint {
  constructor(name, members, floor = 0, cap = null) {
    Object.assign(this, { name, members, floor, cap });
  }
}

/** One bound: `floor` or `cap` of a constraint, or `sitting`: all who sit. */
export class Rule {
  constructor(kind, members, number, constraint = null) {
    Object.assign(this, { kind, members: new Set(members), number, constraint });
  }

  /** Whether so many may be elected, if more may follow. */
  allows(count) {
    return this.kind !== "cap" || count <= this.number;
  }

  isMet(count) {
    return this.kind === "cap" ? this.allows(count) : count >= this.number;
  }

  /** The count as far as it matters: beyond a floor all are alike. */
  seen(count) {
    return this.kind === "cap" ? count : Math.min(count, this.number);
  }
}

/** The list of rules of the page: of each constraint its floor, then its cap; last, those who sit. */
export function rulesOf(constraints, sitting, withdrawn) {
  const rules = constraints.flatMap((constraint, number) => {
    const members = constraint.members.filter((c) => !withdrawn.has(c));
    const kept = members.filter((c) => sitting.has(c)).length;
    return [
      ...(constraint.floor > 0 ? [new Rule("floor", members, constraint.floor, number)] : []),
      ...(constraint.cap !== null ? [new Rule("cap", members, Math.max(constraint.cap, kept), number)] : [])];
  });
  return sitting.size ? [...rules, new Rule("sitting", sitting, sitting.size)] : rules;
}

/** How many of the candidates are of each kind: [[which rules they count for, number]]. */
function kinds(rules, candidates) {
  const found = new Map();
  for (const candidate of candidates) {
    const kind = rules.map((rule) => Number(rule.members.has(candidate)));
    const name = kind.join();
    found.set(name, [kind, (found.get(name)?.[1] ?? 0) + 1]);
  }
  return [...found.values()];
}

/**
 * [{size, counts: in each rule}] of every outcome of at most `size` within all caps.
 *
 * Candidates in the same groups are interchangeable, so that only the number of each kind matters.
 */
export function reachable(rules, size, elected, left) {
  const after = (state, kind, more) => ({
    size: state.size + more, counts: rules.map((rule, n) => rule.seen(state.counts[n] + more * kind[n])) });
  const fits = (state) => state.size <= size && rules.every((rule, n) => rule.allows(state.counts[n]));
  let start = { size: 0, counts: rules.map(() => 0) };
  for (const [kind, number] of kinds(rules, elected)) start = after(start, kind, number);
  let states = fits(start) ? [start] : [];
  for (const [kind, number] of kinds(rules, left)) {
    const found = new Map();
    for (const state of states) {
      for (const n of range(number + 1)) {
        const next = after(state, kind, n);
        if (!fits(next)) break;
        found.set(`${next.size}:${next.counts}`, next);
      }
      must(found.size <= STATES_MAX, "tooEntangled");
    }
    states = [...found.values()];
  }
  return states;
}

/** Whether some outcome of this size contains the elected, none but those left besides, and meets the rules. */
export function isFeasible(rules, size, elected, left) {
  return reachable(rules, size, elected, left)
    .some((state) => state.size === size && rules.every((rule, n) => rule.isMet(state.counts[n])));
}

/**
 * The rules that explain what `stands(rules)` says of them all.
 *
 * The first that explains it alone; else all that cannot be left out, tried in order.
 */
export function needed(rules, stands) {
  for (const rule of rules) {
    if (stands([rule])) return [rule];
  }
  let kept = rules;
  for (const rule of rules) {
    const others = kept.filter((other) => other !== rule);
    if (stands(others)) kept = others;
  }
  return kept;
}
