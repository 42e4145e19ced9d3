// SPDX-License-Identifier: Apache-2.0
// A contest: candidates, seats, and the ballots, read as sets or as rankings.

import { range, sum } from "../values.js";
import { must } from "./errors.js";

const SIZE_MAX = 1000; // of seats and of candidates
const PAPERS_MAX = 10 ** 9;

/**
 * What every count is given. Candidates are numbers from 0.
 *
 * `ballots` is [{papers, groups}]; the groups are lists of candidates, the best first.
 */
export class Contest {
  constructor(names, seats, ballots, withdrawn = []) {
    Object.assign(this, { names, seats, ballots, withdrawn: new Set(withdrawn) });
    this.standing = range(names.length).filter((c) => !this.withdrawn.has(c));
  }

  /** The first checks of the page, before any ballot is read. */
  check() {
    must(this.seats >= 1 && this.seats <= SIZE_MAX && this.names.length <= SIZE_MAX, "badSize");
    must(sum(this.ballots.map(({ papers }) => papers)) <= PAPERS_MAX, "tooManyPapers");
  }

  /** [{papers, named: those who stand}], without papers that name more than `most`, or all where it is null. */
  sets(most) {
    return this.ballots.flatMap(({ papers, groups }) => {
      const all = new Set(groups.flat());
      const named = [...all].filter((c) => !this.withdrawn.has(c));
      return most === null || (all.size <= most && named.length) ? [{ papers, named }] : [];
    });
  }

  /**
   * [{papers, groups of those who stand}], without the blank; equal ones together.
   *
   * A ranking ends before the first group in which somebody comes a second time.
   */
  rankings() {
    const merged = new Map();
    for (const { papers, groups } of this.ballots) {
      const kept = this.readRanking(groups);
      if (!kept.some((group) => group.length)) continue;
      const name = JSON.stringify(kept);
      merged.set(name, { groups: kept, papers: papers + (merged.get(name)?.papers ?? 0) });
    }
    return [...merged.values()];
  }

  readRanking(groups) {
    const [seen, kept] = [new Set(), []];
    for (const group of groups) {
      if (group.some((c) => seen.has(c)) || new Set(group).size < group.length) break;
      group.forEach((c) => seen.add(c));
      kept.push(group.filter((c) => !this.withdrawn.has(c)).sort((a, b) => a - b));
    }
    return kept;
  }

  /** The same for methods without equal ranks: [{papers, ranking: candidates in order}]. */
  preferences() {
    const rankings = this.rankings();
    must(rankings.every(({ groups }) => groups.every((group) => group.length < 2)), "equalRanks");
    return rankings.map(({ papers, groups }) => ({ papers, ranking: groups.flat() }));
  }
}
