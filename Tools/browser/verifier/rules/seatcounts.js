// SPDX-License-Identifier: Apache-2.0
// The count of each class of an election, under the caps and floors of its body.

import { fromHex } from "../bytes.js";
import { Constraint } from "../counting/constraints.js";
import { Contest } from "../counting/contest.js";
import { Election } from "../counting/election.js";
import { Uncountable } from "../counting/errors.js";
import { PLACES, figure } from "../counting/figures.js";
import { seeded } from "../counting/lots.js";
import { Fault } from "../errors.js";
import { at, compareText, int, object, range, sum, unique } from "../values.js";

// What the statutes call a method: the name of the count, and what it is told.
const METHODS = new Map([["borda", ["borda", { unranked: "last" }]], ["points", ["borda", { unranked: "modified" }]]]);
const ACTIONS = new Map([["first", "first_preferences"], ["exclusionOfDoomed", "exclusion_of_doomed"], ["void", "ranking"]]);
const BOUNDS = new Map([["floor", "at_least"], ["cap", "at_most"]]);
const TOLD = ["elected", "guarded", "doomed"];

export const seatCounts = {
  /** {results, papers}: the rows of the tally, {class: papers}; `own` is {class: {group: choice}}. */
  seatResults(vote, own, groups) {
    const [rows, papers, { body, termsFrom, places }] = [[], new Map(), vote.election];
    const staying = body === null ? null : this.staying(at(this.statutes.bodies, body), termsFrom, places);
    vote.items.forEach(({ id: seat }, n) => {
      const electors = groups.filter((group) => vote.voters.get(seat).includes(group));
      const cast = electors.filter((group) => own.get(seat).has(group)).map((group) => own.get(seat).get(group));
      papers.set(seat, cast);
      const candidates = vote.candidates[seat];
      const here = this.electedIn(rows);
      const sitting = new Map(staying ? [...staying, ...here] : []); // beside a mandate nobody sits
      const withdrawn = candidates.filter((c) => {
        const { party } = this.nominations.get(c);
        return this.isWithdrawn(vote, c) || here.has(party) || sitting.has(party);
      });
      const later = sum(vote.items.slice(n + 1).map((other) => places[other.id]));
      const count = this.countSeat(vote, seat, {
        papers: cast, withdrawn, sitting, later, seats: places[seat] });
      const elected = count ? count.elected.map((c) => candidates[c]) : [];
      rows.push({
        item: seat, electors: electors.length, ballots: cast.length, counts: this.named(vote, candidates, cast),
        blocs: object(), outcome: elected.length ? "carried" : electors.length ? "lost" : "void",
        elected, stages: this.stageRows(count, candidates) });
    });
    return { results: rows, papers };
  },

  /** {party: the facts of its nominee} of those elected. */
  electedIn(rows) {
    const elected = rows.flatMap((row) => row.elected.map((c) => this.nominations.get(c)));
    return new Map(elected.map((nomination) => [nomination.party, nomination.facts]));
  },

  /** Whether somebody withdrew, or whose party was no member when voting closed. */
  isWithdrawn(vote, candidate) {
    const nomination = this.nominations.get(candidate);
    const { left } = this.parties.get(nomination.party);
    return nomination.withdrawn || (left !== null && left <= vote.closes);
  },

  /** {candidate: the papers that name them, or name them first}. */
  named(vote, candidates, papers) {
    const ranked = vote.rule.ballot === "ranked";
    const names = (paper, c) => (ranked ? paper[0] === c : paper.includes(c));
    return object(candidates.map((c) => [c, papers.filter((paper) => names(paper, c)).length]));
  },

  /**
   * The count of a class, or null; `sitting` is {party: facts} of who sits besides its candidates.
   *
   * `later` is the number of places still to be counted, `keeping` those who keep their seats.
   */
  countSeat(vote, seat, { papers, withdrawn, sitting, later, seats, keeping = [] }) {
    const [names, ranked] = [vote.candidates[seat], vote.rule.ballot === "ranked"];
    const number = new Map(names.map((c, n) => [c, n]));
    const numbers = (some) => some.map((c) => number.get(c));
    const ballots = papers.map((paper) => ({
      papers: 1, groups: ranked ? numbers(paper).map((c) => [c]) : [numbers(paper)] }));
    const method = at(vote.rule, "method");
    const [name, told] = METHODS.get(method) ?? [method, {}];
    const constraints = this.constraintsAt(vote, seat, sitting, seats, later);
    try {
      return new Election(new Contest(names, seats, ballots, numbers(withdrawn)), name, {
        order: seeded(fromHex(vote.digest), names), constraints, sitting: numbers(keeping),
        unmet: vote.rule.unmet ?? "leave_vacant", ...told });
    } catch (error) {
      if (error instanceof Uncountable) return null;
      throw error;
    }
  },

  // Caps and floors.

  /** The constraints of a class or a mandate; facts are judged as of when the vote opens. */
  constraintsAt(vote, item, sitting, seats, later) {
    const now = this.now;
    this.now = vote.opens;
    try {
      const candidates = vote.candidates[item].map((c) => this.nominations.get(c));
      if (vote.election.body === null) {
        return this.constraintsElsewhere(at(this.statutes.mandates, item), candidates, seats);
      }
      const body = at(this.statutes.bodies, vote.election.body);
      const floors = this.floors(body, candidates, sitting, { seats, later, all: this.seatsOf(body) });
      return [...this.caps(body, candidates, sitting), ...floors];
    } finally {
      this.now = now;
    }
  },

  /** How many seats a body has, filled or not. */
  seatsOf(body) {
    return sum(at(body, "seats").map((seat) => int(at(this.statutes.seats, seat, "count"))));
  },

  /** The caps of a body, of each group that a candidate, {party, facts}, is in. */
  caps(body, candidates, sitting) {
    return (body.caps ?? []).flatMap((cap) => {
      const [top, bottom] = this.share(at(cap, "at_most"), this.seatsOf(body));
      return this.capGroups(cap, candidates, sitting).flatMap(([label, group]) => {
        const members = range(candidates.length).filter((n) => group.has(candidates[n].party));
        const here = [...sitting.keys()].filter((party) => group.has(party)).length;
        const most = Math.max(0, Math.floor(top / bottom) - here);
        return members.length ? [new Constraint(label, members, 0, most)] : [];
      });
    });
  },

  /** The floors of a body or a mandate; `later` places could still meet them, `all` is what shares are of. */
  floors(terms, candidates, sitting, { seats, later, all }) {
    return (terms.floors ?? []).flatMap((floor) => {
      const [[top, bottom], test] = [this.share(at(floor, "at_least"), all), at(floor, "where")];
      const members = range(candidates.length).filter((n) => this.fits(test, candidates[n].party, candidates[n].facts));
      const here = [...sitting].filter(([party, facts]) => this.fits(test, party, facts)).length;
      const least = Math.ceil(top / bottom) - here - later;
      return least > 0 ? [new Constraint(test, members, Math.min(least, seats))] : [];
    });
  },

  /** [numerator, denominator] of a number of seats, or of a share of all seats of the body. */
  share(text, all) {
    const found = text.startsWith("param.") ? at(this.statutes.parameters, text.slice(6)) : text;
    const [top, bottom] = found.split("/");
    if (bottom === undefined) return [int(top), 1];
    if (!int(bottom)) throw new Fault("a share of nothing");
    return [int(top) * all, int(bottom)];
  },

  fits(test, party, facts) {
    return this.statutes.holds(test, this.partySubject(party, facts)) === true;
  },

  /** [[name, set of parties]] of the groups that a cap makes, in the order of their names. */
  capGroups(cap, candidates, sitting) {
    const inOrder = [...sitting].sort(([a], [b]) => (a < b ? -1 : 1));
    const all = [...candidates.map(({ party, facts }) => [party, facts]), ...inOrder];
    if ("where" in cap) {
      const fitting = all.filter(([party, facts]) => this.fits(cap.where, party, facts));
      return [[cap.where, new Set(fitting.map(([party]) => party))]];
    }
    const per = at(cap, "per");
    if (per in this.statutes.relations) {
      return this.groups(unique(all.map(([party]) => party)), per)
        .map((group) => [`${per} ${group[0]}`, new Set(group)]);
    }
    const groups = new Map();
    for (const [party, facts] of all) {
      const value = this.statutes.fact(per, this.partySubject(party, facts));
      if (value === null) continue;
      const name = value instanceof Set ? [...value].sort().join(";") : String(value);
      groups.set(name, (groups.get(name) ?? new Set()).add(party));
    }
    return [...groups].sort(([a], [b]) => compareText(a, b)).map(([name, group]) => [`${per} ${name}`, group]);
  },

  // The working out.

  stageRows(count, names) {
    return count ? count.stages.map((stage) => this.stageOf(count, stage, names)) : [];
  },

  /** A stage as the tally tells it; lists and optional numbers that are empty are left out. */
  stageOf(count, stage, names) {
    const places = PLACES.get(count.method) ?? null;
    // The floor or the cap that guards or dooms somebody; those who sit have no name.
    const reason = ({ kind, number, constraint }) => (kind === "sitting" ? "sitting"
      : `${BOUNDS.get(kind)} ${number} ${count.constraints[constraint].name}`);
    const row = {
      action: ACTIONS.get(stage.event) ?? stage.event,
      votes: object([...stage.votes].map(([c, n]) => [names[c], figure(n, places)])),
      decisions: stage.decisions.filter(({ word }) => TOLD.includes(word)).map(({ word, candidate, rules }) => [
        names[candidate], word, ...rules.map(reason)]) };
    if (stage.candidates.length) row.candidates = stage.candidates.map((c) => names[c]);
    if (stage.nonTransferable) row.non_transferable = figure(stage.nonTransferable, places);
    if (stage.lost) row.lost = figure(stage.lost, places);
    if (stage.ties.length) {
      row.ties = stage.ties.map(({ purpose, tied, chosen, decidedBy }) => ({
        purpose, tied: tied.map((c) => names[c]), chosen: names[chosen],
        by: decidedBy === null ? "lot" : "stage " + decidedBy }));
    }
    return row;
  },
};
