// SPDX-License-Identifier: Apache-2.0
// What every method shares: how many places there are, who is elected, left, guarded or doomed.
//
// Guarded and doomed: I. D. Hill, Voting matters 9 (1998).

import { compareLists, sum } from "../values.js";
import { Rule, isFeasible, needed, reachable, rulesOf } from "./constraints.js";
import { must } from "./errors.js";

/** The greatest or smallest of numbers, which may be a BigInt. */
export function extreme(numbers, greatest) {
  return numbers.reduce((a, b) => ((greatest ? b > a : b < a) ? b : a));
}

/** The state of a count. `decisions` collects what was decided since the last stage. */
export class Race {
  constructor(contest, { order, constraints = [], sitting = new Set(), unmet = null }) {
    this.order = order; // of candidates, fixed beforehand
    this.left = [...contest.standing];
    this.rules = rulesOf(constraints, sitting, contest.withdrawn);
    this.size = Math.min(contest.seats, this.left.length); // p of the page
    this.contested = contest.seats;
    this.elected = [];
    this.marked = { guarded: new Set(), doomed: new Set() };
    this.decisions = []; // [{word, candidate, rules: why it is guarded or doomed}]
    this.ties = [];
    if (!isFeasible(this.rules, this.size, [], this.left)) this.lower(unmet);
    this.mark();
  }

  // Places.

  /** Lowers floors by as little as makes an outcome feasible, if that is the rule for unmet floors. */
  lower(unmet) {
    must(unmet !== null, "infeasible");
    const found = reachable(this.rules, this.size, [], this.left).map((state) => this.lowering(state))
      .filter((each) => each && (unmet === "release" || each.size <= this.contested - each.total));
    must(found.length, "infeasible");
    const key = ({ total, size, by }) => [total, -size, ...by];
    const { total, size, by } = found.reduce((a, b) => (compareLists(key(b), key(a)) < 0 ? b : a));
    this.size = size;
    if (unmet === "leave_vacant") this.contested -= total;
    const floors = this.rules.filter((rule) => rule.kind === "floor");
    this.rules = this.rules.map((rule) => {
      const less = floors.includes(rule) ? by[floors.indexOf(rule)] : 0;
      return new Rule(rule.kind, rule.members, rule.number - less, rule.constraint);
    });
  }

  /** {total, size, by how much each floor would be lowered} for this outcome; null where others fail. */
  lowering({ size, counts }) {
    if (!this.rules.every((rule, n) => rule.kind === "floor" || rule.isMet(counts[n]))) return null;
    const by = this.rules.flatMap((rule, n) => (rule.kind === "floor" ? [rule.number - counts[n]] : []));
    return { total: sum(by), size, by };
  }

  get vacancies() {
    return this.size - this.elected.length;
  }

  /** Those left who are doomed. */
  get doomed() {
    return this.left.filter((c) => this.marked.doomed.has(c));
  }

  /** Those left who are not doomed. */
  get open() {
    return this.left.filter((c) => !this.marked.doomed.has(c));
  }

  /** Those left who are not guarded. */
  get unguarded() {
    return this.left.filter((c) => !this.marked.guarded.has(c));
  }

  // What is decided.

  elect(candidate) {
    this.elected.push(candidate);
    this.left = this.left.filter((c) => c !== candidate);
    this.decisions.push({ word: "elected", candidate, rules: [] });
    this.mark();
  }

  exclude(candidates) {
    this.left = this.left.filter((c) => !candidates.includes(c));
    this.decisions.push(...candidates.map((candidate) => ({ word: "excluded", candidate, rules: [] })));
    this.mark();
  }

  /** Guards and dooms, as long as there is a choice to be made. */
  mark() {
    if (this.vacancies <= 0 || this.vacancies >= this.left.length || !this.rules.length) return;
    const marks = new Map();
    const { guarded, doomed } = this.marked;
    for (const candidate of this.left.filter((c) => !guarded.has(c) && !doomed.has(c))) {
      const kind = this.rules.map((rule) => rule.members.has(candidate)).join();
      if (!marks.has(kind)) marks.set(kind, this.markOf(candidate));
      const { word, rules } = marks.get(kind);
      if (!word) continue;
      this.marked[word].add(candidate);
      this.decisions.push({ word, candidate, rules });
    }
  }

  /** {word: doomed, guarded or null, rules: those that make it so}. */
  markOf(candidate) {
    const word = ["doomed", "guarded"].find((each) => this.isMarked(each, candidate, this.rules)) ?? null;
    return { word, rules: word ? needed(this.rules, (rules) => this.isMarked(word, candidate, rules)) : [] };
  }

  /** Whether no feasible outcome contains the candidate (doomed), or every one (guarded). */
  isMarked(word, candidate, rules) {
    const others = this.left.filter((c) => c !== candidate);
    const elected = word === "doomed" ? [...this.elected, candidate] : this.elected;
    return !isFeasible(rules, this.size, elected, others);
  }

  /**
   * One of the tied: by earlier stages, the latest first, else by the predetermined order.
   *
   * `stages` are the votes of each stage; an exclusion takes the fewest, and the last of the order.
   */
  settle(tied, purpose, stages = []) {
    let left = [...tied].sort((a, b) => a - b);
    let decidedBy = null; // the number of the stage; null for the order
    const greatest = purpose !== "exclusion";
    for (let number = stages.length - 1; number >= 0 && left.length > 1; number -= 1) {
      const best = extreme(left.map((c) => stages[number].get(c)), greatest);
      left = left.filter((c) => stages[number].get(c) === best);
      decidedBy = number;
    }
    if (left.length > 1) decidedBy = null;
    const place = extreme(left.map((c) => this.order.indexOf(c)), !greatest);
    const chosen = this.order[place];
    if (tied.length > 1) this.ties.push({ purpose, tied: [...tied].sort((a, b) => a - b), chosen, decidedBy });
    return chosen;
  }

  /** A row of the table: what happened, the figures, and what was decided since the row before. */
  stage(event, candidates, figures) {
    const row = { event, candidates, ...figures, ties: this.ties, decisions: this.decisions };
    this.ties = [];
    this.decisions = [];
    return row;
  }
}
