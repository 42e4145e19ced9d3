// SPDX-License-Identifier: Apache-2.0
// Methods that add up what each candidate is given. Scores are fractions.

import { Fraction } from "../fractions.js";

function zeros(standing) {
  return new Map(standing.map((c) => [c, new Fraction(0)]));
}

function give(scores, candidate, score) {
  scores.set(candidate, scores.get(candidate).plus(score));
}

/** How many valid papers name each candidate; of [{papers, named}]. */
export function named(sets, standing) {
  const scores = zeros(standing);
  for (const each of sets) {
    for (const candidate of each.named) give(scores, candidate, new Fraction(each.papers));
  }
  return scores;
}

/** Points by rank; `unranked` is last, zero or modified: what they get, and what the first place is worth. */
export function borda(rankings, standing, unranked = "last") {
  const scores = zeros(standing);
  for (const { papers, groups } of rankings) {
    const ranked = groups.flat();
    const best = unranked === "modified" ? ranked.length : standing.length - 1; // the points of the first place
    let place = 0;
    for (const group of groups) {
      const mean = new Fraction(2 * (best - place) - (group.length - 1), 2); // of the places that the group fills
      for (const candidate of group) give(scores, candidate, mean.times(papers));
      place += group.length;
    }
    if (unranked !== "last") continue;
    const rest = new Fraction(standing.length - ranked.length - 1, 2);
    for (const candidate of standing.filter((c) => !ranked.includes(c))) give(scores, candidate, rest.times(papers));
  }
  return scores;
}

/** The candidates, those with the most first, equal ones together. */
export function scoreTiers(scores) {
  const inOrder = [...scores.keys()].sort((a, b) => scores.get(b).compare(scores.get(a)) || a - b);
  const tiers = [];
  for (const candidate of inOrder) {
    const last = tiers.at(-1);
    if (last && scores.get(last[0]).compare(scores.get(candidate)) === 0) last.push(candidate);
    else tiers.push([candidate]);
  }
  return tiers;
}
