// SPDX-License-Identifier: Apache-2.0
// Single transferable vote by the Scottish rules.
//
// Rules 45 to 52 of the Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1. Votes
// are whole numbers of 1/100,000.

import { extreme } from "./race.js";

const UNIT = 10n ** 5n;

/** One count of preferences: [{papers, ranking}]; `stages` when it was made. */
export class ScottishCount {
  constructor(race, preferences) {
    Object.assign(this, { race, stages: [], waiting: [], nonTransferable: 0n, lost: 0n });
    this.votes = new Map(race.left.map((c) => [c, 0n]));
    this.held = new Map([...race.left, null].map((c) => [c, []]));
    const papers = preferences.map((each) => ({ count: BigInt(each.papers), ranking: each.ranking, value: UNIT }));
    const all = papers.reduce((total, paper) => total + paper.count, 0n);
    this.quota = (all / BigInt(race.contested + 1) + 1n) * UNIT;
    this.give(papers);
    this.endStage("first", []);
    while (race.vacancies > 0) this.nextStage();
  }

  nextStage() {
    const { doomed } = this.race;
    if (doomed.length) this.exclude("exclusionOfDoomed", doomed);
    else if (this.waiting.length) this.transferSurplus();
    else this.exclude("exclusion", [this.extreme(this.race.unguarded, "exclusion")]);
  }

  /** Rules 49 and 51: the one with the most or the fewest votes; of equal ones by earlier stages. */
  extreme(candidates, purpose) {
    const best = extreme(candidates.map((c) => this.votes.get(c)), purpose !== "exclusion");
    const tied = candidates.filter((c) => this.votes.get(c) === best);
    return this.race.settle(tied, purpose, this.stages.map((stage) => stage.votes));
  }

  // Where papers go.

  /** Each to the next of those left on it; gives the value of all. */
  give(papers) {
    const left = new Set(this.race.left);
    let total = 0n;
    for (const paper of papers) {
      const to = paper.ranking.find((c) => left.has(c)) ?? null;
      const value = paper.count * paper.value;
      this.held.get(to).push(paper);
      total += value;
      if (to === null) this.nonTransferable += value;
      else this.votes.set(to, this.votes.get(to) + value);
    }
    return total;
  }

  /** Rule 48: over all papers that the elected received, at the value at which each came. */
  transferSurplus() {
    const candidate = this.extreme(this.waiting, "surplus");
    this.waiting = this.waiting.filter((c) => c !== candidate);
    const [votes, papers] = [this.votes.get(candidate), this.held.get(candidate)];
    const surplus = votes - this.quota;
    for (const paper of papers) paper.value = (surplus * paper.value) / votes;
    this.lost += surplus - this.give(papers);
    this.votes.set(candidate, this.quota);
    this.endStage("surplus", [candidate]);
  }

  /** Rule 50: papers keep their value. */
  exclude(event, candidates) {
    this.race.exclude(candidates);
    for (const candidate of candidates) {
      this.votes.set(candidate, 0n);
      this.give(this.held.get(candidate));
    }
    this.endStage(event, candidates);
  }

  /** Rules 47 and 52: who is elected now, the highest first. */
  endStage(event, candidates) {
    const { race } = this;
    while (race.vacancies > 0) {
      const reached = race.open.filter((c) => this.votes.get(c) >= this.quota);
      const ready = reached.length ? reached : race.open.length <= race.vacancies ? race.open : [];
      if (!ready.length) break;
      const most = extreme(ready.map((c) => this.votes.get(c)), true);
      const chosen = race.settle(ready.filter((c) => this.votes.get(c) === most), "election");
      race.elect(chosen);
      if (most > this.quota) this.waiting.push(chosen);
    }
    const { nonTransferable, lost } = this;
    this.stages.push(race.stage(event, candidates, { votes: new Map(this.votes), nonTransferable, lost }));
  }
}
