// SPDX-License-Identifier: Apache-2.0
// Counting by a rule, and its outcome.

import { condition } from "../expressions.js";
import { at, int, names, object, sum } from "../values.js";

const WORDS = new Map([
  ["yes_no", ["yes", "no", "abstain"]], ["consent", ["consent", "stand_aside", "block"]], ["silence", ["object"]]]);
const CAST = ["yes", "no", "consent", "stand_aside", "block"];

export const outcomes = {
  /** What may stand on a ballot under this rule. */
  words(rule, item = null) {
    return WORDS.get(at(rule, "ballot")) ?? names(item?.options ?? {});
  },

  /** What these groups, by number, chose; a choice is a word, or a list of options. */
  row(groups, choices, words, weights) {
    const taking = groups.filter((n) => choices.has(n));
    const weightOf = (some) => sum(some.map((n) => weights[n]));
    const chose = (n, word) => choices.get(n) === word
      || (Array.isArray(choices.get(n)) && choices.get(n).includes(word));
    return {
      electors: weightOf(groups), ballots: weightOf(taking),
      counts: object(words.map((word) => [word, weightOf(taking.filter((n) => chose(n, word)))])) };
  },

  /** Everything that a tally condition may speak of. */
  bases(rule, row) {
    const counts = object("yes no abstain consent stand_aside block object".split(" ").map((word) => [word, 0]));
    for (const word of WORDS.get(at(rule, "ballot")) ?? []) counts[word] = row.counts[word];
    const { seats } = this.body(at(rule, "electors"));
    return Object.assign(counts, {
      electors: row.electors, taking_part: row.ballots, take_part: row.ballots,
      cast: sum(CAST.map((word) => counts[word])),
      seats: seats?.length ? sum(seats.map((seat) => int(at(this.statutes.seats, seat, "count")))) : row.electors });
  },

  /** Of a rule's quorum and majority, and of what it asks of each bloc. */
  outcome(rule, row, blocs, retry = false) {
    const each = rule.blocs ?? {};
    const [total, parts] = [this.bases(rule, row), blocs.map((bloc) => this.bases(rule, bloc))];
    const quorum = (retry ? at(rule, "retry") : rule).quorum ?? rule.quorum;
    if (!condition(quorum, total) || !parts.every((part) => condition(each.quorum, part))) return "inquorate";
    const chosen = rule.ballot !== "approval" || this.winner(row) !== null;
    if (chosen && condition(rule.pass, total) && parts.every((part) => condition(each.each, part))) return "carried";
    return rule.ballot === "consent" && row.counts.block ? "blocked" : "lost";
  },

  /** The option with more approvals than every other, or null. */
  winner(row) {
    const most = Math.max(...Object.values(row.counts));
    const top = Object.keys(row.counts).filter((option) => row.counts[option] === most);
    return top.length === 1 ? top[0] : null;
  },
};
