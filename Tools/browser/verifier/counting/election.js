// SPDX-License-Identifier: Apache-2.0
// A count by any of the methods that statutes can name: what is checked, how ballots are read, and what
// comes out.

import { within } from "../values.js";
import { must } from "./errors.js";
import { MeekCount } from "./meek.js";
import { Race } from "./race.js";
import { schulzeTiers } from "./schulze.js";
import { borda, named, scoreTiers } from "./scores.js";
import { ScottishCount } from "./scottish.js";

const METHODS = ["plurality", "most_approved", "stv", "meek", "schulze", "borda", "lot"];

/**
 * One election: `race` and `stages` when it was counted; else Uncountable.
 *
 * `order` is the predetermined order of the candidates; `unmet` says what happens to floors that cannot
 * be met: leave_vacant, release, or null to refuse. `unranked` is what Borda gives to who is not ranked.
 */
export class Election {
  constructor(contest, method, { order, constraints = [], sitting = [], unmet = null, unranked = "last" }) {
    if (!METHODS.includes(method)) throw new TypeError("not a method: " + method);
    Object.assign(this, { contest, method, unranked, constraints, sitting: new Set(sitting) });
    contest.check();
    this.checkConstraints();
    const ballots = this.readBallots();
    this.race = new Race(contest, { order, constraints, sitting: this.sitting, unmet });
    this.stages = ballots.length || method === "lot" ? this.count(ballots) : this.voidStages();
  }

  get elected() {
    return this.race.elected;
  }

  checkConstraints() {
    const { seats, names, standing } = this.contest;
    for (const { floor, cap, members } of this.constraints) {
      must(floor >= 0 && floor <= seats && (cap === null || floor <= cap)
        && members.every((c) => c >= 0 && c < names.length), "badConstraint");
    }
    must(this.sitting.size <= seats && within(this.sitting, standing), "badSitting");
  }

  readBallots() {
    if (this.method === "plurality") return this.contest.sets(this.contest.seats);
    if (this.method === "most_approved") return this.contest.sets(null);
    if (this.method === "lot") return [];
    return this.method === "stv" || this.method === "meek" ? this.contest.preferences() : this.contest.rankings();
  }

  voidStages() {
    const votes = new Map(this.contest.standing.map((c) => [c, 0]));
    return [{ event: "void", candidates: [], votes, ties: [], decisions: [] }];
  }

  /** The stages. */
  count(ballots) {
    const [{ race }, { standing }] = [this, this.contest];
    if (this.method === "stv") return new ScottishCount(race, ballots).stages;
    if (this.method === "meek") return new MeekCount(race, ballots).stages;
    if (this.method === "schulze") return this.rank(schulzeTiers(ballots, standing), new Map());
    if (this.method === "lot") return this.rank(race.order.map((c) => [c]), new Map());
    const scores = this.method === "borda" ? borda(ballots, standing, this.unranked) : named(ballots, standing);
    return this.rank(scoreTiers(scores), scores);
  }

  /** The one stage of methods that make an order: down the tiers, past whoever is doomed. */
  rank(tiers, votes) {
    const { race } = this;
    while (race.vacancies > 0) {
      const tied = tiers.map((tier) => tier.filter((c) => race.open.includes(c))).find((tier) => tier.length);
      race.elect(race.settle(tied, "election"));
    }
    return [race.stage("ranking", [], { votes })];
  }
}
