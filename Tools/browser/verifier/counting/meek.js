// SPDX-License-Identifier: Apache-2.0
// Single transferable vote by Meek's method: the reference rule of the PR Foundation.
//
// https://prfound.org/resources/reference/reference-meek-rule/ — votes, keep factors and the quota are
// whole numbers of 1/1,000,000,000, rounded as the rule says.

import { extreme } from "./race.js";

const UNIT = 10n ** 9n;
const OMEGA = UNIT / 10n ** 6n;

/** Divided, and rounded up; neither is negative. */
function up(numerator, denominator) {
  return (numerator + denominator - 1n) / denominator;
}

/** One count of preferences: [{papers, ranking}]; `stages` when it was made. */
export class MeekCount {
  constructor(race, preferences) {
    Object.assign(this, { race, preferences, stages: [], quota: 0n, nonTransferable: 0n });
    this.keep = new Map(race.left.map((c) => [c, UNIT]));
    this.votes = new Map(race.left.map((c) => [c, 0n]));
    this.round();
    while (race.vacancies > 0) this.round();
  }

  /** Steps 1 to 9 of the page: until somebody is elected, or the surplus is as small as it gets. */
  round() {
    const { race } = this;
    const [sitting, surplus] = [[...race.elected], this.iterate([...race.elected])];
    let excluded = [];
    this.electRest();
    if (race.vacancies > 0 && race.elected.length === sitting.length) {
      excluded = this.lowest(surplus);
      race.exclude(excluded);
      for (const c of excluded) this.keep.set(c, 0n);
      this.electRest();
    }
    const { nonTransferable, quota } = this;
    this.stages.push(race.stage("round", excluded, { quota, nonTransferable, votes: new Map(this.votes) }));
  }

  /** B.2: the surplus of those elected in earlier rounds, when it is as small as it gets. */
  iterate(sitting) {
    for (let before = null; ;) {
      this.distribute();
      const total = sitting.reduce((sum, c) => sum + this.votes.get(c) - this.quota, 0n);
      const surplus = total > 0n ? total : 0n;
      const isStuck = surplus < OMEGA || (before !== null && surplus >= before);
      if (this.electWithQuota() || this.race.doomed.length || isStuck) {
        return surplus;
      }
      before = surplus;
      for (const c of sitting) {
        const factor = up(up(this.keep.get(c) * this.quota, UNIT) * UNIT, this.votes.get(c));
        this.keep.set(c, factor < UNIT ? factor : UNIT);
      }
    }
  }

  /** B.2.a and b: each keeps a share of what reaches them, and the quota is of what all keep. */
  distribute() {
    for (const c of this.votes.keys()) this.votes.set(c, 0n);
    this.nonTransferable = 0n;
    for (const { papers, ranking } of this.preferences) {
      let weight = UNIT;
      for (const c of ranking) {
        const kept = up(weight * this.keep.get(c), UNIT);
        this.votes.set(c, this.votes.get(c) + BigInt(papers) * kept);
        weight -= kept;
        if (!weight) break;
      }
      this.nonTransferable += BigInt(papers) * weight;
    }
    const all = [...this.votes.values()].reduce((sum, votes) => sum + votes, 0n);
    this.quota = all / BigInt(this.race.contested + 1) + 1n;
  }

  /** B.2.c: whether anybody was elected, the highest first. */
  electWithQuota() {
    const before = this.race.elected.length;
    while (this.race.vacancies > 0) {
      const reached = this.race.open.filter((c) => this.votes.get(c) >= this.quota);
      if (!reached.length) break;
      this.electHighest(reached);
    }
    return this.race.elected.length > before;
  }

  /** C: those left, where there are no more of them than vacancies. */
  electRest() {
    while (this.race.open.length > 0 && this.race.open.length <= this.race.vacancies) this.electHighest(this.race.open);
  }

  electHighest(candidates) {
    const most = extreme(candidates.map((c) => this.votes.get(c)), true);
    this.race.elect(this.race.settle(candidates.filter((c) => this.votes.get(c) === most), "election"));
  }

  /** B.3: whom to exclude: all of the doomed, or one of those whom the surplus might not save. */
  lowest(surplus) {
    const { doomed, unguarded } = this.race;
    if (doomed.length) return doomed;
    const most = extreme(unguarded.map((c) => this.votes.get(c)), false) + surplus;
    return [this.race.settle(unguarded.filter((c) => this.votes.get(c) <= most), "exclusion")];
  }
}
